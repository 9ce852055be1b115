import { describe, expect, test } from 'vitest'
import { compareEdtf, mayBeSame, stretchOf } from '../../src/timeline/edtf-order.js'

test('dates come in the order in which things may have begun', () => {
  const inOrder = [
    '19XX',
    '199X',
    '1997',
    '2017/2018',
    '2017',
    '../2022-07',
    '2022-07',
    '2022-07-06/2022-11-06',
    '2022-07-06',
    '2022-07-06T02:00',
    '2022-07-06/..',
    '2022-22',
    '2022-11~',
    '2022-11-06',
    '2022-24',
    'XXXX-03',
    'XXXX-11',
  ]
  const order = [...inOrder].sort(compareEdtf)
  // A summer begins in June.
  expect(order).toEqual([...inOrder.slice(0, 5), '2022-22', ...inOrder.slice(5, 11), ...inOrder.slice(12)])
  expect([...inOrder].reverse().sort(compareEdtf)).toEqual(order)
})

describe('two dates of one event', () => {
  for (const [a, b, same] of [
    ['2022-11', '2022-11-06', true],
    ['2022-11-06', '2022-11-09', false],
    ['2022-11-06/..', '2023', true],
    ['../2022-07', '2022-11', false],
    ['2022-11-06', '2022-11-06T23:40', true],
    ['XXXX-11', '2022-11', false],
  ] as const) {
    test(`${a} and ${b} ${same ? 'agree' : 'differ'}`, () => {
      expect(mayBeSame(a, b)).toBe(same)
      expect(mayBeSame(b, a)).toBe(same)
    })
  }
})

test('what is no date has no stretch', () => {
  for (const text of ['', '..', 'soon', '2022-13', '2022-02-30', 'XXXX-11', '2023/2022'])
    expect(stretchOf(text)).toBeNull()
})
