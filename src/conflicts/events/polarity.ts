import { eventFamily, nominalFamily } from '../../knowledge/event-families.js'
import type { ConflictSide } from '../../model/findings.js'
import { once } from '../lists.js'
import { type Answer, answerOf, type FoundConflict } from '../sides.js'
import { type Clause, dependents, type View } from '../view.js'
import { isFactual, isNamed, type Party, partiesAreOne, party } from './deeds.js'
import { doneLater } from './kinds.js'
import { conflictsOf, type Quarrel } from './pairs.js'
import { familyOf } from './same-event.js'
import { governorsOf, hasOther, isNegated, ofOtherTenses, verbOf } from './verbs.js'

/** How like two clauses must be for one to deny the other, from 0 to 1. */
const least = 0.3
/** The same where both are told by verbs, with no word of denial that says what is meant. */
const leastPlain = 0.55
/** The fewest things that a denial must name, so that one can tell what it denies: "he did not speak" is too little. */
const fewestNamed = 3
/** How much of what is denied the other clause must tell: "did not die in the fire" denies no death, but the fire. */
const leastCovered = 0.65
/** The same of what somebody denies of himself, which is worded more loosely. */
const leastCoveredCharge = 0.5

/**
 * "The lamp was not lit." – "The lamp was lit."; "too frightened to turn round" – "I turned round"
 *
 * One assertion, affirmed and denied, with nothing in it that tells of two times.
 * Denied is what its own words negate ("was not", "no one"), what somebody "denied" or "refused to" do;
 * "did not know that it was lit" denies nothing.
 */
export function deniedAndAffirmed(view: View): FoundConflict[] {
  const stands = once(standingOf)
  const quarrels = view.likePairs(least).flatMap(({ one, other, likeness, shared }): Denial[] => {
    const [a, b] = [stands(one), stands(other)]
    if (
      !a ||
      !b ||
      a.no === b.no ||
      isCutShort(a.no ? one : other) ||
      one.sentence === other.sentence ||
      hasOther(one) ||
      hasOther(other) ||
      ofOtherTenses(one, other)
    )
      return []
    const charge = a.charge || b.charge
    if (a.kind !== b.kind || shared.length < 2 || (!charge && likeness < leastPlain)) return []
    const content = view.contentOf(a.no ? one : other)
    if (!charge && content.size < fewestNamed) return []
    const covered = shared.filter((k) => content.has(k)).length / Math.max(1, content.size)
    if (covered < (charge ? leastCoveredCharge : leastCovered) || twoTimes(one) || twoTimes(other)) return []
    if (
      !partiesAreOne(view, one, other, 'agent') ||
      !partiesAreOne(view, one, other, 'patient') ||
      sameVoice(one, other)
    )
      return []
    return [{ one: answer(one, a.no), other: answer(other, b.no), moves: doneLater.has(a.kind) }]
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

/** "had lit no lamp “of that strength”": what is denied is told by words that the clause does not hold. */
function isCutShort({ reading, statement }: Clause): boolean {
  return /^\s?["“]/.test(reading.report.text.slice(statement.end, statement.end + 2))
}

interface Denial extends Quarrel {
  /** Whether it may have been true first and no longer later. */
  readonly moves: boolean
}

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
    const standing = standingOf(clause)
    if (!standing || standing.no) continue
    const known = affirmed.get(standing.kind)
    if (!known) affirmed.set(standing.kind, [clause])
    else if (known.length < mostTellings) known.push(clause)
  }
  return view.clauses.flatMap((clause) => {
    const kind = deniedNoun(view, clause)
    if (kind === undefined) return []
    const content = view.contentOfSentence(clause)
    return (affirmed.get(kind) ?? []).flatMap((other): Denial[] => {
      if (sameVoice(clause, other) || other.sentence === clause.sentence || hasOther(other)) return []
      const shared = [...view.contentOf(other)].filter((k) => content.has(k) && k !== `#${kind}`)
      const suffers = party(view, other, 'patient')
      // What somebody denies may be told of him as the doer; else it must be told of the same sufferer.
      const told =
        (suffers !== null && content.has(keyOf(suffers))) ||
        (clause.statement.stance === 'denied' && shared.some((k) => k.startsWith('@')))
      return shared.length > 0 && told
        ? [{ one: answer(clause, true), other: answer(other, false), moves: doneLater.has(kind) }]
        : []
    })
  })
}

/** One who takes part, as contents have him. */
function keyOf(one: Party): string {
  return isNamed(one) ? `@${one.entity.id}` : one.noun
}

/** A kind of event told more often than this is no single event. */
const mostTellings = 30

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

/** What a clause affirms or denies; `charge` where somebody denies it of himself. */
interface Standing {
  readonly no: boolean
  readonly kind: string
  readonly charge: boolean
}

/** What a clause affirms or denies; null where it does neither. "too frightened to turn" denies turning. */
function standingOf(clause: Clause): Standing | null {
  const { statement, sentence, tokens } = clause
  // "falsely said that he had not left": what the report itself calls untrue is neither.
  if (sentence.tokens.some((t) => /^(?:falsely|wrongly|mistakenly|untruthfully)$/i.test(t.form))) return null
  const too = tokens.findIndex(
    (t, i) => t.form === 'too' && tokens[i + 1]?.upos === 'ADJ' && tokens[i + 2]?.form === 'to',
  )
  const turned = too >= 0 ? tokens[too + 3] : undefined
  if (turned?.upos === 'VERB') return { no: true, kind: eventFamily(turned.lemma)?.name ?? turned.lemma, charge: false }
  if (!isFactual(clause) || statement.factuality === 'unreal') return null
  const kind = familyOf(clause)
  // One may speak to one and not to another.
  if (/^(?:speak|talk|comment|say|answer|respond|reply)$/.test(kind)) return null
  const lemma = (index: number) => sentence.tokens[index]!.lemma.toLowerCase()
  const verb = verbOf(clause)
  // That somebody denied a thing is itself no denial of another saying.
  if (verb < 0 || denials.has(lemma(verb))) return null
  const above = governorsOf(sentence, verb)
  const own = isNegated(sentence, verb)
  // What the words above leave open is neither affirmed nor denied.
  if (above.some((g) => isNegated(sentence, g))) return null
  const denying = above.findIndex((g) => denials.has(lemma(g)))
  // "denied that", "rejected claims that"; what stands further below is only named there.
  const charge = denying === 0 || (denying === 1 && charges.has(lemma(above[0]!)))
  if (underClaims(clause)) return null
  if ((denying >= 0 && !charge) || above.some((g) => charges.has(lemma(g)) && !charge)) return null
  if (charge) return own ? null : { no: true, kind, charge: true }
  const refused = above[0] !== undefined && refusals.has(lemma(above[0]))
  const polarity = statement.polarity === 'negative'
  if (statement.stance === 'denied' || (polarity && !own && !refused)) return null
  if (!own && !refused && statement.factuality === 'probable') return null
  return { no: own !== refused || refused, kind, charge: false }
}

/** "refuted claims he had asked": a clause right behind a noun that calls it somebody's assertion. */
function underClaims({ sentence, tokens }: Clause): boolean {
  const before = sentence.tokens[sentence.tokens.indexOf(tokens[0]!) - 1]
  return before?.upos === 'NOUN' && charges.has(before.lemma.toLowerCase())
}

/** Verbs by which somebody says that a thing is not so. */
const denials = new Set(['deny', 'reject', 'dispute', 'refute', 'rebut', 'dismiss'])
/** What is denied where it is named as somebody's assertion: "rejected claims that". */
const charges = new Set(
  'claim allegation accusation suggestion charge assertion rumor rumour report idea notion'.split(' '),
)
/** Verbs by which a thing is told as not done. */
const refusals = new Set(['refuse', 'fail', 'decline', 'neglect', 'forget'])

const timeWords = new Set(
  'since initially longer anymore yet still once earlier previously before until till after first originally now again ever'.split(
    ' ',
  ),
)

function twoTimes({ tokens }: Clause): boolean {
  return tokens.some((t) => timeWords.has(t.form.toLowerCase()))
}
