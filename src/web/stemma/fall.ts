import type { Findings } from '../../model/findings.js'
import type { Route } from '../route.js'
import { withoutSource } from '../without-source.js'

export interface Fall {
  /** Ids of the claims that nobody makes any more. */
  readonly fallen: ReadonlySet<string>
  /** Ids of the claims that keep standing on fewer witnesses. */
  readonly weakened: ReadonlySet<string>
  /** Ids of the statements that are left. */
  readonly standing: ReadonlySet<string>
}

/** The sources switched off, as the address has them. */
export function offOf(route: Route): string[] {
  return (route['off'] ?? '').split(',').filter((id) => id !== '')
}

/** What becomes of the claims without some sources. */
export function fallOf(findings: Findings, off: readonly string[]): Fall {
  const without = off.reduce(withoutSource, findings)
  const left = new Map(without.claims.map((claim) => [claim.id, claim]))
  return {
    standing: new Set(without.statements.map((statement) => statement.id)),
    fallen: new Set(findings.claims.filter((claim) => !left.has(claim.id)).map((claim) => claim.id)),
    weakened: new Set(
      findings.claims
        .filter((claim) => {
          const now = left.get(claim.id)
          return now !== undefined && (claim.independent ?? 0) > (now.independent ?? 0)
        })
        .map((claim) => claim.id),
    ),
  }
}
