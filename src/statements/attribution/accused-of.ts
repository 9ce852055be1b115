import type { ParsedReport } from '../parsed-report.js'
import { phraseAt } from '../phrases.js'
import { isPassive } from '../subjects.js'
import { childBy, childrenBy, formAt, isRelation, rangeOf, subtree, type Tree } from '../trees.js'
import { cueRange } from './cues.js'
import type { AttributionRule, Proposal } from './proposal.js'
import { agentOf, hearersOf, speakerOf } from './speakers.js'

/**
 * "Ada Holm accused the council of hiding the report."  →  outlet < Ada Holm, alleged
 * "The council is accused of hiding the report."  →  outlet < unnamed, alleged
 */
export const accusedOf: AttributionRule = {
  name: 'accused-of',
  propose: (tree, parsed) => tree.tokens.flatMap((_, token) => proposalAt(tree, token, parsed)),
  examples: [
    { text: 'The council is accused of hiding the report.', voices: ['outlet < unnamed | hiding the report'] },
  ],
}

function proposalAt(tree: Tree, verb: number, parsed: ParsedReport): Proposal[] {
  if (tree.tokens[verb]!.upos !== 'VERB' || !/^(accus|suspect|blam)(e|es|s|ed|ing)$/.test(formAt(tree, verb))) return []
  const deed = childrenBy(tree, verb, 'advcl', 'obl', 'ccomp', 'xcomp').find((child) =>
    childrenBy(tree, child, 'mark', 'case').some((mark) => /^(of|for)$/.test(formAt(tree, mark))),
  )
  if (deed === undefined) return []
  const passive = isPassive(tree, verb)
  // "is not to blame for" accuses nobody.
  if (formAt(tree, verb) === 'blame' && formAt(tree, verb - 1) === 'to' && childBy(tree, verb, 'obj') === undefined)
    return []
  const accused = passive ? undefined : childBy(tree, verb, 'obj')
  const words = subtree(
    tree,
    deed,
    (child) => tree.tokens[child]!.head === deed && isRelation(tree.tokens[child]!.deprel, 'mark', 'case'),
  )
  const content = rangeOf(
    tree,
    accused === undefined ? words : [...subtree(tree, accused), ...words].sort((a, b) => a - b),
  )
  if (!content) return []
  const agent = passive ? agentOf(tree, verb) : undefined
  const source = passive ? (agent === undefined ? null : phraseAt(tree, agent)) : speakerOf(tree, verb)
  if (!passive && !source) return []
  const kind = source ? 'indirect' : 'agentless'
  return [
    {
      rule: 'accused-of',
      kind,
      stance: 'alleged',
      cue: cueRange(tree, verb),
      source,
      through: passive ? [] : hearersOf(tree, verb, parsed),
      content: [content],
    },
  ]
}
