import { after, isHyphen, lowerAt, type Word } from '../../numbers/words.js'
import type { Expression, Proposal } from '../expression.js'
import type { Unit } from '../lexicon.js'
import { readAmount, readUnit } from './read.js'

/** Words that point at the present, past or future without a date. */
const phrases: readonly (readonly [string, string])[] = [
  ['right now', 'PRESENT_REF'],
  ['now', 'PRESENT_REF'],
  ['currently', 'PRESENT_REF'],
  ['nowadays', 'PRESENT_REF'],
  ['these days', 'PRESENT_REF'],
  ['at present', 'PRESENT_REF'],
  ['more recently', 'PAST_REF'],
  ['most recently', 'PAST_REF'],
  ['recently', 'PAST_REF'],
  ['recent years', 'PAST_REF'],
  ['recent days', 'PAST_REF'],
  ['formerly', 'PAST_REF'],
  ['the past', 'PAST_REF'],
  ['lately', 'PAST_REF'],
  ['the near future', 'FUTURE_REF'],
  ['the future', 'FUTURE_REF'],
  ['the near term', 'FUTURE_REF'],
  ['the short term', 'FUTURE_REF'],
]

/** "He now lives abroad."  →  PRESENT_REF; "recently", "the future", "in recent weeks" */
export function reference(words: readonly Word[], at: number): Proposal | undefined {
  const lower = lowerAt(words, at)
  const stretch = vagueStretch(words, at)
  if (stretch) return stretch
  for (const [phrase, value] of phrases) {
    if (phrase.charAt(0) !== lower.charAt(0)) continue
    const end = after(words, at, phrase)
    if (end < 0 || isHyphen(words, end) || isHyphen(words, at - 1)) continue
    // "the past two months" and "the past season" are lengths, not the past.
    if (
      phrase === 'the past' &&
      words[end]?.kind !== 'mark' &&
      end < words.length &&
      !/^(?:and|but|that|when|or|as|because|is|was|has|to|for)$/.test(lowerAt(words, end))
    )
      continue
    if (words[at]?.capital && at > 0 && words[at - 1]?.form !== '.' && !/^["'(]$/.test(lowerAt(words, at - 1))) continue
    return { first: at, end, expression: { kind: 'reference', value }, rule: 'reference' }
  }
  return undefined
}

/** "in recent weeks"  →  PXW; "the coming months"  →  FUTURE_REF */
function vagueStretch(words: readonly Word[], at: number): Proposal | undefined {
  const the = lowerAt(words, at) === 'the' ? at + 1 : at
  const lower = lowerAt(words, the)
  if (!/^(?:recent|coming|past|future)$/.test(lower)) return undefined
  const vague = readAmount(words, the + 1)
  const unit = readUnit(words, vague && vague.value === null ? vague.end : the + 1)
  if (!unit?.plural || (vague && vague.value !== null)) return undefined
  if (lower === 'recent' && lowerAt(words, unit.end) === 'and' && readUnit(words, unit.end + 1)?.plural) {
    return {
      first: at,
      end: unit.end + 2,
      expression: { kind: 'reference', value: 'PAST_REF' },
      rule: 'recent-stretch',
    }
  }
  if (lower === 'recent' && /^(?:week|month)$/.test(unit.value)) {
    return {
      first: at,
      end: unit.end,
      expression: { kind: 'duration', ...lengthOf(-1, unit.value) },
      rule: 'recent-stretch',
    }
  }
  if (vague) return undefined
  const value = lower === 'coming' || lower === 'future' ? 'FUTURE_REF' : 'PAST_REF'
  const length = lower === 'recent' ? lengthOf(-1, unit.value) : lower === 'coming' ? lengthOf(1, unit.value) : {}
  return {
    first: at,
    end: unit.end,
    expression: { kind: 'reference', value, ...length },
    rule: 'recent-stretch',
  }
}

function lengthOf(fromNow: 1 | -1, unit: Unit): Pick<Expression, 'amounts' | 'fromNow'> {
  return { amounts: [{ amount: null, unit }], fromNow }
}
