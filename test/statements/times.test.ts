import { describe, expect, test } from 'vitest'
import { checkStatements, readNews } from './check-statements.js'

/** The dates of the statements with a predicate; the news is of Saturday, 2024-06-15. */
function datesOf(text: string, predicate: string): (string | null)[] {
  return readNews(text)
    .found.statements.filter((s) => s.predicate === predicate)
    .map(({ when }) => when?.edtf ?? null)
}

describe('a dated saying is a statement', () => {
  for (const text of [
    'Piers Hallbrook said on Friday that Emil Lindgard had left the company.',
    'Emil Lindgard had left the company, Piers Hallbrook said on Friday.',
    '“Emil Lindgard has left the company,” Piers Hallbrook said on Friday.',
  ]) {
    test(text, () => expect(datesOf(text, 'say')).toEqual(['2024-06-14']))
  }
  test('one without a date is not', () => {
    expect(datesOf('Piers Hallbrook said that Emil Lindgard had left the company.', 'say')).toEqual([])
  })
  test('and says who said what', () => {
    checkStatements('Piers Hallbrook said on Friday that Emil Lindgard had left the company.', [
      'outlet | stated | Piers Hallbrook said on Friday: Emil Lindgard had left | 2024-06-14',
    ])
  })
})

test('a date at the end belongs to what happened, though the parser may hang it on the saying', () => {
  expect(
    datesOf(
      'The Silver Tern struck the Lambs, a ledge beside Wether Rock, at about 11:40 p.m. on Thursday, Ottilie Brandt said.',
      'strike',
    ),
  ).toEqual(['2024-06-13T23:40'])
})

describe('before and after', () => {
  for (const [text, predicate, date] of [
    ['Emil Lindgard had worked in Brennick before he joined Beaconmark in July 2022.', 'work', '../2022-07'],
    ['After signing the contract in 2015, Beaconmark closed the office.', 'close', '2015/..'],
    ['Emil Lindgard left the island on Thursday after he had packed his bags.', 'pack', '../2024-06-13'],
  ] as const) {
    test(text, () => expect(datesOf(text, predicate)).toContain(date))
  }
})

test('"then" comes after what was told before', () => {
  expect(datesOf('Emil Lindgard crossed the border on Thursday. He then asked for help.', 'ask')).toEqual([
    '2024-06-13/..',
  ])
})

test('what was going on when it was said has the date of the saying', () => {
  expect(datesOf('Edda Marrick told the ministry in April that the batteries were failing.', 'fail')).toEqual([
    '2024-04',
  ])
})

test('what another speaker calls tonight is not the report’s', () => {
  const text = 'A dockworker said on Thursday: “They are sailing tonight.”'
  expect(datesOf(text, 'sail')).not.toContain('2024-06-15')
})

test('the date of a thing is not that of what is done to it', () => {
  expect(datesOf('Edda Marrick criticised the 2015 contract.', 'criticise')).toEqual([null])
})

test('a lent date knows nothing of itself', () => {
  const { found } = readNews('Emil Lindgard crossed the border on Thursday. He then asked for help.')
  expect(found.statements.find((s) => s.predicate === 'ask')?.when?.known).toEqual([])
})
