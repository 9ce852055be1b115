import { findPrintedDate } from '../../knowledge/printed-date.js'
import type { Line } from '../lines.js'
import { atTheEdge, type FurnitureRule, wholeLine } from './rule.js'

/** Where and when the report was filed or put out. */
export const datelines: readonly FurnitureRule[] = [
  {
    name: 'dateline',
    kind: 'dateline',
    marks: [
      '⟦OSLO, Jan 14 (Reuters) -⟧ The mayor resigned on Saturday.',
      '⟦CHICAGO (AP) —⟧ Seven people were hurt.',
      '⟦WASHINGTON —⟧ The senator said no.',
      '⟦Oslo, 14 January 2023 –⟧ The committee met.',
      '⟦WEST PALM BEACH, Fla. —⟧',
      '⟦Kirkenes, Norway (AFP) -⟧ Police found a boat.',
    ],
    leaves: [
      'NATO — an alliance — refused.',
      'Oslo – the capital – was quiet.',
      'JUST IN — The mayor resigned.',
      'UN (2019) — a year later',
    ],
    find: (line) => {
      const words = datelineOf(line)
      return words === null ? null : { start: 0, end: words.length }
    },
  },
  {
    name: 'date-line',
    kind: 'dateline',
    marks: [
      'Feb 16, 2023 1:54 PM PST',
      'Published 12 March 2024',
      'Thursday, 16 February 2023',
      'Updated 7:17 p.m. ET, 1/21/2014',
      '12/03/2024 09:30',
    ],
    leaves: [
      '12 March 2024 was the day the pier burned',
      'Published 12 March 2024 in three languages, the letter',
      '1944',
    ],
    find: (line) => (isDateLine(line) ? { start: 0, end: line.text.length } : null),
  },
  {
    name: 'time-of-update',
    kind: 'dateline',
    marks: [
      'Updated at 4:50 p.m. ET',
      '7 years ago',
      'This post was last updated at 2 p.m. ET',
      'Last updated: 3 hours ago',
    ],
    leaves: ['7 years ago he left', 'Updated at great cost'],
    find: wholeLine(
      /^(?:this (?:post|story|article) was )?(?:first published|last updated|last modified|updated|published|posted)\s?(?:at|on|:)?\s?\d{1,2}(?::\d\d)?\s?(?:[ap]\.?m\.?)?\s?(?:[A-Z]{2,4})?$/i,
      /^(?:(?:last )?updated|published|posted)?\s?:?\s?(?:\d{1,2}|an?) (?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?) ago$/i,
    ),
  },
]

const agency =
  '\\((?:Reuters|REUTERS|AP|AFP|UPI|CNN|BBC|NTB|TASS|Interfax|Xinhua|Bloomberg|dpa|DPA|ANSA|PTI|ANI|IANS|STMW|Kyodo|Yonhap|KUNA|WAM|PA|[A-Z][\\p{L} -]{1,28})\\)'
const place = "[\\p{Lu}][\\p{L}.'’-]{1,24}(?: [\\p{Lu}][\\p{L}.'’-]{0,24}){0,3}"
const capitals = "[\\p{Lu}][\\p{Lu}.'’-]{2,24}(?: [\\p{Lu}][\\p{Lu}.'’-]{0,24}){0,3}"
const region = `(?:, ${place})?`
const date = '(?:,? (?:\\p{L}{3,9}\\.? \\d{1,2}|\\d{1,2} \\p{L}{3,9}\\.?)(?:,? \\d{4})?)'
const dash = '\\s?(?:[-–—]+|--)(?=\\s|$)'
const withAgency = new RegExp(`^["“]?${place}${region}${date}?,? ${agency}${dash}`, 'u')
const withDate = new RegExp(`^${place}${region}${date}${dash}`, 'u')
const inCapitals = new RegExp(`^${capitals}${region}${dash}`, 'u')
const notPlaces =
  /^(?:JUST IN|BREAKING|UPDATE|UPDATED|EXCLUSIVE|WATCH|LIVE|NEW|VIDEO|OPINION|ANALYSIS|NATO|UN|EU|US|UK|FBI|CIA|FACT CHECK|READ|SUMMARY|NOTE|WARNING|FILE|HIGHLIGHTS|CORRECTION|CLARIFICATION)\b/
const agencyOnly = /\((?:19|20)?\d/

/** The dateline that opens a line, its dash included ("OSLO, Jan 14 (Reuters) -"), or null. Only the first eight lines are believed to have one. */
export function datelineOf(line: Line): string | null {
  if (line.index >= 8) return null
  const start = line.text.slice(0, 120)
  const match = withAgency.exec(start) ?? withDate.exec(start) ?? inCapitals.exec(start)
  if (match === null) return null
  const words = match[0]
  if (agencyOnly.test(words)) return null
  if (notPlaces.test(words)) return null
  if (!withAgency.test(start) && !inCapitals.test(start) && findPrintedDate(words) === null) return null
  // "NATO — an alliance — refused": a second dash soon after makes it an aside.
  const rest = line.text.slice(words.length, words.length + 60)
  if (!words.includes('(') && /\s[–—-]\s/.test(rest) && findPrintedDate(words) === null) return null
  return words
}

const around =
  /\b(?:first|last|originally|published|updated|modified|posted|created|on|at|from|date|story|article|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thurs?|fri|sat|sun|am|pm|a\.m|p\.m|local|time|et|est|edt|ct|cst|cdt|mt|pst|pdt|pt|gmt|utc|bst|cet|cest|ist|msk|eet|eest|z|hrs|h|min|mins|minute|minutes|read)\b/gi

/** Whether a line holds a date of publication and nothing else: "Published 12 March 2024", "Feb 16, 2023 1:54 PM PST". */
export function isDateLine(line: Line): boolean {
  if (line.text.length > 90 || !/\d/.test(line.text)) return false
  const printed = findPrintedDate(line.text)
  if (printed === null || !/\d{4}/.test(printed.words)) return false
  if (!atTheEdge(line) && !/^(?:published|updated|posted|last)/i.test(line.text)) return false
  const rest = line.text.slice(0, printed.index) + ' ' + line.text.slice(printed.index + printed.words.length)
  return !/[\p{L}]/u.test(
    rest
      .replace(/\d{1,2}(?:[:.]\d\d){0,2}\s?(?:[ap]\.?m\.?)?/gi, ' ')
      .replace(around, ' ')
      .replace(/\b[TZ]\b/g, ' '),
  )
}
