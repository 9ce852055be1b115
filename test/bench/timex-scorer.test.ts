import { expect, test } from 'vitest'
import { addTimexes, noTimexes, pairTimexes, scoreTimexes } from '../../bench/scorers/timex.js'

const timex = (start: number, end: number, value: string) => ({ start, end, value })

test('the same words with the same value count for all three figures', () => {
  const one = [timex(0, 6, '2023-01-13')]
  expect(scoreTimexes(one, one)).toEqual({ gold: 1, found: 1, strict: 1, relaxed: 1, value: 1 })
})

test('an overlap counts as relaxed, and for the value when that is the same', () => {
  const gold = [timex(0, 10, '2023'), timex(20, 30, 'P2Y')]
  const found = [timex(5, 12, '2023'), timex(20, 30, 'P2M'), timex(40, 44, '1999')]
  expect(scoreTimexes(gold, found)).toEqual({ gold: 2, found: 3, strict: 1, relaxed: 2, value: 1 })
})

test('words that only touch do not overlap', () => {
  expect(scoreTimexes([timex(0, 5, 'A')], [timex(5, 9, 'A')])).toMatchObject({ relaxed: 0 })
})

test('each expression serves once, an exact match first', () => {
  const gold = [timex(0, 4, '2017'), timex(5, 9, '2018')]
  const found = [timex(0, 9, '2018')]
  expect(scoreTimexes(gold, found)).toMatchObject({ relaxed: 1, value: 0 })
  const exact = [timex(0, 9, 'X'), timex(5, 9, '2018')]
  expect(scoreTimexes(gold, exact)).toMatchObject({ strict: 1, relaxed: 2, value: 1 })
})

test('what has no partner is paired with nothing', () => {
  const [gold, found] = [timex(0, 4, '2017'), timex(8, 9, 'PXY')]
  expect(pairTimexes([gold], [found])).toEqual([
    { gold, found: null },
    { gold: null, found },
  ])
})

test('counts of documents add up', () => {
  const one = scoreTimexes([timex(0, 4, '2017')], [timex(0, 4, '2017')])
  expect(addTimexes(addTimexes(noTimexes, one), one)).toEqual({ gold: 2, found: 2, strict: 2, relaxed: 2, value: 2 })
})
