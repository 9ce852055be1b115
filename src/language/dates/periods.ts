import {
  addMonths,
  civilDay,
  type DayNumber,
  dayNumber,
  daysInMonth,
  isoWeek,
  mondayOf,
  weekdayOf,
} from '../../knowledge/calendar.js'
import type { PartOfDay, Season, Unit } from './lexicon.js'

/** A stretch of the calendar with a name of its own: a day, a week, the summer of 1987. Years are astronomical. */
export interface Period {
  readonly grain: Grain
  readonly year: number
  readonly month: number
  readonly day: number
  /** Number of the week, quarter or half; 0 for other grains. */
  readonly index: number
  readonly season: Season | null
  readonly part: PartOfDay | null
  readonly hour: number
  readonly minute: number
}

export type Grain =
  | 'millennium'
  | 'century'
  | 'decade'
  | 'year'
  | 'half'
  | 'season'
  | 'quarter'
  | 'month'
  | 'week'
  | 'weekend'
  | 'day'
  | 'part'
  | 'clock'

const fineness: readonly Grain[] = [
  'millennium',
  'century',
  'decade',
  'year',
  'half',
  'season',
  'quarter',
  'month',
  'week',
  'weekend',
  'day',
  'part',
  'clock',
]

/** Whether `a` is cut finer than `b`, or as fine. */
export function asFineAs(a: Grain, b: Grain): boolean {
  return fineness.indexOf(a) >= fineness.indexOf(b)
}

const blank = { month: 1, day: 1, index: 0, season: null, part: null, hour: 0, minute: 0 } as const

/** A calendar year. */
export function yearPeriod(year: number): Period {
  return { ...blank, grain: 'year', year }
}

/** A month, counted from 1; `month` must be one. */
export function monthPeriod(year: number, month: number): Period {
  return { ...blank, grain: 'month', year, month }
}

/** One day, by its number. */
export function dayPeriod(number: DayNumber): Period {
  return { ...blank, grain: 'day', ...civilDay(number) }
}

/** The ISO week, or its weekend, in which a day lies. */
export function weekPeriod(number: DayNumber, grain: 'week' | 'weekend'): Period {
  const { year, week } = isoWeek(number)
  return { ...blank, grain, year, index: week }
}

/** A quarter, counted from 1; one beyond the year's end lies in the next year. */
export function quarterPeriod(year: number, index: number): Period {
  const shifted = year * 4 + index - 1
  const y = Math.floor(shifted / 4)
  return { ...blank, grain: 'quarter', year: y, index: shifted - y * 4 + 1 }
}

/** The first or second half of a year. */
export function halfPeriod(year: number, index: number): Period {
  return { ...blank, grain: 'half', year, index }
}

/** A season by the year in which it begins. */
export function seasonPeriod(year: number, season: Season): Period {
  return { ...blank, grain: 'season', year, season }
}

/** A decade, century or millennium by its first year; those before Christ by the figure as written, negative. */
export function longPeriod(grain: 'decade' | 'century' | 'millennium', year: number): Period {
  return { ...blank, grain, year }
}

const seasonStart: Readonly<Record<Season, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 }

/** First and last day of a period. */
export function bounds(period: Period): { readonly first: DayNumber; readonly last: DayNumber } {
  const { year, month, day, index } = period
  const between = (y: number, m: number, length: number) => ({
    first: dayNumber(y, m, 1),
    last: dayNumber(y, m + length, 1) - 1,
  })
  switch (period.grain) {
    case 'millennium':
      return between(year, 1, 12000)
    case 'century':
      // The 4th century BC runs from 400 to 301 BC, the 470s BC from 479 to 470.
      return between(year < 0 ? year + 1 : year, 1, 1200)
    case 'decade':
      return between(year < 0 ? year - 8 : year, 1, 120)
    case 'year':
      return between(year, 1, 12)
    case 'half':
      return between(year, 1 + 6 * (index - 1), 6)
    case 'quarter':
      return between(year, 1 + 3 * (index - 1), 3)
    case 'season':
      return between(year, seasonStart[period.season ?? 'SP'], 3)
    case 'month':
      return between(year, month, 1)
    case 'week': {
      const monday = mondayOf(year, index)
      return { first: monday, last: monday + 6 }
    }
    case 'weekend': {
      const monday = mondayOf(year, index)
      return { first: monday + 5, last: monday + 6 }
    }
    default: {
      const number = dayNumber(year, month, day)
      return { first: number, last: number }
    }
  }
}

/** The period of that unit around a day, some units on; undefined for units below the day. */
export function periodAround(unit: Unit, number: DayNumber, offset: number): Period | undefined {
  const { year } = civilDay(number)
  switch (unit) {
    case 'day':
    case 'night':
      return dayPeriod(number + offset)
    case 'week':
      return weekPeriod(number + 7 * offset, 'week')
    case 'weekend':
      return weekPeriod(number + 7 * offset, 'weekend')
    case 'month': {
      const there = civilDay(addMonths(dayNumber(year, civilDay(number).month, 1), offset))
      return monthPeriod(there.year, there.month)
    }
    case 'quarter':
      return quarterPeriod(year, Math.ceil(civilDay(number).month / 3) + offset)
    case 'season':
      return seasonPeriod(...seasonAround(number, offset))
    case 'year':
      return yearPeriod(year + offset)
    case 'decade':
      return longPeriod('decade', (Math.floor(year / 10) + offset) * 10)
    case 'century':
      return longPeriod('century', (Math.floor(year / 100) + offset) * 100)
    case 'millennium':
      return longPeriod('millennium', (Math.floor(year / 1000) + offset) * 1000)
    default:
      return undefined
  }
}

/** The day of an anniversary: the same day or period, some years on. */
export function addYears(period: Period, years: number): Period {
  const year = period.year + years
  const day = period.grain === 'day' ? Math.min(period.day, daysInMonth(year, period.month)) : period.day
  return { ...period, year, day }
}

/** A day at a time of day. */
export function atTime(
  period: Period,
  clock: { readonly hour: number; readonly minute: number | null } | undefined,
  part: PartOfDay | undefined,
): Period {
  if (clock) return { ...period, grain: 'clock', hour: clock.hour, minute: clock.minute ?? 0, part: null }
  return part ? { ...period, grain: 'part', part } : period
}

/** The given weekday nearest before or after a day; the day itself counts unless strictly another is asked for. */
export function nearestWeekday(number: DayNumber, weekday: number, towards: -1 | 1, strictly: boolean): DayNumber {
  const distance = towards < 0 ? (weekdayOf(number) - weekday + 7) % 7 : (weekday - weekdayOf(number) + 7) % 7
  return number + towards * (strictly && distance === 0 ? 7 : distance)
}

function seasonAround(number: DayNumber, offset: number): [number, Season] {
  const { year, month } = civilDay(number)
  const order: readonly Season[] = ['SP', 'SU', 'FA', 'WI']
  const index = Math.floor((month - 3 + 12) / 3) % 4
  const total = (month < 3 ? year - 1 : year) * 4 + index + offset
  const y = Math.floor(total / 4)
  return [y, order[total - y * 4] ?? 'SP']
}
