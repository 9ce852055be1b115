import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gazetteerFromBytes } from '../../src/knowledge/gazetteer.js'
import { annotate, loadGrammar } from '../../src/language/annotate.js'
import {
  type CoreferenceModel,
  coreferenceModelFromBytes,
  findClusters,
  resolveCharacters,
} from '../../src/language/coreference/coreference.js'
import { layOutPage } from '../../src/language/coreference/page.js'
import { fromTokens, type NameSpan } from '../../src/language/layers.js'
import { findNames, nameTaggerFromBytes } from '../../src/language/names/names.js'
import { findSentences, sentenceModelFromBytes } from '../../src/language/text/text.js'
import type { Sentence } from '../../src/model/reading.js'
import { overlaps } from '../../src/model/span.js'
import type { GapRow, OntoGumRow } from '../../training/coreference.js'
import { readModel } from '../../training/sources.js'
import type { SuiteOptions, SuiteResult, SuiteRow } from '../result.js'
import { type Chains, type CorefScore, type GapAnswer, scoreCoref, scoreGap } from '../scorers/coref.js'

/** Who is who: chains against OntoGUM (gold tokens, own tags, trees and names), pronouns against GAP (from raw text). `--misses` prints what went wrong. */
export async function run({ data, split, flags }: SuiteOptions): Promise<SuiteResult> {
  const misses = flags.includes('--misses')
  const grammar = loadGrammar(readModel)
  const namer = nameTaggerFromBytes(
    readModel('names.bin'),
    grammar.classes,
    gazetteerFromBytes(readModel('gazetteer.bin')),
  )
  const sentenceModel = sentenceModelFromBytes(readModel('sentences.bin'))
  const model = coreferenceModelFromBytes(readModel('coreference.bin'), grammar.classes)
  const rows: SuiteRow[] = []

  const ontogum = readRows<OntoGumRow>(join(data, 'coref', `ontogum-${split}.jsonl`))
  if (ontogum) {
    const analysed = ontogum.map((row) => {
      const { text, raw } = fromTokens(row.sentences.map(([start, end]) => row.tokens.slice(start, end)))
      const sentences = annotate(raw, grammar)
      return { row, text, sentences, names: findNames(sentences, namer) }
    })
    const texts = analysed.map(({ row, sentences, names }) => ({
      gold: row.clusters.map((cluster) => cluster.map(([start, end]) => `${start} ${end}`)),
      found: foundChains(row, sentences, names, model),
    }))
    const scores = scoreCoref(texts)
    rows.push({ name: 'OntoGUM: CoNLL F1', value: share(scores.conll), bar: 45 })
    for (const [name, score] of [
      ['MUC', scores.muc],
      ['B³', scores.bCubed],
      ['CEAF-φ4', scores.ceaf],
      ['mentions', scores.mentions],
    ] as const) {
      rows.push(...scoreRows(`OntoGUM: ${name}`, score))
    }
    if (misses) for (const [i, { row }] of analysed.entries()) printMisses(row, texts[i]!)
    const tokens = ontogum.reduce((n, row) => n + row.tokens.length, 0)
    const started = performance.now()
    for (const { text, sentences, names } of analysed) resolveCharacters(text, sentences, names, model)
    rows.push({
      name: 'tokens a second, warm, this layer alone',
      value: Math.round((1000 * tokens) / (performance.now() - started)),
    })
  }

  const gap = readRows<GapRow>(join(data, 'coref', split === 'dev' ? 'gap-development.jsonl' : 'gap-test.jsonl'))
  if (gap) {
    const answers = gap.map((row) => {
      const sentences = annotate(findSentences(row.text, [], sentenceModel), grammar)
      const answer = answerGap(row, sentences, findNames(sentences, namer), model)
      if (misses && (answer.found[0] !== answer.gold[0] || answer.found[1] !== answer.gold[1])) printGap(row, answer)
      return answer
    })
    const { overall, masculine, feminine, bias } = scoreGap(answers)
    rows.push({ name: 'GAP: F1', value: share(overall.f1), bar: 68 })
    rows.push({ name: 'GAP: precision', value: share(overall.precision) })
    rows.push({ name: 'GAP: recall', value: share(overall.recall) })
    rows.push({ name: 'GAP, masculine: F1', value: share(masculine) })
    rows.push({ name: 'GAP, feminine: F1', value: share(feminine) })
    rows.push({ name: 'GAP: bias, F1 feminine / masculine (a ratio)', value: Math.round(bias * 100) / 100 })
  }
  return { suite: 'coref', split, rows }
}

/** OntoNotes ties no appositions, predicates and relative pronouns to what they describe, so these are left out. */
const foreignRules: ReadonlySet<string> = new Set(['apposition', 'copula', 'relative'])

/** The chains of a text as spans of tokens, by the longest phrase of each mention, as OntoNotes marks them. */
export function foundChains(
  row: OntoGumRow,
  sentences: readonly Sentence[],
  names: readonly NameSpan[],
  model: CoreferenceModel,
): Chains {
  const page = layOutPage(sentences, names, model)
  const clusters = findClusters(page)
  const chains = new Map<number, string[]>()
  const seen = new Set<string>()
  for (const phrase of page.phrases) {
    if (phrase.titleOf >= 0 || (phrase.kind !== 'name' && foreignRules.has(clusters.ruleOf(phrase.index)))) continue
    const offset = row.sentences[phrase.sentence]![0]
    const span = `${offset + phrase.whole.first} ${offset + phrase.whole.end}`
    if (seen.has(span)) continue
    seen.add(span)
    const { id } = clusters.of(phrase.index)
    const chain = chains.get(id)
    if (chain) chain.push(span)
    else chains.set(id, [span])
  }
  return [...chains.values()]
}

/** Whether the pronoun's character has a mention over each of the two names. */
export function answerGap(
  row: GapRow,
  sentences: readonly Sentence[],
  names: readonly NameSpan[],
  model: CoreferenceModel,
): GapAnswer {
  const { mentions, characters } = resolveCharacters(row.text, sentences, names, model)
  // Offsets of GAP count code points.
  const range = (start: number, words: string) => {
    const from = [...row.text].slice(0, start).join('').length
    return { start: from, end: from + words.length }
  }
  const place = range(row.pronounStart, row.pronoun)
  const pronoun = mentions.find((mention) => mention.kind === 'pronoun' && overlaps(mention, place))
  const own = pronoun && pronoun.character >= 0 ? characters[pronoun.character]!.mentions.map((i) => mentions[i]!) : []
  const standsFor = (start: number, words: string) => {
    const name = range(start, words)
    return own.some((mention) => {
      // "Jane's mother" overlaps the name Jane, yet is not called so: its head is no part of the name.
      const head = sentences[mention.sentence]!.tokens[mention.headToken]!
      return mention.kind !== 'pronoun' && overlaps(mention.kind === 'name' ? mention : head, name)
    })
  }
  return {
    feminine: /^(she|her|hers)$/i.test(row.pronoun),
    gold: [row.aCoref, row.bCoref],
    found: [standsFor(row.aStart, row.a), standsFor(row.bStart, row.b)],
  }
}

/** The rows of a JSON Lines file, or null with a word on stderr where there is none. */
function readRows<T>(path: string): T[] | null {
  if (!existsSync(path)) {
    console.error(`${path} is not there, so its figures are left out`)
    return null
  }
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T)
}

function scoreRows(name: string, { precision, recall, f1 }: CorefScore): SuiteRow[] {
  return [
    { name: `${name} F1`, value: share(f1) },
    { name: `${name} precision`, value: share(precision) },
    { name: `${name} recall`, value: share(recall) },
  ]
}

function share(part: number): number {
  return Math.round(part * 1000) / 10
}

function printMisses(row: OntoGumRow, { gold, found }: { readonly gold: Chains; readonly found: Chains }): void {
  const words = (span: string) => {
    const [start = 0, end = 0] = span.split(' ').map(Number)
    return row.tokens.slice(start, end).join(' ').slice(0, 60)
  }
  const chainOf = new Map(gold.flatMap((chain, c) => chain.map((span) => [span, c] as const)))
  console.error(`== ${row.id}`)
  for (const chain of found) {
    if (chain.length < 2) continue
    console.error(`found ${chain.map((span) => `${words(span)} [${chainOf.get(span) ?? '-'}]`).join(' | ')}`)
  }
  const given = new Set(found.filter((chain) => chain.length > 1).flat())
  gold.forEach((chain, c) => {
    const missed = chain.filter((span) => !given.has(span))
    if (missed.length > 0) console.error(`missed [${c}] ${missed.map(words).join(' | ')}`)
  })
}

function printGap(row: GapRow, { gold, found }: GapAnswer): void {
  console.error(
    `== ${row.id} ${row.pronoun}@${row.pronounStart}: A ${row.a} gold ${gold[0]} found ${found[0]}; B ${row.b} gold ${gold[1]} found ${found[1]}\n${row.text}`,
  )
}
