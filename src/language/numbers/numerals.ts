import { isHyphen, lowerAt, type Word } from './words.js'

/** A number read off the words, whatever its spelling. */
export interface Numeral {
  readonly value: number
  /** Index after its last word. */
  readonly end: number
  readonly ordinal: boolean
  /** Whether it is spelt with digits. */
  readonly digits: boolean
}

const units = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value]),
)
const tens = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, i) => [word, 20 + 10 * i]),
)
const ordinals = new Map(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'
    .split(' ')
    .map((word, i) => [word, i + 1]),
)
for (const [word, value] of tens) ordinals.set(word.slice(0, -1) + 'ieth', value)
ordinals.set('hundredth', 100)
const scales = new Map([
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
])
const shortScales = new Map([
  ['k', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['bn', 1e9],
  ['tn', 1e12],
])
const fractions = new Map([
  ['½', 0.5],
  ['¼', 0.25],
  ['¾', 0.75],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
])
/** Every word that a spelt number can begin with. */
export const numberWords: readonly string[] = [...units.keys(), ...tens.keys(), ...ordinals.keys()]

/** Marks that are numbers by themselves: "½". */
export const fractionMarks: ReadonlySet<string> = new Set(fractions.keys())

const ordinalEndings = new Set(['st', 'nd', 'rd', 'th'])

/** Reads "1,234", "2.5 million", "2 1/2", "twenty-four", "two hundred and six", "6th", "third". Undefined where none begins at `at`. */
export function readNumeral(words: readonly Word[], at: number): Numeral | undefined {
  const word = words[at]
  if (!word) return undefined
  if (word.kind === 'digits') return readDigits(words, at)
  if (word.kind === 'mark') {
    const part = fractions.get(word.form)
    return part === undefined ? undefined : { value: part, end: at + 1, ordinal: false, digits: true }
  }
  return readSpelt(words, at)
}

/** An ordinal by its word alone: "third" is 3. Undefined for any other word. */
export function ordinalValue(lower: string): number | undefined {
  return ordinals.get(lower)
}

/** A spelt number below twenty or a round ten, by its word alone. */
export function smallNumber(lower: string): number | undefined {
  return units.get(lower) ?? tens.get(lower)
}

/** What a scale word multiplies by: "million" is 1,000,000. */
export function scaleValue(lower: string): number | undefined {
  return scales.get(lower)
}

function readDigits(words: readonly Word[], at: number): Numeral | undefined {
  const first = words[at]
  if (!first || first.form.length > 15) return undefined
  let digits = first.form
  let i = at + 1
  while (digits.length <= 15 && first.form.length <= 3 && touches(words, i, ',') && isDigits(words[i + 1], 3)) {
    digits += words[i + 1]!.form
    i += 2
  }
  let value = Number(digits)
  if (touches(words, i, '.') && isDigits(words[i + 1]) && !(touches(words, i + 2, '.') && isDigits(words[i + 3]))) {
    value = Number(`${digits}.${words[i + 1]!.form.slice(0, 12)}`)
    i += 2
  } else if (ordinalEndings.has(lowerAt(words, i)) && !words[i]?.spaced) {
    return { value, end: i + 1, ordinal: true, digits: true }
  }
  // "2 1/2", "2½"
  const mark = fractions.get(words[i]?.form ?? '')
  if (mark !== undefined) {
    value += mark
    i++
  } else if (isDigits(words[i], 1) && words[i]?.spaced && touches(words, i + 1, '/') && isDigits(words[i + 2], 1)) {
    const below = Number(words[i + 2]!.form)
    if (below > 0) {
      value += Number(words[i]!.form) / below
      i += 3
    }
  }
  const short = words[i] && !words[i]!.spaced ? shortScales.get(lowerAt(words, i)) : undefined
  if (short !== undefined) return { value: round(value * short), end: i + 1, ordinal: false, digits: true }
  const scale = scales.get(lowerAt(words, i))
  if (scale !== undefined) {
    value *= scale
    i++
  } else if (isHyphen(words, i) && (scales.get(lowerAt(words, i + 1)) ?? 0) > 100) {
    value *= scales.get(lowerAt(words, i + 1)) ?? 1
    i += 2
  }
  return { value: round(value), end: i, ordinal: false, digits: true }
}

function readSpelt(words: readonly Word[], at: number): Numeral | undefined {
  let total = 0
  let group = -1
  let i = at
  let end = at
  // Longer than any number a report spells out; keeps a page of "hundred hundred …" linear.
  const limit = at + 24
  while (i < limit) {
    const lower = lowerAt(words, i)
    const small = units.get(lower)
    const ten = tens.get(lower)
    const scale = scales.get(lower)
    const ordinal = ordinals.get(lower)
    if (small !== undefined) {
      if (group >= 0 && (group % 100 !== 0 || group === 0) && !(group % 10 === 0 && group % 100 >= 20 && small < 10))
        break
      group = Math.max(group, 0) + small
    } else if (ten !== undefined) {
      if (group >= 0 && group % 100 !== 0) break
      group = Math.max(group, 0) + ten
    } else if (scale !== undefined) {
      if (group < 0) break
      if (scale === 100) group *= 100
      else {
        total += group * scale
        group = -1
      }
    } else if (
      ordinal !== undefined &&
      (group < 0 || group % 100 === 0 || (group % 10 === 0 && group % 100 >= 20 && ordinal < 10))
    ) {
      // "twenty second" with a blank is more often a length of time than a rank.
      if (group >= 0 && !isHyphen(words, i - 1)) break
      return { value: total + Math.max(group, 0) + ordinal, end: i + 1, ordinal: true, digits: false }
    } else break
    i++
    end = i
    if (isHyphen(words, i) && isNumberWord(lowerAt(words, i + 1)) && !words[i + 1]?.spaced) i++
    else if (
      lowerAt(words, i) === 'and' &&
      (group >= 100 || (group < 0 && total > 0)) &&
      (units.has(lowerAt(words, i + 1)) || tens.has(lowerAt(words, i + 1)))
    )
      i++
  }
  if (end === at) return undefined
  return { value: total + Math.max(group, 0), end, ordinal: false, digits: false }
}

function isNumberWord(lower: string): boolean {
  return units.has(lower) || tens.has(lower) || scales.has(lower) || ordinals.has(lower)
}

function touches(words: readonly Word[], at: number, form: string): boolean {
  const word = words[at]
  return word !== undefined && word.form === form && !word.spaced && words[at + 1]?.spaced === false
}

function isDigits(word: Word | undefined, length?: number): boolean {
  return word?.kind === 'digits' && (length === undefined || word.form.length === length)
}

/** Keeps 1.1 × 1,000,000 from becoming 1100000.0000000002. */
function round(value: number): number {
  return Math.round(value * 1e6) / 1e6
}
