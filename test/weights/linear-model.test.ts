import fc from 'fast-check'
import { expect, test } from 'vitest'
import { combine, hashString } from '../../src/weights/hash.js'
import { LinearModel } from '../../src/weights/linear-model.js'
import { codeOfWeight, weightOfCode } from '../../src/weights/weight-codes.js'
import { readWeightsFile, writeWeightsFile } from '../../src/weights/weights-file.js'
import { Perceptron } from '../../training/perceptron.js'

test('a perceptron learns what its features tell, and the stored model says the same', () => {
  const perceptron = new Perceptron(['even', 'odd'])
  const scores = new Float32Array(2)
  for (let round = 0; round < 5; round++) {
    for (let n = 0; n < 10; n++) {
      const features = Uint32Array.of(hashString('bias'), hashString(`digit ${n}`))
      perceptron.score(features, 2, scores)
      const guess = scores[1]! > scores[0]! ? 1 : 0
      if (guess !== n % 2) {
        perceptron.update(features, 2, n % 2, 1)
        perceptron.update(features, 2, guess, -1)
      }
      perceptron.step()
    }
  }
  const model = LinearModel.fromBytes(perceptron.average({ made: 'here' }).toBytes())
  expect(model.classes).toEqual(['even', 'odd'])
  expect(model.settings).toEqual({ made: 'here' })
  const sums = new Int32Array(2)
  for (let n = 0; n < 10; n++) {
    model.score(Uint32Array.of(hashString('bias'), hashString(`digit ${n}`)), 2, sums)
    expect(sums[1]! > sums[0]! ? 1 : 0, `digit ${n}`).toBe(n % 2)
  }
})

test('an unknown feature changes nothing', () => {
  const model = new Perceptron(['a', 'b']).average({})
  const sums = new Int32Array(2)
  model.score(Uint32Array.of(1, 2, 3), 3, sums)
  expect([...sums]).toEqual([0, 0])
})

test('a feature is let in when it asks for the third time', () => {
  const perceptron = new Perceptron(['a', 'b'], 3)
  for (let i = 0; i < 2; i++) perceptron.update(Uint32Array.of(77), 1, 0, 1)
  expect(perceptron.features).toBe(0)
  perceptron.update(Uint32Array.of(77), 1, 0, 1)
  expect(perceptron.features).toBe(1)
})

test('a weight in one byte is off by less than one step of the square-root scale', () => {
  fc.assert(
    fc.property(fc.double({ min: -1, max: 1, noNaN: true }), (share) => {
      const back = weightOfCode(codeOfWeight(share)) / weightOfCode(127)
      expect(Math.abs(Math.sqrt(Math.abs(back)) - Math.sqrt(Math.abs(share)))).toBeLessThanOrEqual(0.5 / 127 + 1e-9)
      expect(back * share).toBeGreaterThanOrEqual(0)
    }),
  )
})

test('a weights file gives back its header and arrays', () => {
  const arrays = {
    keys: Uint32Array.of(1, 2 ** 31, 2 ** 32 - 1),
    weights: Int8Array.of(-128, 0, 127),
    wide: Int16Array.of(-32768, 32767),
  }
  const read = readWeightsFile(writeWeightsFile({ kind: 'sample' }, arrays))
  expect(read.header['kind']).toBe('sample')
  expect(read.arrays).toEqual(arrays)
})

test('other bytes are refused with what they begin with', () => {
  expect(() => readWeightsFile(new TextEncoder().encode('%PDF-1.7 and so on'))).toThrow(
    'Not a Stemma weights file: it begins with "%PDF-1.7"',
  )
})

test('hashes are the same on every machine', () => {
  expect(hashString('lighthouse')).toBe(458976790)
  expect(combine(1, 2)).not.toBe(combine(2, 1))
})
