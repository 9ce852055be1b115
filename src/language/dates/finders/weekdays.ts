import { lowerAt, type Word } from '../../numbers/words.js'
import type { Proposal } from '../expression.js'
import { pluralWeekdays } from '../lexicon.js'
import { readPart, readWeekday } from './read.js'

/** "Police said Friday that …"  →  weekday */
export function weekday(words: readonly Word[], at: number): Proposal | undefined {
  const read = readWeekday(words, at)
  if (!read) return undefined
  const word = words[at]
  const previous = words[at - 1]
  // "Sun", "Sat", "Mon" and "Wed" are words of their own: they need a stop or company.
  if (word && word.form.length <= 4 && read.end === at + 1) {
    const company =
      /^(?:on|last|next|this|every|,|\(|since|until|by)$/.test(lowerAt(words, at - 1)) ||
      words[at + 1]?.kind === 'digits' ||
      words[at + 1]?.form === ','
    if (!company || word.lower === 'sun' || word.lower === 'mon') {
      if (words[at + 1]?.kind !== 'digits' && !(words[at + 1]?.form === ',' && words[at + 2]?.capital)) return undefined
    }
  }
  // "Black Friday", "Joe Friday": part of a name unless the name before it is that of a reporter or a day.
  if (previous?.lower === 'black' || previous?.lower === 'bloody') return undefined
  return { first: at, end: read.end, expression: { kind: 'calendar', weekday: read.value }, rule: 'weekday' }
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
