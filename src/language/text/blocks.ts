import type { Furniture } from '../../model/report.js'
import type { Range } from '../../model/span.js'
import { isLower, Kind, kindAt } from './characters.js'

/** A stretch of text that no sentence crosses. */
export interface Block extends Range {
  /** Counts blank-line separated blocks from zero. */
  readonly paragraph: number
  /** Whether it lies wholly inside a piece of furniture. */
  readonly furniture: boolean
  /** Whether its line begins with the mark of a list. */
  readonly item: boolean
}

interface Line extends Range {
  /** Where the line without white space at its ends begins and stops. */
  readonly first: number
  readonly last: number
}

/** Text is taken for wrapped when no line of it is longer than this. */
const widestWrap = 100
const narrowestWrap = 40

/** The blocks of a text in order: lines, or runs of lines that were only wrapped, cut at the borders of furniture. */
export function findBlocks(text: string, furniture: readonly Furniture[]): Block[] {
  const blocks: Block[] = []
  const cutter = furnitureCutter(furniture)
  let paragraph = -1
  for (const lines of paragraphsOf(text)) {
    paragraph++
    for (const range of joinWrapped(text, lines))
      cutter(range, paragraph, bulletEnd(text, range.start, range.end) > 0, blocks)
  }
  return blocks
}

/** Runs of lines with no blank line between them. */
function* paragraphsOf(text: string): Generator<Line[]> {
  let lines: Line[] = []
  for (let start = 0; start < text.length; ) {
    let end = start
    while (end < text.length && !isLineEnd(text, end)) end++
    const line = trim(text, start, end)
    if (line.first < line.last) lines.push(line)
    else if (lines.length > 0) {
      yield lines
      lines = []
    }
    start = text.charAt(end) === '\r' && text.charAt(end + 1) === '\n' ? end + 2 : end + 1
  }
  if (lines.length > 0) yield lines
}

function isLineEnd(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return (code >= 10 && code <= 13) || code === 0x85 || code === 0x2028 || code === 0x2029
}

function trim(text: string, start: number, end: number): Line {
  let first = start
  while (first < end && kindAt(text, first) === Kind.Space) first++
  let last = end
  while (last > first && kindAt(text, last - 1) === Kind.Space) last--
  return { start, end, first, last }
}

/** Lines that follow each other only because the width was used up become one range. */
function joinWrapped(text: string, lines: readonly Line[]): Range[] {
  const width = wrapWidth(text, lines)
  const ranges: { start: number; end: number }[] = []
  lines.forEach((line, i) => {
    const before = lines[i - 1]
    if (before && (goesOn(text, before, line) || (width > 0 && isWrapped(text, before, line, width))))
      ranges.at(-1)!.end = line.last
    else ranges.push({ start: line.first, end: line.last })
  })
  return ranges
}

/** The width to which the lines were wrapped, or 0 where each line stands for itself. */
function wrapWidth(text: string, lines: readonly Line[]): number {
  if (lines.length < 2) return 0
  let width = 0
  for (const line of lines) width = Math.max(width, line.last - line.first)
  if (width > widestWrap || width < narrowestWrap) return 0
  // Wrapping breaks in the middle of sentences: some line must go on in small letters.
  const wrapped = lines.some(
    (line, i) => i > 0 && isLower(text, line.first) && isWrapped(text, lines[i - 1]!, line, width),
  )
  return wrapped ? width : 0
}

/** Whether the first word of the next line would not have fitted any more; ragged lines may lack a few characters. */
function isWrapped(text: string, line: Line, next: Line, width: number): boolean {
  if (isBullet(text, next)) return false
  let wordEnd = next.first
  while (wordEnd < next.last && kindAt(text, wordEnd) !== Kind.Space) wordEnd++
  return line.last - line.first + 1 + wordEnd - next.first > width - 4
}

/** A long line without a closing mark that goes on in small letters was broken by a link or a box, not by the writer. */
function goesOn(text: string, line: Line, next: Line): boolean {
  if (!isLower(text, next.first) || isBullet(text, line)) return false
  const last = text.charAt(line.last - 1)
  if ('.!?…:;”"'.includes(last)) return false
  return last === ',' || line.last - line.first >= narrowestWrap
}

/** Whether the line begins with the mark of a list: "• ", "- ", "* ", "1. ", "(a) ". */
export function isBullet(text: string, range: { readonly first: number; readonly last: number }): boolean {
  return bulletEnd(text, range.first, range.last) > 0
}

/** End of the list mark that begins at `start`, or −1. */
export function bulletEnd(text: string, start: number, end: number): number {
  const mark = text.charAt(start)
  let at = start
  if ('•‣◦▪●■□►▶➤✓✔○'.includes(mark)) return start + 1 < end ? start + 1 : -1
  if ('–—-*·→»'.includes(mark)) at = start + 1
  else if (kindAt(text, start) === Kind.Digit) {
    while (at < start + 2 && kindAt(text, at) === Kind.Digit) at++
    if (!'.)'.includes(text.charAt(at) || ' ')) return -1
    at++
  } else if (mark === '(' && text.charAt(start + 2) === ')') at = start + 3
  else return -1
  return at < end && kindAt(text, at) === Kind.Space ? at : -1
}

/** Cuts ranges at the borders of furniture; both come in order, so each piece is looked at once. */
function furnitureCutter(
  furniture: readonly Furniture[],
): (range: Range, paragraph: number, item: boolean, blocks: Block[]) => void {
  let next = 0
  return (range, paragraph, item, blocks) => {
    let at = range.start
    const push = (end: number, inside: boolean) => {
      if (end > at) blocks.push({ start: at, end, paragraph, furniture: inside, item })
      at = Math.max(at, end)
    }
    while (next < furniture.length && furniture[next]!.end <= at) next++
    for (let i = next; i < furniture.length && furniture[i]!.start < range.end; i++) {
      push(Math.max(at, furniture[i]!.start), false)
      push(Math.min(range.end, furniture[i]!.end), true)
    }
    push(range.end, false)
  }
}
