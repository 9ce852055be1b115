import type { BoostedTrees } from '../src/weights/boosted-trees.js'
import { seeded } from './random.js'

/** Examples for boosting: their features one after the other, each from 0 to 255, and what should come out. */
export interface BoostingExamples {
  readonly width: number
  readonly values: Uint8Array
  readonly labels: Uint8Array
  readonly weights: Float32Array
}

export interface BoostingSettings {
  readonly trees: number
  readonly depth: number
  readonly rate: number
  /** Share of the examples, and of the features, that each tree sees. */
  readonly rows: number
  readonly columns: number
  /** Added to the sum of second derivatives in each leaf. */
  readonly ridge: number
  /** A leaf must weigh as much as this. */
  readonly leafWeight: number
  readonly seed: number
}

/**
 * Gradient boosting of complete trees on the logistic loss, with second derivatives and histograms
 * (Friedman 2001; Chen and Guestrin 2016).
 */
export function boost({ width, values, labels, weights }: BoostingExamples, settings: BoostingSettings): BoostedTrees {
  const { trees, depth, rate, ridge, leafWeight } = settings
  const count = labels.length
  const random = seeded(settings.seed)
  const inner = (1 << depth) - 1
  const features = new Uint8Array(trees * inner)
  const limits = new Uint8Array(trees * inner)
  const leaves = new Int16Array(trees * (inner + 1))

  let yes = 0
  let all = 0
  for (let i = 0; i < count; i++) {
    all += weights[i]!
    yes += weights[i]! * labels[i]!
  }
  const base = Math.round(1000 * Math.log(Math.max(yes, 1e-6) / Math.max(all - yes, 1e-6)))
  const scores = new Float64Array(count).fill(base / 1000)
  const slopes = new Float64Array(count)
  const bends = new Float64Array(count)
  const nodeOf = new Int32Array(count)
  const byFeature = turned(values, count, width)
  const seen = new Int32Array(count)
  const histogram = new Float64Array(256 * 2 * (1 << (depth - 1)))

  for (let tree = 0; tree < trees; tree++) {
    let seenCount = 0
    for (let i = 0; i < count; i++) {
      const p = 1 / (1 + Math.exp(-scores[i]!))
      slopes[i] = weights[i]! * (labels[i]! - p)
      bends[i] = weights[i]! * p * (1 - p)
      if (random() < settings.rows) seen[seenCount++] = i
      nodeOf[i] = 0
    }
    const columns = Array.from({ length: width }, (_, f) => f).filter(() => random() < settings.columns)
    for (let level = 0; level < depth; level++) {
      const first = (1 << level) - 1
      const nodes = 1 << level
      const best = Array.from({ length: nodes }, () => ({ gain: 1e-9, feature: 0, limit: 255 }))
      for (const feature of columns) {
        histogram.fill(0, 0, nodes * 512)
        const offset = feature * count
        for (let s = 0; s < seenCount; s++) {
          const i = seen[s]!
          const at = (nodeOf[i]! - first) * 512 + byFeature[offset + i]! * 2
          histogram[at]! += slopes[i]!
          histogram[at + 1]! += bends[i]!
        }
        for (let node = 0; node < nodes; node++) {
          let g = 0
          let h = 0
          for (let v = 0; v < 256; v++) {
            g += histogram[node * 512 + v * 2]!
            h += histogram[node * 512 + v * 2 + 1]!
          }
          let gl = 0
          let hl = 0
          for (let v = 0; v < 255; v++) {
            gl += histogram[node * 512 + v * 2]!
            hl += histogram[node * 512 + v * 2 + 1]!
            if (hl < leafWeight || h - hl < leafWeight) continue
            const gain = (gl * gl) / (hl + ridge) + ((g - gl) * (g - gl)) / (h - hl + ridge) - (g * g) / (h + ridge)
            if (gain > best[node]!.gain) best[node] = { gain, feature, limit: v }
          }
        }
      }
      for (let node = 0; node < nodes; node++) {
        features[tree * inner + first + node] = best[node]!.feature
        limits[tree * inner + first + node] = best[node]!.limit
      }
      for (let i = 0; i < count; i++) {
        const { feature, limit } = best[nodeOf[i]! - first]!
        nodeOf[i] = 2 * nodeOf[i]! + (byFeature[feature * count + i]! <= limit ? 1 : 2)
      }
    }
    const sums = new Float64Array((inner + 1) * 2)
    for (let s = 0; s < seenCount; s++) {
      const i = seen[s]!
      sums[(nodeOf[i]! - inner) * 2]! += slopes[i]!
      sums[(nodeOf[i]! - inner) * 2 + 1]! += bends[i]!
    }
    for (let leaf = 0; leaf <= inner; leaf++) {
      leaves[tree * (inner + 1) + leaf] = Math.round((1000 * rate * sums[leaf * 2]!) / (sums[leaf * 2 + 1]! + ridge))
    }
    for (let i = 0; i < count; i++) scores[i]! += leaves[tree * (inner + 1) + nodeOf[i]! - inner]! / 1000
  }
  return { depth, features, limits, leaves, base }
}

/** The values feature by feature instead of example by example: what a histogram reads lies together. */
function turned(values: Uint8Array, count: number, width: number): Uint8Array {
  const byFeature = new Uint8Array(values.length)
  for (let i = 0; i < count; i++) for (let f = 0; f < width; f++) byFeature[f * count + i] = values[i * width + f]!
  return byFeature
}

/** The mean of several runs that differ in their seed: what each has learnt by accident cancels out. */
export function boostOften(examples: BoostingExamples, settings: BoostingSettings, runs = 3): BoostedTrees {
  const all = Array.from({ length: runs }, (_, run) => boost(examples, { ...settings, seed: settings.seed + run }))
  return {
    depth: settings.depth,
    base: all[0]!.base,
    features: Uint8Array.from(all.flatMap(({ features }) => [...features])),
    limits: Uint8Array.from(all.flatMap(({ limits }) => [...limits])),
    leaves: Int16Array.from(all.flatMap(({ leaves }) => [...leaves].map((leaf) => Math.round(leaf / runs)))),
  }
}
