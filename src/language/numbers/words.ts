import type { Range } from '../../model/span.js'

/**
 * A run of letters, a run of digits, or one mark. Finer than tokens, so that "2 a.m.", "mid-June", "1990s" and
 * "13/01/2023" read the same however the tokens were cut.
 */
export interface Word extends Range {
  readonly form: string
  readonly lower: string
  readonly kind: 'letters' | 'digits' | 'mark'
  /** Whether white space stands before it. */
  readonly spaced: boolean
  /** Whether it begins with a capital letter. */
  readonly capital: boolean
}

const pieces = /\p{L}+|\d+|[^\s\p{L}\d]/gu

/** Cuts a stretch of the text into words, positions counted in the whole text. */
export function readWords(text: string, range: Range): Word[] {
  const words: Word[] = []
  let last = range.start
  for (const match of text.slice(range.start, range.end).matchAll(pieces)) {
    const form = match[0]
    const start = range.start + match.index
    const kind = isDigit(form.charCodeAt(0)) ? 'digits' : form.toLowerCase() !== form.toUpperCase() ? 'letters' : 'mark'
    words.push({
      start,
      end: start + form.length,
      form: normalMark(form),
      lower: normalMark(form).toLowerCase(),
      kind,
      spaced: start > last,
      capital: kind === 'letters' && form.charAt(0) !== form.charAt(0).toLowerCase(),
    })
    last = start + form.length
  }
  return words
}

/** The lower-case form of the word at an index; empty outside the sentence. */
export function lowerAt(words: readonly Word[], at: number): string {
  return words[at]?.lower ?? ''
}

/** Whether the word at an index is a hyphen or dash that touches the word before it. */
export function isHyphen(words: readonly Word[], at: number): boolean {
  const word = words[at]
  return word !== undefined && !word.spaced && (word.form === '-' || word.form === '‐' || word.form === '–')
}

/** The index after the given words, or −1 when they do not stand at `at`. A single blank parts them. */
export function after(words: readonly Word[], at: number, phrase: string): number {
  let i = at
  for (const part of phrase.split(' ')) {
    if (lowerAt(words, i) !== part) return -1
    i++
  }
  return i
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function normalMark(form: string): string {
  return form === '’' || form === '‘' || form === '`' ? "'" : form === '—' ? '–' : form
}
