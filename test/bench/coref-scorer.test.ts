import { describe, expect, test } from 'vitest'
import {
  bCubedCounts,
  bestMatching,
  ceafCounts,
  mucCounts,
  scoreCoref,
  scoreGap,
  scoreOf,
} from '../../bench/scorers/coref.js'

/** Chains in one line: "a b c | d e". */
const chains = (line: string) => (line === '' ? [] : line.split(' | ').map((chain) => chain.split(' ')))

describe('the measures on a case worked out by hand: gold a b c | d e, found a b | c d e', () => {
  const gold = chains('a b c | d e')
  const found = chains('a b | c d e')

  test('MUC: two of three links each way', () => {
    expect(mucCounts(gold, found)).toEqual({ right: 2, wanted: 3, rightFound: 2, found: 3 })
  })

  test('B³: (2²+1²)/3 + 2²/2 of five mentions', () => {
    const counts = bCubedCounts(gold, found)
    expect(counts.right).toBeCloseTo(5 / 3 + 2)
    expect(counts.rightFound).toBeCloseTo(2 + 5 / 3)
    expect([counts.wanted, counts.found]).toEqual([5, 5])
  })

  test('CEAF-φ4: a b c with a b is worth 4/5, d e with c d e too', () => {
    const counts = ceafCounts(gold, found)
    expect(counts.right).toBeCloseTo(1.6)
    expect([counts.wanted, counts.found]).toEqual([2, 2])
  })

  test('their mean is the CoNLL F1', () => {
    expect(scoreCoref([{ gold, found }]).conll).toBeCloseTo((2 / 3 + 11 / 15 + 0.8) / 3)
  })
})

test('the right answer scores one, whatever the order', () => {
  const scores = scoreCoref([{ gold: chains('a b c | d e'), found: chains('e d | c a b') }])
  expect([scores.muc.f1, scores.bCubed.f1, scores.ceaf.f1, scores.mentions.f1, scores.conll]).toEqual([1, 1, 1, 1, 1])
})

test('no answer scores nothing', () => {
  expect(scoreCoref([{ gold: chains('a b'), found: [] }]).conll).toBe(0)
})

test('mentions that stand alone are not counted', () => {
  const gold = chains('a b')
  expect(scoreCoref([{ gold, found: chains('a b | c | d') }])).toEqual(scoreCoref([{ gold, found: gold }]))
})

test('mentions the gold does not have cost precision', () => {
  // Found a b x: MUC finds one of two links, B³ 2²/3 of three mentions, CEAF 4/5 of one chain.
  const gold = chains('a b')
  const found = chains('a b x')
  expect(scoreOf([mucCounts(gold, found)])).toEqual({ precision: 0.5, recall: 1, f1: 2 / 3 })
  expect(scoreOf([bCubedCounts(gold, found)]).precision).toBeCloseTo(4 / 9)
  expect(scoreOf([ceafCounts(gold, found)]).f1).toBeCloseTo(0.8)
})

test('counts are summed over texts before dividing', () => {
  const one = { gold: chains('a b'), found: chains('a b') }
  const other = { gold: chains('a b c d'), found: [] }
  expect(scoreCoref([one, other]).muc.recall).toBeCloseTo(1 / 4)
})

test('the best matching may give up the best single pair', () => {
  expect(
    bestMatching(
      [
        [10, 9],
        [9, 1],
      ],
      2,
    ),
  ).toBe(18)
  expect(bestMatching([[1, 5, 2]], 3)).toBe(5)
  expect(bestMatching([[3], [4]], 1)).toBe(4)
  expect(bestMatching([], 0)).toBe(0)
})

test('GAP counts the yeses and tells the bias', () => {
  const answers = [
    { feminine: false, gold: [true, false], found: [true, false] },
    { feminine: false, gold: [false, true], found: [true, false] },
    { feminine: true, gold: [true, false], found: [true, false] },
    { feminine: true, gold: [false, false], found: [false, false] },
  ] as const
  const { overall, masculine, feminine, bias } = scoreGap(answers)
  expect(overall).toEqual({ precision: 2 / 3, recall: 2 / 3, f1: 2 / 3 })
  expect([masculine, feminine, bias]).toEqual([0.5, 1, 2])
})
