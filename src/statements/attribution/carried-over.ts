import type { Voice } from '../../model/statements.js'
import type { ParsedReport } from '../parsed-report.js'
import type { Proposal } from './proposal.js'
import type { SentenceIndex } from './sentence-index.js'
import type { SettledAttribution } from './settle.js'

/**
 * "Ada Holm told the Gazette … She said …": what she goes on to say came through the Gazette too.
 *
 * Only for the same voice, soon after, and where the words themselves go on: a pronoun, "added", "continued",
 * or the name again in the next sentence.
 */
export function isCarriedOver(
  proposal: Proposal,
  voice: Voice,
  last: SettledAttribution | undefined,
  own: number,
  { parsed, index }: { readonly parsed: ParsedReport; readonly index: SentenceIndex },
): boolean {
  if (!last || !proposal.source || last.chain.length < own + 2 || voice === -1 || voice !== last.chain.at(-1)) return false
  const { text } = parsed.reading.report
  const lastEnd = Math.max(...last.content.map(({ end }) => end), ...last.cue.map(({ end }) => end))
  const start = Math.min(...[...proposal.content, ...proposal.cue].map((range) => range.start))
  const between = index({ start, end: start + 1 })[0] - index({ start: lastEnd - 1, end: lastEnd })[0] - 1
  const cueText = proposal.cue.map((range) => text.slice(range.start, range.end)).join(' ')
  const sourceText = text.slice(proposal.source.start, proposal.source.end)
  const goesOn = /^(he|she|they|it)$/i.test(sourceText) || /\b(add|continu|went on|go(es)? on)/i.test(cueText)
  return between <= (goesOn ? 2 : namedAgain)
}
const namedAgain = Number((globalThis as any).process?.env?.NA ?? 0)
