import { contains, type Range } from '../../model/span.js'
import type { TimePhrase, When } from '../../model/when.js'
import { isVerb } from '../trees.js'
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
    if (time.sentence !== tree.sentence.index || voiceAt(time, attributions) !== voice) return false
    // Another verb between the two may be the one that is dated.
    const own = tree.tokens[predicate]!
    const between = { start: Math.min(own.end, time.end), end: Math.max(own.start, time.start) }
    if (verbs.some((verb) => verb !== own && contains(between, verb) && verb.upos === 'VERB')) return false
    return contains(statement, time) || touches(text, statement, time)
  })
  const [time] = near
  return time?.edtf && near.length === 1
    ? { edtf: time.edtf, known: time.known, start: time.start, end: time.end }
    : null
}

function touches(text: string, statement: Range, time: Range): boolean {
  return time.start >= statement.end
    ? /^[\s,]{0,3}(?:(?:on|at|in|by|during|around|about|late|early)\s){0,2}$/.test(
        text.slice(statement.end, time.start).slice(0, 40),
      )
    : time.end <= statement.start && /^,?\s{0,2}$/.test(text.slice(time.end, statement.start).slice(0, 4))
}
