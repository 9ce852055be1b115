/** Days counted from 1 January 1970 in the Gregorian calendar, extended backwards; no time zone anywhere. */
export type DayNumber = number

export interface CivilDay {
  /** Astronomical: 1 BC is 0, 480 BC is −479. */
  readonly year: number
  readonly month: number
  readonly day: number
}

/** The day number of a date. A month or day beyond its bounds counts on, so the 32nd of January is the 1st of February. */
export function dayNumber(year: number, month: number, day: number): DayNumber {
  const months = year * 12 + month - 1
  const y = Math.floor(months / 12)
  const m = months - y * 12 + 1
  // After Howard Hinnant, "chrono-compatible low-level date algorithms": years begin in March, eras have 400 years.
  const shifted = m <= 2 ? y - 1 : y
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

/** The date of a day number. */
export function civilDay(number: DayNumber): CivilDay {
  const z = number + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const m = Math.floor((5 * dayOfYear + 2) / 153)
  const month = m < 10 ? m + 3 : m - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * m + 2) / 5) + 1,
  }
}

/** Monday is 1, Sunday is 7. */
export function weekdayOf(number: DayNumber): number {
  return ((((number + 3) % 7) + 7) % 7) + 1
}

/** How many days a month has; months count from 1. */
export function daysInMonth(year: number, month: number): number {
  return dayNumber(year, month + 1, 1) - dayNumber(year, month, 1)
}

/** Whether such a day exists: 31 June does not. */
export function isRealDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** ISO 8601 week of a day, with the year the week belongs to. */
export function isoWeek(number: DayNumber): { readonly year: number; readonly week: number } {
  const thursday = number - weekdayOf(number) + 4
  const { year } = civilDay(thursday)
  return { year, week: Math.floor((thursday - dayNumber(year, 1, 1)) / 7) + 1 }
}

/** The Monday of an ISO week. */
export function mondayOf(year: number, week: number): DayNumber {
  const fourth = dayNumber(year, 1, 4)
  return fourth - weekdayOf(fourth) + 1 + 7 * (week - 1)
}

/** The same day some months on; the 31st falls back to the end of a shorter month. */
export function addMonths(number: DayNumber, months: number): DayNumber {
  const { year, month, day } = civilDay(number)
  const total = year * 12 + month - 1 + months
  const y = Math.floor(total / 12)
  const m = total - y * 12 + 1
  return dayNumber(y, m, Math.min(day, daysInMonth(y, m)))
}

/** Easter Sunday of the western churches (the anonymous Gregorian computus). */
export function easter(year: number): DayNumber {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 19 * l) / 433)
  const n = h + l - 7 * m
  const month = Math.floor((n + 90) / 25)
  const day = (n + 33 * month + 19) % 32
  return dayNumber(year, month, day)
}

/** The n-th given weekday of a month; n = −1 asks for the last. */
export function nthWeekday(year: number, month: number, weekday: number, n: number): DayNumber {
  if (n > 0) {
    const first = dayNumber(year, month, 1)
    return first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (n - 1)
  }
  const last = dayNumber(year, month, daysInMonth(year, month))
  return last - ((weekdayOf(last) - weekday + 7) % 7)
}
