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
export function withoutDescriptions(whole: Proposal, parsed: ParsedReport): Proposal {
  const proposal = { ...whole, content: withoutCircumstances(whole, parsed) }
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

/**
 * "The plan is bad, and Ada Holm said she would go"  →  without the first clause
 * "“We stay here for good,” Ada Holm said of the valley", "said “we stay here for good” as she toured it"  →  without what the words were about
 *
 * A clause that "and" or "while" parts from the speaker is the report's; what stands beside spoken words tells of the speaking.
 */
function withoutCircumstances({ content, source, cue }: Proposal, parsed: ParsedReport): readonly Range[] {
  const { text } = parsed.reading.report
  const verb = cue[0]
  if (!verb) return content
  const isApart =
    source !== null &&
    source.end <= verb.start &&
    /[,;] (and|but|while|although|though|whereas|yet) $/.test(text.slice(Math.max(0, source.start - 12), source.start))
  const isQuotation = (range: Range) => quotationsAt(range, parsed).some((q) => q.start === range.start)
  const spokenBefore = content.some((range) => range.end <= verb.start && isQuotation(range))
  const kept = content.filter((range) => {
    if (isApart && range.end <= source.start && !isQuotation(range) && content.some((other) => other.start >= verb.end))
      return false
    const opens =
      /\b(of|as|while|when|after|before|during) $/.test(text.slice(Math.min(verb.end, range.start), range.start)) ||
      /^(as|while|when|after|before|during) /.test(text.slice(range.start, range.start + 8))
    return !(spokenBefore && range.start >= verb.end && quotationsAt(range, parsed).length === 0 && opens)
  })
  return (kept.length === 0 ? content : kept).map((range) => {
    const spoken = quotationsAt(range, parsed).find(
      ({ start, end }) => start === range.start && end < range.end && text.slice(start, end).split(' ').length > 3,
    )
    const isBeside =
      spoken !== undefined &&
      quotationsAt({ start: spoken.end + 1, end: range.end }, parsed).length === 0 &&
      /^,? (as|while|when|after|before|during) /.test(text.slice(spoken.end, spoken.end + 9))
    return isBeside ? { start: range.start, end: spoken.end } : range
  })
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
