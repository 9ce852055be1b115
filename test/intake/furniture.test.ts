import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findFurniture, furnitureRules } from '../../src/intake/furniture/furniture.js'
import type { FurnitureRule } from '../../src/intake/furniture/rule.js'
import { linesOf } from '../../src/intake/lines.js'

for (const rule of furnitureRules) {
  describe(`furniture: ${rule.name}`, () => {
    for (const example of rule.marks) test(`marks ${example}`, () => expect(marksOf(rule, example)).toBe(example))
    for (const example of rule.leaves) test(`leaves ${example}`, () => expect(marksOf(rule, example)).toBeNull())
  })
}

for (const body of [
  'With inputs from agencies',
  'The Associated Press contributed to this report.',
  'Harbour Wire contributed to this report.',
  "Editor's note: An earlier version gave the wrong month.",
  'The mayor asked people to share what they knew.',
  'What we know',
  'By then, the boat had sunk.',
  'Norwegian police said on Jan 14 (a Saturday) that the man had crossed.',
  '"Read my letter," he said.',
]) {
  test(`leaves "${body}"`, () => {
    const text = `Ferry sinks off the coast\n\nThe ferry sank on Monday.\n\n${body}\n\nNobody was hurt.`
    expect(findFurniture(text)).toEqual([])
  })
}

test('a short line in a block of furniture goes with it', () => {
  const text =
    'Ferry sinks off the coast\n\nT\nFeb 16, 2023 1:54 PM PST\n3 minute read\nharbour news\n\nThe ferry sank on Monday.'
  expect(findFurniture(text).map((range) => text.slice(range.start, range.end))).toEqual([
    'T',
    'Feb 16, 2023 1:54 PM PST',
    '3 minute read',
    'harbour news',
  ])
})

test('a date that heads a part of a chronicle is no furniture', () => {
  const days = Array.from({ length: 20 }, (_, i) => `March ${i + 1}, 2021\n\nThe strike went on.`)
  const text = `A chronicle of the strike\n\n${Array(12).fill('The dockers met.').join('\n\n')}\n\n${days.join('\n\n')}\n\n${Array(6).fill('It ended.').join('\n\n')}`
  expect(findFurniture(text)).toEqual([])
})

test('furniture lies inside the text, in order, without overlaps, whatever the text', () => {
  const line = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(...furnitureRules.flatMap((rule) => [...rule.marks, ...rule.leaves])),
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), fc.constantFrom('\n', '\r\n', '\n\n'), (lines, joint) => {
      const text = lines.join(joint)
      let last = 0
      for (const { start, end } of findFurniture(text)) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        last = end
      }
      expect(last).toBeLessThanOrEqual(text.length)
    }),
  )
})

test('hostile lines take linear time', () => {
  const hostile = ['By A B', 'AA ', 'Read more ', 'share ', '(Photo: ', '1/1/', '| a ', 'OSLO, '].map((part) =>
    part.repeat(40_000),
  )
  expect(findFurniture(hostile.join('\n')).length).toBeLessThan(20)
}, 2000)

/** The example again, with ⟦ ⟧ around what the rule marks (left out where that is the whole line), or null. */
function marksOf(rule: FurnitureRule, example: string): string | null {
  const plain = example.replaceAll(/[⟦⟧]/g, '')
  // The second of two lines, as a rule for links leaves a headline alone.
  const line = linesOf(`Ferry sinks off the coast\n\n${plain}`)[1]!
  const range = rule.find(line)
  if (range === null) return null
  if (range.start === 0 && range.end === plain.length && !example.includes('⟦')) return plain
  return `${plain.slice(0, range.start)}⟦${plain.slice(range.start, range.end)}⟧${plain.slice(range.end)}`
}
