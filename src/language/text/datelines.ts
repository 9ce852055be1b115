import type { RawToken } from '../layers.js'
import { isUpper, Kind, kindAt } from './characters.js'

/** A dateline is short: a place, a region, a date, an agency. */
const longestDateline = 14

/** After these, in brackets, no dash is needed. */
const agencies = new Set([
  'CNN',
  'AP',
  'Reuters',
  'REUTERS',
  'AFP',
  'BBC',
  'UPI',
  'TASS',
  'Xinhua',
  'Bloomberg',
  'DPA',
  'PTI',
  'ANI',
])

/**
 * "WASHINGTON (AP) — The president …", "KANSAS CITY, Mo. — Leaders …", "(CNN) The officer …"  →  the dateline is a sentence
 *
 * Gives the index of its last token, or −1 where the block begins otherwise.
 */
export function datelineEnd(text: string, tokens: readonly RawToken[]): number {
  const first = tokens[0]
  if (!first || (first.form !== '(' && !isUpper(text, first.start))) return -1
  let agency = false
  for (let i = 0; i < Math.min(longestDateline, tokens.length - 1); i++) {
    const { form, start } = tokens[i]!
    if (isDash(form)) {
      if (i === 0 || isGlued(tokens, i) || isGlued(tokens, i + 1)) return -1
      return (agency || isShouted(text, first)) && opens(text, tokens[i + 1]!) ? i : -1
    }
    if (form === ')' && i < 6 && agencies.has(tokens[i - 1]!.form) && opens(text, tokens[i + 1]!)) return i
    if (form === '(') agency = isAgency(text, tokens, i + 1)
    else if (kindAt(text, start) === Kind.Letter && !isUpper(text, start) && form !== 'of') return -1
    else if (kindAt(text, start) === Kind.Symbol && !',)/.-'.includes(form)) return -1
  }
  return -1
}

function isDash(form: string): boolean {
  return form === '—' || form === '–' || form === '-' || form === '--' || form === '―'
}

function isGlued(tokens: readonly RawToken[], index: number): boolean {
  const token = tokens[index]!
  // "(Reuters)—The" and "(AP)- The" are set without spaces by some.
  return tokens[index - 1]!.end === token.start && tokens[index - 1]!.form !== ')' && !isDash(tokens[index - 1]!.form)
}

/** "(AP)", "(Reuters)", "(CNN)": one or two names in brackets. */
function isAgency(text: string, tokens: readonly RawToken[], from: number): boolean {
  for (let i = from; i < Math.min(from + 4, tokens.length); i++) {
    if (tokens[i]!.form === ')') return i > from
    if (!isUpper(text, tokens[i]!.start) && tokens[i]!.form !== '/') return false
  }
  return false
}

function isShouted(text: string, token: RawToken): boolean {
  return token.form.length > 1 && isUpper(text, token.start) && isUpper(text, token.end - 1)
}

function opens(text: string, token: RawToken): boolean {
  return isUpper(text, token.start) || kindAt(text, token.start) === Kind.Digit || '"“‘\''.includes(token.form)
}
