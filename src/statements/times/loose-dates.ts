import { contains, type Range } from '../../model/span.js'
import type { VoicedAttribution } from '../../model/statements.js'
import type { TimePhrase, When } from '../../model/when.js'
import { isVerb, type Tree } from '../trees.js'
import { type PlacedStatement, type Telling, voiceAt } from './placed.js'

/**
 * "The ferry struck the rock at about 11:40 p.m. on Thursday, Ottilie Brandt said."  →  the striking
 *
 * A date that no clause has for its own, because the parser hung it on the verb of saying or on a name, goes to the
 * undated statement that it stands in, or that it follows or precedes at once, where both are told by the same voice.
 */
export function looseDate(
  { statement, tree, predicate }: PlacedStatement,
  loose: readonly TimePhrase[],
  { parsed, attributions }: Telling,
): When | null {
  const { text } = parsed.reading.report
  const voice = voiceAt(tree.tokens[predicate]!, attributions)
  const verbs = tree.tokens.filter(isVerb)
  const near = loose.filter((time) => {
    if (time.sentence !== tree.sentence.index || voiceBehind(time, attributions, text) !== voice) return false
    // Another verb between the two may be the one that is dated.
    const own = tree.tokens[predicate]!
    const between = { start: Math.min(own.end, time.end), end: Math.max(own.start, time.start) }
    if (verbs.some((verb) => verb !== own && contains(between, verb) && verb.upos === 'VERB')) return false
    return (
      contains(statement, time) ||
      (touches(text, statement, time) && (time.start >= statement.end || opensClause(text, tree, time))) ||
      closes(text, statement, time)
    )
  })
  const [time] = near
  return time?.edtf && near.length === 1
    ? { edtf: time.edtf, known: time.known, start: time.start, end: time.end }
    : null
}

/**
 * "the plans of 2008, some of them drawn here": a date before a clause is its own only where one may begin with it,
 * as in "Also on Friday, the pilot left", "It rained, and on Friday the pilot left" and "until 1989, when the pilot left".
 */
function opensClause(text: string, { sentence }: Tree, { start, end }: Range): boolean {
  const before = text.slice(Math.max(sentence.start, start - 40), start)
  const after = text.slice(end, end + 6)
  return beginning.test(before) || /^,? when\b/.test(after) || (start - sentence.start <= 20 && after.startsWith(','))
}

const beginning =
  /(?:^|[,;:.—–“"(]|\b(?:and|but|that|as|when|where))\s{0,2}(?:(?:on|at|in|by|during|around|about|late|early|the|of|from|since)\s){0,3}$/i

/** Whose words a date is in, or closes: "The lock gave way, at noon on Friday, the keeper said". */
function voiceBehind(time: Range, attributions: readonly VoicedAttribution[], text: string): number {
  const inside = voiceAt(time, attributions)
  if (inside >= 0) return inside
  return attributions.findIndex(({ content }) => content.some(({ end }) => end <= time.start && isGap(text, end, time)))
}

/** "struck the Lambs, a ledge by the light, at noon": only names and things stand between, set off by commas. */
function closes(text: string, { end }: Range, time: Range): boolean {
  const between = time.start - end <= longestAside ? text.slice(end, time.start) : ''
  return /^, [^,;:()"“”\n]+,\s/.test(between) && isGap(text, end + between.lastIndexOf(','), time)
}

/** So many characters an aside may have. */
const longestAside = 80

function touches(text: string, statement: Range, time: Range): boolean {
  return time.start >= statement.end
    ? isGap(text, statement.end, time)
    : time.end <= statement.start && /^,?\s{0,2}$/.test(text.slice(time.end, statement.start).slice(0, 4))
}

/** Whether nothing but commas and prepositions stands between a place and a date behind it. */
function isGap(text: string, from: number, { start }: Range): boolean {
  return (
    start - from <= 40 &&
    /^[\s,]{0,3}(?:(?:on|at|in|by|during|around|about|late|early)\s){0,2}$/.test(text.slice(from, start))
  )
}
