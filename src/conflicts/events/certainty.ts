import type { Sentence } from '../../model/reading.js'
import { once } from '../lists.js'
import { answerOf, type FoundConflict } from '../sides.js'
import { type Clause, dependents, type View } from '../view.js'
import { partiesAgree, party } from './deeds.js'
import { conflictsOf, type Quarrel } from './pairs.js'
import { governorsOf, isNegated, verbOf } from './verbs.js'

/** What holds an assertion back: words beside its verb, and verbs over it. */
interface Level {
  readonly name: string
  readonly beside: readonly string[]
  readonly over: readonly string[]
}

const levels: readonly Level[] = [
  { name: 'as a fact', beside: [], over: [] },
  {
    name: 'as likely',
    beside: ['likely', 'probably', 'apparently', 'presumably'],
    over: ['appear', 'seem', 'think', 'believe', 'likely'],
  },
  {
    name: 'as alleged',
    beside: ['allegedly', 'reportedly', 'purportedly', 'supposedly'],
    over: ['allege', 'accuse'],
  },
  { name: 'as possible', beside: ['may', 'might', 'could', 'possibly', 'perhaps'], over: ['possible'] },
]

/** How like two clauses must be to be one assertion, from 0 to 1. */
const leastLikeness = 0.7

/**
 * "The quarrel was between crews." – "The quarrel may have been between crews."
 *
 * One assertion, held more and less surely: the same verb, with and without a word that holds that verb back.
 */
export function differentCertainty(view: View): FoundConflict[] {
  const levelAt = once(levelOf)
  const quarrels = view.likePairs(leastLikeness).flatMap(({ one, other, shared }): Quarrel[] => {
    if (one.reading === other.reading || shared.length < 4 || !oneEvent(view, one, other)) return []
    // What somebody is quoted with is as sure as he was; a part of it may have lost the words that hold it back.
    if (view.isQuoted(one) || view.isQuoted(other)) return []
    const [a, b] = [levelAt(one), levelAt(other)]
    // Two hedges are two ways of saying that it is not known.
    if (a === null || b === null || (a === 0) === (b === 0) || !ownWord(a === 0 ? one : other)) return []
    return [{ one: answerOf(one, levels[a]!.name), other: answerOf(other, levels[b]!.name) }]
  })
  return conflictsOf(
    quarrels,
    'attribution',
    'soft',
    'different-certainty',
    (sides) => `One assertion is made ${sides.map((s) => s.gist).join(', ')}.`,
  )
}

/** "was related", "appeared to be related": one verb, or the verb of one under the other's word of doubt. */
function oneEvent(view: View, one: Clause, other: Clause): boolean {
  if (one.statement.polarity !== other.statement.polarity) return false
  const [a, b] = [toldVerb(one), toldVerb(other)]
  if (a < 0 || b < 0) return false
  if (!partiesAgree(view, one, other, 'agent') || !partiesAgree(view, one, other, 'patient')) return false
  const [x, y] = [one.sentence.tokens[a]!, other.sentence.tokens[b]!]
  return x.lemma.toLowerCase() === y.lemma.toLowerCase() && sharesDoer(view, one, other)
}

/** Whether both clauses say who does it or to whom it is done, and have the same. */
function sharesDoer(view: View, one: Clause, other: Clause): boolean {
  return (['agent', 'patient'] as const).some((role) => party(view, one, role) && party(view, other, role))
}

/** A fact is one only where the report itself has it so: "police said" holds it back as well. */
function ownWord({ statement }: Clause): boolean {
  return statement.stance === 'stated' && (statement.chain.at(-1) ?? 'outlet') === 'outlet'
}

/** The verb that tells what happened: under "appeared to" the one below. */
function toldVerb(clause: Clause): number {
  const verb = verbOf(clause)
  if (verb < 0 || !/^(?:appear|seem|believe|think|allege|likely)$/.test(clause.sentence.tokens[verb]!.lemma))
    return verb
  const below = dependents(clause.sentence, verb).find(({ token }) => /^(?:xcomp|ccomp)/.test(token.deprel))
  return below?.index ?? verb
}

/** The index of the level at which a clause makes its assertion; null where it is no statement of what happened or holds. */
function levelOf(clause: Clause): number | null {
  const { sentence } = clause
  const verb = toldVerb(clause)
  if (verb < 0 || isNegated(sentence, verb) || clause.statement.stance === 'denied') return null
  const own = beside(sentence, verb)
  // A wish, a plan, a question or a condition is neither more nor less sure.
  if (own.some((word) => /^(?:will|would|should|shall|must|can|if|whether)$/.test(word))) return null
  const above = governorsOf(sentence, verb).filter((g) => sentence.tokens[g]!.upos !== 'NOUN')
  // "I think" is how people talk.
  if (above.some((g) => firstPerson(sentence, g) || isNegated(sentence, g))) return null
  const level = levels.findIndex(
    ({ beside, over }) =>
      own.some((word) => beside.includes(word)) ||
      above.some((g) => over.includes(sentence.tokens[g]!.lemma.toLowerCase())),
  )
  if (level > 0) return level
  return /^(?:unreal|probable)$/.test(clause.statement.factuality ?? '') ? null : 0
}

function firstPerson(sentence: Sentence, verb: number): boolean {
  return dependents(sentence, verb).some(
    ({ token }) => /^nsubj/.test(token.deprel) && /^(?:I|we|you)$/i.test(token.form),
  )
}

/** The small words that hang on a verb: auxiliaries, adverbs, marks. "could" that tells an ability or an aim is left out. */
function beside(sentence: Sentence, verb: number): string[] {
  const words = dependents(sentence, verb).flatMap(({ token }) =>
    /^(?:aux|advmod|mark|cop)/.test(token.deprel) ? [token.form.toLowerCase()] : [],
  )
  const aim = words.includes('that') || words.includes('so')
  return aim ? words.filter((word) => word !== 'could') : words
}
