import type { Stance } from '../../model/findings.js'
import { isTensed } from '../../model/reading.js'
import type { ParsedReport } from '../parsed-report.js'
import { phraseAt } from '../phrases.js'
import { isPassive } from '../subjects.js'
import { childBy, childrenBy, formAt, isRelation, isVerb, rangeOf, rangesOf, subtree, type Tree } from '../trees.js'
import { withQuotations } from './contents.js'
import { cueRange } from './cues.js'
import type { AttributionRule, Proposal } from './proposal.js'
import { agentOf } from './speakers.js'

/**
 * "The bridge is said to have swayed."  →  outlet < unnamed
 * "The bridge reportedly swayed."  →  outlet < unnamed
 *
 * Somebody says so, and the report does not say who; an agent after "by" is named all the same.
 */
export const agentless: AttributionRule = {
  name: 'agentless',
  propose: (tree, parsed) =>
    tree.tokens.flatMap(({ xpos }, token) =>
      xpos === 'VBN'
        ? [...raised(tree, token, parsed), ...hearsay(tree, token, parsed), ...itIsSaid(tree, token, parsed)]
        : hearsay(tree, token, parsed),
    ),
  examples: [
    {
      text: 'The bridge is said to have swayed in the wind.',
      voices: ['outlet < unnamed | to have swayed in the wind'],
    },
    {
      text: 'The bridge reportedly swayed in the wind.',
      voices: ['outlet < unnamed | The bridge reportedly swayed in the wind'],
    },
  ],
}

const passives: ReadonlyMap<string, Stance> = new Map(
  Object.entries({
    said: 'alleged',
    alleged: 'alleged',
    rumored: 'alleged',
    rumoured: 'alleged',
    reported: 'claimed',
    claimed: 'claimed',
    thought: 'speculated',
    believed: 'speculated',
    understood: 'speculated',
    suspected: 'speculated',
    considered: 'speculated',
    presumed: 'speculated',
    feared: 'speculated',
    expected: 'speculated',
    assumed: 'speculated',
    estimated: 'speculated',
    known: 'stated',
    reputed: 'alleged',
  } as const),
)

/** "is said to have swayed" */
function raised(tree: Tree, verb: number, parsed: ParsedReport): Proposal[] {
  const stance = passives.get(formAt(tree, verb))
  if (!stance || formAt(tree, verb) === 'known' || tree.tokens[verb]!.xpos !== 'VBN') return []
  const complement =
    childBy(tree, verb, 'xcomp') ??
    childrenBy(tree, verb, 'obl', 'advcl', 'ccomp').find((child) =>
      childrenBy(tree, child, 'mark').some((mark) => formAt(tree, mark) === 'to'),
    )
  if (complement === undefined || !(isPassive(tree, verb) || isRelation(tree.tokens[verb]!.deprel, 'acl'))) return []
  // "is thought to be old and has been closed": what comes after "and" is not thought.
  const finite = (child: number) =>
    tree.tokens[child]!.head === complement &&
    isRelation(tree.tokens[child]!.deprel, 'conj') &&
    isTensed(tree.tokens[childBy(tree, child, 'aux', 'cop') ?? child]!)
  const content = rangeOf(tree, subtree(tree, complement, finite))
  return content ? [proposalOf(tree, verb, stance, [content], parsed)] : []
}

/** "It is believed that the bridge swayed." */
function itIsSaid(tree: Tree, verb: number, parsed: ParsedReport): Proposal[] {
  const stance = passives.get(formAt(tree, verb))
  if (!stance || tree.tokens[verb]!.xpos !== 'VBN' || !isPassive(tree, verb)) return []
  const clause = childrenBy(tree, verb, 'ccomp', 'csubj').find((child) => child > verb)
  const it = childBy(tree, verb, 'nsubj', 'expl')
  if (clause === undefined || it === undefined || formAt(tree, it) !== 'it') return []
  const content = rangeOf(
    tree,
    subtree(
      tree,
      clause,
      (child) => tree.tokens[child]!.head === clause && isRelation(tree.tokens[child]!.deprel, 'mark'),
    ),
  )
  return content ? [proposalOf(tree, verb, stance, withQuotations([content], tree.tokens[verb]!, parsed), parsed)] : []
}

/** "reportedly" */
function hearsay(tree: Tree, adverb: number, parsed: ParsedReport): Proposal[] {
  const stance = parsed.saying.hearsayAdverb(formAt(tree, adverb))
  if (!stance) return []
  let top = tree.tokens[adverb]!.head
  if (top < 0) return []
  if (
    !isVerb(tree.tokens[top]!) &&
    childBy(tree, top, 'cop', 'nsubj') === undefined &&
    isVerb(tree.tokens[tree.tokens[top]!.head] ?? tree.tokens[top]!)
  )
    top = tree.tokens[top]!.head
  if (top < 0) return []
  const words = subtree(
    tree,
    top,
    (child) => isRelation(tree.tokens[child]!.deprel, 'mark', 'cc') && tree.tokens[child]!.head === top,
  )
  const { start, end } = tree.tokens[adverb]!
  return [
    {
      rule: 'agentless',
      kind: 'agentless',
      stance,
      cue: [{ start, end }],
      source: null,
      through: [],
      content: rangesOf(tree, words),
    },
  ]
}

function proposalOf(
  tree: Tree,
  verb: number,
  stance: Stance,
  content: Proposal['content'],
  _parsed: ParsedReport,
): Proposal {
  const agent = agentOf(tree, verb)
  const source = agent === undefined ? null : phraseAt(tree, agent)
  return {
    rule: 'agentless',
    kind: source ? 'indirect' : 'agentless',
    stance,
    cue: cueRange(tree, verb),
    source,
    through: [],
    content,
  }
}
