import { join } from 'node:path'
import { gather } from '../src/alignment/alignment.js'
import { findCandidates } from '../src/alignment/claims/candidates.js'
import { type ComparedPair, comparePairs, profileStatements } from '../src/alignment/claims/claims.js'
import { compare } from '../src/alignment/claims/comparison.js'
import { contextOf } from '../src/alignment/claims/context.js'
import { featureValues } from '../src/alignment/claims/features.js'
import { type Page, type Passage, pageOf } from '../src/alignment/claims/passages.js'
import { type Profile, profilesOf } from '../src/alignment/claims/profiles.js'
import { Vocabulary } from '../src/alignment/claims/vocabulary.js'
import { mergeCharacters } from '../src/alignment/entities/entities.js'
import type { WordMeanings } from '../src/knowledge/synonyms.js'
import type { Span } from '../src/model/span.js'
import { type BoostedTrees, scoreTrees } from '../src/weights/boosted-trees.js'
import { childTokens } from './event-passages.js'
import { type EventRow, type ParaphraseRow, type ReadText, readRows, readTexts } from './read-corpora.js'
import type { AnnotatedStory } from './stories.js'

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

/** All pairs of statements of an annotated story that are compared, and of those that can be told whether they tell the same. */
export interface StoryPairs {
  readonly profiles: readonly Profile[]
  /** For each profile, the index of its statement. */
  readonly statementOf: readonly number[]
  readonly pairs: readonly ComparedPair[]
  /** 1 where both hold words of one gold claim, null where they are of one report or the annotation does not tell. */
  readonly labels: readonly (0 | 1 | null)[]
}

/** The pairs of an annotated story. */
export function storyPairs({ reports, claims, isExhaustive }: AnnotatedStory, meanings: WordMeanings): StoryPairs {
  const { statements, pages } = gather(reports)
  const story = profileStatements(statements, pages, meanings)
  const pairs = comparePairs(statements, story)
  const claimsOf = statements.map(
    (statement) =>
      new Set(claims.filter(({ spans }) => spans.some((span) => halfCovers(statement, span))).map(({ id }) => id)),
  )
  const labels = pairs.map(({ i, j }) => {
    const [a, b] = [story.statementOf[i]!, story.statementOf[j]!]
    const [mine, other] = [claimsOf[a]!, claimsOf[b]!]
    const isUnknown = !isExhaustive && (mine.size === 0 || other.size === 0)
    if (isUnknown || statements[a]!.report === statements[b]!.report) return null
    return [...mine].some((claim) => other.has(claim)) ? 1 : 0
  })
  return { profiles: story.profiles, statementOf: story.statementOf, pairs, labels }
}

/** The pairs of which the annotation tells, for the first look. */
export function examplesOf({ pairs, labels }: StoryPairs): Example[] {
  return pairs.flatMap(({ values }, p) => (labels[p] === null ? [] : [{ values, label: labels[p]! }]))
}

/** The same for the second look, given trees for the first that did not see this story. */
export function examplesInContext({ profiles, pairs, labels }: StoryPairs, first: BoostedTrees): Example[] {
  const context = contextOf(
    profiles,
    pairs.map(({ i, j, values, clash }) => ({
      i,
      j,
      score: scoreTrees(first, values),
      isBarred: clash !== undefined,
    })),
  )
  return pairs.flatMap(({ values }, p) =>
    labels[p] === null ? [] : [{ values: Uint8Array.of(...values, ...context(p)), label: labels[p]! }],
  )
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
