import type { Findings } from '../../src/model/findings.js'
import type { Span } from '../../src/model/span.js'
import type { GoldStory } from '../gold.js'
import { percent } from '../result.js'
import { countJoined, overlap, touches } from './claims.js'

/** The figures of design/findings.md ("How a story is scored"), in percent where nothing else is said. */
export interface StoryScore {
  readonly voices: {
    readonly precision: number
    readonly recall: number
    readonly f1: number
    readonly rootRight: number
    readonly chainRight: number
  }
  readonly deepChains: { readonly right: number; readonly gold: number }
  readonly claims: { readonly precision: number; readonly recall: number; readonly f1: number }
  readonly independence: {
    readonly joined: number
    readonly exact: number
    readonly exactOfJoined: number
    readonly balanced: number
    readonly countingOutlets: number
  }
  readonly conflicts: {
    readonly mustFound: number
    readonly mustGold: number
    readonly allRecall: number
    readonly precision: number
    readonly found: number
  }
  readonly derivations: { readonly precision: number; readonly recall: number; readonly f1: number }
  readonly timeline: { readonly gold: number; readonly right: number }
  readonly misses: readonly string[]
}

/** Spans longer than this are no clause or two, and are not counted. */
const longest = 500

/** Scores findings against a gold story, by the definitions of score-story.mjs. A missing section scores 0. */
export function scoreStory(findings: Findings, gold: GoldStory): StoryScore {
  const misses: string[] = []
  const view = viewOf(findings, gold)
  return {
    ...scoreVoices(view, gold, misses),
    claims: scoreClaims(view, findings, gold),
    independence: scoreWitnesses(view, findings, gold, misses),
    conflicts: scoreConflicts(view, findings, gold, misses),
    derivations: scoreDerivations(view, findings, gold),
    timeline: scoreTimeline(view, gold, misses),
    misses,
  }
}

/** The findings in gold's terms: gold's report and entity ids. */
interface View {
  readonly reportOf: ReadonlyMap<string, string>
  readonly entityOf: (id: string) => string
  readonly attributions: readonly Voiced[]
  readonly statements: ReadonlyMap<string, { readonly span: Span; readonly edtf: string | null }>
}

interface Voiced {
  readonly content: readonly Span[]
  readonly source: readonly Span[]
  readonly chain: readonly string[]
}

function viewOf(findings: Findings, gold: GoldStory): View {
  const reportOf = new Map<string, string>()
  for (const report of findings.reports) {
    const hit = gold.reports.find((g) => report.source.endsWith(g.file))
    if (hit) reportOf.set(report.id, hit.id)
  }
  const here = (span: Span): Span => ({
    report: reportOf.get(span.report) ?? span.report,
    start: span.start,
    end: span.end,
  })
  const entityOf = entityMap(findings, gold)
  return {
    reportOf,
    entityOf,
    attributions: findings.attributions.map((a) => ({
      content: a.content.map((r) => here({ report: a.report, ...r })),
      source: a.source.map((r) => here({ report: a.report, ...r })),
      chain: a.chain.map(entityOf),
    })),
    statements: new Map(
      findings.statements
        .filter((s) => s.end - s.start <= longest)
        .map((s) => [s.id, { span: here(s), edtf: s.when?.edtf ?? null }]),
    ),
  }
}

/** A found entity stands for the gold entity with which it shares most names; a name counts two, a description one. */
function entityMap(findings: Findings, gold: GoldStory): (id: string) => string {
  const known = gold.entities.map((e) => {
    const strong = new Set([...(e.names ?? []), e.name].flatMap((n) => (n ? [plain(n)] : [])))
    return { id: e.id, strong, all: new Set([...strong, ...(e.descriptions ?? []).map(plain)]) }
  })
  const map = new Map([['outlet', 'outlet']])
  for (const entity of findings.entities) {
    const names = [...new Set([entity.name, ...entity.names].filter((n) => n !== '').map(plain))]
    let top: string | null = null
    let score = 0
    for (const g of known) {
      const shared = names.reduce((n, x) => n + (g.strong.has(x) ? 2 : g.all.has(x) ? 1 : 0), 0)
      if (shared > score) {
        score = shared
        top = g.id
      }
    }
    if (top !== null) map.set(entity.id, top)
  }
  return (id) => map.get(id) ?? `?${id}`
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/[‘’']s\b/g, '')
    .replace(/^(the|mr|mrs|ms|dr|president|gen|col)\.?\s+/g, '')
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .trim()
}

const marginal = new Set(['speech-act', 'knowledge', 'scare-quote', 'hedge'])

function scoreVoices(view: View, gold: GoldStory, misses: string[]): Pick<StoryScore, 'voices' | 'deepChains'> {
  const voices = gold.voices.filter((v) => !marginal.has(v.kind))
  const named = new Set(gold.entities.filter((e) => (e.names ?? []).length > 0).map((e) => e.id))
  let found = 0
  let rootRight = 0
  let chainRight = 0
  let deep = 0
  let deepRight = 0
  for (const voice of voices) {
    const isDeep = voice.chain.length >= 3
    if (isDeep) deep++
    const [share, match] = bestMatch(voice.content, view.attributions)
    if (!match || share < 0.5) {
      misses.push(`voice\t${voice.id}\t${voice.chain.join('>')}`)
      continue
    }
    found++
    const root = voice.chain.at(-1)!
    const sourceHit = match.source.some((s) => (voice.source ?? []).some((g) => touches(s, g)))
    if (match.chain.at(-1) === root || (sourceHit && !named.has(root))) rootRight++
    else misses.push(`voice-root\t${voice.id}\t${voice.chain.join('>')} got ${match.chain.join('>')}`)
    if (match.chain.join('>') !== voice.chain.join('>')) continue
    chainRight++
    if (isDeep) deepRight++
  }
  const attributed = view.attributions.filter((a) => a.chain.length > 1 || a.source.length > 0)
  const sound = attributed.filter((a) =>
    gold.voices.some((v) => iou(a.content, v.content) >= 0.5 || shared(a.content, v.content) >= 0.8 * size(a.content)),
  ).length
  const recall = ratio(found, voices.length)
  const precision = ratio(sound, attributed.length)
  return {
    voices: {
      precision: percent(precision, 1),
      recall: percent(recall, 1),
      f1: percent(harmonic(precision, recall), 1),
      rootRight: percent(rootRight, voices.length),
      chainRight: percent(chainRight, voices.length),
    },
    deepChains: { right: deepRight, gold: deep },
  }
}

/** One voice may be cut into several attributions, a clause each: those with one chain are also weighed together. */
function bestMatch(content: readonly Span[], attributions: readonly Voiced[]): [number, Voiced | undefined] {
  const near = attributions.filter((a) => size(a.content) > 0 && shared(a.content, content) >= 0.5 * size(a.content))
  const byChain = new Map<string, Voiced[]>()
  for (const a of near) byChain.set(a.chain.join('>'), [...(byChain.get(a.chain.join('>')) ?? []), a])
  const together = [...byChain.values()].map((list) => ({
    content: list.flatMap((a) => a.content),
    source: list.flatMap((a) => a.source),
    chain: list[0]!.chain,
  }))
  let top: [number, Voiced | undefined] = [-1, undefined]
  for (const candidate of [...attributions, ...together]) {
    const share = iou(candidate.content, content)
    if (share > top[0]) top = [share, candidate]
  }
  return top
}

function scoreClaims(view: View, findings: Findings, gold: GoldStory): StoryScore['claims'] {
  const claimOf = new Map(findings.claims.flatMap((c) => c.statements.map((s) => [s, c.id] as const)))
  const { right, found, wanted } = countJoined(
    [...view.statements].map(([id, { span }]) => ({ span, claim: claimOf.get(id) })),
    gold.claims,
  )
  return prf(right, found, wanted)
}

function scoreWitnesses(view: View, findings: Findings, gold: GoldStory, misses: string[]): StoryScore['independence'] {
  const classes = {
    all: { gold: 0, joined: 0, exact: 0 },
    one: { gold: 0, joined: 0, exact: 0 },
    more: { gold: 0, joined: 0, exact: 0 },
  }
  let outlets = 0
  for (const claim of gold.claims) {
    if (typeof claim.independent !== 'number') continue
    const mine = [classes.all, claim.independent <= 1 ? classes.one : classes.more]
    for (const c of mine) c.gold++
    if (new Set(claim.spans.map((s) => s.report)).size === claim.independent) outlets++
    let top: { reports: number; independent: number | null } = { reports: 0, independent: null }
    for (const candidate of findings.claims) {
      const members = candidate.statements.flatMap((id) => view.statements.get(id)?.span ?? [])
      const reports = new Set(claim.spans.filter((s) => members.some((m) => touches(m, s))).map((s) => s.report)).size
      if (reports > top.reports) top = { reports, independent: candidate.independent }
    }
    if (top.reports < 2) continue
    for (const c of mine) c.joined++
    if (top.independent === claim.independent) for (const c of mine) c.exact++
    else misses.push(`witnesses\t${claim.id}\t${claim.independent} got ${top.independent}: ${claim.gist}`)
  }
  const { all, one, more } = classes
  return {
    joined: percent(all.joined, all.gold),
    exact: percent(all.exact, all.gold),
    exactOfJoined: percent(all.exact, all.joined),
    balanced: percent(ratio(one.exact, one.gold) + ratio(more.exact, more.gold), 2),
    countingOutlets: percent(outlets, all.gold),
  }
}

function scoreConflicts(view: View, findings: Findings, gold: GoldStory, misses: string[]): StoryScore['conflicts'] {
  const here = (s: Span): Span => ({ report: view.reportOf.get(s.report) ?? s.report, start: s.start, end: s.end })
  const predicted = findings.conflicts.map((c) => ({
    conflict: c,
    hit: false,
    sides: c.sides.map((side) =>
      [...side.evidence.map(here), ...side.statements.flatMap((id) => view.statements.get(id)?.span ?? [])].filter(
        (s) => s.end - s.start <= longest,
      ),
    ),
  }))
  const counts = { mustFound: 0, mustGold: 0, found: 0 }
  for (const g of gold.conflicts) {
    const must = g.severity === 'hard' || g.severity === 'error'
    if (must) counts.mustGold++
    const hits = predicted.filter((p) =>
      opposes(
        p.sides,
        g.sides.map((s) => s.evidence),
      ),
    )
    for (const p of hits) p.hit = true
    if (hits.length === 0) misses.push(`conflict\t${g.id}\t${g.severity} ${g.kind}: ${g.note}`)
    else {
      counts.found++
      if (must) counts.mustFound++
    }
  }
  for (const p of predicted) {
    if (!p.hit)
      misses.push(`false-conflict\t${p.conflict.id}\t${p.conflict.severity} ${p.conflict.kind}: ${p.conflict.note}`)
  }
  return {
    mustFound: counts.mustFound,
    mustGold: counts.mustGold,
    allRecall: percent(counts.found, gold.conflicts.length),
    precision: percent(predicted.filter((p) => p.hit).length, predicted.length),
    found: predicted.length,
  }
}

/** Whether two different sides of one conflict lie on two different sides of the other. */
function opposes(P: readonly (readonly Span[])[], G: readonly (readonly Span[])[]): boolean {
  const hits = (p: readonly Span[], g: readonly Span[]) => p.some((a) => g.some((b) => touches(a, b, 0.4)))
  return P.some((p, i) =>
    P.some((q, j) => i !== j && G.some((g, k) => G.some((h, l) => k < l && hits(p, g) && hits(q, h)))),
  )
}

function scoreDerivations(view: View, findings: Findings, gold: GoldStory): StoryScore['derivations'] {
  const wanted = new Set(gold.derivations.map((d) => `${d.to}<${d.from}`))
  const goldReports = new Set(gold.reports.map((r) => r.id))
  const inGold = (id: string) => view.reportOf.get(id) ?? (goldReports.has(id) ? id : view.entityOf(id))
  const found = new Set(
    findings.derivations.map((d) => `${view.reportOf.get(d.to) ?? view.entityOf(d.to)}<${inGold(d.from)}`),
  )
  return prf([...found].filter((edge) => wanted.has(edge)).length, found.size, wanted.size)
}

function scoreTimeline(view: View, gold: GoldStory, misses: string[]): StoryScore['timeline'] {
  const exact = (when: string | null) => (when ?? '').replace(/[~?%]/g, '')
  let dated = 0
  let right = 0
  for (const entry of gold.timeline) {
    if (!entry.when || entry.status === 'derived' || entry.evidence.length === 0) continue
    dated++
    const want = exact(entry.when)
    const got = [...view.statements.values()]
      .filter((s) => entry.evidence.some((e) => touches(s.span, e)))
      .map((s) => exact(s.edtf))
    if (got.some((w) => w === want || (want.length < w.length && w.startsWith(want)))) right++
    else misses.push(`date\t${entry.id}\t${entry.when} ${entry.gist} got ${[...new Set(got)].join(' ') || 'none'}`)
  }
  return { gold: dated, right: percent(right, dated) }
}

function shared(A: readonly Span[], B: readonly Span[]): number {
  return A.reduce((n, a) => n + B.reduce((m, b) => m + overlap(a, b), 0), 0)
}

function size(A: readonly Span[]): number {
  return A.reduce((n, a) => n + a.end - a.start, 0)
}

/** Intersection over union, in characters. */
function iou(A: readonly Span[], B: readonly Span[]): number {
  const both = shared(A, B)
  return both === 0 ? 0 : both / (size(A) + size(B) - both)
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}

function harmonic(a: number, b: number): number {
  return a + b === 0 ? 0 : (2 * a * b) / (a + b)
}

function prf(right: number, found: number, wanted: number): { precision: number; recall: number; f1: number } {
  const precision = ratio(right, found)
  const recall = ratio(right, wanted)
  return { precision: percent(precision, 1), recall: percent(recall, 1), f1: percent(harmonic(precision, recall), 1) }
}
