import type { Range } from '../../model/span.js'

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
  return tile(a, b, least).map((t) => ({
    a: { start: a[t.a]!.start, end: a[t.a + t.length - 1]!.end },
    b: { start: b[t.b]!.start, end: b[t.b + t.length - 1]!.end },
    words: t.length,
  }))
}

/** Greedy string tiling over word indices; see alignPassages. */
export function tile(a: readonly Formed[], b: readonly Formed[], least: number): Tile[] {
  const usedA = new Uint8Array(a.length)
  const usedB = new Uint8Array(b.length)
  const tiles: Tile[] = []
  const matches = maximalMatches(a, b, least).sort((x, y) => y.length - x.length || x.a - y.a || x.b - y.b)
  for (const match of matches) {
    for (const part of freeParts(match, usedA, usedB)) {
      if (part.length < least) continue
      usedA.fill(1, part.a, part.a + part.length)
      usedB.fill(1, part.b, part.b + part.length)
      tiles.push(part)
    }
  }
  return tiles.sort((x, y) => x.a - y.a)
}

// Candidates come from an index of the sequences of `least` words, so that the cost grows with the texts and not with their product.
function maximalMatches(a: readonly Formed[], b: readonly Formed[], least: number): Tile[] {
  const places = new Map<string, number[]>()
  for (let j = 0; j + least <= b.length; j++) {
    const key = keyAt(b, j, least)
    const list = places.get(key)
    if (list) list.push(j)
    else places.set(key, [j])
  }
  const found: Tile[] = []
  for (let i = 0; i + least <= a.length; i++) {
    const list = places.get(keyAt(a, i, least))
    if (list === undefined || list.length > mostPlaces) continue
    for (const j of list) {
      if (
        i > 0 &&
        j > 0 &&
        a[i - 1]!.form === b[j - 1]!.form &&
        (places.get(keyAt(a, i - 1, least))?.length ?? 0) <= mostPlaces
      )
        continue
      let length = least
      while (i + length < a.length && j + length < b.length && a[i + length]!.form === b[j + length]!.form) length++
      found.push({ a: i, b: j, length })
    }
  }
  return found
}

function keyAt(words: readonly Formed[], at: number, length: number): string {
  let key = ''
  for (let i = at; i < at + length; i++) key += `${words[i]!.form} `
  return key
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
