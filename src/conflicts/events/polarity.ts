import { eventFamily } from '../../knowledge/event-families.js'
import type { Clause, View } from '../view.js'
import { type Answer, answerOf, type FoundConflict } from '../sides.js'
import { isFactual, party } from './deeds.js'
import { likePairs } from './likeness.js'
import { conflictsOf, type Quarrel } from './pairs.js'
import { familyOf } from './same-event.js'

/** How like two clauses must be for one to deny the other, from 0 to 1. */
const least = 0.55

/**
 * "The lamp was not lit." – "The lamp was lit."; "too frightened to turn round" – "I turned round"
 *
 * One assertion, affirmed and denied, with nothing in it that tells of two times.
 */
export function deniedAndAffirmed(view: View): FoundConflict[] {
  const quarrels = likePairs(view, least).flatMap(({ one, other }): Quarrel[] => {
    const [a, b] = [denied(one), denied(other)]
    if (a.no === b.no || a.kind !== b.kind || !isFactual(one) || !isFactual(other)) return []
    if (twoTimes(one) || twoTimes(other) || !sameAgent(view, one, other)) return []
    if (one.reading === other.reading && one.statement.chain.join() === other.statement.chain.join()) return []
    return [{ one: answer(one, a.no), other: answer(other, b.no) }]
  })
  return conflictsOf(
    quarrels,
    'polarity',
    'hard',
    'denied-and-affirmed',
    (sides) => `One side denies what the other affirms: ${sides.map((s) => `“${s.gist}”`).join(', ')}.`,
  )
}

function answer(clause: Clause, no: boolean): Answer {
  return answerOf(clause, no ? 'no' : 'yes', clause.statement.gist)
}

/** What a clause affirms or denies. "too frightened to turn" denies turning. */
function denied(clause: Clause): { readonly no: boolean; readonly kind: string } {
  const { statement, tokens } = clause
  const too = tokens.findIndex((t, i) => t.form === 'too' && tokens[i + 1]?.upos === 'ADJ' && tokens[i + 2]?.form === 'to')
  const verb = too >= 0 ? tokens[too + 3] : undefined
  if (verb?.upos === 'VERB') return { no: true, kind: eventFamily(verb.lemma)?.name ?? verb.lemma }
  return { no: statement.polarity === 'negative', kind: familyOf(clause) }
}

const timeWords = new Set('initially longer anymore yet still once earlier previously before until till after first originally now again ever'.split(' '))

function twoTimes({ tokens }: Clause): boolean {
  return tokens.some((t) => timeWords.has(t.form.toLowerCase()))
}

function sameAgent(view: View, one: Clause, other: Clause): boolean {
  const [a, b] = [party(view, one, 'agent'), party(view, other, 'agent')]
  if (!a || !b) return true
  if (a.entity && b.entity) return a.entity.id === b.entity.id
  return a.noun !== '' && a.noun === b.noun
}
