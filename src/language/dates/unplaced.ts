import { daysInMonth } from '../../knowledge/calendar.js'
import type { DatePart } from '../../model/when.js'
import type { Expression } from './expression.js'
import { monthPeriod } from './periods.js'
import { edtfOf, timexOf } from './spell.js'

/** What can be said of a date without its year or day: "XXXX-07-06". */
export function unplaced(x: Expression): { value: string; edtf: string | null } {
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
export function knownParts(x: Expression): DatePart[] {
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
