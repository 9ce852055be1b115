import { groupBy } from '../lists.js'
import { type Answer, answerOf, conflictOf, type FoundConflict, listed } from '../sides.js'
import type { Clause, View } from '../view.js'
import { isFactual, party } from './deeds.js'
import { governorsOf, isNegated, verbOf } from './verbs.js'

const keeping = new Set(['comply', 'abide', 'adhere', 'honor', 'honour', 'observe', 'uphold', 'conform'])
const breaking = new Set(['violate', 'breach', 'flout', 'contravene', 'infringe'])
/** What is kept or broken; several words for one thing. */
const rules: Readonly<Record<string, string>> = {
  deal: 'agreement',
  accord: 'agreement',
  agreement: 'agreement',
  treaty: 'agreement',
  pact: 'agreement',
  term: 'agreement',
  commitment: 'agreement',
  obligation: 'agreement',
  contract: 'agreement',
  truce: 'truce',
  ceasefire: 'truce',
  law: 'law',
  rule: 'law',
  regulation: 'law',
  order: 'order',
  ruling: 'order',
  sanction: 'sanction',
}

/**
 * "Arveny is abiding by the terms of the fishing pact." – "Arveny has not complied with the agreement."
 *
 * Whether one party keeps to what it agreed to: kept in one account, broken in another.
 */
export function keptOrBroken(view: View): FoundConflict[] {
  const told = view.clauses.flatMap((clause) => {
    const found = keepingOf(view, clause)
    return found ? [{ key: `${found.who} ${found.what}`, answer: found.answer }] : []
  })
  return [...groupBy(told, (t) => t.key).values()].flatMap((list) => {
    const answers = list.map((t) => t.answer)
    if (new Set(answers.map((a) => a.evidence.report)).size < 2) return []
    return conflictOf(
      'polarity',
      'soft',
      'kept-or-broken',
      answers,
      (sides) => `Whether it was kept to or broken differs: ${listed(sides)}.`,
    )
  })
}

function keepingOf(view: View, clause: Clause): { who: string; what: string; answer: Answer } | null {
  const { sentence, tokens, statement } = clause
  const verb = verbOf(clause)
  const token = sentence.tokens[verb]
  if (!token || !isFactual(clause) || /^(?:unreal|probable)$/.test(statement.factuality ?? '')) return null
  const lemma = token.lemma.toLowerCase()
  const keeps = keeping.has(lemma)
  if (!keeps && !breaking.has(lemma)) return null
  // "denied that it had broken", "did not say that it had broken": told by the words above, and not here.
  if (
    governorsOf(sentence, verb).some(
      (g) => isNegated(sentence, g) || /^(?:deny|accuse|fear)$/.test(sentence.tokens[g]!.lemma),
    )
  )
    return null
  const who = party(view, clause, 'agent')?.entity
  const thing = tokens.find(
    (t) => t.start > token.start && t.upos === 'NOUN' && rules[t.lemma.toLowerCase()] !== undefined,
  )
  if (!who || who.names.length === 0 || !thing) return null
  const kept = keeps !== isNegated(sentence, verb)
  return {
    who: who.id,
    what: rules[thing.lemma.toLowerCase()]!,
    answer: answerOf(clause, kept ? 'kept' : 'broken', kept ? 'kept to' : 'broken'),
  }
}
