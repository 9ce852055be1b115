import type { DatePart } from '../../model/when.js'
import { addMonths, civilDay, type DayNumber, dayNumber, daysInMonth, isRealDay, weekdayOf } from './calendar.js'
import type { Anchor, Expression, Shift } from './expression.js'
import { holidays } from './lexicon.js'
import {
  addYears,
  asFineAs,
  atTime,
  bounds,
  dayPeriod,
  halfPeriod,
  longPeriod,
  monthPeriod,
  nearestWeekday,
  type Period,
  periodAround,
  quarterPeriod,
  seasonPeriod,
  weekPeriod,
  yearPeriod,
} from './periods.js'
import { edtfOf, isoDuration, timexOf } from './spell.js'
import type { Tense } from './tense.js'

/** A time expression with where it stands and how its clause is told. */
export interface Placed {
  readonly expression: Expression
  readonly sentence: number
  readonly paragraph: number
  readonly tense: Tense
  readonly start: number
  readonly end: number
}

export interface Resolution {
  readonly kind: 'date' | 'time' | 'duration' | 'set'
  readonly edtf: string | null
  readonly value: string
  readonly duration: string | null
  readonly known: readonly DatePart[]
  /** True where a date was meant that could not be found. */
  readonly unresolved: boolean
}

/** What is known while reading on: the day of publication and the dates met so far. */
interface State {
  readonly published: DayNumber | null
  /** Whether the day of publication is known only roughly. */
  readonly vague: boolean
  /** The latest day that the report itself dates; stands in for a missing day of publication where only a year is to be chosen. */
  readonly latest: DayNumber | null
  /** Tells history rather than news: incomplete dates belong to the year being told. */
  readonly narrative: boolean
  /** Whether "03/04/2023" has the day first in this report; null where nothing tells. */
  readonly dayFirst: boolean | null
  readonly focus: Focus | null
  readonly quarter: Focus | null
}

interface Focus {
  readonly period: Period
  readonly sentence: number
  readonly paragraph: number
  /** Whether its year stood in the text, or came from such a one. */
  readonly ownYear: boolean
}

/** Resolves the expressions of a report in order, for one day of publication or for none. */
export function resolveDates(placed: readonly Placed[], published: DayNumber | null, vague: boolean): Resolution[] {
  let state: State = {
    published,
    vague,
    latest: published ?? latestDated(placed),
    narrative: isNarrative(placed, published),
    dayFirst: slashOrder(placed),
    focus: null,
    quarter: null,
  }
  const resolutions: Resolution[] = []
  for (const [i, item] of placed.entries()) {
    const { resolution, period } = resolveOne(item, state)
    const named = appositionOf(item, placed[i + 1])
    if (named) {
      // "Two months later, on March 30": the day is named, so nothing needs counting.
      const { edtf, value, unresolved } = resolveOne(named, state).resolution
      resolutions.push({ ...resolution, edtf, value, unresolved })
      continue
    }
    resolutions.push(resolution)
    if (period) state = moveFocus(state, item, period)
  }
  return resolutions
}

/** The date that names the day which a shift only counts to, when it follows at once. */
function appositionOf(item: Placed, next: Placed | undefined): Placed | undefined {
  if (item.expression.kind !== 'shift' || item.expression.shift?.from !== 'focus' || !next) return undefined
  const { kind, month } = next.expression
  return kind === 'calendar' && month !== undefined && next.start - item.end <= 5 ? next : undefined
}

/**
 * Reports on the news of the day name weekdays and say "yesterday"; history names years, most of them long before the
 * day of publication.
 */
function isNarrative(placed: readonly Placed[], published: DayNumber | null): boolean {
  const calendar = placed.map((item) => item.expression).filter((expression) => expression.kind === 'calendar')
  const years = calendar
    .filter((expression) => expression.year !== undefined)
    .map((expression) => expression.year as number)
  const ago = placed.filter(({ expression: x }) => x.shift?.from === 'published').length
  const newsy = calendar.filter(
    (x) => x.anchor?.from === 'published' || (x.weekday !== undefined && x.day === undefined),
  ).length
  if (published === null) return years.length >= 5 && years.length > 6 * (newsy + ago)
  const { year } = civilDay(published)
  const old = years.filter((value) => value < year - 1).length
  return old >= 5 && old > 6 * (newsy + ago)
}

/** The last day of the latest month or day that the report gives with its year. */
function latestDated(placed: readonly Placed[]): DayNumber | null {
  let latest: DayNumber | null = null
  for (const { expression: x, tense } of placed) {
    if (x.kind !== 'calendar' || x.year === undefined || x.month === undefined || x.slash || tense === 'future')
      continue
    const period = withinYear(x, x.year)
    const day = period ? bounds(period).last : null
    if (day !== null && (latest === null || day > latest)) latest = day
  }
  return latest
}

/** "13/01/2023" tells that "05/06/2023" beside it is the fifth of June. */
function slashOrder(placed: readonly Placed[]): boolean | null {
  const orders = new Set(placed.map((item) => item.expression.order).filter((order) => order !== undefined))
  // A report that mixes both tells nothing.
  return orders.size === 1 ? orders.has('day-month') : null
}

interface Outcome {
  readonly resolution: Resolution
  readonly period: Period | null
}

function resolveOne(item: Placed, state: State): Outcome {
  const { expression } = item
  const known = knownParts(expression)
  switch (expression.kind) {
    case 'reference':
      return plain({
        kind: 'date',
        edtf: null,
        value: expression.value ?? 'PRESENT_REF',
        duration: null,
        known,
        unresolved: false,
      })
    case 'duration': {
      const duration = isoDuration(expression.amounts ?? [])
      return plain({ kind: 'duration', edtf: null, value: duration, duration, known, unresolved: false })
    }
    case 'set': {
      const value = expression.value ?? isoDuration(expression.amounts ?? [])
      return plain({
        kind: 'set',
        edtf: null,
        value,
        duration: expression.amounts ? value : null,
        known,
        unresolved: false,
      })
    }
    case 'shift':
      return resolveShift(expression, expression.shift as Shift, item, state)
    case 'calendar': {
      const kind = expression.clock || expression.part ? 'time' : 'date'
      const period = locate(item, state)
      if (!period) {
        const { value, edtf } = unplaced(expression)
        return plain({ kind, edtf, value, duration: null, known, unresolved: true })
      }
      const edtf = edtfOf(period, expression.position, expression.approximate === true || expression.fiscal === true)
      return { resolution: { kind, edtf, value: timexOf(period), duration: null, known, unresolved: false }, period }
    }
  }
}

function plain(resolution: Resolution): Outcome {
  return { resolution, period: null }
}

/** Finds the period a calendar expression means; null where the text and the date of publication do not tell. */
function locate(item: Placed, state: State): Period | null {
  const x = item.expression
  const period = locateDay(item, state)
  if (!period) return null
  if (!x.clock && !x.part) return period
  return asFineAs(period.grain, 'day') ? atTime(period, x.clock, x.part) : null
}

function locateDay(item: Placed, state: State): Period | null {
  const x = item.expression
  if (x.century !== undefined) return longPeriod('century', x.century)
  if (x.decade !== undefined)
    return longPeriod('decade', x.decade > 0 && x.decade < 100 ? decadeNear(x.decade, state) : x.decade)
  if (x.slash) {
    if (state.dayFirst === null) return null
    const [a, b] = x.slash
    return dayPeriod(dayNumber(x.year as number, state.dayFirst ? b : a, state.dayFirst ? a : b))
  }
  if (x.anchor?.unit === 'quarter' && x.anchor.from === 'focus') return quarterInFocus(x, state)
  if (x.year !== undefined) return withinYear(x, x.year)
  if (x.anchor) return locateAnchored(item, x.anchor, state)
  if (isInner(x)) {
    if (x.which === 'previous' && x.quarter !== undefined) {
      const { which: _, ...plainly } = x
      const year = chooseYear({ ...item, expression: plainly }, state)
      return year === null ? null : quarterPeriod(year - 1, x.quarter)
    }
    const year = chooseYear(item, state)
    return year === null ? null : withinYear(x, year)
  }
  if (x.weekday !== undefined) return locateWeekday(item, x.weekday, state)
  if (x.clock || x.part) return dayInFocus(item, state)
  return null
}

function isInner(x: Expression): boolean {
  return (
    x.month !== undefined ||
    x.quarter !== undefined ||
    x.half !== undefined ||
    x.season !== undefined ||
    x.holiday !== undefined
  )
}

/** A month, day, quarter, season or holiday of a given year. */
function withinYear(x: Expression, year: number): Period | null {
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

/** Which year an incomplete date belongs to. */
function chooseYear(item: Placed, state: State): number | null {
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
    const news = withinYear(x, yearOfNews(x, published, item.tense))
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
  const day = published ?? state.latest
  return day === null || (published === null && x.which !== undefined) ? null : yearOfNews(x, day, item.tense)
}

/** The latest such date up to the day of publication, unless tense or a word such as "next" says otherwise. */
function yearOfNews(x: Expression, published: DayNumber, tense: Tense): number {
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

function isRecent(period: Period, published: DayNumber | null): boolean {
  return published !== null && bounds(period).last > published - 180
}

function locateWeekday(item: Placed, weekday: number, state: State): Period | null {
  const { which } = item.expression
  const { focus, published } = state
  if (which === 'previous' || which === 'following' || which === 'same') {
    const day = focus ? bounds(focus.period).first : published
    if (day === null) return null
    return dayPeriod(nearestWeekday(day, weekday, which === 'following' ? 1 : -1, which !== 'same'))
  }
  if (
    state.narrative &&
    focus &&
    asFineAs(focus.period.grain, 'day') &&
    (published === null || !isRecent(focus.period, published))
  ) {
    return dayPeriod(nearestWeekday(bounds(focus.period).first, weekday, 1, false))
  }
  // "Last week … late Thursday": the Thursday of that week, where the day of publication cannot tell.
  if (state.vague && which === undefined && focus?.period.grain === 'week' && item.tense !== 'future') {
    return dayPeriod(bounds(focus.period).first + weekday - 1)
  }
  if (published === null) return null
  if (which === 'last') return dayPeriod(nearestWeekday(published, weekday, -1, true))
  if (which === 'next') return dayPeriod(nearestWeekday(published, weekday, 1, true))
  if (which === 'this') {
    const day = published - weekdayOf(published) + weekday
    return dayPeriod(item.tense !== 'past' && day < published ? day + 7 : day)
  }
  return dayPeriod(
    nearestWeekday(published, weekday, item.tense === 'future' || item.tense === 'present' ? 1 : -1, false),
  )
}

/** "last year", "the next day", "that week", and what stands within them: "January this year", "Friday last week". */
function locateAnchored(item: Placed, anchor: Anchor, state: State): Period | null {
  const x = item.expression
  const base = anchorDay(item, anchor, state)
  if (base === null) return null
  const { focus } = state
  const fromFocus = anchor.from === 'focus' && focus !== null
  // "the next day" after "in 1950" is a day nobody can tell.
  if (fromFocus && isShort(anchor.unit) && !asFineAs(focus.period.grain, anchor.unit === 'week' ? 'week' : 'day'))
    return null
  let offset = anchor.offset
  if (anchor.unit === 'weekend' && offset <= 0 && weekdayOf(base) < 6 && item.tense !== 'future')
    offset -= offset === 0 && x.which !== undefined ? 1 : 0
  if (anchor.unit === 'weekend' && offset < 0 && weekdayOf(base) < 6) offset = -1
  if (x.which === 'this' && anchor.from === 'focus' && !state.narrative && state.published !== null) {
    return periodAround(anchor.unit, state.published, 0) ?? null
  }
  const period = periodAround(anchor.unit, base, offset) ?? null
  if (!period) return null
  if (anchor.unit === 'year' && (isInner(x) || x.day !== undefined)) return withinYear(x, period.year)
  if (anchor.unit === 'week' && x.weekday !== undefined) return dayPeriod(bounds(period).first + x.weekday - 1)
  if (anchor.unit === 'week' && x.day !== undefined && x.month !== undefined) {
    const year = chooseYear({ ...item, expression: { kind: 'calendar', month: x.month, day: x.day } }, state)
    return year !== null && isRealDay(year, x.month, x.day) ? weekPeriod(dayNumber(year, x.month, x.day), 'week') : null
  }
  return period
}

function isShort(unit: Anchor['unit']): boolean {
  return unit === 'day' || unit === 'week' || unit === 'weekend' || unit === 'night'
}

function anchorDay(item: Placed, anchor: Anchor, state: State): DayNumber | null {
  const { focus, published, narrative } = state
  if (anchor.from === 'focus' && focus)
    return anchor.offset > 0 ? bounds(focus.period).last : bounds(focus.period).first
  if (anchor.from === 'focus' && narrative) return null
  // In history "this year" is the year being told.
  if (narrative && published !== null && focus && anchor.unit !== 'day' && item.expression.kind === 'calendar')
    return bounds(focus.period).first
  return published
}

/** "the latest quarter", "the year-ago quarter", "the 1988 period": the quarter that the report speaks of. */
function quarterInFocus(x: Expression, state: State): Period | null {
  const { published } = state
  const spoken = state.quarter?.period
  const latest =
    published === null
      ? undefined
      : quarterPeriod(civilDay(published).year, Math.ceil(civilDay(published).month / 3) - 1)
  const period = spoken && published !== null && bounds(spoken).first <= published ? spoken : (latest ?? spoken)
  if (!period) return null
  if (x.year !== undefined) return { ...period, year: x.year }
  return x.which === 'previous' ? addYears(period, -1) : period
}

function dayInFocus(item: Placed, state: State): Period | null {
  const { focus, published } = state
  const near =
    focus &&
    (state.narrative ||
      item.sentence - focus.sentence <= (item.expression.clock ? 8 : 15) ||
      item.expression.which === 'same')
  if (near && asFineAs(focus.period.grain, 'day')) return dayPeriod(bounds(focus.period).first)
  // "He left in January. He crossed shortly before 2 a.m.": some day of January, and not today.
  if (near && item.tense === 'past') return null
  if (state.narrative || published === null) return null
  return dayPeriod(published)
}

function decadeNear(decade: number, state: State): number {
  const year = state.published !== null ? civilDay(state.published).year : (state.focus?.period.year ?? 2000)
  const century = Math.floor(year / 100) * 100
  return century + decade <= year ? century + decade : century - 100 + decade
}

function resolveShift(x: Expression, shift: Shift, item: Placed, state: State): Outcome {
  const known = knownParts(x)
  const duration = isoDuration([{ amount: shift.amount, unit: shift.unit }])
  const vague = { kind: 'date', edtf: null, duration, known, unresolved: false } as const
  if (shift.amount === null) return plain({ ...vague, value: shift.sign < 0 ? 'PAST_REF' : 'FUTURE_REF' })
  const { focus, published, quarter } = state
  const recentQuarter = quarter !== null && item.sentence - quarter.sentence <= 6
  if (shift.unit === 'year' && shift.amount === 1 && shift.sign < 0 && recentQuarter && !state.narrative) {
    const period = addYears(quarter.period, -1)
    return { resolution: { ...vague, edtf: edtfOf(period, undefined, false), value: timexOf(period) }, period: null }
  }
  const from = shift.from === 'focus' || state.narrative ? (focus?.period ?? null) : null
  const clockwise = shift.unit === 'hour' || shift.unit === 'minute' || shift.unit === 'second'
  if (clockwise) return plain({ ...vague, value: duration })
  const base = from ? bounds(from).first : state.narrative ? null : published
  if (base === null) return plain({ ...vague, value: duration, unresolved: true })
  if (from && isShort(shift.unit) && !asFineAs(from.grain, shift.unit === 'week' ? 'week' : 'day')) {
    return plain({ ...vague, value: shift.unit === 'week' ? 'XXXX-WXX' : 'XXXX-XX-XX', unresolved: true })
  }
  const period = shiftDay(base, shift)
  if (!period) return plain({ ...vague, value: duration })
  const exact = shift.unit === 'day' && Number.isInteger(shift.amount)
  const edtf = edtfOf(period, undefined, !exact || x.approximate === true)
  return { resolution: { ...vague, edtf, value: timexOf(period) }, period }
}

/** The period that far from a day: years lead to a year, months to a month, weeks to a week. */
function shiftDay(base: DayNumber, { amount, unit, sign }: Shift): Period | null {
  const count = (amount ?? 0) * sign
  // Nobody reports on a time so far away, and the calendar must not be asked about it.
  if (Math.abs(count) > 100000) return null
  switch (unit) {
    case 'day':
    case 'night':
      return dayPeriod(base + Math.round(count))
    case 'week':
    case 'weekend':
      return Number.isInteger(count) ? weekPeriod(base + 7 * count, 'week') : dayPeriod(base + Math.round(7 * count))
    case 'month':
    case 'quarter':
    case 'season': {
      const { year, month } = civilDay(addMonths(base, Math.round(count * (unit === 'month' ? 1 : 3))))
      return monthPeriod(year, month)
    }
    default: {
      const years = count * (unit === 'decade' ? 10 : unit === 'century' ? 100 : unit === 'millennium' ? 1000 : 1)
      const there = civilDay(base).year + Math.round(years)
      // EDTF writes years of four digits; what lies further off keeps its length only.
      if (Math.abs(there) > 9999) return null
      if (Number.isInteger(years)) return yearPeriod(there)
      const { year, month } = civilDay(addMonths(base, Math.round(years * 12)))
      return monthPeriod(year, month)
    }
  }
}

function moveFocus(state: State, item: Placed, period: Period): State {
  const x = item.expression
  const inherited = state.focus?.ownYear === true && state.focus.period.year === period.year
  const focus: Focus = {
    period,
    sentence: item.sentence,
    paragraph: item.paragraph,
    ownYear: x.year !== undefined || inherited,
  }
  const reported =
    period.grain === 'quarter' &&
    x.which !== 'previous' &&
    (state.published === null || bounds(period).last <= state.published)
  const next = reported ? focus : state.quarter
  // In news "a year earlier" and "a decade ago" are asides: the story does not go on there.
  const aside = x.kind === 'shift' && !state.narrative && period.grain === 'year'
  return { ...state, focus: aside ? state.focus : focus, quarter: next }
}

/** What can be said of a date without its year or day: "XXXX-07-06". */
function unplaced(x: Expression): { value: string; edtf: string | null } {
  const two = (value: number) => String(value).padStart(2, '0')
  const time = x.clock ? `T${two(x.clock.hour)}:${two(x.clock.minute ?? 0)}` : x.part ? `T${x.part}` : ''
  if (x.month !== undefined && x.year !== undefined) {
    // "June 31, 2022" means some day of that June.
    const month = timexOf(monthPeriod(x.year, x.month))
    return { value: month, edtf: edtfOf(monthPeriod(x.year, x.month), undefined, false) }
  }
  if (x.month !== undefined && x.day !== undefined && !x.anchor && x.day <= daysInMonth(2000, x.month)) {
    const date = `XXXX-${two(x.month)}-${two(x.day)}`
    return { value: date + time, edtf: date }
  }
  if (x.month !== undefined) return { value: `XXXX-${two(x.month)}`, edtf: `XXXX-${two(x.month)}` }
  if (x.quarter !== undefined) return { value: `XXXX-Q${x.quarter}`, edtf: null }
  if (x.season !== undefined) return { value: `XXXX-${x.season}`, edtf: null }
  if (x.weekday !== undefined) return { value: `XXXX-WXX-${x.weekday}${time}`, edtf: null }
  if (x.year !== undefined && x.slash) return { value: `${x.year}-XX-XX`, edtf: `${x.year}` }
  const unit = x.anchor?.unit
  if (unit === 'year') return { value: 'XXXX', edtf: null }
  if (unit === 'month') return { value: 'XXXX-XX', edtf: null }
  if (unit === 'week') return { value: 'XXXX-WXX', edtf: null }
  return { value: `XXXX-XX-XX${time}`, edtf: null }
}

/** The parts that stand in the words themselves. */
function knownParts(x: Expression): DatePart[] {
  const parts: DatePart[] = []
  if (x.century !== undefined) parts.push('century')
  if (x.decade !== undefined) parts.push('decade')
  if (x.year !== undefined) parts.push('year')
  if (x.season !== undefined) parts.push('season')
  if (x.month !== undefined || x.slash || x.holiday !== undefined) parts.push('month')
  if (x.day !== undefined || x.slash || x.holiday !== undefined) parts.push('day')
  if (x.weekday !== undefined) parts.push('weekday')
  if (x.clock) parts.push('hour')
  if (x.clock && x.clock.minute !== null) parts.push('minute')
  return parts
}
