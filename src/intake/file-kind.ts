/** What a file is, by its first bytes: text, a web page, a known format that is neither, or bytes that are no text at all. */
export type FileKind =
  | { readonly kind: 'text' }
  | { readonly kind: 'html' }
  /** A format that holds text, but not as text: "PDF". */
  | { readonly kind: 'unsupported'; readonly format: string }
  | { readonly kind: 'binary'; readonly format: string }

const signatures: readonly (readonly [FileKind['kind'] & ('unsupported' | 'binary'), string, string])[] = [
  ['unsupported', 'PDF', '%PDF-'],
  ['unsupported', 'RTF', '{\\rtf'],
  ['unsupported', 'an Office or ZIP file', 'PK\u0003\u0004'],
  ['unsupported', 'an old Office file', '\u00d0\u00cf\u0011\u00e0'],
  ['unsupported', 'a web archive (WARC)', 'WARC/'],
  ['unsupported', 'a gzip file', '\u001f\u008b'],
  ['binary', 'a PNG picture', '\u0089PNG'],
  ['binary', 'a JPEG picture', '\u00ff\u00d8\u00ff'],
  ['binary', 'a GIF picture', 'GIF8'],
  ['binary', 'a RIFF file (sound, film or picture)', 'RIFF'],
  ['binary', 'sound', 'ID3'],
  ['binary', 'sound', 'OggS'],
  ['binary', 'a program', '\u007fELF'],
  ['binary', 'a database', 'SQLite format 3\u0000'],
]

/** Tells what the bytes are. `mediaType` and the ending of `source` only decide between text and web page. */
export function fileKindOf(bytes: Uint8Array, source: string, mediaType?: string): FileKind {
  const head = latin(bytes.subarray(0, 64))
  for (const [kind, format, signature] of signatures) if (head.startsWith(signature)) return { kind, format }
  if (head.slice(4, 8) === 'ftyp') return { kind: 'binary', format: 'film' }
  if (!hasUtf16Shape(bytes) && bytes.subarray(0, 65_536).includes(0)) {
    return { kind: 'binary', format: 'bytes that are no text' }
  }
  return { kind: looksLikeHtml(bytes, source, mediaType) ? 'html' : 'text' }
}

/** Whether the bytes begin with a UTF-16 or UTF-32 byte order mark, or every other byte is nearly always zero, as in English UTF-16. */
export function hasUtf16Shape(bytes: Uint8Array): boolean {
  const [a, b] = bytes
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return true
  if (a === 0 && b === 0 && bytes[2] === 0xfe && bytes[3] === 0xff) return true
  return utf16WithoutMark(bytes) !== null
}

/** The byte order of UTF-16 text that has no byte order mark, or null. */
export function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const pairs = Math.min(bytes.length, 4096) >> 1
  if (pairs < 4) return null
  let even = 0
  let odd = 0
  for (let i = 0; i < pairs; i++) {
    if (bytes[2 * i] === 0) even++
    if (bytes[2 * i + 1] === 0) odd++
  }
  if (odd > pairs * 0.7 && even < pairs * 0.05) return 'utf-16le'
  if (even > pairs * 0.7 && odd < pairs * 0.05) return 'utf-16be'
  return null
}

function looksLikeHtml(bytes: Uint8Array, source: string, mediaType?: string): boolean {
  if (mediaType !== undefined) {
    if (/^(?:text\/html|application\/xhtml\+xml)\b/i.test(mediaType)) return true
    if (/^text\/(?:plain|markdown)\b/i.test(mediaType)) return false
  }
  if (/\.(?:x?html?)$/i.test(source)) return true
  const start = latin(bytes.subarray(0, 1024)).replaceAll('\u0000', '').trimStart().slice(0, 200).toLowerCase()
  return /^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?\s*(?:<!doctype html|<html[\s>]|<head[\s>]|<\?xml[^>]{0,100}>\s*(?:<!doctype html|<html))/.test(
    start,
  )
}

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
}
