import { groupBy, lyingIn } from '../lists.js'
import { type Answer, answerAt, conflictOf, eachHasItsOwn, type FoundConflict, listed } from '../sides.js'
import type { Clause, View } from '../view.js'
import { wordsAt } from '../view.js'
import { type Deed, isNamed, type Party } from './deeds.js'
import { byOneDoer } from './kinds.js'

/** Told more often than this, a kind of event of one person is no single event. */
const mostTellings = 30

/**
 * "was arrested by border guards" – "was arrested by a patrol"
 *
 * One person suffers one thing, and the reports name different doers. A name and a description of one body do not quarrel.
 */
export function differentDoers(view: View): FoundConflict[] {
  const suffered = view.deeds.filter(
    (d) =>
      d.agent && d.factual && byOneDoer.has(d.kind) && isBody(view, d.clause, d.agent) && view.entities.has(d.about),
  )
  return [...groupBy(suffered, (d) => `${d.kind} ${d.about}`).values()].flatMap((list) => {
    if (list.length > mostTellings) return []
    const answers = list.flatMap((d) => doer(view, d))
    if (!eachHasItsOwn(answers) || oneName(answers)) return []
    return conflictOf('role', 'soft', 'different-doers', answers, (sides) => `Who did it differs: ${listed(sides)}.`)
  })
}

/** "Brandt" and "Captain Hans Brandt" are one, whatever they were resolved to. */
function oneName(answers: readonly Answer[]): boolean {
  const last = new Set(answers.map((a) => a.value.split(' (')[0]!.split(' ').at(-1)))
  return last.size === 1
}

/** Whether one who takes part is somebody: a person, a body, a group of people. */
export function isBody(view: View, clause: Clause, agent: Party | null): boolean {
  if (!agent) return false
  if (isNamed(agent)) return /^(?:person|organisation|group)$/.test(agent.entity.type)
  if (agent.noun === '') return false
  const mention = lyingIn(clause.reading.mentions, clause.sentence.start, clause.sentence.end).find((m) => {
    const head = clause.sentence.tokens[m.headToken]
    if (m.sentence !== clause.sentence.index || !head) return false
    return head.start >= agent.start && head.end <= agent.end && head.lemma.toLowerCase() === agent.noun
  })
  const type = mention ? (view.entityOf(clause.reading, mention)?.type ?? mention.type) : null
  return type === 'person' || type === 'organisation' || type === 'group'
}

function doer(view: View, { clause, agent }: Deed): Answer[] {
  if (!agent || pronouns.has(agent.noun)) return []
  const key = isNamed(agent) ? agent.entity.name.toLowerCase() : agent.noun
  return [answerAt(view, clause.reading, agent, key, shortWords(clause, agent))]
}

const pronouns = new Set(['who', 'which', 'that', 'they', 'he', 'she', 'it', 'someone', 'somebody', 'people', 'one'])

/** The words of a party up to a comma or a relative clause. */
export function shortWords({ reading }: Clause, p: Party): string {
  return wordsAt(reading, p)
    .split(/[,;(]| who | which | that | in | on | for | to /)[0]!
    .slice(0, 60)
}
