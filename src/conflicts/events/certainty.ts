import { answerOf, type FoundConflict } from '../sides.js'
import type { Clause, View } from '../view.js'

import { conflictsOf, type Quarrel } from './pairs.js'
import { familyOf } from './same-event.js'

/** Words that hold an assertion back, from less to more. */
const levels: readonly (readonly string[])[] = [
  ['appear', 'seem', 'think', 'believe', 'likely', 'probably', 'apparently', 'presumably', 'consider'],
  ['allegedly', 'reportedly', 'alleged', 'purportedly', 'supposedly', 'accuse'],
  ['may', 'might', 'could', 'possible', 'possibly', 'perhaps'],
]
const names = ['as a fact', 'as likely', 'as alleged', 'as possible']

/**
 * "It was a quarrel between crews." – "It may have been a quarrel between crews."
 *
 * One assertion, held more and less surely.
 */
export function differentCertainty(view: View): FoundConflict[] {
  const quarrels = view.likePairs(0.5).flatMap(({ one, other, shared }): Quarrel[] => {
    if (one.reading === other.reading || shared.length < 3 || !oneVerb(one, other)) return []
    const [a, b] = [levelOf(one), levelOf(other)]
    return a === b ? [] : [{ one: answerOf(one, names[a]!), other: answerOf(other, names[b]!) }]
  })
  return conflictsOf(
    quarrels,
    'attribution',
    'soft',
    'different-certainty',
    (sides) => `One assertion is made ${sides.map((s) => s.gist).join(', ')}.`,
  )
}

/** "was related", "appeared to be related" */
function oneVerb(one: Clause, other: Clause): boolean {
  const [a, b] = [familyOf(one), familyOf(other)]
  return a === b || [a, b].some((f) => f === 'appear' || f === 'seem' || f.startsWith('be '))
}

function levelOf({ tokens }: Clause): number {
  return (
    levels.findIndex((words) =>
      tokens.some((t) => words.includes(t.lemma.toLowerCase()) && /^(?:AUX|VERB|ADV|ADJ)$/.test(t.upos)),
    ) + 1
  )
}
