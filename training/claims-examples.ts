import { touches } from '../bench/scorers/claims.js'
import { gather } from '../src/alignment/alignment.js'
import { type ComparedPair, comparePairs, profileStatements } from '../src/alignment/claims/claims.js'
import { contextOf } from '../src/alignment/claims/context.js'
import type { Profile } from '../src/alignment/claims/profiles.js'
import type { WordMeanings } from '../src/knowledge/synonyms.js'
import { type BoostedTrees, scoreTrees } from '../src/weights/boosted-trees.js'
import type { AnnotatedStory } from './stories.js'

/** One pair of passages with its features, and whether they tell the same. */
export interface Example {
  readonly values: Uint8Array
  readonly label: 0 | 1
}

/** All pairs of statements of an annotated story that are compared, and of those that can be told whether they tell the same. */
export interface StoryPairs {
  readonly profiles: readonly Profile[]
  /** For each profile, the index of its statement. */
  readonly statementOf: readonly number[]
  readonly pairs: readonly ComparedPair[]
  /** 1 where both hold words of one gold claim, null where they are of one report or the annotation does not tell. */
  readonly labels: readonly (0 | 1 | null)[]
}

/** The pairs of an annotated story. */
export function storyPairs({ reports, claims, isExhaustive }: AnnotatedStory, meanings: WordMeanings): StoryPairs {
  const { statements, pages } = gather(reports)
  const story = profileStatements(statements, pages, meanings)
  const pairs = comparePairs(statements, story)
  const claimsOf = statements.map(
    (statement) =>
      new Set(claims.filter(({ spans }) => spans.some((span) => touches(statement, span))).map(({ id }) => id)),
  )
  const labels = pairs.map(({ i, j }) => {
    const [a, b] = [story.statementOf[i]!, story.statementOf[j]!]
    const [mine, other] = [claimsOf[a]!, claimsOf[b]!]
    const isUnknown = !isExhaustive && (mine.size === 0 || other.size === 0)
    if (isUnknown || statements[a]!.report === statements[b]!.report) return null
    return [...mine].some((claim) => other.has(claim)) ? 1 : 0
  })
  return { profiles: story.profiles, statementOf: story.statementOf, pairs, labels }
}

/** The pairs of which the annotation tells, for the first look. */
export function examplesOf({ pairs, labels }: StoryPairs): Example[] {
  return pairs.flatMap(({ values }, p) => (labels[p] === null ? [] : [{ values, label: labels[p]! }]))
}

/** The same for the second look, given trees for the first that did not see this story. */
export function examplesInContext({ profiles, pairs, labels }: StoryPairs, first: BoostedTrees): Example[] {
  const context = contextOf(
    profiles,
    pairs.map(({ i, j, values, clash }) => ({
      i,
      j,
      score: scoreTrees(first, values),
      isBarred: clash !== undefined,
    })),
  )
  return pairs.flatMap(({ values }, p) =>
    labels[p] === null ? [] : [{ values: Uint8Array.of(...values, ...context(p)), label: labels[p]! }],
  )
}

/** Examples as one table for boosting; those of each list weigh as much together as given. */
export function toTable(lists: readonly { readonly examples: readonly Example[]; readonly weight: number }[]) {
  const count = lists.reduce((n, { examples }) => n + examples.length, 0)
  const width = lists.find(({ examples }) => examples.length > 0)?.examples[0]?.values.length ?? 0
  const values = new Uint8Array(count * width)
  const labels = new Uint8Array(count)
  const weights = new Float32Array(count)
  let at = 0
  for (const { examples, weight } of lists) {
    for (const { values: row, label } of examples) {
      values.set(row, at * width)
      labels[at] = label
      weights[at] = weight
      at++
    }
  }
  return { width, values, labels, weights }
}
