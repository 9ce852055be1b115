import type { ParsedReport } from '../parsed-report.js'
import { joinProposals } from './join.js'
import type { Proposal } from './proposal.js'
import { attributionRules } from './rules.js'
import { type SettledAttribution, settle } from './settle.js'
import { proposeByTagger } from './tagger/propose.js'
import type { AttributionTagger } from './tagger/tagger.js'

/** Every attribution of the report, in text order: those of the rules, and with a tagger also what it alone sees. */
export function findAttributions(parsed: ParsedReport, tagger: AttributionTagger | null = null): SettledAttribution[] {
  const byRules = proposeByRules(parsed)
  return settle(tagger ? joinProposals(byRules, proposeByTagger(parsed, tagger), parsed) : byRules, parsed)
}

/** What the rules take for attributions, from sure to loose. */
export function proposeByRules(parsed: ParsedReport): Proposal[] {
  const trees = parsed.trees.filter(({ sentence }) => sentence.kind !== 'furniture')
  return attributionRules.flatMap((rule) => trees.flatMap((tree) => rule.propose(tree, parsed)))
}
