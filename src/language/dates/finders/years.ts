import { ordinalValue, readNumeral, smallNumber } from '../../numbers/numerals.js'
import { isHyphen, lowerAt, type Word } from '../../numbers/words.js'
import type { Proposal } from '../expression.js'
import { readEra, readYear } from './read.js'

const beforeYears = new Set(
  'in since by of until till from to through during between and or for early late mid before after around about circa ca than year years the fiscal spring summer autumn fall winter ( / - – over on at last , its their his her'.split(
    ' ',
  ),
)
const notYears = new Set(['$', '€', '£', '#', 'no', 'number', 'route', 'room', 'flight', 'page', '.', ':'])

/** "The club opened in 2014."  →  2014; also "480 BC", "’99" and "the year 2000". */
export function yearAlone(words: readonly Word[], at: number): Proposal | undefined {
  const the = lowerAt(words, at) === 'the' && lowerAt(words, at + 1) === 'year' ? at + 2 : at
  const long = the > at ? (readYear(words, the) ?? speltYear(words, the)) : undefined
  if (long) return { first: at, end: long.end, expression: { kind: 'calendar', year: long.value }, rule: 'year' }

  const year = readYear(words, at)
  if (!year) return undefined
  const before = words[at - 1]
  const next = words[year.end]
  if (year.end === at + 1) {
    if (before && notYears.has(before.lower) && !(before.spaced === false && before.form === '.' && words[at]?.spaced))
      return undefined
    if (before && !words[at]?.spaced && !/^[-–/('"[]$/.test(before.form)) return undefined
    if (next && !next.spaced && (next.kind !== 'mark' || next.form === '%')) return undefined
    if (
      next &&
      !next.spaced &&
      /^[.,:]$/.test(next.form) &&
      words[year.end + 1]?.kind === 'digits' &&
      !words[year.end + 1]?.spaced
    )
      return undefined
    const far = year.value < 1700 || year.value > 2040
    if (
      far &&
      !(
        before &&
        /^(?:in|since|until|of|from|by|to|before|after|between|and|\(|around|about|early|late|during|-|–)$/.test(
          before.lower,
        )
      )
    )
      return undefined
    if (
      next?.spaced &&
      next.kind === 'letters' &&
      !next.capital &&
      counts(next.lower) &&
      !(before && before.lower === 'in' && !far)
    )
      return undefined
    if (far && next?.spaced && /s$/.test(next.lower) && next.lower.length > 3 && !next.capital) return undefined
    if (!before && next?.kind === 'letters' && !next.capital && /s$/.test(next.lower)) return undefined
    if (before?.kind === 'letters' && before.capital && !beforeYears.has(before.lower) && at > 1 && year.value < 1900)
      return undefined
  }
  return { first: at, end: year.end, expression: { kind: 'calendar', year: year.value }, rule: 'year' }
}

/** "the class of ’99"  →  1999 */
export function shortYear(words: readonly Word[], at: number): Proposal | undefined {
  const word = words[at + 1]
  if (words[at]?.form !== "'" || word?.kind !== 'digits' || word.spaced || word.form.length !== 2) return undefined
  if (words[at]?.spaced === false && (words[at - 1]?.kind === 'letters' || words[at - 1]?.form === "'"))
    return undefined
  const next = words[at + 2]
  if (next && !next.spaced && next.kind !== 'mark') return undefined
  const value = Number(word.form)
  return {
    first: at,
    end: at + 2,
    expression: { kind: 'calendar', year: value < 40 ? 2000 + value : 1900 + value },
    rule: 'short-year',
  }
}

/** "back in nineteen ninety-six"  →  1996; "the year two thousand". */
export function spokenYear(words: readonly Word[], at: number): Proposal | undefined {
  const year = speltYear(words, at)
  if (!year || year.end - at < 2 || year.value === 2000) return undefined
  return { first: at, end: year.end, expression: { kind: 'calendar', year: year.value }, rule: 'spoken-year' }
}

/** "in fiscal 1999"  →  1999, known to be a business year; "the 2022 fiscal year", "FY 2022". */
export function fiscalYear(words: readonly Word[], at: number): Proposal | undefined {
  const lower = lowerAt(words, at)
  if (lower === 'fiscal' || lower === 'fy') {
    let i = at + 1
    if (lowerAt(words, i) === 'year') i++
    const year = readYear(words, i)
    if (year)
      return {
        first: at,
        end: year.end,
        expression: { kind: 'calendar', year: year.value, fiscal: true },
        rule: 'fiscal-year',
      }
  }
  if (lower !== 'the' && !readYear(words, at)) return undefined
  const start = lower === 'the' ? at + 1 : at
  const year = readYear(words, start)
  if (
    year &&
    /^(?:fiscal|financial|tax|school|academic)$/.test(lowerAt(words, year.end)) &&
    lowerAt(words, year.end + 1) === 'year'
  ) {
    return {
      first: at,
      end: year.end + 2,
      expression: { kind: 'calendar', year: year.value, fiscal: true },
      rule: 'fiscal-year',
    }
  }
  if (
    lower === 'the' &&
    lowerAt(words, at + 1) === 'current' &&
    lowerAt(words, at + 2) === 'fiscal' &&
    lowerAt(words, at + 3) === 'year'
  ) {
    return {
      first: at,
      end: at + 4,
      expression: { kind: 'calendar', fiscal: true, anchor: { unit: 'year', offset: 0, from: 'published' } },
      rule: 'fiscal-year',
    }
  }
  return undefined
}

/** Decades by word, without their century. */
export const decadeWords: ReadonlyMap<string, number> = new Map([
  ['twenties', 20],
  ['thirties', 30],
  ['forties', 40],
  ['fifties', 50],
  ['sixties', 60],
  ['seventies', 70],
  ['eighties', 80],
  ['nineties', 90],
])

/** "in the 1990s"  →  199X; "the ’80s", "the nineties", "the 470s BC". */
export function decade(words: readonly Word[], at: number): Proposal | undefined {
  const start = lowerAt(words, at) === 'the' ? at + 1 : at
  const rule = 'decade'
  const word = words[start]
  const spelt = decadeWords.get(word?.lower ?? '')
  if (spelt !== undefined) {
    if (start === at || /^(?:late|early|mid)$/.test(lowerAt(words, at - 1))) {
      if (start === at && lowerAt(words, at - 2) !== 'the') return undefined
    }
    return { first: at, end: start + 1, expression: { kind: 'calendar', decade: spelt }, rule }
  }
  const quote = word?.form === "'" ? start + 1 : start
  const digits = words[quote]
  if (digits?.kind !== 'digits') return undefined
  const plural = words[quote + 1]?.form === "'" && !words[quote + 1]?.spaced ? quote + 2 : quote + 1
  if (lowerAt(words, plural) !== 's' || words[plural]?.spaced) return undefined
  const value = Number(digits.form)
  const end = plural + 1
  const era = readEra(words, end)
  if (era?.value === 'BC' && value % 10 === 0) {
    return { first: at, end: era.end, expression: { kind: 'calendar', decade: -value }, rule }
  }
  if (digits.form.length === 4 && value % 10 === 0 && value >= 1000 && value < 2100) {
    return { first: at, end, expression: { kind: 'calendar', decade: value }, rule }
  }
  // "in his 80s" is an age, "in the 80s" a decade or a temperature.
  if (
    digits.form.length === 2 &&
    value % 10 === 0 &&
    (quote > start || (start > at && lowerAt(words, end) !== 'and'))
  ) {
    return { first: at, end, expression: { kind: 'calendar', decade: value }, rule }
  }
  return undefined
}

/** "in the 18th century"  →  17XX; "nineteenth-century", "the 4th century BC". */
export function century(words: readonly Word[], at: number): Proposal | undefined {
  const start = lowerAt(words, at) === 'the' ? at + 1 : at
  const numeral = readNumeral(words, start)
  if (!numeral?.ordinal || numeral.value > 30) return undefined
  const unit = isHyphen(words, numeral.end) ? numeral.end + 1 : numeral.end
  if (lowerAt(words, unit) !== 'century') return undefined
  const era = readEra(words, unit + 1)
  const bc = era?.value === 'BC'
  const value = bc ? -numeral.value * 100 : (numeral.value - 1) * 100
  return { first: at, end: era ? era.end : unit + 1, expression: { kind: 'calendar', century: value }, rule: 'century' }
}

/** Words that a four-digit figure counts rather than dates. */
function counts(lower: string): boolean {
  return /^(?:people|men|women|children|miles|km|kilometers|kilometres|meters|metres|feet|tons|tonnes|points|percent|dollars|euros|pounds|acres|soldiers|troops|workers|jobs|shares|votes|homes|hours|days|years|times|square|million|billion|more|other|of|rounds|students|employees|members|barrels|pages|calories|degrees|prisoners|dead|wounded|killed|casualties|aircraft|tanks|ships|guns|civilians|yards|cubic|pieces|horses|cavalry|infantry|strong)$/.test(
    lower,
  )
}

/** "nineteen ninety-six", "nineteen oh five", "two thousand (and) three". */
function speltYear(words: readonly Word[], at: number): { value: number; end: number } | undefined {
  const century = smallNumber(lowerAt(words, at))
  if (century === 2 && lowerAt(words, at + 1) === 'thousand') {
    const rest = readNumeral(words, at)
    return rest && !rest.ordinal && rest.value >= 2000 && rest.value < 2100
      ? { value: rest.value, end: rest.end }
      : undefined
  }
  if (century === undefined || century < 17 || century > 20 || words[at]?.kind !== 'letters') return undefined
  if (lowerAt(words, at + 1) === 'hundred') {
    return { value: century * 100, end: at + 2 }
  }
  const numeral = readNumeral(words, at + 1)
  const inCentury = numeral && !numeral.digits && numeral.value >= 10 && numeral.value < 100
  if (!inCentury) return undefined
  const value = numeral.ordinal ? undefined : numeral.value
  if (value === undefined || ordinalValue(lowerAt(words, at + 1)) !== undefined) return undefined
  return { value: century * 100 + value, end: numeral.end }
}
