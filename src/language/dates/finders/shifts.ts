import { isHyphen, lowerAt, type Word } from '../../numbers/words.js'
import type { Proposal, Shift } from '../expression.js'
import { readAmount, readUnit } from './read.js'

/**
 * "Two months earlier he had left."  →  two months before the date in focus
 * "a year ago", "three days later", "10 years from now", "weeks later", "two years before"
 */
export function shift(words: readonly Word[], at: number): Proposal | undefined {
  const amount = readAmount(words, at)
  let i = amount ? amount.end : at
  let value = amount ? amount.value : null
  if (amount && /^(?:short|full|mere|more|additional|good|long)$/.test(lowerAt(words, i))) i++
  const unit = readUnit(words, i)
  if (!unit || (!amount && !unit.plural)) return undefined
  if (unit.plural && amount?.article) return undefined
  i = unit.end
  if (lowerAt(words, i) === 'and' && lowerAt(words, i + 1) === 'a' && lowerAt(words, i + 2) === 'half') {
    value = value === null ? null : value + 0.5
    i += 3
  }
  let approximate = false
  if (lowerAt(words, i) === 'or' && (lowerAt(words, i + 1) === 'so' || lowerAt(words, i + 1) === 'two')) {
    approximate = true
    i += 2
  }
  const towards = direction(words, i)
  if (!towards) return undefined
  const { sign, from, end } = towards
  const expression = { kind: 'shift', shift: { amount: value, unit: unit.value, sign, from }, approximate } as const
  return { first: at, end, expression, rule: 'shift' }
}

function direction(
  words: readonly Word[],
  at: number,
): (Pick<Shift, 'sign' | 'from'> & { readonly end: number }) | undefined {
  const lower = lowerAt(words, at)
  const next = lowerAt(words, at + 1)
  if (lower === 'ago') return { sign: -1, from: 'published', end: at + 1 }
  if (lower === 'earlier' || lower === 'previously' || (lower === 'beforehand' && !isHyphen(words, at + 1))) {
    return { sign: -1, from: 'focus', end: at + 1 }
  }
  if (lower === 'later' || lower === 'afterwards' || lower === 'afterward')
    return { sign: 1, from: 'focus', end: at + 1 }
  if (lower === 'from' && (next === 'now' || next === 'today')) return { sign: 1, from: 'published', end: at + 2 }
  if (lower === 'hence') return { sign: 1, from: 'published', end: at + 1 }
  // "two years before" at the end of a clause; "two years before the war" is left to the reader of the war.
  if ((lower === 'before' || lower === 'after') && (!words[at + 1] || /^[.,;:)–-]$/.test(next))) {
    return { sign: lower === 'before' ? -1 : 1, from: 'focus', end: at + 1 }
  }
  return undefined
}

/** "the day before", "the week after"  →  one unit from the date in focus */
export function dayBefore(words: readonly Word[], at: number): Proposal | undefined {
  if (lowerAt(words, at) !== 'the') return undefined
  const unit = readUnit(words, at + 1)
  if (!unit || unit.plural) return undefined
  const word = lowerAt(words, unit.end)
  if (word !== 'before' && word !== 'after') return undefined
  const next = words[unit.end + 1]
  if (next && !/^[.,;:)–-]$/.test(next.form)) return undefined
  const sign = word === 'before' ? -1 : 1
  return {
    first: at,
    end: unit.end + 1,
    expression: { kind: 'calendar', anchor: { unit: unit.value, offset: sign, from: 'focus' } },
    rule: 'day-before',
  }
}
