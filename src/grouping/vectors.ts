import { type Field, fields, type Signature } from './signature.js'

/** A sparse vector of length one: numbers of terms in rising order, with their weights. */
export interface Vector {
  readonly terms: Int32Array
  readonly weights: Float64Array
}

/** The reports of a collection as vectors, a field each, and how rare each term is. */
export interface Vectors {
  readonly of: readonly Readonly<Record<Field, Vector>>[]
  /** In how many reports a term of a field stands, by its number. */
  readonly frequency: Readonly<Record<Field, Int32Array>>
}

/** Weighs the words of all reports by how often they stand in one and how few have them (Salton's tf-idf, logarithmic). */
export function vectorsOf(signatures: readonly Signature[]): Vectors {
  const numbers = Object.fromEntries(fields.map((field) => [field, new Map<string, number>()])) as Record<
    Field,
    Map<string, number>
  >
  const frequencies = Object.fromEntries(fields.map((field) => [field, [] as number[]])) as Record<Field, number[]>
  for (const { counts } of signatures) {
    for (const field of fields) {
      for (const term of counts[field].keys()) {
        const known = numbers[field].get(term)
        if (known === undefined) numbers[field].set(term, frequencies[field].push(1) - 1)
        else frequencies[field][known]!++
      }
    }
  }
  const frequency = Object.fromEntries(fields.map((field) => [field, Int32Array.from(frequencies[field])])) as Record<
    Field,
    Int32Array
  >
  const of = signatures.map(
    ({ counts }) =>
      Object.fromEntries(
        fields.map((field) => [field, vectorOf(counts[field], numbers[field], frequency[field], signatures.length)]),
      ) as Record<Field, Vector>,
  )
  return { of, frequency }
}

function vectorOf(
  counts: ReadonlyMap<string, number>,
  numbers: ReadonlyMap<string, number>,
  frequency: Int32Array,
  reports: number,
): Vector {
  const entries = [...counts].map(([term, n]) => [numbers.get(term)!, n] as const).sort((a, b) => a[0] - b[0])
  const terms = Int32Array.from(entries, ([term]) => term)
  const weights = Float64Array.from(entries, ([term, n]) => (1 + Math.log(n)) * rarityOf(frequency[term]!, reports))
  const length = Math.sqrt(weights.reduce((sum, w) => sum + w * w, 0))
  return { terms, weights: length === 0 ? weights : weights.map((w) => w / length) }
}

/** A collection smaller than this is filled up, in thought, with reports of other news. */
const enough = 2000
/** Of fewer reports than this all may be of one story, and what all of them have need not be common. */
const few = 25

/**
 * How rare a term is that so many of so many reports have: the logarithm of its inverse frequency. A small collection
 * cannot tell a rare word from a common one by counting alone, so the reports it lacks are taken to have the term by the
 * cube of its share: what a fifth of them have is a matter of theirs, what most of them have is common everywhere.
 */
export function rarityOf(having: number, reports: number): number {
  const lacking = Math.max(0, enough - reports)
  const share = having / Math.max(reports, few)
  return Math.log((reports + lacking) / (having + lacking * share ** 3))
}

/** Cosine of two vectors. */
export function cosine(a: Vector, b: Vector): number {
  let sum = 0
  for (let i = 0, j = 0; i < a.terms.length && j < b.terms.length; ) {
    const difference = a.terms[i]! - b.terms[j]!
    if (difference === 0) sum += a.weights[i++]! * b.weights[j++]!
    else if (difference < 0) i++
    else j++
  }
  return sum
}
