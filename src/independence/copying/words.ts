import type { Reading } from '../../model/reading.js'
import type { Range } from '../../model/span.js'

/** A word of a report as copies are looked for: without case, without furniture. */
export interface Word extends Range {
  readonly form: string
  /** The lemma where the word carries content, else null: "of", "said" and the like link any two texts. */
  readonly content: string | null
  /** Whether it is part of a name: any two reports of one event share names. */
  readonly isName: boolean
  /** Whether it stands between quotation marks: a shared quotation shows a shared voice, not a shared text. */
  readonly quoted: boolean
  /** Counts the sentences that are no furniture from zero. */
  readonly sentence: number
}

const contentTags = new Set(['NOUN', 'PROPN', 'VERB', 'ADJ', 'NUM'])

/** Words of every report there is: that two texts share them tells nothing. */
const everywhere = new Set(
  (
    'be have do say tell go come make take get give see know will would could can may might should not more most other many much new last first next ' +
    'year day week month time hour people man woman part way thing place add report accord monday tuesday wednesday thursday friday saturday sunday'
  ).split(' '),
)

/** The words of a report in order; punctuation and furniture are left out. */
export function wordsOf(reading: Reading): Word[] {
  const words: Word[] = []
  let sentence = 0
  let quoted = false
  let paragraph = -1
  for (const { kind, tokens, paragraph: at } of reading.sentences) {
    if (kind === 'furniture') continue
    // A quotation mark that nobody closed ends with its paragraph.
    if (at !== paragraph) quoted = false
    paragraph = at
    for (const { form, lemma, upos, start, end } of tokens) {
      if (/^["“”„]+$|^``$|^''$/.test(form)) quoted = form.includes('“') || (!form.includes('”') && !quoted)
      else if (/[\p{L}\p{N}]/u.test(form)) {
        const base = lemma.toLowerCase()
        const content = contentTags.has(upos) && !everywhere.has(base) ? base : null
        words.push({ start, end, form: form.toLowerCase(), content, isName: upos === 'PROPN', quoted, sentence })
      }
    }
    sentence++
  }
  return words
}

/** The words of each report, listed when they are first asked for. */
export function wordLists(): (reading: Reading) => readonly Word[] {
  const lists = new Map<Reading, readonly Word[]>()
  return (reading) => {
    const known = lists.get(reading)
    if (known) return known
    const words = wordsOf(reading)
    lists.set(reading, words)
    return words
  }
}
