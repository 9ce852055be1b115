import type { Range } from '../../../model/span.js'
import { combine } from '../../../weights/hash.js'
import { LinearModel } from '../../../weights/linear-model.js'
import type { WordClasses } from '../../../weights/word-classes.js'
import type { ParsedReport } from '../../parsed-report.js'
import { cueFeatures, mostCueFeatures } from './cue-features.js'
import { cueTags, decode, roleTags, runsOf, tagCount } from './decode.js'
import { layOut, type Page, type Readers } from './page.js'
import { type CuePlace, linksOf, mostRoleFeatures, roleFeatures } from './role-features.js'
import { labelReader, wordReader } from './words.js'

/** A trained tagger of attributions, ready to be asked. */
export interface AttributionTagger {
  readonly readers: Readers
  readonly model: LinearModel
  /** Weight of tag b after tag a at a × tagCount + b. */
  readonly transitions: Int32Array
}

/** An attribution as the tagger marks it; `head` is the word that heads the cue. */
export interface TaggedAttribution {
  readonly head: Range
  readonly cue: Range
  readonly source: readonly Range[]
  readonly content: readonly Range[]
}

/** Reads the tagger from the bytes of models/attribution.bin. Throws when they are something else. */
export function attributionTaggerFromBytes(bytes: Uint8Array, classes: WordClasses): AttributionTagger {
  const model = LinearModel.fromBytes(bytes)
  const transitions = new Int32Array(tagCount * tagCount)
  for (let tag = 0; tag < tagCount; tag++) {
    model.score(Uint32Array.of(transitionFeature(tag)), 1, transitions.subarray(tag * tagCount, (tag + 1) * tagCount))
  }
  return { readers: readersFrom(classes), model, transitions }
}

/** How the tagger turns words and labels into numbers; training and use share it, so that the two cannot drift apart. */
export function readersFrom(classes: WordClasses): Readers {
  return { word: wordReader(classes), label: labelReader() }
}

/** The feature that stands for "the tag before was this one". */
export function transitionFeature(tag: number): number {
  return combine(900, tag)
}

/**
 * Who says what, as annotators of PolNeAR would mark it: first the cues of the whole report, then for each cue its source and content.
 * A cue for which no content is found is none.
 */
export function tagAttributions(parsed: ParsedReport, tagger: AttributionTagger): TaggedAttribution[] {
  const page = layOut(parsed, tagger.readers)
  const cues = findCues(page, tagger)
  const isCue = cueWords(page, cues)
  return cues.flatMap((cue) => {
    const place = cuePlace(page, cue)
    const tags = findRoles(page, place, isCue, tagger)
    const ranges = (tag: number) =>
      runsOf(tags, tag).map(([from, to]) => rangeOf(page, place.windowFrom + from, place.windowFrom + to))
    const content = ranges(roleTags.first + 3)
    return content.length === 0
      ? []
      : [
          {
            head: rangeOf(page, place.head, place.head + 1),
            cue: rangeOf(page, place.from, place.to),
            source: ranges(roleTags.first + 1),
            content,
          },
        ]
  })
}

/** The words that are part of a cue. */
export function cueWords(page: Page, cues: readonly (readonly [number, number])[]): Uint8Array {
  const isCue = new Uint8Array(page.words.length)
  for (const [from, to] of cues) isCue.fill(1, from, to)
  return isCue
}

/** The cue's head, and the sentences in which its source and content may stand: its own, those that a quotation ties to it, and one after a colon. */
export function cuePlace(page: Page, [from, to]: readonly [number, number]): CuePlace {
  let head = from
  for (let i = from; i < to; i++) {
    const above = page.head[i]!
    if (above < from || above >= to) {
      head = i
      break
    }
  }
  const { starts, quotation } = page
  let first = page.sentence[from]!
  let last = page.sentence[to - 1]!
  const reaches = (s: number) =>
    quotation[starts[s]!]! > 0 && !page.opensLine[s]! && quotation[starts[s]!] === quotation[starts[s]! - 1]
  while (first > 0 && last - first < longestWindow && reaches(first)) first--
  const goesOn = (s: number) =>
    s + 1 < starts.length &&
    s - first < longestWindow &&
    ((!page.opensLine[s] && quotation[starts[s]!]! > 0) || (s === last + 1 && page.opens[s - 1]!))
  while (goesOn(last + 1)) last++
  return { from, to, head, windowFrom: starts[first]!, windowTo: starts[last + 1]! }
}

/** Sentences. */
const longestWindow = 12

function findCues(page: Page, { model, transitions }: AttributionTagger): (readonly [number, number])[] {
  const buffer = new Uint32Array(mostCueFeatures)
  const room = new Int32Array(tagCount)
  const found: (readonly [number, number])[] = []
  for (let s = 0; s + 1 < page.starts.length; s++) {
    const from = page.starts[s]!
    const length = page.starts[s + 1]! - from
    const scores = new Int32Array(length * tagCount)
    for (let i = 0; i < length; i++) {
      model.score(buffer, cueFeatures(page, from + i, buffer), room)
      scores.set(room, i * tagCount)
    }
    for (const [a, b] of runsOf(decode(scores, length, transitions, cueTags).tags, cueTags.first + 1))
      found.push([from + a, from + b])
  }
  return found
}

function findRoles(
  page: Page,
  cue: CuePlace,
  isCue: Uint8Array,
  { model, transitions }: AttributionTagger,
): Uint8Array {
  const links = linksOf(page, cue, isCue)
  const buffer = new Uint32Array(mostRoleFeatures)
  const room = new Int32Array(tagCount)
  const length = cue.windowTo - cue.windowFrom
  const scores = new Int32Array(length * tagCount)
  for (let i = 0; i < length; i++) {
    model.score(buffer, roleFeatures(page, cue, links, cue.windowFrom + i, buffer), room)
    scores.set(room, i * tagCount)
  }
  return decode(scores, length, transitions, roleTags).tags
}

function rangeOf(page: Page, from: number, to: number): Range {
  return { start: page.start[from]!, end: page.end[to - 1]! }
}
