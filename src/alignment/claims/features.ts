import { usedAlike } from '../../knowledge/news-thesaurus.js'
import { bestMatch, type Comparison } from './comparison.js'
import { datesAgree } from './dates-agree.js'
import { figureOf } from './passages.js'
import type { Profile } from './profiles.js'
import { sentencesAlike, type Word } from './vocabulary.js'

/** One thing that speaks for or against two passages telling the same; its value is a whole number from 0 to 255. */
interface Feature {
  readonly name: string
  readonly value: (pair: Comparison) => number
}

/** Where it cannot be told. */
const unknown = 100

/** In this order they stand in models/claims.bin: one more, less or elsewhere means training again. */
export const features: readonly Feature[] = [
  // The words.
  { name: 'words shared, lesser side', value: ({ coverA, coverB }) => share(Math.min(coverA.exact, coverB.exact)) },
  { name: 'words shared, greater side', value: ({ coverA, coverB }) => share(Math.max(coverA.exact, coverB.exact)) },
  { name: 'words shared', value: ({ coverA, coverB }) => share(mean(coverA.exact, coverB.exact)) },
  { name: 'like words, lesser side', value: ({ coverA, coverB }) => share(Math.min(coverA.soft, coverB.soft)) },
  { name: 'like words, greater side', value: ({ coverA, coverB }) => share(Math.max(coverA.soft, coverB.soft)) },
  { name: 'like words', value: ({ coverA, coverB }) => share(mean(coverA.soft, coverB.soft)) },
  { name: 'heaviest shared word', value: ({ shared }) => share(shared[0] ?? 0) },
  { name: 'second heaviest shared word', value: ({ shared }) => share(shared[1] ?? 0) },
  { name: 'third heaviest shared word', value: ({ shared }) => share(shared[2] ?? 0) },
  { name: 'number of shared words', value: ({ shared }) => Math.min(255, shared.length * 12) },
  { name: 'weight of shared words', value: ({ shared }) => Math.min(255, Math.round(25 * sum(shared))) },
  {
    name: 'heaviest missing word, lesser side',
    value: ({ coverA, coverB }) => share(Math.min(coverA.missing, coverB.missing)),
  },
  {
    name: 'heaviest missing word, greater side',
    value: ({ coverA, coverB }) => share(Math.max(coverA.missing, coverB.missing)),
  },
  {
    name: 'missing names, lesser side',
    value: ({ coverA, coverB }) => share(Math.min(coverA.missingNames, coverB.missingNames)),
  },
  {
    name: 'missing names, greater side',
    value: ({ coverA, coverB }) => share(Math.max(coverA.missingNames, coverB.missingNames)),
  },
  { name: 'shorter side', value: ({ a, b }) => Math.min(255, 8 * Math.min(a.words.length, b.words.length)) },
  { name: 'longer side', value: ({ a, b }) => Math.min(255, 8 * Math.max(a.words.length, b.words.length)) },
  { name: 'lengths', value: ({ a, b }) => ratio(a.forms.length, b.forms.length) },
  { name: 'pairs of words shared', value: ({ a, b }) => runsShared(a, b, 2) },
  { name: 'triples of words shared', value: ({ a, b }) => runsShared(a, b, 3) },
  { name: 'same order', value: ({ a, b }) => sameOrder(a.forms, b.forms) },
  { name: 'same letters', value: ({ a, b }) => sameLetters(a.letters, b.letters) },
  {
    name: 'words of the sentences',
    value: ({ a, b }) => share(sentencesAlike(a.sentence, b.sentence)),
  },
  {
    name: 'missing words, lesser side',
    value: ({ coverA, coverB }) => 15 * Math.min(coverA.missingCount, coverB.missingCount),
  },
  {
    name: 'missing words, greater side',
    value: ({ coverA, coverB }) => 15 * Math.max(coverA.missingCount, coverB.missingCount),
  },
  { name: 'all forms, lesser side', value: ({ a, b }) => Math.min(...runsCovered(a, b, 1)) },
  { name: 'all forms, greater side', value: ({ a, b }) => Math.max(...runsCovered(a, b, 1)) },
  { name: 'pairs of words, lesser side', value: ({ a, b }) => Math.min(...runsCovered(a, b, 2)) },
  { name: 'runs of four words, lesser side', value: ({ a, b }) => Math.min(...runsCovered(a, b, 4)) },
  { name: 'ties of words, lesser side', value: ({ a, b }) => Math.min(...tiesCovered(a, b)) },
  { name: 'ties of words, greater side', value: ({ a, b }) => Math.max(...tiesCovered(a, b)) },
  { name: 'company of all words', value: ({ a, b }) => 100 + Math.round(150 * cosine(a.meaning, b.meaning)) },
  { name: 'difference of lengths', value: ({ a, b }) => 6 * Math.abs(a.forms.length - b.forms.length) },

  // What happens.
  { name: 'same predicate', value: ({ a, b }) => (a.head.lemma === b.head.lemma ? 255 : 0) },
  { name: 'like predicate', value: ({ a, b, vocabulary }) => Math.round(2.55 * vocabulary.alike(a.head, b.head)) },
  { name: 'predicate in like company', value: ({ a, b, vocabulary }) => 100 + vocabulary.company(a.head, b.head) },
  { name: 'predicates that news uses alike', value: ({ a, b }) => (usedAlike(a.head.lemma, b.head.lemma) ? 255 : 0) },
  { name: 'predicate among the other words, lesser side', value: (pair) => Math.min(...predicateElsewhere(pair)) },
  { name: 'predicate among the other words, greater side', value: (pair) => Math.max(...predicateElsewhere(pair)) },
  {
    name: 'weight of the lighter predicate',
    value: ({ a, b }) => share(Math.min(weightOf(a, a.head), weightOf(b, b.head))),
  },
  {
    name: 'both verbs',
    value: ({ a, b }) => 100 * Number(a.headUpos === 'VERB') + 100 * Number(b.headUpos === 'VERB'),
  },
  { name: 'saying', value: ({ a, b }) => 100 * Number(a.saying) + 100 * Number(b.saying) },

  // Who and whom.
  { name: 'same agent', value: (pair) => sameWho(pair, pair.a.agent, pair.b.agent) },
  { name: 'same patient', value: (pair) => sameWho(pair, pair.a.patient, pair.b.patient) },
  {
    name: 'agent of one is patient of the other',
    value: (pair) => Math.max(sameWho(pair, pair.a.agent, pair.b.patient), sameWho(pair, pair.a.patient, pair.b.agent)),
  },
  {
    name: 'agents and patients known',
    value: ({ a, b }) => 60 * [a.agent, a.patient, b.agent, b.patient].filter((who) => who !== null).length,
  },
  { name: 'shared people and places', value: ({ a, b }) => Math.min(255, 60 * common(a.entities, b.entities)) },
  {
    name: 'share of people and places',
    value: ({ a, b }) =>
      a.entities.size + b.entities.size === 0
        ? unknown
        : share((2 * common(a.entities, b.entities)) / (a.entities.size + b.entities.size)),
  },

  // When, where, how many.
  {
    name: 'dates',
    value: ({ a, b }) =>
      ({ same: 255, compatible: 180, unknown, different: 0 })[datesAgree(a.passage.when, b.passage.when)],
  },
  {
    name: 'places',
    value: ({ a, b }) =>
      a.passage.where === null || b.passage.where === null ? unknown : a.passage.where === b.passage.where ? 255 : 0,
  },
  { name: 'numbers', value: ({ a, b }) => sameNumbers(a, b) },

  // How and where it is told.
  { name: 'same polarity', value: ({ a, b }) => (a.passage.polarity === b.passage.polarity ? 255 : 0) },
  {
    name: 'same voice',
    value: ({ a, b }) =>
      a.passage.root === 'outlet' || b.passage.root === 'outlet'
        ? unknown
        : a.passage.root === b.passage.root
          ? 255
          : 0,
  },
  {
    name: 'attributed',
    value: ({ a, b }) => 100 * Number(a.passage.root !== 'outlet') + 100 * Number(b.passage.root !== 'outlet'),
  },
  { name: 'quoted', value: ({ a, b }) => 100 * Number(a.quoted) + 100 * Number(b.quoted) },
  { name: 'headings', value: ({ a, b }) => 100 * Number(a.isHeading) + 100 * Number(b.isHeading) },
  { name: 'earlier place', value: ({ a, b }) => share(Math.min(a.place, b.place)) },
  { name: 'later place', value: ({ a, b }) => share(Math.max(a.place, b.place)) },
]

/** The values of all features of a pair. */
export function featureValues(pair: Comparison): Uint8Array {
  return Uint8Array.from(features, ({ value }) => Math.max(0, Math.min(255, Math.round(value(pair)))))
}

function share(value: number): number {
  return Math.round(255 * Math.min(1, value))
}

function mean(a: number, b: number): number {
  return a + b === 0 ? 0 : (2 * a * b) / (a + b)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function ratio(a: number, b: number): number {
  return share(Math.min(a, b) / Math.max(a, b, 1))
}

function weightOf(profile: Profile, word: Word): number {
  return profile.weights[profile.words.indexOf(word)] ?? 0
}

function common<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  let count = 0
  const [fewer, more] = a.size <= b.size ? [a, b] : [b, a]
  for (const item of fewer) if (more.has(item)) count++
  return count
}

/** How many numbers two sorted lists share. */
function inBoth(a: readonly number[], b: readonly number[]): number {
  let count = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [one, other] = [a[i]!, b[j]!]
    if (one === other) count++
    if (one <= other) i++
    if (other <= one) j++
  }
  return count
}

/** "was shot" – "the shooting left two dead": the predicate of each among the other's words. */
function predicateElsewhere({ a, b, vocabulary }: Comparison): readonly [number, number] {
  return [
    Math.round(2.55 * bestMatch(a.head, b.words, vocabulary)),
    Math.round(2.55 * bestMatch(b.head, a.words, vocabulary)),
  ]
}

/** 255 for the same person or thing, down to 0 for two whose names differ. */
function sameWho({ vocabulary }: Comparison, a: Word | null, b: Word | null): number {
  if (!a || !b) return unknown
  const likeness = vocabulary.alike(a, b)
  if (likeness >= 60) return 100 + Math.round(1.55 * likeness)
  if (a.kind === 'pronoun' || b.kind === 'pronoun') return a.entity !== null && b.entity !== null ? 40 : unknown
  if (a.kind === 'name' && b.kind === 'name') return 0
  return 20 + likeness
}

/** 255 where all numbers are the same, 0 where both sides have numbers and none in common. */
function sameNumbers(a: Profile, b: Profile): number {
  const [mine, other] = [a, b].map((p) => new Set(p.passage.numbers.map((number) => figureOf(number))))
  if (mine!.size === 0 && other!.size === 0) return unknown
  if (mine!.size === 0 || other!.size === 0) return unknown - 20
  const same = common(mine!, other!)
  return same === 0 ? 0 : 155 + Math.round((100 * same) / Math.max(mine!.size, other!.size))
}

/** Share of the runs of n words of the side with fewer of them that the other has too. */
function runsShared(a: Profile, b: Profile, n: number): number {
  const [fewer, more] = a.forms.length <= b.forms.length ? [a, b] : [b, a]
  const runs = fewer.runs[n - 1]!
  return runs.length === 0 ? 0 : share(inBoth(runs, more.runs[n - 1]!) / runs.length)
}

/** Share of each side's runs of n words that the other side has. */
function runsCovered(a: Profile, b: Profile, n: number): readonly [number, number] {
  return setsCovered(a.runs[n - 1]!, b.runs[n - 1]!)
}

function tiesCovered(a: Profile, b: Profile): readonly [number, number] {
  return a.ties.length === 0 || b.ties.length === 0 ? [unknown, unknown] : setsCovered(a.ties, b.ties)
}

function setsCovered(a: readonly number[], b: readonly number[]): readonly [number, number] {
  const both = inBoth(a, b)
  return [share(both / Math.max(1, a.length)), share(both / Math.max(1, b.length))]
}

function cosine(a: Float64Array, b: Float64Array): number {
  let product = 0
  let one = 0
  let other = 0
  for (let d = 0; d < a.length; d++) {
    product += a[d]! * b[d]!
    one += a[d]! * a[d]!
    other += b[d]! * b[d]!
  }
  return one === 0 || other === 0 ? 0 : product / Math.sqrt(one * other)
}

/** Longest common subsequence of words, as a share of the shorter side. */
function sameOrder(a: readonly string[], b: readonly string[]): number {
  const rows = Math.min(a.length, 60)
  const columns = Math.min(b.length, 60)
  const lengths = new Uint8Array(columns + 1)
  for (let i = 0; i < rows; i++) {
    const form = a[i]!
    // What stood left of and above the place before this row overwrote it.
    let before = 0
    for (let j = 0; j < columns; j++) {
      const above = lengths[j + 1]!
      lengths[j + 1] = form === b[j] ? before + 1 : Math.max(above, lengths[j]!)
      before = above
    }
  }
  return share(lengths[columns]! / Math.max(1, Math.min(rows, columns)))
}

/** Dice coefficient of the three-letter runs of two passages. */
function sameLetters(a: readonly number[], b: readonly number[]): number {
  return share((2 * inBoth(a, b)) / Math.max(1, a.length + b.length))
}
