import { hashString } from '../weights/hash.js'
import { readWeightsFile } from '../weights/weights-file.js'

/** What is known of a word beforehand: its senses, its family, how common it is, and the company it keeps. */
export interface WordMeanings {
  /** Index of a lemma in small letters, or −1 where the word is not known. */
  readonly indexOf: (lemma: string) => number
  /** Whether two words share one of their first senses in WordNet: "arrest", "apprehend". */
  readonly sameSense: (a: number, b: number) => boolean
  /** Whether a sense of one is the kind that the other's belongs to, or both are of one kind: "jail", "prison". */
  readonly nearSense: (a: number, b: number) => boolean
  /** Whether the words are derived from one another: "attack", "attacker". */
  readonly sameFamily: (a: number, b: number) => boolean
  /** Number of a word's family, and of its first senses and the kinds they belong to; 0 and none for an unknown word. */
  readonly familyOf: (index: number) => number
  readonly sensesOf: (index: number) => Uint16Array
  readonly kindsOf: (index: number) => Uint16Array
  /** How like the company of two words is: cosine of their vectors in percent, −100 … 100. */
  readonly likeness: (a: number, b: number) => number
  /** Adds a word's vector, of 100 dimensions and about unit length, to a sum. */
  readonly addVector: (index: number, weight: number, sum: Float64Array) => void
  /** 15 times the binary logarithm of the rank among all words: 0 for "the", about 200 for a word of the ten-thousandth rank. */
  readonly rarity: (index: number) => number
}

const parts = 20
const width = 5

/** Reads models/synonyms.bin, which training/wordnet.ts made of WordNet and GloVe. */
export function meaningsFromBytes(bytes: Uint8Array): WordMeanings {
  const { arrays } = readWeightsFile(bytes)
  const keys = Uint32Array.from(arrays['keys'] as Uint32Array)
  for (let i = 1; i < keys.length; i++) keys[i]! += keys[i - 1]!
  const places = new Map(Array.from(keys, (key, i) => [key, i] as const))
  const families = arrays['families'] as Uint16Array
  const ranks = arrays['ranks'] as Uint8Array
  const senses = lists(arrays['senseCounts'] as Uint8Array, arrays['senses'] as Uint16Array)
  const above = lists(arrays['aboveCounts'] as Uint8Array, arrays['above'] as Uint16Array)
  const vectors = decode(arrays['codes'] as Uint8Array, arrays['centres'] as Int8Array, keys.length)
  const lengths = Float64Array.from({ length: keys.length }, (_, i) => Math.sqrt(product(vectors, i, i)))
  return {
    indexOf: (lemma) => places.get(hashString(lemma)) ?? -1,
    sameSense: (a, b) => a >= 0 && b >= 0 && meet(senses(a), senses(b)),
    nearSense: (a, b) =>
      a >= 0 && b >= 0 && (meet(senses(a), above(b)) || meet(above(a), senses(b)) || meet(above(a), above(b))),
    sameFamily: (a, b) => a >= 0 && b >= 0 && families[a] === families[b],
    familyOf: (index) => (index < 0 ? 0 : families[index]!),
    sensesOf: (index) => (index < 0 ? none : senses(index)),
    kindsOf: (index) => (index < 0 ? none : above(index)),
    likeness: (a, b) =>
      a < 0 || b < 0 ? 0 : Math.round((100 * product(vectors, a, b)) / (lengths[a]! * lengths[b]! || 1)),
    addVector: (index, weight, sum) => {
      if (index < 0) return
      const scale = weight / (lengths[index]! || 1)
      for (let d = 0; d < sum.length; d++) sum[d]! += scale * vectors[index * parts * width + d]!
    },
    rarity: (index) => (index < 0 ? 255 : ranks[index]!),
  }
}

function lists(counts: Uint8Array, values: Uint16Array): (index: number) => Uint16Array {
  const starts = new Uint32Array(counts.length + 1)
  for (let i = 0; i < counts.length; i++) starts[i + 1] = starts[i]! + counts[i]!
  return (index) => values.subarray(starts[index]!, starts[index + 1]!)
}

const none = new Uint16Array(0)

/** Whether two short lists of numbers share one. */
export function meet(a: Uint16Array, b: Uint16Array): boolean {
  for (let i = 0; i < a.length; i++) for (let j = 0; j < b.length; j++) if (a[i] === b[j]) return true
  return false
}

/** Each part of a vector is stored as the number of one of 256 centres; see training/product-codes.ts. */
function decode(codes: Uint8Array, centres: Int8Array, count: number): Int8Array {
  const vectors = new Int8Array(count * parts * width)
  for (let part = 0; part < parts; part++) {
    for (let i = 0; i < count; i++) {
      const from = (part * 256 + codes[part * count + i]!) * width
      vectors.set(centres.subarray(from, from + width), (i * parts + part) * width)
    }
  }
  return vectors
}

function product(vectors: Int8Array, a: number, b: number): number {
  const size = parts * width
  let sum = 0
  for (let d = 0; d < size; d++) sum += vectors[a * size + d]! * vectors[b * size + d]!
  return sum
}
