/** A date of the findings as a stretch of time, for those who draw or compare it. */
export interface Extent {
  /** Milliseconds since 1970 UTC; the first moment the date may mean, −Infinity where its beginning is open. */
  readonly from: number
  /** The first moment after it, Infinity where its end is open. */
  readonly to: number
  /** "about": the words say so. */
  readonly about: boolean
  /** How exact the words are. */
  readonly precision: 'minute' | 'day' | 'month' | 'season' | 'year' | 'longer'
}

/**
 * "2022-11~" → all of November 2022, about. Reads the forms of EDTF that findings use (dates, times, intervals, seasons,
 * decades, unknown digits); null for what it does not know, and for dates without a year.
 */
export function extentOf(edtf: string): Extent | null {
  if (edtf.includes('/')) {
    const [from, to] = edtf.split('/').map((part) => (part === '..' || part === '' ? null : extentOf(part)))
    if (from === undefined || to === undefined || (from === null && to === null)) return null
    return {
      from: from?.from ?? Number.NEGATIVE_INFINITY,
      to: to?.to ?? Number.POSITIVE_INFINITY,
      about: (from?.about ?? false) || (to?.about ?? false),
      precision: 'longer',
    }
  }
  const parts =
    /^(-?\d{2}[\dX]{2})(?:-(\d\d|XX)(?:-(\d\d|XX)(?:T(\d\d)(?::(\d\d))?(?::\d\d)?)?)?)?(?:Z|[+-]\d\d:\d\d)?[~?%]?$/.exec(
      edtf,
    )
  if (parts === null) return null
  const about = /[~%?]$/.test(edtf)
  const [, year = '', month, day, hour, minute] = parts
  const first = Number(year.replaceAll('X', '0'))
  const span = (from: number, to: number, precision: Extent['precision']): Extent => ({ from, to, about, precision })
  if (year.includes('X')) return span(utc(first), utc(Number(year.replaceAll('X', '9')) + 1), 'longer')
  if (month === undefined || month === 'XX') return span(utc(first), utc(first + 1), 'year')
  const m = Number(month)
  const season = seasons[m]
  if (season !== undefined) return span(utc(first, season - 1), utc(first, season + 2), 'season')
  if (day === undefined || day === 'XX') return span(utc(first, m - 1), utc(first, m), 'month')
  const d = Number(day)
  if (hour === undefined) return span(utc(first, m - 1, d), utc(first, m - 1, d + 1), 'day')
  const at = utc(first, m - 1, d, Number(hour), Number(minute ?? 0))
  return span(at, at + (minute === undefined ? 3_600_000 : 60_000), 'minute')
}

// "13 – 19 June 2024", "7 January – 6 February 2023": what both days have in common is said once.
function withoutWhat(from: string, to: string): string {
  const words = dateInWords(from)
  const days = /^\d{4}-\d\d-\d\d$/
  if (!days.test(from) || !days.test(to) || from.slice(0, 4) !== to.slice(0, 4)) return words
  return words
    .split(' ')
    .slice(0, from.slice(0, 7) === to.slice(0, 7) ? 1 : 2)
    .join(' ')
}

/** "2022-11~" → "about November 2022". What it cannot read it gives back as it is. */
export function dateInWords(edtf: string): string {
  if (edtf.includes('/')) {
    const [from = '', to = ''] = edtf.split('/')
    if (from === '..' || from === '') return `until ${dateInWords(to)}`
    if (to === '..' || to === '') return `from ${dateInWords(from)} on`
    return `${withoutWhat(from, to)} – ${dateInWords(to)}`
  }
  if (/[~%]$/.test(edtf)) return `about ${dateInWords(edtf.slice(0, -1))}`
  if (edtf.endsWith('?')) return `perhaps ${dateInWords(edtf.slice(0, -1))}`
  const parts = /^(\d{2}[\dX]{2}|XXXX)(?:-(\d\d|XX)(?:-(\d\d|XX)(?:T(\d\d)(?::(\d\d))?)?)?)?/.exec(edtf)
  if (parts === null) return edtf
  const [, year = '', month, day, hour, minute] = parts
  const named =
    year === 'XXXX'
      ? 'year unknown'
      : year.endsWith('XX')
        ? `the ${year.slice(0, 2)}00s`
        : year.endsWith('X')
          ? `the ${year.slice(0, 3)}0s`
          : year
  if (month === undefined || month === 'XX') return named
  const name = months[Number(month) - 1] ?? seasonNames[Number(month)]
  if (name === undefined) return edtf
  const date = day === undefined || day === 'XX' ? `${name} ${named}` : `${Number(day)} ${name} ${named}`
  const dated = year === 'XXXX' ? date.replace(` ${named}`, `, ${named}`) : date
  if (hour === undefined) return dated
  return minute === undefined ? `${dated}, about ${hour}:00` : `${dated}, ${hour}:${minute}`
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

// EDTF numbers the seasons 21 to 24; winter is drawn at the end of its year.
const seasons: Readonly<Record<number, number>> = { 21: 3, 22: 6, 23: 9, 24: 12 }
const seasonNames: Readonly<Record<number, string>> = { 21: 'spring', 22: 'summer', 23: 'autumn', 24: 'winter' }

function utc(year: number, month = 0, day = 1, hour = 0, minute = 0): number {
  return Date.UTC(year, month, day, hour, minute)
}
