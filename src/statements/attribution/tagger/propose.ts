import type { AttributionKind, Stance } from '../../../model/findings.js'
import { contains, overlaps, type Range } from '../../../model/span.js'
import type { ParsedReport } from '../../parsed-report.js'
import { type Phrase, phraseOf } from '../../phrases.js'
import type { Tree } from '../../trees.js'
import { isNegated, sayingAt } from '../cues.js'
import type { Proposal } from '../proposal.js'
import { hearersOf } from '../speakers.js'
import { type AttributionTagger, tagAttributions } from './tagger.js'

/** What the tagger takes for attributions, with kind and stance from the lexicon. */
export function proposeByTagger(parsed: ParsedReport, tagger: AttributionTagger): Proposal[] {
  const trees = parsed.trees.filter(({ sentence, tokens }) => sentence.kind !== 'furniture' && tokens.length > 0)
  return tagAttributions(parsed, tagger).flatMap((tagged) => {
    const tree = trees.find(({ sentence }) => contains(sentence, { start: tagged.cue.start, end: tagged.cue.start + 1 }))
    const head = tree?.tokens.findIndex(({ start }) => start === tagged.head.start) ?? -1
    if (!tree || head < 0) return []
    const source = sourceOf(tagged.source, trees)
    return [
      {
        rule: 'tagger',
        ...kindOf(tree, head, source, tagged.content, parsed),
        cue: [tagged.cue],
        source,
        through: hearersOf(tree, head, parsed).filter((hearer) => hearer.head !== source?.head),
        content: tagged.content,
      },
    ]
  })
}

function sourceOf(ranges: readonly Range[], trees: readonly Tree[]): Phrase | null {
  const range = ranges[0]
  const tree = range && trees.find(({ sentence }) => overlaps(sentence, range))
  return tree ? phraseOf(tree, range) : null
}

function kindOf(
  tree: Tree,
  head: number,
  source: Phrase | null,
  content: readonly Range[],
  parsed: ParsedReport,
): { readonly kind: AttributionKind; readonly stance: Stance } {
  const saying = sayingAt(tree, head, parsed) ?? parsed.saying.noun(tree.tokens[head]!.form)
  const quotations = parsed.quotations.filter((quotation) => content.some((range) => overlaps(range, quotation)))
  const isDirect = quotations.length > 0 && content.every((range) => quotations.some((q) => contains(q, range)))
  const quoted = isDirect ? 'direct' : quotations.length > 0 ? 'mixed' : null
  const kind = saying?.kind ?? 'indirect'
  const stance = saying?.stance ?? 'claimed'
  if (isNegated(tree, head)) return kind === 'opinion' ? { kind, stance: 'denied' } : { kind: 'refusal', stance: 'unverified' }
  if (!source) return { kind: 'agentless', stance }
  return { kind: quoted && (kind === 'indirect' || kind === 'opinion') ? quoted : kind, stance }
}
