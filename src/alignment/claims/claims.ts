import type { WordMeanings } from '../../knowledge/synonyms.js'
import type { AlignedClaim, Neighbours, Tie } from '../../model/alignment.js'
import type { Statement } from '../../model/findings.js'
import { scoreTrees } from '../../weights/boosted-trees.js'
import type { AlignmentModels } from '../models.js'
import { findCandidates } from './candidates.js'
import { type Clash, clashOf, tellOtherThings } from './clashes.js'
import { cluster } from './clusters.js'
import { compare } from './comparison.js'
import { contextFeatures, contextOf, type SeenPair } from './context.js'
import { doubtOf, evidenceOf, tellsSameEvent } from './evidence.js'
import { features, featureValues } from './features.js'
import { clearestGist } from './gist.js'
import { becauseOf, findNeighbours, leastOfNeighbours, likenessOf, type ScoredPair } from './neighbours.js'
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
 * (`npm run bench -- claims`), so that about four joins of five are right.
 */
const joined = 200

/** Two profiles laid side by side, by their indices. */
export interface ComparedPair {
  readonly i: number
  readonly j: number
  readonly values: Uint8Array
  readonly clash: Clash | undefined
}

/** Compares all pairs of statements worth comparing, the first of the story first. */
export function comparePairs(statements: readonly Statement[], story: StatementProfiles): ComparedPair[] {
  return findCandidates(story.profiles).map(([i, j]) => comparePair(statements, story, i, j))
}

function comparePair(
  statements: readonly Statement[],
  { profiles, statementOf, vocabulary }: StatementProfiles,
  i: number,
  j: number,
): ComparedPair {
  const comparison = compare(profiles[i]!, profiles[j]!, vocabulary)
  const [a, b] = [statements[statementOf[i]!]!, statements[statementOf[j]!]!]
  return {
    i,
    j,
    values: featureValues(comparison),
    clash: tellOtherThings(a, b, comparison, vocabulary) ? 'other-description' : clashOf(comparison),
  }
}

/** Below this first look a pair is not looked at again: hardly one in a thousand of these tells the same. */
const leastOfFirstLook = -5000

/** A pair of profiles after the first look. */
interface JudgedPair extends SeenPair {
  readonly clash: Clash | undefined
}

/**
 * How surely each pair tells the same, log-odds in thousandths: by itself, then among all others.
 * There may be hundreds of thousands of pairs, so the values are kept only of those looked at again, all in one block.
 */
function judgePairs(
  statements: readonly Statement[],
  story: StatementProfiles,
  { statements: trees, inContext }: Pick<AlignmentModels, 'statements' | 'inContext'>,
): { readonly pairs: readonly JudgedPair[]; readonly scores: Int32Array } {
  const again = new Rows(features.length)
  const pairs = findCandidates(story.profiles).map(([i, j]): JudgedPair => {
    const { values, clash } = comparePair(statements, story, i, j)
    const score = scoreTrees(trees, values)
    if (score >= leastOfFirstLook) again.add(values)
    return { i, j, score, isBarred: clash !== undefined, clash }
  })
  const context = contextOf(story.profiles, pairs)
  const values = new Uint8Array(features.length + contextFeatures.length)
  let row = 0
  const scores = Int32Array.from(pairs, ({ score }, p) => {
    if (score < leastOfFirstLook) return score
    values.set(again.at(row++))
    values.set(context(p), features.length)
    return scoreTrees(inContext, values)
  })
  return { pairs, scores }
}

/** Rows of bytes of one width, one behind the other in one block that grows by doubling. */
class Rows {
  private block: Uint8Array
  private count = 0

  constructor(private readonly width: number) {
    this.block = new Uint8Array(1024 * width)
  }

  add(row: Uint8Array): void {
    const at = this.count++ * this.width
    if (at === this.block.length) {
      const larger = new Uint8Array(2 * this.block.length)
      larger.set(this.block)
      this.block = larger
    }
    this.block.set(row, at)
  }

  at(row: number): Uint8Array {
    return this.block.subarray(row * this.width, (row + 1) * this.width)
  }
}

/** A score less what is to be doubted of its evidence, but no less than that of two that have nothing to do with each other. */
function doubted(score: number, rule: string | undefined): number {
  return rule === undefined ? score : Math.max(leastOfNeighbours, score - doubtOf(rule))
}

/** Joins statements that tell the same, and names those that tell of one event otherwise. */
export function compareStatements(
  statements: readonly Statement[],
  pages: readonly Page[],
  models: AlignmentModels,
): { claims: AlignedClaim[]; neighbours: Neighbours[] } {
  const story = profileStatements(statements, pages, models.meanings)
  const { profiles, statementOf } = story
  const judged = judgePairs(statements, story, models)
  // What scores less is neither the best of a claim nor a neighbour, and why it scores is not asked.
  const rules = judged.pairs.map(({ i, j, clash }, p) => {
    if (judged.scores[p]! < leastOfNeighbours) return undefined
    return evidenceOf(compare(profiles[i]!, profiles[j]!, story.vocabulary)) + (clash ? `+${clash}` : '')
  })
  const links = judged.pairs.map(({ i, j, isBarred }, p) => ({
    a: i,
    b: j,
    score: isBarred ? Number.NEGATIVE_INFINITY : doubted(judged.scores[p]!, rules[p]),
  }))
  const groups = cluster(
    profiles.map(({ passage }) => passage.page.report),
    links,
    joined,
  )
  const pairs = judged.pairs.flatMap(({ i, j }, p): ScoredPair[] => {
    const rule = rules[p]
    return rule === undefined ? [] : [{ a: statementOf[i]!, b: statementOf[j]!, score: judged.scores[p]!, rule }]
  })
  const profileOf = new Map(statementOf.map((s, p) => [s, p] as const))
  const groupOf = statements.map((_, s) => groups[profileOf.get(s) ?? -1] ?? -1 - s)
  const bestRule = new Map<number, ScoredPair>()
  for (const pair of pairs) {
    const group = groupOf[pair.a]!
    if (group !== groupOf[pair.b] || (bestRule.get(group)?.score ?? Number.NEGATIVE_INFINITY) >= pair.score) continue
    bestRule.set(group, pair)
  }
  const ties = new Map<number, Tie[]>()
  for (const { a, b, score, rule } of pairs) {
    const group = groupOf[a]!
    if (group !== groupOf[b] || score < joined) continue
    const tie: Tie = {
      statements: [statements[a]!.id, statements[b]!.id],
      likeness: likenessOf(score),
      isSameEvent: tellsSameEvent(rule),
    }
    const list = ties.get(group)
    if (list) list.push(tie)
    else ties.set(group, [tie])
  }
  const warmth = new Map<number, number>()
  for (const { a, b, score, rule } of pairs) {
    if (groupOf[a] !== groupOf[b]) continue
    const above = doubted(score, rule) - leastOfNeighbours
    for (const s of [a, b]) warmth.set(s, (warmth.get(s) ?? 0) + above)
  }
  const members = new Map<number, number[]>()
  groupOf.forEach((group, s) => {
    const list = members.get(group)
    if (list) list.push(s)
    else members.set(group, [s])
  })
  const claims = [...members].map(([group, list], c): AlignedClaim => {
    const own = list.map((s) => statements[s]!)
    return {
      id: `c${c + 1}`,
      gist: clearestGist(
        list.map((s) => ({
          statement: statements[s]!,
          profile: profiles[profileOf.get(s) ?? -1],
          warmth: (warmth.get(s) ?? 0) / Math.max(1, list.length - 1),
        })),
      ),
      statements: own.map(({ id }) => id),
      because: becauseOf(bestRule.get(group)?.rule ?? 'single', own),
      ties: ties.get(group) ?? [],
    }
  })
  return { claims, neighbours: findNeighbours(statements, pairs, groupOf) }
}
