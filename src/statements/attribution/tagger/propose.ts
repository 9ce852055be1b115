import { isEvidence } from '../../../knowledge/embedding.js'
import type { AttributionKind, Stance } from '../../../model/findings.js'
import { contains, type Range } from '../../../model/span.js'
import { type ParsedReport, quotationsAt } from '../../parsed-report.js'
import { type Phrase, phraseOf } from '../../phrases.js'
import type { Tree } from '../../trees.js'
import { isNegated, sayingAt } from '../cues.js'
import type { Proposal } from '../proposal.js'
import { sentenceIndex } from '../sentence-index.js'
import { hearersOf } from '../speakers.js'
import { type AttributionTagger, tagAttributions } from './tagger.js'

/** What the tagger takes for attributions with kind and stance from the lexicon. */
export function proposeByTagger(parsed: ParsedReport, tagger: AttributionTagger): Proposal[] {
  const index = sentenceIndex(parsed)
  const treeAt = (range: Range) => parsed.trees[index(range)[0]]
  return tagAttributions(parsed, tagger).flatMap(({ head: headWord, cue, source: ranges, content }): Proposal[] => {
    const tree = treeAt(headWord)
    const head = tree?.tokens.findIndex(({ start }) => start === headWord.start) ?? -1
    if (!tree || head < 0) return []
    const named = ranges[0]
    const sourceTree = named && treeAt(named)
    const source = sourceTree ? phraseOf(sourceTree, named) : null
    return [
      {
        rule: 'tagger',
        ...kindOf(tree, head, source, content, parsed),
        ...(findsNothing(parsed, cue, content) ? { kind: 'denial' as const, stance: 'disputed' as const } : {}),
        cue: [cue],
        source,
        through: hearersOf(tree, head, parsed).filter((hearer) => hearer.head !== source?.head),
        content,
      },
    ]
  })
}

/** How many words may stand before the "no" of what was not found. */
const mostBefore = 4

/** "found no evidence that the bridge swayed": whoever looks and finds nothing does not say that it swayed. */
function findsNothing({ reading }: ParsedReport, cue: Range, content: readonly Range[]): boolean {
  const from = Math.min(cue.start, ...content.map(({ start }) => start))
  const words = reading.report.text.slice(from, Math.max(cue.end, (content[0]?.start ?? cue.end) + 30))
  // The last word may be cut short.
  const whole = words.split(/\s+/).slice(0, -1)
  return whole.some(
    (word, i) => i <= mostBefore && word.toLowerCase() === 'no' && whole.slice(i + 1, i + 3).some(isEvidence),
  )
}

function kindOf(
  tree: Tree,
  head: number,
  source: Phrase | null,
  content: readonly Range[],
  parsed: ParsedReport,
): { readonly kind: AttributionKind; readonly stance: Stance } {
  const saying = sayingAt(tree, head, parsed) ?? parsed.saying.noun(tree.tokens[head]!.form)
  const quotations = content.flatMap((range) => quotationsAt(range, parsed))
  const isDirect = quotations.length > 0 && content.every((range) => quotations.some((q) => contains(q, range)))
  const quoted = isDirect ? 'direct' : quotations.length > 0 ? 'mixed' : null
  const kind = saying?.kind ?? (parsed.saying.isAttitude(tree.forms[head]!) ? 'opinion' : 'indirect')
  const stance = saying?.stance ?? 'claimed'
  if (isNegated(tree, head))
    return kind === 'opinion' ? { kind, stance: 'denied' } : { kind: 'refusal', stance: 'unverified' }
  if (!source) return { kind: 'agentless', stance }
  return { kind: quoted && (kind === 'indirect' || kind === 'opinion') ? quoted : kind, stance }
}
