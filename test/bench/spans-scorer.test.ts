import { expect, test } from 'vitest'
import { type LabelledSpan, scoreSpans, spansFromBio } from '../../bench/scorers/spans.js'
import { readTaggedTsv } from '../../bench/tsv.js'

test('a span is right when both ends and the label are', () => {
  const gold = [span(0, 2, 'Person'), span(3, 4, 'Location'), span(6, 8, 'Organization')]
  const found = [span(0, 2, 'Person'), span(3, 4, 'Organization'), span(6, 7, 'Organization'), span(9, 10, 'Date')]
  expect(scoreSpans(found, gold)).toEqual({ precision: 25, recall: 33.3, f1: 28.6, right: 1, found: 4, wanted: 3 })
})

test('the same place in another document is another place', () => {
  expect(scoreSpans([{ ...span(0, 1, 'Person'), document: 1 }], [span(0, 1, 'Person')]).f1).toBe(0)
})

test('nothing found where nothing was wanted counts as nothing', () => {
  expect(scoreSpans([], [])).toEqual({ precision: 0, recall: 0, f1: 0, right: 0, found: 0, wanted: 0 })
})

for (const [tags, spans] of [
  ['B-Person I-Person O B-Location', '0-2 Person, 3-4 Location'],
  ['B-Person B-Person', '0-1 Person, 1-2 Person'],
  // As in conlleval, an I- of another label, or after none, begins a span.
  ['O I-Person I-Person I-Location', '1-3 Person, 3-4 Location'],
  ['O O', ''],
] as const) {
  test(`the spans of ${tags}`, () => {
    const found = spansFromBio(tags.split(' '))
    expect(found.map(({ start, end, label }) => `${start}-${end} ${label}`).join(', ')).toBe(spans)
  })
}

test('a document begins where a line says so, and without such lines every sentence is one', () => {
  const marked = readTaggedTsv('# doc = a\nTrond\tB-Person\nsaid\tO\n\nOh\tO\n\n# doc = b\nLeka\tB-Location\n')
  expect(marked.map(({ id, sentences }) => [id, sentences.length])).toEqual([
    ['a', 2],
    ['b', 1],
  ])
  expect(readTaggedTsv('Trond\tB-Person\n\nLeka\tB-Location\n').map(({ sentences }) => sentences.length)).toEqual([
    1, 1,
  ])
})

function span(start: number, end: number, label: string): LabelledSpan {
  return { document: 0, start, end, label }
}
