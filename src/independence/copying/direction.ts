import type { Report } from '../../model/report.js'
import type { Credits } from '../credits/credits.js'
import type { TextTie } from './ties.js'

/** Who took from whom, and what tells it. */
export interface Direction {
  readonly to: string
  readonly from: string
  readonly because: 'credit' | 'agency' | 'dates'
}

/**
 * The direction of a tie, from sure to loose: a credit; an agency's own copy against a paper's; the dates of publication.
 * Undefined where nothing tells: then all that is known is that one text stands behind both.
 */
export function directionOf(
  { reports: [a, b] }: TextTie,
  reports: ReadonlyMap<string, Report>,
  { derivations: credits, copyOf, fromAgency }: Credits,
): Direction | undefined {
  const credited = (to: string, from: string) =>
    credits.some((c) => c.to === to && (c.from === from || c.from === copyOf.get(from)))
  const [ab, ba] = [credited(a, b), credited(b, a)]
  if (ab !== ba) return ab ? { to: a, from: b, because: 'credit' } : { to: b, from: a, because: 'credit' }
  const [one, other] = [fromAgency.has(a), fromAgency.has(b)]
  if (one !== other) return one ? { to: b, from: a, because: 'agency' } : { to: a, from: b, because: 'agency' }
  const [first, second] = [exactDay(reports.get(a)!.published), exactDay(reports.get(b)!.published)]
  if (first === null || second === null || first === second) return undefined
  return first < second ? { to: b, from: a, because: 'dates' } : { to: a, from: b, because: 'dates' }
}

// A month, an interval or "about" cannot tell which of two reports was first.
function exactDay(published: string | null): string | null {
  return published !== null && /^\d{4}-\d\d-\d\d(?:T[\d:]{5,8})?(?:Z|[+-]\d\d:\d\d)?$/.test(published)
    ? published.slice(0, 10)
    : null
}
