import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../training/sources.js'

/** An annotated story: the folder of its gold, and the one its reports lie in. */
export interface StoryFolder {
  readonly folder: string
  readonly reports: string
}

/** The stories to measure: those of `gold` (one story, or a folder of them), or all of ../shared/gold and the project's own example. */
export function storyFolders(data: string, gold: string | undefined): StoryFolder[] {
  const base = gold ?? join(data, '..', 'gold')
  const isStory = (folder: string) => existsSync(join(folder, 'reports.json'))
  const inside = existsSync(base) ? readdirSync(base).sort() : []
  const folders = isStory(base) ? [base] : inside.map((name) => join(base, name)).filter(isStory)
  const stories = folders.map((folder) => ({ folder, reports: join(folder, 'reports') }))
  return gold === undefined
    ? [...stories, { folder: join(root, 'test/stories/lighthouse'), reports: join(root, 'examples/lighthouse') }]
    : stories
}
