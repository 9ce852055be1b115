import { outletNamed, plainOutlet } from '../../knowledge/outlet-names.js'
import type { Entity } from '../../model/findings.js'
import type { Report } from '../../model/report.js'
import { isOutlet } from '../parties.js'

/** The outlets of a story: those that published its reports and those its reports name. */
export interface KnownOutlets {
  /** Reports of the outlet with this name, other than one's own. */
  readonly reportsBy: (name: string, own: string) => readonly Report[]
  /** The entity of the outlet with this name. */
  readonly entityFor: (name: string) => Entity | undefined
  /** Whether a name is that of the report's own outlet. */
  readonly isOwn: (name: string, report: string) => boolean
}

/** Indexes the outlets by every name they go by. */
export function knownOutlets(reports: readonly Report[], entities: readonly Entity[]): KnownOutlets {
  const byOutlet = new Map<string, Report[]>()
  const ownKeys = new Map<string, ReadonlySet<string>>()
  for (const report of reports) {
    const keys = report.outlet === null ? [] : keysOf(report.outlet)
    ownKeys.set(report.id, new Set(keys))
    for (const key of keys) byOutlet.set(key, [...(byOutlet.get(key) ?? []), report])
  }
  const byName = new Map<string, Entity>()
  for (const entity of entities) {
    if (!isOutlet(entity) && !entity.names.some((n) => byOutlet.has(plainOutlet(n)))) continue
    for (const name of [entity.name, ...entity.names])
      for (const key of keysOf(name)) if (!byName.has(key)) byName.set(key, entity)
  }
  return {
    reportsBy: (name, own) =>
      [...new Set(keysOf(name).flatMap((key) => byOutlet.get(key) ?? []))].filter((r) => r.id !== own),
    entityFor: (name) => keysOf(name).flatMap((key) => byName.get(key) ?? [])[0],
    isOwn: (name, report) => keysOf(name).some((key) => ownKeys.get(report)?.has(key)),
  }
}

/** Every form under which an outlet may be looked up: "BBC News" and "BBC" are one, and so are "Halyard" and "Halyard News Agency". */
function keysOf(name: string): string[] {
  const known = outletNamed(name)
  const plain = plainOutlet(name)
  if (known) return [plainOutlet(known.name)]
  const words = plain.split(' ')
  const short = words
    .filter((w) => !['news', 'agency', 'wire', 'service', 'press', 'online', 'media'].includes(w))
    .join(' ')
  return [...new Set([plain, short].filter((k) => k.length > 2))]
}
