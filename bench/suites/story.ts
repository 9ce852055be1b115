import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { analyse, loadModels } from '../../src/analyse.js'
import { readReports } from '../../src/intake/intake.js'
import type { Report } from '../../src/model/report.js'
import { readModel } from '../../training/sources.js'
import { readGold } from '../gold.js'
import type { SuiteOptions, SuiteResult, SuiteRow } from '../result.js'
import { scoreStory } from '../scorers/story.js'
import { storyFolders } from '../story-folders.js'

/**
 * Whole stories against what careful readers found in them. `--gold DIR` is a gold story or a folder of them
 * (default ../shared/gold); the project's own example is measured besides. `--misses` prints what was missed; `--rules` leaves attributions to the rules.
 * The reports are read as plain files; one row has the timeline with the dates of reports.json given, as `--published` gives them.
 * With `--given` every figure is measured so.
 */
export async function run({ data, gold, split, flags }: SuiteOptions): Promise<SuiteResult> {
  const shipped = loadModels(readModel)
  const models = flags.includes('--rules') ? { ...shipped, tagger: null } : shipped
  const stories = storyFolders(data, gold)

  const rows: SuiteRow[] = []
  for (const { folder, reports } of stories) {
    const listed = JSON.parse(readFileSync(join(folder, 'reports.json'), 'utf8')) as {
      id: string
      file: string
      date?: string | null
    }[]
    const readWith = (given: boolean) =>
      readReports(
        listed.map(({ id, file, date }) => ({
          id,
          source: file,
          bytes: readFileSync(join(reports, file)),
          ...(given && date ? { published: date } : {}),
        })),
      ).reports
    const read = readWith(flags.includes('--given'))
    const texts = new Map(read.map((r: Report) => [r.id, r.text]))
    const story = readGold(folder, texts)
    const score = scoreStory(analyse(read, models), story)
    const name = story.story
    const medvedev = name === 'medvedev'
    const row = (what: string, value: number, bar?: number) =>
      rows.push({ name: `${name} ${what}`, value, ...(bar === undefined ? {} : { bar }) })
    row('voices f1', score.voices.f1, medvedev ? 70 : 60)
    row('voices precision', score.voices.precision)
    row('voices recall', score.voices.recall)
    row('rootRight', score.voices.rootRight, medvedev ? 48 : 45)
    row('chainRight', score.voices.chainRight, medvedev ? 35 : 28)
    row(`deep chains of ${score.deepChains.gold}`, score.deepChains.right, ...(medvedev ? [18] : []))
    row('claims f1', score.claims.f1, 50)
    row('independence exact', score.independence.exact, medvedev ? 45 : 35)
    row('independence exactOfJoined', score.independence.exactOfJoined, medvedev ? 75 : 65)
    row('independence balanced', score.independence.balanced, medvedev ? 45 : 35)
    row(`conflicts mustFind of ${score.conflicts.mustGold}`, score.conflicts.mustFound, ...(medvedev ? [15] : []))
    row('conflicts allRecall', score.conflicts.allRecall, ...(medvedev ? [40] : []))
    row('conflicts precision', score.conflicts.precision, medvedev ? 60 : 50)
    row('derivations f1', score.derivations.f1, medvedev ? 45 : 40)
    row(`timeline right of ${score.timeline.gold}`, score.timeline.right, 70)
    row(
      `timeline right of ${score.timeline.gold}, dates given`,
      scoreStory(analyse(readWith(true), models), story).timeline.right,
      70,
    )
    if (flags.includes('--misses')) for (const miss of score.misses) console.error(`${name}\t${miss}`)
  }
  return { suite: 'story', split, rows }
}
