import fc from 'fast-check'
import { expect, test } from 'vitest'
import { joined } from '../../src/model/joined.js'

test('sets are the same whatever the order of the joins, and called by their first', () => {
  const pair = fc.tuple(fc.nat(15), fc.nat(15)).map(([a, b]) => [`k${a}`, `k${b}`] as const)
  fc.assert(
    fc.property(fc.array(pair), fc.array(fc.nat(15)), (pairs, asked) => {
      const [one, other] = [joined(), joined()]
      for (const [a, b] of pairs) one.join(a, b)
      for (const [a, b] of [...pairs].reverse()) {
        other.join(b, a)
        // What is asked in between changes nothing.
        for (const key of asked) other.setOf(`k${key}`)
      }
      const keys = Array.from({ length: 16 }, (_, i) => `k${i}`)
      expect(keys.map(other.setOf)).toEqual(keys.map(one.setOf))
      for (const [a, b] of pairs) expect(one.setOf(a)).toBe(one.setOf(b))
      for (const key of keys) expect(one.setOf(key) <= key).toBe(true)
    }),
  )
})
