import { unnamedVoice } from '../model/alignment.js'
import type { Attribution, Claim, Conflict, Entity, Findings, ReportReading, Statement } from '../model/findings.js'
import type { Report } from '../model/report.js'
import type { Range, Span } from '../model/span.js'
import type { Bearing } from '../model/without.js'

/** What a claim stands on: two or more independent witnesses, one, or none that can be told. */
export type Standing = 'several' | 'one' | 'unknown'

/** Findings with every id looked up once, for those who show them. It holds nothing that is not in the findings. */
export interface Story {
  readonly findings: Findings
  readonly reports: ReadonlyMap<string, Report>
  readonly readings: ReadonlyMap<string, ReportReading>
  readonly entities: ReadonlyMap<string, Entity>
  readonly attributions: ReadonlyMap<string, Attribution>
  readonly statements: ReadonlyMap<string, Statement>
  readonly claims: ReadonlyMap<string, Claim>
  readonly conflicts: ReadonlyMap<string, Conflict>
  /** The claim a statement belongs to, by the statement's id. */
  readonly claimOf: ReadonlyMap<string, Claim>
  /** The conflicts a claim's statements stand in, by the claim's id. */
  readonly conflictsOf: ReadonlyMap<string, readonly Conflict[]>
  /** Statements in text order, by report id. */
  readonly statementsIn: ReadonlyMap<string, readonly Statement[]>
  /** The sources without which claims fall, the heaviest first, as the engine counts it; empty where nobody counted. */
  readonly hinges: readonly Bearing[]
}

/** Looks up everything once; cost is linear in the findings. `bearings` is what `leansMost` counts. */
export function storyOf(findings: Findings, bearings: readonly Bearing[] = []): Story {
  const claimOf = new Map<string, Claim>()
  for (const claim of findings.claims) for (const id of claim.statements) claimOf.set(id, claim)

  const conflictsOf = new Map<string, Conflict[]>()
  for (const conflict of findings.conflicts) {
    const touched = new Set(conflict.sides.flatMap((side) => side.statements.map((id) => claimOf.get(id)?.id)))
    for (const id of touched) if (id !== undefined) add(conflictsOf, id, conflict)
  }

  const statementsIn = new Map<string, Statement[]>()
  for (const statement of findings.statements) add(statementsIn, statement.report, statement)
  for (const list of statementsIn.values()) list.sort((a, b) => a.start - b.start || a.end - b.end)

  return {
    findings,
    reports: byId(findings.reports),
    readings: new Map(findings.readings.map((reading) => [reading.report, reading])),
    entities: byId(findings.entities),
    attributions: byId(findings.attributions),
    statements: byId(findings.statements),
    claims: byId(findings.claims),
    conflicts: byId(findings.conflicts),
    claimOf,
    conflictsOf,
    statementsIn,
    hinges: hingesOf(bearings),
  }
}

/** Sources without which a claim falls, or is left with one witness: what the front page, the dossier and `stemma sources` list. */
export function hingesOf(bearings: readonly Bearing[]): readonly Bearing[] {
  return bearings.filter(({ falls, toOne }) => falls + toOne > 0)
}

/** On how many independent witnesses a claim stands, as one of three. */
export function standingOf(claim: Claim): Standing {
  if (claim.independent === null || claim.independent < 1) return 'unknown'
  return claim.independent >= 2 ? 'several' : 'one'
}

/** Whether the reports cannot all be right about this claim: it stands in a conflict that is more than a difference of precision or a growing figure. */
export function isDisputed(claim: Claim, story: Story): boolean {
  return (story.conflictsOf.get(claim.id) ?? []).some((conflict) => weighs(conflict))
}

/** Whether a conflict means that someone is wrong. */
export function weighs(conflict: Conflict): boolean {
  return conflict.severity !== 'soft' && !conflict.update
}

/** Ids of the reports that carry a claim, in the order of the story's reports. */
export function reportsOf(claim: Claim, story: Story): string[] {
  const carried = new Set(claim.statements.map((id) => story.statements.get(id)?.report))
  return claim.statements.length === 1
    ? [...carried].filter((id) => id !== undefined)
    : story.findings.reports.filter((report) => carried.has(report.id)).map((report) => report.id)
}

/** How a report is called: its outlet, else its title, else where it came from. */
export function reportName(report: Report | undefined): string {
  return report === undefined ? 'unknown report' : (report.outlet ?? report.title ?? lastPart(report.source))
}

/** How a link of a chain is called; "outlet" is the report that carries the chain. */
export function voiceName(id: string, report: Report | undefined, story: Story): string {
  if (id === 'outlet') return reportName(report)
  if (id === unnamedVoice) return 'an unnamed voice'
  const named = story.entities.get(id)?.name
  return named ?? (story.reports.has(id) ? reportName(story.reports.get(id)) : id)
}

/** The words a span points at, exactly. */
export function wordsAt(span: Span, story: Story): string {
  return (story.reports.get(span.report)?.text ?? '').slice(span.start, span.end)
}

/** The whole sentences around a stretch of a report, or some 160 characters either side where no sentences are known. */
export function contextOf(span: Span, story: Story): Range {
  const touched = (story.readings.get(span.report)?.sentences ?? []).filter(
    (sentence) => sentence.start < span.end && span.start < sentence.end,
  )
  const [first, last] = [touched[0], touched.at(-1)]
  const length = story.reports.get(span.report)?.text.length ?? 0
  if (first === undefined || last === undefined)
    return { start: Math.max(0, span.start - 160), end: Math.min(length, span.end + 160) }
  return { start: Math.min(first.start, span.start), end: Math.max(last.end, span.end) }
}

/** What the six steps of the Admiralty scale of credibility are called. */
export const credibilityWords = {
  1: 'confirmed',
  2: 'probably true',
  3: 'possibly true',
  4: 'doubtful',
  5: 'contradicted',
  6: 'cannot be judged',
} as const

/** What reports can disagree about, as one would say it. */
export const aboutWords: Readonly<Record<Conflict['kind'], string>> = {
  date: 'date',
  number: 'number',
  name: 'name',
  place: 'place',
  polarity: 'denied',
  role: 'role',
  cause: 'reason',
  attribution: 'who says so',
  other: 'other',
}

/** What a claim stands on, in words: "5 reports · 1 witness", "2 reports · witnesses unknown". */
export function standingWords(reports: number, independent: number | null): string {
  const witnesses =
    independent === null ? 'witnesses unknown' : `${independent} ${independent === 1 ? 'witness' : 'witnesses'}`
  return `${reports} ${reports === 1 ? 'report' : 'reports'} · ${witnesses}`
}

function byId<T extends { readonly id: string }>(list: readonly T[]): Map<string, T> {
  return new Map(list.map((item) => [item.id, item]))
}

function add<T>(map: Map<string, T[]>, key: string, item: T): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [item])
  else list.push(item)
}

function lastPart(path: string): string {
  return path.split(/[\\/]/).at(-1) || path
}
