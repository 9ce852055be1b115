import { gather } from '../../src/alignment/alignment.js'
import { compareStatements } from '../../src/alignment/claims/claims.js'
import { loadAlignment } from '../../src/alignment/models.js'
import { gazetteerFromBytes } from '../../src/knowledge/gazetteer.js'
import { joiningTrees } from '../../training/claims.js'
import { storyPairs } from '../../training/claims-examples.js'
import { readModel } from '../../training/sources.js'
import { inventedStories } from '../../training/stories.js'
import { f1, type SuiteOptions, type SuiteResult } from '../result.js'
import { countJoined } from '../scorers/claims.js'

const folds = 3

/**
 * Joining of statements on the stories invented for this project, by cross-validation: each story is joined by trees
 * that were grown without it, so that features and thresholds can be chosen without a look at the gold stories.
 */
export async function run({ split }: SuiteOptions): Promise<SuiteResult> {
  const shipped = loadAlignment(readModel, gazetteerFromBytes(readModel('gazetteer.bin')))
  const stories = inventedStories()
  const pairs = stories.map((story) => storyPairs(story, shipped.meanings))
  const rows: { name: string; value: number }[] = []
  const all = { wanted: 0, found: 0, right: 0 }
  for (let fold = 0; fold < folds; fold++) {
    const trees = joiningTrees(pairs.filter((_, i) => i % folds !== fold))
    for (const { name, reports, claims: gold } of stories.filter((_, i) => i % folds === fold)) {
      const story = gather(reports)
      const { claims } = compareStatements(story.statements, story.pages, { ...shipped, ...trees })
      const claimOf = new Map(claims.flatMap((claim) => claim.statements.map((s) => [s, claim.id] as const)))
      const counts = countJoined(
        story.statements.map((span) => ({ span, claim: claimOf.get(span.id) })),
        gold,
      )
      for (const key of ['wanted', 'found', 'right'] as const) all[key] += counts[key]
      rows.push({ name: `${name}: f1`, value: f1(counts.right, counts.found, counts.wanted).f1 })
    }
  }
  const score = f1(all.right, all.found, all.wanted)
  rows.push(
    { name: 'all pairs: precision', value: score.precision },
    { name: 'all pairs: recall', value: score.recall },
    { name: 'all pairs: f1', value: score.f1 },
  )
  return { suite: 'claims', split, rows }
}
