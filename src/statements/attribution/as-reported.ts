import type { ParsedReport } from '../parsed-report.js'
import { childBy, formAt, isRelation, type Tree } from '../trees.js'
import { hostClause } from './contents.js'
import { cueRange, sayingVerbs } from './cues.js'
import type { AttributionRule, Proposal } from './proposal.js'
import { hearersOf, speakerOf } from './speakers.js'

/**
 * "As the Gazette reported, the bridge had been closed."  →  outlet < the Gazette
 *
 * "As" turns the verb of saying into an aside, and what it stands in is what was reported.
 */
export const asReported: AttributionRule = {
  name: 'as-reported',
  propose: (tree, parsed) =>
    sayingVerbs(tree, parsed).flatMap(({ token, saying }) =>
      saying.takes.has('clause') ? proposalAt(tree, token, parsed) : [],
    ),
  examples: [
    {
      text: 'As the Gazette reported, the bridge had been closed.',
      voices: ['outlet < Gazette | the bridge had been closed'],
    },
  ],
}

function proposalAt(tree: Tree, verb: number, parsed: ParsedReport): Proposal[] {
  const { deprel } = tree.tokens[verb]!
  const mark = childBy(tree, verb, 'mark', 'advmod', 'case')
  if (!isRelation(deprel, 'advcl', 'parataxis') || mark === undefined || formAt(tree, mark) !== 'as') return []
  if (childBy(tree, verb, 'ccomp') !== undefined || childBy(tree, verb, 'aux') !== undefined) return []
  const source = speakerOf(tree, verb)
  const content = hostClause(tree, verb, parsed)
  if (!source || content.length === 0) return []
  return [
    {
      rule: 'as-reported',
      kind: 'indirect',
      stance: 'claimed',
      cue: cueRange(tree, verb),
      source,
      through: hearersOf(tree, verb, parsed),
      content,
    },
  ]
}
