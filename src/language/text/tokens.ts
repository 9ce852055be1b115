import type { RawToken } from '../layers.js'
import { endsAbbreviation } from './abbreviations.js'
import { isAlphanumeric, isApostrophe, isLower, isUpper, Kind, kindAt } from './characters.js'
import { cutsOf } from './contractions.js'
import { numberEnd } from './figures.js'
import { symbolEnd } from './symbols.js'
import { hostRunEnd, webAddressEnd } from './web-words.js'

/** Nothing longer is one token; a text without spaces is cut here. */
const longestToken = 1000

/**
 * Cuts the text from `start` to `end` into the words of Universal Dependencies, as the English EWT and GUM treebanks have
 * them: do n't, can not, Lingard ’s, 26 - year - old, co-founder, U.S., 2 a.m., $ 10,000, 30 – 40.
 *
 * Each token is a slice of the text, and only white space lies between tokens.
 */
export function tokenise(text: string, start: number, end: number): RawToken[] {
  const tokens: RawToken[] = []
  let previous = ''
  // No web address begins before this place: the run of characters up to here has been looked at.
  let webChecked = start
  for (let at = start; at < end; ) {
    const kind = kindAt(text, at)
    if (kind === Kind.Space) {
      at++
      continue
    }
    const limit = limitOf(text, at, end)
    const fresh = at === start || !isAlphanumeric(text, at - 1)
    let to = -1
    if (kind !== Kind.Symbol && fresh && at >= webChecked) {
      to = webAddressEnd(text, at, limit)
      if (to < 0) webChecked = hostRunEnd(text, at, limit)
    }
    if (to < 0) to = numberEnd(text, at, limit, tokens.length === 0)
    if (to < 0 && kind === Kind.Letter) {
      const word = wordEnd(text, at, limit, previous)
      to = word.end
      let from = at
      for (const cut of cutsOf(text, at, to, word.apostrophe)) {
        push(tokens, text, from, cut)
        from = cut
      }
      at = from
    }
    if (to < 0) to = symbolEnd(text, at, limit, start)
    push(tokens, text, at, to)
    previous = to - at > 12 ? '' : text.slice(at, to).toLowerCase()
    at = to
  }
  return tokens
}

function push(tokens: RawToken[], text: string, start: number, end: number): void {
  tokens.push({ start, end, form: text.slice(start, end) })
}

function limitOf(text: string, at: number, end: number): number {
  const limit = Math.min(end, at + longestToken)
  const last = text.charCodeAt(limit - 1)
  return limit < end && last >= 0xd800 && last < 0xdc00 ? limit - 1 : limit
}

/** End of the word that begins at `at`, and whether it holds an apostrophe. */
function wordEnd(text: string, at: number, limit: number, previous: string): { end: number; apostrophe: boolean } {
  let end = at
  let apostrophe = false
  let dotted = false
  for (;;) {
    while (end < limit && isAlphanumeric(text, end)) end++
    if (end >= limit) break
    const mark = text.charAt(end)
    if (isApostrophe(mark)) {
      if (!isAlphanumeric(text, end + 1) || kindAt(text, end + 1) === Kind.Digit || mark === '‘') break
      apostrophe = true
    } else if (mark === '.') {
      if (!joinsLetters(text, at, end, limit)) {
        if (text.charAt(end + 1) !== '.' && endsAbbreviation(text, at, end, previous)) end++
        break
      }
      dotted = true
    } else if (mark === '-') {
      if (!keepsHyphen(text, at, end)) {
        if (isFragment(text, at, end, limit)) end++
        break
      }
    } else if (mark === '&') {
      if (!isUpper(text, end - 1) || !isUpper(text, end + 1) || end - at > 3) break
    } else if (mark === '/') {
      if (!slashJoins(text, at, end)) break
    } else if (mark === '(') {
      // "Spouse(s)", "Re(a)d"
      if (!isLower(text, end + 1) || text.charAt(end + 2) !== ')') break
      end += 2
    } else break
    end++
    if (end >= limit) return { end: limit, apostrophe }
  }
  if (dotted && text.charAt(end) === '.' && text.charAt(end + 1) !== '.' && endsAbbreviation(text, at, end, previous))
    end++
  return { end, apostrophe }
}

/** Whether the full stop at `dot` stands inside a word: between single letters, or in a chain such as "alt.animals.cats". */
function joinsLetters(text: string, at: number, dot: number, limit: number): boolean {
  if (dot + 1 >= limit || kindAt(text, dot + 1) !== Kind.Letter) return false
  const before = dot - at === 1 || text.charAt(dot - 2) === '.'
  const after = !isAlphanumeric(text, dot + 2)
  if (before && (after || text.charAt(dot + 2) === '.')) return true
  // "Ph.D."
  if (after && dot - at === 2 && text.slice(at, dot) === 'Ph') return true
  return isLower(text, dot - 1) && isLower(text, dot + 1) && isChain(text, at, dot, limit)
}

/** Whether three words or more in small letters hang together by full stops. */
function isChain(text: string, at: number, dot: number, limit: number): boolean {
  if (text.slice(at, dot).includes('.')) return true
  let end = dot + 1
  while (end < limit && isLower(text, end)) end++
  return text.charAt(end) === '.' && isLower(text, end + 1)
}

/** Beginnings that the treebanks leave joined to their word, hyphen and all. */
const prefixes = new Set(
  (
    'e re co non mid anti pre pro cross post semi sub counter ex multi mini inter intra neo socio psycho arch micro macro ' +
    'mega pan proto pseudo quasi super ultra tri bi un uni trans extra over ante de hyper para uh mm hm uh'
  ).split(' '),
)

function keepsHyphen(text: string, at: number, hyphen: number): boolean {
  if (!isAlphanumeric(text, hyphen + 1) || hyphen - at > 7) return false
  return prefixes.has(text.slice(at, hyphen).toLowerCase())
}

/** "th- that", "Satur- Saturday", "kn- oh": a word broken off keeps its hyphen; "two- to three-year" does not. */
function isFragment(text: string, at: number, hyphen: number, limit: number): boolean {
  const length = hyphen - at
  if (length > 6 || hyphen + 2 >= limit || kindAt(text, hyphen + 1) !== Kind.Space) return false
  const next = hyphen + 2
  if (length < 3) return !/^(?:and|or|to) /.test(text.slice(next, next + 4))
  return text.slice(next, next + length).toLowerCase() === text.slice(at, hyphen).toLowerCase()
}

/** "s/he", "w/o", "I/C": a slash between one letter and one or two more joins them; "and/or" is three words. */
function slashJoins(text: string, at: number, slash: number): boolean {
  if (slash - at !== 1 || kindAt(text, slash + 1) !== Kind.Letter) return false
  return !isAlphanumeric(text, slash + 2) || (!isAlphanumeric(text, slash + 3) && isLower(text, slash + 1))
}
