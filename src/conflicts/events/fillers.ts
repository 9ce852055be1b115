import { groupBy } from '../lists.js'
import { type Answer, answerAt, conflictOf, type FoundConflict, listed } from '../sides.js'
import type { Clause, View } from '../view.js'
import { wordsAt } from '../view.js'
import { type Deed, type Party, party } from './deeds.js'

import { conflictsOf, type Quarrel } from './pairs.js'
import { familyOf } from './same-event.js'

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
      d.agent && d.factual && suffering.has(d.kind) && isBody(view, d.clause, d.agent) && view.entities.has(d.about),
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
  const last = new Set(answers.map((a) => a.value.split(' ').at(-1)))
  return last.size === 1
}

/** Done once to a person by somebody, as a rule. */
const suffering = new Set(['detain', 'rescue', 'find', 'release', 'appoint', 'order', 'warn'])

/** Whether one who takes part is somebody: a person, a body, a group of people. */
export function isBody(view: View, clause: Clause, agent: Party | null): boolean {
  if (!agent || agent.noun === '') return false
  const mention = clause.reading.mentions.find((m) => {
    const head = clause.sentence.tokens[m.headToken]
    if (m.sentence !== clause.sentence.index || !head) return false
    return head.start >= agent.start && head.end <= agent.end && head.lemma.toLowerCase() === agent.noun
  })
  const type = mention ? (view.entityOf(clause.reading, mention)?.type ?? mention.type) : null
  return type === 'person' || type === 'organisation' || type === 'group'
}

function doer(view: View, { clause, agent }: Deed): Answer[] {
  if (!agent || pronouns.has(agent.noun)) return []
  const key = agent.entity && agent.entity.names.length > 0 ? agent.entity.name.toLowerCase() : agent.noun
  return [answerAt(view, clause.reading, agent, key, shortWords(clause, agent))]
}

const pronouns = new Set(['who', 'which', 'that', 'they', 'he', 'she', 'it', 'someone', 'somebody', 'people', 'one'])

/**
 * "Brandt mistreated the crew" – "the company's men mistreated the crew"
 *
 * One verb, one sufferer, two doers, in clauses that otherwise agree: each side blames another.
 */
export function opposedDoers(view: View): FoundConflict[] {
  const quarrels = view.likePairs(0.45).flatMap(({ one, other }): Quarrel[] => {
    if (familyOf(one) !== familyOf(other) || !harming.has(one.statement.event.predicate)) return []
    if (one.statement.polarity !== other.statement.polarity) return []
    const [a, b] = [party(view, one, 'agent'), party(view, other, 'agent')]
    const [x, y] = [party(view, one, 'patient'), party(view, other, 'patient')]
    if (!a || !b || !x || !y || !sameParty(x, y) || sameParty(a, b) || x.noun === '') return []
    // One of the two must be known by name, neither may hold the other, and nobody nameless may be meant by either.
    if (!named(a) && !named(b)) return []
    if (nameless.has(a.noun) || nameless.has(b.noun)) return []
    if (a.noun === '' || b.noun === '' || !isBody(view, one, a) || !isBody(view, other, b)) return []
    if (pronouns.has(a.noun) || pronouns.has(b.noun) || within(one, a, b) || within(other, b, a)) return []
    return [{ one: said(view, one, a), other: said(view, other, b) }]
  })
  return conflictsOf(quarrels, 'role', 'soft', 'opposed-doers', (sides) => `Who did it differs: ${listed(sides)}.`)
}

const harming = new Set(
  'mistreat abuse torture beat kill execute murder shoot rape rob steal attack assault threaten insult bomb shell harass provoke start break violate betray deceive'.split(
    ' ',
  ),
)
const nameless = new Set(
  'gunman shooter attacker suspect man woman father mother driver killer robber assailant person someone officer shooting fire'.split(
    ' ',
  ),
)

function said(view: View, clause: Clause, p: Party): Answer {
  return answerAt(view, clause.reading, p, p.entity?.id ?? p.noun, shortWords(clause, p))
}

function named(p: Party): boolean {
  return (p.entity?.names.length ?? 0) > 0
}

/** "the company's men" may be the company. */
function within(clause: Clause, inner: Party, outer: Party): boolean {
  const name = outer.entity?.name.toLowerCase() ?? outer.noun
  return wordsAt(clause.reading, inner).toLowerCase().includes(name.split(' ').at(-1)!)
}

function sameParty(a: Party, b: Party): boolean {
  if (named(a) && named(b)) return a.entity!.id === b.entity!.id
  return a.noun === b.noun && a.noun !== ''
}

/** Two reports differ when each has an answer that the other never gives. */
export function eachHasItsOwn(answers: readonly Answer[]): boolean {
  const byReport = [...groupBy(answers, (a) => a.evidence.report).values()].map(
    (list) => new Set(list.map((a) => a.value)),
  )
  return byReport.some((a, i) =>
    byReport.slice(i + 1).some((b) => [...a].some((v) => !b.has(v)) && [...b].some((v) => !a.has(v))),
  )
}

/** The words of a party up to a comma or a relative clause. */
export function shortWords({ reading }: Clause, p: Party): string {
  return wordsAt(reading, p)
    .split(/[,;]| who | which | that | in | on | for | to /)[0]!
    .slice(0, 60)
}
