import { expect, test } from 'vitest'
import { outermost, scoreRoles } from '../../bench/scorers/attributions.js'

const words = [
  { start: 0, end: 3 },
  { start: 4, end: 8 },
  { start: 9, end: 12 },
]

test('a stretch one word too long is wrong, and right in part word by word', () => {
  const gold = [{ source: [words[0]!], cue: [words[1]!], content: [words[2]!] }]
  const found = [{ source: [{ start: 0, end: 8 }], cue: [words[1]!], content: [] }]
  const { source, cue, content } = scoreRoles(found, gold, [words])
  expect([source.exact.f1, source.tokens.precision, source.tokens.recall]).toEqual([0, 50, 100])
  expect(cue.exact.f1).toBe(100)
  expect([content.exact.recall, content.tokens.recall]).toEqual([0, 0])
})

test('attributions inside what somebody said are left out', () => {
  const outer = { cue: [words[0]!], content: [{ start: 4, end: 12 }] }
  const inner = { cue: [words[1]!], content: [words[2]!] }
  expect(outermost([outer, inner])).toEqual([outer])
})
