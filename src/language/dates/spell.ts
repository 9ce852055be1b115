import { civilDay, dayNumber } from '../../knowledge/calendar.js'
import type { Amount, Third } from './expression.js'
import { isoUnits } from './lexicon.js'
import { bounds, type Period } from './periods.js'

/** The TIMEX3 value of a period: "2023-01-13", "1999-Q3", "2023-01-13TNI", "BC0480". */
export function timexOf(period: Period): string {
  const { grain, year, month, day, index } = period
  switch (grain) {
    case 'millennium':
      return year < 0 ? `BC${Math.floor(-year / 1000) - 1}` : String(Math.floor(year / 1000))
    case 'century':
      return year < 0 ? `BC${two(-year / 100 - 1)}` : two(year / 100)
    case 'decade':
      return year < 0 ? `BC${String(-year / 10).padStart(3, '0')}` : String(year / 10).padStart(3, '0')
    case 'year':
      return timexYear(year)
    case 'half':
      return `${timexYear(year)}-H${index}`
    case 'quarter':
      return `${timexYear(year)}-Q${index}`
    case 'season':
      return `${timexYear(year)}-${period.season}`
    case 'month':
      return `${timexYear(year)}-${two(month)}`
    case 'week':
      return `${timexYear(year)}-W${two(index)}`
    case 'weekend':
      return `${timexYear(year)}-W${two(index)}-WE`
    case 'day':
      return `${timexYear(year)}-${two(month)}-${two(day)}`
    case 'part':
      return `${timexYear(year)}-${two(month)}-${two(day)}T${period.part}`
    case 'clock':
      return `${timexYear(year)}-${two(month)}-${two(day)}T${two(period.hour)}:${two(period.minute)}`
  }
}

/** The EDTF of a period, narrowed by "early", "mid" or "late" and marked where the words are approximate. */
export function edtfOf(period: Period, position: Third | undefined, approximate: boolean): string {
  const mark = approximate ? '~' : ''
  if (position && isDivisible(period)) {
    const third = thirdOf(period, position)
    return `${third[0]}~/${third[1]}~`
  }
  const { grain, year, month } = period
  switch (grain) {
    case 'year':
      return edtfYear(year) + mark
    case 'month':
      return `${edtfYear(year)}-${two(month)}${mark}`
    case 'decade':
      return year < 0 || approximate ? spanOf(period, mark) : `${edtfYear(year).slice(0, 3)}X`
    case 'century':
      return year < 0 || approximate ? spanOf(period, mark) : `${edtfYear(year).slice(0, 2)}XX`
    case 'season':
      // EDTF readers take no mark behind a season or a time of day.
      return `${edtfYear(year)}-${{ SP: 21, SU: 22, FA: 23, WI: 24 }[period.season ?? 'SP']}`
    case 'day':
    case 'part':
      return edtfDay(bounds(period).first) + mark
    case 'clock': {
      // "midnight Friday" closes the Friday; EDTF counts it with the next day.
      const day = bounds(period).first + (period.hour === 24 ? 1 : 0)
      return `${edtfDay(day)}T${two(period.hour % 24)}:${two(period.minute)}`
    }
    default:
      return spanOf(period, mark)
  }
}

/** ISO 8601 length as TIMEX3 writes it: "P2M", "PT3H", "P2Y6M", "PXD". */
export function isoDuration(amounts: readonly Amount[]): string {
  let date = ''
  let time = ''
  for (const { amount, unit } of amounts) {
    const { time: inDay, letter, factor } = isoUnits[unit]
    if (amount === null) {
      const vague = unit === 'decade' ? 'E' : unit === 'century' ? 'C' : letter
      if (inDay) time += 'X' + letter
      else date += 'X' + vague
      continue
    }
    const value = amount * factor
    const parts = splitFraction(value, letter, inDay)
    if (inDay) time += parts
    else date += parts
  }
  return `P${date}${time ? 'T' + time : ''}`
}

/** A day as EDTF: "2023-01-13". */
export function edtfDay(number: number): string {
  const { year, month, day } = civilDay(number)
  return `${edtfYear(year)}-${two(month)}-${two(day)}`
}

/** The bound of an EDTF expression, fit to bound an interval: of "199X" the year 1990 or 1999, of a summer its June or August. */
export function edge(edtf: string, side: 'start' | 'end'): string {
  const parts = edtf.split('/')
  const part = (side === 'start' ? parts[0] : parts.at(-1)) ?? edtf
  const season = /^(-?\d{4})-2([1-4])$/.exec(part)
  if (season) {
    const [, year, index] = season
    const month = Number(index) * 3 + (side === 'start' ? 0 : 2)
    return month > 12 ? `${edtfYear(Number(year) + 1)}-${two(month - 12)}` : `${year}-${two(month)}`
  }
  return part.endsWith('X') ? part.replaceAll('X', side === 'start' ? '0' : '9') : part
}

function splitFraction(value: number, letter: string, inDay: boolean): string {
  const whole = Math.floor(value)
  const rest = value - whole
  if (rest < 1e-9) return `${whole}${letter}`
  const lower =
    letter === 'Y'
      ? { factor: 12, letter: 'M' }
      : letter === 'H'
        ? { factor: 60, letter: 'M' }
        : letter === 'M' && inDay
          ? { factor: 60, letter: 'S' }
          : undefined
  if (!lower) return `${Math.round(value * 100) / 100}${letter}`
  const small = Math.round(rest * lower.factor)
  return whole === 0 ? `${small}${lower.letter}` : `${whole}${letter}${small}${lower.letter}`
}

function isDivisible(period: Period): boolean {
  return ['century', 'decade', 'year', 'month'].includes(period.grain)
}

/** The first, middle or last third of a century, decade, year or month, at the precision of its parts. */
function thirdOf(period: Period, position: Third): [string, string] {
  const { grain, year, month } = period
  const pick = <Value>(start: Value, middle: Value, end: Value) =>
    position === 'start' ? start : position === 'middle' ? middle : end
  if (grain === 'month') {
    const last = civilDay(dayNumber(year, month + 1, 1) - 1).day
    const [from, to] = pick([1, 10], [11, 20], [21, last])
    return [`${edtfYear(year)}-${two(month)}-${two(from!)}`, `${edtfYear(year)}-${two(month)}-${two(to!)}`]
  }
  if (grain === 'year') {
    const [from, to] = pick([1, 4], [5, 8], [9, 12])
    return [`${edtfYear(year)}-${two(from!)}`, `${edtfYear(year)}-${two(to!)}`]
  }
  const first = civilDay(bounds(period).first).year
  const [from, to] = grain === 'decade' ? pick([0, 3], [4, 6], [7, 9]) : pick([0, 33], [34, 66], [67, 99])
  return [edtfYear(first + from!), edtfYear(first + to!)]
}

function spanOf(period: Period, mark: string): string {
  const { first, last } = bounds(period)
  const [from, to] = [civilDay(first), civilDay(last)]
  switch (period.grain) {
    case 'decade':
    case 'century':
    case 'millennium':
      return `${edtfYear(from.year)}${mark}/${edtfYear(to.year)}${mark}`
    case 'quarter':
    case 'half':
      return `${edtfYear(from.year)}-${two(from.month)}${mark}/${edtfYear(to.year)}-${two(to.month)}${mark}`
    default:
      return `${edtfDay(first)}${mark}/${edtfDay(last)}${mark}`
  }
}

function timexYear(year: number): string {
  return year > 0 ? String(year).padStart(4, '0') : `BC${String(1 - year).padStart(4, '0')}`
}

function edtfYear(year: number): string {
  return year >= 0 ? String(year).padStart(4, '0') : `-${String(-year).padStart(4, '0')}`
}

function two(value: number): string {
  return String(Math.floor(value)).padStart(2, '0')
}
