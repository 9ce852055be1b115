import type { Scorer } from './rows.js'
import { scorerOf } from './scorer.js'
import { readWeightsFile, writeWeightsFile } from './weights-file.js'

/**
 * A trained linear classifier over sparse binary features.
 *
 * A feature is a 32-bit hash (see hash.ts); each known one owns a row of (class, weight) pairs.
 * The score of a class is the sum of its weights over the features that are on.
 * Weights are whole numbers, so that sums are exact and the same everywhere.
 * A weight is stored in one byte on a square-root scale: most weights are small, and fine steps matter there.
 */
export class LinearModel {
  private readonly scorer: Scorer

  constructor(
    readonly classes: readonly string[],
    readonly settings: Readonly<Record<string, unknown>>,
    private readonly keys: Uint32Array,
    private readonly rowStarts: Uint32Array,
    private readonly rowClasses: Uint8Array | Uint16Array,
    private readonly rowCodes: Int8Array,
  ) {
    const rows = { classCount: classes.length, keys, starts: rowStarts, classes: rowClasses, codes: rowCodes }
    this.scorer = scorerOf(rows)
  }

  get rows(): number {
    return this.keys.length
  }

  /** Sets `scores` (one number per class) to the sums over the first `count` of `features`. */
  score(features: Uint32Array, count: number, scores: Int32Array): void {
    this.scorer(features, count, scores)
  }

  /** Reads a model from the bytes that `toBytes` wrote. Throws when they are something else. */
  static fromBytes(bytes: Uint8Array): LinearModel {
    const { header, arrays } = readWeightsFile(bytes)
    const keys = arrays['keys'] as Uint32Array
    const lengths = arrays['lengths'] as Uint8Array | Uint16Array
    const rowStarts = new Uint32Array(keys.length + 1)
    const sorted = new Uint32Array(keys.length)
    for (let i = 0, key = 0; i < keys.length; i++) {
      key += keys[i]!
      sorted[i] = key
      rowStarts[i + 1] = rowStarts[i]! + lengths[i]!
    }
    return new LinearModel(
      header['classes'] as string[],
      header['settings'] as Record<string, unknown>,
      sorted,
      rowStarts,
      arrays['classes'] as Uint8Array,
      arrays['weights'] as Int8Array,
    )
  }

  /** The model as bytes: keys as differences, so that they pack well. */
  toBytes(): Uint8Array {
    const order = [...this.keys.keys()].sort((a, b) => this.keys[a]! - this.keys[b]!)
    const wide = this.classes.length > 256
    const total = this.rowStarts[this.keys.length]!
    const keys = new Uint32Array(this.keys.length)
    const lengths = new Uint16Array(this.keys.length)
    const classes = wide ? new Uint16Array(total) : new Uint8Array(total)
    const weights = new Int8Array(total)
    let at = 0
    let previous = 0
    order.forEach((row, i) => {
      keys[i] = this.keys[row]! - previous
      previous = this.keys[row]!
      lengths[i] = this.rowStarts[row + 1]! - this.rowStarts[row]!
      for (let j = this.rowStarts[row]!; j < this.rowStarts[row + 1]!; j++, at++) {
        classes[at] = this.rowClasses[j]!
        weights[at] = this.rowCodes[j]!
      }
    })
    return writeWeightsFile(
      { kind: 'linear', classes: this.classes, settings: this.settings },
      { keys, lengths, classes, weights },
    )
  }
}

/** Index of the highest score among the first `count`; the lowest index wins a tie. */
export function best(scores: Int32Array | Float32Array, count: number = scores.length): number {
  let top = 0
  for (let i = 1; i < count; i++) if (scores[i]! > scores[top]!) top = i
  return top
}
