import { detect } from 'chardet'
import iconv from 'iconv-lite'
import { utf16WithoutMark } from './file-kind.js'

export interface Decoded {
  /** The text without its byte order mark. */
  readonly text: string
  readonly encoding: string
  /** What told the encoding; "guess" where nothing but the bytes did and they are not UTF-8. */
  readonly basis: 'byte order mark' | 'declared' | 'utf-8' | 'guess'
  /** Sequences that the encoding does not allow; they stand as U+FFFD in the text. */
  readonly invalid: number
}

/**
 * Text from bytes: by byte order mark, then by what was declared, then valid UTF-8, then by a guess.
 * `declared` are names of encodings from the outside in (HTTP header, `meta`); unknown names are passed over.
 * A page that declares Latin-1 and is valid UTF-8 with more than ASCII in it is UTF-8: by chance that does not happen.
 */
export function decode(bytes: Uint8Array, declared: readonly string[] = []): Decoded {
  const mark = byteOrderMark(bytes)
  if (mark !== null) return decodeAs(bytes.subarray(mark.length), mark.encoding, 'byte order mark')

  const utf8 = validUtf8(bytes)
  for (const name of declared) {
    const encoding = known(name)
    if (encoding === null || encoding.startsWith('utf-16') || encoding.startsWith('utf-32')) continue
    if (encoding === 'utf-8' || (encoding === 'windows-1252' && utf8 !== null)) {
      if (utf8 !== null) return { text: utf8, encoding: 'utf-8', basis: 'declared', invalid: 0 }
      // Declared UTF-8, and nearly so: better a few U+FFFD than a wrong guess for the whole.
      if (nearlyUtf8(bytes)) return decodeAs(bytes, 'utf-8', 'declared')
      continue
    }
    return decodeAs(bytes, encoding, 'declared')
  }
  if (utf8 !== null && utf16WithoutMark(bytes) === null)
    return { text: utf8, encoding: 'utf-8', basis: 'utf-8', invalid: 0 }
  return decodeAs(bytes, guess(bytes), 'guess')
}

/** The encoding a web page declares in its first 4096 bytes, or null. */
export function declaredInPage(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 4096))
  const match =
    /<meta[^>]{0,200}charset\s?=\s?["']?\s?([\w:.-]{2,30})/i.exec(head) ??
    /^<\?xml[^>]{0,100}encoding\s?=\s?["']([\w:.-]{2,30})/i.exec(head)
  return match?.[1] ?? null
}

/** The charset of a media type ("text/html; charset=utf-8"), or null. */
export function declaredInMediaType(mediaType: string | undefined): string | null {
  return /charset\s?=\s?["']?([\w:.-]{2,30})/i.exec(mediaType ?? '')?.[1] ?? null
}

const marks: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

function byteOrderMark(bytes: Uint8Array): { encoding: string; length: number } | null {
  for (const [encoding, mark] of marks) {
    if (mark.every((byte, i) => bytes[i] === byte)) return { encoding, length: mark.length }
  }
  return null
}

// The web reads Latin-1 and ASCII as windows-1252, which adds curly quotes where they have control characters.
function known(name: string): string | null {
  const lower = name.toLowerCase().replace(/_/g, '-')
  if (/^(?:utf-?8|unicode-1-1-utf-8)$/.test(lower)) return 'utf-8'
  if (/^(?:iso-?8859-1|latin-?1|l1|(?:us-)?ascii|iso-ir-100|cp-?1252|windows-?1252|x-cp1252)$/.test(lower))
    return 'windows-1252'
  if (/^(?:iso-?8859-9|latin5)$/.test(lower)) return 'windows-1254'
  return iconv.encodingExists(lower) ? lower : null
}

// Node 20's TextDecoder is right about UTF-8, and only about that is it asked: its windows-1252 has control characters for curly quotes.
function validUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

function decodeAs(bytes: Uint8Array, encoding: string, basis: Decoded['basis']): Decoded {
  const text =
    encoding === 'utf-8'
      ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
      : iconv.decode(bytes, encoding, { stripBOM: false })
  return { text, encoding, basis, invalid: count(text, '\ufffd') }
}

function guess(bytes: Uint8Array): string {
  const utf16 = utf16WithoutMark(bytes)
  if (utf16 !== null) return utf16
  if (nearlyUtf8(bytes)) return 'utf-8'
  if (likelyWindows1252(bytes)) return 'windows-1252'
  return known(detect(bytes.subarray(0, 200_000)) ?? '') ?? 'windows-1252'
}

// At least as many well-formed sequences as broken ones: a UTF-8 file that was cut or glued. By chance hardly one is well-formed.
function nearlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, 1_000_000))
  const broken = count(text, '\ufffd')
  let whole = 0
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) whole++
  return whole - broken >= broken
}

// English with curly quotes, dashes and an accented name now and then: at most one byte in twenty is beyond ASCII,
// and none of the five that windows-1252 leaves empty.
function likelyWindows1252(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 200_000)
  let beyond = 0
  for (const byte of head) {
    if (byte < 0x80) continue
    beyond++
    if (byte === 0x81 || byte === 0x8d || byte === 0x8f || byte === 0x90 || byte === 0x9d) return false
  }
  return beyond * 20 <= head.length
}

function count(text: string, character: string): number {
  let n = 0
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) n++
  return n
}
