import { civilDay, type DayNumber, dayNumber, isRealDay } from '../../knowledge/calendar.js'
import type { Expression } from './expression.js'
import { holidays } from './lexicon.js'
import {
  asFineAs,
  bounds,
  dayPeriod,
  halfPeriod,
  monthPeriod,
  type Period,
  quarterPeriod,
  seasonPeriod,
  yearPeriod,
} from './periods.js'
import type { Placed, State } from './story-state.js'

/** Which year an incomplete date belongs to. */
export function chooseYear(item: Placed, state: State): number | null {
  const x = item.expression
  const { focus, published } = state
  const near =
    focus !== null &&
    item.sentence - focus.sentence <= 1 &&
    item.paragraph === focus.paragraph &&
    item.tense !== 'future' &&
    x.quarter === undefined &&
    asFineAs(focus.period.grain, 'month')
  const told = focus && asFineAs(focus.period.grain, 'year') ? focus : null
  if (
    told &&
    x.which === undefined &&
    (state.narrative || (near && told.ownYear && !isRecent(told.period, published)))
  ) {
    const year = yearInStory(x, told.period)
    if (state.narrative || published === null) return year
    // The year goes on from the sentence before, unless the day just past fits as well: "the 1988 truce … invaded on Aug. 2".
    const news = withinYear(x, yearOfNews(x, published, item))
    if (bounds(told.period).first <= published && (!news || bounds(news).last < published - 150)) return year
  }
  if (told && (x.which === 'same' || x.which === 'previous' || x.which === 'following')) {
    const { first, last } = bounds(told.period)
    return x.which === 'following'
      ? nextYear(x, last, true)
      : x.which === 'same'
        ? told.period.year
        : lastYear(x, first, true)
  }
  if (published !== null) return yearOfNews(x, published, item)
  return state.latest === null || x.which !== undefined ? null : yearBeforeLatest(x, state.latest)
}

/**
 * Without a date of publication, the latest date of the report with a year only tells that it was published after it:
 * "in May" beside "June 13, 2024" is the May before, but "in November" may be the one before or the one after.
 */
function yearBeforeLatest(x: Expression, latest: DayNumber): number | null {
  const year = lastYear(x, latest, false)
  const period = withinYear(x, year)
  return period && latest - bounds(period).last < halfYear ? year : null
}

/** In days. */
const halfYear = 183

/** The latest such date up to the day of publication, unless tense or a word such as "next" says otherwise. */
function yearOfNews(x: Expression, published: DayNumber, { tense, ahead }: Placed): number {
  const past = lastYear(x, published, x.which === 'last')
  if (x.which === 'last' || x.which === 'previous') return past
  const future = nextYear(x, published, x.which === 'next' && !contains(x, published))
  if (x.which === 'next' || x.which === 'following') return future
  if (x.which === 'this') return civilDay(published).year
  // Results are announced after the quarter has ended: "expects to report third-quarter earnings".
  if (x.quarter !== undefined && published - bounds(quarterPeriod(past, x.quarter)).last < 150) return past
  if (tense === 'future') return future
  // Nobody writes "Nov. 6" of a day a year ago when the next one is a week away, unless the verb says that it is over.
  const from = bounds(withinYear(x, past) ?? yearPeriod(past)).last
  const to = bounds(withinYear(x, future) ?? yearPeriod(future)).first
  // "Ahead of the vote on 12 November" may be told after it too: the year that brings it clearly nearer.
  if (ahead && future !== past) return to - published < 0.8 * (published - from) ? future : past
  const close = x.day !== undefined ? 75 : 40
  if (tense === 'unknown' && future !== past && to - published < close && published - from > 240) return future
  if (tense === 'past' && x.day !== undefined && future !== past && to - published < 16 && published - from > 300)
    return future
  return past
}

function contains(x: Expression, day: DayNumber): boolean {
  const period = withinYear(x, civilDay(day).year)
  if (!period) return false
  const { first, last } = bounds(period)
  return first <= day && day <= last
}

/** In history the year being told goes on; a date well before the one in focus opens the next year. */
function yearInStory(x: Expression, focus: Period): number {
  const here = withinYear(x, focus.year)
  if (!here || !asFineAs(focus.grain, 'month') || x.season !== undefined) return focus.year
  const behind = bounds(focus).first - bounds(here).last
  return behind > 240 ? focus.year + 1 : focus.year
}

function lastYear(x: Expression, day: DayNumber, before: boolean): number {
  const { year } = civilDay(day)
  // 29 February needs up to eight years.
  for (let y = year; y > year - 9; y--) {
    const period = withinYear(x, y)
    if (!period) continue
    const { first, last } = bounds(period)
    if (before ? last < day : first <= day) return y
  }
  return year
}

function nextYear(x: Expression, day: DayNumber, beyond: boolean): number {
  const { year } = civilDay(day)
  for (let y = year - 1; y < year + 9; y++) {
    const period = withinYear(x, y)
    if (!period) continue
    const { first, last } = bounds(period)
    if (beyond ? first > day : last >= day) return y
  }
  return year
}

/** Whether a period ended less than half a year before the publication, or later. */
export function isRecent(period: Period, published: DayNumber | null): boolean {
  return published !== null && bounds(period).last > published - 180
}

/** Whether an expression names something within a year: a month, quarter, half, season or holiday. */
export function isInner(x: Expression): boolean {
  return (
    x.month !== undefined ||
    x.quarter !== undefined ||
    x.half !== undefined ||
    x.season !== undefined ||
    x.holiday !== undefined
  )
}

/** A month, day, quarter, season or holiday of a given year. */
export function withinYear(x: Expression, year: number): Period | null {
  if (x.month !== undefined && x.day !== undefined) {
    return isRealDay(year, x.month, x.day) ? dayPeriod(dayNumber(year, x.month, x.day)) : null
  }
  if (x.month !== undefined) return monthPeriod(year, x.month)
  if (x.quarter !== undefined) return quarterPeriod(year, x.quarter)
  if (x.half !== undefined) return halfPeriod(year, x.half)
  if (x.season !== undefined) return seasonPeriod(year, x.season)
  if (x.holiday !== undefined) return dayPeriod(holidays[x.holiday]!.on(year))
  return yearPeriod(year)
}
