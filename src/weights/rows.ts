/** What a linear model knows: for each feature a row of classes and weights. Row r spans starts[r] … starts[r + 1]. */
export interface Rows {
  readonly classCount: number
  /** The features' hashes, each once. */
  readonly keys: Uint32Array
  readonly starts: Uint32Array
  /** The classes of all rows, each at most once in a row. */
  readonly classes: Uint8Array | Uint16Array
  /** The weights beside them, one byte each (see weight-codes.ts). */
  readonly codes: Int8Array
}

/** Sets `scores` (one number per class) to the sums over the first `count` of `features`. */
export type Scorer = (features: Uint32Array, count: number, scores: Int32Array) => void
