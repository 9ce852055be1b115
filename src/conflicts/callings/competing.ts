import { bodyCallings, personCallings } from '../../knowledge/callings.js'
import { groupBy } from '../lists.js'
import { type Answer, answerAt, conflictOf, eachHasItsOwn, type FoundConflict, listed } from '../sides.js'
import { dependents, type View } from '../view.js'
import type { Called } from './called.js'

/**
 * "the former commander" – "the mercenary"; "its founder" – "its owner"
 *
 * The reports call one person by nouns that compete: rank, place in a body, trade, kin, standing before the law.
 */
export function competingCallings(view: View): FoundConflict[] {
  const called = view.callings
  return [...groupBy(called, (c) => c.entity.id).values()].flatMap((list) => {
    const { type, name, names } = list[0]!.entity
    if (names.length === 0) return []
    const lookUp =
      type === 'person' ? personCallings : type === 'organisation' || type === 'place' ? bodyCallings : null
    if (!lookUp) return []
    const answers = new Map<string, { readonly answer: Answer; readonly of: string; readonly body: string | null }[]>()
    for (const c of list)
      for (const { dimension, sense } of lookUp(c.noun)) {
        // A wife may be a mother too: kin compete only as kin of one and the same.
        if (dimension === 'kin' && kinOf(view, c) === null) continue
        if (general.has(sense) || isSomebodys(c, dimension)) continue
        const known = answers.get(dimension) ?? []
        answers.set(dimension, [
          ...known,
          {
            answer: answerAt(view, c.reading, c, sense, sense),
            of: dimension === 'kin' ? (kinOf(view, c) ?? '') : timeOf(c),
            body: bodyOf(view, c),
          },
        ])
      }
    return [...answers].flatMap(([dimension, found]) => {
      // What somebody is in two bodies does not compete, where each time it is told in which.
      const inBodies = dimension !== 'kin' && found.every((f) => f.body !== null)
      const relatives = groupBy(found, (f) => (inBodies ? `${f.of} ${f.body}` : f.of))
      return [...relatives.values()].flatMap((of) => {
        const all = of.map((f) => f.answer)
        if (!eachHasItsOwn(all) || all.every(({ value }) => inOneHand.has(value))) return []
        const severity = exclusive.has(dimension) ? 'hard' : 'soft'
        return conflictOf(
          type === 'person' ? 'role' : 'name',
          severity,
          `competing-callings-${dimension}`,
          limited(all),
          (sides) => `${name} is called by different words: ${listed(sides)}.`,
        )
      })
    })
  })
}

/** Whose kin somebody is called: "his aunt", "Brandt's aunt", "the aunt of Brandt"; null where it is not told. */
function kinOf(view: View, { reading, sentence, token }: Called): string | null {
  const possessor = dependents(sentence, token).find(({ token: t }) => /^nmod/.test(t.deprel))
  const mention =
    possessor &&
    reading.mentions.find((m) => m.kind === 'name' && m.sentence === sentence.index && m.headToken === possessor.index)
  const entity = mention ? view.entityOf(reading, mention) : null
  return entity && entity.names.length > 0 ? entity.id : null
}

/** Words so wide that they compete with none of their kind: a commander is a member too, a company an organisation. */
const general = new Set(['member', 'employee', 'veteran', 'volunteer', 'group'])

/** Charges that often lie in one hand: a founder may be chairman and chief too. */
const inOneHand = new Set(['founder', 'chief', 'CEO', 'director', 'chairman', 'partner'])

/** "his boss": what somebody is to another, not what he is. */
function isSomebodys({ sentence, token }: Called, dimension: string): boolean {
  return (
    dimension === 'charge' &&
    dependents(sentence, token).some(({ token: t }) => t.deprel === 'nmod:poss' && t.upos === 'PRON')
  )
}

/** Whether it is told of an earlier time: what somebody was and what he is do not compete. */
function timeOf({ sentence, token }: Called): string {
  const early = /^(?:former|ex|retired|then|onetime|longtime|once|previous)$/i
  return dependents(sentence, token).some(({ token: t }) => early.test(t.form)) ? 'former' : ''
}

/** The body in which somebody is what he is called: "a director of Beaconmark"; null where it is not told. */
function bodyOf(view: View, { reading, sentence, token }: Called): string | null {
  const own = dependents(sentence, token).flatMap(({ token: t, index }) =>
    /^(?:nmod|compound)/.test(t.deprel) ? [index] : [],
  )
  const body = reading.mentions.find(
    (m) => m.kind === 'name' && m.type === 'organisation' && m.sentence === sentence.index && own.includes(m.headToken),
  )
  return (body && view.entityOf(reading, body)?.id) ?? null
}

/** Nobody is captain and mate of one ship. */
const exclusive = new Set(['ship'])

/** A few places of each report for each word. */
function limited(answers: readonly Answer[]): Answer[] {
  return [...groupBy(answers, (a) => `${a.value} ${a.evidence.report}`).values()].flatMap((list) => list.slice(0, 3))
}
