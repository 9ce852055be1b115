import { expect, test } from 'vitest'
import { bCubed } from '../../bench/scorers/clusters.js'

test('B-cubed of all apart, all together and half right', () => {
  const groupOf = (item: number) => (item < 2 ? 'a' : 'b')
  expect(
    bCubed(
      [
        [0, 1],
        [2, 3],
      ],
      groupOf,
    ),
  ).toEqual({ precision: 1, recall: 1, f1: 1 })
  expect(bCubed([[0], [1], [2], [3]], groupOf)).toMatchObject({ precision: 1, recall: 0.5 })
  expect(bCubed([[0, 1, 2, 3]], groupOf)).toMatchObject({ precision: 0.5, recall: 1 })
  expect(bCubed([], groupOf).f1).toBe(0)
})
