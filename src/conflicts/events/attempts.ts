import { eventFamily } from '../../knowledge/event-families.js'
import { answerOf, type FoundConflict } from '../sides.js'
import type { Clause, View } from '../view.js'

import { isFactual } from './deeds.js'
import { conflictsOf, type Quarrel } from './pairs.js'

/**
 * "somebody might be trying to cross" – "somebody had crossed"
 *
 * A thing attempted in one report and done in another.
 */
export function attemptedOrDone(view: View): FoundConflict[] {
  const quarrels = view.likePairs(0.4).flatMap(({ one, other }): Quarrel[] => {
    const [a, b] = [attempt(one), attempt(other)]
    if (one.reading === other.reading || a.tried === b.tried || a.kind !== b.kind || a.kind === '') return []
    const done = a.tried ? other : one
    if (!isFactual(done) || !done.tokens.some((t) => t.upos === 'VERB' && /^VB[DN]$/.test(t.xpos))) return []
    return [
      { one: answerOf(one, a.tried ? 'attempted' : 'done'), other: answerOf(other, b.tried ? 'attempted' : 'done') },
    ]
  })
  return conflictsOf(
    quarrels,
    'other',
    'soft',
    'attempted-or-done',
    (sides) => `It was ${sides.map((s) => s.gist).join(' in one account, ')} in another.`,
  )
}

function attempt({ statement }: Clause): { tried: boolean; kind: string } {
  const [first, to, ...rest] = statement.event.predicate.split(' ')
  const tried = to === 'to' && /^(?:try|attempt|plan|seek|want|intend|threaten)$/.test(first!)
  const verb = tried ? rest.join(' ') : statement.event.predicate
  return { tried, kind: eventFamily(verb)?.name ?? '' }
}
