import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { plainScorer } from '../../src/weights/plain-scorer.js'
import type { Rows, Scorer } from '../../src/weights/rows.js'
import { scorerOf } from '../../src/weights/scorer.js'
import { wasmScorer } from '../../src/weights/wasm-scorer.js'
import { weightOfCode } from '../../src/weights/weight-codes.js'

afterEach(() => vi.unstubAllGlobals())

/** Weights by feature and class, as a table to read in a test. */
type Table = readonly (readonly [feature: number, weights: readonly (readonly [cls: number, code: number])[]])[]

function rowsOf(classCount: number, table: Table): Rows {
  const starts = [0]
  for (const [, weights] of table) starts.push(starts.at(-1)! + weights.length)
  const entries = table.flatMap(([, weights]) => weights)
  return {
    classCount,
    keys: Uint32Array.from(table, ([feature]) => feature),
    starts: Uint32Array.from(starts),
    classes: Uint16Array.from(entries, ([cls]) => cls),
    codes: Int8Array.from(entries, ([, code]) => code),
  }
}

function sums(scorer: Scorer, classCount: number, features: readonly number[]): number[] {
  const scores = new Int32Array(classCount).fill(12345)
  scorer(Uint32Array.from(features), features.length, scores)
  return [...scores]
}

function summed(classCount: number, table: Table, features: readonly number[]): number[] {
  const scores = new Array<number>(classCount).fill(0)
  const rows = new Map(table)
  for (const feature of features) {
    for (const [cls, code] of rows.get(feature) ?? []) scores[cls] = scores[cls]! + weightOfCode(code)
  }
  return scores
}

test('the sums are those of the rows that are on', () => {
  const rows = rowsOf(3, [
    [7, [[0, 2]]],
    // biome-ignore format: one row a line
    [4_000_000_000, [[0, -3], [2, 127]]],
  ])
  for (const scorer of [plainScorer(rows), wasmScorer(rows)]) {
    expect(sums(scorer, 3, [7, 4_000_000_000, 8])).toEqual([4 - 9, 0, 16_129])
    expect(sums(scorer, 3, [])).toEqual([0, 0, 0])
  }
})

// Keys from a narrow range fill buckets until they spill over; those at the very top spill from the last one to the first.
const feature = fc.oneof(
  fc.integer({ min: 0, max: 60 }),
  fc.integer({ min: 2 ** 32 - 60, max: 2 ** 32 - 1 }),
  fc.integer({ min: 0, max: 2 ** 32 - 1 }),
)
const model = fc.integer({ min: 1, max: 300 }).chain((classCount) => {
  const weight = fc.tuple(fc.integer({ min: 0, max: classCount - 1 }), fc.integer({ min: -127, max: 127 }))
  const row = fc.tuple(feature, fc.uniqueArray(weight, { maxLength: 40, selector: ([cls]) => cls }))
  return fc.tuple(fc.constant(classCount), fc.uniqueArray(row, { maxLength: 120, selector: ([key]) => key }))
})

test('with WebAssembly and without, the sums are the same', () => {
  fc.assert(
    fc.property(model, fc.array(feature, { maxLength: 20 }), fc.nat(), ([classCount, table], strange, turn) => {
      // The known features, some of them more than once, among strange ones; more than fit in one go.
      const known = table.map(([key]) => key)
      const on = [...known.slice(turn % (known.length + 1)), ...strange, ...known, ...known, ...strange]
      const rows = rowsOf(classCount, table)
      const expected = summed(classCount, table, on)
      expect(sums(plainScorer(rows), classCount, on)).toEqual(expected)
      expect(sums(wasmScorer(rows), classCount, on)).toEqual(expected)
    }),
  )
})

test('sums need more than sixteen bits', () => {
  const table: Table = Array.from({ length: 200 }, (_, key) => [key, [[5, key % 2 ? 127 : 126]]] as const)
  const on = table.map(([key]) => key)
  const rows = rowsOf(9, table)
  expect(sums(wasmScorer(rows), 9, on)[5]).toBe(100 * (127 * 127 + 126 * 126))
  expect(sums(plainScorer(rows), 9, on)[5]).toBe(100 * (127 * 127 + 126 * 126))
})

test('where WebAssembly may not run, a model scores all the same', () => {
  const rows = rowsOf(2, [[7, [[1, 10]]]])
  vi.stubGlobal('WebAssembly', undefined)
  expect(() => wasmScorer(rows)).toThrow()
  expect(sums(scorerOf(rows), 2, [7])).toEqual([0, 100])

  vi.unstubAllGlobals()
  vi.stubGlobal('WebAssembly', {
    ...WebAssembly,
    Memory: WebAssembly.Memory,
    Module: class {
      constructor() {
        throw new EvalError('Refused to compile: the policy of this page forbids it')
      }
    },
  })
  expect(sums(scorerOf(rows), 2, [7])).toEqual([0, 100])
})

test('more classes than a block can number are left to the plain scorer', () => {
  const rows = rowsOf(2000, [[7, [[1999, 10]]]])
  expect(() => wasmScorer(rows)).toThrow(RangeError)
  expect(sums(scorerOf(rows), 2000, [7])[1999]).toBe(100)
})
