import { eventFamily } from '../../knowledge/event-families.js'
import type { Entity } from '../../model/findings.js'
import type { Range } from '../../model/span.js'
import type { Clause, Layout } from '../view.js'

/** A clause that tells that somebody did or suffered something, ready to be put against another one. */
export interface Deed {
  readonly clause: Clause
  /** Kind of event: a family of verbs, or the verb itself. */
  readonly kind: string
  /** Whom it is told about: the id of an entity, or the noun that stands for them. */
  readonly about: string
  readonly agent: Party | null
  readonly patient: Party | null
  /** Told as a fact of the past or present: not a wish, a plan, a condition. */
  readonly factual: boolean
  /** Whether only the protagonist's likeness says whom it is about. */
  readonly assumed: boolean
}

/** One who takes part. */
export interface Party extends Range {
  readonly entity: Entity | null
  /** Head noun, small letters. */
  readonly noun: string
}

/**
 * The deeds of the story. Somebody who is only "a man" or "the 26-year-old" is taken for the story's protagonist
 * when other words of the story say that the protagonist did or suffered the same.
 */
export function findDeeds(view: Layout): Deed[] {
  const plain = view.clauses.flatMap((clause): Deed[] => {
    const { predicate } = clause.statement.event
    const family = eventFamily(predicate) ?? eventFamily(lastVerb(predicate))
    const agent = party(view, clause, 'agent')
    const patient = party(view, clause, 'patient')
    const one = family?.about === 'patient' ? patient : agent
    if (!family || !one) return []
    const about = isNamed(one) ? one.entity.id : one.noun
    return about === ''
      ? []
      : [{ clause, kind: family.name, about, agent, patient, factual: isFactual(clause), assumed: false }]
  })
  const hero = protagonist(view)
  if (hero === null) return plain
  const kinds = new Set(plain.flatMap((d) => (d.about === hero ? [d.kind] : [])))
  return plain.map((d) => (anybody.has(d.about) && kinds.has(d.kind) ? { ...d, about: hero, assumed: true } : d))
}

const anybody = new Set([
  'man',
  'woman',
  'guy',
  'boy',
  'girl',
  'client',
  'person',
  'year-old',
  'suspect',
  'defector',
  'fugitive',
  'victim',
  'teenager',
  'child',
  'individual',
])

/** The person of whom the story speaks most, if of nobody else half as much. */
function protagonist(view: Layout): string | null {
  const counts = [...new Set(view.entities.values())]
    .flatMap((e) => (e.type === 'person' && e.names.length > 0 ? [{ id: e.id, count: e.mentions.length }] : []))
    .sort((a, b) => b.count - a.count)
  const [first, second] = counts
  return first && first.count >= 2 * (second?.count ?? 0) ? first.id : null
}

/** Who fills a role, with the head noun of the words that say so. */
export function party(view: Layout, { statement, sentence }: Clause, role: string): Party | null {
  const found = statement.event.roles.find((r) => r.role === role)
  if (!found) return null
  const tokens = sentence.tokens
  const inside = tokens.flatMap((t, i) => (t.start >= found.start && t.end <= found.end ? [i] : []))
  // The head is the token whose governor lies outside the words.
  const head = inside.find((i) => !inside.includes(tokens[i]!.head))
  const token = head === undefined ? undefined : tokens[head]
  return {
    start: found.start,
    end: found.end,
    entity: view.entities.get(found.entity ?? '') ?? null,
    noun: token && /^(?:NOUN|PROPN|NUM|ADJ)$/.test(token.upos) ? token.lemma.toLowerCase() : '',
  }
}

/** Whether those who fill a role in two clauses may be the same, where both clauses say who. */
export function partiesAgree(view: Layout, one: Clause, other: Clause, role: 'agent' | 'patient'): boolean {
  const [a, b] = [party(view, one, role), party(view, other, role)]
  if (!a || !b) return true
  if (a.entity && b.entity && (isNamed(a) || isNamed(b) || a.noun !== b.noun)) return a.entity.id === b.entity.id
  return a.noun === '' || b.noun === '' || a.noun === b.noun
}

/**
 * Whether those who fill a role in two clauses are known to be the same, where both clauses say who.
 * A denial must be of the very person of whom the thing is told; `partiesAgree` lets words that leave it open pass.
 */
export function partiesAreOne(view: Layout, one: Clause, other: Clause, role: 'agent' | 'patient'): boolean {
  const [a, b] = [party(view, one, role), party(view, other, role)]
  if (!a || !b) return true
  if (isNamed(a) && isNamed(b)) return a.entity.id === b.entity.id
  // "I do not know that" denies nothing that can be told.
  if (role === 'patient') return a.noun !== '' && b.noun !== '' && (a.noun === b.noun || isNamed(a) !== isNamed(b))
  if (a.entity && b.entity) return a.entity.id === b.entity.id
  return a.noun !== '' && a.noun === b.noun
}

/** Whether one who takes part is known by name. */
export function isNamed(one: Party): one is Party & { readonly entity: Entity } {
  return one.entity !== null && one.entity.names.length > 0
}

const unreal = new Set([
  'if',
  'whether',
  'unless',
  'would',
  'could',
  'might',
  'may',
  'should',
  'will',
  'shall',
  'must',
  'can',
])

/** Told as a fact of the past or present: no wish, no plan, no condition. */
export function isFactual({ statement, tokens, sentence }: Clause): boolean {
  if (statement.stance === 'speculated' || /^(?:why|how|what|whether)$/i.test(asks(tokens))) return false
  if (tokens.some((t) => unreal.has(t.lemma.toLowerCase()) && t.upos !== 'NOUN')) return false
  // "wanted to leave": an infinitive under a verb of wishing or planning.
  const first = sentence.tokens.indexOf(tokens[0]!)
  return !(first > 0 && /^(?:if|unless|whether|would|could)$/i.test(sentence.tokens[first - 1]!.form))
}

/** The word that opens a clause, an "and" before it left out. */
function asks(tokens: Clause['tokens']): string {
  return tokens.find((t) => t.upos !== 'CCONJ' && t.upos !== 'PUNCT')?.form ?? ''
}

/** "decide to leave" tells of leaving only when it was done: "manage to", "begin to". */
function lastVerb(predicate: string): string {
  const [first, to, ...rest] = predicate.split(' ')
  return to === 'to' && /^(?:manage|begin|start|continue)$/.test(first!) ? rest.join(' ') : ''
}
