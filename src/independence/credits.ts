import type { Alignment } from '../model/alignment.js'
import type { Derivation } from '../model/findings.js'
import type { Report } from '../model/report.js'

/**
 * "… he told the Gazette." → the report leans on the Gazette.
 *
 * Whoever stands in a chain is leaned on; where it is the outlet of another report of the story, on that report.
 */
export function findCredits(reports: readonly Report[], alignment: Alignment): Derivation[] {
  const entities = new Map(alignment.entities.map((e) => [e.id, e]))
  const edges = new Map<string, Derivation>()
  for (const attribution of alignment.attributions) {
    for (const link of attribution.chain) {
      const entity = entities.get(link)
      if (!entity || entity.names.length === 0) continue
      const own = reports.find(
        (r) => r.id !== attribution.report && r.outlet !== null && entity.names.includes(r.outlet),
      )
      const from = own?.id ?? entity.id
      const key = `${attribution.report} ${from}`
      const spans = [...attribution.source, ...attribution.cue].map(({ start, end }) => ({
        report: attribution.report,
        start,
        end,
      }))
      const known = edges.get(key)
      edges.set(key, {
        to: attribution.report,
        from,
        kind: 'credits',
        evidence: [...(known?.evidence ?? []), ...spans],
        note: `credits ${entity.name}`,
      })
    }
  }
  return [...edges.values()]
}
