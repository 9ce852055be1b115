import { after, isHyphen, lowerAt, type Word } from '../../numbers/words.js'
import type { Expression, Proposal } from '../expression.js'
import { holidays, partsOfDay } from '../lexicon.js'

const deictic: readonly (readonly [string, Expression])[] = [
  ['the day before yesterday', day(-2)],
  ['the day after tomorrow', day(2)],
  ['yesterday', day(-1)],
  ['today', day(0)],
  ['tomorrow', day(1)],
  ['tonight', { ...day(0), part: 'NI' }],
  ['last night', { ...day(-1), part: 'NI' }],
  ['overnight', { kind: 'calendar', part: 'NI' }],
]

/** "Talks resumed yesterday."  →  the day before publication; "tonight", "the day after tomorrow". */
export function deicticDay(words: readonly Word[], at: number): Proposal | undefined {
  const lower = lowerAt(words, at)
  for (const [phrase, expression] of deictic) {
    if (phrase.charAt(0) !== lower.charAt(0)) continue
    const end = after(words, at, phrase)
    if (end < 0) continue
    // "USA Today", "Russia Today", "Ukraine Tomorrow" are names.
    if (words[at]?.capital && words[at - 1]?.capital && lower.startsWith('to')) return undefined
    if (words[at]?.capital && /^["“]$/.test(words[at - 1]?.form ?? '') && /^["”]$/.test(words[end]?.form ?? ''))
      return undefined
    return { first: at, end, expression, rule: 'deictic-day' }
  }
  return undefined
}

const beforeParts = new Set(['the', 'that', 'one', 'same'])

/** "that night", "the morning", "Friday evening"  →  part of a day */
export function partOfDay(words: readonly Word[], at: number): Proposal | undefined {
  let i = at
  const lower = lowerAt(words, at)
  const determined = beforeParts.has(lower) || (lower === 'this' && lowerAt(words, at + 1) !== 'time')
  if (determined) i++
  if (lowerAt(words, i) === 'same') i++
  const mid = lowerAt(words, i) === 'mid'
  if (mid) i++
  if (mid && isHyphen(words, i)) i++
  const early = /^(?:early|late)$/.test(lowerAt(words, i)) && determined
  if (early) i++
  if (isHyphen(words, i)) i++
  const part = partsOfDay.get(lowerAt(words, i))
  if (!part || (!determined && !mid && lowerAt(words, i) === 'dawn')) return undefined
  const next = words[i + 1]
  if (next && !next.spaced && next.kind === 'mark' && isHyphen(words, i + 1)) return undefined
  if (lower === 'one') return undefined
  const expression: Expression = lower === 'this' ? { ...day(0), part } : { kind: 'calendar', part }
  return {
    first: at,
    end: i + 1,
    expression:
      lower === 'that' || lower === 'same' || lowerAt(words, at + 1) === 'same'
        ? { ...expression, which: 'same' }
        : expression,
    rule: determined || mid ? 'part-of-day' : 'bare-part-of-day',
  }
}

/** "the stroke came at Christmas"  →  25 December */
export function holiday(words: readonly Word[], at: number): Proposal | undefined {
  const word = words[at]
  if (!word?.capital) return undefined
  for (const [index, { names }] of holidays.entries()) {
    for (const name of names) {
      if (name.charAt(0) !== word.lower.charAt(0)) continue
      const end = after(words, at, name)
      if (end < 0) continue
      // "Christmas tree", "Easter Island": only what stands as a time is one.
      const next = words[end]
      if (next?.capital && next.spaced && next.lower !== 'day') continue
      return { first: at, end, expression: { kind: 'calendar', holiday: index }, rule: 'holiday' }
    }
  }
  return undefined
}

function day(offset: number): Expression {
  return { kind: 'calendar', anchor: { unit: 'day', offset, from: 'published' } }
}
