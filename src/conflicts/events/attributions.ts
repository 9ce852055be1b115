import { outletNamed } from '../../knowledge/outlet-names.js'
import { unnamedVoice } from '../../model/alignment.js'
import { once } from '../lists.js'
import { type Answer, answerOf, type FoundConflict, listed } from '../sides.js'
import { type Clause, dependents, type View, wordsAt } from '../view.js'
import { party } from './deeds.js'
import { conflictsOf, type Quarrel } from './pairs.js'
import { familyOf } from './same-event.js'
import { verbOf } from './verbs.js'

/** How like two clauses must be to be one assertion, from 0 to 1. */
const least = 0.8

/** Who stands for an assertion in the end. */
export interface Voucher {
  readonly key: string
  readonly label: string
}

/**
 * "Lingard had been ordered to switch it off." – "Lingard had been ordered to switch it off, his lawyer said."
 *
 * One assertion that one report makes in its own voice and another credits to somebody, or that two credit to different voices.
 */
export function differentVouchers(view: View): FoundConflict[] {
  const voucherOf = once((clause: Clause) => voucher(view, clause))
  // A report that says somewhere who vouches need not say it again.
  const credited = new Set(
    view.likePairs(0.5).flatMap(({ one, other }) => {
      const [a, b] = [voucherOf(one), voucherOf(other)]
      if (!a || !b || a.key === 'outlet' || !(a.key.includes(b.key) || b.key.includes(a.key))) return []
      return [`${one.statement.id} ${other.statement.report}`, `${other.statement.id} ${one.statement.report}`]
    }),
  )
  const quarrels = view.likePairs(least).flatMap(({ one, other, shared }): Quarrel[] => {
    if (one.reading === other.reading || shared.length < 4) return []
    if (one.statement.polarity !== other.statement.polarity || !assertion(one) || !assertion(other)) return []
    if (familyOf(one) !== familyOf(other) || view.isQuoted(one) || view.isQuoted(other)) return []
    const [a, b] = [voucherOf(one), voucherOf(other)]
    if (!a || !b || sameVoice(view, one, a, other, b)) return []
    if (a.key === 'outlet' && credited.has(`${other.statement.id} ${one.statement.report}`)) return []
    if (b.key === 'outlet' && credited.has(`${one.statement.id} ${other.statement.report}`)) return []
    if (!aboutSomebodyElse(view, one, [a, b]) || !aboutSomebodyElse(view, other, [a, b])) return []
    // One outlet crediting another tells where it was read, not who stands for it.
    if (outletNamed(a.label) || outletNamed(b.label)) return []
    if (!standsAlone(one, a) || !standsAlone(other, b)) return []
    return [{ one: answer(one, a), other: answer(other, b) }]
  })
  return conflictsOf(
    quarrels,
    'attribution',
    'soft',
    'different-vouchers',
    (sides) => `Who stands for it differs: ${listed(sides)}.`,
  )
}

/** One voice under two names: one name within the other, one surname, or a body and its man. */
function sameVoice(view: View, one: Clause, a: Voucher, other: Clause, b: Voucher): boolean {
  if (a.key.includes(b.key) || b.key.includes(a.key) || a.key.split(' ').at(-1) === b.key.split(' ').at(-1)) return true
  const named = (clause: Clause, key: string) => wordsAt(clause.reading, clause.sentence).toLowerCase().includes(key)
  // "Sallow County Deputy Holm said": the county is Holm's in the one report, and alone in the other.
  if (a.key !== 'outlet' && b.key !== 'outlet' && (named(one, b.key) || named(other, a.key))) return true
  return speaksFor(view, a.key, b.key) || speaksFor(view, b.key, a.key)
}

/** Whether a person is described by a role of the body: "a spokesman of the office". */
function speaksFor(view: View, person: string, body: string): boolean {
  const entity = [...view.entities.values()].find((e) => e.type === 'person' && e.name.toLowerCase() === person)
  return (entity?.roles ?? []).concat(entity?.descriptions ?? []).some((role) => {
    const words = role.toLowerCase()
    return /spokes|representative|lawyer|attorney|official|chief/.test(words) || words.includes(body)
  })
}

/**
 * A report's own word is its own only where nobody is heard in the sentence and it is no heading;
 * somebody's word is his only where the clause is what he says, not what is told of somebody on the way.
 */
function standsAlone({ sentence, reading, statement }: Clause, { key }: Voucher): boolean {
  const said =
    sentence.tokens.some((t) => t.upos === 'VERB' && saying.test(t.lemma)) ||
    /according to/i.test(reading.report.text.slice(sentence.start, sentence.end))
  if (key === 'outlet') return sentence.kind === 'prose' && !said
  // "when Holm learned that it had been lit": whoever learns a thing does not vouch for it.
  if (!said) return false
  const before = reading.report.text.slice(Math.max(0, statement.start - 8), statement.start)
  return (
    !/\b(?:who|which|whose|where|when|while|after|before)\s*$/i.test(before) &&
    !/^(?:who|which|whose|where|when|while|after|before|by which|a reference)\b/i.test(
      reading.report.text.slice(statement.start, statement.start + 12),
    )
  )
}

/** Verbs by which somebody stands for what he says. */
const saying = /^(?:say|tell|report|announce|claim|add|accord|allege|accuse|argue|note|state|cite|write)$/

/**
 * Whether a clause tells something of a person known by name, who is not the voice: that a shooting occurred
 * is said by everybody, and what somebody tells of himself is his wherever it stands.
 */
function aboutSomebodyElse(view: View, one: Clause, voices: readonly Voucher[]): boolean {
  const people = (['agent', 'patient'] as const).flatMap((role) => {
    const entity = party(view, one, role)?.entity
    return entity?.type === 'person' && entity.names.length > 0 ? [entity.name.toLowerCase()] : []
  })
  return people.length > 0 && !people.some((name) => voices.some(({ key }) => key === name))
}

/** A clause that asserts something of somebody: a verb of its own with a subject, and not in the first person. */
function assertion(clause: Clause): boolean {
  const { tokens, sentence } = clause
  const verb = verbOf(clause)
  if (verb < 0 || sentence.tokens[verb]!.deprel === 'acl' || sentence.tokens[verb]!.deprel === 'appos') return false
  const finite = dependents(sentence, verb).some(
    ({ token }) => /^(?:nsubj|obl:agent)/.test(token.deprel) && !/^(?:who|which|that)$/i.test(token.form),
  )
  return finite && !tokens.some((t) => /^(?:I|we|my|our|me|us|you|your)$/i.test(t.form) && t.upos === 'PRON')
}

function answer(clause: Clause, { key, label }: Voucher): Answer {
  return answerOf(clause, key, label)
}

/** Who stands for a clause in the end: the report itself, or a voice known by name. */
export function voucher(view: View, { statement }: Clause): Voucher | null {
  const root = statement.chain.at(-1)
  if (root === undefined || root === 'outlet')
    return statement.stance === 'stated' ? { key: 'outlet', label: 'the report itself' } : null
  const entity = view.entities.get(root)
  // Two unnamed voices may be one.
  if (!entity || entity.names.length === 0 || entity.id === unnamedVoice) return null
  return { key: entity.name.toLowerCase(), label: entity.name }
}
