import type { Reading } from '../../model/reading.js'
import type { Span } from '../../model/span.js'
import { type SharedOrder, sharedOrder } from './order.js'
import { type Indexed, indexed, type Tile, tile } from './passages.js'
import { findSharedSlips, type SharedSlip } from './slips.js'
import { type Word, wordLists } from './words.js'

/** Two reports that have one text between them, and how that shows. */
export interface TextTie {
  /** Report ids, the lesser first. */
  readonly reports: readonly [string, string]
  /** copy: word for word; rewriting: the same facts in the same order; passage: a stretch that both took over. */
  readonly how: 'copy' | 'rewriting' | 'passage'
  /** The share of each report's own words (outside quotations) that stand word for word in the other. */
  readonly containment: readonly [number, number]
  readonly order: SharedOrder
  readonly slips: readonly SharedSlip[]
  readonly evidence: readonly Span[]
}

/** Figures at which a tie is believed, set so that hardly any two reports that share no more than their event are joined (docs/grades.md). */
const limits = {
  /** Shortest passage that counts, in words. */
  passage: 5,
  /** Share of the shorter report that is copied, and its least length in words. */
  copied: 0.3,
  copiedWords: 35,
  /** A short report is a copy where nearly all of it is. */
  copiedOfShort: 0.8,
  copiedWordsOfShort: 10,
  /** How surprising the common order is, and how much of the shorter report takes part, where nothing else speaks for it. */
  surprise: 7,
  share: 0.25,
  /** The same, where the two also share a slip or a spelling that others do not have. */
  surpriseWithVariant: 3.5,
  surpriseWithError: 2.5,
  shareWithSlip: 0.2,
  /** From this length on a passage may be a text that both quote, and tells nothing of rewriting. */
  block: 14,
  /** A single passage that shows a common text: its words, and how many of them carry content. */
  longPassage: 14,
  longPassageContent: 6,
} as const

/** How many others each report is compared with: those with which it shares most rare words. */
const mostPartners = 24

/** A word of content in more reports than this is no rare word. */
const rareIn = 12

/** Reports that have a text between them; each pair at most once. */
export function findTextTies(readings: readonly Reading[], listWords = wordLists()): TextTie[] {
  // By id and not by place, so that the order in which reports are given changes nothing.
  const texts = readings
    .map((reading): Text => {
      const words = listWords(reading)
      return { id: reading.report.id, words, index: indexed(words, limits.passage), own: unquoted(words) }
    })
    .sort((x, y) => (x.id < y.id ? -1 : x.id > y.id ? 1 : 0))
  const slips = findSharedSlips(readings)
  return partners(texts.map((t) => t.words)).flatMap(([i, j]) => tieOf(texts[i]!, texts[j]!, slips) ?? [])
}

/** A report as it is compared. */
interface Text {
  readonly id: string
  readonly words: readonly Word[]
  readonly index: Indexed
  /** How many of its words stand outside quotations; at least one. */
  readonly own: number
}

function tieOf(a: Text, b: Text, slips: readonly SharedSlip[]): TextTie | undefined {
  const tiles = tile(a.index, b.index)
  const own = tiles.map((t) => a.words.slice(t.a, t.a + t.length).filter((w) => !w.quoted).length)
  const copied = own.reduce((sum, n) => sum + n, 0)
  const containment = [copied / a.own, copied / b.own] as const
  // A long passage that both have word for word may be a letter or a statement that both print; rewriting must show outside of it.
  const [restA, restB] = withoutBlocks(a.words, b.words, tiles)
  const order = sharedOrder(restA, restB)
  const common = slips.filter((s) => s.reports.includes(a.id) && s.reports.includes(b.id))
  const how = howTied(tiles, own, a.words, copied, Math.max(...containment), order, common)
  if (how === undefined) return undefined
  const longest = [...tiles].sort((x, y) => y.length - x.length || x.a - y.a).slice(0, 3)
  const passages = longest.flatMap((t) => [
    { report: a.id, start: a.words[t.a]!.start, end: a.words[t.a + t.length - 1]!.end },
    { report: b.id, start: b.words[t.b]!.start, end: b.words[t.b + t.length - 1]!.end },
  ])
  const shown = common.flatMap((s) => s.spans.filter((span) => span.report === a.id || span.report === b.id))
  const told = passages.length + shown.length === 0 ? inStep(a.id, b.id, a.words, b.words) : []
  return { reports: [a.id, b.id], how, containment, order, slips: common, evidence: [...passages, ...shown, ...told] }
}

function withoutBlocks(inA: readonly Word[], inB: readonly Word[], tiles: readonly Tile[]): [Word[], Word[]] {
  const blocks = tiles.filter((t) => t.length >= limits.block)
  const outA = new Set(blocks.flatMap((t) => Array.from({ length: t.length }, (_, i) => t.a + i)))
  const outB = new Set(blocks.flatMap((t) => Array.from({ length: t.length }, (_, i) => t.b + i)))
  return [inA.filter((_, i) => !outA.has(i)), inB.filter((_, i) => !outB.has(i))]
}

function howTied(
  tiles: readonly Tile[],
  own: readonly number[],
  inA: readonly Word[],
  copied: number,
  containment: number,
  { surprise, share }: SharedOrder,
  slips: readonly SharedSlip[],
): TextTie['how'] | undefined {
  if (copied >= limits.copiedWords && containment >= limits.copied) return 'copy'
  if (copied >= limits.copiedWordsOfShort && containment >= limits.copiedOfShort) return 'copy'
  if (surprise >= limits.surprise && share >= limits.share) return 'rewriting'
  const error = slips.some((s) => s.wrong)
  const needed = error
    ? limits.surpriseWithError
    : slips.length > 0
      ? limits.surpriseWithVariant
      : Number.POSITIVE_INFINITY
  if (surprise >= needed && share >= limits.shareWithSlip) return 'rewriting'
  const long = tiles.some(
    (t, i) =>
      own[i]! >= limits.longPassage &&
      inA.slice(t.a, t.a + t.length).filter((w) => w.content !== null && !w.quoted).length >= limits.longPassageContent,
  )
  return long ? 'passage' : undefined
}

/** The sentences that tell the same things, where no words stand side by side that could be shown. */
function inStep(a: string, b: string, inA: readonly Word[], inB: readonly Word[]): Span[] {
  const sentencesOf = (words: readonly Word[]) => {
    const sentences: { start: number; end: number; contents: Set<string> }[] = []
    for (const word of words) {
      const at = sentences[word.sentence]
      if (at === undefined) sentences[word.sentence] = { start: word.start, end: word.end, contents: new Set() }
      else at.end = word.end
      if (word.content !== null) sentences[word.sentence]!.contents.add(word.content)
    }
    return sentences.filter((s) => s !== undefined)
  }
  const others = sentencesOf(inB)
  const places = new Map<string, number[]>()
  others.forEach(({ contents }, i) => {
    for (const c of contents) places.set(c, [...(places.get(c) ?? []), i])
  })
  const best = sentencesOf(inA).flatMap((sentence) => {
    const counts = new Map<number, number>()
    for (const c of sentence.contents)
      for (const i of places.get(c)?.slice(0, 8) ?? []) counts.set(i, (counts.get(i) ?? 0) + 1)
    const [top] = [...counts].sort((x, y) => y[1] - x[1] || x[0] - y[0])
    return top === undefined ? [] : [{ sentence, other: others[top[0]]!, shared: top[1] }]
  })
  return best
    .sort((x, y) => y.shared - x.shared || x.sentence.start - y.sentence.start)
    .slice(0, 3)
    .flatMap(({ sentence, other }) => [
      { report: a, start: sentence.start, end: sentence.end },
      { report: b, start: other.start, end: other.end },
    ])
}

function unquoted(words: readonly Word[]): number {
  return Math.max(1, words.filter((w) => !w.quoted).length)
}

/** Pairs of reports that are worth comparing: each with those with which it shares most rare words. An index, so that a large story stays cheap. */
function partners(words: readonly (readonly Word[])[]): [number, number][] {
  const reportsOf = new Map<string, number[]>()
  words.forEach((list, i) => {
    for (const content of new Set(list.flatMap((w) => w.content ?? []))) {
      const known = reportsOf.get(content)
      if (known) known.push(i)
      else reportsOf.set(content, [i])
    }
  })
  const counts = words.map(() => new Map<number, number>())
  for (const reports of reportsOf.values()) {
    if (reports.length < 2 || (reports.length > rareIn && words.length > mostPartners)) continue
    for (const i of reports) for (const j of reports) if (i !== j) counts[i]!.set(j, (counts[i]!.get(j) ?? 0) + 1)
  }
  const pairs = new Set<string>()
  counts.forEach((shared, i) => {
    const best = [...shared].sort((x, y) => y[1] - x[1] || x[0] - y[0]).slice(0, mostPartners)
    for (const [j] of best) pairs.add(i < j ? `${i} ${j}` : `${j} ${i}`)
  })
  return [...pairs]
    .map((pair) => pair.split(' ').map(Number) as [number, number])
    .sort((x, y) => x[0] - y[0] || x[1] - y[1])
}
