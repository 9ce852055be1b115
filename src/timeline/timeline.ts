import { holdsNot } from '../model/denial.js'
import type { Claim, Conflict, Statement, TimelineEntry } from '../model/findings.js'
import { datesOfClaim } from './dates-of-claim.js'
import { compareEdtf } from './edtf-order.js'
import { happened } from './happenings.js'

/**
 * Claims in the order in which things are said to have happened, one entry for an event and date.
 * A claim whose statements disagree on the date stands at each date, disputed; so does one whose date is in a conflict.
 * A thing told only to come before or after another has an open interval ("2024-06-13/.."), and stands beside it;
 * a claim that no words date is not in the timeline, for the order of telling is not the order of happening.
 */
export function buildTimeline(
  claims: readonly Claim[],
  statements: readonly Statement[],
  conflicts: readonly Conflict[],
): TimelineEntry[] {
  const byId = new Map(statements.map((s) => [s.id, s]))
  const inConflict = new Set(
    conflicts.filter((x) => x.kind === 'date').flatMap((x) => x.sides.flatMap((s) => s.statements)),
  )
  const entries = new Map<string, Entry>()
  for (const claim of claims) {
    const members = claim.statements.flatMap((id) => byId.get(id) ?? []).filter(happened)
    const dates = datesOfClaim(members)
    for (const when of dates) {
      const disputed = dates.length > 1 || members.some(({ id }) => inConflict.has(id))
      const key = `${when} ${eventKey(members) ?? claim.id}`
      const known = entries.get(key)
      entries.set(key, known ? merged(known, claim, disputed) : { when, claims: [claim], disputed })
    }
  }
  return [...entries.values()]
    .map(({ when, claims: told, disputed }) => ({
      when,
      gist: told[0]!.gist,
      claims: told.map(({ id }) => id),
      disputed,
    }))
    .sort((a, b) => compareEdtf(a.when, b.when))
}

interface Entry {
  readonly when: string
  /** The one that most statements make first. */
  readonly claims: readonly Claim[]
  readonly disputed: boolean
}

function merged(entry: Entry, claim: Claim, disputed: boolean): Entry {
  const claims = [...entry.claims, claim].sort((a, b) => b.statements.length - a.statements.length)
  return { ...entry, claims, disputed: entry.disputed || disputed }
}

/** What makes two claims of one date one event: the same predicate and the same people in the same roles; undefined where nobody known takes part. */
function eventKey(members: readonly Statement[]): string | undefined {
  for (const member of members) {
    const { event } = member
    const roles = event.roles.flatMap(({ role, entity }) =>
      entity !== null && /^(agent|patient|recipient)$/.test(role) ? [`${role} ${entity}`] : [],
    )
    if (roles.length > 0 && event.predicate !== 'say')
      return [event.predicate, holdsNot(member), ...roles.sort()].join(' ')
  }
  return undefined
}
