import type { Alignment } from '../model/alignment.js'
import type { Claim, Conflict, Derivation } from '../model/findings.js'
import type { Reading } from '../model/reading.js'
import { conflictingDates } from './dates.js'
import { conflictingNumbers } from './numbers.js'

/** What the stage is given: the whole story, aligned, with its witnesses counted. */
export interface ComparedStory {
  readonly readings: readonly Reading[]
  readonly alignment: Alignment
  readonly claims: readonly Claim[]
  readonly derivations: readonly Derivation[]
}

/** Rules that put two statements of one claim against each other, one file a kind. */
const conflictRules = [conflictingDates, conflictingNumbers]

/** Where the reports cannot all be right. */
export function findConflicts({ alignment, claims }: ComparedStory): Conflict[] {
  const byId = new Map(alignment.statements.map((s) => [s.id, s]))
  const found = claims.flatMap((claim) => {
    const members = claim.statements.map((id) => byId.get(id)!)
    return conflictRules.flatMap((rule) => rule(members))
  })
  return found.map((conflict, i) => ({ ...conflict, id: `x${i + 1}` }))
}
