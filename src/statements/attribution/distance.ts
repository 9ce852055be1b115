import type { Proposal } from './proposal.js'
import type { SentenceIndex } from './sentence-index.js'
import type { SettledAttribution } from './settle.js'

/** How many sentences lie between the end of one attribution and the beginning of another; −1 where they share one. */
export function distanceFrom(last: SettledAttribution, next: Proposal, index: SentenceIndex): number {
  const end = Math.max(...[...last.content, ...last.cue].map((range) => range.end))
  const start = Math.min(...[...next.content, ...next.cue].map((range) => range.start))
  return index({ start, end: start + 1 })[0] - index({ start: end - 1, end })[0] - 1
}
