import { type DayNumber, dayNumber, daysInMonth, isRealDay } from '../../knowledge/calendar.js'

/** The days on which a report may have been published; the same twice where the day is known. */
export interface PublicationDays {
  readonly first: DayNumber
  readonly last: DayNumber
}

/**
 * Reads an EDTF date of publication at its own precision: "2023-01" is any day of January, "2023-01-17~" the 17th
 * give or take a day. Null where there is none, or none that can be read.
 */
export function publicationDays(published: string | null): PublicationDays | null {
  if (published === null) return null
  const [from, to] = published.split('/')
  const first = daysOf(from ?? '')
  if (to === undefined) return first
  const last = daysOf(to)
  // An open interval leaves only its known end, and that is no date of publication.
  if (!first || !last || last.last < first.first) return null
  return { first: first.first, last: last.last }
}

function daysOf(date: string): PublicationDays | null {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T[0-9:.+Z-]{1,30})?([~?%]?)$/.exec(date.trim())
  if (!match) return null
  const [, y, m, d, mark] = match
  const year = Number(y)
  const loose = mark === '' ? 0 : 1
  if (m === undefined) return { first: dayNumber(year, 1, 1), last: dayNumber(year, 12, 31) }
  const month = Number(m)
  if (month < 1 || month > 12) return null
  if (d === undefined)
    return { first: dayNumber(year, month, 1), last: dayNumber(year, month, daysInMonth(year, month)) }
  if (!isRealDay(year, month, Number(d))) return null
  const day = dayNumber(year, month, Number(d))
  return { first: day - loose, last: day + loose }
}
