import { ordinalValue } from '../../numbers/numerals.js'
import { isHyphen, lowerAt, type Word } from '../../numbers/words.js'
import type { Expression, Proposal } from '../expression.js'
import { readYear } from './read.js'

const determiners = new Set(['the', 'its', 'their', 'our', 'a'])

/**
 * "Sales rose in the third quarter."  →  quarter
 * "the 1988 second quarter", "third-quarter", "the fiscal first quarter", "the first half of 1990", "Q3 2022"
 */
export function quarter(words: readonly Word[], at: number): Proposal | undefined {
  const short = shortQuarter(words, at)
  if (short) return short
  let i = at
  const determined = determiners.has(lowerAt(words, i))
  if (determined) i++
  let expression: Expression = { kind: 'calendar' }
  const leading = determined ? readYear(words, i) : undefined
  if (leading) {
    expression = { ...expression, year: leading.value }
    i = leading.end
  }
  const earlier = yearEarlier(words, i)
  if (earlier >= 0 && determined) {
    expression = { ...expression, which: 'previous' }
    i = earlier
  }
  if (lowerAt(words, i) === 'fiscal') {
    expression = { ...expression, fiscal: true }
    i++
    if (isHyphen(words, i)) i++
  }
  const ordinal = ordinalValue(lowerAt(words, i)) ?? digitOrdinal(words, i)
  const last = lowerAt(words, i) === 'last' ? 2 : undefined
  const rank = ordinal ?? last
  if (rank === undefined || rank > 4) return undefined
  i += words[i]?.kind === 'digits' ? 2 : 1
  const hyphen = isHyphen(words, i)
  if (hyphen) i++
  const unit = lowerAt(words, i)
  if (unit === 'quarter' && ordinal !== undefined) expression = { ...expression, quarter: rank }
  else if (unit === 'half' && rank <= 2 && (lowerAt(words, i + 1) === 'of' || leading || hyphen))
    expression = { ...expression, half: rank }
  else return undefined
  i++
  // "a third quarter" of a pie, "the first half of the match": a half needs its year.
  const of = lowerAt(words, i) === 'of' || lowerAt(words, i) === 'in' ? readYear(words, i + 1) : readYear(words, i)
  if (of && !leading) {
    expression = { ...expression, year: of.value }
    i = of.end
  }
  if (expression.half !== undefined && expression.year === undefined && !ofYear(words, i)) return undefined
  // "its third quarter", "the third-quarter loss": the article is not of the date.
  const first = determined && (hyphen || lowerAt(words, at) !== 'the') ? at + 1 : at
  return { first, end: i, expression, rule: 'quarter' }
}

/** "the year-ago quarter", "the latest quarter", "the 1988 period"  →  the quarter the report speaks of, or that of another year */
export function quarterInFocus(words: readonly Word[], at: number): Proposal | undefined {
  if (lowerAt(words, at) !== 'the' && lowerAt(words, at) !== 'a' && yearEarlier(words, at) < 0) return undefined
  let i = yearEarlier(words, at) >= 0 ? at : at + 1
  if (/^(?:comparable|corresponding|similar)$/.test(lowerAt(words, i))) i++
  const earlier = yearEarlier(words, i)
  const year = readYear(words, i)
  const latest = /^(?:latest|most|current)$/.test(lowerAt(words, i))
    ? lowerAt(words, i) === 'most'
      ? i + 2
      : i + 1
    : -1
  const next = earlier >= 0 ? earlier : year ? year.end : latest
  if (next < 0) return undefined
  const unit = lowerAt(words, next)
  if (unit !== 'quarter' && unit !== 'period') return undefined
  const base = { kind: 'calendar', anchor: { unit: 'quarter', offset: 0, from: 'focus' } } as const
  const expression: Expression =
    earlier >= 0 ? { ...base, which: 'previous' } : year ? { ...base, year: year.value } : { ...base, which: 'last' }
  return { first: at, end: next + 1, expression, rule: 'quarter-in-focus' }
}

/** "the year-ago loss"  →  the same span of the year before */
export function yearAgo(words: readonly Word[], at: number): Proposal | undefined {
  const end = yearEarlier(words, at)
  if (end < 0 || !isHyphen(words, at + 1)) return undefined
  return {
    first: at,
    end,
    expression: { kind: 'shift', shift: { amount: 1, unit: 'year', sign: -1, from: 'published' } },
    rule: 'year-ago',
  }
}

function yearEarlier(words: readonly Word[], at: number): number {
  if (lowerAt(words, at) !== 'year' || !isHyphen(words, at + 1)) return -1
  return /^(?:ago|earlier)$/.test(lowerAt(words, at + 2)) ? at + 3 : -1
}

function shortQuarter(words: readonly Word[], at: number): Proposal | undefined {
  const word = words[at]
  const number = words[at + 1]
  if (word?.form !== 'Q' || number?.kind !== 'digits' || number.spaced || number.form.length !== 1) return undefined
  const value = Number(number.form)
  if (value < 1 || value > 4) return undefined
  const year = readYear(words, at + 2)
  const expression: Expression = { kind: 'calendar', quarter: value, ...(year && { year: year.value }) }
  return { first: at, end: year ? year.end : at + 2, expression, rule: 'quarter' }
}

function digitOrdinal(words: readonly Word[], at: number): number | undefined {
  const word = words[at]
  if (word?.kind !== 'digits' || word.form.length !== 1 || words[at + 1]?.spaced) return undefined
  return /^(?:st|nd|rd|th)$/.test(lowerAt(words, at + 1)) ? Number(word.form) : undefined
}

function ofYear(words: readonly Word[], at: number): boolean {
  const i = lowerAt(words, at) === 'of' ? at + 1 : at
  const which = lowerAt(words, i)
  return /^(?:this|last|next|the)$/.test(which) && lowerAt(words, i + 1) === 'year'
}
