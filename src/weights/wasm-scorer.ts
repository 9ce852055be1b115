import type { Rows, Scorer } from './rows.js'
import { blockBytes, bucketBytes, classesPerBlock, kernelOf, type Layout, lastBlock } from './wasm-kernel.js'

/** So many features are added in one go. */
const room = 256
/** A bucket holds eight rows; this many on average, so that few spill over into the next one. */
const rowsPerBucket = 5
const pageBytes = 65536

/**
 * Adds up rows with WebAssembly's vector instructions, two to three times as fast as plain JavaScript.
 * Throws where it may not run.
 *
 * The memory holds, from the bottom: one unused word; the sums; the features; the places found; a hash table; the rows.
 * A bucket of the table is one cache line: eight keys, then eight places of rows (0 where empty), in the order of coming;
 * what finds it full goes into the next one, and from the last one on to the first.
 * A row is a list of numbered blocks of eight classes. Classes that many rows know stand side by side, so a short row has one or two.
 * A row that knows most classes is full: all blocks in order, and no numbers.
 * Full rows are asked for most; that they lie together in few pages of memory helps too.
 */
export function wasmScorer(rows: Rows): Scorer {
  const positions = classPositions(rows)
  const blocks = Math.ceil(rows.classCount / classesPerBlock)
  if (blocks > lastBlock) throw new RangeError(`${rows.classCount} classes are more than a block's number can tell`)
  const isFull = findFullRows(rows, positions, blocks)
  const { layout, size } = layOut(rows, isFull, blocks)
  const memory = new WebAssembly.Memory({ initial: Math.ceil(size / pageBytes) })
  const kernel = new WebAssembly.Module(kernelOf(layout))
  const run = new WebAssembly.Instance(kernel, { here: { memory } }).exports['run'] as (featuresEnd: number) => void
  fillRows(rows, positions, isFull, layout, memory)

  const sums = new Int32Array(memory.buffer, layout.sums, blocks * classesPerBlock)
  const input = new Uint32Array(memory.buffer, layout.features, room)
  return (features, count, scores) => {
    sums.fill(0)
    for (let from = 0; from < count; from += room) {
      const size = Math.min(room, count - from)
      for (let i = 0; i < size; i++) input[i] = features[from + i]!
      run(layout.features + size * 4)
    }
    for (let c = 0; c < positions.length; c++) scores[c] = sums[positions[c]!]!
  }
}

/** Classes by how many rows know them, the most first: the position of each. */
function classPositions({ classCount, classes }: Rows): Uint16Array {
  const counts = new Uint32Array(classCount)
  for (let i = 0; i < classes.length; i++) counts[classes[i]!]!++
  const order = [...counts.keys()].sort((a, b) => counts[b]! - counts[a]! || a - b)
  const positions = new Uint16Array(classCount)
  order.forEach((c, position) => {
    positions[c] = position
  })
  return positions
}

/** For each row 1 if at least three blocks in four have a class that it knows, else 0. */
function findFullRows({ keys, starts, classes }: Rows, positions: Uint16Array, blocks: number): Uint8Array {
  const enough = Math.ceil((blocks * 3) / 4)
  const lastSeenIn = new Int32Array(blocks).fill(-1)
  const isFull = new Uint8Array(keys.length)
  for (let row = 0; row < keys.length; row++) {
    // Most rows are too short to be full.
    if (starts[row + 1]! - starts[row]! < enough) continue
    let count = 0
    for (let i = starts[row]!; i < starts[row + 1]!; i++) {
      const block = positions[classes[i]!]! >> 3
      if (lastSeenIn[block] !== row) count++
      lastSeenIn[block] = row
    }
    if (count >= enough) isFull[row] = 1
  }
  return isFull
}

function layOut(
  { keys, classes }: Rows,
  isFull: Uint8Array,
  blocks: number,
): { readonly layout: Layout; readonly size: number } {
  let full = 0
  for (const one of isFull) full += one
  const sums = bucketBytes
  const features = sums + blocks * classesPerBlock * 4
  const found = features + room * 4
  // One place more than features: the zeros.
  const foundFull = found + (room + 1) * 4
  const table = Math.ceil((foundFull + (room + 1) * 4) / bucketBytes) * bucketBytes
  const buckets = Math.ceil(keys.length / rowsPerBucket) + 1
  const fullRows = table + buckets * bucketBytes
  const zeros = fullRows + full * blocks * classesPerBlock
  const blockRows = zeros + blocks * classesPerBlock
  return {
    layout: { sums, features, found, foundFull, table, buckets, fullRows, blockRows, zeros, blocks },
    // No row has more blocks than classes. What is asked for too much is never touched, so it takes no real memory.
    size: blockRows + classes.length * blockBytes,
  }
}

function fillRows(
  { keys, starts, classes, codes }: Rows,
  positions: Uint16Array,
  isFull: Uint8Array,
  layout: Layout,
  memory: WebAssembly.Memory,
): void {
  const bytes = new Uint8Array(memory.buffer)
  const enter = tableWriter(layout, memory)
  const blockPlaces = new Uint32Array(layout.blocks)
  let fullEnd = layout.fullRows
  let end = layout.blockRows
  for (let row = 0; row < keys.length; row++) {
    if (starts[row] === starts[row + 1]) continue
    if (isFull[row] === 1) {
      for (let i = starts[row]!; i < starts[row + 1]!; i++) bytes[fullEnd + positions[classes[i]!]!] = codes[i]!
      enter(keys[row]!, fullEnd)
      fullEnd += layout.blocks * classesPerBlock
      continue
    }
    const begun = end
    for (let i = starts[row]!; i < starts[row + 1]!; i++) {
      const position = positions[classes[i]!]!
      const block = position >> 3
      if (blockPlaces[block]! < begun) {
        blockPlaces[block] = end
        bytes[end] = block
        end += blockBytes
      }
      bytes[blockPlaces[block]! + 1 + (position & 7)] = codes[i]!
    }
    bytes[end - blockBytes]! += lastBlock
    enter(keys[row]!, begun)
  }
}

/** A function that enters a key and the place of its row into the table. */
function tableWriter(layout: Layout, memory: WebAssembly.Memory): (key: number, place: number) => void {
  const table = new Uint32Array(memory.buffer, layout.table, (layout.buckets * bucketBytes) / 4)
  const bucketWords = bucketBytes / 4
  return (key, place) => {
    let slot = Math.floor((key * layout.buckets) / 2 ** 32) * bucketWords
    while (table[slot + 8] !== 0) {
      slot++
      if (slot % bucketWords === 8) slot = (slot + 8) % table.length
    }
    table[slot] = key
    table[slot + 8] = place
  }
}
