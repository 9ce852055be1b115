import { isNegation } from '../attribution/cues.js'
import { childrenBy, formAt, isRelation, type Tree } from '../trees.js'

/** "negative" where the clause says that something did not happen or does not hold. */
export function polarityOf(tree: Tree, predicate: number): 'positive' | 'negative' {
  let negative = false
  for (const child of tree.children[predicate] ?? []) {
    if (isNegation(tree, child)) negative = !negative
    if (
      formAt(tree, child) === 'no' &&
      isRelation(tree.tokens[child]!.deprel, 'advmod', 'det') &&
      formAt(tree, child + 1) !== 'longer'
    )
      negative = !negative
    if (formAt(tree, child) === 'longer' && formAt(tree, child - 1) === 'no') negative = !negative
    if (formAt(tree, child) === 'without' && isRelation(tree.tokens[child]!.deprel, 'mark')) negative = !negative
    if (isRelation(tree.tokens[child]!.deprel, 'nsubj', 'obj') && isNobody(tree, child)) negative = !negative
  }
  return negative !== isUnfulfilled(tree, predicate) ? 'negative' : 'positive'
}

/** "no one", "nothing", "none of them", "neither side" */
function isNobody(tree: Tree, noun: number): boolean {
  return (
    /^(nobody|nothing|none|neither|no-one)$/.test(formAt(tree, noun)) ||
    (formAt(tree, noun) === 'one' && formAt(tree, noun - 1) === 'no') ||
    childrenBy(tree, noun, 'det').some((det) => /^(no|neither)$/.test(formAt(tree, det)))
  )
}

/** "failed to find", "refused to join": what was not found and not joined. */
function isUnfulfilled(tree: Tree, predicate: number): boolean {
  return isUnfulfilling(formAt(tree, predicate)) && childrenBy(tree, predicate, 'xcomp').length > 0
}

function isUnfulfilling(form: string): boolean {
  return /^(fail|refus|declin|neglect)(s|es|ed|e|ing)?$/.test(form)
}
