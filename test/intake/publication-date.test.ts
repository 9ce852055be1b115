import { describe, expect, test } from 'vitest'
import { isPublicationDate } from '../../src/intake/given-date.js'
import { isoDate } from '../../src/intake/metadata.js'
import { findPrintedDate } from '../../src/knowledge/printed-date.js'
import { body, readAs } from './read.js'

function dateOf(text: string, source = 'report.txt', published?: string): string {
  const { report } = readAs(text, source, published === undefined ? {} : { published })
  return `${report.published} ${report.publishedBecause}`
}

const headline = 'Ferry turns back in storm'

describe('a line with a date at the top or foot', () => {
  for (const [line, date] of [
    ['Feb 16, 2023 1:54 PM PST', '2023-02-16'],
    ['Published 12 March 2024', '2024-03-12'],
    ['Published: March 12th, 2024 at 9:05 a.m. ET', '2024-03-12'],
    ['Thursday, 16 February 2023', '2023-02-16'],
    ['2023-02-16 13:54', '2023-02-16'],
    ['16.02.2023', '2023-02-16'],
    ['By Jane Doe | Sept. 3, 2021', '2021-09-03'],
    ['Updated 7:17 p.m. ET, 1/21/2014', '2014-01-21'],
  ] as const) {
    test(`${line} at the top`, () => expect(dateOf(`${headline}\n\n${line}\n\n${body}`)).toBe(`${date} dateline`))
    test(`${line} at the foot`, () => expect(dateOf(`${headline}\n\n${body}\n\n${line}`)).toBe(`${date} dateline`))
  }
})

test('the date of publication stands above that of an update', () => {
  expect(dateOf(`${headline}\n\nUpdated March 14, 2024\nPublished March 12, 2024\n\n${body}`)).toBe(
    '2024-03-12 dateline',
  )
})

test('a date in a sentence is no date of publication', () => {
  expect(dateOf(`${headline}\n\n${body}\n\nThe pier burned on March 12, 2024.`)).toBe('null null')
})

test('a dateline with a year', () => {
  expect(dateOf(`${headline}\n\nOSLO, 14 January 2023 – ${body}`)).toBe('2023-01-14 dateline')
})

test('a dateline without a year asks for it, and points at itself', () => {
  const { report, notes } = readAs(`${headline}\n\nOSLO, Jan 14 (Reuters) - ${body}`)
  expect(report.published).toBeNull()
  expect(notes[0]!.code).toBe('no-publication-date')
  expect(report.text.slice(notes[0]!.start, notes[0]!.end)).toBe('OSLO, Jan 14 (Reuters) -')
})

test('a copyright line lends a dateline its year', () => {
  expect(dateOf(`${headline}\n\nOSLO, Jan 14 (Reuters) - ${body}\n\n© 2023 Harbour Herald`)).toBe(
    '2023-01-14 inferred from "Jan 14" and "© 2023"',
  )
})

test('a date that may be read two ways is not used', () => {
  const { report, notes } = readAs(`${headline}\n\nPublished 03/04/2023\n\n${body}`)
  expect(report.published).toBeNull()
  expect(notes[0]!.code).toBe('ambiguous-date')
  expect(notes[0]!.message).toContain('--published report=')
})

for (const [source, date] of [
  ['2023-01-14-ferry.txt', '2023-01-14 file'],
  ['news/ferry_20230114.txt', '2023-01-14 file'],
  ['ferry.2023.01.14.txt', '2023-01-14 file'],
  ['000_28c55bdeec3f6375.txt', 'null null'],
  ['20231399.txt', 'null null'],
  ['scan120230114.txt', 'null null'],
  ['https://herald.example/news/2023/01/14/ferry', '2023-01-14 inferred from "/2023/01/14" in the address'],
] as const) {
  test(`the file name ${source}`, () => expect(dateOf(`${headline}\n\n${body}`, source)).toBe(date))
}

test('what a person says stands above all else', () => {
  expect(dateOf(`${headline}\n\nPublished 12 March 2024\n\n${body}`, '2023-01-14.txt', '2022-05~')).toBe(
    '2022-05~ given',
  )
})

test('what a person says must be a date', () => {
  const { report, codes } = readAs(`${headline}\n\nPublished 12 March 2024\n\n${body}`, 'x.txt', {
    published: 'Friday',
  })
  expect(report.published).toBe('2024-03-12')
  expect(codes).toEqual(['not-a-date'])
})

test('without a date the note says what would do', () => {
  const { notes } = readAs(body, 'news/ferry.txt')
  expect(notes[0]!.message).toBe(
    'No date of publication in news/ferry.txt, so words like "on Friday" stay unresolved; give --published ferry=YYYY-MM-DD',
  )
})

test('days the calendar lacks are no dates', () => {
  expect(findPrintedDate('31 April 2023')?.edtf ?? null).toBeNull()
  expect(findPrintedDate('29 February 2023')?.edtf ?? null).toBeNull()
  expect(findPrintedDate('29 February 2024')?.edtf).toBe('2024-02-29')
  for (const text of ['2023-02-30', '2023-13', '14/01/2023', 'soon', '', '2023-01-14T25:00'])
    expect(isPublicationDate(text)).toBe(false)
  for (const text of [
    '2023',
    '2023-01',
    '2023-01-14',
    '2023-01-14~',
    '2023-01-14T09:30',
    '2023-01-17/2023-01-20',
    '2023-01-14T09:30:00+01:00',
  ]) {
    expect(isPublicationDate(text)).toBe(true)
  }
})

test('dates as markup writes them', () => {
  expect(isoDate('2023-01-14T09:30:00.000+0100')).toBe('2023-01-14T09:30:00+01:00')
  expect(isoDate('2023-01-14T09:30Z')).toBe('2023-01-14T09:30:00Z')
  expect(isoDate('20230114')).toBe('2023-01-14')
  expect(isoDate('Sat, 14 Jan 2023 09:30:00 GMT')).toBe('2023-01-14')
  expect(isoDate('2023-02-31')).toBeNull()
  expect(isoDate('yesterday')).toBeNull()
  expect(isoDate(17)).toBeNull()
})
