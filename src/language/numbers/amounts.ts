import { readNumeral, scaleValue } from './numerals.js'
import { after, isHyphen, lowerAt, type Word } from './words.js'

/** A figure or range as it stands, without hedges and unit. Bounds that are equal make a single value. */
export interface Amount {
  readonly low: number
  /** Infinity for "thousands". */
  readonly high: number
  /** Set for fractions, which are spelt as such: "2/3". */
  readonly fraction: string | null
  readonly end: number
  readonly rule: string
}

const manyWords = new Map([
  ['tens', 10],
  ['dozens', 12],
  ['scores', 20],
  ['hundreds', 100],
  ['thousands', 1e3],
  ['millions', 1e6],
  ['billions', 1e9],
  ['trillions', 1e12],
])

/** Denominators, in the singular and the plural. */
const parts = new Map([
  ['half', 2],
  ['halves', 2],
  ['third', 3],
  ['thirds', 3],
  ['quarter', 4],
  ['quarters', 4],
  ['fifth', 5],
  ['fifths', 5],
  ['sixth', 6],
  ['sixths', 6],
  ['tenth', 10],
  ['tenths', 10],
])

/** Reads an amount at a word: "1.2 million", "30–40", "15 to 20", "a dozen", "half a million", "two thirds", "tens of thousands". */
export function readAmount(words: readonly Word[], at: number): Amount | undefined {
  return readMany(words, at) ?? readPart(words, at) ?? readDozen(words, at) ?? readRange(words, at)
}

/** "tens of thousands" is ten thousand or more: the least that the words allow. */
function readMany(words: readonly Word[], at: number): Amount | undefined {
  const first = manyWords.get(lowerAt(words, at))
  if (first === undefined) return undefined
  if (lowerAt(words, at + 1) === 'of') {
    const second = manyWords.get(lowerAt(words, at + 2))
    if (second !== undefined) return open(first * second, at + 3)
    if (first < 1000) {
      const scale = scaleValue(lowerAt(words, at + 2))
      if (scale !== undefined) return open(first * scale, at + 3)
    }
  }
  const capital = words[at]?.capital === true && at > 0
  return first === 10 && lowerAt(words, at + 1) !== 'of' ? undefined : capital ? undefined : open(first, at + 1)
}

/** "half a million", "two thirds", "three-quarters", "a third of", "half of" */
function readPart(words: readonly Word[], at: number): Amount | undefined {
  if (lowerAt(words, at) === 'half') {
    const scaled = after(words, at, 'half a') >= 0 ? scaleValue(lowerAt(words, at + 2)) : undefined
    if (scaled !== undefined && scaled >= 1000) return single(scaled / 2, at + 3, 'half-a-million')
    if (after(words, at, 'half a dozen') >= 0) return single(6, at + 3, 'dozen')
    return /^(?:of|the|its|their)$/.test(lowerAt(words, at + 1)) ? fraction(1, 2, at + 1) : undefined
  }
  const article = lowerAt(words, at) === 'a' || lowerAt(words, at) === 'one'
  const numeral = article ? { value: 1, end: at + 1 } : readNumeral(words, at)
  if (!numeral || numeral.value > 9 || !Number.isInteger(numeral.value) || numeral.value === 0) return undefined
  const next = isHyphen(words, numeral.end) ? numeral.end + 1 : numeral.end
  const word = lowerAt(words, next)
  const below = parts.get(word)
  if (below === undefined || numeral.value > 1 !== word.endsWith('s')) return undefined
  // "a third man" is a rank, "a third of the men" a share.
  if (word === 'halves' || (numeral.value === 1 && lowerAt(words, next + 1) !== 'of')) return undefined
  return fraction(numeral.value, below, next + 1)
}

function readDozen(words: readonly Word[], at: number): Amount | undefined {
  const lower = lowerAt(words, at)
  if (lower === 'dozen' && at > 0 && lowerAt(words, at - 1) === 'few') return undefined
  const numeral = lower === 'a' ? { value: 1, end: at + 1, ordinal: false } : readNumeral(words, at)
  if (!numeral || numeral.ordinal) return undefined
  const word = lowerAt(words, numeral.end)
  if (word === 'dozen') return single(numeral.value * 12, numeral.end + 1, 'dozen')
  if (word === 'score') return numeral.value > 1 ? single(numeral.value * 20, numeral.end + 1, 'dozen') : undefined
  if (lower !== 'a') return undefined
  const scale = scaleValue(word)
  return scale !== undefined ? single(scale, numeral.end + 1, 'numeral') : undefined
}

function readRange(words: readonly Word[], at: number): Amount | undefined {
  const from = readNumeral(words, at)
  if (!from || from.ordinal) return undefined
  const { end } = from
  const dash = isHyphen(words, end) || (words[end]?.form === '–' && words[end]?.spaced === true)
  const between = lowerAt(words, at - 1) === 'between' && lowerAt(words, end) === 'and'
  const or = lowerAt(words, end) === 'or' && from.value < 100
  if (dash || between || or || lowerAt(words, end) === 'to') {
    const sign = words[end + 1]?.kind === 'mark' && /^[$€£]$/.test(words[end + 1]!.form) ? end + 2 : end + 1
    const to = readNumeral(words, sign)
    const low = to && scaledLike(words, from, to)
    if (
      to &&
      low !== undefined &&
      !to.ordinal &&
      to.value > low &&
      !isHyphen(words, to.end + (words[to.end]?.kind === 'digits' ? 1 : 0))
    ) {
      return { low, high: to.value, fraction: null, end: to.end, rule: 'range' }
    }
    if (dash && to?.digits && from.digits) return undefined
  }
  return single(from.value, end, 'numeral')
}

/** "2 to 3 million" begins at two million. */
function scaledLike(
  words: readonly Word[],
  from: { readonly value: number; readonly digits: boolean },
  to: { readonly value: number; readonly end: number },
): number {
  const scale = scaleValue(lowerAt(words, to.end - 1))
  return scale !== undefined && scale >= 1000 && from.value < 1000 ? from.value * scale : from.value
}

function single(value: number, end: number, rule: string): Amount {
  return { low: value, high: value, fraction: null, end, rule }
}

function open(value: number, end: number): Amount {
  return { low: value, high: Number.POSITIVE_INFINITY, fraction: null, end, rule: 'vague-plural' }
}

function fraction(above: number, below: number, end: number): Amount {
  return { low: above / below, high: above / below, fraction: `${above}/${below}`, end, rule: 'fraction' }
}
