import { LinearModel } from '../src/weights/linear-model.js'
import { codeOfWeight } from '../src/weights/weight-codes.js'

/**
 * An averaged perceptron over sparse hashed features (Collins 2002), growing as features are seen.
 *
 * Each feature owns a row of (class, weight, total) entries inside shared arrays;
 * a row that outgrows its room moves to the end.
 * The average is w − total / steps, where total gathers step × change (the usual lazy trick).
 */
export class Perceptron {
  /** Pairs of key and row + 1 (0 where empty), side by side. */
  private table = new Int32Array(1 << 21)
  private mask = (1 << 20) - 1
  /** Start and length of each row, side by side. */
  private spans = new Uint32Array(1 << 20)
  private keys = new Uint32Array(1 << 19)
  private rooms = new Uint16Array(1 << 19)
  private counts = new Uint32Array(1 << 19)
  private rows = 0
  /** Pairs of class and weight, side by side. */
  private entries = new Float32Array(1 << 22)
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
    const { entries, spans } = this
    for (let f = 0; f < count; f++) {
      const row = this.find(features[f]!)
      if (row < 0) continue
      const start = spans[row * 2]!
      const end = start + spans[row * 2 + 1]!
      for (let i = start; i < end; i++) scores[entries[i * 2]!]! += entries[i * 2 + 1]!
    }
  }

  /** Adds `change` to the weight of `label` for each feature. */
  update(features: Uint32Array, count: number, label: number, change: number): void {
    for (let f = 0; f < count; f++) {
      const row = this.findOrAdmit(features[f]!)
      if (row < 0) continue
      this.counts[row]!++
      const entry = this.entry(row, label)
      this.entries[entry * 2 + 1]! += change
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
      const start = this.spans[row * 2]!
      for (let i = start; i < start + this.spans[row * 2 + 1]!; i++) {
        averaged[i] = this.entries[i * 2 + 1]! - this.totals[i]! / this.steps
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
      const start = this.spans[row * 2]!
      for (let i = start; i < start + this.spans[row * 2 + 1]!; i++) {
        const share = averaged[i]! / largest
        const code = codeOfWeight(share)
        if (code === 0 || Math.abs(share) < floor) continue
        rowClasses.push(this.entries[i * 2]!)
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

  /**
   * Ends the training: weights become their averages. `others`, trained on the same classes in another order,
   * are added, so that the model is the mean of all of them; what each has learnt by accident cancels out.
   */
  settle(others: readonly Perceptron[] = []): void {
    for (let i = 0; i < this.used; i++) {
      this.entries[i * 2 + 1]! -= this.totals[i]! / this.steps
      this.totals[i] = 0
    }
    for (const other of others) {
      other.settle()
      for (let row = 0; row < other.rows; row++) {
        const mine = this.findOrAdd(other.keys[row]!)
        this.counts[mine]! += other.counts[row]!
        const start = other.spans[row * 2]!
        for (let i = start; i < start + other.spans[row * 2 + 1]!; i++) {
          const entry = this.entry(mine, other.entries[i * 2]!)
          this.entries[entry * 2 + 1]! += other.entries[i * 2 + 1]!
        }
      }
    }
  }

  private find(feature: number): number {
    const { table, mask } = this
    const key = feature | 0
    let slot = feature & mask
    for (let row = table[slot * 2 + 1]!; row !== 0; row = table[slot * 2 + 1]!) {
      if (table[slot * 2] === key) return row - 1
      slot = (slot + 1) & mask
    }
    return -1
  }

  private findOrAdmit(feature: number): number {
    const known = this.find(feature)
    if (known >= 0) return known
    if (this.asked && ++this.asked[feature & 0xffffff]! < this.admitAfter) return -1
    return this.add(feature)
  }

  private findOrAdd(feature: number): number {
    const known = this.find(feature)
    return known >= 0 ? known : this.add(feature)
  }

  private add(feature: number): number {
    if (this.rows * 2 > this.mask) this.growTable()
    const row = this.rows++
    this.keys[row] = feature
    this.spans[row * 2] = this.used
    this.spans[row * 2 + 1] = 0
    this.rooms[row] = 0
    this.insert(row)
    return row
  }

  private insert(row: number): void {
    let slot = this.keys[row]! & this.mask
    while (this.table[slot * 2 + 1] !== 0) slot = (slot + 1) & this.mask
    this.table[slot * 2] = this.keys[row]! | 0
    this.table[slot * 2 + 1] = row + 1
  }

  private growTable(): void {
    this.table = new Int32Array(this.table.length * 2)
    this.mask = this.table.length / 2 - 1
    const size = this.table.length / 4
    this.keys = grown(this.keys, size)
    this.spans = grown(this.spans, size * 2)
    this.rooms = grown(this.rooms, size)
    this.counts = grown(this.counts, size)
    for (let row = 0; row < this.rows; row++) this.insert(row)
  }

  private entry(row: number, label: number): number {
    const start = this.spans[row * 2]!
    const length = this.spans[row * 2 + 1]!
    for (let i = start; i < start + length; i++) if (this.entries[i * 2] === label) return i
    if (length === this.rooms[row]!) this.moveRow(row)
    const at = this.spans[row * 2]! + length
    this.spans[row * 2 + 1]!++
    this.entries[at * 2] = label
    this.entries[at * 2 + 1] = 0
    this.totals[at] = 0
    return at
  }

  private moveRow(row: number): void {
    const length = this.spans[row * 2 + 1]!
    const room = Math.max(2, length * 2)
    while (this.used + room > this.totals.length) {
      const size = this.totals.length * 2
      this.entries = grown(this.entries, size * 2)
      this.totals = grown(this.totals, size)
    }
    const from = this.spans[row * 2]!
    this.entries.copyWithin(this.used * 2, from * 2, (from + length) * 2)
    this.totals.copyWithin(this.used, from, from + length)
    this.spans[row * 2] = this.used
    this.rooms[row] = room
    this.used += room
  }
}

function grown<T extends Uint16Array | Uint32Array | Float32Array | Float64Array>(array: T, size: number): T {
  const larger = new (array.constructor as new (n: number) => T)(size)
  larger.set(array)
  return larger
}
