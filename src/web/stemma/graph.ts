import { unnamedVoice } from '../../model/alignment.js'
import type { Derivation } from '../../model/findings.js'
import { reportName, type Story, voiceName } from '../../presentation/story.js'

export interface StemmaNode {
  /** Entity or report id; "u0:r1" is whoever report r1 does not name. */
  readonly id: string
  readonly name: string
  readonly kind: 'witness' | 'relay' | 'report'
  /** Ids of the claims that pass through it. */
  readonly claims: ReadonlySet<string>
  readonly statements: readonly string[]
}

export interface StemmaEdge {
  /** "e2>r1": from the voice to whoever has it from that voice. */
  readonly id: string
  readonly from: string
  readonly to: string
  /** Ids of the claims and statements that went this way. */
  readonly claims: ReadonlySet<string>
  readonly statements: readonly string[]
  /** How the edge is known: named in the text, the same source, or shared words. */
  readonly kind: Derivation['kind']
  readonly derivations: readonly Derivation[]
}

export interface StemmaGraph {
  readonly nodes: ReadonlyMap<string, StemmaNode>
  readonly edges: readonly StemmaEdge[]
}

/** From witnesses through those who relay to reports, out of the statements' chains and the derivations. */
export function graphOf(story: Story): StemmaGraph {
  const { findings } = story
  const reportOf = new Map(findings.reports.flatMap((r) => (r.outlet === null ? [] : [[r.outlet, r.id] as const])))
  const asReport = new Map(
    findings.entities.flatMap((entity) => {
      const id = entity.names.map((name) => reportOf.get(name)).find((one) => one !== undefined)
      return id === undefined ? [] : [[entity.id, id] as const]
    }),
  )
  const place = (link: string, report: string): string => {
    if (link === 'outlet') return report
    if (link === unnamedVoice) return `${unnamedVoice}:${report}`
    const own = asReport.get(link)
    return own === undefined || own === report ? link : own
  }

  const edges = new Map<
    string,
    { from: string; to: string; claims: Set<string>; statements: string[]; derivations: Derivation[] }
  >()
  const edge = (from: string, to: string) => {
    const id = `${from}>${to}`
    const known = edges.get(id) ?? { from, to, claims: new Set<string>(), statements: [], derivations: [] }
    edges.set(id, known)
    return known
  }
  const claimsOf = new Map<string, Set<string>>()
  const statementsOf = new Map<string, string[]>()
  const roots = new Set<string>()
  for (const statement of findings.statements) {
    const claim = story.claimOf.get(statement.id)?.id ?? ''
    const path = [...new Set(statement.chain.map((link) => place(link, statement.report)))]
    for (const [i, id] of path.entries()) {
      claimsOf.set(id, (claimsOf.get(id) ?? new Set()).add(claim))
      const passed = statementsOf.get(id)
      if (passed === undefined) statementsOf.set(id, [statement.id])
      else passed.push(statement.id)
      const inner = path[i + 1]
      if (inner === undefined) {
        if (i > 0) roots.add(id)
        continue
      }
      const way = edge(inner, id)
      way.claims.add(claim)
      way.statements.push(statement.id)
    }
  }
  for (const derivation of findings.derivations) {
    const from = place(derivation.from, derivation.to)
    if (from === derivation.to) continue
    // Between reports every tie is drawn; a person who is named but says nothing that was found is not.
    if (story.reports.has(from) || edges.has(`${from}>${derivation.to}`))
      edge(from, derivation.to).derivations.push(derivation)
  }

  const ids = new Set([...findings.reports.map((r) => r.id), ...claimsOf.keys()])
  const relays = new Set([...edges.values()].map((one) => one.to))
  const nodes = new Map(
    [...ids].map((id): [string, StemmaNode] => [
      id,
      {
        id,
        name: nameOf(id, story),
        kind: story.reports.has(id) ? 'report' : relays.has(id) && !roots.has(id) ? 'relay' : 'witness',
        claims: claimsOf.get(id) ?? new Set(),
        statements: statementsOf.get(id) ?? [],
      },
    ]),
  )
  return {
    nodes,
    edges: [...edges]
      .filter(([, one]) => nodes.has(one.from) && nodes.has(one.to))
      .map(([id, one]) => ({ id, ...one, kind: kindOf(one.statements.length, one.derivations) })),
  }
}

/** The part of a graph that can be read at a glance: the reports and the voices with most claims, and what ties them. */
export function mainPart(graph: StemmaGraph, most: number, keep: ReadonlySet<string>): StemmaGraph {
  const ranked = [...graph.nodes.values()].sort((a, b) => b.claims.size - a.claims.size)
  const voices = ranked.filter((node) => node.kind !== 'report').slice(0, most)
  const reports = ranked.filter((node) => node.kind === 'report').slice(0, most)
  const order = new Map([...graph.nodes.keys()].map((id, i) => [id, i]))
  const chosen = [...new Set([...voices, ...reports, ...ranked.filter((node) => keep.has(node.id))])]
  const nodes = new Map(
    chosen.sort((a, b) => order.get(a.id)! - order.get(b.id)!).map((node) => [node.id, node] as const),
  )
  return { nodes, edges: graph.edges.filter((edge) => nodes.has(edge.from) && nodes.has(edge.to)) }
}

function nameOf(id: string, story: Story): string {
  const report = story.reports.get(id)
  if (report !== undefined) return reportName(report)
  return voiceName(id.split(':')[0]!, undefined, story)
}

function kindOf(statements: number, derivations: readonly Derivation[]): Derivation['kind'] {
  if (statements > 0) return 'credits'
  const kinds = derivations.map((one) => one.kind)
  return (['credits', 'quotes', 'rewrites', 'same-source'] as const).find((kind) => kinds.includes(kind)) ?? 'credits'
}
