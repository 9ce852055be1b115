import { describe, expect, test } from 'vitest'
import { contextFeatures, contextOf, type SeenPair } from '../../src/alignment/claims/context.js'
import type { Profile } from '../../src/alignment/claims/profiles.js'

/** A profile of which only its place is known. */
const at = (report: number, sentence: number) =>
  ({
    passage: { page: { report, reading: { sentences: { length: 20 } } }, sentence: { index: sentence } },
  }) as unknown as Profile

const pair = (i: number, j: number, score: number, isBarred = false): SeenPair => ({ i, j, score, isBarred })

function valuesOf(profiles: readonly Profile[], pairs: readonly SeenPair[], p: number): Record<string, number> {
  const values = contextOf(profiles, pairs)(p)
  expect(values).toHaveLength(contextFeatures.length)
  for (const value of values) expect(value >= 0 && value <= 255 && Number.isInteger(value)).toBe(true)
  return Object.fromEntries(contextFeatures.map((name, f) => [name, values[f]!]))
}

describe('how a pair stands among all others', () => {
  test('a better partner in the same report is a rival ahead', () => {
    const profiles = [at(0, 0), at(1, 0), at(1, 1)]
    const pairs = [pair(0, 1, -500), pair(0, 2, 2000)]
    expect(valuesOf(profiles, pairs, 0)['rivals ahead, greater side']).toBe(20)
    expect(valuesOf(profiles, pairs, 1)['rivals ahead, greater side']).toBe(0)
    expect(valuesOf(profiles, pairs, 0)['ahead of the better rival']!).toBeLessThan(128)
    expect(valuesOf(profiles, pairs, 1)['ahead of the better rival']!).toBeGreaterThan(128)
  })

  test('a rival in another report does not stand in the way, nor does one that is barred', () => {
    const profiles = [at(0, 0), at(1, 0), at(2, 0), at(1, 1)]
    const pairs = [pair(0, 1, -500), pair(0, 2, 2000), pair(0, 3, 2000, true)]
    expect(valuesOf(profiles, pairs, 0)['rivals ahead, greater side']).toBe(0)
  })

  test('a passage of a third report that is like both speaks for the pair', () => {
    const profiles = [at(0, 0), at(1, 0), at(2, 0)]
    const alone = [pair(0, 1, 0)]
    const three = [pair(0, 1, 0), pair(0, 2, 3000), pair(1, 2, 2500)]
    const name = 'both like a third report’s'
    expect(valuesOf(profiles, three, 0)[name]!).toBeGreaterThan(valuesOf(profiles, alone, 0)[name]!)
  })

  test('what stands around both is looked at without the two themselves', () => {
    const profiles = [at(0, 0), at(1, 5), at(0, 1), at(1, 6)]
    const beside = [pair(0, 1, 0), pair(2, 3, 2500)]
    expect(valuesOf(profiles, beside, 0)['sentences around them']!).toBeGreaterThan(200)
    expect(valuesOf(profiles, [pair(0, 1, 2500)], 0)['rest of the two sentences']).toBe(0)
  })
})
