import { expect, test } from 'vitest'
import { linesOf } from '../../src/intake/lines.js'

const spelled = (text: string): string[] =>
  linesOf(text).map(
    (line) => `${line.blankBefore ? '^' : ''}${line.text}${line.blankAfter ? '$' : ''} ${line.start}–${line.end}`,
  )

test('lines end at every kind of line break', () => {
  expect(spelled('a\nb\r\nc\rd\u2028e')).toEqual(['^a 0–1', 'b 2–3', 'c 5–6', 'd 7–8', 'e$ 9–10'])
})

test('blank lines are left out and remembered', () => {
  expect(spelled('\n a \r\n\r\nb\nc \n \t\nd\n')).toEqual(['^a$ 2–3', '^b 8–9', 'c$ 10–11', '^d$ 16–17'])
})

test('no lines', () => expect(linesOf(' \n\r\n')).toEqual([]))
