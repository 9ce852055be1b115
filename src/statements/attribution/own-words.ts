import { overlaps, type Range } from '../../model/span.js'
import { type ParsedReport, quotationsAt } from '../parsed-report.js'
import type { Proposal } from './proposal.js'

/**
 * "Ada Holm, who lives there, said the bridge was safe"  →  "the bridge was safe" without "who lives there"
 * "“I watch it,” she told the “Morning” show"  →  without the name of the show
 *
 * What stands between a speaker and the verb describes the speaker, and a short title between marks is a name:
 * neither was said, where other words were.
 */
export function withoutDescriptions(proposal: Proposal, parsed: ParsedReport): Proposal {
  const { content, source, cue } = proposal
  if (content.length < 2) return proposal
  const verb = cue[0]
  const isBetween = (range: Range) =>
    source !== null &&
    verb !== undefined &&
    source.start < verb.start &&
    range.end <= verb.start &&
    overlaps(range, { start: source.start, end: verb.start })
  // "“It was a dull night,” Ada Holm is expected to say": the speaker's name is not said, the words before it are.
  const describes = (range: Range) =>
    isBetween(range) && (range.start >= source!.start || quotationsAt(range, parsed).length === 0)
  const kept = content.filter((range) => !describes(range) && !isTitle(range, content, parsed))
  return kept.length === 0 || kept.length === content.length ? proposal : { ...proposal, content: kept }
}

/** "Today" in "she told “Today”", beside words that were spoken. */
function isTitle(range: Range, content: readonly Range[], parsed: ParsedReport): boolean {
  const { text } = parsed.reading.report
  const quotation = quotationsAt(range, parsed)[0]
  if (!quotation || quotation.start !== range.start) return false
  const before = text.slice(Math.max(0, range.start - 12), range.start).trimEnd()
  const title = text.slice(quotation.start, quotation.end).replace(/["“”.,]/g, '')
  const hasSpeech = content.some((other) => other.end <= range.start && quotationsAt(other, parsed).length > 0)
  return hasSpeech && /[\p{L}’'s]$/u.test(before) && /^\p{Lu}\S*( \p{Lu}\S*){0,2}$/u.test(title)
}
