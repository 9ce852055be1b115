import type { Range, Span } from '../model/span.js'
import { contextOf, type Story } from '../presentation/story.js'

/** What another report says on the same thing: its sentence, and why it is set beside the chosen one. */
export interface Parallel {
  readonly report: string
  /** The whole sentence. */
  readonly range: Range
  /** The statement to choose when going there; null where the sentence holds none. */
  readonly statement: string | null
  readonly how: 'same claim' | 'other side' | 'shared words'
}

/** The sentence an address chooses in the reader: that of its statement, or that of a stretch of its report, whether it holds a statement or not. */
export function chosenSentence(story: Story, route: Readonly<Record<string, string>>): Span | null {
  const statement = story.statements.get(route['statement'] ?? '')
  const at = rangeOf(route['at'])
  const report = route['report'] ?? ''
  const words = statement ?? (at !== null && story.reports.has(report) ? { ...at, report } : null)
  return words === null ? null : { report: words.report, ...contextOf(words, story) }
}

/** The stretch that "at" names in an address: "120-180". */
export function rangeOf(at: string | undefined): Range | null {
  const parts = /^(\d+)-(\d+)$/.exec(at ?? '')
  return parts === null ? null : { start: Number(parts[1]), end: Number(parts[2]) }
}

/**
 * The passages of the other reports that belong beside a sentence, one a sentence: those that carry a claim of it, those on
 * the other side of a conflict, and those that share its words whatever was found in them.
 */
export function parallelsOf(report: string, sentence: Range, story: Story): Parallel[] {
  const here = (story.statementsIn.get(report) ?? []).filter(
    (one) => one.start < sentence.end && sentence.start < one.end,
  )
  const same = here.flatMap((one) => story.claimOf.get(one.id)?.statements ?? [])
  const against = here.flatMap((one) => {
    const conflicts = story.conflictsOf.get(story.claimOf.get(one.id)?.id ?? '') ?? []
    return conflicts
      .filter((conflict) => conflict.sides.some((side) => side.statements.includes(one.id)))
      .flatMap((conflict) => conflict.sides.flatMap((side) => side.statements))
  })
  const found = [
    ...same.map((id) => [id, 'same claim'] as const),
    ...against.map((id) => [id, 'other side'] as const),
  ].flatMap(([id, how]): Parallel[] => {
    const other = story.statements.get(id)
    return other === undefined ? [] : [{ report: other.report, range: contextOf(other, story), statement: id, how }]
  })
  const seen = new Set<string>()
  return [...found, ...copiesOf(report, sentence, story)].filter((one) => {
    const key = `${one.report}:${one.range.start}`
    if (one.report === report || seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** Runs of this many words are looked up; one that stands in more sentences than this tells nothing. */
const runLength = 4
const mostPlaces = 40

interface Place extends Range {
  readonly report: string
}

const indexes = new WeakMap<Story, ReadonlyMap<string, readonly Place[]>>()

// Sentences of other reports that share two runs of four words with this one, those that share most first.
function copiesOf(report: string, sentence: Range, story: Story): Parallel[] {
  const index = indexes.get(story) ?? indexRuns(story)
  indexes.set(story, index)
  const shared = new Map<Place, number>()
  for (const run of wordRuns((story.reports.get(report)?.text ?? '').slice(sentence.start, sentence.end))) {
    const places = index.get(run) ?? []
    if (places.length <= mostPlaces) for (const place of places) shared.set(place, (shared.get(place) ?? 0) + 1)
  }
  return [...shared]
    .filter(([place, n]) => n >= 2 && place.report !== report)
    .sort((a, b) => b[1] - a[1])
    .map(([place]) => ({
      report: place.report,
      range: place,
      statement:
        story.statementsIn.get(place.report)?.find((one) => one.start >= place.start && one.start < place.end)?.id ??
        null,
      how: 'shared words',
    }))
}

function indexRuns(story: Story): Map<string, Place[]> {
  const index = new Map<string, Place[]>()
  for (const { report, sentences } of story.findings.readings) {
    const text = story.reports.get(report)?.text ?? ''
    for (const { start, end, kind } of sentences) {
      if (kind === 'furniture') continue
      const place: Place = { report, start, end }
      for (const run of new Set(wordRuns(text.slice(start, end)))) {
        const places = index.get(run)
        if (places === undefined) index.set(run, [place])
        else if (places.length <= mostPlaces) places.push(place)
      }
    }
  }
  return index
}

function wordRuns(text: string): string[] {
  const words = wordsOf(text).map((word) => word.key)
  return words
    .slice(0, Math.max(0, words.length - runLength + 1))
    .map((_, i) => words.slice(i, i + runLength).join(' '))
}

/** A run of words, and whether the other passage has it too. */
export interface Run {
  readonly text: string
  readonly shared: boolean
}

/**
 * Two passages word for word: the longest common subsequence of their words, where only runs of at least three words in
 * one go count as shared. Passages are sentences; what is longer than 400 words is cut.
 */
export function alignWords(left: string, right: string): { readonly left: Run[]; readonly right: Run[] } {
  const a = wordsOf(left)
  const b = wordsOf(right)
  const width = b.length + 1
  const table = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      table[i * width + j] =
        a[i]!.key === b[j]!.key
          ? table[(i + 1) * width + j + 1]! + 1
          : Math.max(table[(i + 1) * width + j]!, table[i * width + j + 1]!)
  const inA = new Array<boolean>(a.length).fill(false)
  const inB = new Array<boolean>(b.length).fill(false)
  let [i, j] = [0, 0]
  while (i < a.length && j < b.length) {
    if (a[i]!.key === b[j]!.key) {
      let run = 0
      while (a[i + run] !== undefined && a[i + run]!.key === b[j + run]?.key) run++
      for (let k = 0; k < run && run >= 3; k++) inA[i + k] = inB[j + k] = true
      i += run
      j += run
    } else if (table[(i + 1) * width + j]! >= table[i * width + j + 1]!) i++
    else j++
  }
  return { left: runsOf(left, a, inA), right: runsOf(right, b, inB) }
}

interface Word extends Range {
  readonly key: string
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)]
    .slice(0, 400)
    .map((found) => ({ key: found[0].toLowerCase(), start: found.index, end: found.index + found[0].length }))
}

// A run reaches from its first word to its last, with what stands between them.
function runsOf(text: string, words: readonly Word[], shared: readonly boolean[]): Run[] {
  const runs: Run[] = []
  let at = 0
  for (let i = 0; i < words.length; i++) {
    if (!shared[i]) continue
    let last = i
    while (shared[last + 1]) last++
    if (words[i]!.start > at) runs.push({ text: text.slice(at, words[i]!.start), shared: false })
    runs.push({ text: text.slice(words[i]!.start, words[last]!.end), shared: true })
    at = words[last]!.end
    i = last
  }
  if (at < text.length) runs.push({ text: text.slice(at), shared: false })
  return runs
}
