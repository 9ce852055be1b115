/** What a character is good for when words are cut: nothing finer is needed. */
export const Kind = { Space: 0, Letter: 1, Digit: 2, Symbol: 3 } as const

export type Kind = (typeof Kind)[keyof typeof Kind]

const unknown = 255
// Filled as characters are met: a regular expression is asked once per character, not once per place.
const kinds = new Uint8Array(65536).fill(unknown)

/** Kind of the UTF-16 unit at `at`; both halves of an astral letter are letters, of an emoji symbols. */
export function kindAt(text: string, at: number): Kind {
  const code = text.charCodeAt(at)
  // Past the end charCodeAt gives NaN, which no table holds.
  if (!(code >= 0)) return Kind.Space
  if (code >= 0xd800 && code <= 0xdfff) return astralKind(text, at, code)
  const known = kinds[code]!
  if (known !== unknown) return known as Kind
  const kind = kindOf(String.fromCharCode(code))
  kinds[code] = kind
  return kind
}

function astralKind(text: string, at: number, code: number): Kind {
  const whole = text.codePointAt(code >= 0xdc00 ? at - 1 : at) ?? 0
  // Half a pair without its other half is a symbol.
  return whole > 0xffff ? kindOf(String.fromCodePoint(whole)) : Kind.Symbol
}

function kindOf(character: string): Kind {
  // Zero-width space and joiner, byte order mark and control characters part words and are never part of them.
  if (/[\s\p{Cc}\u200b\u200e\u200f\u2060\ufeff]/u.test(character)) return Kind.Space
  // Soft hyphens and joiners stand inside words.
  if (/\p{L}|\p{M}|[_\u00ad]|\u200c|\u200d/u.test(character)) return Kind.Letter
  if (/\p{Nd}/u.test(character)) return Kind.Digit
  return Kind.Symbol
}

/** Whether a letter or digit stands at `at`. */
export function isAlphanumeric(text: string, at: number): boolean {
  const kind = kindAt(text, at)
  return kind === Kind.Letter || kind === Kind.Digit
}

/** Whether the character at `at` is a capital letter. */
export function isUpper(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code < 128) return code >= 65 && code <= 90
  const character = text.charAt(at)
  return kindAt(text, at) === Kind.Letter && character !== character.toLowerCase()
}

/** Whether the character at `at` is a small letter. */
export function isLower(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code < 128) return code >= 97 && code <= 122
  const character = text.charAt(at)
  return kindAt(text, at) === Kind.Letter && character !== character.toUpperCase()
}

/** Whether the character is an apostrophe, straight or curly, or the acute and grave accents typed for one. */
export function isApostrophe(character: string): boolean {
  return character === "'" || character === '’' || character === '‘' || character === '`' || character === '´'
}
