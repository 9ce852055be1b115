import type { Claim, Statement } from '../model/findings.js'

/** "Commander Ottilie Brandt", "Marrick, 44": the claims that only say who somebody is, which many repeat and which is seldom the news. Lists have them last. */
export function describingClaims(
  claims: readonly Claim[],
  statements: ReadonlyMap<string, Statement>,
): ReadonlySet<Claim> {
  return new Set(claims.filter((claim) => claim.statements.every((id) => describes(statements.get(id)))))
}

function describes(statement: Statement | undefined): boolean {
  return /^(?:title|age|apposition)$/.test(statement?.because.rule ?? '')
}
