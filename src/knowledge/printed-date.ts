/** A date as a page prints it: "Feb 16, 2023", "16 February 2023", "2023-02-16". */
export interface PrintedDate {
  /** EDTF to the day: "2023-02-16"; null where the year is missing ("Jan 14") or day and month cannot be told apart ("03/04/2023"). */
  readonly edtf: string | null
  readonly month: number | null
  readonly day: number | null
  readonly words: string
  readonly index: number
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const month =
  '(january|february|march|april|june|july|august|september|october|november|december|jan|feb|mar|apr|may|jun|jul|aug|sept|sep|oct|nov|dec)\\.?'
const day = '([0-3]?\\d)(?:st|nd|rd|th)?'
const year = '((?:19|20)\\d\\d)'

// Tried in turn, from sure to loose; each says which groups hold year, month and day.
const forms: readonly (readonly [RegExp, (groups: readonly string[]) => Parts])[] = [
  [new RegExp(`(?<!\\d)${year}[-/.](\\d\\d)[-/.](\\d\\d)(?!\\d)`, 'i'), ([y, m, d]) => [num(y), num(m), num(d)]],
  [new RegExp(`\\b${month}\\s+${day},?\\s+${year}(?!\\d)`, 'i'), ([m, d, y]) => [num(y), monthNumber(m), num(d)]],
  [
    new RegExp(`(?<!\\d)${day}(?:\\s+of)?[\\s-]+${month},?[\\s-]+${year}(?!\\d)`, 'i'),
    ([d, m, y]) => [num(y), monthNumber(m), num(d)],
  ],
  [
    new RegExp(`(?<![\\d/.])([0-3]?\\d)([/.])([0-3]?\\d)\\2${year}(?!\\d)`),
    ([first, mark, second, y]) => numeric(num(first), num(second), num(y), mark === '.'),
  ],
  [new RegExp(`\\b${month}\\s+${day}(?![\\d:])`, 'i'), ([m, d]) => [null, monthNumber(m), num(d)]],
  [new RegExp(`(?<![\\d:])${day}\\s+${month}(?![a-z])`, 'i'), ([d, m]) => [null, monthNumber(m), num(d)]],
]

type Parts = readonly [year: number | null, month: number | null, day: number | null]

/** The first printed date in a short text, or null. Days that the calendar lacks ("31 April 2023") are no dates. */
export function findPrintedDate(text: string): PrintedDate | null {
  for (const [form, parts] of forms) {
    const match = form.exec(text)
    if (match === null) continue
    const [y, m, d] = parts(match.slice(1))
    const printed = { month: m, day: d, words: match[0], index: match.index }
    if (m === null || d === null) {
      return { ...printed, edtf: null }
    }
    if (!isDay(y ?? 2024, m, d)) continue
    return { ...printed, edtf: y === null ? null : isoDay(y, m, d) }
  }
  return null
}

/** A printed date in its place in a text. */
export interface PlacedDate {
  readonly year: number | null
  readonly month: number
  readonly day: number
  readonly start: number
  readonly end: number
}

/** All dates of a text whose day and month can be told apart, in order; the surest form wins where two overlap. */
export function findPrintedDates(text: string): PlacedDate[] {
  const found: PlacedDate[] = []
  const taken = new Uint8Array(text.length)
  for (const [form, parts] of forms) {
    for (const match of text.matchAll(new RegExp(form, 'gi'))) {
      const [year, month, day] = parts(match.slice(1))
      const [start, end] = [match.index, match.index + match[0].length]
      if (month === null || day === null || !isDay(year ?? 2024, month, day) || taken[start] || taken[end - 1]) continue
      taken.fill(1, start, end)
      found.push({ year, month, day, start, end })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

/** "2023-02-16" from its parts. */
export function isoDay(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Whether the Gregorian calendar has that day. */
export function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const length = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
  return day <= length
}

// "16.02.2023" is always day first; "03/04/2023" is April in London and March in New York, so it is left open.
function numeric(first: number, second: number, y: number, dayFirst: boolean): Parts {
  if (dayFirst) return [y, second, first]
  if (first > 12 && second <= 12) return [y, second, first]
  if (second > 12 && first <= 12) return [y, first, second]
  if (first === second) return [y, first, second]
  return [y, null, null]
}

function monthNumber(name: string | undefined): number | null {
  const index = months.indexOf((name ?? '').slice(0, 3).toLowerCase())
  return index === -1 ? null : index + 1
}

function num(digits: string | undefined): number {
  return Number(digits ?? '0')
}
