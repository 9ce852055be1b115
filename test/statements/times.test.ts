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

test('a date before a clause is its own only where a clause may begin', () => {
  expect(
    datesOf('The office showed plans of harbours as far back as 2008, some drawn by Emil Lindgard.', 'draw'),
  ).toEqual([null])
  expect(datesOf('Also on Friday, Emil Lindgard left the island.', 'leave')).toEqual(['2024-06-14'])
})

test('and is then no date of the saying', () => {
  const text =
    'The Silver Tern struck the Lambs, a ledge beside Wether Rock, at about 11:40 p.m. on Thursday, Ottilie Brandt said.'
  expect(datesOf(text, 'say')).toEqual([])
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

describe('what ended with a date and went on so long has two ends', () => {
  for (const [text, predicate, date] of [
    ['Emil Lindgard crossed the border on June 10 after spending two months in a hut.', 'spend', '2024-04~/2024-06-10'],
    ['He had been rowing for three days before he landed on Friday.', 'row', '2024-06-11~/2024-06-14'],
    ['He had spent four years in Brennick before joining Beaconmark in July 2022.', 'spend', '../2022-07'],
  ] as const) {
    test(text, () => expect(datesOf(text, predicate)).toEqual([date]))
  }
})

describe('what has been going on goes on up to the publication', () => {
  for (const [text, date] of [
    ['The two councils have been working for months.', '../2024-06-15'],
    ['The two councils have been working for three weeks.', '2024-05-25~/2024-06-15'],
    ['The two councils had been working for months.', null],
  ] as const) {
    test(text, () => expect(datesOf(text, 'work')).toEqual([date]))
  }
})

test('a date that opens a sentence stands over all up to the verb it was hung on', () => {
  expect(
    datesOf(
      'In the first hour of Friday she took her husband’s oilskins, walked out along the causeway and sang.',
      'take',
    ),
  ).toEqual(['2024-06-14'])
})

test('what continues goes on from the date it is set against', () => {
  const text = 'Beaconmark closed the office in 2015, but the work had continued in the cellar.'
  expect(datesOf(text, 'continue')).toEqual(['2015/..'])
  expect(datesOf('Beaconmark closed the office in 2015. The work continued.', 'continue')).toEqual([null])
})

test('"at the time" may be the time of which another has told, "then" may not', () => {
  const told = 'Emil Lindgard said that the bridge of Brennick fell in December.'
  expect(datesOf(`${told} Piers Hallbrook at the time released a statement.`, 'release')).toEqual(['2023-12~'])
  expect(datesOf(`${told} Piers Hallbrook then released a statement.`, 'release')).toEqual([null])
})

test('a warning without a known voice dates what was going on', () => {
  expect(datesOf('The ministry had been warned in April that the batteries were failing.', 'fail')).toEqual(['2024-04'])
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
