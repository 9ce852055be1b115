import type { Reading, Sentence } from '../../model/reading.js'
import { groupBy } from '../lists.js'
import { answerAt, type FoundConflict, listed } from '../sides.js'
import type { Clause, View } from '../view.js'
import { type Amount, amountsIn, apart } from './amounts.js'
import { partiesAgree, party } from './deeds.js'
import { type LikePair, sharedContent } from './likeness.js'
import { conflictsOf, type Quarrel } from './pairs.js'
import { familyOf, ofOtherDays, sentenceYears } from './same-event.js'

/** How like two clauses must be for their amounts to be looked at, from 0 to 1. */
const least = 0.3

/**
 * "carried 90 passengers to Sallow" – "with 120 passengers on board"; "40 soldiers a week" – "40 soldiers"
 *
 * Amounts of one thing that cannot be one. That one thing is meant is shown by the same verb of the same people,
 * or by each report having one amount only of what is counted. A figure a week is no figure in all.
 */
export function differentAmounts(view: View): FoundConflict[] {
  const single = singleAmounts(view)
  const quarrels: Quarrel[] = []
  const tolls: Quarrel[] = []
  const rates: Quarrel[] = []
  const vague: Quarrel[] = []
  const singles: Quarrel[] = []
  for (const pair of view.likePairs(least)) {
    const { one, other } = pair
    for (const a of amountsIn(one.reading, one.statement.start, one.statement.end))
      for (const b of amountsIn(other.reading, other.statement.start, other.statement.end)) {
        if (a.unit !== b.unit || a.per !== b.per || !oneThing(view, pair, a, b, single)) continue
        const quarrel = { one: said(view, one, a), other: said(view, other, b) }
        const toll = isToll(one) && isToll(other) && (a.unit === 'person' || !common.has(a.unit))
        if (apart(a, b)) {
          if (toll) {
            if (mayGrow(a, b)) tolls.push(quarrel)
          } else if (isHard(pair, a, b)) quarrels.push(quarrel)
          // A length or a sum may measure anything.
          else if (
            familyOf(one) === familyOf(other) &&
            (!common.has(a.unit) || (a.unit !== '%' && measured(one, a) !== undefined))
          )
            singles.push(quarrel)
        } else if (
          one.reading !== other.reading &&
          (a.low !== b.low || a.high !== b.high) &&
          (familyOf(one) === familyOf(other) || !people.has(a.unit))
        )
          if (!toll)
            // "four" and "at least four" agree; "at least nine" of seventeen has grown.
            vague.push(quarrel)
          else if (Math.max(a.low, b.low) > 1.5 * Math.min(a.low, b.low) && mayGrow(a, b)) tolls.push(quarrel)
      }
  }
  for (const [a, b] of bigSingles(view, single))
    singles.push({ one: said(view, a, a.amount), other: said(view, b, b.amount) })
  for (const [a, b] of ratesAndTotals(view))
    rates.push({ one: said(view, a.clause, a.amount), other: said(view, b.clause, b.amount) })
  return [
    ...conflictsOf(
      vague,
      'number',
      'soft',
      'less-exact-amounts',
      (sides) => `A figure is given more and less exactly: ${listed(sides)}.`,
    ),
    ...conflictsOf(quarrels, 'number', 'hard', 'different-amounts', (sides) => `The figures differ: ${listed(sides)}.`),
    ...conflictsOf(singles, 'number', 'soft', 'different-figures', (sides) => `The figures differ: ${listed(sides)}.`),
    ...conflictsOf(tolls, 'number', 'soft', 'growing-toll', (sides) => `The toll differs: ${listed(sides)}.`, true),
    ...conflictsOf(
      rates,
      'number',
      'hard',
      'rate-or-total',
      (sides) => `What one report has as a rate another has as a total: ${listed(sides)}.`,
    ),
  ]
}

/**
 * A figure too odd to be chance, once by the week and once in all, said of people: "20 to 30 men a week" – "20-30 soldiers".
 */
function ratesAndTotals(view: View): (readonly [Counted, Counted])[] {
  const counted = view.clauses.flatMap((clause) =>
    amountsIn(clause.reading, clause.statement.start, clause.statement.end).flatMap((amount): Counted[] =>
      /^~?\d+\.\.\d+$/.test(amount.phrase.value) && people.has(amount.unit) ? [{ clause, amount }] : [],
    ),
  )
  const byFigure = groupBy(counted, ({ amount }) => amount.phrase.value.replace('~', ''))
  return [...byFigure.values()].flatMap((list) =>
    list.flatMap((a) =>
      list.flatMap((b) =>
        a.clause.reading !== b.clause.reading && a.amount.per === null && b.amount.per !== null
          ? [[a, b] as const]
          : [],
      ),
    ),
  )
}

/**
 * "tens of thousands of files" – "55,000 files": a large figure of a thing of which each report has one figure only.
 * "35,000 have been admitted" and "50,000 will be" are two figures.
 */
function bigSingles(view: View, single: ReadonlySet<string>): (readonly [Figure, Figure])[] {
  const figures = view.readings.flatMap((reading) =>
    amountsIn(reading, 0, reading.report.text.length).flatMap((amount): Figure[] => {
      const sentence = reading.sentences[amount.phrase.sentence]
      const alone = single.has(`${reading.report.id} ${amount.unit}`) || amount.round
      const big = amount.low >= 30 && !common.has(amount.unit) && !listing.has(amount.unit)
      return sentence && sentence.kind !== 'furniture' && alone && big && !partitive({ reading }, amount)
        ? [{ reading, sentence, amount }]
        : []
    }),
  )
  return [...groupBy(figures, ({ amount }) => amount.unit).values()].flatMap((list) =>
    list.length > 12
      ? []
      : list.flatMap((a, i) =>
          list.slice(i + 1).flatMap((b) => {
            const shared = sharedContent(view, a, b).filter((k) => k !== a.amount.phrase.unit)
            const [low, high] = [Math.min(a.amount.low, b.amount.low), Math.max(a.amount.low, b.amount.low)]
            const comparable = a.amount.per === b.amount.per && high <= 12 * low
            return apart(a.amount, b.amount) && comparable && shared.length >= 2 && isToCome(a) === isToCome(b)
              ? [[a, b] as const]
              : []
          }),
        ),
  )
}

/** Whether a sentence tells of what will be. */
function isToCome({ sentence }: Figure): boolean {
  return sentence.tokens.some((t) => t.upos === 'AUX' && /^(?:will|would|shall)$/.test(t.lemma))
}

/** Eleven dead of one shelling are not two thousand of a war: no toll of one event grows so far. */
function mayGrow(a: Amount, b: Amount): boolean {
  return Math.max(a.low, b.low) <= 12 * Math.max(1, Math.min(a.low, b.low))
}

interface Figure {
  readonly reading: Reading
  readonly sentence: Sentence
  readonly amount: Amount
}

interface Counted {
  readonly clause: Clause
  readonly amount: Amount
}

const people = new Set([
  'other',
  'soldier',
  'man',
  'person',
  'woman',
  'prisoner',
  'recruit',
  'member',
  'patient',
  'passenger',
  'worker',
  'migrant',
  'refugee',
])

function oneThing(
  view: View,
  { one, other, likeness, shared }: LikePair,
  a: Amount,
  b: Amount,
  single: ReadonlySet<string>,
): boolean {
  if (partitive(one, a) || partitive(other, b) || shared.every((k) => k === a.unit)) return false
  if (one.reading === other.reading) return likeness >= 0.6 && a.round && b.round
  if (a.high === 1 || b.high === 1 || listing.has(a.unit)) return false
  const oneDeed = familyOf(one) === familyOf(other)
  if (oneDeed && !(partiesAgree(view, one, other, 'agent') && samePatient(view, one, a, other, b))) return false
  if (!sameKind(one, a, other, b) || isPart(one, a, other, b)) return false
  const measure = measured(one, a)
  // One man is given many sentences, and serves many terms.
  if (measure !== undefined && measure === measured(other, b) && !/^(?:sentence|term)$/.test(measure))
    return likeness >= 0.35
  if (differentYears(one, other) || ofOtherDays(one, other)) return false
  const alone = [single.has(`${one.reading.report.id} ${a.unit}`), single.has(`${other.reading.report.id} ${b.unit}`)]
  if (alone.every((x) => x) && !common.has(a.unit)) return true
  return likeness >= (alone.some((x) => x) ? 0.4 : 0.5) && oneDeed
}

/** Only figures that are both plain and said of one deed, or that measure one thing, cannot both be right. */
function isHard({ one, other }: LikePair, a: Amount, b: Amount): boolean {
  if (one.reading === other.reading || a.round !== b.round || wide(a) || wide(b) || a.unit === '%')
    return one.reading === other.reading
  if (measured(one, a) !== undefined && measured(one, a) === measured(other, b)) return true
  return !common.has(a.unit) && (familyOf(one) === familyOf(other) || people.has(a.unit))
}

/** Those to whom it is done, where the figure does not count them. */
function samePatient(view: View, one: Clause, a: Amount, other: Clause, b: Amount): boolean {
  const counts = (clause: Clause, { phrase }: Amount) => {
    const patient = party(view, clause, 'patient')
    return patient !== null && patient.start <= phrase.start && phrase.end <= patient.end
  }
  return counts(one, a) || counts(other, b) || partiesAgree(view, one, other, 'patient')
}

/** "at least six", "up to six" */
function wide({ low, high }: Amount): boolean {
  return low === 0 || high === Number.POSITIVE_INFINITY
}

/** What is counted off one by one: "three counts of murder", "two blocks east", "twelve votes". */
export const listing: ReadonlySet<string> = new Set([
  'count',
  'charge',
  'shot',
  'block',
  'vote',
  'point',
  'degree',
  'step',
  'word',
  'line',
])

/** Whether what is counted is of one kind: not "two city officers" and "three state officers". */
function sameKind(one: Clause, a: Amount, other: Clause, b: Amount): boolean {
  const [x, y] = [describing(one, a), describing(other, b)]
  return x.length === 0 || y.length === 0 || x.some((word) => y.includes(word))
}

/** The words that say of what kind the counted things are: "young" in "three young children". */
function describing({ sentence }: Clause, { phrase }: Amount): string[] {
  const tokens = sentence.tokens.slice(
    sentence.tokens.findIndex((t) => t.end > phrase.start),
    sentence.tokens.findLastIndex((t) => t.start < phrase.end) + 1,
  )
  return tokens.flatMap((t, i) =>
    /^(?:ADJ|NOUN|PROPN)$/.test(t.upos) && i < tokens.length - 1 && !measures.test(t.form)
      ? [t.lemma.toLowerCase()]
      : [],
  )
}

const measures =
  /^(?:many|few|several|other|least|most|more|less|about|hundred|thousand|million|billion|dozen|dozens|tens|hundreds|thousands|scores|total)$/i

/** "two people at the fire pit" – "three people": a smaller figure that a place or a moment narrows is a part of the larger. */
function isPart(one: Clause, a: Amount, other: Clause, b: Amount): boolean {
  const narrowed = (part: Clause, whole: Clause) => {
    const said = new Set(whole.tokens.map((t) => t.lemma.toLowerCase()))
    return part.tokens.some((t, i) => {
      if (
        /^(?:inside|outside|there|alone|also|then|first|later|initially)$/i.test(t.form) &&
        !said.has(t.lemma.toLowerCase())
      )
        return true
      if (t.start < phraseEnd(part === one ? a : b) || !/^(?:at|in|inside|outside|on|near|during|with)$/i.test(t.form))
        return false
      const noun = part.tokens.slice(i + 1, i + 5).find((n) => /^(?:NOUN|PROPN)$/.test(n.upos))
      return noun !== undefined && !said.has(noun.lemma.toLowerCase()) && !/^(?:19|20)\d\d$/.test(noun.form)
    })
  }
  if (a.high < b.low) return narrowed(one, other)
  return b.high < a.low && narrowed(other, one)
}

function phraseEnd({ phrase }: Amount): number {
  return phrase.end
}

/** Units that count anything: one amount of them in a report proves nothing. */
const common = new Set([
  'year',
  'month',
  'week',
  'day',
  'hour',
  'minute',
  'time',
  '%',
  'USD',
  'GBP',
  'EUR',
  'km',
  'm',
  'mile',
  'foot',
  'yard',
  'block',
  'pound',
  'person',
])

/** What a time, a length or a sum is the measure of: "contract" in "a five-year contract". */
function measured({ sentence }: Clause, { phrase, unit, words }: Amount): string | undefined {
  // "a 48-page report" is measured like "a five-year contract".
  if (!common.has(unit) && !words.includes('-')) return undefined
  if (unit === '%') return shareOf(sentence, phrase.end)
  const last = sentence.tokens.findLast((t) => t.start < phrase.end && t.end > phrase.start)
  const head = last === undefined ? undefined : sentence.tokens[last.head]
  const above = head && head.start >= phrase.start && head.end <= phrase.end ? sentence.tokens[head.head] : head
  return above?.upos === 'NOUN' && above.start >= phrase.end ? above.lemma.toLowerCase() : undefined
}

/** "forces" in "10% of Arveny's forces", "10% or more of its forces": of what a share is. */
function shareOf({ tokens }: Sentence, end: number): string | undefined {
  const of = tokens.findIndex((t) => t.start >= end && t.start <= end + 12 && t.form === 'of')
  const nouns = of < 0 ? [] : tokens.slice(of + 1, of + 7)
  const stop = nouns.findIndex(
    (t) => /^(?:ADP|PUNCT|VERB|AUX|CCONJ|SCONJ)$/.test(t.upos) && t.form !== "'s" && t.form !== '’s',
  )
  return (stop < 0 ? nouns : nouns.slice(0, stop)).findLast((t) => t.upos === 'NOUN')?.lemma.toLowerCase()
}

/** "three of the passengers": a part. */
function partitive({ reading }: Pick<Clause, 'reading'>, { phrase, words }: Amount): boolean {
  return (
    /\bof (?:the|those|these|them|his|her|its|their)\b/i.test(
      `${words} ${reading.report.text.slice(phrase.end, phrase.end + 9)}`,
    ) ||
    /^(?:other|another)\b/i.test(words) ||
    // "five more officers", not "five or more officers"
    /\w more\b/i.test(words.replace(/\b(?:or more|more than)\b/i, '')) ||
    /\b(?:his|her|its|their|my|our|other|another|first|last|these|those)\s$/i.test(
      reading.report.text.slice(Math.max(0, phrase.start - 9), phrase.start),
    )
  )
}

function differentYears(one: Clause, other: Clause): boolean {
  const [a, b] = [sentenceYears(one), sentenceYears(other)]
  return a.some((year) => !b.includes(year)) || b.some((year) => !a.includes(year))
}

/** The dead and the hurt: a figure that grows. */
function isToll(clause: Clause): boolean {
  const kind = familyOf(clause)
  return (
    kind === 'kill' ||
    kind === 'hurt' ||
    kind === 'die' ||
    clause.tokens.some((t) => /^(?:dead|injured|wounded|hurt|missing)$/.test(t.form))
  )
}

/** "r1 passenger": a report has one amount only of what is counted. */
function singleAmounts(view: View): ReadonlySet<string> {
  const found = new Set<string>()
  for (const reading of view.readings) {
    const byUnit = new Map<string, Set<string>>()
    for (const { unit, low, high } of amountsIn(reading, 0, reading.report.text.length))
      byUnit.set(unit, (byUnit.get(unit) ?? new Set()).add(`${low}..${high}`))
    for (const [unit, amounts] of byUnit) if (amounts.size === 1) found.add(`${reading.report.id} ${unit}`)
  }
  return found
}

function said(view: View, clause: Pick<Clause, 'reading'>, amount: Amount) {
  const per = amount.per === null ? '' : ` per ${amount.per}`
  return answerAt(view, clause.reading, amount.phrase, `${amount.low}..${amount.high}${per}`, `${amount.words}${per}`)
}
