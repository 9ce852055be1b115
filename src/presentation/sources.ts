import type { Claim, Findings } from '../model/findings.js'
import type { Bearing } from '../model/without.js'
import { counted, oneLine, type Style, styleFor, wrap } from './layout.js'
import { hingesOf } from './story.js'

/** A witness, a mouth or a report, and what passed through it. */
export interface StemmaNode {
  /** Entity or report id; "unnamed" for the word of reports that name nobody. */
  readonly id: string
  readonly name: string
  /** Claims that came this way. */
  readonly claims: number
  readonly children: readonly StemmaNode[]
}

interface Growing {
  readonly claims: Set<string>
  readonly children: Map<string, Growing>
}

/** The stemma of a story: from each witness through every mouth to the reports that carry its word, with the number of claims on every edge. */
export function buildStemma(findings: Findings): StemmaNode[] {
  const statements = new Map(findings.statements.map((s) => [s.id, s]))
  const roots = new Map<string, Growing>()
  for (const claim of findings.claims) {
    for (const { voices, statements: carried } of claim.witnesses) {
      for (const { id, through } of carried) {
        const path = [...(voices.length === 0 ? ['unnamed'] : []), ...through, statements.get(id)!.report]
        grow(roots, [...new Set(path)], claim)
      }
    }
  }
  return settled(roots, namesIn(findings))
}

function grow(level: Map<string, Growing>, path: readonly string[], claim: Claim): void {
  let here = level
  for (const id of path) {
    const node = here.get(id) ?? { claims: new Set(), children: new Map() }
    here.set(id, node)
    node.claims.add(claim.id)
    here = node.children
  }
}

function settled(level: ReadonlyMap<string, Growing>, names: ReadonlyMap<string, string>): StemmaNode[] {
  return [...level]
    .map(([id, { claims, children }]) => ({
      id,
      name: names.get(id) ?? id,
      claims: claims.size,
      children: settled(children, names),
    }))
    .sort(
      (a, b) =>
        (a.id === 'unnamed' ? 1 : 0) - (b.id === 'unnamed' ? 1 : 0) ||
        b.claims - a.claims ||
        (a.name < b.name ? -1 : 1),
    )
}

function namesIn({ entities, reports }: Findings): Map<string, string> {
  return new Map([
    ['unnamed', 'the reports’ own word'],
    ...entities.map((e) => [e.id, shortened(oneLine(e.name))] as const),
    ...reports.map((r) => [r.id, r.outlet === null ? r.id : `${r.id} ${oneLine(r.outlet)}`] as const),
  ])
}

function shortened(name: string): string {
  return name.length > 60 ? `${name.slice(0, 59)}…` : name
}

/** The stemma for a person at a terminal: the tree, which report leans on which, and the sources on which most hangs. */
export function renderSources(
  findings: Findings,
  bearings: readonly Bearing[],
  { width, color }: { readonly width: number; readonly color: boolean },
): string {
  const style = styleFor(color)
  const tree = buildStemma(findings)
  const edges = reportEdges(findings)
  const heavy = hingesOf(bearings)
  return `${[
    style.strong('From the witnesses to the reports') + style.faint('   with the number of claims that came this way'),
    ...tree.flatMap((node) => [
      `${node.name}  ${style.faint(String(node.claims))}`,
      ...branches(node.children, '', style),
    ]),
    '',
    ...(edges.length === 0
      ? []
      : [style.strong('Which report leans on which'), ...edges.flatMap((e) => wrap(e, width, '  ', 6)), '']),
    ...(heavy.length === 0
      ? []
      : [style.strong('On whom most hangs'), ...heavy.flatMap((b) => wrap(bearingLine(b), width, '  ', 4))]),
  ]
    .join('\n')
    .trim()}\n`
}

function branches(nodes: readonly StemmaNode[], indent: string, style: Style): string[] {
  return nodes.flatMap((node, i) => {
    const last = i === nodes.length - 1
    return [
      `${indent}${last ? '└─' : '├─'} ${node.name}  ${style.faint(String(node.claims))}`,
      ...branches(node.children, `${indent}${last ? '   ' : '│  '}`, style),
    ]
  })
}

function reportEdges(findings: Findings): string[] {
  const names = namesIn(findings)
  const reports = new Set(findings.reports.map((r) => r.id))
  return findings.derivations
    .filter((d) => reports.has(d.from))
    .map(({ to, from, kind, note }) => {
      const [a, b] = [names.get(to)!, names.get(from)!]
      const how = note.startsWith(kind) ? oneLine(note) : `${kind}, ${oneLine(note)}`
      return kind === 'same-source' ? `${a} — ${b}: ${oneLine(note)}` : `${a} ← ${b}: ${how}`
    })
}

function bearingLine({ name, falls, toOne }: Bearing): string {
  const effects = [
    ...(falls > 0 ? [`${counted(falls, 'claim falls', 'claims fall')}`] : []),
    ...(toOne > 0 ? [`${counted(toOne, 'falls', 'fall')} to one witness`] : []),
  ]
  return `If ${shortened(oneLine(name))} is wrong, ${effects.join(' and ')}.`
}
