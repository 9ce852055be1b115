import type { Conflict, Statement } from '../model/findings.js'
import { sidesBy } from './sides.js'

/**
 * "The ferry carried 90 people." – "The ferry carried 120 people."
 *
 * Two plain numbers of the same thing in one claim. Nothing is known yet of growing tolls, so it is never called hard.
 */
export function conflictingNumbers(members: readonly Statement[]): Omit<Conflict, 'id'>[] {
  const units = new Set(members.flatMap((s) => s.numbers.flatMap((n) => n.unit ?? [])))
  return [...units].flatMap((unit): Omit<Conflict, 'id'>[] => {
    const sides = sidesBy(members, (s) => {
      const number = s.numbers.find((n) => n.unit === unit)
      return number && /^\d+(?:\.\d+)?$/.test(number.value) ? { value: number.value, words: number } : null
    })
    if (sides.length < 2) return []
    return [
      {
        kind: 'number',
        severity: 'soft',
        update: false,
        sides: sides.map(({ value, ...side }) => side),
        note: `The reports give different figures (${unit}): ${sides.map((s) => s.value).join(', ')}.`,
        because: { rule: 'different-numbers', spans: sides.flatMap((s) => s.evidence) },
      },
    ]
  })
}
