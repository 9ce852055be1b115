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
  /**
   * Open-addressing table: pairs of key and place in `cells` (0 where empty), side by side.
   * A look-up waits for memory, not for arithmetic, so everything that belongs together lies together.
   */
  private readonly table: Int32Array
  private readonly mask: number
  /** The rows, one after the other: number of entries, then each entry as class × 65,536 + weight. */
  private readonly cells: Int32Array
  /** Places of the rows that are on; filled before any is added up, so that the look-ups overlap. */
  private places = new Int32Array(128)
  private ends = new Int32Array(128)

  constructor(
    readonly classes: readonly string[],
    readonly settings: Readonly<Record<string, unknown>>,
    private readonly keys: Uint32Array,
    private readonly rowStarts: Uint32Array,
    private readonly rowClasses: Uint8Array | Uint16Array,
    private readonly rowCodes: Int8Array,
  ) {
    let size = 16
    while (size * 0.7 < keys.length) size *= 2
    this.mask = size - 1
    this.table = new Int32Array(size * 2)
    this.cells = new Int32Array(1 + keys.length + rowCodes.length)
    let place = 1
    for (let row = 0; row < keys.length; row++) {
      let slot = keys[row]! & this.mask
      while (this.table[slot * 2 + 1] !== 0) slot = (slot + 1) & this.mask
      this.table[slot * 2] = keys[row]! | 0
      this.table[slot * 2 + 1] = place
      const end = rowStarts[row + 1]!
      this.cells[place++] = end - rowStarts[row]!
      for (let i = rowStarts[row]!; i < end; i++) {
        this.cells[place++] = rowClasses[i]! * 65536 + weightOfCode(rowCodes[i]!)
      }
    }
  }

  get rows(): number {
    return this.keys.length
  }

  /** Sets `scores` (one number per class) to the sums over the first `count` of `features`. */
  score(features: Uint32Array, count: number, scores: Int32Array): void {
    scores.fill(0)
    if (this.places.length < count) {
      this.places = new Int32Array(count * 2)
      this.ends = new Int32Array(count * 2)
    }
    const { table, mask, cells, places, ends } = this
    let found = 0
    for (let f = 0; f < count; f++) {
      const key = features[f]! | 0
      let slot = key & mask
      let place = table[slot * 2 + 1]!
      while (place !== 0 && table[slot * 2] !== key) {
        slot = (slot + 1) & mask
        place = table[slot * 2 + 1]!
      }
      places[found] = place
      found += place === 0 ? 0 : 1
    }
    for (let f = 0; f < found; f++) ends[f] = places[f]! + cells[places[f]!]!
    for (let f = 0; f < found; f++) {
      const end = ends[f]!
      for (let i = places[f]! + 1; i <= end; i++) {
        const entry = cells[i]!
        // The weight is the low half, signed; what is left over is the class.
        const weight = (entry << 16) >> 16
        scores[(entry - weight) >> 16]! += weight
      }
    }
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

/** The byte that stands for a weight, given as a share of the largest one (−1 … 1). */
export function codeOfWeight(share: number): number {
  return Math.sign(share) * Math.round(127 * Math.sqrt(Math.abs(share)))
}

/** The whole number, within ±16,129, that a byte stands for. */
export function weightOfCode(code: number): number {
  return Math.sign(code) * code * code
}

/** Index of the highest score among the first `count`; the lowest index wins a tie. */
export function best(scores: Int32Array | Float32Array, count: number = scores.length): number {
  let top = 0
  for (let i = 1; i < count; i++) if (scores[i]! > scores[top]!) top = i
  return top
}
