import { contains } from '../../model/span.js'
import { type ParsedReport, quotationsAt } from '../parsed-report.js'
import { phraseAt } from '../phrases.js'
import { isPassive } from '../subjects.js'
import { caseOf, childBy, childrenBy, formAt, isRelation, isVerb, rangeOf, subtree, type Tree } from '../trees.js'
import { withQuotations } from './contents.js'
import { cueRange } from './cues.js'
import type { AttributionRule, Proposal } from './proposal.js'
import { agentOf, speakerOf } from './speakers.js'

/**
 * "Ada Holm called the bridge “a death trap.”"  →  outlet < Ada Holm | the bridge “a death trap.”
 * "The council expects the work to last a year."  →  outlet < The council | the work to last a year
 *
 * What one is called, and what one is expected to do, is the caller's word.
 */
export const called: AttributionRule = {
  name: 'called',
  propose: (tree, parsed) => tree.tokens.flatMap((_, token) => proposalAt(tree, token, parsed)),
  examples: [
    { text: 'Ada Holm called the bridge a death trap.', voices: ['outlet < Ada Holm | the bridge a death trap'] },
  ],
}

const calling =
  /^(call(s|ed|ing)?|brand(s|ed|ing)?|label(s|ed|led|ing|ling)?|dub(s|bed|bing)?|describ(e|es|ed|ing)|denounc(e|es|ed|ing)|portray(s|ed|ing)?|characteri[sz](e|es|ed|ing)|dismiss(es|ed|ing)?|praised?|hailed|condemn(s|ed|ing)?)$/
const expecting =
  /^(expect(s|ed)?|consider(s|ed)?|believ(e|es|ed)|think(s)?|thought|deem(s|ed)?|judg(e|es|ed)|found|finds)$/

function proposalAt(tree: Tree, verb: number, parsed: ParsedReport): Proposal[] {
  const form = formAt(tree, verb)
  const isCalling = calling.test(form)
  if (tree.tokens[verb]!.upos !== 'VERB' || !(isCalling || expecting.test(form)) || isPassive(tree, verb)) return []
  const called = childBy(tree, verb, 'obj')
  const name = complementOf(tree, verb, isCalling)
  if (called === undefined || name === undefined || name < called) return []
  const range = rangeOf(
    tree,
    [...subtree(tree, called), ...subtree(tree, name)].sort((a, b) => a - b),
  )
  const agent = agentOf(tree, verb)
  const source = agent === undefined ? speakerOf(tree, verb) : phraseAt(tree, agent)
  if (!range || !source) return []
  const content = withQuotations([range], tree.tokens[verb]!, parsed)
  const isQuoting = content.some((c) => quotationsAt(c, parsed).some((q) => contains(c, q)))
  return [
    {
      rule: 'called',
      kind: isCalling ? (isQuoting ? 'mixed' : 'indirect') : 'opinion',
      stance: isCalling ? 'claimed' : 'speculated',
      cue: cueRange(tree, verb),
      source,
      through: [],
      content,
    },
  ]
}

/** "a death trap" in "called it a death trap", "as a death trap" in "described it as a death trap", "to last" in "expects it to last". */
function complementOf(tree: Tree, verb: number, isCalling: boolean): number | undefined {
  const direct = childrenBy(tree, verb, 'xcomp').find((child) => (isCalling ? !isVerb(tree.tokens[child]!) : true))
  // The parser may make the name a second object, or hang it on what is called so.
  const second = isCalling
    ? (childrenBy(tree, verb, 'obj')[1] ?? apposedTo(tree, childBy(tree, verb, 'obj')))
    : undefined
  return (
    direct ??
    second ??
    childrenBy(tree, verb, 'obl', 'advcl').find(
      (child) =>
        caseOf(tree, child) === 'as' ||
        childrenBy(tree, child, 'mark').some(
          (mark) =>
            isRelation(tree.tokens[mark]!.deprel, 'mark') &&
            formAt(tree, mark) === 'as' &&
            !isVerb(tree.tokens[child]!),
        ),
    )
  )
}

/** "the story “gossip”": an apposition without a comma. */
function apposedTo(tree: Tree, called: number | undefined): number | undefined {
  return called === undefined
    ? undefined
    : childrenBy(tree, called, 'appos').find((child) => formAt(tree, called + 1) !== ',' && child > called)
}
