import { overlaps } from '../../model/span.js'
import { isNobody } from '../factuality/factuality.js'
import type { ParsedReport } from '../parsed-report.js'
import { childBy, childrenBy, formAt, isRelation, type Tree } from '../trees.js'
import { isNegation } from './cues.js'
import type { Proposal } from './proposal.js'
import type { SentenceIndex } from './sentence-index.js'

/**
 * "No expert believes that it burnt", "the fall of the pound suggests that …", "found no sign of fire, as Holm had claimed":
 * words of saying by which nobody says it.
 */
export function nobodySays(proposal: Proposal, parsed: ParsedReport, index: SentenceIndex): boolean {
  const { source, cue } = proposal
  const tree = cue[0] && parsed.trees[index(cue[0])[0]]
  if (!source || !tree) return false
  const verb = tree.tokens.findIndex((token) => token.upos === 'VERB' && cue.some((range) => overlaps(range, token)))
  return (
    (source.sentence === tree.sentence.index && isNobody(tree, source.head)) ||
    (verb >= 0 && (isSign(tree, verb, source) || isWhatIsNotFound(tree, verb)))
  )
}

/** What may be concluded from a thing that happens: "the rise of the rent suggests", "her defeat raises questions". */
function isSign(tree: Tree, verb: number, source: NonNullable<Proposal['source']>): boolean {
  if (!/^(suggest|raise|show|mean|prove|indicate|imply|signal|illustrate)$/.test(tree.tokens[verb]!.lemma)) return false
  if (source.sentence !== tree.sentence.index || tree.tokens[source.head]?.upos !== 'NOUN') return false
  return /^(rise|fall|fact|lack|move|timing|shift|loss|win|defeat|success|way|pattern|trend|increase|decline|absence|silence|reaction|response|outcome)s?$/.test(
    formAt(tree, source.head),
  )
}

/** "as Holm had claimed" behind a clause that says no: what she claimed is what is not so; "as her spokesman announced" agrees. */
function isWhatIsNotFound(tree: Tree, verb: number): boolean {
  const { deprel, head, lemma } = tree.tokens[verb]!
  const mark = childBy(tree, verb, 'mark', 'advmod')
  if (!isRelation(deprel, 'advcl') || head < 0 || head > verb || mark === undefined || formAt(tree, mark) !== 'as')
    return false
  if (!/^(claim|allege|suggest|assert|insist|state)$/.test(lemma) || childBy(tree, verb, 'aux') === undefined)
    return false
  const over = [head, ...childrenBy(tree, head, 'obj', 'obl', 'nsubj', 'aux')]
  return over.some((token) =>
    childrenBy(tree, token, 'advmod', 'det').some((i) => isNegation(tree, i) || formAt(tree, i) === 'no'),
  )
}
