import { combine, hashString } from '../weights/hash.js'
import type { WordClasses } from '../weights/word-classes.js'

/** What the linear models see of a word, as numbers: computed once for each form. */
export interface WordCode {
  readonly form: number
  readonly lower: number
  /** Capital, small, digit and other characters, runs shortened: "McDonald’s" → "XxXx’x". */
  readonly shape: number
  /** Hashes of the first 1 … 4 characters, lower-cased; shorter words give the whole word. */
  readonly prefixes: readonly number[]
  /** Hashes of the last 1 … 5 characters, lower-cased. */
  readonly suffixes: readonly number[]
  readonly fine: number
  readonly middle: number
  readonly coarse: number
  readonly capital: boolean
  readonly allCapitals: boolean
}

export type WordCoder = (form: string) => WordCode

const remembered = 50_000

/** A function that gives each form's codes and remembers those of the last 50,000 forms or so. */
export function wordCoder(classes: WordClasses): WordCoder {
  let codes = new Map<string, WordCode>()
  return (form) => {
    const known = codes.get(form)
    if (known) return known
    if (codes.size >= remembered) codes = new Map()
    const code = encode(form, classes)
    codes.set(form, code)
    return code
  }
}

function encode(form: string, classes: WordClasses): WordCode {
  const plain = normalise(form)
  const lower = plain.toLowerCase()
  const lowerHash = hashString(lower)
  const fine = classes.fine(lowerHash) || classes.fine(hashString(withoutDigits(lower)))
  const letters = lower !== plain.toUpperCase()
  return {
    form: hashString(plain),
    lower: lowerHash,
    shape: hashString(shape(plain)),
    prefixes: [1, 2, 3, 4].map((n) => combine(n, hashString(lower.slice(0, n)))),
    suffixes: [1, 2, 3, 4, 5].map((n) => combine(n, hashString(lower.slice(-n)))),
    fine,
    middle: classes.middle(fine),
    coarse: classes.coarse(fine),
    capital: plain[0] !== lower[0],
    allCapitals: letters && plain === plain.toUpperCase() && plain.length > 1,
  }
}

/** Typographic quotes, dashes and spaces as their plain twins, which the corpora mostly use. */
function normalise(form: string): string {
  let plain = ''
  for (const character of form) {
    switch (character) {
      case '’':
      case '‘':
      case '`':
      case 'ʼ':
        plain += "'"
        break
      case '“':
      case '”':
      case '„':
      case '«':
      case '»':
        plain += '"'
        break
      case '–':
      case '—':
      case '‑':
      case '−':
        plain += '-'
        break
      case '…':
        plain += '...'
        break
      default:
        plain += character
    }
  }
  return plain
}

function withoutDigits(lower: string): string {
  return lower.replace(/\d/g, '0')
}

function shape(form: string): string {
  let out = ''
  let last = ''
  let run = 0
  for (const character of form.slice(0, 40)) {
    const kind = kindOf(character)
    run = kind === last ? run + 1 : 1
    last = kind
    if (run <= 2) out += kind
  }
  return out
}

function kindOf(character: string): string {
  if (character >= '0' && character <= '9') return '0'
  const lower = character.toLowerCase()
  if (lower === character.toUpperCase()) return character
  return lower === character ? 'x' : 'X'
}
