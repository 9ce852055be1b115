import * as w from './wasm-code.js'

/** Where things lie in the kernel's memory, in bytes; wasm-scorer.ts tells what they are. */
export interface Layout {
  readonly sums: number
  readonly features: number
  readonly found: number
  readonly foundFull: number
  readonly table: number
  readonly buckets: number
  readonly fullRows: number
  readonly zeros: number
  readonly blockRows: number
  /** How many blocks the sums have. */
  readonly blocks: number
}

export const bucketBytes = 64
export const classesPerBlock = 8
/** A block's number, then the codes of its eight classes. */
export const blockBytes = 9
/** Added to the number of a row's last block. */
export const lastBlock = 128

/**
 * The program that adds the rows of features to the sums; its parameter says where the features end (there is one at least).
 *
 * A look-up waits for memory far longer than it works, and a wrong guess at a branch ends all overlap.
 * So it goes in three rounds: the first asks for every bucket, the second finds the row in each and asks for it,
 * the third adds up. Nowhere does a branch hang on a single look-up but where a bucket has spilled over.
 */
export function kernelOf(layout: Layout): Uint8Array<ArrayBuffer> {
  const [featuresEnd, feature, key, bucket, row, foundEnd, fullEnd, touched, block, sum, keys, codes, more] =
    Array(13).keys()
  const local = (index: number | undefined) => w.local(index!)
  const set = (index: number | undefined, value: w.Code) => w.set(index!, value)
  const bucketOfFeature = layout.found - layout.features

  const askForBuckets = [
    set(feature, w.number(layout.features)),
    w.repeat(
      [
        set(key, w.load(local(feature))),
        set(bucket, w.shiftLeft(w.highProduct(local(key), layout.buckets), w.number(6))),
        set(bucket, w.add(local(bucket), w.number(layout.table))),
        w.store(local(feature), local(bucket), bucketOfFeature),
        set(touched, w.or(local(touched), w.load(local(bucket)))),
        set(feature, w.add(local(feature), w.number(4))),
      ],
      w.isBelow(local(feature), local(featuresEnd)),
    ),
  ]

  // Keys that differ leave nothing of their places: what is left of all eight is the row, or 0.
  const matches = (half: number) =>
    w.andVectors(w.equalFours(local(keys), w.loadVector(local(bucket), half)), w.loadVector(local(bucket), half + 32))
  const lookInBucket = [
    set(codes, w.orVectors(matches(0), matches(16))),
    set(
      row,
      w.or(
        w.or(w.pickOfFour(local(codes), 0), w.pickOfFour(local(codes), 1)),
        w.or(w.pickOfFour(local(codes), 2), w.pickOfFour(local(codes), 3)),
      ),
    ),
  ]
  const isSpilled = w.and(w.isZero(local(row)), w.differ(w.load(local(bucket), bucketBytes - 4), w.number(0)))
  const goToNextBucket = [
    set(bucket, w.add(local(bucket), w.number(bucketBytes))),
    w.when(w.isZero(w.isBelow(local(bucket), w.number(layout.fullRows))), [set(bucket, w.number(layout.table))]),
  ]
  const isBelowBlockRows = w.isBelow(local(row), w.number(layout.blockRows))
  const isFound = w.differ(local(row), w.number(0))
  const findRows = [
    set(feature, w.number(layout.features)),
    set(foundEnd, w.number(layout.found)),
    set(fullEnd, w.number(layout.foundFull)),
    w.repeat(
      [
        set(keys, w.fourTimes(w.load(local(feature)))),
        set(bucket, w.load(local(feature), bucketOfFeature)),
        ...lookInBucket,
        w.when(isSpilled, [w.repeat([...goToNextBucket, ...lookInBucket], isSpilled)]),
        set(touched, w.or(local(touched), w.loadByte(local(row)))),
        // The row goes to the end of both lists, and one end or none moves on.
        w.store(local(foundEnd), local(row)),
        set(foundEnd, w.add(local(foundEnd), w.shiftLeft(w.isZero(isBelowBlockRows), w.number(2)))),
        w.store(local(fullEnd), local(row)),
        set(fullEnd, w.add(local(fullEnd), w.shiftLeft(w.and(isBelowBlockRows, isFound), w.number(2)))),
        set(feature, w.add(local(feature), w.number(4))),
      ],
      w.isBelow(local(feature), local(featuresEnd)),
    ),
    // What was touched is put somewhere, so that no compiler leaves the touching out.
    w.store(w.number(0), local(touched)),
  ]

  // A weight is its code times the code's absolute value (see weight-codes.ts).
  const weights = (vector: number | undefined) => w.multiplyEights(local(vector), w.absoluteEights(local(vector)))
  const addTo = (at: w.Code, offset: number, four: w.Code) =>
    w.storeVector(at, w.addFours(w.loadVector(at, offset), four), offset)

  // Two weights together stay within sixteen bits, so full rows are taken in pairs, the last one perhaps with zeros.
  const addFullRows = [
    w.store(local(fullEnd), w.number(layout.zeros)),
    set(feature, w.number(layout.foundFull)),
    w.when(w.isBelow(local(feature), local(fullEnd)), [
      w.repeat(
        [
          set(row, w.load(local(feature))),
          set(block, w.load(local(feature), 4)),
          ...Array.from({ length: layout.blocks }, (_, b) => [
            ...set(codes, w.loadEightBytes(local(row), b * classesPerBlock)),
            ...set(more, w.loadEightBytes(local(block), b * classesPerBlock)),
            ...set(codes, w.addEights(weights(codes), weights(more))),
            ...addTo(w.number(0), layout.sums + b * 32, w.firstFour(local(codes))),
            ...addTo(w.number(0), layout.sums + b * 32 + 16, w.lastFour(local(codes))),
          ]),
          set(feature, w.add(local(feature), w.number(8))),
        ],
        w.isBelow(local(feature), local(fullEnd)),
      ),
    ]),
  ]

  const addBlockRows = [
    set(feature, w.number(layout.found)),
    w.when(w.isBelow(local(feature), local(foundEnd)), [
      w.repeat(
        [
          set(row, w.load(local(feature))),
          w.repeat(
            [
              set(block, w.loadByte(local(row))),
              set(sum, w.shiftLeft(w.and(local(block), w.number(lastBlock - 1)), w.number(5))),
              set(codes, w.loadEightBytes(local(row), 1)),
              set(codes, weights(codes)),
              addTo(local(sum), layout.sums, w.firstFour(local(codes))),
              addTo(local(sum), layout.sums + 16, w.lastFour(local(codes))),
              set(row, w.add(local(row), w.number(blockBytes))),
            ],
            w.isBelow(local(block), w.number(lastBlock)),
          ),
          set(feature, w.add(local(feature), w.number(4))),
        ],
        w.isBelow(local(feature), local(foundEnd)),
      ),
    ]),
  ]

  const locals = [...Array(9).fill(w.number32), ...Array(3).fill(w.vector128)]
  return w.moduleOf(locals, [...askForBuckets, ...findRows, ...addFullRows, ...addBlockRows])
}
