import type { AlignedClaim, Alignment } from '../src/model/alignment.js'
import type { Span } from '../src/model/span.js'
import type { GoldStory } from './gold.js'

/** Statements longer than this are no clause or two, and belong to no claim. */
const longest = 500

/**
 * Claims as gold joins them: the statements that cover half of a gold span, or are covered by it to a half.
 * With it the counting of witnesses is measured apart from the joining of claims. Report ids of the story must be gold's.
 */
export function oracleClaims({ statements }: Alignment, gold: GoldStory): AlignedClaim[] {
  return gold.claims.map(({ id, gist, spans }) => {
    const members = statements.filter((s) => s.end - s.start <= longest && spans.some((span) => touches(s, span)))
    return {
      id,
      gist,
      statements: members.map((s) => s.id),
      because: { rule: 'gold', spans: members.map(({ report, start, end }) => ({ report, start, end })) },
    }
  })
}

function touches(a: Span, b: Span): boolean {
  const both = a.report === b.report ? Math.min(a.end, b.end) - Math.max(a.start, b.start) : 0
  return both > 0 && both >= 0.5 * Math.min(a.end - a.start, b.end - b.start)
}
