import { groupBy } from '../lists.js'
import { type Answer, answerAt, conflictOf, eachHasItsOwn, type FoundConflict, listed } from '../sides.js'
import type { View } from '../view.js'
import { isNamed, type Party, party } from './deeds.js'
import { isBody, shortWords } from './fillers.js'

/** Verbs so particular that a story uses them of one matter. */
const particular = new Set([
  'execute',
  'torture',
  'mistreat',
  'behead',
  'hang',
  'lynch',
  'rape',
  'deport',
  'expel',
  'evict',
  'kidnap',
  'abduct',
  'poison',
  'bribe',
  'extort',
])

/**
 * "executing captured prisoners" – "fighters executed by their own commanders"
 *
 * To whom a thing of this kind was done, and by whom, where the reports name different people.
 */
export function differentVictims(view: View): FoundConflict[] {
  const told = view.clauses.filter(
    (c) => particular.has(c.statement.event.predicate) && c.statement.polarity === 'positive',
  )
  return [...groupBy(told, (c) => c.statement.event.predicate)].flatMap(([verb, clauses]) =>
    clauses.length > 15
      ? []
      : (['patient', 'agent'] as const).flatMap((role) => {
          const answers = clauses.flatMap((c): Answer[] => {
            const one = party(view, c, role)
            return one && isBody(view, c, one) && !pronoun.test(one.noun)
              ? [answerAt(view, c.reading, one, one.noun, shortWords(c, one))]
              : []
          })
          // A name and a description may be one person.
          if (!eachHasItsOwn(answers) || clauses.some((c) => isNamedPerson(party(view, c, role)))) return []
          return conflictOf(
            'role',
            'soft',
            `different-${role === 'patient' ? 'victims' : 'culprits'}`,
            answers,
            (sides) =>
              role === 'patient'
                ? `Whom they ${verb} differs: ${listed(sides)}.`
                : `Who would ${verb} differs: ${listed(sides)}.`,
          )
        }),
  )
}

const pronoun = /^(?:who|which|that|they|he|she|it|someone|people|person|man|woman|other|one)$/

function isNamedPerson(one: Party | null): boolean {
  return one !== null && isNamed(one) && one.entity.type === 'person'
}
