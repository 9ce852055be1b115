import type { AlignedClaim, Neighbours } from '../model/alignment.js'
import type { Statement } from '../model/findings.js'

/** A predicate with more statements than this in one story tells too little to pair them all. */
const mostOfOnePredicate = 40

/**
 * "The ferry left at noon." – "The ferry left at one."
 *
 * Statements of different claims that may tell of one event. This first version pairs those that share
 * their predicate and an entity in any role.
 */
export function findNeighbours(statements: readonly Statement[], claims: readonly AlignedClaim[]): Neighbours[] {
  const claimOf = new Map(claims.flatMap((claim) => claim.statements.map((id) => [id, claim.id] as const)))
  const byPredicate = new Map<string, Statement[]>()
  for (const statement of statements) {
    const list = byPredicate.get(statement.event.predicate)
    if (list) list.push(statement)
    else byPredicate.set(statement.event.predicate, [statement])
  }
  const pairs: Neighbours[] = []
  for (const members of byPredicate.values()) {
    if (members.length > mostOfOnePredicate) continue
    members.forEach((a, i) => {
      for (const b of members.slice(i + 1)) {
        if (claimOf.get(a.id) === claimOf.get(b.id) || !shareEntity(a, b)) continue
        const spans = [a, b].map(({ report, start, end }) => ({ report, start, end }))
        pairs.push({ statements: [a.id, b.id], likeness: 0.5, because: { rule: 'same-predicate', spans } })
      }
    })
  }
  return pairs
}

function shareEntity(a: Statement, b: Statement): boolean {
  const entities = new Set(a.event.roles.flatMap((role) => role.entity ?? []))
  return b.event.roles.some((role) => role.entity !== null && entities.has(role.entity))
}
