import { type Alignment, unnamedVoice } from '../model/alignment.js'
import type { Claim, Derivation, Entity, Grade, Statement } from '../model/findings.js'
import type { Report } from '../model/report.js'
import { findCredits } from './credits.js'

/** Claims with their witnesses counted, and who leans on whom. */
export interface Independence {
  readonly claims: readonly Claim[]
  readonly derivations: readonly Derivation[]
}

/**
 * How many witnesses each claim really has. This first version counts the innermost voices:
 * one voice through many mouths is one; a report that names nobody cannot be counted.
 */
export function findIndependence(reports: readonly Report[], alignment: Alignment): Independence {
  const statements = new Map(alignment.statements.map((s) => [s.id, s]))
  const entities = new Map(alignment.entities.map((e) => [e.id, e]))
  const claims = alignment.claims.map((claim): Claim => {
    const members = claim.statements.map((id) => statements.get(id)!)
    const roots = [...new Set(members.map((s) => s.chain.at(-1) ?? 'outlet'))].sort()
    const voices = roots.filter((root) => root !== 'outlet' && root !== unnamedVoice)
    const independent = voices.length < roots.length ? null : voices.length
    return { ...claim, roots, independent, why: explain(members, voices, roots, entities), grade: grade(independent) }
  })
  return { claims, derivations: findCredits(reports, alignment) }
}

function explain(
  members: readonly Statement[],
  voices: readonly string[],
  roots: readonly string[],
  entities: ReadonlyMap<string, Entity>,
): string {
  const names = voices.map((id) => entities.get(id)?.name ?? id).join(' and ')
  const reports = new Set(members.map((s) => s.report)).size
  const carried = reports === 1 ? 'one report carries it' : `${reports} reports carry it`
  if (voices.length === roots.length) return `${carried}; it goes back to ${names}`
  if (voices.length === 0) return `${carried} without saying where it comes from, so the witnesses cannot be counted`
  return `${carried}; one goes back to ${names}, the rest does not say where it comes from`
}

function grade(independent: number | null): Grade {
  if (independent === null) return { credibility: 6, because: 'the text does not say where it comes from' }
  if (independent >= 2) return { credibility: 1, because: `${independent} independent voices` }
  return { credibility: 3, because: 'one voice only' }
}
