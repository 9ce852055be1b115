import { outletNamed, plainOutlet } from '../knowledge/outlet-names.js'
import type { Claim, Findings, Witness } from '../model/findings.js'
import type { Bearing, Change, Without } from '../model/without.js'
import { countWitnesses } from './witnesses.js'

/**
 * Takes a source away, by its id or its name, and says what still stands: if the dockworker is wrong, what is left?
 * An outlet takes its reports with it, and a report whatever was taken from it. Undefined where nobody has that name.
 */
export function without(findings: Findings, source: string): Without | undefined {
  const ids = idsOf(findings, source)
  if (ids.length === 0) return undefined
  const gone = takenDown(ids, findings)
  const reportOf = new Map(findings.statements.map((s) => [s.id, s.report]))
  const groups = { stands: [] as Change[], toOne: [] as Change[], weaker: [] as Change[], falls: [] as Change[] }
  for (const claim of findings.claims) {
    const change = changeOf(claim, gone, reportOf)
    if (change) groups[change.fate].push(change.change)
  }
  return { source: ids, ...groups }
}

/** Undefined where the claim does not touch the source. */
function changeOf(
  claim: Claim,
  gone: ReadonlySet<string>,
  reportOf: ReadonlyMap<string, string>,
): { readonly change: Change; readonly fate: Fate } | undefined {
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
  const lost = claim.witnesses.some((w) => w.known) && !left.some((w) => w.known)
  return { change, fate: remaining === 0 || lost ? 'falls' : fateOf(change) }
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

/** The ids that go when some go: an outlet's reports, and reports that rewrite a report that is gone are judged statement by statement. */
function takenDown(ids: readonly string[], { reports, entities }: Findings): ReadonlySet<string> {
  const gone = new Set(ids)
  const names = entities.filter((e) => gone.has(e.id)).flatMap((e) => [e.name, ...e.names])
  for (const report of reports)
    if (report.outlet !== null && names.some((n) => sameOutlet(n, report.outlet!))) gone.add(report.id)
  return gone
}

/** Ids of the entities and reports that an id or a name means. */
export function idsOf({ entities, reports }: Findings, source: string): string[] {
  const wanted = source.trim().toLowerCase()
  const byId = [...entities, ...reports].filter((x) => x.id.toLowerCase() === wanted).map((x) => x.id)
  if (byId.length > 0) return byId
  const named = entities.filter((e) => [e.name, ...e.names].some((n) => plain(n) === plain(wanted)))
  const outlets = reports.filter((r) => r.outlet !== null && sameOutlet(r.outlet, wanted))
  const described =
    named.length + outlets.length > 0
      ? []
      : entities.filter((e) => e.descriptions.some((d) => plain(d) === plain(wanted)))
  return [...named, ...outlets, ...described].map((x) => x.id)
}

function sameOutlet(a: string, b: string): boolean {
  return plainOutlet(outletNamed(a)?.name ?? a) === plainOutlet(outletNamed(b)?.name ?? b)
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
  const spoken = new Set(
    findings.claims.flatMap((c) => c.witnesses.flatMap((w) => w.statements.flatMap((s) => s.through))),
  )
  const names = new Map([
    ...findings.entities.map((e) => [e.id, e.name] as const),
    ...findings.reports.map((r) => [r.id, r.outlet === null ? r.id : `${r.outlet} (${r.id})`] as const),
  ])
  return [...spoken]
    .map((source) => {
      const { falls, toOne, weaker } = without(findings, source)!
      return {
        source,
        name: names.get(source) ?? source,
        falls: falls.length,
        toOne: toOne.length,
        weaker: weaker.length,
      }
    })
    .filter((b) => b.falls + b.toOne + b.weaker > 0)
    .sort((a, b) => b.falls - a.falls || b.toOne - a.toOne || b.weaker - a.weaker || (a.name < b.name ? -1 : 1))
    .slice(0, limit)
}
