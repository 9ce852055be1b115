import { helps, roleIn } from '../knowledge/roles.js'
import type { Alignment } from '../model/alignment.js'
import type { Entity, Statement } from '../model/findings.js'
import type { Reading } from '../model/reading.js'
import { firstFrom } from '../model/span.js'
import type { Parties } from './parties.js'

/** Those who speak of another and can only have it from him, as far as the text tells. */
export interface SecondHand {
  /** The one from whom a voice has what it says in a claim made of these statements, or null where it may know of itself. */
  readonly from: (voice: string, members: readonly Statement[]) => string | null
}

interface Place {
  readonly start: number
  readonly end: number
  readonly entity: string
}

/** Whom each voice has its knowledge from, by the kind of tie. */
interface Ties {
  readonly lawyers: Map<string, Set<string>>
  readonly friends: Map<string, Set<string>>
  readonly heard: Map<string, Set<string>>
}

/**
 * "His lawyer said he had been ordered to switch off the lamp."  →  the lawyer has it from him
 *
 * A lawyer knows of his client's doings from his client; a friend or relative, where the thing told is what the other did;
 * whoever is shown to have heard him ("he told me"), and a group that helps people, where the thing told is about him.
 */
export function findSecondHand(
  alignment: Alignment,
  readings: readonly Reading[],
  parties: Parties,
  handles: ReadonlyMap<string, readonly string[]>,
): SecondHand {
  const { lawyers, friends, heard } = tiesIn(alignment, readings, parties, handles)
  const named = new Set(alignment.entities.filter((e) => e.names.length > 0).map((e) => e.id))
  // "her client" that coreference left alone is the client who is named.
  const onePerParty = (people: readonly string[]) => {
    const known = people.some((p) => named.has(p)) ? people.filter((p) => named.has(p)) : people
    return [...new Map(known.map((p) => [parties.of(p), p])).values()]
  }
  return {
    from: (voice, members) => {
      const speaker = parties.of(voice)
      const clients = onePerParty([...(lawyers.get(speaker) ?? [])])
      if (clients.length === 1) return clients[0]!
      const about = (map: ReadonlyMap<string, ReadonlySet<string>>, onlyDoer: boolean) =>
        [...(map.get(speaker) ?? [])].find((person) =>
          members.some(({ event }) =>
            event.roles.some(
              (r) =>
                r.entity !== null && parties.of(r.entity) === parties.of(person) && (!onlyDoer || r.role === 'agent'),
            ),
          ),
        ) ?? null
      return about(lawyers, false) ?? about(friends, true) ?? about(heard, false)
    },
  }
}

function tiesIn(
  alignment: Alignment,
  readings: readonly Reading[],
  parties: Parties,
  handles: ReadonlyMap<string, readonly string[]>,
): Ties {
  const ties: Ties = { lawyers: new Map(), friends: new Map(), heard: new Map() }
  const entities = new Map(alignment.entities.map((e) => [e.id, e]))
  const isPerson = (id: string) => entities.get(id)?.type === 'person'
  const add = (map: Map<string, Set<string>>, voice: string, source: string) => {
    const speaker = parties.of(voice)
    if (speaker !== parties.of(source)) map.set(speaker, (map.get(speaker) ?? new Set()).add(source))
  }

  for (const { voice, owner, words } of describedByOther(alignment.entities, readings, isPerson)) {
    if (lawyer.test(words)) add(ties.lawyers, voice, owner)
    else if (client.test(words) && !entities.get(voice)!.descriptions.some((d) => lawyer.test(d)))
      add(ties.lawyers, owner, voice)
    else if (roleIn(plainWords(words))?.capacities.includes('close-to')) add(ties.friends, voice, owner)
  }
  // Those a group helped, where the text shows that the two were in touch.
  const helpers = new Set(
    alignment.entities
      .filter((e) => helps(plainWords((handles.get(e.id) ?? []).join(' , '))))
      .map((e) => parties.of(e.id)),
  )
  for (const { event } of alignment.statements) {
    if (!contacts.has(event.predicate.split(' ')[0]!)) continue
    const parts = event.roles.flatMap((r) => r.entity ?? [])
    const helper = parts.find((id) => helpers.has(parties.of(id)))
    if (helper === undefined) continue
    for (const id of parts) if (isPerson(id) && entities.get(id)!.names.length > 0) add(ties.heard, helper, id)
  }
  const texts = new Map(readings.map((r) => [r.report.id, r.report.text]))
  for (const statement of alignment.statements) {
    const voice = statement.chain.at(-1)!
    if (statement.chain.length < 2 || !tellings.has(statement.event.predicate)) continue
    if (!/\b(?:me|us)\b/.test(texts.get(statement.report)!.slice(statement.start, statement.end))) continue
    const teller = statement.event.roles.find((r) => r.role === 'agent')?.entity
    const turnedRound = teller ? ties.heard.get(parties.of(teller))?.has(voice) : true
    if (teller && isPerson(teller) && !turnedRound) add(ties.heard, voice, teller)
  }
  return ties
}

const lawyer = /\b(?:lawyer|attorney|solicitor|barrister|counsel)s?\b/i
const client = /\bclient\b/i

/** What a group that helps does with those it helps. */
const contacts = new Set(
  'help assist aid support rescue contact shelter interview film publish meet speak talk advise represent protect ask evacuate confirm verify'.split(
    ' ',
  ),
)

/** "He told me", "he gave us his account": the speaker has it from another. */
const tellings = new Set([
  'tell',
  'give',
  'confide',
  'describe',
  'recount',
  'show',
  'send',
  'admit',
  'explain',
  'inform',
  'call',
  'write',
])

/** "his lawyer", "the lawyer of Emil Lindgard": a voice described by way of another person. */
function describedByOther(
  entities: readonly Entity[],
  readings: readonly Reading[],
  isPerson: (id: string) => boolean,
): { readonly voice: string; readonly owner: string; readonly words: string }[] {
  const texts = new Map(readings.map((r) => [r.report.id, r.report.text]))
  const places = placesByReport(entities.filter((e) => isPerson(e.id)))
  return entities
    .filter((e) => isPerson(e.id))
    .flatMap((entity) =>
      entity.mentions.flatMap(({ report, start, end, how }) => {
        if (how !== 'nominal' || end - start > 80) return []
        const inside = startingWithin(places.get(report) ?? [], start, end)
        const owner = inside.find((p) => p.end <= end && p.entity !== entity.id)
        return owner ? [{ voice: entity.id, owner: owner.entity, words: texts.get(report)!.slice(start, end) }] : []
      }),
    )
}

function placesByReport(entities: readonly Entity[]): Map<string, Place[]> {
  const places = new Map<string, Place[]>()
  for (const entity of entities)
    for (const { report, start, end } of entity.mentions) {
      const list = places.get(report)
      if (list) list.push({ start, end, entity: entity.id })
      else places.set(report, [{ start, end, entity: entity.id }])
    }
  for (const list of places.values()) list.sort((a, b) => a.start - b.start || b.end - a.end)
  return places
}

function startingWithin(places: readonly Place[], start: number, end: number): Place[] {
  const found: Place[] = []
  for (let i = firstFrom(places, start); i < places.length && places[i]!.start < end; i++) found.push(places[i]!)
  return found
}

function plainWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}
