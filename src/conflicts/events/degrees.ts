import type { Reading, Token } from '../../model/reading.js'
import { once } from '../lists.js'
import { answerOf, conflictOf, type FoundConflict, listed } from '../sides.js'
import { type Clause, dependents, type View } from '../view.js'

import { partiesAgree } from './deeds.js'
import { conflictsOf, type Quarrel } from './pairs.js'
import { familyOf } from './same-event.js'
import { verbOf } from './verbs.js'

/** Words for how long, how often, how wholly a thing is done; two of one line compete. */
const lines = [
  [
    'permanently',
    'indefinitely',
    'temporarily',
    'briefly',
    'repeatedly',
    'once',
    'twice',
    'occasionally',
    'constantly',
  ],
  ['fully', 'partly', 'partially', 'completely', 'entirely', 'largely', 'mostly'],
  ['slightly', 'seriously', 'critically', 'severely', 'lightly', 'fatally', 'mildly'],
  ['deliberately', 'intentionally', 'accidentally', 'unintentionally', 'mistakenly'],
  ['publicly', 'privately', 'secretly', 'openly', 'anonymously'],
  ['immediately', 'eventually', 'later', 'soon', 'instantly'],
]

/** "they were originally inside": somewhere else later. */
function ofAnotherMoment({ tokens }: Clause): boolean {
  return tokens.some((t) => /^(?:originally|initially|first|then|later|earlier|before|afterwards?)$/i.test(t.form))
}

/** Words of which one says the contrary of the other. */
const contraries: readonly (readonly [string, string])[] = [
  ['inside', 'outside'],
  ['indoors', 'outdoors'],
  ['dead', 'alive'],
  ['authentic', 'fake'],
  ['genuine', 'fake'],
  ['true', 'false'],
  ['legal', 'illegal'],
  ['armed', 'unarmed'],
  ['guilty', 'innocent'],
  ['open', 'closed'],
  ['safe', 'unsafe'],
  ['stable', 'critical'],
  ['northern', 'southern'],
  ['eastern', 'western'],
  ['rising', 'falling'],
  ['accidental', 'deliberate'],
  ['male', 'female'],
]

/**
 * "his contract was kept permanently" – "his contract was repeatedly extended"
 *
 * One thing done in a different measure.
 */
export function differentDegrees(view: View): FoundConflict[] {
  const degreesOf = once(degrees)
  const quarrels = view.likePairs(0.25).flatMap(({ one, other }): Quarrel[] => {
    const [mine, theirs] = [degreesOf(one), degreesOf(other)]
    const line = mine.findIndex((a, l) => a !== undefined && theirs[l] !== undefined && a !== theirs[l])
    if (line < 0 || one.reading === other.reading || familyOf(one) !== familyOf(other)) return []
    if (!partiesAgree(view, one, other, 'patient') || !partiesAgree(view, one, other, 'agent')) return []
    return [{ one: answerOf(one, mine[line]!), other: answerOf(other, theirs[line]!) }]
  })
  return conflictsOf(
    quarrels,
    'number',
    'soft',
    'different-degrees',
    (sides) => `The measure differs: ${listed(sides)}.`,
  )
}

/**
 * "the fight broke out inside" – "it began outside"
 *
 * Two clauses on one thing, with words of which one is the contrary of the other.
 */
export function contraryWords(view: View): FoundConflict[] {
  const wordsOf = once(contraryWordsIn)
  const quarrels = view.likePairs(0.4).flatMap(({ one, other }): Quarrel[] => {
    const [mine, theirs] = [wordsOf(one), wordsOf(other)]
    if (mine.size === 0 || theirs.size === 0) return []
    if (familyOf(one) !== familyOf(other) || one.reading === other.reading) return []
    if (ofAnotherMoment(one) || ofAnotherMoment(other)) return []
    for (const [yes, no] of contraries) {
      const [a, b] = [has(mine, yes, no), has(theirs, yes, no)]
      if (a !== undefined && b !== undefined && a !== b) return [{ one: answerOf(one, a), other: answerOf(other, b) }]
    }
    return []
  })
  return conflictsOf(
    quarrels,
    'place',
    'soft',
    'contrary-words',
    (sides) => `The reports say the contrary: ${listed(sides)}.`,
  )
}

/**
 * "gunfire erupted inside the hall" – "it all began outside"
 *
 * Where an incident began or happened: indoors in one account, out of doors in another. A story tells of one incident.
 */
export function insideOrOutside(view: View): FoundConflict[] {
  const told = view.clauses.filter((c) => incidents.has(familyOf(c)) && c.statement.polarity === 'positive')
  const answers = told.flatMap((clause) => {
    const word = wherein(clause)
    return word === undefined ? [] : [answerOf(clause, word)]
  })
  return conflictOf(
    'place',
    'soft',
    'inside-or-outside',
    answers.slice(0, 30),
    (sides) => `Where it happened differs: ${listed(sides)}.`,
  )
}

const incidents = new Set(['begin', 'fire', 'explode', 'initiate', 'happen', 'occur'])

/** Where it happened; "with seven people inside" tells where others were, and "outside Sallow" in what part of the world. */
function wherein({ reading, tokens }: Clause): string | undefined {
  const has = (word: string) =>
    tokens.some(
      (t, i) =>
        t.form.toLowerCase() === word &&
        !/^(?:people|person|man|woman|child|passenger|one)$/.test(tokens[i - 1]?.lemma ?? '') &&
        !isTown(reading, tokens[i + 1]),
    )
  const [inside, outside] = [has('inside'), has('outside')]
  return inside && outside ? 'inside and outside' : inside ? 'inside' : outside ? 'outside' : undefined
}

/** Whether a word begins the name of a place. */
function isTown(reading: Reading, token: Token | undefined): boolean {
  return (
    token?.upos === 'PROPN' &&
    reading.mentions.some((m) => m.kind === 'name' && m.type === 'place' && m.start === token.start)
  )
}

/** For each line its word that measures what happens: it hangs on the verb, and not as in "as soon as". */
function degrees(clause: Clause): readonly (string | undefined)[] {
  const verb = verbOf(clause)
  const own = verb < 0 ? [] : dependents(clause.sentence, verb)
  const words = own.flatMap(({ token, index }) =>
    token.upos === 'ADV' && clause.sentence.tokens[index - 1]?.form.toLowerCase() !== 'as'
      ? [token.form.toLowerCase()]
      : [],
  )
  return words.length === 0 ? none : lines.map((line) => line.find((word) => words.includes(word)))
}

const none: readonly undefined[] = []

/** What is said of a thing a whole story turns on; one report saying the one and another the other is news. */
const verdicts: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:authentic|genuine)$/, /^(?:fake|fabricated|forged|doctored|bogus)$/],
  [/^suicide$/, /^(?:murder|homicide)$/],
  [/^accidental$/, /^(?:deliberate|intentional)$/],
]

/**
 * "the letters are authentic" – "fake letters"
 *
 * Verdicts on the thing the story turns on, in different reports or from different voices.
 */
export function contraryVerdicts(view: View): FoundConflict[] {
  return verdicts.flatMap(([yes, no]) => {
    const having = (pattern: RegExp) =>
      view.clauses.filter(
        (c) =>
          c.tokens.some((t) => pattern.test(t.form.toLowerCase()) && t.deprel !== 'compound') &&
          isVerdict(c, pattern, yes),
      )
    const [a, b] = [having(yes), having(no)]
    const apart = a.some((x) => b.every((y) => x.reading !== y.reading))
    if (a.length === 0 || b.length === 0 || !apart || a.length + b.length > 10) return []
    const answers = [
      ...a.map((c) => answerOf(c, 'yes', c.statement.gist)),
      ...b.map((c) => answerOf(c, 'no', c.statement.gist)),
    ]
    return conflictOf(
      'polarity',
      'soft',
      'contrary-verdicts',
      answers,
      (sides) => `The verdicts are contrary: ${sides.map((s) => `“${s.gist}”`).join(', ')}.`,
    )
  })
}

/**
 * Adjectives judge wherever they stand; "suicide" and "murder" only where a clause rules on it:
 * "it was murder", "was ruled a suicide", not "she is chairman of the murder inquiry" nor "whether it was a suicide".
 */
function isVerdict({ statement, tokens, sentence }: Clause, own: RegExp, pattern: RegExp): boolean {
  if (!pattern.test('suicide')) return true
  const { predicate } = statement.event
  const before = sentence.tokens[sentence.tokens.indexOf(tokens[0]!) - 1]
  if (/^(?:whether|if)$/i.test(tokens[0]?.form ?? '') || /^(?:whether|if)$/i.test(before?.form ?? '')) return false
  // "an apparent murder-suicide" is both.
  if (tokens.some((t) => /suicide/i.test(t.form)) && tokens.some((t) => /murder|homicide/i.test(t.form))) return false
  return /^(?:rule|deem|treat|declare)/.test(predicate) || (predicate.startsWith('be ') && own.test(predicate.slice(3)))
}

const contraryWord: ReadonlySet<string> = new Set(contraries.flat())

function contraryWordsIn({ tokens }: Clause): ReadonlySet<string> {
  return new Set(tokens.map(({ form }) => form.toLowerCase()).filter((word) => contraryWord.has(word)))
}

/** Which of two contraries there is; where there are both, neither is said. */
function has(words: ReadonlySet<string>, yes: string, no: string): string | undefined {
  const a = words.has(yes)
  return a === words.has(no) ? undefined : a ? yes : no
}
