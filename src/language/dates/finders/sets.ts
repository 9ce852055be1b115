import { lowerAt, type Word } from '../../numbers/words.js'
import type { Proposal } from '../expression.js'
import type { Unit } from '../lexicon.js'
import { readAmount, readMonth, readPart, readSeason, readUnit, readWeekday } from './read.js'

const adverbs = new Map<string, Unit>([
  ['hourly', 'hour'],
  ['daily', 'day'],
  ['nightly', 'day'],
  ['weekly', 'week'],
  ['monthly', 'month'],
  ['quarterly', 'quarter'],
  ['annually', 'year'],
  ['yearly', 'year'],
])

/**
 * "The committee meets every Tuesday."  →  XXXX-WXX-2
 * "daily", "each year", "every two weeks", "twice a week", "per month", "every July"
 */
export function recurring(words: readonly Word[], at: number): Proposal | undefined {
  const lower = lowerAt(words, at)
  const rule = 'recurring'
  const adverb = adverbs.get(lower)
  if (adverb) {
    // "the Daily Mail", "Publishers Weekly"
    if (words[at]?.capital && at > 0) return undefined
    // "its quarterly dividend" says what kind, not when.
    if (
      lower === 'quarterly' &&
      words[at + 1]?.kind === 'letters' &&
      !/^(?:and|or|in|by|to|since|for|from|with|at)$/.test(lowerAt(words, at + 1))
    )
      return undefined
    return set(at, at + 1, { amount: 1, unit: adverb }, rule)
  }
  if (lower === 'every' || lower === 'each') {
    const i = lowerAt(words, at + 1) === 'other' || lowerAt(words, at + 1) === 'single' ? at + 2 : at + 1
    const weekday = readWeekday(words, i)
    if (weekday) {
      const part = readPart(words, weekday.end)
      const value = `XXXX-WXX-${weekday.value}${part ? 'T' + part.value : ''}`
      return { first: at, end: part ? part.end : weekday.end, expression: { kind: 'set', value }, rule }
    }
    const month = readMonth(words, i)
    if (month)
      return {
        first: at,
        end: month.end,
        expression: { kind: 'set', value: `XXXX-${String(month.value).padStart(2, '0')}` },
        rule,
      }
    const season = readSeason(words, i)
    if (season) return { first: at, end: season.end, expression: { kind: 'set', value: `XXXX-${season.value}` }, rule }
    const part = readPart(words, i)
    if (part) return { first: at, end: part.end, expression: { kind: 'set', value: `XXXX-XX-XXT${part.value}` }, rule }
    const amount = readAmount(words, i)
    const unit = readUnit(words, amount ? amount.end : i)
    if (!unit || lowerAt(words, unit.end) === 'of') return undefined
    const other = lowerAt(words, at + 1) === 'other'
    return set(at, unit.end, { amount: amount ? amount.value : other ? 2 : 1, unit: unit.value }, rule)
  }
  if (lower === 'per') {
    const unit = readUnit(words, at + 1)
    return unit && !unit.plural ? set(at, unit.end, { amount: 1, unit: unit.value }, rule) : undefined
  }
  const times =
    lower === 'once' || lower === 'twice'
      ? at + 1
      : lowerAt(words, at + 1) === 'times' && readAmount(words, at)
        ? at + 2
        : -1
  if (times > 0 && /^(?:a|an|per|every|each)$/.test(lowerAt(words, times))) {
    const unit = readUnit(words, times + 1)
    if (unit && !unit.plural) return set(at, unit.end, { amount: 1, unit: unit.value }, rule)
  }
  return undefined
}

function set(first: number, end: number, amount: { amount: number | null; unit: Unit }, rule: string): Proposal {
  return { first, end, expression: { kind: 'set', amounts: [amount] }, rule }
}
