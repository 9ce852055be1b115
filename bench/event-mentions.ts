import { join } from 'node:path'
import { findCandidates, type Pair } from '../src/alignment/claims/candidates.js'
import { compare } from '../src/alignment/claims/comparison.js'
import { featureValues } from '../src/alignment/claims/features.js'
import { headOf, type Page, type Passage, pageOf } from '../src/alignment/claims/passages.js'
import { type Profile, profilesOf } from '../src/alignment/claims/profiles.js'
import { Vocabulary } from '../src/alignment/claims/vocabulary.js'
import { mergeCharacters } from '../src/alignment/entities/entities.js'
import type { WordMeanings } from '../src/knowledge/synonyms.js'
import { sentenceAt } from '../src/model/reading.js'
import type { Example } from '../training/claims-examples.js'
import { childTokens } from './event-passages.js'
import { type EventRow, type ReadText, readRows, readTexts } from './read-corpora.js'

/** The gold mentions of events in the annotated sentences of ECB+, ready to be compared across all documents. */
export interface EventMentions {
  /** "document mention", unique. */
  readonly ids: readonly string[]
  /** Gold chain; a mention of its own where the corpus has none. */
  readonly chains: readonly string[]
  readonly profiles: readonly Profile[]
  readonly pairs: readonly Pair[]
  /** Features of a pair, how like the two documents are being the last. */
  readonly valuesOf: (pair: Pair) => Uint8Array
}

/** Reads the mentions of one part of ECB+; no topic is given away. */
export function readEvents(data: string, split: 'train' | 'dev' | 'test', meanings: WordMeanings): EventMentions {
  const file = split === 'test' ? 'docs-test.jsonl' : 'docs-train-dev.jsonl'
  const rows = readRows<EventRow>(join(data, 'ecbplus', file)).filter((row) => row.split === split)
  const read = readTexts(
    `ecb-${split}`,
    rows.map(({ id, text, date }) => ({ id, text, published: date })),
  )
  const { entityOf } = mergeCharacters(read.map(({ reading }) => reading))
  const pages = read.map(({ reading }, r) => pageOf(reading, r, entityOf[r]!))
  const found = rows.flatMap((row, r) =>
    row.mentions.flatMap((mention) => {
      if (!/ACTION/.test(mention.type) || !row.sentences[mention.s]?.sel) return []
      const passage = eventPassage(mention, pages[r]!, read[r]!)
      return passage
        ? [{ passage, id: `${row.id} ${mention.id}`, chain: mention.chain ?? `${row.id} ${mention.id}` }]
        : []
    }),
  )
  const vocabulary = new Vocabulary(meanings)
  const profiles = profilesOf(
    found.map(({ passage }) => passage),
    vocabulary,
  )
  const likeness = documentLikeness(read, meanings)
  return {
    ids: found.map(({ id }) => id),
    chains: found.map(({ chain }) => chain),
    profiles,
    pairs: findCandidates(profiles, { longestList: 600, mostPartners: 80 }),
    valuesOf: ([i, j]) => {
      const [a, b] = [profiles[i]!, profiles[j]!]
      const values = featureValues(compare(a, b, vocabulary))
      return Uint8Array.of(...values, likeness(a.passage.page.report, b.passage.page.report))
    },
  }
}

/** All candidate pairs of a part, as examples. */
export function eventExamples(data: string, split: 'train' | 'dev', meanings: WordMeanings): Example[] {
  const { chains, pairs, valuesOf } = readEvents(data, split, meanings)
  return pairs.map((pair) => ({ values: valuesOf(pair), label: chains[pair[0]] === chains[pair[1]] ? 1 : 0 }))
}

/** A mention with the clause it stands in. */
function eventPassage(
  mention: { readonly start: number; readonly end: number },
  page: Page,
  { found }: ReadText,
): Passage | undefined {
  const { reading } = page
  const sentence = sentenceAt(reading.sentences, mention.start)
  if (!sentence) return undefined
  const head = headOf(sentence, mention)
  const token = sentence.tokens[head]
  if (!token) return undefined
  const around = found.statements
    .filter(({ start, end }) => start <= token.start && token.end <= end && start >= sentence.start)
    .sort((a, b) => a.end - a.start - (b.end - b.start))[0]
  const children = childTokens(sentence, head)
  const isPredicate = around?.because.spans[0]?.start === token.start
  const role = (names: readonly string[], otherwise: number) => {
    const given = isPredicate ? around?.roles.find((r) => names.includes(r.role)) : undefined
    return given ? headOf(sentence, given) : otherwise
  }
  const first = around ? sentence.tokens.findIndex(({ start }) => start >= around.start) : 0
  const last = around ? sentence.tokens.findLastIndex(({ end }) => end <= around.end) : sentence.tokens.length - 1
  return {
    page,
    sentence,
    first,
    end: Math.max(first, last) + 1,
    head,
    agent: role(['agent'], children.agent),
    patient: role(['patient', 'attribute'], children.patient),
    when: around?.when ?? null,
    where: null,
    numbers: around?.numbers ?? [],
    polarity: around?.polarity ?? 'positive',
    isDenied: false,
    root: 'outlet',
  }
}

/** Cosine of the words of two documents, by rarity in the language and among the documents, 0 … 255. */
function documentLikeness(texts: readonly ReadText[], meanings: WordMeanings): (a: number, b: number) => number {
  const counted = texts.map(({ reading }) => {
    const counts = new Map<string, number>()
    for (const { tokens } of reading.sentences) {
      for (const { lemma, upos } of tokens) {
        if (!/^(NOUN|PROPN|VERB|ADJ|NUM)$/.test(upos)) continue
        const word = lemma.toLowerCase()
        counts.set(word, (counts.get(word) ?? 0) + 1)
      }
    }
    return counts
  })
  const documents = new Map<string, number>()
  for (const counts of counted) for (const word of counts.keys()) documents.set(word, (documents.get(word) ?? 0) + 1)
  const vectors = counted.map((counts) => {
    const vector = new Map<string, number>()
    let square = 0
    for (const [word, count] of counts) {
      const weight =
        (1 + Math.log2(count)) *
        Math.log2(texts.length / documents.get(word)!) *
        (meanings.rarity(meanings.indexOf(word)) / 255)
      vector.set(word, weight)
      square += weight * weight
    }
    return { vector, length: Math.sqrt(square) || 1 }
  })
  const known = new Map<number, number>()
  return (a, b) => {
    if (a === b) return 255
    const key = Math.min(a, b) * texts.length + Math.max(a, b)
    let value = known.get(key)
    if (value === undefined) {
      let product = 0
      for (const [word, weight] of vectors[a]!.vector) product += weight * (vectors[b]!.vector.get(word) ?? 0)
      value = Math.min(254, Math.round((400 * product) / (vectors[a]!.length * vectors[b]!.length)))
      known.set(key, value)
    }
    return value
  }
}
