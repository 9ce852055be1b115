import { without } from '../../independence/without.js'
import type { Findings } from '../../model/findings.js'
import type { Route } from '../route.js'

export interface Fall {
  /** Ids of the claims that stand on nobody known any more. */
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

/** What becomes of the claims without some sources, by the engine's own count. */
export function fallOf(findings: Findings, off: readonly string[]): Fall {
  const rest = without(findings, off)
  const lost = new Set(rest?.lost)
  return {
    standing: new Set(findings.statements.flatMap(({ id }) => (lost.has(id) ? [] : [id]))),
    fallen: new Set(rest?.falls.map(({ claim }) => claim)),
    weakened: new Set(rest && [...rest.toOne, ...rest.weaker].map(({ claim }) => claim)),
  }
}
