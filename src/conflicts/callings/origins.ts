import { groupBy } from '../lists.js'
import { answerAt, conflictOf, type FoundConflict, listed } from '../sides.js'
import { type Clause, type View, wordsAt } from '../view.js'

/**
 * "a native of Sallow" – "grew up in an orphanage in Brennick"
 *
 * Where one person comes from: born, raised, native of. Places that differ may both be true, so it is soft; where somebody was born and
 * where he grew up are two questions.
 */
export function differentOrigins(view: View): FoundConflict[] {
  const origins = view.clauses.flatMap((clause) => {
    const role = passive.has(clause.statement.event.predicate) ? 'patient' : 'agent'
    if (!tellsOrigin(clause)) return []
    const person =
      clause.statement.event.roles.find((r) => r.role === role) ??
      clause.statement.event.roles.find((r) => r.role === 'agent')
    const entity = view.entities.get(person?.entity ?? '')
    const place = placeIn(clause)
    if (place && !isSomewhere(clause, place)) return []
    return entity?.type === 'person' && entity.names.length > 0 && place
      ? [
          {
            entity,
            predicate: clause.statement.event.predicate,
            answer: answerAt(view, clause.reading, place, place.word, wordsAt(clause.reading, place)),
          },
        ]
      : []
  })
  return [...groupBy(origins, (o) => o.entity.id).values()].flatMap((list) => {
    const conflictAmong = (isOther: (predicate: string) => boolean) =>
      conflictOf(
        'place',
        'soft',
        'different-origins',
        list.filter((o) => !isOther(o.predicate)).map((o) => o.answer),
        (sides) => `${list[0]!.entity.name}’s origin is put in different places: ${listed(sides)}.`,
      )
    const birth = conflictAmong((predicate) => raising.has(predicate))
    return birth.length > 0 ? birth : conflictAmong((predicate) => predicate === 'bear')
  })
}

const raising = new Set(['raise', 'bring up', 'rear', 'grow up', 'grow'])

const passive = new Set(['raise', 'bear', 'bring up', 'rear'])
const telling = new Set(['raise', 'bear', 'bring up', 'rear', 'grow up', 'grow', 'be native', 'hail', 'come'])

function tellsOrigin({ statement, tokens }: Clause): boolean {
  const { predicate } = statement.event
  if (!telling.has(predicate) || statement.polarity === 'negative') return false
  if (predicate === 'come' || predicate === 'hail')
    return tokens.some((t, i) => t.lemma === predicate && tokens[i + 1]?.form === 'from')
  return true
}

/** Where one grows up by what kind of house or town it was. */
const somewhere =
  /^(?:village|town|city|suburb|hamlet|farm|orphanage|island|district|neighbou?rhood|region|province|county|state|country|capital)$/

/** Whether the words name a place, or a kind of place: not "a modest home", not the month of a birth. */
function isSomewhere({ reading }: Clause, { start, end, word }: { start: number; end: number; word: string }): boolean {
  return (
    somewhere.test(word) ||
    reading.mentions.some((m) => m.kind === 'name' && m.type === 'place' && m.start >= start - 4 && m.end <= end + 2)
  )
}

/** The noun under in, at, of or from, with what stands before it. */
function placeIn({ tokens }: Clause): { start: number; end: number; word: string } | null {
  const at = tokens.findIndex((t) => /^(?:in|at|of|from)$/.test(t.form))
  if (at < 0) return null
  const rest = tokens.slice(at + 1)
  const stop = rest.findIndex((t) => /^(?:ADP|PUNCT|CCONJ|SCONJ|VERB|AUX)$/.test(t.upos))
  const words = stop < 0 ? rest : rest.slice(0, stop)
  if (/^(?:this|that|the)$/.test(words[0]?.form.toLowerCase() ?? '') && words.length < 3) return null
  const noun = words.findLast((t) => /^(?:NOUN|PROPN)$/.test(t.upos))
  return noun ? { start: words[0]!.start, end: noun.end, word: noun.lemma.toLowerCase() } : null
}
