import type { Claim, Conflict, Statement } from '../model/findings.js'
import { conflictingDates } from './dates.js'
import { conflictingNumbers } from './numbers.js'

/** Rules that put two statements of one claim against each other, one file a kind. */
const conflictRules = [conflictingDates, conflictingNumbers]

/** Where the reports cannot all be right. */
export function findConflicts(claims: readonly Claim[], statements: readonly Statement[]): Conflict[] {
  const byId = new Map(statements.map((s) => [s.id, s]))
  const found = claims.flatMap((claim) => {
    const members = claim.statements.map((id) => byId.get(id)!)
    return conflictRules.flatMap((rule) => rule(members))
  })
  return found.map((conflict, i) => ({ ...conflict, id: `x${i + 1}` }))
}
