import { outletNamed, plainOutlet } from '../knowledge/outlet-names.js'
import type { Claim, Findings, Witness } from '../model/findings.js'
import type { Bearing, Change, Without } from '../model/without.js'
import { countWitnesses } from './witnesses.js'

/**
 * Takes a source, or several, away, each by its id or its name, and says what still stands: if the dockworker is wrong, what is left?
 * An outlet takes its reports with it, and a report whatever was taken from it. Undefined where nobody has that name.
 */
export function without(findings: Findings, sources: string | readonly string[]): Without | undefined {
  const ids = [...new Set((typeof sources === 'string' ? [sources] : sources).flatMap((s) => idsOf(findings, s)))]
  if (ids.length === 0) return undefined
  const reportOf = new Map(findings.statements.map((s) => [s.id, s.report]))
  return assess(ids, findings.claims, takenDown(ids, namesOf(findings), reportsByOutlet(findings)), reportOf)
}

function assess(
  source: readonly string[],
  claims: readonly Claim[],
  gone: ReadonlySet<string>,
  reportOf: ReadonlyMap<string, string>,
): Without {
  const groups = { stands: [] as Change[], toOne: [] as Change[], weaker: [] as Change[], falls: [] as Change[] }
  const lost: string[] = []
  for (const claim of claims) {
    const found = changeOf(claim, gone, reportOf)
    if (!found) continue
    groups[found.fate].push(found.change)
    lost.push(...found.lost)
  }
  return { source, ...groups, lost }
}

/** Undefined where the claim does not touch the source. */
function changeOf(
  claim: Claim,
  gone: ReadonlySet<string>,
  reportOf: ReadonlyMap<string, string>,
): { readonly change: Change; readonly fate: Fate; readonly lost: readonly string[] } | undefined {
  const left = claim.witnesses
    .map((witness) => withoutSource(witness, gone, reportOf))
    .filter((witness) => witness.statements.length > 0)
  const remaining = left.reduce((sum, w) => sum + w.statements.length, 0)
  const all = claim.witnesses.reduce((sum, w) => sum + w.statements.length, 0)
  if (remaining === all) return undefined
  const counted = countWitnesses(left)
  // Fewer sources never make more witnesses: what could not be counted before is not counted because an echo fell away.
  const after = remaining === 0 ? 0 : claim.independent === null ? null : counted
  const change = { claim: claim.id, gist: claim.gist, before: claim.independent, after, left: remaining }
  const nobodyKnown = claim.witnesses.some((w) => w.known) && !left.some((w) => w.known)
  const kept = new Set(left.flatMap((w) => w.statements.map(({ id }) => id)))
  const lost = claim.statements.filter((id) => !kept.has(id))
  return { change, fate: remaining === 0 || nobodyKnown ? 'falls' : fateOf(change), lost }
}

type Fate = 'stands' | 'toOne' | 'weaker' | 'falls'

// A witness whose root is gone is no witness, whatever mouths are left; one whose mouth is gone may be heard through another.
function withoutSource(witness: Witness, gone: ReadonlySet<string>, reportOf: ReadonlyMap<string, string>): Witness {
  const kept = witness.statements.filter(
    ({ id, through }) => !gone.has(reportOf.get(id) ?? '') && !through.some((link) => gone.has(link)),
  )
  return { ...witness, statements: kept }
}

function fateOf({ before, after }: Change): Fate {
  if (after === before) return 'stands'
  return after === 1 ? 'toOne' : 'weaker'
}

/** The ids that go when some go: with an outlet its reports. */
function takenDown(
  ids: readonly string[],
  names: ReadonlyMap<string, readonly string[]>,
  reportsBy: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<string> {
  const outlets = ids.flatMap((id) => names.get(id) ?? [])
  return new Set([...ids, ...outlets.flatMap((name) => reportsBy.get(outletKey(name)) ?? [])])
}

function namesOf({ entities }: Findings): Map<string, readonly string[]> {
  return new Map(entities.map((e) => [e.id, [e.name, ...e.names]]))
}

function reportsByOutlet({ reports }: Findings): Map<string, string[]> {
  const by = new Map<string, string[]>()
  for (const { id, outlet } of reports)
    if (outlet !== null) by.set(outletKey(outlet), [...(by.get(outletKey(outlet)) ?? []), id])
  return by
}

function outletKey(name: string): string {
  return plainOutlet(outletNamed(name)?.name ?? name)
}

/** Ids of the entities and reports that an id or a name means. */
export function idsOf({ entities, reports }: Findings, source: string): string[] {
  const wanted = source.trim().toLowerCase()
  const byId = [...entities, ...reports].filter((x) => x.id.toLowerCase() === wanted).map((x) => x.id)
  if (byId.length > 0) return byId
  const named = entities.filter((e) => [e.name, ...e.names].some((n) => plain(n) === plain(wanted)))
  const outlets = reports.filter((r) => r.outlet !== null && outletKey(r.outlet) === outletKey(wanted))
  const described =
    named.length + outlets.length > 0
      ? []
      : entities.filter((e) => e.descriptions.some((d) => plain(d) === plain(wanted)))
  return [...named, ...outlets, ...described].map((x) => x.id)
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/^(?:the|a|an) /, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/**
 * The sources on which most hangs, first those whose fall takes most claims with them: "if Fenwright is wrong, 12 claims fall".
 * Only those through whom something came: voices, and reports from which others took their text.
 */
export function leansMost(findings: Findings, limit = 10): Bearing[] {
  const reportOf = new Map(findings.statements.map((s) => [s.id, s.report]))
  const claimsBy = claimsBySource(findings, reportOf)
  const called = namesOf(findings)
  const reportsBy = reportsByOutlet(findings)
  const reportIds = new Set(findings.reports.map((r) => r.id))
  const through = new Set(
    findings.claims.flatMap((c) => c.witnesses.flatMap((w) => w.statements.flatMap((s) => s.through))),
  )
  const names = new Map([
    ...findings.entities.map((e) => [e.id, e.name] as const),
    ...findings.reports.map((r) => [r.id, r.outlet === null ? r.id : `${r.outlet} (${r.id})`] as const),
  ])
  return [...through]
    .map((source) => {
      const gone = takenDown([source], called, reportsBy)
      const claims = [...new Set([...gone].flatMap((id) => claimsBy.get(id) ?? []))]
      const { falls, toOne, weaker } = assess([source], claims, gone, reportOf)
      const name = names.get(source) ?? source
      const bearing = { source, name, falls: falls.length, toOne: toOne.length, weaker: weaker.length }
      return { bearing, reports: [...gone].filter((id) => reportIds.has(id)).sort() }
    })
    .filter(({ bearing: b }) => b.falls + b.toOne + b.weaker > 0)
    .sort(
      ({ bearing: a }, { bearing: b }) =>
        b.falls - a.falls ||
        b.toOne - a.toOne ||
        b.weaker - a.weaker ||
        Number(reportIds.has(b.source)) - Number(reportIds.has(a.source)) ||
        (a.name < b.name ? -1 : 1),
    )
    .filter(isFirstOfOutlet())
    .map(({ bearing }) => bearing)
    .slice(0, limit)
}

interface Weighed {
  readonly bearing: Bearing
  readonly reports: readonly string[]
}

/**
 * "Halyard", "the Halyard news agency" and the one report of Halyard News are one source: they take the same reports with them, and as many claims.
 * Asked of one source after another, this lets the first of each through.
 */
function isFirstOfOutlet(): (weighed: Weighed) => boolean {
  const met = new Set<string>()
  return ({ bearing: { falls, toOne, weaker }, reports }) => {
    const key = [falls, toOne, weaker, ...reports].join()
    const isNew = reports.length === 0 || !met.has(key)
    met.add(key)
    return isNew
  }
}

/** The claims that have to do with each source: those with a statement in its report, or through it. */
function claimsBySource({ claims }: Findings, reportOf: ReadonlyMap<string, string>): Map<string, Claim[]> {
  const by = new Map<string, Claim[]>()
  for (const claim of claims) {
    const sources = new Set(
      claim.witnesses.flatMap((w) => w.statements.flatMap((s) => [...s.through, reportOf.get(s.id) ?? ''])),
    )
    for (const source of sources) {
      const list = by.get(source)
      if (list) list.push(claim)
      else by.set(source, [claim])
    }
  }
  return by
}
