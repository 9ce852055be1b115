import { contains, lengthOf, overlaps, type Range } from '../../model/span.js'
import type { ParsedReport } from '../parsed-report.js'
import type { Quotation } from '../quotations.js'
import type { Proposal } from './proposal.js'
import { BySentence, type SentenceIndex } from './sentence-index.js'

/** What a proposal made of a quotation that nobody introduces is called. */
export const carryOn = 'continued-quotation'

/** Believes one proposal for each cue: the one that stands first. */
export function oneForEachCue(proposals: readonly Proposal[], index: SentenceIndex): Proposal[] {
  const taken = new BySentence<Range>(index)
  return proposals.filter(({ cue, content }) => {
    if (content.length === 0) return false
    if (cue.some((range) => taken.around(range).some((other) => overlaps(other, range)))) return false
    for (const range of cue) taken.add(range, [range])
    return true
  })
}

/**
 * Quotations long enough to be speech that no proposal covers.
 * What is said inside a quotation ("“He denied it,”") does not tell who speaks it.
 */
export function quotationsLeft(believed: readonly Proposal[], parsed: ParsedReport, index: SentenceIndex): Proposal[] {
  const contents = new BySentence<Proposal>(index)
  for (const proposal of believed) contents.add(proposal, proposal.content)
  const starts = new Set(parsed.reading.sentences.flatMap(({ start, kind }) => (kind === 'prose' ? [start] : [])))
  const isCovered = (quotation: Quotation) =>
    contents
      .around(quotation)
      .some(
        ({ cue, content }) =>
          content.some((range) => overlaps(range, quotation)) && !cue.some((range) => contains(quotation, range)),
      )
  return parsed.quotations
    .filter((quotation) => isSpeech(quotation, parsed, starts) && !isCovered(quotation))
    .map(({ start, end }) => ({
      rule: carryOn,
      kind: 'direct',
      stance: 'claimed',
      cue: [],
      source: null,
      through: [],
      content: [{ start, end }],
    }))
}

// A title or a scare quote is short and stands inside a sentence; speech that goes on begins and ends like a sentence.
function isSpeech({ start, end }: Quotation, { reading }: ParsedReport, starts: ReadonlySet<number>): boolean {
  if (!starts.has(start) && !starts.has(start - 1) && !starts.has(start + 1)) return false
  return reading.report.text.slice(start, end).split(/\s+/).length >= 3
}

/** For each proposal the one in whose words its cue lies: the narrowest, if there are several. */
export function outerOf(proposals: readonly Proposal[], index: SentenceIndex): (Proposal | undefined)[] {
  const contents = new BySentence<Proposal>(index)
  for (const proposal of proposals) contents.add(proposal, proposal.content)
  return proposals.map((proposal) => {
    const cue = proposal.cue[0] ?? proposal.content[0]
    if (!cue) return undefined
    return contents
      .at(cue)
      .filter(
        (other) =>
          other !== proposal && other.content.some((range) => contains(range, cue)) && !isInside(other, proposal),
      )
      .reduce<Proposal | undefined>(
        (best, other) => (!best || lengthOf(other.content) < lengthOf(best.content) ? other : best),
        undefined,
      )
  })
}

// Two cues may each lie in the other's words ("X, Y said, according to Z"): then the wider content is the outer one.
function isInside(other: Proposal, proposal: Proposal): boolean {
  const cue = other.cue[0]
  return (
    cue !== undefined &&
    proposal.content.some((range) => contains(range, cue)) &&
    lengthOf(other.content) <= lengthOf(proposal.content)
  )
}
