import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { findPrintedDate } from '../knowledge/printed-date.js'
import type { Note } from '../model/note.js'
import type { Report } from '../model/report.js'
import { type Decoded, declaredInMediaType, declaredInPage, decode } from './encoding.js'
import { type FileKind, fileKindOf } from './file-kind.js'
import { isDateLine } from './furniture/datelines.js'
import { findFurniture } from './furniture/furniture.js'
import { isPublicationDate } from './given-date.js'
import { outletOf, titleOf } from './heading.js'
import { type Page, readPage } from './html.js'
import { guessLanguage, languageName } from './language-guess.js'
import { type Line, linesOf } from './lines.js'
import { dateInName, findPublicationDate, type HalfDate, type PublicationDate } from './publication-date.js'
import { datesFromStory } from './story-dates.js'

/** Something someone hands us to read. */
export interface Input {
  readonly id: string
  /** Path or URL as given. */
  readonly source: string
  readonly bytes: Uint8Array
  /** EDTF; what a person says is believed before anything the report says. */
  readonly published?: string
  readonly outlet?: string
  /** As a server or a caller declares it: "text/html; charset=utf-8". */
  readonly mediaType?: string
}

/** A report is read to this many UTF-16 code units, cut at the end of a line or sentence; about 300,000 words. */
export const longestText = 2_000_000

/** A line longer than this leaves a note. */
export const longestLine = 50_000

/**
 * One report out of bytes: decoded, its article found where it is a web page, its furniture marked, its date and outlet looked for.
 * The report is null where there is nothing to read: no letters, a picture, a format that is not text. The notes say why.
 */
export function readReport(input: Input): { report: Report | null; notes: Note[] } {
  const kind = fileKindOf(input.bytes, input.source, input.mediaType)
  if (kind.kind === 'binary' || kind.kind === 'unsupported') return { report: null, notes: [notText(input, kind)] }

  const decoded = decodeInput(input, kind)
  const page: Page | null = kind.kind === 'html' ? readPage(decoded.text) : null
  const whole = page === null ? decoded.text : page.text
  const text = cut(whole)
  if (!/[\p{L}\p{N}]/u.test(text)) {
    return {
      report: null,
      notes: [{ code: 'empty-report', message: `${input.source} has no words to read; it is left out` }],
    }
  }
  if (isNoise(text))
    return { report: null, notes: [notText(input, { kind: 'binary', format: 'bytes that are no text' })] }

  const lines = linesOf(text)
  const furniture = findFurniture(
    text,
    page?.furniture.filter((range) => range.end <= text.length),
    lines,
  )
  const given = input.published !== undefined && isPublicationDate(input.published) ? input.published : undefined
  const { date, half } = findPublicationDate(lines, input.source, { given, metadata: page?.metadata.published ?? null })
  const inAddress = date === null && page?.metadata.url != null ? dateInName(page.metadata.url) : null
  const published = date ?? dateAbove(page) ?? inAddress
  const language = guessLanguage(text)
  const report: Report = {
    id: input.id,
    source: input.source,
    ...(page?.metadata.url == null ? {} : { url: page.metadata.url }),
    language,
    text,
    sha256: bytesToHex(sha256(input.bytes)),
    title: page?.metadata.title ?? titleOf(lines, furniture),
    outlet: input.outlet ?? page?.metadata.outlet ?? outletOf(text, furniture),
    byline: page?.metadata.byline ?? namesAbove(page) ?? bylineOf(furniture, text),
    published: published?.edtf ?? null,
    publishedBecause: published?.because ?? null,
    furniture,
  }
  return {
    report,
    notes: notesOn(input, report, {
      decoded,
      page,
      lines,
      half,
      shortened: whole.length > text.length || decoded.shortened,
    }),
  }
}

/**
 * The reports of one story, in the order given; see `readEach`. What one report lacks in dates another may lend.
 */
export function readReports(inputs: readonly Input[]): { reports: Report[]; notes: Note[] } {
  const { reports, notes } = readEach(inputs)
  const inferred = datesFromStory(reports)
  return {
    reports: reports.map((report) => {
      const date = inferred.get(report.id)
      return date ? { ...report, published: date.edtf, publishedBecause: date.because } : report
    }),
    notes: notes.filter(({ code, report }) => code !== 'no-publication-date' || !inferred.has(report ?? '')),
  }
}

/**
 * Reports that need not be of one story, in the order given. The same bytes a second time are one report handed in twice,
 * and the second is left out with a note, unless a person gave it another outlet or date: then two outlets printed the same words,
 * and both are kept.
 */
export function readEach(inputs: readonly Input[]): { reports: Report[]; notes: Note[] } {
  const reports: Report[] = []
  const notes: Note[] = []
  const seen = new Map<string, Report>()
  for (const input of inputs) {
    const read = readReport(input)
    if (read.report === null) {
      notes.push(...read.notes)
      continue
    }
    const { report } = read
    const key = [report.sha256, input.outlet ?? '', input.published ?? ''].join(' ')
    const first = seen.get(key)
    if (first !== undefined) {
      notes.push({
        code: 'same-report-twice',
        report: first.id,
        message: `${report.source} has the same bytes as ${first.source}; it is read once, as ${first.id}. If two outlets printed the same words, name them in story.json ("outlets")`,
      })
      continue
    }
    seen.set(key, report)
    reports.push(report)
    notes.push(...read.notes)
  }
  return { reports, notes }
}

interface Circumstances {
  readonly decoded: Decoded & { readonly shortened: boolean }
  readonly page: Page | null
  readonly lines: readonly Line[]
  readonly half: HalfDate | null
  readonly shortened: boolean
}

function notesOn(input: Input, report: Report, { decoded, page, lines, half, shortened }: Circumstances): Note[] {
  const notes: Note[] = []
  const { id, source, text } = report
  if (input.published !== undefined && !isPublicationDate(input.published)) {
    notes.push({
      code: 'not-a-date',
      report: id,
      message: `"${input.published}", given as the date of publication of ${source}, is no date and is passed over; write it as 2023-01-14, 2023-01 or 2023-01-14T09:30`,
    })
  }
  if (decoded.basis === 'guess' && decoded.encoding !== 'utf-8') {
    const at = page === null ? text.search(/[^\p{ASCII}]/u) : -1
    const near = at === -1 ? '' : `, as in "${excerpt(text, at)}"`
    notes.push({
      code: 'guessed-encoding',
      report: id,
      ...(at === -1 ? {} : { start: at, end: at + 1 }),
      message: `${source} does not say its encoding and is not UTF-8; read as ${decoded.encoding}${near}. If letters look wrong, save it as UTF-8`,
    })
  }
  if (decoded.invalid > 0) {
    const at = text.indexOf('\ufffd')
    notes.push({
      code: 'invalid-encoding',
      report: id,
      ...(at === -1 ? {} : { start: at, end: at + 1 }),
      message: `${source} has ${decoded.invalid} ${decoded.invalid === 1 ? 'place that is' : 'places that are'} not valid ${decoded.encoding}${at === -1 ? '' : ` (the first in line ${lineNumber(text, at)})`}; "\ufffd" stands for each. Save the file again as UTF-8 if words are missing`,
    })
  }
  if (shortened) {
    notes.push({
      code: 'file-too-large',
      report: id,
      start: text.length,
      end: text.length,
      message: `${source} is longer than one report may be; its first ${text.length} characters are read. Split it if it holds several reports`,
    })
  }
  const long = lines.find((line) => line.end - line.start > longestLine)
  if (long !== undefined) {
    notes.push({
      code: 'line-too-long',
      report: id,
      start: long.start,
      end: long.end,
      message: `Line ${lineNumber(text, long.start)} of ${source} has ${long.end - long.start} characters, so paragraphs cannot be told apart there; put blank lines between them`,
    })
  }
  if (page?.simplified != null) {
    notes.push({
      code: 'page-simplified',
      report: id,
      message: `${source} could not be searched for its article: ${page.simplified}. All its words are read, menus and adverts among them; save the article alone if you can`,
    })
  }
  if (report.language !== undefined && report.language !== 'en') {
    notes.push({
      code: 'not-english',
      report: id,
      message: `${source} seems to be in ${languageName(report.language)}; it is listed but not analysed, as Stemma reads English only`,
    })
  } else if (report.published === null) {
    notes.push(noDate(input, half))
  }
  return notes
}

function noDate({ id, source }: Input, half: HalfDate | null): Note {
  const name = baseName(source)
  const give = `give --published ${/[\s=]/.test(name) || name === '-' ? id : name.replace(/\.[a-z]{2,5}$/i, '')}=`
  if (half === null) {
    return {
      code: 'no-publication-date',
      report: id,
      message: `No date of publication in ${source}, so words like "on Friday" stay unresolved; ${give}YYYY-MM-DD`,
    }
  }
  const at = half.line.start + half.line.text.indexOf(half.words)
  const where = { report: id, start: at, end: at + half.words.length }
  if (half.lacks === 'year') {
    return {
      code: 'no-publication-date',
      ...where,
      message: `The dateline of ${source} has no year ("${half.words}"); ${give}YYYY-MM-DD`,
    }
  }
  return {
    code: 'ambiguous-date',
    ...where,
    message: `"${half.words}" in ${source} may put the month or the day first, so the date of publication stays open; ${give}YYYY-MM-DD`,
  }
}

function notText({ source }: Input, kind: Exclude<FileKind, { kind: 'text' | 'html' }>): Note {
  return kind.kind === 'unsupported'
    ? {
        code: 'unsupported-format',
        message: `${source} is ${kind.format}, which Stemma does not read yet; save it as text or HTML`,
      }
    : { code: 'binary-file', message: `${source} is no text (${kind.format}); it is left out` }
}

// Bytes far beyond what will be read need not be decoded; a web page's markup outweighs its words.
function decodeInput(input: Input, kind: FileKind): Decoded & { shortened: boolean } {
  const most = longestText * (kind.kind === 'html' ? 3 : 4)
  const shortened = input.bytes.length > most
  const bytes = shortened ? wholeCharacters(input.bytes.subarray(0, most)) : input.bytes
  const declared = [declaredInMediaType(input.mediaType), kind.kind === 'html' ? declaredInPage(bytes) : null]
  return {
    ...decode(
      bytes,
      declared.filter((name) => name !== null),
    ),
    shortened,
  }
}

// Drops the beginning of a UTF-8 sequence that was cut in two.
function wholeCharacters(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= 3; back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) break
    if (byte >= 0xc0) return bytes.subarray(0, bytes.length - back)
  }
  return bytes
}

// The last line break, else the last full stop, else the last space in the final tenth; else wherever no character is split.
function cut(text: string): string {
  if (text.length <= longestText) return text
  const head = text.slice(0, longestText)
  const least = longestText * 0.9
  for (const border of ['\n', '. ', ' ']) {
    const at = head.lastIndexOf(border)
    if (at > least) return head.slice(0, at + 1)
  }
  const last = head.charCodeAt(head.length - 1)
  return last >= 0xd800 && last <= 0xdbff ? head.slice(0, -1) : head
}

// Control characters in number are no text, whatever the encoding.
function isNoise(text: string): boolean {
  const sample = text.slice(0, 20_000)
  let odd = 0
  for (let i = 0; i < sample.length; i++) {
    const code = sample.charCodeAt(i)
    if ((code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13) || code === 0xfffd) odd++
  }
  return odd > 4 && odd > sample.length * 0.1
}

function bylineOf(furniture: Report['furniture'], text: string): string | null {
  for (const { kind, start, end } of furniture) {
    const names = kind === 'byline' ? namesIn(text.slice(start, end)) : null
    if (names !== null) return names
  }
  return null
}

function namesIn(byline: string): string | null {
  const match = /^\(?(?:written |reporting )?by:? ([^|•·,;–—\d]{3,80})/iu.exec(byline)
  const names = match?.[1]
    ?.replace(/ (?:in|at|for|on) .*$/, '')
    .replace(trailingMonth, '')
    .trim()
  return names === undefined || /^(?:admin|staff)?$/i.test(names) ? null : names
}

const trailingMonth =
  / (?:published|updated|posted|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\s?$/i

function namesAbove(page: Page | null): string | null {
  for (const line of linesOf(page?.above ?? '')) {
    const names = namesIn(line.text)
    if (names !== null) return names
  }
  return null
}

function dateAbove(page: Page | null): PublicationDate | null {
  for (const line of linesOf(page?.above ?? '')) {
    const printed = isDateLine(line) || /^by /i.test(line.text) ? findPrintedDate(line.text) : null
    if (printed?.edtf != null)
      return { edtf: printed.edtf, because: `inferred from "${printed.words}" above the article` }
  }
  return null
}

function baseName(source: string): string {
  return source.split(/[/\\]/).at(-1) ?? source
}

function lineNumber(text: string, at: number): number {
  let n = 1
  for (let i = text.indexOf('\n'); i !== -1 && i < at; i = text.indexOf('\n', i + 1)) n++
  return n
}

function excerpt(text: string, at: number): string {
  return text
    .slice(Math.max(0, at - 12), at + 12)
    .replace(/\s+/g, ' ')
    .trim()
}
