import { groupBy, lyingIn } from '../lists.js'
import { type Answer, answerAt, conflictOf, eachHasItsOwn, type FoundConflict, listed } from '../sides.js'
import { dependents, type View, wordsAt } from '../view.js'
import type { Deed } from './deeds.js'
import { inOnePlace } from './kinds.js'

/**
 * "He is being held in Saltgate." – "He was taken to a house outside Saltgate."; "found in the oil store" – "found on the causeway"
 *
 * One thing happens to one person in different places, or in places more and less exact.
 */
export function differentPlaces(view: View): FoundConflict[] {
  const placed = view.deeds.filter(
    (d) =>
      d.factual &&
      d.clause.statement.polarity === 'positive' &&
      inOnePlace.has(d.kind) &&
      view.entities.get(d.about)?.type === 'person',
  )
  return [...groupBy(placed, (d) => `${questionOf(d)} ${d.about}`).values()].flatMap((list) => {
    const answers = joined(list.flatMap((d) => placesOf(view, d)))
    if (answers.length < 2 || answers.length > 20 || !eachHasItsOwn(answers)) return []
    return conflictOf(
      'place',
      'soft',
      'different-places',
      answers,
      (sides) => `Where it happened differs: ${listed(sides)}.`,
    )
  })
}

/** Where somebody was arrested is one question, where he was taken and is held another. */
function questionOf({ kind, clause }: Deed): string {
  const arrest = /^(?:arrest|capture|apprehend|catch|seize)$/.test(clause.statement.event.predicate.split(' ')[0]!)
  return kind === 'detain' && arrest ? 'arrest' : (groupOf[kind] ?? kind)
}

/** "Sallow Harbour" and "Sallow's new harbour" are one place: the same noun, and a word of a name that both have. */
function joined(answers: readonly Answer[]): Answer[] {
  const seen: { readonly value: string; readonly words: Set<string> }[] = []
  return answers.map((answer) => {
    const words = answer.label.match(/\p{Lu}\p{L}{3,}/gu) ?? []
    const noun = answer.value.split(' ').at(-1)
    const known = seen.find((s) => s.value.split(' ').at(-1) === noun && words.some((w) => s.words.has(w)))
    if (!known || /^(?:outside|near) /.test(answer.value)) {
      seen.push({ value: answer.value, words: new Set(words) })
      return answer
    }
    for (const word of words) known.words.add(word)
    return { ...answer, value: known.value }
  })
}

/** Held somewhere and taken somewhere are one question. */
const groupOf: Readonly<Record<string, string>> = { move: 'detain', raise: 'origin', bear: 'origin' }

const prepositions = new Set(['in', 'at', 'on', 'near', 'outside', 'inside', 'to', 'into', 'along', 'beside', 'off'])
const vague = new Set(
  'scene country place world area time day night morning evening week month year case charge connection custody way front back number order addition response part condition prison jail detention arrest'.split(
    ' ',
  ),
)

/** The places a clause gives: nouns under a preposition of place. */
function placesOf(view: View, { clause }: Deed): Answer[] {
  const { sentence, reading, tokens } = clause
  const verbs = new Set(
    tokens.flatMap((t) =>
      t.upos === 'VERB' && clause.statement.event.predicate.includes(t.lemma.toLowerCase())
        ? [sentence.tokens.indexOf(t)]
        : [],
    ),
  )
  return tokens.flatMap((token): Answer[] => {
    const index = sentence.tokens.indexOf(token)
    const joined = token.deprel === 'conj' ? sentence.tokens[token.head] : undefined
    const relation = joined?.deprel ?? token.deprel
    const above = joined?.head ?? token.head
    if (!/^(?:NOUN|PROPN)$/.test(token.upos) || !/^obl/.test(relation) || !verbs.has(above)) return []
    const preposition = dependents(sentence, index).find(({ token: t }) => t.deprel === 'case')
    const word = preposition?.token.lemma.toLowerCase()
    if (!preposition || word === undefined || !prepositions.has(word)) return []
    const mention = lyingIn(reading.mentions, sentence.start, sentence.end).find(
      (m) => m.type === 'place' && m.sentence === sentence.index && m.headToken === index,
    )
    if (!mention || vague.has(token.lemma.toLowerCase())) return []
    const entity = view.entityOf(reading, mention)
    // A country says too little: every place lies in one.
    const name =
      entity && entity.names.length > 0 ? entity.name.toLowerCase().replaceAll('-', ' ') : token.lemma.toLowerCase()
    const range = { start: preposition.token.start, end: Math.min(mention.end, preposition.token.start + 120) }
    const outside = word === 'outside' || word === 'near' ? `${word} ` : ''
    return [answerAt(view, reading, range, outside + name, wordsAt(reading, range))]
  })
}
