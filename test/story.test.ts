import { join } from 'node:path'
import { test } from 'vitest'
import { checkStory } from './check-story.js'

const root = join(import.meta.dirname, '..')

test('the lighthouse story, five invented outlets', async () => {
  await checkStory(join(root, 'examples/lighthouse'), join(root, 'test/stories/lighthouse'))
}, 60_000)
