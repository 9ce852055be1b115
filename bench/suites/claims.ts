import { gather } from '../../src/alignment/alignment.js'
import { compareStatements } from '../../src/alignment/claims/claims.js'
import { loadAlignment } from '../../src/alignment/models.js'
import { isSure } from '../../src/independence/independence.js'
import { gazetteerFromBytes } from '../../src/knowledge/gazetteer.js'
import { joiningTrees } from '../../training/claims.js'
import { storyPairs } from '../../training/claims-examples.js'
import { readModel } from '../../training/sources.js'
import { inventedStories } from '../../training/stories.js'
import { f1, type SuiteOptions, type SuiteResult } from '../result.js'
import { countJoined, countJoinedStatements, type JoinedPairs } from '../scorers/claims.js'

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
  const spans = zero()
  const statements = zero()
  const sureOnes = zero()
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
      add(spans, counts)
      const isJoined = (i: number, j: number) =>
        claimOf.get(story.statements[i]!.id) === claimOf.get(story.statements[j]!.id)
      add(statements, countJoinedStatements(story.statements, isJoined, gold))
      const ties = new Set(
        claims.flatMap(({ ties: all = [] }) => all.filter(isSure).map((tie) => tie.statements.join(' '))),
      )
      const isSurelyJoined = (i: number, j: number) => {
        const [a, b] = [story.statements[i]!.id, story.statements[j]!.id]
        return ties.has(`${a} ${b}`) || ties.has(`${b} ${a}`)
      }
      add(sureOnes, countJoinedStatements(story.statements, isSurelyJoined, gold))
      rows.push({ name: `${name}: f1`, value: f1(counts.right, counts.found, counts.wanted).f1 })
    }
  }
  for (const [name, { right, found, wanted }] of [
    ['gold spans', spans],
    ['statements', statements],
    ['statements surely joined', sureOnes],
  ] as const) {
    const score = f1(right, found, wanted)
    rows.push(
      { name: `${name}: precision`, value: score.precision },
      { name: `${name}: recall`, value: score.recall },
      { name: `${name}: f1`, value: score.f1 },
    )
  }
  return { suite: 'claims', split, rows }
}

type Sums = { -readonly [key in keyof JoinedPairs]: number }

function zero(): Sums {
  return { wanted: 0, found: 0, right: 0 }
}

function add(sums: Sums, counts: JoinedPairs): void {
  for (const key of ['wanted', 'found', 'right'] as const) sums[key] += counts[key]
}
