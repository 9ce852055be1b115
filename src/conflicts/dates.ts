import type { Conflict, Statement } from '../model/findings.js'
import { sidesBy } from './sides.js'

/**
 * "The ferry sank on June 3." – "The ferry sank on June 4."
 *
 * Two dates of one claim of which neither is a less exact form of the other: hard where both stand in the text.
 */
export function conflictingDates(members: readonly Statement[]): Omit<Conflict, 'id'>[] {
  const sides = sidesBy(members, ({ when }) => (when ? { value: when.edtf.replace(/[~?%]/g, ''), words: when } : null))
  const [one, other] = sides
  if (
    !one ||
    !other ||
    sides.some((a) => sides.some((b) => a !== b && (a.value.startsWith(b.value) || isInterval(a.value))))
  )
    return []
  const stated = members.every(
    ({ when }) => when === null || (when.known.includes('month') && when.known.includes('day')),
  )
  return [
    {
      kind: 'date',
      severity: stated ? 'hard' : 'soft',
      update: false,
      sides: sides.map(({ value, ...side }) => side),
      note: `The reports give different dates: ${sides.map((s) => s.value).join(', ')}.`,
      because: { rule: 'different-dates', spans: sides.flatMap((s) => s.evidence) },
    },
  ]
}

function isInterval(value: string): boolean {
  return value.includes('/')
}
