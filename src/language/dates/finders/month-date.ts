import { isHyphen, lowerAt, type Word } from '../../numbers/words.js'
import type { Proposal } from '../expression.js'
import { readDay, readMonth, readYear } from './read.js'

/** "He signed on July 6."  →  month and day; a year may follow: "Feb 16, 2023". */
export function monthDay(words: readonly Word[], at: number): Proposal | undefined {
  const month = readMonth(words, at)
  if (!month) return undefined
  const article = lowerAt(words, month.end) === 'the' ? month.end + 1 : month.end
  const day = readDay(words, article)
  if (!day) return undefined
  const year = yearAfter(words, day.end)
  const expression = { kind: 'calendar', month: month.value, day: day.value } as const
  if (year) return { first: at, end: year.end, expression: { ...expression, year: year.value }, rule: 'month-day' }
  return { first: at, end: day.end, expression, rule: 'month-day' }
}

/** "Troops crossed on 24 February."  →  day and month; "the 6th of July 2022". */
export function dayMonth(words: readonly Word[], at: number): Proposal | undefined {
  const article = lowerAt(words, at) === 'the' ? at + 1 : at
  const day = readDay(words, article)
  if (!day) return undefined
  let next = lowerAt(words, day.end) === 'of' ? day.end + 1 : day.end
  if (isHyphen(words, next)) next++
  const month = readMonth(words, next)
  if (!month) return undefined
  // "the Fifth March Regiment" has no date; "the 6th of July" has.
  if (words[article]?.kind === 'letters' && lowerAt(words, day.end) !== 'of') return undefined
  const year = yearAfter(words, month.end)
  const expression = { kind: 'calendar', month: month.value, day: day.value } as const
  const first = article
  if (year)
    return {
      first: withArticle(words, at, first),
      end: year.end,
      expression: { ...expression, year: year.value },
      rule: 'day-month',
    }
  return { first: withArticle(words, at, first), end: month.end, expression, rule: 'day-month' }
}

/** "They met in July."  →  month; "July 2022", "July of 2022", "July, 1982". */
export function monthAlone(words: readonly Word[], at: number): Proposal | undefined {
  const month = readMonth(words, at)
  if (!month) return undefined
  const year = yearAfter(words, lowerAt(words, month.end) === 'of' ? month.end + 1 : month.end)
  if (year) {
    return {
      first: at,
      end: year.end,
      expression: { kind: 'calendar', month: month.value, year: year.value },
      rule: 'month',
    }
  }
  const lower = lowerAt(words, at)
  if ((namesToo.has(lower) || month.end > at + 1) && !sounds(words, at, month.end)) return undefined
  if (lower.length === 3 && lower !== 'may' && month.end === at + 1 && !sounds(words, at, month.end)) return undefined
  return { first: at, end: month.end, expression: { kind: 'calendar', month: month.value }, rule: 'month' }
}

/** Months that are also names or verbs: "May leads", "April Jones", "March for Life". */
const namesToo = new Set(['may', 'april', 'june', 'march', 'august', 'jan', 'mar'])

const beforeMonths = new Set(
  'in of since by until till from to through during between and or last next this early late mid before after for around about every each previous following past end at around on ending ended since - – ('.split(
    ' ',
  ),
)

/** Whether the words around a month make it one. */
function sounds(words: readonly Word[], at: number, end: number): boolean {
  const before = words[at - 1]
  const next = words[end]
  // "as early as March", "no later than May"
  const compared =
    /^(?:as|than)$/.test(before?.lower ?? '') && /^(?:early|late|earlier|later|sooner)$/.test(lowerAt(words, at - 2))
  if (before && (compared || beforeMonths.has(before.lower)))
    return !(next?.capital && next.spaced && before.lower !== 'in' && before.lower !== 'last')
  return false
}

function yearAfter(words: readonly Word[], at: number): { value: number; end: number } | undefined {
  const comma = words[at]?.form === ',' || words[at]?.form === '-' ? at + 1 : at
  const year = readYear(words, comma)
  if (!year) return undefined
  // "On July 6, 2,000 men" is caught by readYear; "July 6, 1500 men" is not a year either.
  const next = lowerAt(words, year.end)
  if (comma > at && year.value < 1900 && /s$/.test(next) && next.length > 3) return undefined
  return year
}

/** "the 6th of July" keeps its article, "the 24 February raid" does not. */
function withArticle(words: readonly Word[], at: number, first: number): number {
  return first > at &&
    (words[first + 1]?.spaced === false || words[first]?.kind === 'letters' || lowerAt(words, first + 1) === 'of')
    ? at
    : first
}
