import type { Rows, Scorer } from './rows.js'
import { weightOfCode } from './weight-codes.js'

/** Adds up rows in plain JavaScript: what is left where WebAssembly may not run. */
export function plainScorer(rows: Rows): Scorer {
  const { table, mask, cells } = layOut(rows)
  // Places of the rows that are on; filled before any is added up, so that the look-ups overlap.
  let places = new Int32Array(128)
  let ends = new Int32Array(128)

  return (features, count, scores) => {
    scores.fill(0)
    if (places.length < count) {
      places = new Int32Array(count * 2)
      ends = new Int32Array(count * 2)
    }
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
}

/**
 * `table` is open-addressing: pairs of key and place in `cells` (0 where empty), side by side.
 * `cells` holds the rows, one after the other: number of entries, then each entry as class × 65,536 + weight.
 */
function layOut({ keys, starts, classes, codes }: Rows) {
  let size = 16
  while (size * 0.7 < keys.length) size *= 2
  const mask = size - 1
  const table = new Int32Array(size * 2)
  const cells = new Int32Array(1 + keys.length + codes.length)
  let place = 1
  for (let row = 0; row < keys.length; row++) {
    let slot = keys[row]! & mask
    while (table[slot * 2 + 1] !== 0) slot = (slot + 1) & mask
    table[slot * 2] = keys[row]! | 0
    table[slot * 2 + 1] = place
    const end = starts[row + 1]!
    cells[place++] = end - starts[row]!
    for (let i = starts[row]!; i < end; i++) cells[place++] = classes[i]! * 65536 + weightOfCode(codes[i]!)
  }
  return { table, mask, cells }
}
