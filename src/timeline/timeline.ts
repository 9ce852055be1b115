import type { Claim, Conflict, Statement, TimelineEntry } from '../model/findings.js'

/** Claims in the order in which things are said to have happened; a claim whose statements disagree on the date stands at each. */
export function buildTimeline(
  claims: readonly Claim[],
  statements: readonly Statement[],
  conflicts: readonly Conflict[],
): TimelineEntry[] {
  const byId = new Map(statements.map((s) => [s.id, s]))
  const disputed = new Set(
    conflicts.filter((x) => x.kind === 'date').flatMap((x) => x.sides.flatMap((s) => s.statements)),
  )
  const entries = claims.flatMap((claim) => {
    const dates = new Set(claim.statements.flatMap((id) => byId.get(id)?.when?.edtf ?? []))
    return [...dates].map(
      (when): TimelineEntry => ({
        when,
        gist: claim.gist,
        claims: [claim.id],
        disputed: claim.statements.some((id) => disputed.has(id)),
      }),
    )
  })
  return entries.sort((a, b) => compare(a.when, b.when))
}

/** EDTF dates order like text, the less exact first. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
