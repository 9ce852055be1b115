import type { Token } from '../model/reading.js'

/**
 * "the clerk who kept the log told her" → "the clerk"; "a friend of the mayor, who is ill" → "a friend of the mayor"
 *
 * The tokens of a description that name somebody: it ends before its relative clause, before what is set beside it
 * and before a verb that is no part of it. `head` is the index of its head noun among the tokens.
 */
export function namingWords(tokens: readonly Token[], head: number): readonly Token[] {
  let noun = false
  let end = tokens.length
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    // A title in quotation marks may be a sentence of its own: a film “She Never Left”.
    const closed = /^[“"]$/.test(token.form) ? closing(tokens, i) : -1
    if (closed > 0) {
      i = closed
      continue
    }
    if (noun && (opensClause(token) || (i > head && setsApart(token)))) {
      end = i
      break
    }
    noun ||= isNoun(token)
  }
  while (end > 1 && trails(tokens[end - 1]!, end - 1 > head)) end--
  return tokens.slice(0, end)
}

function closing(tokens: readonly Token[], open: number): number {
  return tokens.findIndex(({ form }, i) => i > open && /^[”"]$/.test(form))
}

/** "who", "that", "had", "to leave", "he": no such word stands in the name of a description. */
function opensClause({ form, upos, xpos, deprel }: Token): boolean {
  return (
    /^(?:W..?|VBD|VBZ|VBP|MD|TO)$/.test(xpos) ||
    /^(?:he|she|they|we|i)$/i.test(form) ||
    (upos === 'SCONJ' && deprel === 'mark') ||
    form.toLowerCase() === 'according'
  )
}

/** A comma or a dash; not the marks inside a word or around a title. */
function setsApart({ form, upos }: Token): boolean {
  return upos === 'PUNCT' && !/^[-‐-‑.&/'’‘”"()[\]]+$/.test(form)
}

function isNoun({ upos }: Token): boolean {
  return upos === 'NOUN' || upos === 'PROPN'
}

/** What is left hanging where a clause was cut off: "the allies [anxious]", "the clerk [and]". */
function trails({ form, upos, xpos }: Token, afterHead: boolean): boolean {
  if (xpos === 'RP' || /^[”"’)\]]$/.test(form)) return false
  if (xpos === 'POS') return afterHead
  return hanging.has(upos) || (afterHead && upos === 'ADJ')
}

const hanging: ReadonlySet<string> = new Set(['ADP', 'CCONJ', 'SCONJ', 'DET', 'ADV', 'PART', 'PUNCT', 'AUX'])
