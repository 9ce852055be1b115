import { countries } from '../../knowledge/regions.js'
import { contains } from '../../model/span.js'
import type { TimePhrase } from '../../model/when.js'
import type { ParsedReport } from '../parsed-report.js'
import { characterOf, type Phrase } from '../phrases.js'
import { joinProposals } from './join.js'
import { withMendedSource } from './mended-source.js'
import { withoutDescriptions } from './own-words.js'
import type { Proposal } from './proposal.js'
import { attributionRules } from './rules.js'
import { sentenceIndex } from './sentence-index.js'
import { type SettledAttribution, settle } from './settle.js'
import { proposeByTagger } from './tagger/propose.js'
import type { AttributionTagger } from './tagger/tagger.js'

/** Every attribution of the report, in text order: those of the rules, and with a tagger also what it alone sees. */
export function findAttributions(parsed: ParsedReport, tagger: AttributionTagger | null = null): SettledAttribution[] {
  const byRules = proposeByRules(parsed)
  const proposals = tagger ? joinProposals(byRules, proposeByTagger(parsed, tagger), parsed) : byRules
  const index = sentenceIndex(parsed)
  const isTime = timeWords(parsed)
  return settle(
    proposals
      .map((proposal) => withoutDescriptions(withMendedSource(proposal, parsed, index), parsed))
      .map((proposal) => withoutTime(proposal, isTime)),
    parsed,
  )
}

/** What the rules take for attributions, from sure to loose. */
export function proposeByRules(parsed: ParsedReport): Proposal[] {
  const trees = parsed.trees.filter(({ sentence }) => sentence.kind !== 'furniture')
  const isTime = timeWords(parsed)
  return attributionRules
    .flatMap((rule) => trees.flatMap((tree) => rule.propose(tree, parsed)))
    .filter((proposal) => !isTopic(proposal, parsed))
    .map((proposal) => withoutTime(proposal, isTime))
}

/** "is expected by early summer": a time is nobody's name, whether a rule or the tagger took it for one. */
function withoutTime(proposal: Proposal, isTime: (source: Phrase) => boolean): Proposal {
  return proposal.source && isTime(proposal.source) ? { ...proposal, source: null } : proposal
}

/** "Ennet: Bridge closed": a town or a state before the colon of a headline is where it happened, as "in Ennet" shows below; a country may speak. */
function isTopic({ rule, source }: Proposal, parsed: ParsedReport): boolean {
  if (rule !== 'headline' || source === null) return false
  const { characters, mentions, report } = parsed.reading
  const named = characters[characterOf(source, parsed)]
  if (named?.type !== 'place') return false
  const name = report.text.slice(source.start, source.end).toLowerCase()
  if (countries().some(({ names }) => names.some((n) => n.toLowerCase() === name))) return false
  return named.mentions.some((m) =>
    /\b(in|at|near|from|to|across|outside) $/i.test(report.text.slice(0, mentions[m]!.start).slice(-9)),
  )
}

/** "insisted last Friday": a date that the parser takes for the subject names nobody. */
function timeWords({ reading, trees }: ParsedReport): (source: Phrase) => boolean {
  const times = new Map<number, TimePhrase[]>()
  for (const time of reading.times) times.set(time.sentence, [...(times.get(time.sentence) ?? []), time])
  return ({ sentence, head }) => {
    const word = trees[sentence]?.tokens[head]
    return word !== undefined && times.get(sentence)?.some((time) => contains(time, word)) === true
  }
}
