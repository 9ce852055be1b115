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

type Growing = { -readonly [K in keyof Line]: Line[K] }

/** The lines of a text that are not blank, in order; none for an empty text. */
export function linesOf(text: string): Line[] {
  const found: Growing[] = []
  let blank = true
  let from = 0
  while (from <= text.length) {
    const to = endOfLine(text, from)
    const raw = text.slice(from, to)
    const trimmed = raw.trim()
    if (trimmed === '') {
      const last = found.at(-1)
      // Between "\r" and "\n" nothing stands: that is no line.
      const inside = from === to && text.charCodeAt(from) === 10 && text.charCodeAt(from - 1) === 13
      if (last !== undefined && !inside) last.blankAfter = true
      blank ||= !inside
    } else {
      const start = from + (raw.length - raw.trimStart().length)
      const end = start + trimmed.length
      found.push({ text: trimmed, start, end, index: found.length, fromEnd: 0, blankBefore: blank, blankAfter: false })
      blank = false
    }
    from = to + 1
  }
  for (const line of found) line.fromEnd = found.length - 1 - line.index
  const last = found.at(-1)
  if (last !== undefined) last.blankAfter = true
  return found
}

function endOfLine(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    // Line feed, form feed, carriage return, line and paragraph separator.
    if (code === 10 || code === 12 || code === 13 || code === 0x2028 || code === 0x2029) return at
  }
  return text.length
}
