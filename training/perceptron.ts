import { codeOfWeight, LinearModel } from '../src/weights/linear-model.js'

/**
 * An averaged perceptron over sparse hashed features (Collins 2002), growing as features are seen.
 *
 * Each feature owns a row of (class, weight, total) entries inside shared arrays;
 * a row that outgrows its room moves to the end.
 * The average is w − total / steps, where total gathers step × change (the usual lazy trick).
 */
export class Perceptron {
  private slots = new Int32Array(1 << 20)
  private mask = (1 << 20) - 1
  private keys = new Uint32Array(1 << 19)
  private starts = new Uint32Array(1 << 19)
  private lengths = new Uint16Array(1 << 19)
  private rooms = new Uint16Array(1 << 19)
  private counts = new Uint32Array(1 << 19)
  private rows = 0
  private entryClasses = new Uint16Array(1 << 21)
  private weights = new Float32Array(1 << 21)
  private totals = new Float64Array(1 << 21)
  private used = 0
  /** Number of examples seen, for averaging; the caller calls `step` after each. */
  private steps = 1

  /** How often each feature asked to be changed before it was let in, by the low bits of its hash. */
  private readonly asked: Uint8Array | null

  /**
   * A feature gets weights only when it asks to be changed for the `admitAfter`-th time:
   * most features are seen once or twice, fill the memory and teach nothing.
   */
  constructor(
    readonly classes: readonly string[],
    private readonly admitAfter: number = 1,
  ) {
    this.asked = admitAfter > 1 ? new Uint8Array(1 << 24) : null
  }

  get features(): number {
    return this.rows
  }

  step(): void {
    this.steps++
  }

  /** Sets `scores` to the current scores of every class. */
  score(features: Uint32Array, count: number, scores: Float32Array): void {
    scores.fill(0)
    for (let f = 0; f < count; f++) {
      const row = this.find(features[f]!)
      if (row < 0) continue
      const end = this.starts[row]! + this.lengths[row]!
      for (let i = this.starts[row]!; i < end; i++) scores[this.entryClasses[i]!]! += this.weights[i]!
    }
  }

  /** Adds `change` to the weight of `label` for each feature. */
  update(features: Uint32Array, count: number, label: number, change: number): void {
    for (let f = 0; f < count; f++) {
      const row = this.findOrAdmit(features[f]!)
      if (row < 0) continue
      this.counts[row]!++
      const entry = this.entry(row, label)
      this.weights[entry]! += change
      this.totals[entry]! += change * this.steps
    }
  }

  /**
   * The averaged model, made small: features changed fewer than `minUpdates` times are dropped,
   * then weights below `floor` of the largest. What is left is stored in one byte a weight (see LinearModel).
   */
  average(
    settings: Readonly<Record<string, unknown>>,
    { minUpdates = 1, floor = 0 }: { readonly minUpdates?: number; readonly floor?: number } = {},
  ): LinearModel {
    const averaged = new Float32Array(this.used)
    let largest = 0
    for (let row = 0; row < this.rows; row++) {
      for (let i = this.starts[row]!; i < this.starts[row]! + this.lengths[row]!; i++) {
        averaged[i] = this.weights[i]! - this.totals[i]! / this.steps
        largest = Math.max(largest, Math.abs(averaged[i]!))
      }
    }
    const keys: number[] = []
    const rowStarts: number[] = [0]
    const rowClasses: number[] = []
    const rowCodes: number[] = []
    for (let row = 0; row < this.rows; row++) {
      if (this.counts[row]! < minUpdates) continue
      const before = rowClasses.length
      for (let i = this.starts[row]!; i < this.starts[row]! + this.lengths[row]!; i++) {
        const share = averaged[i]! / largest
        const code = codeOfWeight(share)
        if (code === 0 || Math.abs(share) < floor) continue
        rowClasses.push(this.entryClasses[i]!)
        rowCodes.push(code)
      }
      if (rowClasses.length > before) {
        keys.push(this.keys[row]!)
        rowStarts.push(rowClasses.length)
      }
    }
    return new LinearModel(
      this.classes,
      settings,
      Uint32Array.from(keys),
      Uint32Array.from(rowStarts),
      this.classes.length > 256 ? Uint16Array.from(rowClasses) : Uint8Array.from(rowClasses),
      Int8Array.from(rowCodes),
    )
  }

  private find(feature: number): number {
    let slot = feature & this.mask
    for (let found = this.slots[slot]!; found !== 0; found = this.slots[slot]!) {
      if (this.keys[found - 1] === feature) return found - 1
      slot = (slot + 1) & this.mask
    }
    return -1
  }

  private findOrAdmit(feature: number): number {
    const known = this.find(feature)
    if (known >= 0) return known
    if (this.asked && ++this.asked[feature & 0xffffff]! < this.admitAfter) return -1
    if (this.rows * 2 >= this.slots.length) this.growTable()
    const row = this.rows++
    this.keys[row] = feature
    this.starts[row] = this.used
    this.lengths[row] = 0
    this.rooms[row] = 0
    this.insert(row)
    return row
  }

  private insert(row: number): void {
    let slot = this.keys[row]! & this.mask
    while (this.slots[slot] !== 0) slot = (slot + 1) & this.mask
    this.slots[slot] = row + 1
  }

  private growTable(): void {
    this.slots = new Int32Array(this.slots.length * 2)
    this.mask = this.slots.length - 1
    const size = this.slots.length / 2
    this.keys = grown(this.keys, size)
    this.starts = grown(this.starts, size)
    this.lengths = grown(this.lengths, size)
    this.rooms = grown(this.rooms, size)
    this.counts = grown(this.counts, size)
    for (let row = 0; row < this.rows; row++) this.insert(row)
  }

  private entry(row: number, label: number): number {
    const start = this.starts[row]!
    const length = this.lengths[row]!
    for (let i = start; i < start + length; i++) if (this.entryClasses[i] === label) return i
    if (length === this.rooms[row]!) this.moveRow(row)
    const at = this.starts[row]! + length
    this.lengths[row]!++
    this.entryClasses[at] = label
    this.weights[at] = 0
    this.totals[at] = 0
    return at
  }

  private moveRow(row: number): void {
    const length = this.lengths[row]!
    const room = Math.max(2, length * 2)
    while (this.used + room > this.weights.length) {
      const size = this.weights.length * 2
      this.entryClasses = grown(this.entryClasses, size)
      this.weights = grown(this.weights, size)
      this.totals = grown(this.totals, size)
    }
    const from = this.starts[row]!
    this.entryClasses.copyWithin(this.used, from, from + length)
    this.weights.copyWithin(this.used, from, from + length)
    this.totals.copyWithin(this.used, from, from + length)
    this.starts[row] = this.used
    this.rooms[row] = room
    this.used += room
  }
}

function grown<T extends Uint16Array | Uint32Array | Float32Array | Float64Array>(array: T, size: number): T {
  const larger = new (array.constructor as new (n: number) => T)(size)
  larger.set(array)
  return larger
}
