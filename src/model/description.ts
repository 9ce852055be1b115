import type { Statement } from './findings.js'

/** "Commander Ottilie Brandt", "Marrick, 44", "Dray, a dockworker": whether a statement only says who somebody is. */
export function isDescription({ because }: Pick<Statement, 'because'>): boolean {
  return because.rule === 'title' || because.rule === 'age' || because.rule === 'apposition'
}
