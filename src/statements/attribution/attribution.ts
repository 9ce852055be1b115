import type { ParsedReport } from '../parsed-report.js'
import type { Proposal } from './proposal.js'
import { attributionRules } from './rules.js'
import { type SettledAttribution, settle } from './settle.js'

/** Every attribution of the report, in text order. What else proposes (a trained tagger) goes in front of, or in place of, the rules. */
export function findAttributions(parsed: ParsedReport): SettledAttribution[] {
  return settle(proposeByRules(parsed), parsed)
}

/** What the rules take for attributions, from sure to loose. */
export function proposeByRules(parsed: ParsedReport): Proposal[] {
  const trees = parsed.trees.filter(({ sentence }) => sentence.kind !== 'furniture')
  return attributionRules.flatMap((rule) => trees.flatMap((tree) => rule.propose(tree, parsed)))
}
