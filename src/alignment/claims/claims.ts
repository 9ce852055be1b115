import type { WordMeanings } from '../../knowledge/synonyms.js'
import type { AlignedClaim, Neighbours } from '../../model/alignment.js'
import type { Statement } from '../../model/findings.js'
import { scoreTrees } from '../../weights/boosted-trees.js'
import type { AlignmentModels } from '../models.js'
import { findCandidates } from './candidates.js'
import { type Clash, clashOf, tellOtherThings } from './clashes.js'
import { cluster } from './clusters.js'
import { compare, sharesLittle } from './comparison.js'
import { evidenceOf, isFaint } from './evidence.js'
import { featureValues } from './features.js'
import { clearestGist } from './gist.js'
import { becauseOf, findNeighbours, leastOfNeighbours, type ScoredPair } from './neighbours.js'
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

/** Log-odds, in thousandths, from which statements are joined on average: about even odds, chosen on the gold stories (200, −300 and −800 were tried; see bench/RESULTS.md). */
const joined = -300
/** What a pair loses that has hardly a telling word in common: "he wants her to do well" – "he wants to see it". */
const doubtOfLightWords = 1000
/** What a pair loses whose predicates differ and that has rare words at best in common: read blind, half of such joins were wrong. */
const doubtOfFaintEvidence = 450

interface ComparedPair extends ScoredPair {
  readonly clash: Clash | undefined
}

/** Joins statements that tell the same, and names those that tell of one event otherwise. */
export function compareStatements(
  statements: readonly Statement[],
  pages: readonly Page[],
  models: AlignmentModels,
): { claims: AlignedClaim[]; neighbours: Neighbours[] } {
  const { profiles, statementOf, vocabulary } = profileStatements(statements, pages, models.meanings)
  const pairs = findCandidates(profiles).map(([i, j]): ComparedPair & { i: number; j: number } => {
    const comparison = compare(profiles[i]!, profiles[j]!, vocabulary)
    const evidence = evidenceOf(comparison)
    const score =
      scoreTrees(models.statements, featureValues(comparison)) -
      (sharesLittle(comparison) ? doubtOfLightWords : 0) -
      (isFaint(evidence) ? doubtOfFaintEvidence : 0)
    const [a, b] = [statementOf[i]!, statementOf[j]!]
    if (score < leastOfNeighbours) return { i, j, a, b, score, clash: undefined, rule: '' }
    const clash = tellOtherThings(statements[a]!, statements[b]!, comparison, vocabulary)
      ? 'other-description'
      : clashOf(comparison)
    return { i, j, a, b, score, clash, rule: evidence + (clash ? `+${clash}` : '') }
  })
  const links = pairs.map(({ i, j, score, clash }) => ({ a: i, b: j, score: clash ? Number.NEGATIVE_INFINITY : score }))
  const groups = cluster(profiles.length, links, joined)

  const profileOf = new Map(statementOf.map((s, p) => [s, p] as const))
  const groupOf = statements.map((_, s) => groups[profileOf.get(s) ?? -1] ?? -1 - s)
  const bestRule = new Map<number, ComparedPair>()
  for (const pair of pairs) {
    const group = groupOf[pair.a]!
    if (group !== groupOf[pair.b] || (bestRule.get(group)?.score ?? Number.NEGATIVE_INFINITY) >= pair.score) continue
    bestRule.set(group, pair)
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
    }
  })
  return { claims, neighbours: findNeighbours(statements, pairs, groupOf) }
}
