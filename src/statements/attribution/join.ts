import { overlaps, type Range } from '../../model/span.js'
import type { ParsedReport } from '../parsed-report.js'
import type { Proposal } from './proposal.js'

/**
 * The rules know kinds, chains and nesting; the tagger knows where annotators begin and end what was said.
 */
export function joinProposals(
  byRules: readonly Proposal[],
  byTagger: readonly Proposal[],
  _parsed: ParsedReport,
): Proposal[] {
  const mode: string = (globalThis as any).process?.env?.JOIN ?? 'add'
  const theta = Number(mode.match(/iou([\d.]+)/)?.[1] ?? 9)
  const isSame = (a: Proposal, b: Proposal) => a.cue.some((x) => b.cue.some((y) => overlaps(x, y)))
  const out: Proposal[] = []
  for (const p of byRules) {
    const t = byTagger.find((t) => isSame(p, t))
    if (!t) {
      if (!mode.includes('onlytag')) out.push(p)
      continue
    }
    let { cue, source, content } = p
    if (mode.includes('cue')) cue = t.cue
    if (mode.includes('src')) {
      if (source && t.source && overlaps(source, t.source)) source = { ...source, start: t.source.start, end: t.source.end }
      else if (!source) source = t.source
      else if (t.source && mode.includes('srcall')) source = t.source
    }
    if (iou(content, t.content) >= theta) content = t.content
    out.push({ ...p, cue, source, content })
  }
  if (mode.includes('add')) {
    const covered = byRules.flatMap((p) => p.content)
    for (const t of byTagger) {
      if (byRules.some((p) => isSame(p, t))) continue
      if (mode.includes('free') && covered.some((c) => t.content.some((x: Range) => overlaps(x, c)))) continue
      out.push(t)
    }
  }
  return mode === 'tagger' ? [...byTagger] : out
}
function size(A: readonly Range[]) {
  return A.reduce((n, a) => n + a.end - a.start, 0)
}
function iou(A: readonly Range[], B: readonly Range[]): number {
  const both = A.reduce((n, a) => n + B.reduce((m, b) => m + Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start)), 0), 0)
  return both / (size(A) + size(B) - both || 1)
}
