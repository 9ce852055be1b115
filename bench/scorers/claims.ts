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

/**
 * The same for statements: which pairs of different reports are joined, and whether a gold claim has words of both.
 * `joined` tells of two statements, by their place in the list.
 */
export function countJoinedStatements(
  statements: readonly Span[],
  joined: (one: number, other: number) => boolean,
  gold: readonly { readonly id: string; readonly spans: readonly Span[] }[],
): JoinedPairs {
  const claimsOf = statements.map(
    (statement) =>
      new Set(gold.filter(({ spans }) => spans.some((span) => touches(statement, span))).map(({ id }) => id)),
  )
  const counts = { wanted: 0, found: 0, right: 0 }
  for (let i = 0; i < statements.length; i++) {
    for (let j = i + 1; j < statements.length; j++) {
      if (statements[i]!.report === statements[j]!.report) continue
      const same = [...claimsOf[i]!].some((claim) => claimsOf[j]!.has(claim))
      const found = joined(i, j)
      if (same) counts.wanted++
      if (found) counts.found++
      if (same && found) counts.right++
    }
  }
  return counts
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
