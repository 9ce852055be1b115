import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readGold } from '../bench/gold.js'
import { gather } from '../src/alignment/alignment.js'
import { findCandidates } from '../src/alignment/claims/candidates.js'
import { profileStatements } from '../src/alignment/claims/claims.js'
import { compare } from '../src/alignment/claims/comparison.js'
import { featureValues } from '../src/alignment/claims/features.js'
import { type Page, type Passage, pageOf } from '../src/alignment/claims/passages.js'
import { profilesOf } from '../src/alignment/claims/profiles.js'
import { Vocabulary } from '../src/alignment/claims/vocabulary.js'
import { mergeCharacters } from '../src/alignment/entities/entities.js'
import { readReports } from '../src/intake/intake.js'
import type { WordMeanings } from '../src/knowledge/synonyms.js'
import { loadLanguage, readLanguage } from '../src/language/language.js'
import type { Span } from '../src/model/span.js'
import { findStatements } from '../src/statements/statements.js'
import { childTokens } from './event-passages.js'
import { type EventRow, type ParaphraseRow, type ReadText, readRows, readTexts } from './read-corpora.js'
import { readModel } from './sources.js'

/** One pair of passages with its features, and whether they tell the same. */
export interface Example {
  readonly values: Uint8Array
  readonly label: 0 | 1
}

/** Pairs of sentences of the Microsoft paraphrase corpus. */
export function paraphraseExamples(data: string, split: 'train' | 'test', meanings: WordMeanings): Example[] {
  const rows = readRows<ParaphraseRow>(join(data, 'mrpc', `pairs-${split}.jsonl`))
  const read = readTexts(
    split === 'train' ? 'mrpc' : 'mrpc-test',
    rows.flatMap(({ s1, s2 }, i) => [
      { id: `${i}a`, text: s1 },
      { id: `${i}b`, text: s2 },
    ]),
  )
  return rows.map(({ paraphrase }, i) => {
    const pair = [read[2 * i]!, read[2 * i + 1]!]
    const { entityOf } = mergeCharacters(pair.map(({ reading }) => reading))
    const vocabulary = new Vocabulary(meanings)
    const [a, b] = profilesOf(
      pair.map((text, r) => wholeText(text, pageOf(text.reading, r, entityOf[r]!))),
      vocabulary,
    )
    return { values: featureValues(compare(a!, b!, vocabulary)), label: paraphrase }
  })
}

/** A text of one sentence, or its longest, as one passage about its main clause. */
function wholeText({ reading, found }: ReadText, page: Page): Passage {
  const sentence = [...reading.sentences].sort((x, y) => y.tokens.length - x.tokens.length)[0]!
  const root = Math.max(
    0,
    sentence.tokens.findIndex(({ head }) => head < 0),
  )
  const statements = found.statements.filter(({ start }) => start >= sentence.start && start < sentence.end)
  const children = childTokens(sentence, root)
  return {
    page,
    sentence,
    first: 0,
    end: sentence.tokens.length,
    head: root,
    agent: children.agent,
    patient: children.patient,
    when: statements.find(({ when }) => when !== null)?.when ?? null,
    where: null,
    numbers: reading.numbers,
    polarity: statements.some(({ polarity }) => polarity === 'negative') ? 'negative' : 'positive',
    root: 'outlet',
  }
}

/** Pairs of statements of the documents of one event, told the same when their predicates are mentions of one event. */
export function statementExamples(data: string, split: 'train' | 'dev', meanings: WordMeanings): Example[] {
  const rows = readRows<EventRow>(join(data, 'ecbplus', 'docs-train-dev.jsonl')).filter((row) => row.split === split)
  const read = readTexts(
    `ecb-${split}`,
    rows.map(({ id, text, date }) => ({ id, text, published: date })),
  )
  const examples: Example[] = []
  for (const group of groups(rows.map(({ subtopic }) => subtopic))) {
    const { statements, pages } = gather(group.map((i) => read[i]!))
    const { profiles, statementOf, vocabulary } = profileStatements(statements, pages, meanings)
    const rowOf = new Map(group.map((i) => [rows[i]!.id, rows[i]!] as const))
    const chains = profiles.map(({ passage }, p) => {
      const row = rowOf.get(statements[statementOf[p]!]!.report)!
      const head = passage.sentence.tokens[passage.head]!
      const sentence = row.sentences.find(({ start, end }) => start <= head.start && head.start < end)
      if (!sentence?.sel) return null
      const mention = row.mentions.find(
        ({ type, start, end }) => /ACTION/.test(type) && start <= head.start && head.end <= end,
      )
      return mention ? (mention.chain ?? `${row.id} ${mention.id}`) : null
    })
    for (const [i, j] of findCandidates(profiles)) {
      if (chains[i] === null || chains[j] === null) continue
      const pair = compare(profiles[i]!, profiles[j]!, vocabulary)
      examples.push({ values: featureValues(pair), label: chains[i] === chains[j] ? 1 : 0 })
    }
  }
  return examples
}

/** Pairs of statements of different reports of an annotated story; told the same when they hold words of one gold claim. */
export function storyExamples(folder: string, reports: string, meanings: WordMeanings): Example[] {
  const listed = JSON.parse(readFileSync(join(folder, 'reports.json'), 'utf8')) as { id: string; file: string }[]
  const read = readReports(
    listed.map(({ id, file }) => ({ id, source: file, bytes: readFileSync(join(reports, file)) })),
  ).reports
  const gold = readGold(folder, new Map(read.map(({ id, text }) => [id, text])))
  const models = loadLanguage(readModel)
  const { statements, pages } = gather(
    read.map((report) => {
      const reading = readLanguage(report, models)
      return { reading, found: findStatements(reading) }
    }),
  )
  const { profiles, statementOf, vocabulary } = profileStatements(statements, pages, meanings)
  const claimsOf = statements.map(
    (statement) =>
      new Set(gold.claims.filter(({ spans }) => spans.some((span) => halfCovers(statement, span))).map(({ id }) => id)),
  )
  return findCandidates(profiles).flatMap(([i, j]): Example[] => {
    const [a, b] = [statementOf[i]!, statementOf[j]!]
    const [mine, other] = [claimsOf[a]!, claimsOf[b]!]
    if (mine.size === 0 || other.size === 0 || statements[a]!.report === statements[b]!.report) return []
    const label = [...mine].some((claim) => other.has(claim)) ? 1 : 0
    return [{ values: featureValues(compare(profiles[i]!, profiles[j]!, vocabulary)), label }]
  })
}

/** Whether two spans share half of the smaller one. */
function halfCovers(a: Span, b: Span): boolean {
  if (a.report !== b.report) return false
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return shared > 0 && 2 * shared >= Math.min(a.end - a.start, b.end - b.start)
}

/** Indices by equal names, in the order of their first. */
export function groups(names: readonly string[]): number[][] {
  const found = new Map<string, number[]>()
  names.forEach((name, i) => {
    found.set(name, [...(found.get(name) ?? []), i])
  })
  return [...found.values()]
}

/** Examples as one table for boosting; those of each list weigh as much together as given. */
export function toTable(lists: readonly { readonly examples: readonly Example[]; readonly weight: number }[]) {
  const count = lists.reduce((n, { examples }) => n + examples.length, 0)
  const width = lists.find(({ examples }) => examples.length > 0)?.examples[0]?.values.length ?? 0
  const values = new Uint8Array(count * width)
  const labels = new Uint8Array(count)
  const weights = new Float32Array(count)
  let at = 0
  for (const { examples, weight } of lists) {
    for (const { values: row, label } of examples) {
      values.set(row, at * width)
      labels[at] = label
      weights[at] = weight
      at++
    }
  }
  return { width, values, labels, weights }
}
