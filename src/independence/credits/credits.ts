import { outletNamed, plainOutlet } from '../../knowledge/outlet-names.js'
import { roleIn } from '../../knowledge/roles.js'
import { sayingLexicon } from '../../knowledge/saying.js'
import type { Alignment } from '../../model/alignment.js'
import type { Attribution, Derivation, Entity } from '../../model/findings.js'
import { type Reading, type Sentence, sentenceAt } from '../../model/reading.js'
import type { Report } from '../../model/report.js'
import type { Range, Span } from '../../model/span.js'
import { bodiesOf } from '../bodies.js'
import { headOf, isDescribed, isOutlet, type Parties, refersBack, runsIntoDate } from '../parties.js'
import { findCreditLines } from './credit-lines.js'
import { type KnownOutlets, knownOutlets } from './known-outlets.js'

/** Who is credited by whom. */
export interface Credits {
  readonly derivations: readonly Derivation[]
  /** Outlets that only a credit line names, as entities of their own. */
  readonly entities: readonly Entity[]
  /** The outlet or agency whose copy a report wholly is, by report: a key that equal outlets share. */
  readonly copyOf: ReadonlyMap<string, string>
  /** The reports among them that are an agency's copy: an agency is printed by papers, and seldom prints them. */
  readonly fromAgency: ReadonlySet<string>
}

interface Credit {
  readonly to: string
  readonly from: string
  readonly kind: 'credits' | 'quotes'
  readonly evidence: readonly Span[]
  readonly name: string
}

/**
 * On whom each report says it leans: outlets and agencies, in its text, its byline or its last line; bodies, documents and
 * unnamed sources that speak in it; and people who spoke to it. A public figure who merely "said" something is no source of the report's own.
 */
export function findCredits(
  alignment: Alignment,
  readings: readonly Reading[],
  parties: Parties,
  handles: ReadonlyMap<string, readonly string[]>,
): Credits {
  const reports = readings.map((r) => r.report)
  const outlets = knownOutlets(reports, alignment.entities)
  const lines = creditLines(reports, outlets)
  const credits = [
    ...lines.credits,
    ...namedOutlets(new Map(readings.map((r) => [r.report.id, r])), alignment.entities, outlets),
    ...voices(alignment, outlets, parties, handles, readings),
  ]
  return {
    derivations: together(credits),
    entities: lines.entities,
    copyOf: lines.copyOf,
    fromAgency: lines.fromAgency,
  }
}

/** From lines that stand outside the story's sentences. */
function creditLines(reports: readonly Report[], outlets: KnownOutlets) {
  const credits: Credit[] = []
  const entities = new Map<string, Entity>()
  const copyOf = new Map<string, string>()
  const fromAgency = new Set<string>()
  for (const report of reports) {
    for (const { name, whole, sure, start, end } of findCreditLines(report)) {
      const others = outlets.reportsBy(name, report.id)
      const known = outlets.entityFor(name)
      if (!sure && others.length === 0 && known === undefined) continue
      const own = outlets.isOwn(name, report.id) || isOwnDesk(name, report)
      const key = name.toLowerCase()
      if (whole) copyOf.set(report.id, known?.id ?? key)
      if (whole && isAgency(name, own ? report.outlet : null)) fromAgency.add(report.id)
      if (own) continue
      const span = { report: report.id, start, end }
      const fitting = others.filter((other) => notLater(other, report))
      if (fitting.length > 0) {
        for (const other of fitting)
          credits.push({ to: report.id, from: other.id, kind: 'credits', evidence: [span], name })
        continue
      }
      const entity = known ?? entities.get(key) ?? newOutlet(`o${entities.size + 1}`, name, span)
      if (known === undefined) entities.set(key, entity)
      credits.push({ to: report.id, from: entity.id, kind: 'credits', evidence: [span], name })
    }
  }
  return { credits, entities: [...entities.values()], copyOf, fromAgency }
}

// A slug that is no known outlet's, "(HNA)", is most likely an agency's.
function isAgency(name: string, ownOutlet: string | null): boolean {
  const kind = outletNamed(ownOutlet ?? name)?.kind
  return (
    kind === 'agency' || (kind === undefined && (ownOutlet === null || /\b(?:agency|wire|press)\b/i.test(ownOutlet)))
  )
}

// "By Tidings Desk" in Tidings Now, "Herald Staff" in the Herald.
function isOwnDesk(name: string, { outlet }: Report): boolean {
  return (
    /\b(?:desk|staff|team|editors?|admin|newsroom)$/i.test(name) ||
    (outlet !== null && name.split(' ')[0] === outlet.replace(/^the /i, '').split(' ')[0])
  )
}

function newOutlet(id: string, name: string, span: Span): Entity {
  return {
    id,
    type: 'organisation',
    name,
    names: [name],
    descriptions: [],
    roles: [],
    mentions: [{ ...span, how: 'name' }],
    because: { rule: 'credit-line', spans: [span] },
  }
}

const reporting =
  /\b(?:told|tells|interview(?:ed)?|according to|report(?:s|ed|ing)?|quot(?:ed|ing)|as per|cit(?:ed|ing)|said (?:on|in)|broadcast|published|aired|wrote|writes|given|gave|spoke (?:to|with)|speaking (?:to|with|on)|confirmed to|obtained by|first|exclusive|column|op-ed|footage|statement to|asked by|in response to)\b/i

/** "… told the BBC": an outlet named in a sentence with a word of reporting. */
function namedOutlets(
  readings: ReadonlyMap<string, Reading>,
  entities: readonly Entity[],
  outlets: KnownOutlets,
): Credit[] {
  const credits: Credit[] = []
  for (const entity of entities) {
    if (!isOutlet(entity) && outlets.entityFor(entity.name) !== entity) continue
    for (const mention of entity.mentions) {
      if (mention.how === 'pronoun') continue
      const { report, sentences } = readings.get(mention.report)!
      const sentence = sentenceAt(sentences, mention.start)
      if (!sentence || sentence.kind === 'furniture') continue
      const words = report.text.slice(sentence.start, sentence.end)
      const before = report.text.slice(sentence.start, mention.start)
      const after = report.text.slice(mention.end, Math.min(sentence.end, mention.end + 40))
      if (!reporting.test(words)) continue
      const own = outlets.isOwn(entity.name, report.id) || isOwnMasthead(entity.name, report, outlets)
      // "told the Gazette" in the Gazette is its own interview; "as the Gazette reported" is an earlier report of its own.
      if (
        own &&
        (!/^\W*(?:\w+ )?(?:first |previously |earlier )?report(?:ed|s)/.test(after) || /\btold (?:the )?$/.test(before))
      )
        continue
      const span = { report: report.id, start: mention.start, end: mention.end }
      const others = outlets.reportsBy(entity.name, report.id).filter((other) => notLater(other, report))
      for (const from of own || others.length === 0 ? [entity.id] : others.map((o) => o.id))
        credits.push({ to: report.id, from, kind: 'credits', evidence: [span], name: entity.name })
    }
  }
  return credits
}

// "told the Gazette", in a report whose outlet is not known and that never gives the paper's full name: it is its own.
function isOwnMasthead(name: string, { id, outlet }: Report, outlets: KnownOutlets): boolean {
  const short = !outletNamed(name) && plainOutlet(name).split(' ').length === 1
  return outlet === null && short && outlets.reportsBy(name, id).length === 0
}

/** Words that show that somebody spoke, wrote or sent something to be carried. */
const channels =
  /\b(?:told|interview(?:ed)?|in (?:a|an|the) (?:\w+ )?(?:statement|email|e-mail|letter|phone call|telephone call|text message|message|post|tweet|interview|filing|affidavit)|by (?:phone|telephone|email|e-mail)|on (?:Facebook|Twitter|Instagram|Telegram|X|YouTube|social media)|tweeted|posted|wrote|emailed|speaking to|spoke to|who (?:lives?|saw|heard|witnessed|was|works?|owns?))\b/i

/** Voices that speak in a report on their own: bodies, documents, unnamed sources, and people who spoke to it. */
function voices(
  alignment: Alignment,
  outlets: KnownOutlets,
  parties: Parties,
  handles: ReadonlyMap<string, readonly string[]>,
  readings: readonly Reading[],
): Credit[] {
  const entities = new Map(alignment.entities.map((e) => [e.id, e]))
  const sentences = new Map(readings.map((r) => [r.report.id, r]))
  const bodies = bodyEntities(alignment.entities, handles, parties)
  return alignment.attributions.flatMap((attribution): Credit[] => {
    const entity = entities.get(attribution.chain[1] ?? '')
    if (
      !entity ||
      attribution.kind === 'opinion' ||
      attribution.kind === 'refusal' ||
      isOutlet(entity) ||
      outlets.entityFor(entity.name) === entity
    )
      return []
    const from = leanedOn(entity, attribution, sentences.get(attribution.report)!, handles, bodies, parties)
    if (from === null) return []
    const kind = attribution.kind === 'direct' || attribution.kind === 'mixed' ? 'quotes' : 'credits'
    const evidence = [...attribution.source, ...attribution.cue].map(({ start, end }) => ({
      report: attribution.report,
      start,
      end,
    }))
    return [{ to: attribution.report, from: from.id, kind, evidence, name: from.name }]
  })
}

function leanedOn(
  entity: Entity,
  attribution: Attribution,
  reading: Reading,
  handles: ReadonlyMap<string, readonly string[]>,
  bodies: ReadonlyMap<string, readonly Entity[]>,
  parties: Parties,
): Entity | null {
  const called = handles.get(entity.id) ?? []
  if (entity.type === 'place' || !isDescribed(entity)) return null
  // What heads of government say is said to all, unless they say it to this report.
  const { start, end } = around(attribution, reading.sentences)
  const channel = channels.test(reading.report.text.slice(start, end))
  if (holdsOffice(called, entity) && !(channel && entity.names.length > 0)) return null
  if (entity.names.length === 0)
    return (entity.descriptions[0] ?? entity.name).length <= 60 &&
      !refersBack(entity) &&
      !runsIntoDate(entity.name) &&
      !sayingLexicon().isOutlet(headOf(entity.name))
      ? entity
      : null
  if (entity.type !== 'person') return entity
  const speaksFor = bodies.get(parties.of(entity.id))
  if (speaksFor !== undefined)
    return speaksFor.find((b) => b.mentions.some((m) => m.report === attribution.report)) ?? speaksFor[0]!
  return channel ? entity : null
}

/** Whether somebody speaks as the holder of an office of state, and not for it: the prime minister, not her spokesman. */
function holdsOffice(called: readonly string[], { names, type }: Entity): boolean {
  if (type !== 'person') return false
  const capacities = called
    .filter((handle) => !names.includes(handle))
    .flatMap((handle) => roleIn(handle.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])?.capacities ?? [])
  return capacities.includes('governs') && !capacities.includes('speaks-for') && !capacities.includes('serves')
}

/** The entities that are bodies, by the party of those who speak for them. */
function bodyEntities(
  entities: readonly Entity[],
  handles: ReadonlyMap<string, readonly string[]>,
  parties: Parties,
): Map<string, Entity[]> {
  const bodies = new Map<string, Entity[]>()
  for (const entity of entities) {
    const isBody = entity.type === 'organisation' && bodiesOf(entity, handles.get(entity.id) ?? []).length > 0
    if (isBody && !isOutlet(entity))
      bodies.set(parties.of(entity.id), [...(bodies.get(parties.of(entity.id)) ?? []), entity])
  }
  return bodies
}

/** The sentences that hold the words that say who speaks. */
function around({ source, cue }: Attribution, sentences: readonly Sentence[]): Range {
  const at = [...source, ...cue].flatMap((range) => sentenceAt(sentences, range.start) ?? [])
  return { start: Math.min(...at.map((s) => s.start)), end: Math.max(...at.map((s) => s.end)) }
}

/** One derivation for each pair and kind, with all its words. */
function together(credits: readonly Credit[]): Derivation[] {
  const byEdge = new Map<string, Credit[]>()
  for (const credit of credits) {
    const key = `${credit.to} ${credit.from} ${credit.kind}`
    const list = byEdge.get(key)
    if (list) list.push(credit)
    else byEdge.set(key, [credit])
  }
  return [...byEdge.values()].map((list) => {
    const { to, from, kind, name } = list[0]!
    const evidence = [...new Map(list.flatMap((c) => c.evidence).map((e) => [`${e.start} ${e.end}`, e])).values()]
    return { to, from, kind, evidence, note: `${kind} ${name}` }
  })
}

/** A report cannot lean on one that came out on a later day. */
export function notLater(from: Report, to: Report): boolean {
  if (from.published === null || to.published === null) return true
  return from.published.slice(0, 10) <= to.published.slice(0, 10)
}
