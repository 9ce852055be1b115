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
  if (words.some((word) => wantingOrJudging.test(word))) return true
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

/** What these govern is somebody's wish, plan or judgement. */
const wantingOrJudging =
  /^(want|wish|prefer|favou?r|support|back|endors|oppos|critici[sz]|prais|condemn|denounc|blast|slam|attack|ripp|defend|welcom|applaud|mock|ridicul|lambast|assail|rebuk|champion|advocat|embrac|reject|resist|regret|appreciat|admir|hat|lov|lik|disput|demand|urg|encourag|recommend|propos|call|threaten|plan|intend|pledg|vow|agree|refus|declin|seem|appear|unclear|unknown)(s|es|e|d|ed|ing)?$/i
