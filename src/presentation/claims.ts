import type { Claim, Findings } from '../model/findings.js'
import { describingClaims } from './descriptions.js'
import { counted, oneLine, styleFor, wrap } from './layout.js'

/** Which claims are wanted; all where nothing is said. */
export interface ClaimFilter {
  /** At least as many independent witnesses; claims that cannot be counted are left out. */
  readonly minWitnesses?: number
  /** Only those that stand in a conflict. */
  readonly disputed?: boolean
  /** Only those that have to do with the person, body or place of this name. */
  readonly about?: string
}

/** A claim with what a list says of it. */
export interface ListedClaim {
  readonly claim: Claim
  /** Ids of the reports that carry it. */
  readonly reports: readonly string[]
  /** Notes of the conflicts it stands in. */
  readonly disputes: readonly string[]
}

/** The claims that pass the filter, those with most witnesses and most reports first; those that only say who somebody is come last. */
export function listClaims(findings: Findings, { minWitnesses, disputed, about }: ClaimFilter): ListedClaim[] {
  const statements = new Map(findings.statements.map((s) => [s.id, s]))
  const disputes = new Map<string, string[]>()
  for (const { sides, note } of findings.conflicts)
    for (const id of sides.flatMap((s) => s.statements)) disputes.set(id, [...(disputes.get(id) ?? []), note])
  const concerned = about === undefined ? undefined : statementsAbout(findings, about)
  const describing = describingClaims(findings.claims, statements)
  return findings.claims
    .map((claim) => ({
      claim,
      reports: [...new Set(claim.statements.map((id) => statements.get(id)!.report))].sort(),
      disputes: [...new Set(claim.statements.flatMap((id) => disputes.get(id) ?? []))],
    }))
    .filter(
      (listed) =>
        (minWitnesses === undefined || (listed.claim.independent ?? 0) >= minWitnesses) &&
        (disputed !== true || listed.disputes.length > 0) &&
        (concerned === undefined || listed.claim.statements.some((id) => concerned.has(id))),
    )
    .sort(
      (a, b) =>
        Number(describing.has(a.claim)) - Number(describing.has(b.claim)) ||
        (b.claim.independent ?? 0) - (a.claim.independent ?? 0) ||
        b.reports.length - a.reports.length,
    )
}

/** Ids of statements in which an entity of this name has a part, or within whose words it is mentioned. */
function statementsAbout({ entities, statements }: Findings, name: string): Set<string> {
  const wanted = name.trim().toLowerCase()
  const meant = entities.filter((e) =>
    [e.id, e.name, ...e.names].some(
      (n) => n.toLowerCase() === wanted || n.toLowerCase().split(/\s+/).at(-1) === wanted,
    ),
  )
  const ids = new Set(meant.map((e) => e.id))
  return new Set(
    statements
      .filter(
        ({ report, start, end, event, where }) =>
          event.roles.some((r) => r.entity !== null && ids.has(r.entity)) ||
          (where !== null && ids.has(where)) ||
          meant.some((e) => e.mentions.some((m) => m.report === report && m.start >= start && m.end <= end)),
      )
      .map((s) => s.id),
  )
}

/** "4 reports, 1 witness": one claim in a few lines, with its grade and its disputes. */
export function renderClaims(
  listed: readonly ListedClaim[],
  { width, color }: { readonly width: number; readonly color: boolean },
): string {
  const style = styleFor(color)
  if (listed.length === 0) return 'No claim is like that.\n'
  return `${listed
    .flatMap(({ claim, reports, disputes }) => [
      ...wrap(oneLine(claim.gist), width, `${claim.id.padEnd(6)} `).map(style.strong),
      ...wrap(
        `${witnessWords(reports.length, claim.independent)}, grade ${claim.grade.credibility}: ${oneLine(claim.grade.because)}`,
        width,
        '       ',
      ),
      ...wrap(`${reports.join(' ')} · ${oneLine(claim.why)}`, width, '       ').map(style.faint),
      ...disputes.flatMap((note) => wrap(`disputed: ${oneLine(note)}`, width, '       ')),
    ])
    .join('\n')}\n`
}

/** "4 reports, 1 witness"; "3 reports, witnesses cannot be counted". */
export function witnessWords(reports: number, independent: number | null): string {
  return `${counted(reports, 'report')}, ${independent === null ? 'witnesses cannot be counted' : counted(independent, 'witness', 'witnesses')}`
}
