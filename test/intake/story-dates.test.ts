import { describe, expect, test } from 'vitest'
import { readReports } from '../../src/intake/intake.js'
import { findDayWords } from '../../src/knowledge/day-words.js'
import { utf8 } from './read.js'

/** Reads texts as one story; published dates by number of the text. */
function datesOf(texts: readonly string[], given: Readonly<Record<number, string>> = {}): string[] {
  const { reports } = readReports(
    texts.map((text, i) => ({
      id: `r${i + 1}`,
      source: `${i + 1}.txt`,
      bytes: utf8(text),
      ...(given[i + 1] ? { published: given[i + 1]! } : {}),
    })),
  )
  return reports.map(({ published, publishedBecause }) => `${published} ${publishedBecause}`)
}

const dated =
  'The ferry Silver Tern struck a reef below the darkened lighthouse of Wether Rock late on Thursday, injuring nine passengers.'
const undated =
  'Nine passengers were injured when the ferry Silver Tern struck a reef below the Wether Rock lighthouse on Thursday night.'

test('a report without a date is dated by what a dated one tells of the same event', () => {
  expect(datesOf([dated, undated], { 1: '2024-06-14' })[1]).toBe(
    '2024-06-13/2024-06-19 inferred from "Thursday" and, of the same event, "Thursday" in r1',
  )
})

test('a month in one report and a weekday in another leave several weeks', () => {
  const month =
    'The ferry Silver Tern struck a reef below the darkened lighthouse of Wether Rock in an accident of June 2024, injuring nine passengers.'
  expect(datesOf([month, undated], { 1: '2024-07-10' })[1]).toBe(
    '2024-06-06/2024-07-03 inferred from "Thursday" and, of the same event, "June 2024" in r1',
  )
})

test('a month in a report that nothing dates, or that comes long after, is no news and dates nothing', () => {
  const month =
    'The ferry Silver Tern struck a reef below the darkened lighthouse of Wether Rock in an accident of June 2024, injuring nine passengers.'
  expect(datesOf([month, undated])[1]).toBe('null null')
  expect(datesOf([month, undated], { 1: '2025-06-10' })[1]).toBe('null null')
})

test('a full date with its weekday is news even in a report that nothing dates', () => {
  expect(datesOf([dated.replace('late on Thursday', 'on Thursday, June 13, 2024'), undated])[1]).toBe(
    '2024-06-13/2024-06-19 inferred from "Thursday" and, of the same event, "June 13, 2024" in r1',
  )
})

test('what a dated report dates may date a third', () => {
  const first = 'Nine passengers of the ferry Silver Tern were injured below the lighthouse late on Thursday.'
  const second = `${undated} Its master, Ottmar Quennell, had sent the pilot Brix ashore on Thursday with a broken rudder chain.`
  const third = 'Ottmar Quennell had sent the pilot Brix ashore on Thursday, for the rudder chain was broken.'
  expect(datesOf([first, second, third], { 1: '2024-06-14' }).map((date) => date.slice(0, 21))).toEqual([
    '2024-06-14 given',
    '2024-06-13/2024-06-19',
    '2024-06-13/2024-06-19',
  ])
})

test('"last week" and "last Friday" of one event leave out the day after', () => {
  const month = 'The pilot Brix Hallam crossed the strait to Ennet in a rowing boat sometime in January 2023.'
  const both =
    'Last Friday, the pilot Brix Hallam crossed the strait to Ennet in a rowing boat.\n\nHallam crossed the strait to Ennet last week.'
  expect(datesOf([month, both], { 1: '2023-02-16' })[1]).toMatch(/^2023-01-09\/2023-02-05 /)
})

test('a "last week" that is to be later than the others is of something else', () => {
  const week = undated.replace('on Thursday night', 'last week')
  expect(datesOf([dated, week], { 1: '2024-06-14' })[1]).toMatch(/^2024-06-17/)
  expect(datesOf([dated, week], { 1: '2024-06-13' })[1]).toBe('null null')
})

test('the same time of day, with its weekday in one report and bare in another', () => {
  const clock = 'The ferry Silver Tern struck a reef below the Wether Rock lighthouse around 11:40 p.m.'
  const day = 'The ferry Silver Tern struck a reef below Wether Rock shortly before 11:40 p.m. Thursday.'
  expect(datesOf([day, clock], { 1: '2024-06-14' })[1]).toBe(
    '2024-06-13/2024-06-15 inferred from "11:40 p.m" and, of the same event, "Thursday" in r1',
  )
  expect(datesOf([day, clock.replace('11:40 p.m', '9:10 a.m')], { 1: '2024-06-14' })[1]).toBe('null null')
})

test('another event dates nothing', () => {
  expect(
    datesOf([dated, 'The council of Brennick met on Thursday to talk about the price of bread.'], {
      1: '2024-06-14',
    })[1],
  ).toBe('null null')
})

test('another weekday dates nothing', () => {
  expect(
    datesOf([dated, undated.replace('Thursday', 'Monday').replace('struck', 'will have struck')], {
      1: '2024-06-14',
    })[1],
  ).toBe('null null')
})

test('two dated reports that contradict each other date nothing', () => {
  expect(datesOf([dated, undated, dated], { 1: '2024-06-14', 3: '2024-06-28' })[1]).toBe('null null')
})

test('the order of the reports does not matter', () => {
  const [a, b] = datesOf([dated, undated], { 1: '2024-06-14' })
  const [c, d] = datesOf([undated, dated], { 2: '2024-06-14' })
  expect([c?.replace('r2', 'r1'), d]).toEqual([b, a])
})

describe('day words', () => {
  for (const [text, kinds] of [
    ['On Thursday, June 13, 2024, it sank.', ['date']],
    ['It sank on Friday, June 14.', ['day-of-year']],
    ['It sank in June 2024 or in March.', ['date', 'month']],
    ['They meet every Friday, and next Friday too.', []],
    ['It sank last Friday, last week.', ['weekday', 'last-week']],
    ['Today he left, yesterday she did.', []],
  ] as const) {
    test(text, () => expect(findDayWords(text).map(({ kind }) => kind)).toEqual(kinds))
  }
})
