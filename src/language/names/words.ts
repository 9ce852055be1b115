import { foldedWords } from '../../knowledge/gazetteer.js'
import { combine, hashString } from '../../weights/hash.js'
import type { WordClasses } from '../../weights/word-classes.js'

/** What can be told from the letters of one word alone; computed once for each distinct form. */
export interface Word {
  readonly form: string
  /** Hashes of the form and of its parts. */
  readonly exact: number
  readonly lower: number
  readonly shape: number
  readonly shortShape: number
  readonly prefixes: readonly number[]
  readonly suffixes: readonly number[]
  /** Classes of like words at three grains; 0 where the word is not known. */
  readonly fine: number
  readonly middle: number
  readonly coarse: number
  /** Hashes of the plain words inside, for the lexicon: one for most, two for "Al-Jazeera", none for a comma. */
  readonly keys: readonly number[]
  readonly capital: boolean
  readonly allCapitals: boolean
  readonly letters: boolean
  /** A mark that may stand inside a name: hyphen, dash, apostrophe, point. */
  readonly joiner: boolean
  /** A mark that ends a sentence. */
  readonly stop: boolean
  /** A quotation mark: 1 that may open or close, 2 that only opens; 0 for all else. */
  readonly quote: 0 | 1 | 2
  /** A name such as "Harborwatch.org": the part before the point; empty for all else. */
  readonly domain: string
  /** Initial letter, lower-cased, as a char code; for acronyms. */
  readonly initial: number
}

/** Makes `Word`s and remembers them; the memory is bounded, and forgetting changes no result. */
export function wordReader(classes: WordClasses): (form: string) => Word {
  let known = new Map<string, Word>()
  return (form) => {
    const seen = known.get(form)
    if (seen) return seen
    if (known.size >= 60_000) known = new Map()
    const word = readWord(form, classes)
    known.set(form, word)
    return word
  }
}

function readWord(written: string, classes: WordClasses): Word {
  // Straight and curly marks are one and the same to the weights.
  const form = written.replace(/[’‘]/g, "'").replace(/[“”]/g, '"')
  const low = form.toLowerCase()
  const lower = hashString(low)
  const shape = shapeOf(form)
  const fine = classOf(form, low, lower, classes)
  const middle = classes.middle(fine)
  const first = form.charAt(0)
  return {
    form: written,
    exact: hashString(form),
    lower,
    shape: hashString(shape.slice(0, 12)),
    shortShape: hashString(shortened(shape)),
    prefixes: [1, 2, 3, 4].filter((n) => form.length > n).map((n) => hashString(form.slice(0, n))),
    suffixes: [1, 2, 3, 4].filter((n) => form.length > n).map((n) => hashString(form.slice(-n))),
    fine,
    middle,
    coarse: classes.coarse(fine),
    keys: foldedWords(form).map(hashString),
    capital: first !== first.toLowerCase(),
    allCapitals: form.length > 1 && form === form.toUpperCase() && form !== low,
    letters: /\p{L}/u.test(form),
    joiner: /^[-–—'’.]$/.test(form),
    stop: /^[.?!]$/.test(form),
    quote: written === '“' || written === '‘' ? 2 : /^["”„«»'’]$|^``$|^''$/.test(written) ? 1 : 0,
    domain: domainOf(form),
    initial: low.charCodeAt(0),
  }
}

/** Class of the word, or of it without accents, or of its last part: "Sirma-Tellefsen" as "tellefsen". */
function classOf(form: string, low: string, lower: number, classes: WordClasses): number {
  const direct = classes.fine(lower)
  if (direct !== 0) return direct
  const parts = foldedWords(form)
  const plain = parts.join('')
  if (plain !== low && plain !== '') {
    const folded = classes.fine(hashString(plain))
    if (folded !== 0) return folded
  }
  return parts.length > 1 ? classes.fine(hashString(parts.at(-1)!)) : 0
}

const endings = new Set(
  'com net org info io co edu gov tv fm news media press ru ua by su no se dk fi de fr uk ie pl cz eu us ca au il ir tr cn jp kr br mx za ng ke'.split(
    ' ',
  ),
)

function domainOf(form: string): string {
  const parts = form.split('.')
  const name = parts[0]!
  const isDomain =
    parts.length >= 2 &&
    parts.length <= 3 &&
    endings.has(parts.at(-1)!.toLowerCase()) &&
    /^[\p{L}\p{N}-]{2,}$/u.test(name) &&
    /\p{L}/u.test(name)
  return isDomain ? name : ''
}

/** "McDonald’s" → "XxXxxxxx'x". */
function shapeOf(form: string): string {
  let shape = ''
  for (const c of form) {
    if (/\p{Lu}/u.test(c)) shape += 'X'
    else if (/\p{L}/u.test(c)) shape += 'x'
    else if (/\p{N}/u.test(c)) shape += '0'
    else shape += c
  }
  return shape
}

/** "XxXxxxxx'x" → "XxXx'x". */
function shortened(shape: string): string {
  let short = ''
  for (const c of shape) if (c !== short.at(-1)) short += c
  return short
}

/** Key of a phrase of tokens, as `phraseKey` makes it from the phrase's text. */
export function extendKey(key: number, word: Word): number {
  let longer = key
  for (const part of word.keys) longer = combine(longer, part)
  return longer
}
