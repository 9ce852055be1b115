import { findPhrases, type Lexicon } from './lexicon.js'
import type { Word } from './words.js'

/** One whole document as the name tagger sees it: all words in one row, sentences as stretches of it. */
export interface Page {
  readonly words: readonly Word[]
  /** First token of each sentence, and one more for the end. */
  readonly starts: readonly number[]
  /** First token and end of the sentence a token stands in; a full stop ends one even where the text layer did not cut. */
  readonly sentenceStart: Int32Array
  readonly sentenceEnd: Int32Array
  /** Place of the token in a phrase of the lexicon: 0 none, else kinds × 4 + (0 unit, 1 first, 2 inside, 3 last). */
  readonly phrases: Int32Array
  /** Run of capitalised words the token belongs to: its first token and its end; both the token's own index where there is none. */
  readonly runStart: Int32Array
  readonly runEnd: Int32Array
  /** 1 where the sentence is a heading in title case, 2 where it is in capitals throughout. */
  readonly casing: Uint8Array
  /** 1 inside a short stretch in quotation marks. */
  readonly quoted: Uint8Array
  /** All places of a word, by the hash of its lower-cased form. */
  readonly places: ReadonlyMap<number, readonly number[]>
  /** Class of the head of what an acronym stands for, by the acronym's exact hash: "(LPR)". */
  readonly acronyms: ReadonlyMap<number, number>
}

/** Lays out a document. */
export function layOut(sentences: readonly (readonly Word[])[], lexicon: Lexicon): Page {
  const words = sentences.flat()
  const count = words.length
  const page = {
    words,
    starts: [0],
    sentenceStart: new Int32Array(count),
    sentenceEnd: new Int32Array(count),
    phrases: new Int32Array(count),
    runStart: new Int32Array(count),
    runEnd: new Int32Array(count),
    casing: new Uint8Array(count),
    quoted: new Uint8Array(count),
    places: new Map<number, number[]>(),
    acronyms: new Map<number, number>(),
  }
  let from = 0
  for (const sentence of sentences) {
    const end = from + sentence.length
    page.starts.push(end)
    markStops(page, from, end)
    page.casing.fill(casingOf(sentence), from, end)
    markPhrases(page, from, end, lexicon)
    markRuns(page, from, end)
    markQuotes(page, from, end)
    from = end
  }
  for (let i = 0; i < count; i++) {
    const word = words[i]!
    if (!word.letters) continue
    const known = page.places.get(word.lower)
    if (known) known.push(i)
    else page.places.set(word.lower, [i])
    if (word.allCapitals) noteAcronym(page, i)
  }
  return page
}

function markStops(
  page: { words: readonly Word[]; sentenceStart: Int32Array; sentenceEnd: Int32Array },
  from: number,
  end: number,
): void {
  let start = from
  for (let i = from; i < end; i++) {
    const isLast = i === end - 1
    if (!isLast && !page.words[i]!.stop) continue
    page.sentenceStart.fill(start, start, i + 1)
    page.sentenceEnd.fill(i + 1, start, i + 1)
    start = i + 1
  }
}

function casingOf(words: readonly Word[]): number {
  let long = 0
  let capital = 0
  let allCapitals = 0
  for (const word of words) {
    if (!word.letters || word.form.length < 4) continue
    long++
    if (word.allCapitals) allCapitals++
    if (word.capital) capital++
  }
  if (long >= 3 && allCapitals / long > 0.8) return 2
  return long >= 4 && capital / long > 0.8 ? 1 : 0
}

function markPhrases(page: Page, from: number, end: number, lexicon: Lexicon): void {
  for (const match of findPhrases(page.words, from, end, lexicon)) {
    for (let i = match.first; i < match.end; i++) {
      const place = match.end - match.first === 1 ? 0 : i === match.first ? 1 : i === match.end - 1 ? 3 : 2
      page.phrases[i] = match.kinds * 4 + place
    }
  }
}

/** Runs of capitalised words; a hyphen between two of them belongs to the run. */
function markRuns(page: Page, from: number, end: number): void {
  let i = from
  while (i < end) {
    let last = i
    while (last < end && page.words[last]!.capital) {
      last++
      if (last + 1 < end && page.words[last]!.form === '-' && page.words[last + 1]!.capital) last++
    }
    for (let j = i; j < last; j++) {
      page.runStart[j] = i
      page.runEnd[j] = last
    }
    if (last === i) {
      page.runStart[i] = i
      page.runEnd[i] = i
      last++
    }
    i = last
  }
}

const longestQuoted = 7

function markQuotes(page: Page, from: number, end: number): void {
  let open = -1
  for (let i = from; i < end; i++) {
    const { quote } = page.words[i]!
    if (quote === 0) continue
    if (open >= 0 && i - open - 1 <= longestQuoted && quote === 1) {
      page.quoted.fill(1, open + 1, i)
      open = -1
    } else open = i
  }
}

/** "Luhansk People’s Republic (LPR)": the letters of the acronym begin the words before the bracket. */
function noteAcronym(
  page: { words: readonly Word[]; sentenceStart: Int32Array; acronyms: Map<number, number> },
  at: number,
): void {
  const { words, acronyms } = page
  const start = page.sentenceStart[at]!
  const opening = words[at - 1]
  if (at - 2 < start || !opening || (opening.form !== '(' && opening.form !== '[')) return
  const letters = words[at]!.form.toLowerCase()
  let letter = letters.length - 1
  for (let i = at - 2; i >= start && i >= at - 2 - 2 * letters.length; i--) {
    if (words[i]!.initial !== letters.charCodeAt(letter)) continue
    letter--
    if (letter < 0) {
      acronyms.set(words[at]!.exact, words[at - 2]!.middle + 1)
      return
    }
  }
}
