import { lowerAt, type Word } from '../../numbers/words.js'
import type { Proposal } from '../expression.js'
import { pluralWeekdays } from '../lexicon.js'
import { readMonth, readPart, readWeekday } from './read.js'

/** "Police said Friday that …"  →  weekday */
export function weekday(words: readonly Word[], at: number): Proposal | undefined {
  const read = readWeekday(words, at)
  if (!read) return undefined
  if (words[at]!.form.length <= 5 && !shortStandsAsDay(words, at, read.end)) return undefined
  // "Black Friday" is a sale and "Bloody Sunday" a massacre: they come back every year, or happened once.
  if (/^(?:black|bloody)$/.test(lowerAt(words, at - 1))) return undefined
  return { first: at, end: read.end, expression: { kind: 'calendar', weekday: read.value }, rule: 'weekday' }
}

/** "Sun", "Sat", "Mon" and "Wed" are words of their own: they need a date behind them, or a word before that days follow. */
function shortStandsAsDay(words: readonly Word[], at: number, end: number): boolean {
  const next = words[end]?.form === ',' ? end + 1 : end
  if (words[next]?.kind === 'digits' || readMonth(words, next)) return true
  return (
    /^(?:on|last|next|this|every|since|until|by)$/.test(lowerAt(words, at - 1)) &&
    !/^(?:sun|mon)$/.test(lowerAt(words, at))
  )
}

/** "He plays on Tuesdays."  →  every Tuesday; "Tuesday nights". */
export function weekdaySet(words: readonly Word[], at: number): Proposal | undefined {
  const word = words[at]
  if (!word?.capital) return undefined
  const plural = pluralWeekdays.get(word.lower)
  if (plural !== undefined) {
    return { first: at, end: at + 1, expression: { kind: 'set', value: `XXXX-WXX-${plural}` }, rule: 'weekday-set' }
  }
  const single = readWeekday(words, at)
  const next = lowerAt(words, single?.end ?? at)
  if (!single || !next.endsWith('s')) return undefined
  const part = readPart([{ ...words[single.end]!, lower: next.slice(0, -1) }], 0)
  if (!part) return undefined
  return {
    first: at,
    end: single.end + 1,
    expression: { kind: 'set', value: `XXXX-WXX-${single.value}T${part.value}` },
    rule: 'weekday-set',
  }
}
