import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RawSentence } from '../../src/language/layers.js'
import { findSentences, sentenceModelFromBytes, tokenise } from '../../src/language/text/text.js'
import type { Furniture } from '../../src/model/report.js'

const model = sentenceModelFromBytes(readFileSync(join(import.meta.dirname, '../../models/sentences.bin')))

/** A line a sentence: its tokens parted by spaces, and before them its kind where that is not prose. */
function spelled(sentence: RawSentence): string {
  const words = sentence.tokens.map((t) => t.form).join(' ')
  return sentence.kind === 'prose' ? words : `${sentence.kind}: ${words}`
}

function checkSentences(text: string, lines: readonly string[], furniture: readonly Furniture[] = []): void {
  const sentences = findSentences(text, furniture, model)
  checkLaws(text, sentences)
  expect(sentences.map(spelled)).toEqual(lines)
}

/** Tokens are slices of the text, in order and with nothing but white space between; sentences are made of them. */
function checkLaws(text: string, sentences: readonly RawSentence[]): void {
  let at = 0
  let paragraph = 0
  for (const sentence of sentences) {
    expect(sentence.tokens.length).toBeGreaterThan(0)
    expect(sentence.tokens.length).toBeLessThanOrEqual(1000)
    expect(sentence.start).toBe(sentence.tokens[0]?.start)
    expect(sentence.end).toBe(sentence.tokens.at(-1)?.end)
    expect(sentence.paragraph).toBeGreaterThanOrEqual(paragraph)
    paragraph = sentence.paragraph
    for (const token of sentence.tokens) {
      expect(text.slice(at, token.start)).toMatch(/^[\s\p{Cc}\u200b\u200e\u200f\u2060\ufeff]*$/u)
      expect(token.form).toBe(text.slice(token.start, token.end))
      expect(token.end - token.start).toBeLessThanOrEqual(1000)
      at = token.end
    }
  }
  expect(text.slice(at)).toMatch(/^[\s\p{Cc}\u200b\u200e\u200f\u2060\ufeff]*$/u)
}

for (const [text, words] of [
  ["They don't, can't, won't", "They do n't , ca n't , wo n't"],
  ['Ferrymen cannot row, she’s gonna swim', 'Ferrymen can not row , she ’s gon na swim'],
  ['the keeper’s lamp, the boys’ oars', 'the keeper ’s lamp , the boys ’ oars'],
  ["he shouldn't've gone", "he should n't 've gone"],
  ["O'Hara left at five o'clock", "O'Hara left at five o'clock"],
  ['a 26-year-old, well-known sailor', 'a 26 - year - old , well - known sailor'],
  ['the re-elected co-founder of a pro-union e-mail list', 'the re-elected co-founder of a pro-union e-mail list'],
  ['30–40 men, 30-40 boats', '30 – 40 men , 30 - 40 boats'],
  ['over $10,000 (£8,186), or 10%', 'over $ 10,000 ( £ 8,186 ) , or 10 %'],
  ['at 2:00 a.m. on 2023-01-16', 'at 2:00 a.m. on 2023-01-16'],
  ['10km away, 5bn dollars, 2pm', '10 km away , 5 bn dollars , 2 pm'],
  ["the 1990s, the '60s, the 20th", "the 1990s , the '60s , the 20th"],
  ['rooms 11,12 and 1,200 beds', 'rooms 11 , 12 and 1,200 beds'],
  ['call 555-0199', 'call 555-0199'],
  ['Mr. Ek of St. Olav, J. Moe and Sgt. Ruud', 'Mr. Ek of St. Olav , J. Moe and Sgt. Ruud'],
  ['the U.S. and the U.K.', 'the U.S. and the U.K.'],
  ['No. 10 said no.', 'No. 10 said no .'],
  ['Harbour.net and harbour.example.org/log_(2).', 'Harbour.net and harbour.example.org/log_(2) .'],
  ['desk@example.org, https://example.org/a?b=c!', 'desk@example.org , https://example.org/a?b=c !'],
  ['wait… what?! no...', 'wait … what ?! no ...'],
  ['gone—or not -- who knows', 'gone — or not -- who knows'],
  ['“Yes”, ‘no’, "maybe"', '“ Yes ” , ‘ no ’ , " maybe "'],
  ['R&D at AT&T and/or s/he', 'R&D at AT&T and / or s/he'],
  ['fine 👍🏽 👨‍👩‍👧 🇳🇴.', 'fine 👍🏽 👨‍👩‍👧 🇳🇴 .'],
  ['𝒪slo is 𝟙', '𝒪slo is 𝟙'],
  ['a\u00a0no-break\u2009thin', 'a no - break thin'],
  ['th- that boat', 'th- that boat'],
  ['ended.Next came', 'ended . Next came'],
] as const) {
  test(`tokens of ${JSON.stringify(text)}`, () => {
    expect(
      tokenise(text, 0, text.length)
        .map((t) => t.form)
        .join(' '),
    ).toBe(words)
  })
}

test('titles, hours and initials do not end a sentence', () => {
  checkSentences('The boat left at 2 a.m. local time. Mr. Ek and J. Moe saw it near St. Olav at 9 p.m. Thursday.', [
    'The boat left at 2 a.m. local time .',
    'Mr. Ek and J. Moe saw it near St. Olav at 9 p.m. Thursday .',
  ])
})

test('an abbreviation may end a sentence', () => {
  checkSentences('She has lived in the U.S. He has not. They met at 5 p.m. The lamp was out.', [
    'She has lived in the U.S.',
    'He has not .',
    'They met at 5 p.m.',
    'The lamp was out .',
  ])
})

test('what closes after the full stop belongs to the sentence', () => {
  checkSentences('“The lamp was out.” Nobody saw it. (The log says so.) He left.', [
    '“ The lamp was out . ”',
    'Nobody saw it .',
    '( The log says so . )',
    'He left .',
  ])
})

test('a sentence goes on after a quoted question', () => {
  checkSentences('“Who lit the lamp?” asked the mayor. "Never!" Ek wrote. "Why?" Then he left.', [
    '“ Who lit the lamp ? ” asked the mayor .',
    '" Never ! " Ek wrote .',
    '" Why ? "',
    'Then he left .',
  ])
})

test('a colon before a quote does not end the sentence', () => {
  checkSentences('The mayor added: “We will look into it.”', ['The mayor added : “ We will look into it . ”'])
})

test('an unclosed quote ends with its paragraph', () => {
  checkSentences('“He saw the boat, Ek said. It was gone.\n\nThe keeper slept.', [
    '“ He saw the boat , Ek said .',
    'It was gone .',
    'The keeper slept .',
  ])
})

test('a lost space after a full stop is mended', () => {
  checkSentences('The hearing is on Wednesday."We need answers," Ek said.', [
    'The hearing is on Wednesday .',
    '" We need answers , " Ek said .',
  ])
})

test('a dateline stands for itself', () => {
  checkSentences('VARDO, Norway (AP) — The lighthouse went dark.\n\n(CNN) The keeper slept.', [
    'heading: VARDO , Norway ( AP ) —',
    'The lighthouse went dark .',
    'heading: ( CNN )',
    'The keeper slept .',
  ])
})

test('headings, labels and captions stand on their own lines', () => {
  checkSentences(
    'Keeper denies sleeping\nBy Staff\nT\nFeb 16, 2023 1:54 PM PST\n\nSUMMARY\n\nThe lamp was out.\nThe harbour in the photo.\nIt was dark.',
    [
      'heading: Keeper denies sleeping',
      'heading: By Staff',
      'heading: T',
      'heading: Feb 16 , 2023 1:54 PM PST',
      'heading: SUMMARY',
      'The lamp was out .',
      'The harbour in the photo .',
      'It was dark .',
    ],
  )
})

test('bullets are items', () => {
  checkSentences('What we know:\n• The lamp was out\n- Two boats sank.\n1. Nobody died\n', [
    'heading: What we know :',
    'item: • The lamp was out',
    'item: - Two boats sank .',
    'item: 1. Nobody died',
  ])
})

test('wrapped lines are read as one', () => {
  checkSentences(
    'The committee, made up of nine members from six towns along the coast, met\non Tuesday to hear what the engineers had found. The report runs to forty\npages and will be published in March.\n',
    [
      'The committee , made up of nine members from six towns along the coast , met on Tuesday to hear what the engineers had found .',
      'The report runs to forty pages and will be published in March .',
    ],
  )
})

test('no sentence crosses the border of furniture', () => {
  const text = 'The lamp was out READ MORE Lamps of the north. Nobody saw it.'
  const start = text.indexOf('READ')
  const end = text.indexOf(' Nobody')
  checkSentences(
    text,
    ['heading: The lamp was out', 'furniture: READ MORE Lamps of the north .', 'Nobody saw it .'],
    [{ kind: 'advert', start, end }],
  )
})

test('paragraphs are counted by blank lines', () => {
  const sentences = findSentences('One.\nTwo.\n\n \n\nThree. Four.', [], model)
  expect(sentences.map((s) => s.paragraph)).toEqual([0, 0, 1, 1])
})

test('an endless sentence is cut at 1,000 tokens, an endless word at 1,000 characters', () => {
  const sentences = findSentences('lamp '.repeat(2500) + 'x'.repeat(2500), [], model)
  checkLaws('lamp '.repeat(2500) + 'x'.repeat(2500), sentences)
  expect(sentences.map((s) => s.tokens.length)).toEqual([1000, 1000, 503])
})

// A line broken by a link in its first words is not mended: no full stop is missing, and "He told" may be a heading.
test('a short line broken by a link stays broken', () => {
  checkSentences('He told\nReuters\nthat it was over.', ['heading: He told', 'heading: Reuters', 'that it was over .'])
})

test('hostile texts are cut in linear time', () => {
  for (const piece of [
    ')',
    '. ) ',
    '"\' ',
    'a.',
    'a@',
    'www.a)',
    '1,1',
    '1-',
    'No.\u00a0',
    '😀\u200d',
    '\udc00',
    "n't'd",
    'ab\n',
  ]) {
    const text = piece.repeat(Math.ceil(40_000 / piece.length))
    const sentences = findSentences(text, [], model)
    expect(sentences.at(-1)?.end).toBeGreaterThan(text.length - 20)
  }
})

test('whatever the text, nothing of it is lost', () => {
  const piece = fc.constantFrom(
    ...[
      'a',
      'Bc',
      'U.S.',
      '.',
      '?',
      '!',
      '"',
      '“',
      '”',
      "'",
      '’',
      '(',
      ')',
      '-',
      '—',
      ' ',
      ' ',
      '\n',
      '\n\n',
      '\u00a0',
      '1',
      '10',
    ],
    ...[
      '$',
      '%',
      ':',
      '/',
      '@',
      'x.com',
      '👍🏽',
      '\ud83d',
      '\udc4d',
      '\u200b',
      'cannot',
      "n't",
      '…',
      '#',
      '\t',
      '\r\n',
      '&',
      '•',
      ',',
    ],
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('')
      checkLaws(text, findSentences(text, [], model))
    }),
    { seed: 3, numRuns: 500 },
  )
})

test.each([
  [
    'Mayor Ada Holm Ada Ruth HolmFerry fares to rise in May Council votes on 3 harbour plans MORE said on Friday that the lamp was out.',
    'Mayor Ada Holm said on Friday that the lamp was out .',
  ],
  ['Jo Marrick wants MORE boats.', 'Jo Marrick wants MORE boats .'],
  ['Marrick says that MarrickBoats needs MORE money.', 'Marrick says that MarrickBoats needs MORE money .'],
])('a list of links behind a name is read over: %s', (text, words) =>
  expect(findSentences(text, [], model).map(spelled)).toEqual([words]),
)
