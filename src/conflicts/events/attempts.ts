import { eventFamily } from '../../knowledge/event-families.js'
import { groupBy } from '../lists.js'
import { answerOf, type FoundConflict } from '../sides.js'
import type { Clause, View } from '../view.js'
import { isFactual, party } from './deeds.js'
import { sharedContent } from './likeness.js'
import { conflictsOf, type Quarrel } from './pairs.js'

/** A kind of event told more often than this is no single event. */
const mostTellings = 30

/**
 * "somebody might be trying to cross" – "somebody had crossed"
 *
 * A thing attempted in one report and done in another, by the same people, in sentences that have most in common.
 */
export function attemptedOrDone(view: View): FoundConflict[] {
  const told = view.clauses.map((clause) => ({ clause, ...attempt(clause) })).filter((t) => t.kind !== '')
  const quarrels = [...groupBy(told, (t) => t.kind).values()].flatMap((list): Quarrel[] => {
    if (list.length > mostTellings) return []
    const tried = list.filter((t) => t.tried)
    const done = list.filter((t) => !t.tried && isDone(t.clause))
    return tried.flatMap(({ clause: a }) =>
      done.flatMap(({ clause: b }): Quarrel[] => {
        if (a.reading === b.reading || !sameAgent(view, a, b)) return []
        return sharedContent(view, a, b).length < 3
          ? []
          : [{ one: answerOf(a, 'attempted'), other: answerOf(b, 'done') }]
      }),
    )
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
  const tried = to === 'to' && /^(?:try|attempt)$/.test(first!)
  const verb = tried ? rest.join(' ') : statement.event.predicate
  // "trying to escape the house" and "left the house" are two moments: the verb itself must be the same.
  return { tried, kind: eventFamily(verb) ? verb : '' }
}

function isDone(clause: Clause): boolean {
  return isFactual(clause) && clause.tokens.some((t) => t.upos === 'VERB' && /^VB[DN]$/.test(t.xpos))
}

function sameAgent(view: View, one: Clause, other: Clause): boolean {
  const [a, b] = [party(view, one, 'agent'), party(view, other, 'agent')]
  if (!a || !b) return false
  const words = ({ reading }: Clause, p: { start: number; end: number }) =>
    reading.report.text.slice(p.start, p.end).toLowerCase()
  return (a.entity !== null && a.entity === b.entity) || words(one, a) === words(other, b)
}
