import type { Range } from '../../model/span.js'
import { combine, hashString } from '../../weights/hash.js'

/** A passage that two texts have word for word. */
export interface SharedPassage {
  readonly a: Range
  readonly b: Range
  /** How many words it is long. */
  readonly words: number
}

/** A passage by the indices of its first words. */
export interface Tile {
  readonly a: number
  readonly b: number
  readonly length: number
}

interface Formed extends Range {
  readonly form: string
}

/** A word sequence that stands more often than this in one text is a refrain; passages are not begun from it. */
const mostPlaces = 8

/**
 * Aligns what two texts have word for word, for showing side by side: greedy string tiling (Wise 1993), the longest passage first,
 * no word used twice. Passages shorter than `least` words are left out. In the order of `a`.
 */
export function alignPassages(a: readonly Formed[], b: readonly Formed[], least = 5): SharedPassage[] {
  return tile(indexed(a, least), indexed(b, least)).map((t) => ({
    a: { start: a[t.a]!.start, end: a[t.a + t.length - 1]!.end },
    b: { start: b[t.b]!.start, end: b[t.b + t.length - 1]!.end },
    words: t.length,
  }))
}

/** The words of a text with the places of every sequence of `least` words, made once for all comparisons. */
export interface Indexed {
  readonly words: readonly Formed[]
  readonly least: number
  /** Hashes of the sequences, by their first word. */
  readonly keys: Uint32Array
  /** The last place of the sequences whose hashes end alike, and for each place the one before it; −1 for none. */
  readonly lasts: Int32Array
  readonly before: Int32Array
}

/** Indexes a text for comparing; see Indexed. */
export function indexed(words: readonly Formed[], least: number): Indexed {
  const hashes = Uint32Array.from(words, ({ form }) => hashString(form))
  const count = Math.max(0, words.length - least + 1)
  const keys = new Uint32Array(count)
  const lasts = new Int32Array(2 ** Math.ceil(Math.log2(count + 2))).fill(-1)
  const before = new Int32Array(count)
  for (let i = 0; i < count; i++) {
    let key = hashes[i]!
    for (let k = 1; k < least; k++) key = combine(key, hashes[i + k]!)
    keys[i] = key
    before[i] = lasts[key & (lasts.length - 1)]!
    lasts[key & (lasts.length - 1)] = i
  }
  return { words, least, keys, lasts, before }
}

/** Where the sequence at `place` of one text stands in another, from the last on; not more places than it takes to see a refrain. */
function placesIn({ words, keys, lasts, before }: Indexed, other: Indexed, place: number): number[] {
  const found: number[] = []
  const key = other.keys[place]!
  for (let j = lasts[key & (lasts.length - 1)]!; j >= 0 && found.length <= mostPlaces; j = before[j]!) {
    if (keys[j] !== key) continue
    let same = 0
    while (same < other.least && words[j + same]!.form === other.words[place + same]!.form) same++
    if (same === other.least) found.push(j)
  }
  return found
}

/** Greedy string tiling over word indices; see alignPassages. */
export function tile(a: Indexed, b: Indexed): Tile[] {
  const usedA = new Uint8Array(a.words.length)
  const usedB = new Uint8Array(b.words.length)
  const tiles: Tile[] = []
  const matches = maximalMatches(a, b).sort((x, y) => y.length - x.length || x.a - y.a || x.b - y.b)
  for (const match of matches) {
    for (const part of freeParts(match, usedA, usedB)) {
      if (part.length < a.least) continue
      usedA.fill(1, part.a, part.a + part.length)
      usedB.fill(1, part.b, part.b + part.length)
      tiles.push(part)
    }
  }
  return tiles.sort((x, y) => x.a - y.a)
}

// The cost grows with the texts and not with their product: only places that share a sequence are looked at.
function maximalMatches(a: Indexed, b: Indexed): Tile[] {
  const found: Tile[] = []
  let before = 0
  for (let i = 0; i < a.keys.length; i++) {
    const places = placesIn(b, a, i)
    if (places.length <= mostPlaces) {
      for (const j of places) {
        const begun = i > 0 && j > 0 && before <= mostPlaces && a.words[i - 1]!.form === b.words[j - 1]!.form
        if (begun) continue
        let length = a.least
        while (a.words[i + length] && a.words[i + length]?.form === b.words[j + length]?.form) length++
        found.push({ a: i, b: j, length })
      }
    }
    before = places.length
  }
  return found
}

function freeParts({ a, b, length }: Tile, usedA: Uint8Array, usedB: Uint8Array): Tile[] {
  const parts: Tile[] = []
  let from = 0
  for (let i = 0; i <= length; i++) {
    if (i < length && usedA[a + i] === 0 && usedB[b + i] === 0) continue
    if (i > from) parts.push({ a: a + from, b: b + from, length: i - from })
    from = i + 1
  }
  return parts
}
