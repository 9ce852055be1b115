import { expect, test } from 'vitest'
import { scoreTrees, treesFromArrays, treesToArrays } from '../../src/weights/boosted-trees.js'
import { boost } from '../../training/boosting.js'
import { seeded } from '../../training/random.js'

test('trees learn what one feature cannot tell: both large or both small', () => {
  const random = seeded(5)
  const count = 600
  const values = Uint8Array.from({ length: count * 2 }, () => Math.floor(random() * 256))
  const labels = Uint8Array.from({ length: count }, (_, i) => Number(values[2 * i]! > 127 === values[2 * i + 1]! > 127))
  const trees = boost(
    { width: 2, values, labels, weights: new Float32Array(count).fill(1) },
    { trees: 60, depth: 3, rate: 0.2, rows: 0.8, columns: 1, ridge: 1, leafWeight: 1, seed: 1 },
  )
  expect(scoreTrees(trees, Uint8Array.of(250, 250))).toBeGreaterThan(1000)
  expect(scoreTrees(trees, Uint8Array.of(5, 5))).toBeGreaterThan(1000)
  expect(scoreTrees(trees, Uint8Array.of(5, 250))).toBeLessThan(-1000)
})

test('a weights file gives the trees back, and says which are missing', () => {
  const trees = {
    depth: 1,
    base: -7,
    features: Uint8Array.of(0),
    limits: Uint8Array.of(9),
    leaves: Int16Array.of(-100, 200),
  }
  const arrays = treesToArrays('small', trees)
  expect(treesFromArrays('small', arrays)).toEqual(trees)
  expect(scoreTrees(trees, Uint8Array.of(9))).toBe(-107)
  expect(scoreTrees(trees, Uint8Array.of(10))).toBe(193)
  expect(() => treesFromArrays('large', arrays)).toThrow('no trees called "large"')
})
