import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadModels, type Models } from '../../src/analyse.js'
import { findIndependence, type Independence } from '../../src/independence/independence.js'
import { readReports } from '../../src/intake/intake.js'
import { outletNamed, plainOutlet } from '../../src/knowledge/outlet-names.js'
import { readModel } from '../../training/sources.js'
import { aligned } from '../aligned.js'
import { percent, type SuiteOptions, type SuiteResult } from '../result.js'

interface Link {
  readonly set: string
  readonly group: string
  readonly kind: 'names-outlet' | 'wire-credit' | 'near-copy' | 'shared-text'
  readonly a?: string
  readonly b?: string
  readonly to?: string
  readonly from?: readonly string[]
  readonly from_outlet?: string
}

interface Row {
  readonly group: string
  readonly id: string
  readonly outlet: string | null
  readonly date: string | null
  readonly title: string | null
  readonly text: string
}

/** Longer texts and larger groups are left out, so that the suite takes minutes. */
const most = { characters: 12_000, reports: 8, groups: 110 } as const

/**
 * Leaning against mere agreement, on silver links between reports of one story. Positive are the credits (names-outlet, wire-credit) and near
 * copies; negative are pairs of reports of the same groups that no row links. Rows "shared-text" (mostly a shared quotation) are neither.
 * The reference joins two reports whose headlines have half their words in common (Jaccard ≥ 0.55).
 */
export async function run({ data, split, flags }: SuiteOptions): Promise<SuiteResult> {
  const links = rowsOf<Link>(join(data, 'derivation-links', `links-${split}.jsonl`))
  const groups = groupsOf(data, split, links)
  const models = loadModels(readModel)
  const counts = { credit: [0, 0], wire: [0, 0], copy: [0, 0], none: [0, 0] } satisfies Record<string, [number, number]>
  const headline = { copy: 0, none: 0 }
  const say = (line: string) => {
    if (flags.includes('--misses')) console.error(line)
  }
  for (const [group, rows] of groups) {
    const { derivations, entities, read } = independenceOf(rows, models)
    const names = new Map(entities.map((e) => [e.id, [e.name, ...e.names]]))
    const outletOf = new Map(rows.map((r) => [r.id, r.outlet]))
    const isFrom = (from: string, outlet: string) =>
      [...(names.get(from) ?? []), outletOf.get(from) ?? ''].some((n) => sameOutlet(n, outlet))
    const joined = (a: string, b: string) =>
      derivations.find(
        (d) =>
          ((d.to === a && d.from === b) || (d.to === b && d.from === a)) &&
          (d.kind !== 'same-source' || !d.note.startsWith('both have it from')),
      )
    const mine = links.filter((l) => l.group === group)
    const linked = new Set<string>()
    for (const link of mine) {
      if (link.a !== undefined && link.b !== undefined) {
        linked.add([link.a, link.b].sort().join(' '))
        if (link.kind !== 'near-copy' || !read.has(link.a) || !read.has(link.b)) continue
        tally(counts.copy, joined(link.a, link.b) !== undefined)
        if (!joined(link.a, link.b)) say(`near-copy missed\t${link.a}\t${link.b}`)
        if (alikeHeadlines(rows, link.a, link.b)) headline.copy++
      } else if (link.to !== undefined && outletOf.has(link.to)) {
        const from = link.from ?? []
        for (const id of from) linked.add([link.to, id].sort().join(' '))
        const found = derivations.some(
          (d) => d.to === link.to && (from.includes(d.from) || isFrom(d.from, link.from_outlet ?? '')),
        )
        tally(link.kind === 'names-outlet' ? counts.credit : counts.wire, found)
        if (!found) say(`${link.kind} missed\t${link.to}\t${link.from_outlet}`)
      }
    }
    const wired = new Set(mine.filter((l) => l.kind === 'wire-credit').map((l) => l.to))
    rows.forEach((a, i) => {
      for (const b of rows.slice(i + 1)) {
        if (linked.has([a.id, b.id].sort().join(' ')) || (wired.has(a.id) && wired.has(b.id))) continue
        const edge = joined(a.id, b.id)
        tally(counts.none, edge !== undefined)
        if (edge) say(`joined without a link\t${edge.to}\t${edge.from}\t${edge.kind}\t${edge.note}`)
        if (alikeHeadlines(rows, a.id, b.id)) headline.none++
      }
    })
  }
  const { credit, wire, copy, none } = counts
  const right = credit[0] + wire[0] + copy[0]
  const wanted = credit[1] + wire[1] + copy[1]
  return {
    suite: 'derivations',
    split,
    rows: [
      { name: `precision (against ${none[1]} unlinked pairs)`, value: percent(right, right + none[0]), bar: 85 },
      { name: `recall of ${wanted}`, value: percent(right, wanted), bar: 75 },
      { name: `credits of outlets of the group, of ${credit[1]}`, value: percent(credit[0], credit[1]) },
      { name: `credits of agencies, of ${wire[1]}`, value: percent(wire[0], wire[1]) },
      { name: `near copies, of ${copy[1]}`, value: percent(copy[0], copy[1]) },
      { name: 'unlinked pairs joined', value: percent(none[0], none[1]) },
      { name: 'near copies only: precision', value: percent(copy[0], copy[0] + none[0]) },
      { name: 'near copies by headline: precision', value: percent(headline.copy, headline.copy + headline.none) },
      { name: 'near copies by headline: recall', value: percent(headline.copy, copy[1]) },
    ],
  }
}

// Files of the same bytes are read once; pairs of such are no pairs.
function independenceOf(rows: readonly Row[], models: Models): Independence & { readonly read: ReadonlySet<string> } {
  const { reports } = readReports(
    rows.map(({ id, outlet, date, title, text }) => ({
      id,
      source: `${id}.txt`,
      bytes: new TextEncoder().encode(title === null || title === 'None' ? text : `${title}\n\n${text}`),
      ...(outlet ? { outlet } : {}),
      ...(date ? { published: date } : {}),
    })),
  )
  const { readings, alignment } = aligned(reports, models)
  return { ...findIndependence(readings, alignment), read: new Set(reports.map((r) => r.id)) }
}

function groupsOf(data: string, split: string, links: readonly Link[]): Map<string, Row[]> {
  const wanted = new Set(links.filter((l) => l.kind !== 'shared-text').map((l) => l.group))
  const groups = new Map<string, Row[]>()
  const files = ['basil', 'newswcl50', 'allsides-auto'].map((name) =>
    join(data, 'story-groups', `${name}-${split}.jsonl`),
  )
  for (const file of [...files, join(data, 'semeval2018-t5', `docs-${split}.jsonl`)]) {
    if (!existsSync(file)) continue
    for (const row of rowsOf<Row>(file))
      if (wanted.has(row.group)) groups.set(row.group, [...(groups.get(row.group) ?? []), row])
  }
  const fitting = [...groups].filter(
    ([, rows]) => rows.length <= most.reports && rows.every((r) => r.text.length <= most.characters),
  )
  // Evenly over the file, so that every set has its share.
  const step = Math.max(1, fitting.length / most.groups)
  return new Map(
    Array.from({ length: Math.min(most.groups, fitting.length) }, (_, i) => fitting[Math.floor(i * step)]!),
  )
}

function sameOutlet(a: string, b: string): boolean {
  const full = (name: string) => plainOutlet(outletNamed(name)?.name ?? name)
  return a !== '' && full(a) === full(b)
}

function alikeHeadlines(rows: readonly Row[], a: string, b: string): boolean {
  const words = (id: string) =>
    new Set(
      rows
        .find((r) => r.id === id)
        ?.title?.toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? [],
    )
  const [one, other] = [words(a), words(b)]
  const both = [...one].filter((w) => other.has(w)).length
  return both > 0 && both / (one.size + other.size - both) >= 0.55
}

function tally(count: number[], hit: boolean): void {
  count[1]!++
  if (hit) count[0]!++
}

function rowsOf<T>(file: string): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T)
}
