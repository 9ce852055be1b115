import type { Claim, Statement } from '../model/findings.js'

/** "Commander Ottilie Brandt", "Marrick, 44": who somebody is, which many repeat and which is seldom the news. Lists have it last. */
export function onlyDescribes(claim: Claim, statements: ReadonlyMap<string, Statement>): boolean {
  return claim.statements.every((id) => /^(?:title|age|apposition)$/.test(statements.get(id)?.because.rule ?? ''))
}
