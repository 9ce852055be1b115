import type { Findings } from '../model/findings.js'

/**
 * The findings as they would be had a source (an entity or a report, by id) said nothing: its statements go, claims left
 * without statements go with them, and no claim keeps more witnesses than it has roots left.
 *
 * A stand-in: the engine's own `without` takes its place in `src/independence/` as soon as it is there.
 */
export function withoutSource(findings: Findings, source: string): Findings {
  const outlet = findings.reports.find((report) => report.id === source)?.outlet ?? null
  const same = new Set([
    source,
    ...(outlet === null ? [] : findings.entities.filter((e) => e.names.includes(outlet)).map((e) => e.id)),
  ])
  const statements = findings.statements.filter((s) => !same.has(s.report) && !s.chain.some((link) => same.has(link)))
  const left = new Map(statements.map((statement) => [statement.id, statement]))
  const claims = findings.claims.flatMap((claim) => {
    const kept = claim.statements.filter((id) => left.has(id))
    if (kept.length === claim.statements.length) return [claim]
    if (kept.length === 0) return []
    const roots = [...new Set(kept.map((id) => left.get(id)?.chain.at(-1) ?? 'outlet'))].sort()
    const most = roots.filter((root) => root !== 'outlet').length
    const independent = claim.independent === null ? null : most === 0 ? null : Math.min(claim.independent, most)
    return [{ ...claim, statements: kept, roots, independent }]
  })
  return { ...findings, statements, claims }
}
