import { firstWhere } from '../../model/halving.js'
import { contains, lengthOf, overlaps, type Range, sharedBy } from '../../model/span.js'
import type { ParsedReport } from '../parsed-report.js'
import { withQuotations } from './contents.js'
import { isDoubtful, quotedByRules } from './doubtful.js'
import { nobodySays } from './nobody-says.js'
import { untilOwnAgain } from './own-again.js'
import type { Proposal } from './proposal.js'
import { sentenceIndex } from './sentence-index.js'
import { tellsOfWords } from './tagger/tells-of-words.js'

/**
 * The rules know kinds, chains and what stands inside what; the tagger knows where people begin and end what was said.
 * Where both see a cue, the rule's attribution stands, with the tagger's ends;
 * what only a rule sees stands as it is; what only the tagger sees stands when it tells of words, wishes or beliefs.
 * Each choice here was made on PolNeAR dev and on the gold stories together.
 */
export function joinProposals(
  byRules: readonly Proposal[],
  byTagger: readonly Proposal[],
  parsed: ParsedReport,
): Proposal[] {
  const sorted = [...byTagger].sort((a, b) => a.cue[0]!.start - b.cue[0]!.start)
  const seen = new Set<Proposal>()
  const index = sentenceIndex(parsed)
  const joined = byRules.map((proposal) => {
    const tagged = proposal.cue.map((range) => sharingCue(sorted, range)).find((found) => found !== undefined)
    if (!tagged) return proposal
    seen.add(tagged)
    const content = withoutSpeaker(contentOf(proposal, tagged, parsed), proposal.source)
    return { ...proposal, cue: cueOf(proposal, tagged), source: sourceOf(proposal, tagged, content), content }
  })
  const quoted = quotedByRules(byRules, index)
  const added = sorted.filter(
    (tagged) => !seen.has(tagged) && tellsOfWords(tagged, parsed, index) && !isDoubtful(tagged, quoted, parsed, index),
  )
  return [...joined, ...added]
    .filter((proposal) => !nobodySays(proposal, parsed, index))
    .flatMap((proposal) => untilOwnAgain(proposal, parsed, index))
}

/** Of proposals sorted by cue, which do not overlap, the one whose cue shares characters with a range. */
function sharingCue(sorted: readonly Proposal[], range: Range): Proposal | undefined {
  const found = sorted[firstWhere(sorted, ({ cue }) => cue[0]!.end > range.start)]
  return found && overlaps(found.cue[0]!, range) ? found : undefined
}

// A cue in two parts ("quoted … as saying") is more than the tagger's one.
function cueOf(proposal: Proposal, tagged: Proposal): readonly Range[] {
  return proposal.cue.every((range) => overlaps(range, tagged.cue[0]!)) ? tagged.cue : proposal.cue
}

/** The rule's voice, with the tagger's ends; the tagger's where the rule has none. No voice reaches into its own words. */
function sourceOf({ source }: Proposal, tagged: Proposal, content: readonly Range[]): Proposal['source'] {
  if (tagged.source && content.some((range) => overlaps(range, tagged.source!))) return source
  if (!source) return tagged.source
  if (!tagged.source || !overlaps(source, tagged.source)) return source
  return { ...source, start: tagged.source.start, end: tagged.source.end }
}

/** Rules that know better than the tagger where the words end: they see the shape of the whole sentence, or two cues at once. */
const sureOfContent = new Set([
  'according-to',
  'accused-of',
  'quoted-as-saying',
  'citing',
  'refusal',
  'headline',
  'speaker-at-end',
])

function contentOf({ rule, content }: Proposal, tagged: Proposal, parsed: ParsedReport): readonly Range[] {
  const both = sharedBy(content, tagged.content)
  if (both / (lengthOf(content) + lengthOf(tagged.content) - both) >= 0.5)
    return withQuotations(tagged.content, tagged.cue[0]!, parsed)
  const isOfDeed = tagged.content.some((range) => content.some((wide) => overlaps(wide, range)))
  if (rule === 'accused-of' && isOfDeed) return tagged.content.map((range) => withMeans(range, content))
  if (sureOfContent.has(rule)) return content
  // Where they differ much, the tagger stops too soon more often than a rule goes on too long.
  const isCutShort = tagged.content.every((range) => content.some((wide) => contains(wide, range)))
  return isCutShort ? content : tagged.content
}

/** "The lamp was out, said the official, who …": whoever says it is no part of what is said, though the tagger may think so. */
function withoutSpeaker(content: readonly Range[], source: Range | null): readonly Range[] {
  const said = content.filter((range) => !(source && contains(source, range)))
  return said.length > 0 ? said : content
}

/** "accused of closing the harbour by mooring ships there": what the accused is said to have done goes on to its end. */
function withMeans(range: Range, whole: readonly Range[]): Range {
  const goesOn = whole.find((wide) => overlaps(wide, range))
  return goesOn ? { start: range.start, end: Math.max(range.end, goesOn.end) } : range
}
