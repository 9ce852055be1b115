import { unnamedVoice } from '../../model/alignment.js'
import { overlaps } from '../../model/span.js'
import { quotedStretches } from '../quotations.js'
import { type Answer, answerOf, type FoundConflict, listed } from '../sides.js'
import type { Clause, View } from '../view.js'
import { conflictsOf, type Quarrel } from './pairs.js'

/** How like two clauses must be to be one assertion, from 0 to 1. */
const least = 0.7

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
  const quoted = new Map(view.readings.map((r) => [r, quotedStretches(r)]))
  const isQuoted = ({ reading, statement }: Clause) => (quoted.get(reading) ?? []).some((q) => overlaps(q, statement))
  const quarrels = view.likePairs(least).flatMap(({ one, other, shared }): Quarrel[] => {
    if (one.reading === other.reading || shared.length < 4) return []
    if (one.statement.polarity !== other.statement.polarity || !assertion(one) || !assertion(other)) return []
    if (isQuoted(one) || isQuoted(other)) return []
    const [a, b] = [voucher(view, one), voucher(view, other)]
    if (!a || !b || a.key.includes(b.key) || b.key.includes(a.key)) return []
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

/** A clause that asserts something of somebody: with a subject, and not in the first person. */
function assertion({ tokens, statement }: Clause): boolean {
  const subject = tokens.some((t) => /^(?:nsubj|obl:agent)/.test(t.deprel) && !/^(?:who|which|that)$/i.test(t.form))
  const understood = tokens.length > 3 && statement.event.roles.some((r) => r.role === 'agent' && r.entity !== null)
  return (
    (subject || understood) &&
    !tokens.some((t) => /^(?:I|we|my|our|me|us|you|your)$/i.test(t.form) && t.upos === 'PRON')
  )
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
