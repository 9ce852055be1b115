import { combine, hashString } from '../../../weights/hash.js'
import type { WordClasses } from '../../../weights/word-classes.js'

/** What the tagger sees of a form, as numbers; computed once for each form. */
export interface Word {
  readonly lower: number
  readonly fine: number
  readonly middle: number
  readonly coarse: number
  readonly ending: number
  /** 1 for a capital first letter, 2 for capitals throughout, 3 for a digit, 4 for no letter at all. */
  readonly shape: number
}

/** Gives each form its numbers and remembers those of the last 50,000 forms or so. */
export function wordReader(classes: WordClasses): (form: string) => Word {
  let known = new Map<string, Word>()
  return (form) => {
    const found = known.get(form)
    if (found) return found
    if (known.size >= remembered) known = new Map()
    const word = readWord(form, classes)
    known.set(form, word)
    return word
  }
}

/** Gives each label (a tag, a relation, a lemma) its hash, remembered in the same way. */
export function labelReader(): (label: string) => number {
  let known = new Map<string, number>()
  return (label) => {
    const found = known.get(label)
    if (found !== undefined) return found
    if (known.size >= remembered) known = new Map()
    const hash = hashString(label.toLowerCase())
    known.set(label, hash)
    return hash
  }
}

const remembered = 50_000

function readWord(form: string, classes: WordClasses): Word {
  const plain = form.replace(/[’‘`ʼ]/g, "'").replace(/[“”„«»]/g, '"')
  const small = plain.toLowerCase()
  const lower = hashString(small)
  const fine = classes.fine(lower)
  const upper = plain.toUpperCase()
  const shape =
    small === upper
      ? /\d/.test(plain)
        ? 3
        : 4
      : plain === upper && plain.length > 1
        ? 2
        : plain.charAt(0) !== small.charAt(0)
          ? 1
          : 0
  return {
    lower,
    fine,
    middle: classes.middle(fine),
    coarse: classes.coarse(fine),
    ending: combine(3, hashString(small.slice(-3))),
    shape,
  }
}
