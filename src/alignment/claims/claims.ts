import type { WordMeanings } from '../../knowledge/synonyms.js'
import type { AlignedClaim, Neighbours, Tie } from '../../model/alignment.js'
import type { Statement } from '../../model/findings.js'
import { scoreTrees } from '../../weights/boosted-trees.js'
import type { AlignmentModels } from '../models.js'
import { findCandidates } from './candidates.js'
import { type Clash, clashOf, tellOtherThings } from './clashes.js'
import { cluster } from './clusters.js'
import { compare } from './comparison.js'
import { contextOf } from './context.js'
import { evidenceOf } from './evidence.js'
import { featureValues } from './features.js'
import { clearestGist } from './gist.js'
import { becauseOf, findNeighbours, likenessOf, type ScoredPair } from './neighbours.js'
import { type Page, statementPassage } from './passages.js'
import { type Profile, profilesOf } from './profiles.js'
import { Vocabulary } from './vocabulary.js'

/** The statements of a story ready to be compared: one profile each, but for those that lie in no sentence. */
export interface StatementProfiles {
  readonly profiles: readonly Profile[]
  /** For each profile, the index of its statement. */
  readonly statementOf: readonly number[]
  readonly vocabulary: Vocabulary
}

/** Makes the profiles of the statements of a story. */
export function profileStatements(
  statements: readonly Statement[],
  pages: readonly Page[],
  meanings: WordMeanings,
): StatementProfiles {
  const pageOf = new Map(pages.map((page) => [page.reading.report.id, page] as const))
  const found = inTextOrder(statements, pageOf).flatMap((i) => {
    const statement = statements[i]!
    const passage = statementPassage(statement, pageOf.get(statement.report)!)
    return passage ? [{ passage, i }] : []
  })
  const vocabulary = new Vocabulary(meanings)
  const profiles = profilesOf(
    found.map(({ passage }) => passage),
    vocabulary,
  )
  return { profiles, statementOf: found.map(({ i }) => i), vocabulary }
}

/** Indices by the bytes of the reports and the place in them: the same whatever order the reports come in. */
function inTextOrder(statements: readonly Statement[], pageOf: ReadonlyMap<string, Page>): number[] {
  const nameOf = (i: number) => pageOf.get(statements[i]!.report)!.reading.report.sha256
  return [...statements.keys()].sort((i, j) => {
    const [one, other] = [nameOf(i), nameOf(j)]
    return one < other ? -1 : one > other ? 1 : statements[i]!.start - statements[j]!.start || i - j
  })
}

/**
 * Log-odds, in thousandths, from which statements are joined on average. Chosen by cross-validation on the invented stories
 * (`npm run bench -- claims`), so that about five joins of six are right.
 */
const joined = 200

/** Two profiles laid side by side, by their indices. */
export interface ComparedPair {
  readonly i: number
  readonly j: number
  readonly values: Uint8Array
  readonly evidence: string
  readonly clash: Clash | undefined
}

/** Compares all pairs of statements worth comparing. */
export function comparePairs(
  statements: readonly Statement[],
  { profiles, statementOf, vocabulary }: StatementProfiles,
): ComparedPair[] {
  return findCandidates(profiles).map(([i, j]) => {
    const comparison = compare(profiles[i]!, profiles[j]!, vocabulary)
    const evidence = evidenceOf(comparison)
    const [a, b] = [statements[statementOf[i]!]!, statements[statementOf[j]!]!]
    return {
      i,
      j,
      values: featureValues(comparison),
      evidence,
      clash: tellOtherThings(a, b, comparison, vocabulary) ? 'other-description' : clashOf(comparison),
    }
  })
}

/** Below this first look a pair is not looked at again: hardly one in a thousand of these tells the same. */
const leastOfFirstLook = -5000

/** How surely each pair tells the same, log-odds in thousandths: by itself, then among all others. */
function scoresOf(
  pairs: readonly ComparedPair[],
  profiles: readonly Profile[],
  { statements: trees, inContext }: Pick<AlignmentModels, 'statements' | 'inContext'>,
): number[] {
  const seen = pairs.map(({ i, j, values, clash }) => ({
    i,
    j,
    score: scoreTrees(trees, values),
    isBarred: clash !== undefined,
  }))
  const context = contextOf(profiles, seen)
  return pairs.map(({ values }, p) => {
    const { score } = seen[p]!
    return score < leastOfFirstLook ? score : scoreTrees(inContext, Uint8Array.of(...values, ...context(p)))
  })
}

/** Joins statements that tell the same, and names those that tell of one event otherwise. */
export function compareStatements(
  statements: readonly Statement[],
  pages: readonly Page[],
  models: AlignmentModels,
): { claims: AlignedClaim[]; neighbours: Neighbours[] } {
  const story = profileStatements(statements, pages, models.meanings)
  const { profiles, statementOf } = story
  const compared = comparePairs(statements, story)
  const scores = scoresOf(compared, profiles, models)
  const links = compared.map(({ i, j, clash }, p) => ({
    a: i,
    b: j,
    score: clash ? Number.NEGATIVE_INFINITY : scores[p]!,
  }))
  const groups = cluster(profiles.length, links, joined)

  const pairs = compared.map(
    ({ i, j, evidence, clash }, p): ScoredPair => ({
      a: statementOf[i]!,
      b: statementOf[j]!,
      score: scores[p]!,
      rule: evidence + (clash ? `+${clash}` : ''),
    }),
  )
  const profileOf = new Map(statementOf.map((s, p) => [s, p] as const))
  const groupOf = statements.map((_, s) => groups[profileOf.get(s) ?? -1] ?? -1 - s)
  const bestRule = new Map<number, ScoredPair>()
  for (const pair of pairs) {
    const group = groupOf[pair.a]!
    if (group !== groupOf[pair.b] || (bestRule.get(group)?.score ?? Number.NEGATIVE_INFINITY) >= pair.score) continue
    bestRule.set(group, pair)
  }
  const ties = new Map<number, Tie[]>()
  for (const { a, b, score } of pairs) {
    const group = groupOf[a]!
    if (group !== groupOf[b] || score < joined) continue
    const tie: Tie = { statements: [statements[a]!.id, statements[b]!.id], likeness: likenessOf(score) }
    ties.set(group, [...(ties.get(group) ?? []), tie])
  }
  const members = new Map<number, number[]>()
  groupOf.forEach((group, s) => {
    members.set(group, [...(members.get(group) ?? []), s])
  })
  const claims = [...members].map(([group, list], c): AlignedClaim => {
    const own = list.map((s) => statements[s]!)
    return {
      id: `c${c + 1}`,
      gist: clearestGist(list.map((s) => ({ statement: statements[s]!, profile: profiles[profileOf.get(s) ?? -1] }))),
      statements: own.map(({ id }) => id),
      because: becauseOf(bestRule.get(group)?.rule ?? 'single', own),
      ties: ties.get(group) ?? [],
    }
  })
  return { claims, neighbours: findNeighbours(statements, pairs, groupOf) }
}
