import { isDescription } from '../model/description.js'
import type { Claim, Statement } from '../model/findings.js'

/** "Commander Ottilie Brandt", "Marrick, 44": the claims that only say who somebody is, which many repeat and which is seldom the news. Lists have them last. */
export function describingClaims(
  claims: readonly Claim[],
  statements: ReadonlyMap<string, Statement>,
): ReadonlySet<Claim> {
  const describes = (id: string) => {
    const statement = statements.get(id)
    return statement !== undefined && isDescription(statement)
  }
  return new Set(claims.filter((claim) => claim.statements.every(describes)))
}
