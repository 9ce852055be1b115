import type { Sentence } from '../model/reading.js'
import { contains, type Range } from '../model/span.js'

/** Words between quotation marks, the marks included; `closed` is false where a mark is missing. */
export interface Quotation extends Range {
  readonly closed: boolean
}

/**
 * "“I saw a light,” he said. “It was small.”"  →  two quotations
 *
 * Finds what stands between double quotation marks, curly or straight, or between single curly ones.
 * A quotation that is never closed ends with its paragraph, as is the custom when it goes on in the next
 * (where each sentence has its own line, with the line that closes it);
 * a closing mark without an opening one is read back to the beginning of its paragraph.
 */
export function findQuotations(text: string, sentences: readonly Sentence[]): Quotation[] {
  const blocks = paragraphs(text, sentences)
  const found: Quotation[] = []
  let from = 0
  blocks.forEach((block, i) => {
    if (block.end <= from) return
    const inside = quotationsIn(text, { start: Math.max(block.start, from), end: block.end })
    const last = inside.at(-1)
    const close = last && !last.closed && last.end === block.end ? closeBelow(text, blocks, i) : undefined
    if (last && close !== undefined) {
      inside[inside.length - 1] = { start: last.start, end: close, closed: true }
      from = close
    }
    found.push(...inside)
  })
  return found
}

/** Lines below that an open quotation may run on over. */
const mostLines = 12

/**
 * Where every sentence has a line of its own, a quotation goes on over them: it is closed by the next mark, if that is a closing one.
 * An opening mark, or a blank line, shows that the quotation had ended with its paragraph.
 */
function closeBelow(text: string, blocks: readonly Range[], block: number): number | undefined {
  for (let i = block + 1; i < blocks.length && i <= block + mostLines; i++) {
    const { start, end } = blocks[i]!
    if (/\n\s*\n/.test(text.slice(blocks[i - 1]!.end, start))) return undefined
    for (let at = start; at < end; at++) {
      if (!/[“”"„«»]/.test(text.charAt(at))) continue
      return turnAt(text, at, '') === 'close' ? at + 1 : undefined
    }
  }
  return undefined
}

/** The quotation that holds the whole range, or undefined. */
export function quotationAround(range: Range, quotations: readonly Quotation[]): Quotation | undefined {
  return quotations.find((quotation) => contains(quotation, range))
}

/** Blocks of prose, cut at line ends: a quotation may run over sentences, not over paragraphs. */
function paragraphs(text: string, sentences: readonly Sentence[]): Range[] {
  const found: { start: number; end: number }[] = []
  let last: Sentence | undefined
  for (const sentence of sentences) {
    const open = found.at(-1)
    const goesOn =
      last !== undefined && last.paragraph === sentence.paragraph && !endsLine(text, last.end, sentence.start)
    if (open && goesOn) open.end = sentence.end
    else found.push({ start: sentence.start, end: sentence.end })
    last = sentence
  }
  return found
}

// In hard-wrapped text a line may end anywhere, so a line break counts only after a mark that can end a paragraph.
function endsLine(text: string, end: number, start: number): boolean {
  return /\n/.test(text.slice(end, start)) && /[.!?:"”’)]/.test(text.charAt(end - 1))
}

function quotationsIn(text: string, paragraph: Range): Quotation[] {
  const found: Quotation[] = []
  let open = -1
  let opener = ''
  for (let i = paragraph.start; i < paragraph.end; i++) {
    const turn = turnAt(text, i, open >= 0 ? opener : '')
    if (turn === 'open' && open < 0) {
      open = i
      opener = text.charAt(i)
    } else if (turn === 'close' && open >= 0) {
      found.push({ start: open, end: i + 1, closed: true })
      open = -1
      opener = ''
    } else if (
      turn === 'close' &&
      found.length === 0 &&
      isDouble(text.charAt(i)) &&
      /[,.?!…]/.test(text.charAt(i - 1))
    ) {
      found.push({ start: paragraph.start, end: i + 1, closed: false })
    }
  }
  if (open >= 0 && isDouble(opener)) found.push({ start: open, end: paragraph.end, closed: false })
  return found
}

/** What the character does to a quotation opened by `opener`, or to none. */
function turnAt(text: string, i: number, opener: string): 'open' | 'close' | null {
  const mark = text.charAt(i)
  const before = text.charAt(i - 1)
  const after = text.charAt(i + 1)
  const opensHere = (before === '' || /[\s([—–-]/.test(before)) && /[^\s]/.test(after)
  if (opener === '') {
    if (mark === '“' || mark === '„' || mark === '«') return 'open'
    if (mark === '”' || mark === '»') return 'close'
    if (mark === '"') return opensHere ? 'open' : 'close'
    if (mark === '‘') return opensHere && closesLater(text, i) ? 'open' : null
    return null
  }
  if (opener === '“' || opener === '„')
    return mark === '”' || (mark === '“' && opener === '„') || mark === '"' ? 'close' : null
  if (opener === '«') return mark === '»' ? 'close' : null
  if (opener === '"') return mark === '"' || mark === '”' ? 'close' : null
  return mark === '’' && !/\p{L}/u.test(after) && !/s/i.test(before) ? 'close' : null
}

// A single mark may be an apostrophe, so it opens only what is closed again soon after a word or a stop.
function closesLater(text: string, i: number): boolean {
  const rest = text.slice(i + 1, i + 400)
  const close = rest.search(/[^s\s]’(?!\p{L})/u)
  return close >= 0 && !rest.slice(0, close).includes('\n')
}

function isDouble(mark: string): boolean {
  return mark !== '‘' && mark !== ''
}
