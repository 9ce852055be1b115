import { contains } from '../../../model/span.js'
import type { ParsedReport } from '../../parsed-report.js'
import { childBy, isVerb } from '../../trees.js'
import type { Proposal } from '../proposal.js'
import type { SentenceIndex } from '../sentence-index.js'

/**
 * "Ada Holm signed a deal" is annotated like speech now and then.
 * What the tagger alone finds is believed when it quotes, has a known word of saying, wanting or judging for its cue, or a clause for its content.
 */
export function tellsOfWords({ kind, cue, content }: Proposal, parsed: ParsedReport, index: SentenceIndex): boolean {
  if (kind === 'direct' || kind === 'mixed') return true
  const { text } = parsed.reading.report
  const words = cue.flatMap(({ start, end }) => text.slice(start, end).split(/\s+/))
  if (words.some((word) => parsed.saying.verb(word) ?? parsed.saying.noun(word))) return true
  if (words.some(parsed.saying.wantsOrJudges)) return true
  return content.some((range) => {
    const [first, last] = index(range)
    return parsed.trees
      .slice(first, last + 1)
      .some((tree) =>
        tree.tokens.some(
          (token, i) => isVerb(token) && contains(range, token) && childBy(tree, i, 'nsubj') !== undefined,
        ),
      )
  })
}
