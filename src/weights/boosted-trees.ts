import type { WeightsArray } from './weights-file.js'

/**
 * A sum of small decision trees over features that are whole numbers from 0 to 255.
 * Every tree is complete: node n has the children 2n + 1 and 2n + 2, and its leaves hold whole numbers, thousandths of a log-odd.
 */
export interface BoostedTrees {
  readonly depth: number
  /** The feature asked for at each inner node, tree after tree. */
  readonly features: Uint8Array
  /** A value up to this goes to the first child, a higher one to the second. */
  readonly limits: Uint8Array
  readonly leaves: Int16Array
  /** What every sum starts from, in thousandths of a log-odd. */
  readonly base: number
}

/** The log-odds of "yes", in thousandths. */
export function scoreTrees({ depth, features, limits, leaves, base }: BoostedTrees, values: Uint8Array): number {
  const inner = (1 << depth) - 1
  const count = features.length / inner
  let sum = base
  for (let tree = 0; tree < count; tree++) {
    const offset = tree * inner
    let node = 0
    while (node < inner) node = 2 * node + (values[features[offset + node]!]! <= limits[offset + node]! ? 1 : 2)
    sum += leaves[tree * (inner + 1) + node - inner]!
  }
  return sum
}

/** The arrays to be stored under `name` in a weights file; see `treesFromArrays`. */
export function treesToArrays(name: string, trees: BoostedTrees): Record<string, WeightsArray> {
  return {
    [`${name}.features`]: trees.features,
    [`${name}.limits`]: trees.limits,
    [`${name}.leaves`]: trees.leaves,
    [`${name}.shape`]: Int32Array.of(trees.depth, trees.base),
  }
}

/** Reads what `treesToArrays` gave. Throws an Error where `name` is not there. */
export function treesFromArrays(name: string, arrays: Readonly<Record<string, WeightsArray>>): BoostedTrees {
  const shape = arrays[`${name}.shape`]
  if (!shape) throw new Error(`The weights file has no trees called ${JSON.stringify(name)}`)
  return {
    depth: shape[0]!,
    base: shape[1]!,
    features: arrays[`${name}.features`] as Uint8Array,
    limits: arrays[`${name}.limits`] as Uint8Array,
    leaves: arrays[`${name}.leaves`] as Int16Array,
  }
}
