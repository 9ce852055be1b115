import { addMonths, civilDay, type DayNumber, dayNumber, isRealDay, weekdayOf } from '../../knowledge/calendar.js'
import { chooseYear, isInner, isRecent, withinYear } from './choose-year.js'
import type { Anchor, Expression, Shift } from './expression.js'
import type { Unit } from './lexicon.js'
import {
  addYears,
  asFineAs,
  atTime,
  bounds,
  dayPeriod,
  longPeriod,
  monthPeriod,
  nearestWeekday,
  type Period,
  periodAround,
  quarterPeriod,
  weekPeriod,
  yearPeriod,
} from './periods.js'
import { edtfOf, isoDuration, timexOf } from './spell.js'
import type { Focus, Placed, Resolution, State } from './story-state.js'
import { isNarrative, latestDated, slashOrder } from './story-style.js'
import { knownParts, unplaced } from './unplaced.js'

/** Resolves the expressions of a report in order, for one day of publication or for none. */
export function resolveDates(placed: readonly Placed[], published: DayNumber | null, vague: boolean): Resolution[] {
  let state: State = {
    published,
    vague,
    latest: published ?? latestDated(placed),
    narrative: isNarrative(placed, published),
    dayFirst: slashOrder(placed),
    focus: null,
    told: null,
    quarter: null,
  }
  const resolutions: Resolution[] = []
  for (const [i, item] of placed.entries()) {
    const { resolution, period } = resolveOne(item, state)
    const named = appositionOf(item, placed[i + 1])
    if (named) {
      // "Two months later, on March 30", "two days earlier, on Tuesday": the day is named, so nothing needs counting.
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
  const { kind, month, weekday } = next.expression
  return kind === 'calendar' && (month !== undefined || weekday !== undefined) && next.start - item.end <= 5
    ? next
    : undefined
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
        edtf: spanFromNow(item, state),
        value: expression.value ?? 'PRESENT_REF',
        duration: null,
        known,
        unresolved: false,
      })
    case 'duration': {
      const duration = isoDuration(expression.amounts ?? [])
      const edtf = spanFromNow(item, state)
      return plain({ kind: 'duration', edtf, value: duration, duration, known, unresolved: false })
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
      // "at half past twelve" may be noon or midnight: only the day is sure.
      const sure = expression.clock?.unsure ? dayPeriod(bounds(period).first) : period
      const { position } = expression
      const approximate = expression.approximate === true || expression.fiscal === true
      const edtf =
        position === 'earlier' || position === 'later'
          ? edtfBesideNow(sure, position, approximate, item, state)
          : edtfOf(sure, position, approximate)
      return { resolution: { kind, edtf, value: timexOf(period), duration: null, known, unresolved: false }, period }
    }
  }
}

/**
 * "earlier this year"  →  from January to the month of publication; "later this month"  →  from the day of publication to its end
 *
 * The whole period where the publication does not lie in it ("earlier that year") or is known only roughly.
 */
function edtfBesideNow(
  period: Period,
  position: 'earlier' | 'later',
  approximate: boolean,
  { tense }: Placed,
  { published, vague, narrative }: State,
): string {
  const whole = edtfOf(period, undefined, approximate)
  const { first, last } = bounds(period)
  if (published === null || vague || narrative || published < first || published > last) return whole
  if (asFineAs(period.grain, 'day') || (position === 'later' && tense === 'past')) return whole
  const spelt = (day: DayNumber) => {
    const { year, month } = civilDay(day)
    return edtfOf(asFineAs(period.grain, 'month') ? dayPeriod(day) : monthPeriod(year, month), undefined, approximate)
  }
  const [from, to] = position === 'earlier' ? [spelt(first), spelt(published)] : [spelt(published), spelt(last)]
  return from === to ? from : `${from}/${to}`
}

/** "within the past ten days"  →  from ten days before the publication up to it; in days for days and weeks, in months for months, in years for years. */
function spanFromNow({ expression, tense }: Placed, { published, narrative }: State): string | null {
  const [length, ...more] = expression.amounts ?? []
  const way = expression.fromNow
  if (way === undefined || !length || more.length > 0 || published === null || narrative) return null
  // "Over the next two weeks he hid" counts from the story.
  if (way > 0 && tense === 'past') return null
  if (length.amount === null) return vagueSpan(length.unit, way, published)
  const end = shiftDay(published, { amount: length.amount, unit: length.unit, sign: way, from: 'published' })
  const far =
    length.unit === 'week' && Number.isInteger(length.amount) ? dayPeriod(published + 7 * way * length.amount) : end
  if (!far || !/^(?:day|week|month|year)$/.test(length.unit)) return null
  const now = far.grain === 'day' ? dayPeriod(published) : periodAround(length.unit, published, 0)
  if (!now) return null
  const [from, to] = way < 0 ? [far, now] : [now, far]
  return `${edtfOf(from, undefined, expression.approximate === true)}/${edtfOf(to, undefined, false)}`
}

/**
 * "in recent days", "in the coming weeks"  →  from a good week, or two months, before the publication up to it, or from it on.
 * Wide rather than narrow, for such words exclude little; "in recent years" is too far for a date.
 */
function vagueSpan(unit: Unit, way: 1 | -1, published: DayNumber): string | null {
  const now = edtfOf(dayPeriod(published), undefined, false)
  const far =
    unit === 'day'
      ? dayPeriod(published + way * fewDays)
      : unit === 'week' || unit === 'month'
        ? monthAway(published, way * (unit === 'week' ? monthsOfWeeks : monthsOfMonths))
        : null
  if (!far) return null
  const edge = edtfOf(far, undefined, true)
  return way < 0 ? `${edge}/${now}` : `${now}/${edge}`
}

/** What "days", "weeks" and "months" without a number come to at most: in days, in months, in months. */
const fewDays = 10
const monthsOfWeeks = 2
const monthsOfMonths = 10

function monthAway(day: DayNumber, count: number): Period {
  const { year, month } = civilDay(addMonths(day, count))
  return monthPeriod(year, month)
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
  const { published } = state
  const focus = state.told ?? state.focus
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
  return {
    ...state,
    focus: aside ? state.focus : focus,
    told: aside || item.said ? state.told : focus,
    quarter: next,
  }
}
