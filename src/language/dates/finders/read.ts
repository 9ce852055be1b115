import { readNumeral } from '../../numbers/numerals.js'
import { after, isHyphen, lowerAt, type Word } from '../../numbers/words.js'
import {
  months,
  type PartOfDay,
  partsOfDay,
  pluralUnits,
  type Season,
  seasons,
  shortMonths,
  shortWeekdays,
  type Unit,
  unitWords,
  weekdays,
} from '../lexicon.js'

/** Something read at a place in the words, and the index after it. */
export interface Read<Value> {
  readonly value: Value
  readonly end: number
}

/** "July", "Sept.", "Feb" – a small first letter only where no other word looks like it. */
export function readMonth(words: readonly Word[], at: number): Read<number> | undefined {
  const word = words[at]
  if (word?.kind !== 'letters') return undefined
  const full = months.get(word.lower)
  if (full !== undefined) return word.capital ? { value: full, end: at + 1 } : undefined
  const short = shortMonths.get(word.lower)
  if (short === undefined || !word.capital) return undefined
  // "Mar-a-Lago", "Jan-Erik"
  if (isHyphen(words, at + 1) && words[at + 2]?.kind === 'letters') return undefined
  return { value: short, end: isStop(words, at + 1) ? at + 2 : at + 1 }
}

/** "Friday", "Fri." */
export function readWeekday(words: readonly Word[], at: number): Read<number> | undefined {
  const word = words[at]
  if (word?.kind !== 'letters' || !word.capital) return undefined
  const full = weekdays.get(word.lower)
  if (full !== undefined) return { value: full, end: at + 1 }
  const short = shortWeekdays.get(word.lower)
  if (short === undefined) return undefined
  return { value: short, end: isStop(words, at + 1) ? at + 2 : at + 1 }
}

/** A year in four digits, "1987", or before Christ, "480 BC" and "149 B.C.". */
export function readYear(words: readonly Word[], at: number): Read<number> | undefined {
  const word = words[at]
  if (word?.kind !== 'digits') return undefined
  const value = Number(word.form)
  const era = readEra(words, at + 1)
  if (era && word.form.length <= 4) return { value: era.value === 'BC' ? 1 - value : value, end: era.end }
  if (word.form.length !== 4 || value < 1000 || value > 2199) return undefined
  if (words[at + 1]?.form === ',' && words[at + 2]?.kind === 'digits' && !words[at + 2]?.spaced) return undefined
  return { value, end: at + 1 }
}

/** "BC", "B.C.", "BCE", "AD". */
export function readEra(words: readonly Word[], at: number): Read<'BC' | 'AD'> | undefined {
  const lower = words[at]?.form
  if (lower === 'BC' || lower === 'BCE') return { value: 'BC', end: at + 1 }
  if (lower === 'AD' || lower === 'CE') return { value: 'AD', end: at + 1 }
  if (lower === 'B' && lowerAt(words, at + 1) === '.' && words[at + 2]?.form === 'C') {
    return { value: 'BC', end: isStop(words, at + 3) ? at + 4 : at + 3 }
  }
  return undefined
}

/** A day of the month: "6", "6th", "sixth". */
export function readDay(words: readonly Word[], at: number): Read<number> | undefined {
  const word = words[at]
  if (!word) return undefined
  if (word.kind === 'digits') {
    const value = Number(word.form)
    if (word.form.length > 2 || value < 1 || value > 31) return undefined
    const ending = words[at + 1]
    if (ending && !ending.spaced && /^(?:st|nd|rd|th)$/.test(ending.lower)) return { value, end: at + 2 }
    // "6.5", "6,000" and "6:30" are no days; "6." at the end of a sentence is.
    if (
      ending &&
      !ending.spaced &&
      /^[.,:%]$/.test(ending.form) &&
      words[at + 2]?.kind === 'digits' &&
      !words[at + 2]?.spaced
    )
      return undefined
    return { value, end: at + 1 }
  }
  const numeral = readNumeral(words, at)
  if (!numeral?.ordinal || numeral.value > 31) return undefined
  return { value: numeral.value, end: numeral.end }
}

export interface UnitRead extends Read<Unit> {
  readonly plural: boolean
}

/** "week", "months", "years". */
export function readUnit(words: readonly Word[], at: number): UnitRead | undefined {
  const lower = lowerAt(words, at)
  const plural = pluralUnits.get(lower)
  if (plural) return { value: plural, end: at + 1, plural: true }
  const single = unitWords.get(lower)
  return single ? { value: single, end: at + 1, plural: false } : undefined
}

export interface AmountRead {
  /** Null for "several", "a few". */
  readonly value: number | null
  readonly end: number
  readonly digits: boolean
  /** "a" or "an". */
  readonly article: boolean
}

const vagueAmounts = [
  'a few',
  'a couple of',
  'a couple',
  'a number of',
  'a handful of',
  'a good many',
  'several',
  'few',
  'some',
  'many',
  'numerous',
]

/** How many: "two", "2 1/2", "a", "several", "a couple of". */
export function readAmount(words: readonly Word[], at: number): AmountRead | undefined {
  const lower = lowerAt(words, at)
  for (const phrase of vagueAmounts) {
    if (phrase.charAt(0) !== lower.charAt(0)) continue
    const end = after(words, at, phrase)
    if (end >= 0) return { value: phrase.startsWith('a couple') ? 2 : null, end, digits: false, article: false }
  }
  if (lower === 'half') {
    const end = lowerAt(words, at + 1) === 'a' || lowerAt(words, at + 1) === 'an' ? at + 2 : at + 1
    return end > at + 1 ? { value: 0.5, end, digits: false, article: false } : undefined
  }
  if (lower === 'a' || lower === 'an') {
    const next = lowerAt(words, at + 1)
    if (next === 'dozen') return { value: 12, end: at + 2, digits: false, article: false }
    if (next === 'hundred' || next === 'thousand' || next === 'million') {
      return {
        value: next === 'hundred' ? 100 : next === 'thousand' ? 1e3 : 1e6,
        end: at + 2,
        digits: false,
        article: false,
      }
    }
    if (next === 'half' && isHyphen(words, at + 2)) return { value: 0.5, end: at + 3, digits: false, article: false }
    return { value: 1, end: at + 1, digits: false, article: true }
  }
  if (lower === 'hundreds' || lower === 'thousands' || lower === 'dozens' || lower === 'tens') {
    return lowerAt(words, at + 1) === 'of' ? { value: null, end: at + 2, digits: false, article: false } : undefined
  }
  const numeral = readNumeral(words, at)
  if (!numeral || numeral.ordinal) return undefined
  return { value: numeral.value, end: numeral.end, digits: numeral.digits, article: false }
}

/** "summer", "fall". */
export function readSeason(words: readonly Word[], at: number): Read<Season> | undefined {
  const value = seasons.get(lowerAt(words, at))
  return value ? { value, end: at + 1 } : undefined
}

/** "morning", "night". */
export function readPart(words: readonly Word[], at: number): Read<PartOfDay> | undefined {
  const value = partsOfDay.get(lowerAt(words, at))
  return value ? { value, end: at + 1 } : undefined
}

/** A full stop that touches the word before it. */
export function isStop(words: readonly Word[], at: number): boolean {
  return words[at]?.form === '.' && !words[at]?.spaced
}
