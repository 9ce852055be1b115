import { isRealDay } from '../../../knowledge/calendar.js'
import { readNumeral } from '../../numbers/numerals.js'
import type { Word } from '../../numbers/words.js'
import type { Proposal } from '../expression.js'

/**
 * "The list is dated 2023-01-13."  →  2023-01-13
 * "Signed on 13/01/2023."  →  2023-01-13
 *
 * Day and month in figures; where both could be the month, both readings are kept for later.
 */
export function numericDate(words: readonly Word[], at: number): Proposal | undefined {
  const [a, mark, b, again, c] = words.slice(at, at + 5)
  if (a?.kind !== 'digits' || b?.kind !== 'digits' || c?.kind !== 'digits' || !mark || mark.form !== again?.form)
    return undefined
  if (mark.spaced || b.spaced || again.spaced || c.spaced || !/^[-–/.]$/.test(mark.form)) return undefined
  const end = at + 5
  const rule = 'numeric-date'
  // "1.2.3.4" and "12/13/14/15" are something else.
  const next = words[end]
  if (next && !next.spaced && next.form === mark.form && words[end + 1]?.kind === 'digits' && !words[end + 1]?.spaced)
    return undefined
  const [x, y, z] = [Number(a.form), Number(b.form), Number(c.form)]
  if (a.form.length === 4) {
    if (mark.form === '.' || !isRealDay(x, y, z) || x < 1000 || x > 2199) return undefined
    return { first: at, end, expression: { kind: 'calendar', year: x, month: y, day: z }, rule }
  }
  if (a.form.length > 2 || b.form.length > 2 || (c.form.length !== 4 && c.form.length !== 2)) return undefined
  if (c.form.length === 2 && mark.form !== '/') return undefined
  const year = c.form.length === 4 ? z : z < 50 ? 2000 + z : 1900 + z
  if (year < 1000 || year > 2199) return undefined
  const dayFirst = isRealDay(year, y, x)
  const monthFirst = isRealDay(year, x, y)
  if (!dayFirst && !monthFirst) return undefined
  // Dots are written where the day comes first.
  if (dayFirst && (!monthFirst || mark.form === '.' || x === y)) {
    const order = x === y ? {} : ({ order: 'day-month' } as const)
    return { first: at, end, expression: { kind: 'calendar', year, month: y, day: x, ...order }, rule }
  }
  if (!dayFirst)
    return { first: at, end, expression: { kind: 'calendar', year, month: x, day: y, order: 'month-day' }, rule }
  return { first: at, end, expression: { kind: 'calendar', year, slash: [x, y] }, rule }
}

/** A compact stamp such as "20230113". */
export function compactDate(words: readonly Word[], at: number): Proposal | undefined {
  const word = words[at]
  if (word?.kind !== 'digits' || word.form.length !== 8 || readNumeral(words, at)?.end !== at + 1) return undefined
  const year = Number(word.form.slice(0, 4))
  const month = Number(word.form.slice(4, 6))
  const day = Number(word.form.slice(6))
  if (year < 1900 || year > 2099 || !isRealDay(year, month, day)) return undefined
  return { first: at, end: at + 1, expression: { kind: 'calendar', year, month, day }, rule: 'compact-date' }
}
