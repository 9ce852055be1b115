import { distance } from 'fastest-levenshtein'
import { looksLikeOutlet, outletNamed } from '../knowledge/outlet-names.js'
import { mayBeOneFirstName } from '../knowledge/pet-names.js'
import { isAnyBody, roleIn } from '../knowledge/roles.js'
import { sayingLexicon } from '../knowledge/saying.js'
import { type Alignment, unnamedVoice } from '../model/alignment.js'
import type { Entity } from '../model/findings.js'
import { joined } from '../model/joined.js'
import type { Reading } from '../model/reading.js'
import { bodiesOf, platforms, wordsIn } from './bodies.js'
import { campsOf } from './camps.js'

/** Which voices are one party: a spokesman and his office, unnamed officials of one body, ministers of one government. */
export interface Parties {
  /** The party of an entity, by a key that equal parties share. */
  readonly of: (entity: string) => string
  /** How the party came about, in words for a reader; null for a voice that stands alone. */
  readonly body: (party: string) => string | null
}

/** Words by which each voice is called: its names, its descriptions, and the words that name it where it speaks. */
export function handlesOf(alignment: Alignment, readings: readonly Reading[]): Map<string, string[]> {
  const texts = new Map(readings.map((r) => [r.report.id, r.report.text]))
  const handles = new Map(alignment.entities.map((e) => [e.id, [e.name, ...e.names, ...e.descriptions]]))
  for (const { report, source, chain } of alignment.attributions) {
    const voice = chain.at(-1)
    const words = source.map(({ start, end }) => texts.get(report)?.slice(start, end) ?? '').join(' ')
    const names = handles.get(voice ?? '')
    if (names && words !== '' && (chain.length === 2 || names.some((n) => words.includes(n)))) names.push(words)
  }
  return new Map([...handles].map(([id, list]) => [id, [...new Set(list.map((h) => h.replace(/\s+/g, ' ').trim()))]]))
}

/** Joins voices into parties; see Parties. */
export function findParties(
  entities: readonly Entity[],
  handles: ReadonlyMap<string, readonly string[]>,
  readings: readonly Reading[],
): Parties {
  const texts = new Map(readings.map((r) => [r.report.id, r.report.text]))
  // "body …" comes before all entity ids, so that it is the key of those who speak for it.
  const { join, setOf: root } = joined()
  for (const [a, b] of spelledAlike(entities)) join(a, b)
  for (const [a, b] of shortMastheads(entities)) join(a, b)
  for (const [a, b] of namedAlike(entities)) join(a, b)
  const owners = ownersIn(entities, texts)
  const bodiesOfEntity = ofOneGovernment(entities, allBodies(entities, handles), root)
  const camps = campsOf(entities, bodiesOfEntity, root)
  const ofCamps = new Set(camps.map(([, voice]) => voice))
  for (const entity of entities) {
    if (isOutlet(entity)) continue
    const bodies = bodiesOfEntity.get(entity.id) ?? []
    for (const body of bodies) join(`body ${body}`, entity.id)
    if (entity.names.length > 0 || bodies.length > 0 || ofCamps.has(entity.id)) continue
    const owner = isDocument(entity) ? owners.get(entity.id) : undefined
    if (owner !== undefined) join(owner, entity.id)
    // Two voices that nobody names and that are called alike may be one, so they are not counted as two.
    else if (isDescribed(entity)) join(`unnamed ${headOf(entity.name)}`, entity.id)
  }
  for (const [person, voice] of camps) join(person, voice)
  return {
    of: root,
    body: (party) => (party.startsWith('body ') ? party.slice(5) : null),
  }
}

/**
 * The bodies of every voice. "An official of the ministry" speaks for the one ministry of the story, if there is only one,
 * and so does "the official", if only one body of the story has officials.
 */
function allBodies(
  entities: readonly Entity[],
  handles: ReadonlyMap<string, readonly string[]>,
): Map<string, string[]> {
  const bodies = new Map(entities.filter((e) => !isOutlet(e)).map((e) => [e.id, bodiesOf(e, handles.get(e.id) ?? [])]))
  spellOut(bodies)
  const known = [...new Set([...bodies.values()].flat())]
  // "police" are the police of the one country or town whose police the story names.
  const forces = known.filter((k) => k.startsWith('police of '))
  if (forces.length === 1)
    for (const [id, list] of bodies) if (list.includes('police')) bodies.set(id, [...new Set([...list, ...forces])])
  const officials = new Set<string>()
  for (const entity of entities) {
    if (entity.names.length === 0 && insiders.has(headOf(entity.name)))
      for (const body of bodies.get(entity.id) ?? []) officials.add(body)
  }
  for (const entity of entities) {
    if (entity.names.length > 0 || (bodies.get(entity.id)?.length ?? 1) > 0) continue
    const word = wordsIn(entity.name).find((w, i) => i > 0 && isAnyBody(w))
    const meant = word === undefined ? [...officials] : known.filter((k) => k.endsWith(` ${word}`))
    if (meant.length === 1 && insiders.has(headOf(entity.name))) bodies.set(entity.id, meant)
  }
  return bodies
}

/** "IDF" is the Israel Defense Forces, where the story has one body of these initials. */
function spellOut(bodies: Map<string, string[]>): void {
  const byInitials = new Map<string, Set<string>>()
  for (const body of [...bodies.values()].flat()) {
    const words = body.split(' ').filter((w) => !/^(?:of|the|and|for)$/.test(w))
    const initials = words.map((w) => w[0]).join('')
    if (words.length >= 3) byInitials.set(initials, (byInitials.get(initials) ?? new Set()).add(body))
  }
  const spelled = (body: string) => {
    const [full, another] = byInitials.get(body) ?? []
    return full !== undefined && another === undefined ? full : body
  }
  for (const [id, list] of bodies) bodies.set(id, [...new Set(list.map(spelled))])
}

/**
 * Nobody speaks for two governments: where the words for one voice would make him an Arvenian and a Brennish minister, somebody was
 * taken for somebody else, and the government that more mentions stand for is kept; none, where neither leads.
 */
function ofOneGovernment(
  entities: readonly Entity[],
  bodies: ReadonlyMap<string, readonly string[]>,
  voiceOf: (entity: string) => string,
): Map<string, readonly string[]> {
  const isGovernment = (body: string) => body.startsWith('government of ')
  const mentions = new Map<string, Map<string, number>>()
  for (const { id, mentions: own } of entities)
    for (const body of (bodies.get(id) ?? []).filter(isGovernment)) {
      const counts = mentions.get(voiceOf(id)) ?? new Map<string, number>()
      mentions.set(voiceOf(id), counts.set(body, (counts.get(body) ?? 0) + own.length + 1))
    }
  const kept = (id: string, body: string) => {
    const counts = mentions.get(voiceOf(id))
    const mine = counts?.get(body) ?? 0
    return !isGovernment(body) || [...(counts ?? [])].every(([other, n]) => other === body || n < mine)
  }
  return new Map([...bodies].map(([id, list]) => [id, list.filter((body) => kept(id, body))]))
}

const insiders = new Set([
  'official',
  'source',
  'spokesman',
  'spokeswoman',
  'spokesperson',
  'insider',
  'representative',
  'employee',
])

/** Whether an entity is an outlet, by its name. */
export function isOutlet({ type, names, name }: Entity): boolean {
  if (outletNamed(name)) return type !== 'person'
  return type === 'organisation' && names.some(looksLikeOutlet)
}

/** Whether a voice is called by a noun at least: "a dockworker", not "he" or "it is said". */
export function isDescribed({ id, name, names, descriptions }: Entity): boolean {
  if (id === unnamedVoice || pronoun.test(name)) return false
  if (names.length > 0) return !names.every((n) => pronoun.test(n))
  if (vague.has(headOf(name)) || name.replace(calendar, '') === '') return false
  return descriptions.some((d) => d.length <= 80 && /\p{L}{3}/u.test(d) && !pronoun.test(d))
}

/** "the official", "its owner", "founder", "the statement": somebody or something that was introduced elsewhere. */
export function refersBack(entity: Entity): boolean {
  if (entity.names.length > 0) return false
  const words = (entity.descriptions[0] ?? entity.name)
    .toLowerCase()
    .split(/\s+/)
    .filter((w) => !order.has(w))
  if (words.length === 1) return bodiesOf(entity, []).length === 0 && roleIn(words) !== undefined
  return words.length === 2 && /^(?:the|its|his|her|their|this|that)$/.test(words[0]!)
}

const order = new Set(['next', 'last', 'latest', 'same', 'first', 'second', 'third', 'previous', 'following', 'other'])

/** "the ministry on Tuesday": words that run on into a date name nobody well, though somebody is meant. */
export function runsIntoDate(name: string): boolean {
  return calendar.test(name)
}

const calendar =
  /\b(?:yesterday|today|tomorrow|(?:last|next) (?:night|week|month|year))\b|\b(?:(?:last|next) )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/i

const pronoun = /^(?:i|we|he|she|it|they|you|him|her|us|them|me|who|this|that|these|those|some|others?|many|one)$/i

/** Whether a voice is a thing that can be read, seen or heard: "a video", "the harbour log". */
export function isDocument({ type, name, names }: Entity): boolean {
  if (names.length > 0) return type === 'work'
  const head = headOf(name)
  return sayingLexicon().isDocument(head) || things.has(head)
}

const things = new Set(['map', 'sign', 'slide', 'presentation', 'lyric', 'list', 'entry'])

/** What is said to show something, with no word on who has it: no witness. */
const vague = new Set(
  'evidence data figure material proof archive file document information fact news story reaction event tower investigation'.split(
    ' ',
  ),
)

/** The noun on which a phrase hangs, in the singular: "two old lanterns" → lantern, "an official at the ministry" → official. */
export function headOf(phrase: string): string {
  const words = wordsIn(phrase)
  const end = words.findIndex((w, i) => i > 0 && cuts.has(w))
  const head = (end < 0 ? words : words.slice(0, end)).at(-1) ?? ''
  return head.length > 3 && /[^s]s$/.test(head) && head !== 'news' ? head.slice(0, -1) : head
}

const cuts = new Set(
  'of that who which whose in at from for with on by about familiar close inside within near called seen posted issued published'.split(
    ' ',
  ),
)

/** "Emil Lingard" and "Emil Lindgard", "Mike Aske" and "Michael Aske": people whose names differ by a letter or a pet name are not counted as two. */
function spelledAlike(entities: readonly Entity[]): [string, string][] {
  const people = entities
    .filter((e) => e.type === 'person')
    .flatMap(({ id, names }) =>
      [...new Set(names.map((n) => n.toLowerCase()))]
        .map((name) => name.split(/\s+/))
        .filter((words) => words.length === 2)
        .map(([first = '', surname = '']) => ({ id, first, surname })),
    )
  const byFirst = new Map<string, Person[]>()
  const byLast = new Map<string, Person[]>()
  for (const person of people) {
    push(byFirst, person.first, person)
    push(byLast, person.surname, person)
  }
  const nearly = (a: Person, b: Person) => a.surname.length >= 5 && distance(a.surname, b.surname) <= 1
  const petNamed = (a: Person, b: Person) => a.first !== b.first && mayBeOneFirstName(a.first, b.first)
  return [...pairsIn(byFirst, nearly), ...pairsIn(byLast, petNamed)]
}

interface Person {
  readonly id: string
  readonly first: string
  readonly surname: string
}

function pairsIn(groups: ReadonlyMap<string, readonly Person[]>, alike: (a: Person, b: Person) => boolean) {
  return [...groups.values()]
    .filter((people) => people.length <= 12)
    .flatMap((people) =>
      people.flatMap((a, i) =>
        people
          .slice(i + 1)
          .filter((b) => a.id !== b.id && alike(a, b))
          .map((b): [string, string] => [a.id, b.id]),
      ),
    )
}

/** "Beaconmark" that one report's words make a firm and another's a place: one name is one voice, whatever it was taken for. */
function namedAlike(entities: readonly Entity[]): [string, string][] {
  const byName = new Map<string, string[]>()
  for (const { id, names } of entities)
    for (const name of new Set(names.map((n) => wordsIn(n).join(' ')))) push(byName, name, id)
  return [...byName.values()].flatMap(([first, ...others]) => others.map((other): [string, string] => [first!, other]))
}

/** "the Gazette" is the Harbour Gazette, where the story has no other paper of that name. */
function shortMastheads(entities: readonly Entity[]): [string, string][] {
  const outlets = entities.filter(isOutlet)
  const byLast = new Map<string, Entity[]>()
  for (const outlet of outlets) push(byLast, wordsIn(outlet.name).at(-1) ?? '', outlet)
  return entities.flatMap((short) => {
    const words = wordsIn(short.name).filter((w) => w !== 'the')
    const full = byLast.get(words[0] ?? '')?.filter((o) => o.id !== short.id) ?? []
    return words.length === 1 && short.type === 'organisation' && full.length === 1
      ? [[short.id, full[0]!.id] as [string, string]]
      : []
  })
}

/** "Castell’s video", "a video that Ms. Castell posted", "a statement by Beaconmark": the person or body named in or right after the words for a document. */
function ownersIn(entities: readonly Entity[], texts: ReadonlyMap<string, string>): Map<string, string> {
  const named = new Map<string, { start: number; end: number; entity: string }[]>()
  for (const entity of entities) {
    if (entity.names.length === 0 || (entity.type !== 'person' && entity.type !== 'organisation')) continue
    // "a Twitter message" is not Twitter's.
    if (isOutlet(entity) || platforms.has(entity.name.toLowerCase())) continue
    for (const { report, start, end, how } of entity.mentions)
      if (how !== 'nominal') push(named, report, { start, end, entity: entity.id })
  }
  const owners = new Map<string, string>()
  for (const entity of entities) {
    if (entity.names.length > 0 || !isDocument(entity)) continue
    for (const { report, start, end } of entity.mentions) {
      const inside = named
        .get(report)
        ?.find(
          (n) =>
            n.start >= start && (n.end <= end || ownership.test(texts.get(report)!.slice(end, Math.max(end, n.start)))),
        )
      if (inside) owners.set(entity.id, inside.entity)
    }
  }
  return owners
}

/** What may stand between a document and its owner. */
const ownership =
  /^(?: (?:that|which|in which|by|from|of|posted by|issued by|released by|published by|filmed by|taken by))? ?(?:the |Mr\. |Ms\. |Mrs\. |Dr\. )?$/

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
