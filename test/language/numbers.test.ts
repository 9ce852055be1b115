import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findTimes } from '../../src/language/dates/dates.js'
import { findNumbers } from '../../src/language/numbers/numbers.js'
import { readNumeral } from '../../src/language/numbers/numerals.js'
import { readWords } from '../../src/language/numbers/words.js'
import type { Sentence, Token } from '../../src/model/reading.js'
import type { NumberPhrase } from '../../src/model/when.js'

/** One sentence; a word may carry its tags: "officers/NOUN". Untagged words are X, as where no tagger ran. */
function read(marked: string): { text: string; sentences: Sentence[] } {
  const tokens: Token[] = []
  let text = ''
  for (const [i, piece] of marked.split(' ').entries()) {
    const [, words = piece, upos = 'X'] = /^(.+)\/([A-Z]+)$/.exec(piece) ?? []
    if (i > 0) text += ' '
    for (const match of words.matchAll(/[\p{L}\d]+|[^\s\p{L}\d]/gu)) {
      const start = text.length + match.index
      const lemma = upos === 'NOUN' ? match[0].toLowerCase().replace(/s$/, '') : match[0].toLowerCase()
      tokens.push({
        start,
        end: start + match[0].length,
        form: match[0],
        lemma,
        upos,
        xpos: upos,
        head: -1,
        deprel: 'dep',
      })
    }
    text += words
  }
  return { text, sentences: [{ start: 0, end: text.length, index: 0, paragraph: 0, kind: 'prose', tokens }] }
}

function numbersOf(text: string, sentences: readonly Sentence[]): NumberPhrase[] {
  const { times } = findTimes(text, sentences, '2023-01-14')
  const numbers = findNumbers(text, sentences, times)
  for (const { start, end } of numbers) {
    expect(end).toBeGreaterThan(start)
    expect(text.slice(start, end).trim()).toBe(text.slice(start, end))
  }
  return numbers
}

function spell({ value, unit, per }: NumberPhrase): string {
  return `${value} ${unit ?? '–'}${per === null ? '' : ' per ' + per}`
}

function checkNumbers(marked: string, expected: readonly string[]): void {
  const { text, sentences } = read(marked)
  expect(numbersOf(text, sentences).map(spell)).toEqual(expected)
}

for (const [text, expected] of [
  ['They lost 30-40 soldiers per week.', ['30..40 soldier per week']],
  ['They lost 30–40 soldiers a week.', ['30..40 soldier per week']],
  ['They lost 15 to 20 men.', ['15..20 man']],
  ['Between 15 and 20 men were lost.', ['15..20 man']],
  ['It pays over $10,000 (£8,186) a month.', ['10000.. USD per month', '8186 GBP per month']],
  ['He served at least four years in jail.', ['4.. year']],
  ['It holds 10% or more of the shares.', ['10.. %']],
  ['It holds 10 percent of the shares.', ['10 %']],
  ['Turnout was 61.5 per cent.', ['61.5 %']],
  ['The border is 198 km (123 miles) long.', ['198 km', '123 mile']],
  ['The wall is 150 metres [500ft] away.', ['150 m', '500 foot']],
  ['A dozen boats were lost.', ['12 boat']],
  ['Two dozen boats were lost.', ['24 boat']],
  ['Dozens of boats were lost.', ['12.. boat']],
  ['Hundreds of people marched.', ['100.. people']],
  ['Tens of thousands of people marched.', ['10000.. people']],
  ['Hundreds of thousands marched.', ['100000.. –']],
  ['Three thousand four hundred sailors sailed.', ['3400 sailor']],
  ['Half a million people marched.', ['500000 people']],
  ['Two thirds of the voters stayed at home.', ['2/3 voter']],
  ['Two-thirds of voters stayed at home.', ['2/3 voter']],
  ['A third of the fleet is gone.', ['1/3 fleet']],
  ['Half of the crew is gone.', ['1/2 crew']],
  ['Nearly 300 people fled.', ['~300 people']],
  ['About 300 people fled.', ['~300 people']],
  ['An estimated 300 people fled.', ['~300 people']],
  ['No more than 5 boats came back.', ['..5 boat']],
  ['Fewer than 20 houses stand.', ['..20 house']],
  ['Up to 20 houses burnt.', ['..20 house']],
  ['As many as 20 houses burnt.', ['..20 house']],
  ['More than 20 houses burnt.', ['20.. house']],
  ['More than 1.2 million tonnes were lost.', ['1200000.. tonne']],
  ['It cost 1.2 million euros.', ['1200000 EUR']],
  ['It cost €1.2bn.', ['1200000000 EUR']],
  ['It cost $2 to $3 million.', ['2000000..3000000 USD']],
  ['It cost A$40.', ['40 AUD']],
  ['It cost 90 cents.', ['90 cent']],
  ['Two people drowned.', ['2 people']],
  ['Some 40 people drowned.', ['~40 people']],
  ['One soldier drowned.', ['1 soldier']],
  ['Twenty-four sailors drowned.', ['24 sailor']],
  ['Two hundred and six sailors drowned.', ['206 sailor']],
  ['A 26-year-old was saved.', ['26 year-old']],
  ['Nora Vale, 26, was saved.', ['26 year-old']],
  ['A woman aged 26 was saved.', ['26 year-old']],
  ['She is 26 years old.', ['26 year-old']],
  ['The girls, ages 10, 9 and 4, were saved.', ['10 year-old', '9 year-old', '4 year-old']],
  ['They met under one roof.', ['1 roof']],
  ['A four-month contract was signed.', ['4 month']],
  ['He waited two hours.', ['2 hour']],
  ['He called twice a week.', ['2 time per week']],
  ['He called three times.', ['3 time']],
  ['It moved at 90 km/h.', ['90 km per hour']],
  ['Ten tonnes a day were lost.', ['10 tonne per day']],
  ['It covers 40 square kilometres.', ['40 square km']],
  ['A crowd of 50+ gathered.', ['50.. –']],
  ['Forty or so houses burnt.', ['~40 house']],
  ['There were two dead and three wounded.', ['2 –', '3 –']],
] as const) {
  test(text, () => checkNumbers(text, expected))
}

describe('what is no count', () => {
  for (const text of [
    'He joined the 4th platoon.',
    'He finished third.',
    'It sank on July 6, 2022.',
    'It sank in 2017.',
    'It sank at 2 a.m. on Friday.',
    'It sank two days ago.',
    'No one was saved.',
    'They blamed one another.',
    'They won 3-1.',
    'Call 555-0199.',
    'They met one-on-one.',
    'One can only hope.',
    'The F-16 crashed.',
    'He lives in Room 101.',
    'A Boeing/PROPN 737/NUM landed/VERB ./PUNCT',
  ]) {
    test(text, () => checkNumbers(text, []))
  }
})

describe('with tags', () => {
  test('the last of a row of nouns is counted', () =>
    checkNumbers('Two/NUM other/ADJ police/NOUN officers/NOUN were/AUX hurt/VERB ./PUNCT', ['2 officer']))

  test('a verb ends the search', () => checkNumbers('Two/NUM were/AUX hurt/VERB ./PUNCT', ['2 –']))

  test('the parse says what is counted', () => {
    const { text, sentences } = read('The/DET 12/NUM badly/ADV hurt/VERB miners/NOUN left/VERB')
    const [sentence] = sentences
    const heads = [4, 4, 3, 4, 5, -1]
    const relations = ['det', 'nummod', 'advmod', 'amod', 'nsubj', 'root']
    const tokens = sentence!.tokens.map((token, i) => ({ ...token, head: heads[i]!, deprel: relations[i]! }))
    const [number] = numbersOf(text, [{ ...sentence!, tokens }])
    expect(spell(number!)).toBe('12 miner')
    expect(text.slice(number!.start, number!.end)).toBe('12 badly hurt miners')
  })
})

test('hedge, number and unit stand in the span', () => {
  const { text, sentences } = read('It pays over $10,000 (£8,186) a month for at least four years.')
  expect(numbersOf(text, sentences).map(({ start, end }) => text.slice(start, end))).toEqual([
    'over $10,000',
    '£8,186',
    'at least four years',
  ])
})

describe('numerals', () => {
  for (const [words, value] of [
    ['1,234', 1234],
    ['1,234,567', 1234567],
    ['1.5', 1.5],
    ['2 1/2', 2.5],
    ['2½', 2.5],
    ['seventeen', 17],
    ['ninety-nine', 99],
    ['one hundred', 100],
    ['two hundred and six', 206],
    ['three thousand four hundred', 3400],
    ['2.5 million', 2500000],
    ['twelve hundred', 1200],
  ] as const) {
    test(words, () => {
      const read = readWords(words, { start: 0, end: words.length })
      expect(readNumeral(read, 0)).toMatchObject({ value, end: read.length, ordinal: false })
    })
  }
})

describe('any text', () => {
  const pieces = fc.constantFrom(
    ...'two|2|,|.|000|1/2|½|hundred|million|dozen|half|a|thirds|of|to|and|-|–|$|£|%|(|)|per|week|year|old|at|least|men|Smith|km'.split(
      '|',
    ),
  )

  test('gives spans within it, in order', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(' ')),
        ),
        (marked) => {
          const { text, sentences } = read(marked)
          const numbers = numbersOf(text, sentences)
          for (const number of numbers) expect(number.end).toBeLessThanOrEqual(text.length)
          for (const { value } of numbers) expect(value).toMatch(/^~?(?:\.\.)?[\d./]+(?:\.\.(?:[\d.]+)?)?$/)
        },
      ),
      { numRuns: 300 },
    )
  })

  for (const piece of ['hundred ', 'two and ', '1,000,', '$', '(1 ', 'half a ', '9']) {
    test(`takes time in proportion to its length: "${piece}" again and again`, () => {
      const cost = (count: number) => {
        const { text, sentences } = read(piece.repeat(count))
        const started = performance.now()
        findNumbers(text, sentences, [])
        return performance.now() - started
      }
      // A step for every pair of words would take minutes.
      expect(cost(10_000)).toBeLessThan(8000)
    }, 20_000)
  }
})
