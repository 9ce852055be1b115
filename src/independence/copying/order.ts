import { firstWhere } from '../../model/halving.js'
import type { Word } from './words.js'

/** How far two texts tell the same things in the same order. */
export interface SharedOrder {
  /** Words of content that stand once in each text, outside quotations. */
  readonly shared: number
  /** The longest run of them that stands in the same order in both. */
  readonly inOrder: number
  /**
   * How much longer that run is than chance would make it: the longest increasing subsequence of n shuffled things is about
   * 2√n long, give or take n^(1/6) (Baik, Deift and Johansson 1999). In that unit; 0 where too little is shared to tell.
   */
  readonly surprise: number
  /** The share of the poorer text's words of content (those that stand once) which both have. */
  readonly share: number
}

/** With fewer shared words than this the order tells nothing. */
const fewest = 8

/**
 * The order of facts: whoever rewrites keeps the order of what he rewrites, even where no two words stand side by side as they did.
 * Only words that stand once in each text are looked at, since they have one place.
 */
export function sharedOrder(a: readonly Word[], b: readonly Word[]): SharedOrder {
  const inA = placesOf(a)
  const inB = placesOf(b)
  const pairs: [number, number][] = []
  for (const [content, i] of inA) {
    const j = inB.get(content)
    if (j !== undefined) pairs.push([i, j])
  }
  const smaller = Math.min(inA.size, inB.size)
  // By sentence: the order within a sentence is more the language's than the writer's.
  const order = pairs
    .map(([i, j]) => [a[i]!.sentence, b[j]!.sentence] as const)
    .sort((x, y) => x[0] - y[0] || x[1] - y[1])
    .map(([, j]) => j)
  const inOrder = longestRise(order)
  const n = pairs.length
  return {
    shared: n,
    inOrder,
    surprise: n < fewest ? 0 : (inOrder - 2 * Math.sqrt(n)) / n ** (1 / 6),
    share: smaller === 0 ? 0 : n / smaller,
  }
}

/** The words of content that stand just once, with their index. */
function placesOf(words: readonly Word[]): Map<string, number> {
  const places = new Map<string, number>()
  const often = new Set<string>()
  words.forEach(({ content, quoted }, i) => {
    if (content === null || quoted) return
    if (places.has(content)) often.add(content)
    places.set(content, i)
  })
  for (const content of often) places.delete(content)
  return places
}

/** Length of the longest subsequence that never falls, in n log n. */
export function longestRise(values: readonly number[]): number {
  const tails: number[] = []
  for (const value of values) {
    tails[firstWhere(tails, (tail) => tail > value)] = value
  }
  return tails.length
}
