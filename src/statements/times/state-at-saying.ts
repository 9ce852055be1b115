import type { VoicedAttribution } from '../../model/statements.js'
import type { When } from '../../model/when.js'
import { childrenBy, type Tree } from '../trees.js'
import { lent, type PlacedStatement, voiceAt } from './placed.js'

/**
 * "They were warned in April that the batteries were failing."  →  the failing: in April
 *
 * What goes on, in the past progressive, in words whose saying is dated, went on when they were said.
 */
export function stateAtSaying(
  { tree, predicate }: PlacedStatement,
  attributions: readonly VoicedAttribution[],
  saidWhen: (attribution: number) => When | null,
): When | null {
  if (!isProgressive(tree, predicate)) return null
  const voice = voiceAt(tree.tokens[predicate]!, attributions)
  const when = voice < 0 ? null : saidWhen(voice)
  return when && lent(when.edtf.replace(/T[\d:]+/, ''), when)
}

function isProgressive(tree: Tree, predicate: number): boolean {
  // "was going to leave" lies ahead.
  const { xpos, form } = tree.tokens[predicate]!
  if (xpos !== 'VBG' || /^(going|planning|about)$/i.test(form)) return false
  const helpers = childrenBy(tree, predicate, 'aux', 'cop')
  return (
    helpers.some((aux) => /^(is|are|was|were|’s|'s|’re|'re|am)$/i.test(tree.tokens[aux]!.form)) &&
    helpers.every((aux) => !/^(had|has|have|will|would|may|might|could)$/i.test(tree.tokens[aux]!.form))
  )
}
