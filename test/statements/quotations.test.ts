import { expect, test } from 'vitest'
import type { Sentence } from '../../src/model/reading.js'
import { findQuotations } from '../../src/statements/quotations.js'

/** The quotations of a text whose lines are its paragraphs. */
function quotationsOf(text: string): string[] {
  let start = 0
  const sentences = text.split('\n').map((line, index): Sentence => {
    const sentence: Sentence = { index, paragraph: index, kind: 'prose', tokens: [], start, end: start + line.length }
    start += line.length + 1
    return sentence
  })
  return findQuotations(text, sentences).map((quotation) => text.slice(quotation.start, quotation.end))
}

for (const [name, text, expected] of [
  ['curly marks', '“I saw it,” he said. “It was small.”', ['“I saw it,”', '“It was small.”']],
  ['straight marks', '"I saw it," he said. "It was small."', ['"I saw it,"', '"It was small."']],
  ['single curly marks', 'He called it ‘a poor lamp’ and left.', ['‘a poor lamp’']],
  ['an apostrophe is no mark', 'The captain’s boat and the sailors’ caps were lost.', []],
  ['a mark inside another kind', '“He said ‘no’ to me,” she said.', ['“He said ‘no’ to me,”']],
  ['a quotation left open ends with its paragraph', '“I lit it.\nThen I slept.', ['“I lit it.']],
  [
    'a quotation never opened begins with its paragraph',
    'What matters is light,” she said.',
    ['What matters is light,”'],
  ],
  ['an inch mark is no mark', 'A 5" nail was found.', []],
] as const) {
  test(name, () => {
    expect(quotationsOf(text)).toEqual(expected)
  })
}
