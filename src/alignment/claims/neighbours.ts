import type { Neighbours } from '../../model/alignment.js'
import type { Statement } from '../../model/findings.js'
import type { Because } from '../../model/span.js'
import { isWeak } from './evidence.js'

/** Two statements as they were compared: by their indices, with the log-odds in thousandths, and why. */
export interface ScoredPair {
  readonly a: number
  readonly b: number
  readonly score: number
  readonly rule: string
}

/** Below these log-odds two statements have little to do with each other. */
export const leastOfNeighbours = -1500
/** What a pair loses as neighbours that shares a topic rather than an event. */
const doubtOfTopic = 1000
/** So many neighbours at most are kept for one statement, the likest. */
const mostOfOne = 8

/**
 * "The ferry left at noon." – "The ferry left at one."
 *
 * Statements of different claims that may tell of one event, the likest first.
 */
export function findNeighbours(
  statements: readonly Statement[],
  pairs: readonly ScoredPair[],
  claimOf: readonly number[],
): Neighbours[] {
  const counts = new Map<number, number>()
  const near = pairs
    .map((pair) => (isWeak(pair.rule) ? { ...pair, score: pair.score - doubtOfTopic } : pair))
    .filter(({ a, b, score }) => score >= leastOfNeighbours && claimOf[a] !== claimOf[b])
  const kept = [...near]
    .sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b)
    .filter(({ a, b }) => {
      const fits = (counts.get(a) ?? 0) < mostOfOne && (counts.get(b) ?? 0) < mostOfOne
      if (fits) for (const i of [a, b]) counts.set(i, (counts.get(i) ?? 0) + 1)
      return fits
    })
  return kept.map(({ a, b, score, rule }) => {
    const [first, second] = [statements[Math.min(a, b)]!, statements[Math.max(a, b)]!]
    return { statements: [first.id, second.id], likeness: likenessOf(score), because: becauseOf(rule, [first, second]) }
  })
}

/** Log-odds in thousandths as a probability with two decimals. */
export function likenessOf(score: number): number {
  return Math.round(100 / (1 + Math.exp(-score / 1000))) / 100
}

/** Names the evidence, from the words of the statements. */
export function becauseOf(rule: string, statements: readonly Statement[]): Because {
  return { rule, spans: statements.map(({ report, start, end }) => ({ report, start, end })) }
}
