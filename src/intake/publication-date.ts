import { findPrintedDate, isDay, isoDay } from '../knowledge/printed-date.js'
import { datelineOf, isDateLine } from './furniture/datelines.js'
import type { Line } from './lines.js'

/** When a report was put out, and what tells. */
export interface PublicationDate {
  /** EDTF. */
  readonly edtf: string
  /** "given", "metadata", "dateline", "file", or `inferred from "…"` with the words it was put together from. */
  readonly because: string
}

/** What was seen of a date where none could be made of it. */
export interface HalfDate {
  readonly line: Line
  readonly words: string
  readonly lacks: 'year' | 'order of day and month'
}

/**
 * The date of publication, by what is surest: given by a person, the page's metadata, a line or dateline of the text, the name of the file.
 * "OSLO, Jan 14 (Reuters) -" lacks the year; a copyright line, or the file's name, may lend it.
 */
export function findPublicationDate(
  lines: readonly Line[],
  source: string,
  surer: { readonly given?: string | undefined; readonly metadata: string | null },
): { readonly date: PublicationDate | null; readonly half: HalfDate | null } {
  if (surer.given !== undefined) return { date: { edtf: surer.given, because: 'given' }, half: null }
  if (surer.metadata !== null) return { date: { edtf: surer.metadata, because: 'metadata' }, half: null }

  const inText = dateInText(lines)
  if (typeof inText === 'string') return { date: { edtf: inText, because: 'dateline' }, half: null }

  const inName = dateInName(source)
  if (inName !== null) return { date: inName, half: null }

  if (inText !== null && inText.lacks === 'year') {
    const lent = copyrightYear(lines)
    const printed = findPrintedDate(inText.words)
    if (
      lent !== null &&
      printed?.month != null &&
      printed.day !== null &&
      isDay(lent.year, printed.month, printed.day)
    ) {
      return {
        date: {
          edtf: isoDay(lent.year, printed.month, printed.day),
          because: `inferred from "${printed.words}" and "${lent.words}"`,
        },
        half: null,
      }
    }
  }
  return { date: null, half: inText }
}

/** The day in a file's name or a page's address ("2023-01-14-ferry.txt", "20230114.html", "…/2023/01/14/ferry"); null where there is none. */
export function dateInName(source: string): PublicationDate | null {
  const name = source.split(/[/\\]/).at(-1) ?? source
  const address = /^https?:/i.test(source) ? source.split(/[?#]/)[0]! : null
  const match =
    /(?<![0-9a-z])((?:19|20)\d\d)([-_.]?)(\d\d)\2(\d\d)(?![0-9a-z])/i.exec(name) ??
    (address === null ? null : /\/((?:19|20)\d\d)(\/)(\d\d?)\/(\d\d?)(?=\/)/.exec(address))
  if (match === null) return null
  const [y, m, d] = [Number(match[1]), Number(match[3]), Number(match[4])]
  if (!isDay(y, m, d)) return null
  return { edtf: isoDay(y, m, d), because: address === null ? 'file' : `inferred from "${match[0]}" in the address` }
}

function dateInText(lines: readonly Line[]): string | HalfDate | null {
  const near = lines.filter((line) => line.index < 15 || line.fromEnd < 10)
  const dated = near.filter((line) => isDateLine(line) || bylineWithDate(line))
  const rank = (line: Line): number =>
    /\bpublished|posted\b/i.test(line.text) ? 0 : /\b(?:updated|modified)\b/i.test(line.text) ? 2 : 1
  let half: HalfDate | null = null
  for (const line of [...dated].sort((a, b) => rank(a) - rank(b) || a.index - b.index)) {
    const printed = findPrintedDate(line.text)
    if (printed?.edtf != null) return printed.edtf
    if (printed !== null)
      half ??= { line, words: printed.words, lacks: printed.month === null ? 'order of day and month' : 'year' }
  }
  for (const line of lines.slice(0, 8)) {
    const words = datelineOf(line)
    const printed = words === null ? null : findPrintedDate(words)
    if (printed?.edtf != null) return printed.edtf
    if (printed !== null && words !== null)
      half ??= { line, words, lacks: printed.month === null ? 'order of day and month' : 'year' }
  }
  return half
}

// "By Jane Doe | March 3, 2021"
function bylineWithDate(line: Line): boolean {
  return (
    line.text.length <= 120 &&
    /^by /i.test(line.text) &&
    /[|•·–—-]/.test(line.text) &&
    findPrintedDate(line.text)?.edtf != null
  )
}

function copyrightYear(lines: readonly Line[]): { year: number; words: string } | null {
  for (const line of lines.slice(-8)) {
    const match = /(?:©|\(c\)|copyright)[^.]{0,60}?\b((?:19|20)\d\d)\b/i.exec(line.text.slice(0, 300))
    if (match !== null) return { year: Number(match[1]), words: match[0] }
  }
  return null
}
