import type { Statement } from '../model/findings.js'
import { compareEdtf, isMoreExact, mayBeSame, stretchOf } from './edtf-order.js'

/**
 * The dates at which a claim stands, in order: its statements' dates, each only as exact as the most exact that agrees with it.
 * "In November" and "on November 6" are one date; "on November 6" and "on November 9" are two, and so disputed.
 */
export function datesOfClaim(statements: readonly Statement[]): string[] {
  const all = [...new Set(statements.flatMap(({ when }) => when?.edtf ?? []))]
  // What words outside the clause lent gives way to what the clause itself says.
  const own = all.filter((edtf) => statements.some(({ when }) => when?.edtf === edtf && when.known.length > 0))
  const kept: string[] = []
  for (const edtf of [...all].sort((a, b) => (isMoreExact(a, b) ? -1 : isMoreExact(b, a) ? 1 : compareEdtf(a, b)))) {
    if (own.length > 0 && !own.includes(edtf)) continue
    if (!kept.some((other) => mayBeSame(edtf, other) && !(isPoint(edtf) && isPoint(other)))) kept.push(edtf)
  }
  return kept.sort(compareEdtf)
}

/** A time of day: two of them a quarter of an hour apart are two. */
function isPoint(edtf: string): boolean {
  const stretch = stretchOf(edtf)
  return stretch !== null && stretch.first === stretch.last
}
