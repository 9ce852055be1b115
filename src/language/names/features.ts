import { combine, hashString } from '../../weights/hash.js'
import type { Page } from './page.js'
import type { Word } from './words.js'

/** How far to either side of a token its neighbours' own traits are looked at. */
export const reach = 2

/** Room that the features of one token may need. */
export const mostFeatures = 160

/** Stands for what is not there: before the first word and after the last. */
const nothing = hashString('<none>')

/**
 * Traits of one word, as seen from the token `offset` places before it (0: the token itself).
 * They hang on the form alone, so their summed weights are kept for each form.
 */
export function wordFeatures(word: Word | undefined, offset: number, out: Uint32Array): number {
  let n = 0
  const base = combine(1, offset + 8)
  const put = (kind: number, value: number) => {
    out[n++] = combine(base + kind, value)
  }
  if (!word) {
    put(0, nothing)
    return n
  }
  put(1, word.lower)
  put(2, word.shape)
  if (word.fine !== 0) {
    put(4, word.fine)
    put(5, word.middle)
    put(6, word.coarse)
  }
  if (offset === 0) {
    put(7, word.exact)
    put(3, word.shortShape)
    for (let i = 0; i < word.prefixes.length; i++) put(10 + i, word.prefixes[i]!)
    put(14, combine(word.shortShape, word.middle))
    put(15, combine(word.shape, word.fine))
    if (word.keys.length > 1) put(16, word.keys.at(-1)!)
  }
  if (offset === 0 || offset === 1 || offset === -1) {
    for (let i = 0; i < word.suffixes.length; i++) put(20 + i, word.suffixes[i]!)
    put(25, combine(word.coarse, word.shortShape))
  }
  return n
}

/** What the surroundings of a token say: neighbours together, known phrases, runs of capitals, and the rest of the document. */
export function contextFeatures(page: Page, at: number, out: Uint32Array): number {
  const { words } = page
  const start = page.sentenceStart[at]!
  const end = page.sentenceEnd[at]!
  const word = words[at]!
  const before = at - 1 >= start ? words[at - 1] : undefined
  const before2 = at - 2 >= start ? words[at - 2] : undefined
  const after = at + 1 < end ? words[at + 1] : undefined
  const after2 = at + 2 < end ? words[at + 2] : undefined
  const lower = (w: Word | undefined) => (w ? w.lower : nothing)
  const middle = (w: Word | undefined) => (w ? w.middle : 999)
  const coarse = (w: Word | undefined) => (w ? w.coarse : 99)
  const short = (w: Word | undefined) => (w ? w.shortShape : nothing)
  let n = 0
  const put = (kind: number, value: number) => {
    out[n++] = combine(kind, value)
  }

  put(100, combine(lower(before), word.lower))
  put(101, combine(word.lower, lower(after)))
  put(102, combine(short(before), word.shortShape))
  put(103, combine(word.shortShape, short(after)))
  put(104, combine(combine(short(before), word.shortShape), short(after)))
  put(105, combine(middle(before), word.middle))
  put(106, combine(word.middle, middle(after)))
  put(107, combine(combine(middle(before), word.middle), middle(after)))
  put(108, combine(middle(before2), middle(before)) + (word.capital ? 1 : 0))
  put(109, combine(middle(after), middle(after2)) + (word.capital ? 1 : 0))
  put(110, combine(combine(coarse(before), word.shortShape), coarse(after)))
  put(111, combine(lower(before), word.shortShape))
  put(112, combine(word.shortShape, lower(after)))

  for (let offset = -1; offset <= 1; offset++) {
    const i = at + offset
    const phrase = i >= start && i < end ? page.phrases[i]! : 0
    if (phrase === 0) continue
    put(120 + offset, phrase)
    if (offset === 0) {
      put(123, combine(phrase, word.fine))
      put(124, combine(phrase, combine(middle(before), middle(after))))
    }
  }

  const flags = (at === start ? 1 : 0) + page.casing[at]! * 2 + page.quoted[at]! * 8 + (word.capital ? 16 : 0)
  put(130, flags)
  put(131, combine(flags, word.shortShape))

  if (page.runEnd[at]! > at) {
    const runStart = page.runStart[at]!
    const runEnd = page.runEnd[at]!
    const length = Math.min(runEnd - runStart, 6)
    const place = length * 8 + Math.min(at - runStart, 3) * 2 + (at === runEnd - 1 ? 1 : 0)
    const last = words[runEnd - 1]!
    const first = words[runStart]!
    put(140, place)
    put(141, combine(place, last.middle))
    put(142, combine(length === 1 ? 1 : 2, last.lower))
    put(143, combine(place, first.middle))
    const outer = runStart - 1 >= start ? words[runStart - 1] : undefined
    const next = runEnd < end ? words[runEnd] : undefined
    const next2 = runEnd + 1 < end ? words[runEnd + 1] : undefined
    put(144, lower(outer))
    put(145, lower(next))
    put(146, combine(middle(outer), length))
    put(147, combine(middle(next), length))
    put(148, combine(middle(next2), middle(next)))
    put(149, combine(combine(first.middle, last.middle), length))
  }

  return word.capital || word.allCapitals ? documentFeatures(page, at, out, n) : n
}

const othersLookedAt = 6
/** A word of ten thousand places costs no more than one of forty. */
const placesLookedAt = 40

/** What the same word does elsewhere in the document: is it ever in lower case, who stands beside it. */
function documentFeatures(page: Page, at: number, out: Uint32Array, from: number): number {
  const { words } = page
  const word = words[at]!
  let n = from
  const put = (kind: number, value: number) => {
    out[n++] = combine(kind, value)
  }
  const acronym = page.acronyms.get(word.exact)
  if (acronym !== undefined) {
    put(160, 1)
    put(161, acronym)
  }
  const places = page.places.get(word.lower)
  if (!places || places.length === 1) {
    put(162, page.sentenceStart[at] === at ? 1 : 0)
    return n
  }
  let capitals = 0
  let smalls = 0
  let others = 0
  for (let p = 0; p < places.length && p < placesLookedAt; p++) {
    const place = places[p]!
    if (place === at) continue
    const other = words[place]!
    if (!other.capital) {
      smalls++
      continue
    }
    const isStart = page.sentenceStart[place] === place
    if (!isStart && page.casing[place] === 0) capitals++
    if (others >= othersLookedAt) continue
    others++
    const before = isStart ? undefined : words[place - 1]
    const after = place + 1 < page.sentenceEnd[place]! ? words[place + 1] : undefined
    if (before) {
      put(before.capital ? 170 : 171, before.middle)
      if (!before.capital) put(172, before.lower)
    }
    if (after) {
      put(after.capital ? 173 : 174, after.middle)
      if (!after.capital) put(175, after.lower)
    }
    if (page.phrases[place] !== 0) put(176, page.phrases[place]!)
  }
  const summary = Math.min(capitals, 3) + 4 * Math.min(smalls, 2)
  put(163, summary)
  put(164, combine(summary, page.sentenceStart[at] === at ? 1 : 0))
  put(165, combine(summary, word.middle))
  return n
}
