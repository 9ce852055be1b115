import type { Span } from '../../src/model/span.js'

/** How many pairs of gold spans of different reports are rightly joined: by those found, by those wanted, in counts. */
export interface JoinedPairs {
  readonly wanted: number
  readonly found: number
  readonly right: number
}

/**
 * Do the words of two reports on one thing end in one claim? By the definition of score-story.mjs: two gold spans count as joined
 * where statements that share half of the smaller with each are in one claim.
 */
export function countJoined(
  statements: readonly { readonly span: Span; readonly claim: string | undefined }[],
  gold: readonly { readonly id: string; readonly spans: readonly Span[] }[],
): JoinedPairs {
  const spans = gold.flatMap((c) => c.spans.map((span) => ({ span, claim: c.id })))
  const claimsAt = spans.map(
    ({ span }) => new Set(statements.flatMap((s) => (s.claim !== undefined && touches(s.span, span) ? [s.claim] : []))),
  )
  let wanted = 0
  let found = 0
  let right = 0
  for (let i = 0; i < spans.length; i++) {
    for (let j = i + 1; j < spans.length; j++) {
      if (spans[i]!.span.report === spans[j]!.span.report) continue
      const same = spans[i]!.claim === spans[j]!.claim
      const joined = [...claimsAt[i]!].some((c) => claimsAt[j]!.has(c))
      if (same) wanted++
      if (joined) found++
      if (same && joined) right++
    }
  }
  return { wanted, found, right }
}

/** Whether two spans share as much of the smaller one. */
export function touches(a: Span, b: Span, share = 0.5): boolean {
  const both = overlap(a, b)
  return both > 0 && both >= share * Math.min(a.end - a.start, b.end - b.start)
}

/** Characters that two spans have in common. */
export function overlap(a: Span, b: Span): number {
  return a.report !== b.report ? 0 : Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
}
