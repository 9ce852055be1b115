import type { ParsedReport } from '../parsed-report.js'
import { type Phrase, phraseAt } from '../phrases.js'
import { subjectOf } from '../subjects.js'
import { caseOf, childBy, childrenBy, formAt, isRelation, rangeOf, subtree, type Tree } from '../trees.js'
import { withQuotations } from './contents.js'
import type { AttributionRule, Proposal } from './proposal.js'

/**
 * "Ada Holm's claim that the bridge was safe surprised the town."  →  outlet < Ada Holm
 *
 * The voice is whose claim it is, or the subject of the verb that makes it ("made the claim that");
 * claims that nobody is said to make are nobody's.
 */
export const nominal: AttributionRule = {
  name: 'nominal',
  propose: (tree, parsed) => tree.tokens.flatMap((_, token) => proposalAt(tree, token, parsed)),
  examples: [
    {
      text: 'Ada Holm’s claim that the bridge was safe surprised the town.',
      voices: ['outlet < Ada Holm | the bridge was safe'],
    },
  ],
}

function proposalAt(tree: Tree, token: number, parsed: ParsedReport): Proposal[] {
  const { form, upos, start, end } = tree.tokens[token]!
  const noun = upos === 'NOUN' ? parsed.saying.noun(form) : undefined
  if (!noun) return []
  const clause = childrenBy(tree, token, 'acl', 'ccomp').find((child) => {
    const mark = childBy(tree, child, 'mark')
    return mark !== undefined && formAt(tree, mark) === 'that' && child > token
  })
  if (clause === undefined || /^(that|which)$/.test(formAt(tree, childBy(tree, clause, 'nsubj') ?? -1))) return []
  const range = rangeOf(
    tree,
    subtree(
      tree,
      clause,
      (child) => tree.tokens[child]!.head === clause && isRelation(tree.tokens[child]!.deprel, 'mark'),
    ),
  )
  if (!range) return []

  const source = makerOf(tree, token)
  const through = childrenBy(tree, token, 'nmod')
    .filter((child) => caseOf(tree, child) === 'to')
    .map((child) => phraseAt(tree, child))
  return [
    {
      rule: 'nominal',
      kind: source ? (noun.kind === 'nominal' ? 'nominal' : noun.kind) : 'agentless',
      stance: noun.stance,
      cue: [{ start, end }],
      source,
      through,
      content: withQuotations([range], tree.tokens[token]!, parsed),
    },
  ]
}

/** Whose words they are: "her claim", "a claim by Holm", "Holm made the claim". */
function makerOf(tree: Tree, noun: number): Phrase | null {
  const owner =
    childBy(tree, noun, 'nmod:poss') ??
    childrenBy(tree, noun, 'nmod').find((child) => /^(by|from|of|among)$/.test(caseOf(tree, child)))
  if (owner !== undefined) return phraseAt(tree, owner)
  const { head, deprel } = tree.tokens[noun]!
  const makes =
    head >= 0 &&
    /^(mak|made|giv|gave|rais|express|voic|issu|repeat|mad|lodg|releas|publish|pos|hav|has|had|shar|spread)/.test(
      formAt(tree, head),
    )
  if (!makes || !isRelation(deprel, 'obj')) return null
  const subject = subjectOf(tree, head)
  return subject && !subject.passive ? phraseAt(tree, subject.token) : null
}
