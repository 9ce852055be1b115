import { tellsOfKin } from '../knowledge/callings.js'
import type { Alignment } from '../model/alignment.js'
import type { Entity, EntityMention, Statement } from '../model/findings.js'
import { type Mention, type Reading, type Sentence, sentenceAt, type Token } from '../model/reading.js'
import type { Span } from '../model/span.js'
import type { Called } from './callings/called.js'
import type { Deed } from './events/deeds.js'
import type { LikePair } from './events/likeness.js'
import { groupBy } from './lists.js'
import { near, plainName, transliterated } from './names/likeness.js'

/** The story laid out for comparing: from words to entities and statements and back. */
export interface Layout {
  /** In an order that does not depend on the one they were given in. */
  readonly readings: readonly Reading[]
  /** By id; a person whose name is misspelt in some report is found under either id. */
  readonly entities: ReadonlyMap<string, Entity>
  readonly clauses: readonly Clause[]
  readonly clausesOf: ReadonlyMap<string, readonly Clause[]>
  readonly clausesIn: ReadonlyMap<Sentence, readonly Clause[]>
  /** The entity of a mention; null where it was not resolved. */
  readonly entityOf: (reading: Reading, mention: Mention) => Entity | null
  /** Pairs of clauses that the alignment takes for one assertion or one event, with its certainty from 0 to 1. */
  readonly aligned: readonly { readonly one: Clause; readonly other: Clause; readonly certainty: number }[]
}

/** The layout with what several rules ask of it, worked out once. */
export interface View extends Layout {
  readonly deeds: readonly Deed[]
  /** Every noun by which somebody or something is called. */
  readonly callings: readonly Called[]
  /** What a clause speaks of: entities, kinds of events, other words of content. */
  readonly contentOf: (clause: Clause) => ReadonlySet<string>
  /** What a whole sentence speaks of. */
  readonly contentOfSentence: (place: Pick<Clause, 'reading' | 'sentence'>) => ReadonlySet<string>
  /** Whether a clause lies within words that a report quotes, or has a part there. */
  readonly isQuoted: (clause: Clause) => boolean
  /** Pairs of clauses at least so like, from 0 to 1; nothing below `leastLikeness` is kept. */
  readonly likePairs: (least: number) => readonly LikePair[]
}

/** A statement with its place in the parse. */
export interface Clause {
  readonly statement: Statement
  readonly reading: Reading
  readonly sentence: Sentence
  /** Tokens of the sentence that lie in the statement. */
  readonly tokens: readonly Token[]
}

/** Lays the story out. */
export function layOut(readings: readonly Reading[], alignment: Alignment): Layout {
  const ordered = [...readings].sort((a, b) => compare(keyOf(a), keyOf(b)))
  const meant = meantBy(
    new Map([
      ...oneNamed(alignment.entities),
      ...misspelt(alignment.entities),
      ...swapped(alignment.entities, ordered),
    ]),
  )
  const mentioned = new Map<string, Entity>()
  for (const entity of alignment.entities)
    for (const m of entity.mentions) mentioned.set(`${m.report} ${m.start} ${m.end}`, meant(entity))
  const byReport = new Map<string, Statement[]>()
  for (const statement of alignment.statements) {
    const list = byReport.get(statement.report)
    if (list) list.push(statement)
    else byReport.set(statement.report, [statement])
  }
  const clausesOf = new Map(
    ordered.map((reading) => [reading.report.id, clausesIn(reading, byReport.get(reading.report.id) ?? [])] as const),
  )
  return {
    readings: ordered,
    entities: new Map(alignment.entities.map((e) => [e.id, meant(e)])),
    clauses: [...clausesOf.values()].flat(),
    aligned: alignedPairs(alignment, [...clausesOf.values()].flat()),
    clausesOf,
    clausesIn: groupBy([...clausesOf.values()].flat(), (c) => c.sentence),
    entityOf: (reading, { start, end }) => mentioned.get(`${reading.report.id} ${start} ${end}`) ?? null,
  }
}

/** The clause of a report that best holds a stretch of it: the smallest around it, else the sentence. */
export function clauseAt(view: Layout, reading: Reading, start: number, end: number): Clause | null {
  const around = clausesNear(view, reading, start).filter(({ statement: s }) => s.start <= start && end <= s.end)
  return around.sort((a, b) => size(a) - size(b))[0] ?? null
}

/** The clauses of the sentence in which a position lies. */
export function clausesNear(view: Layout, reading: Reading, position: number): readonly Clause[] {
  const sentence = sentenceAt(reading.sentences, position)
  return (sentence && view.clausesIn.get(sentence)) ?? []
}

/** The words of a report, white space made plain. */
export function wordsAt(reading: Reading, { start, end }: { readonly start: number; readonly end: number }): string {
  return reading.report.text.slice(start, end).replace(/\s+/g, ' ').trim()
}

/** The statement as a span. */
export function spanOf({ statement: { report, start, end } }: Clause): Span {
  return { report, start, end }
}

/** Tokens that hang on this one, in text order. */
export function dependents(sentence: Sentence, head: number): { readonly token: Token; readonly index: number }[] {
  const found: { token: Token; index: number }[] = []
  sentence.tokens.forEach((token, index) => {
    if (token.head === head) found.push({ token, index })
  })
  return found
}

/** Where an entity is called by a name. */
export function nameMentions(entity: Entity): readonly EntityMention[] {
  return entity.mentions.filter((m) => m.how === 'name')
}

/** Who stands for an entity in the end: the "Emil Lindgard" taken for a body is the person of that name, who is Emil Lingard misspelt. */
function meantBy(aliases: ReadonlyMap<string, Entity>): (entity: Entity) => Entity {
  return (entity) => {
    const passed = new Set<Entity>()
    let at = entity
    for (let next = aliases.get(at.id); next && !passed.has(next); next = aliases.get(at.id)) {
      passed.add(at)
      at = next
    }
    return at
  }
}

/** Persons of one first name and surnames a slip apart: the one less spoken of stands for the other. */
function misspelt(entities: readonly Entity[]): ReadonlyMap<string, Entity> {
  const persons = entities
    .filter((e) => e.type === 'person' && /\s/.test(e.name) && e.names.length > 0)
    .map((entity) => ({ entity, words: plainName(entity.name).split(' ') }))
    .sort((a, b) => b.entity.mentions.length - a.entity.mentions.length || compare(a.entity.name, b.entity.name))
  const byInitials = new Map<string, typeof persons>()
  const found = new Map<string, Entity>()
  for (const person of persons) {
    const [first, last] = [person.words[0]!, person.words.at(-1)!]
    const key = `${first[0]}${last[0]}`
    const known = byInitials.get(key) ?? []
    const home = known.find(
      ({ words }) =>
        (words[0] === first || transliterated(words[0]!, first)) &&
        (words.at(-1) === last || near(words.at(-1)!, last)),
    )
    if (home) found.set(person.entity.id, home.entity)
    else byInitials.set(key, [...known, person])
  }
  return found
}

/** One name that was taken for a place in one report and for a body in another; a place on the map is left a place. */
function oneNamed(entities: readonly Entity[]): ReadonlyMap<string, Entity> {
  const byName = new Map<string, Entity>()
  const found = new Map<string, Entity>()
  const named = entities.filter((e) => e.names.length > 0 && !e.place)
  for (const entity of [...named].sort((a, b) => b.mentions.length - a.mentions.length || compare(a.id, b.id))) {
    const name = plainName(entity.name)
    const home = byName.get(name)
    if (!home) byName.set(name, entity)
    else if (home.type !== entity.type) found.set(entity.id, home)
  }
  return found
}

/** The person most spoken of, and somebody of the same surname whom one report names once beside him, with no word of kinship. */
function swapped(entities: readonly Entity[], readings: readonly Reading[]): ReadonlyMap<string, Entity> {
  const persons = entities.filter((e) => e.type === 'person' && e.names.length > 0)
  const hero = persons.reduce<Entity | null>((a, b) => (a && a.mentions.length >= b.mentions.length ? a : b), null)
  const parts = (e: Entity) => plainName(e.name).split(' ')
  const found = new Map<string, Entity>()
  if (!hero || parts(hero).length < 2) return found
  for (const other of persons) {
    const named = nameMentions(other)
    const reports = new Set(named.map((m) => m.report))
    const [report] = reports
    const sameLast = parts(other).length > 1 && parts(other).at(-1) === parts(hero).at(-1)
    if (other === hero || !sameLast || reports.size !== 1 || named.length > 2) continue
    const reading = readings.find((r) => r.report.id === report)
    const beside = nameMentions(hero).some((m) => m.report === report && m.end - m.start >= hero.name.length)
    const text = named.map((m) => reading?.report.text.slice(Math.max(0, m.start - 120), m.end + 120)).join(' ')
    if (beside && new Set(nameMentions(hero).map((m) => m.report)).size >= 3 && !tellsOfKin(text))
      found.set(other.id, hero)
  }
  return found
}

/** A claim with more statements than this lends only its first ones. */
const mostOfOneClaim = 12

function alignedPairs({ claims, neighbours }: Alignment, clauses: readonly Clause[]): Layout['aligned'] {
  const byId = new Map(clauses.map((c) => [c.statement.id, c]))
  const pairs: { one: Clause; other: Clause; certainty: number }[] = []
  const add = (a: string, b: string, certainty: number) => {
    const [one, other] = [byId.get(a), byId.get(b)]
    if (one && other && one.reading !== other.reading) pairs.push({ one, other, certainty })
  }
  for (const { statements } of claims)
    statements.slice(0, mostOfOneClaim).forEach((a, i) => {
      for (const b of statements.slice(i + 1, mostOfOneClaim)) add(a, b, 1)
    })
  for (const { statements, likeness } of neighbours) add(statements[0], statements[1], likeness)
  return pairs
}

function clausesIn(reading: Reading, statements: readonly Statement[]): Clause[] {
  return statements.flatMap((statement) => {
    const sentence = sentenceAt(reading.sentences, statement.start)
    if (!sentence || sentence.kind === 'furniture') return []
    const tokens = sentence.tokens.filter((t) => t.start >= statement.start && t.end <= statement.end)
    return [{ statement, reading, sentence, tokens }]
  })
}

function size({ statement }: Clause): number {
  return statement.end - statement.start
}

function keyOf(reading: Reading): string {
  return `${reading.report.sha256} ${reading.report.source} ${reading.report.id}`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
