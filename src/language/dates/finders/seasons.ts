import { lowerAt, type Word } from '../../numbers/words.js'
import type { Expression, Proposal } from '../expression.js'
import { readSeason, readYear } from './read.js'

/** "in the winter of 1994", "summer 2007", "1982 summer", "by spring"  →  season */
export function season(words: readonly Word[], at: number): Proposal | undefined {
  const the = lowerAt(words, at) === 'the' ? at + 1 : at
  const leading = readYear(words, the)
  const read = readSeason(words, leading ? leading.end : the)
  if (!read) return undefined
  const word = words[read.end - 1]
  const of = /^(?:of|in)$/.test(lowerAt(words, read.end)) ? read.end + 1 : read.end
  const year = leading ?? readYear(words, words[of]?.form === ',' ? of + 1 : of)
  const expression: Expression = { kind: 'calendar', season: read.value, ...(year && { year: year.value }) }
  if (leading) return { first: at, end: read.end, expression, rule: 'season' }
  if (year) return { first: at, end: year.end, expression, rule: 'season' }
  // "spring" and "fall" are verbs and wells as well; "Winter Games" and "Spring Street" are names.
  const next = words[read.end]
  if (word?.capital && next?.capital) return undefined
  const before = lowerAt(words, at - 1)
  const posed =
    /^(?:in|since|by|until|during|early|late|mid|of|from|through|last|over|before|after|for|throughout|into|spent|all|this|and|to|-|,)$/.test(
      before,
    )
  if (
    (read.value === 'FA' || read.value === 'SP') &&
    word?.lower !== 'autumn' &&
    !(posed && before !== 'to' && before !== 'of' && before !== 'for')
  )
    return undefined
  if (!posed) {
    if (next?.lower === "'" || the > at) return undefined
    return {
      first: at,
      end: read.end,
      expression: { kind: 'reference', value: `XXXX-${read.value}` },
      rule: 'any-season',
    }
  }
  if (read.value === 'FA' && word?.lower === 'fall' && the > at && before !== 'in' && before !== 'during')
    return undefined
  return { first: at, end: read.end, expression, rule: 'season' }
}
