import type { Range } from '../model/span.js'

/** One line of a report that is not blank, without the white space around it. */
export interface Line extends Range {
  readonly text: string
  /** Counts the lines that are not blank, from zero. */
  readonly index: number
  /** Counts them from the end: the last is zero. */
  readonly fromEnd: number
  /** Whether a blank line, or the edge of the text, stands above and below it. */
  readonly blankBefore: boolean
  readonly blankAfter: boolean
}

const lineBreaks = /\r\n|[\n\r\f\u2028\u2029]/g

/** The lines of a text that are not blank, in order; none for an empty text. */
export function linesOf(text: string): Line[] {
  const found: { text: string; start: number; end: number; blankBefore: boolean; blankAfter: boolean }[] = []
  let blank = true
  let from = 0
  const take = (to: number): void => {
    const raw = text.slice(from, to)
    const trimmed = raw.trim()
    const last = found.at(-1)
    if (trimmed === '') {
      if (last !== undefined) last.blankAfter = true
      blank = true
      return
    }
    const start = from + raw.indexOf(trimmed)
    found.push({ text: trimmed, start, end: start + trimmed.length, blankBefore: blank, blankAfter: false })
    blank = false
  }
  for (const match of text.matchAll(lineBreaks)) {
    take(match.index)
    from = match.index + match[0].length
  }
  take(text.length)
  const last = found.at(-1)
  if (last !== undefined) last.blankAfter = true
  return found.map((line, index) => ({ ...line, index, fromEnd: found.length - 1 - index }))
}
