import { dayNumber, daysInMonth } from '../knowledge/calendar.js'

/** What an EDTF date covers, in minutes since 1970-01-01T00:00 without any time zone; an open end is infinite. */
export interface Stretch {
  readonly first: number
  readonly last: number
}

/**
 * The stretch of an EDTF date, season, decade, century or interval; null for what has no year ("XXXX-11") or is no date.
 * Marks of doubt count for nothing: "2022-11~" covers November.
 */
export function stretchOf(edtf: string): Stretch | null {
  const [from, to] = edtf.replace(/[~?%]/g, '').split('/')
  const one = pointStretch(from ?? '')
  if (to === undefined) return one
  const other = pointStretch(to)
  const first = isOpen(from ?? '') ? -Infinity : one?.first
  const last = isOpen(to) ? Infinity : other?.last
  return first === undefined || last === undefined || first > last ? null : { first, last }
}

/**
 * Orders EDTF dates by when the thing may have begun: what only lies before a date stands ahead of all that has that date,
 * what only lies after it behind; of those that begin together the less exact comes first. What has no year comes last.
 */
export function compareEdtf(a: string, b: string): number {
  const [x, y] = [placeOf(a), placeOf(b)]
  if (!x || !y) return x ? -1 : y ? 1 : compareText(a, b)
  return x.at - y.at || x.rank - y.rank || y.length - x.length || compareText(a, b)
}

/** Whether two dates can both be true of one event: one lies within the other, or they share a part. */
export function mayBeSame(a: string, b: string): boolean {
  const [x, y] = [stretchOf(a), stretchOf(b)]
  return x && y ? x.first <= y.last && y.first <= x.last : a === b
}

/** Whether `a` tells when more exactly than `b`. */
export function isMoreExact(a: string, b: string): boolean {
  return lengthOf(a) < lengthOf(b)
}

interface Place {
  readonly at: number
  readonly rank: number
  readonly length: number
}

function placeOf(edtf: string): Place | null {
  const stretch = stretchOf(edtf)
  if (!stretch) return null
  const { first, last } = stretch
  if (first === -Infinity) return last === Infinity ? null : { at: startOfLast(edtf), rank: 0, length: 0 }
  // From a day on: behind what happened within it.
  if (last === Infinity) return { at: endOfFirst(edtf), rank: 2, length: 0 }
  return { at: first, rank: 1, length: last - first }
}

/** "../2022-07" stands ahead of what happened in that July. */
function startOfLast(edtf: string): number {
  return pointStretch(edtf.replace(/[~?%]/g, '').split('/')[1] ?? '')?.first ?? 0
}

/** "2022-07-06/.." stands behind what happened on that day. */
function endOfFirst(edtf: string): number {
  return pointStretch(edtf.replace(/[~?%]/g, '').split('/')[0] ?? '')?.last ?? 0
}

function lengthOf(edtf: string): number {
  const stretch = stretchOf(edtf)
  return stretch ? stretch.last - stretch.first : Infinity
}

const isOpen = (date: string) => date === '..' || date === ''

const day = 24 * 60

function pointStretch(date: string): Stretch | null {
  const decade = /^(\d{2})(\d|X)X$/.exec(date)
  if (decade) {
    const [from, years] = decade[2] === 'X' ? [Number(decade[1]) * 100, 100] : [Number(decade[1] + decade[2]!) * 10, 10]
    return between(dayNumber(from, 1, 1), dayNumber(from + years, 1, 1))
  }
  const match = /^(-?\d{4,})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)[\d:.Z+-]*)?)?)?$/.exec(date)
  if (!match) return null
  const [y, m, d] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (match[2] === undefined) return between(dayNumber(y, 1, 1), dayNumber(y + 1, 1, 1))
  // 21 to 24 are spring to winter of the northern half; winter begins in December of its year.
  if (m >= 21 && m <= 24) return between(dayNumber(y, 3 * (m - 20), 1), dayNumber(y, 3 * (m - 20) + 3, 1))
  if (m < 1 || m > 12) return null
  if (match[3] === undefined) return between(dayNumber(y, m, 1), dayNumber(y, m + 1, 1))
  if (d < 1 || d > daysInMonth(y, m)) return null
  const first = dayNumber(y, m, d)
  if (match[4] === undefined) return between(first, first + 1)
  const minute = first * day + Number(match[4]) * 60 + Number(match[5])
  return { first: minute, last: minute }
}

function between(first: number, end: number): Stretch {
  return { first: first * day, last: end * day - 1 }
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
