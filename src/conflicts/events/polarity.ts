import { eventFamily, nominalFamily } from '../../knowledge/event-families.js'
import type { ConflictSide } from '../../model/findings.js'
import { type Answer, answerOf, type FoundConflict } from '../sides.js'
import { type Clause, dependents, type View } from '../view.js'
import { isFactual, party } from './deeds.js'
import { sentenceContent } from './likeness.js'
import { conflictsOf, type Quarrel } from './pairs.js'
import { familyOf } from './same-event.js'

/** How like two clauses must be for one to deny the other, from 0 to 1. */
const least = 0.3

/**
 * "The lamp was not lit." – "The lamp was lit."; "too frightened to turn round" – "I turned round"
 *
 * One assertion, affirmed and denied, with nothing in it that tells of two times.
 */
export function deniedAndAffirmed(view: View): FoundConflict[] {
  const quarrels = view.likePairs(least).flatMap(({ one, other, likeness, shared }): Denial[] => {
    const [a, b] = [denied(one), denied(other)]
    if (a.no === b.no || !isFactual(one) || !isFactual(other)) return []
    // A denial may be worded with another verb than the charge.
    const charge = a.charge || b.charge
    if (charge ? shared.length < 2 || (a.kind !== b.kind && shared.length < 3) : a.kind !== b.kind || likeness < 0.55)
      return []
    if (twoTimes(one) || twoTimes(other) || !sameAgent(view, one, other)) return []
    if (sameVoice(one, other)) return []
    return [{ one: answer(one, a.no), other: answer(other, b.no), moves: moving.has(a.kind) }]
  })
  const all = [...quarrels, ...nominalDenials(view)]
  // Nobody arrested at midnight and four in the morning: the news has gone on.
  const growing = all.filter((q) => q.moves)
  return [
    ...conflictsOf(
      all.filter((q) => !q.moves),
      'polarity',
      'hard',
      'denied-and-affirmed',
      deniedNote,
    ),
    ...conflictsOf(growing, 'polarity', 'soft', 'denied-then-affirmed', deniedNote, true),
  ]
}

interface Denial extends Quarrel {
  /** Whether it may have been true first and no longer later. */
  readonly moves: boolean
}

/** What is not yet done when one report is written may be done when the next is. */
const moving = new Set([
  'detain',
  'charge',
  'find',
  'release',
  'die',
  'announce',
  'convict',
  'identify',
  'publish',
  'resign',
  'appoint',
  'decide',
  'rescue',
])

function deniedNote(sides: readonly ConflictSide[]): string {
  return `One side denies what the other affirms: ${sides.map((s) => `“${s.gist}”`).join(', ')}.`
}

/**
 * "No warning ever reached the ministry." – "The ministry had been warned in April."
 *
 * An event named by a noun and denied, against a clause that tells it by its verb.
 */
function nominalDenials(view: View): Denial[] {
  const affirmed = new Map<string, Clause[]>()
  for (const clause of view.clauses) {
    const { polarity, stance } = clause.statement
    if (polarity === 'negative' || stance === 'denied' || !isFactual(clause)) continue
    const kind = familyOf(clause)
    affirmed.set(kind, [...(affirmed.get(kind) ?? []), clause])
  }
  return view.clauses.flatMap((clause) => {
    const kind = deniedNoun(view, clause)
    if (kind === undefined) return []
    const content = sentenceContent(view, clause)
    return (affirmed.get(kind) ?? []).slice(0, 30).flatMap((other): Denial[] => {
      if (sameVoice(clause, other) || other.sentence === clause.sentence) return []
      const shared = [...sentenceContent(view, other)].filter((k) => content.has(k) && k !== `#${kind}`)
      return shared.length >= 2 || shared.some((k) => k.startsWith('@'))
        ? [{ one: answer(clause, true), other: answer(other, false), moves: moving.has(kind) }]
        : []
    })
  })
}

/** The family of the event whose noun a clause denies: "no order was given", "denied any such order". */
function deniedNoun(view: View, clause: Clause): string | undefined {
  const { statement, sentence } = clause
  if (statement.polarity !== 'negative' && statement.stance !== 'denied') return undefined
  for (const role of ['agent', 'patient']) {
    const noun = party(view, clause, role)?.noun
    const family = noun ? nominalFamily(noun) : undefined
    const index = sentence.tokens.findIndex(
      (t) => t.lemma.toLowerCase() === noun && t.start >= statement.start && t.end <= statement.end,
    )
    const none = index >= 0 && dependents(sentence, index).some(({ token }) => /^(?:no|any|such)$/i.test(token.form))
    if (family && none) return family.name
  }
  return undefined
}

/** One voice saying both at two places of a report rather explains than contradicts itself. */
function sameVoice(one: Clause, other: Clause): boolean {
  return one.reading === other.reading && one.statement.chain.join() === other.statement.chain.join()
}

function answer(clause: Clause, no: boolean): Answer {
  return answerOf(clause, no ? 'no' : 'yes', clause.statement.gist)
}

/** What a clause affirms or denies. "too frightened to turn" denies turning. */
function denied(clause: Clause): { readonly no: boolean; readonly kind: string; readonly charge: boolean } {
  const { statement, tokens } = clause
  const too = tokens.findIndex(
    (t, i) => t.form === 'too' && tokens[i + 1]?.upos === 'ADJ' && tokens[i + 2]?.form === 'to',
  )
  const verb = too >= 0 ? tokens[too + 3] : undefined
  if (verb?.upos === 'VERB') return { no: true, kind: eventFamily(verb.lemma)?.name ?? verb.lemma, charge: false }
  const charge = statement.stance === 'denied'
  return { no: (statement.polarity === 'negative') !== charge, kind: familyOf(clause), charge }
}

const timeWords = new Set(
  'initially longer anymore yet still once earlier previously before until till after first originally now again ever'.split(
    ' ',
  ),
)

function twoTimes({ tokens }: Clause): boolean {
  return tokens.some((t) => timeWords.has(t.form.toLowerCase()))
}

function sameAgent(view: View, one: Clause, other: Clause): boolean {
  const [a, b] = [party(view, one, 'agent'), party(view, other, 'agent')]
  if (!a || !b) return true
  if (a.entity && b.entity) return a.entity.id === b.entity.id
  return a.noun !== '' && a.noun === b.noun
}
