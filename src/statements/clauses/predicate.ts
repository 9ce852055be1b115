import { childBy, childrenBy, formAt, isRelation, isVerb, type Tree } from '../trees.js'

/** What happens or holds, as a lemma: "desert", "sign up", "be commander", "decide to leave". */
export function predicateOf(tree: Tree, predicate: number): string {
  const token = tree.tokens[predicate]!
  if (!isVerb(token) || childBy(tree, predicate, 'cop') !== undefined) return `be ${token.lemma.toLowerCase()}`
  const core = coreOf(tree, predicate)
  const word = withParticle(tree, core)
  if (core !== predicate) return word
  // "stopped using it" and "used it" are two things.
  const left = childrenBy(tree, predicate, 'xcomp').find(
    (child) => /^(stop|cease|quit)$/.test(word) && tree.tokens[child]!.xpos === 'VBG',
  )
  if (left !== undefined) return `${word} ${withParticle(tree, left)}`
  const wish = childrenBy(tree, predicate, 'xcomp').find(
    (child) => isVerb(tree.tokens[child]!) && tree.tokens[child]!.xpos === 'VB',
  )
  return wish === undefined ? word : `${word} to ${withParticle(tree, wish)}`
}

/** The verb that carries the meaning: "climb" in "managed to climb", "fight" in "began to fight". */
export function coreOf(tree: Tree, predicate: number): number {
  const transparent = isTransparent(tree.tokens[predicate]!.lemma.toLowerCase())
  const inner = transparent
    ? childrenBy(tree, predicate, 'xcomp').find((child) => isVerb(tree.tokens[child]!))
    : (keptFrom(tree, predicate) ?? yetTo(tree, predicate))
  return inner === undefined ? predicate : coreOf(tree, inner)
}

/** "refrained from using it", "abstained from voting": the verb behind "from" tells what was not done. */
export function keptFrom(tree: Tree, predicate: number): number | undefined {
  if (!/^(refrain|abstain|desist)$/.test(tree.tokens[predicate]!.lemma.toLowerCase())) return undefined
  return childrenBy(tree, predicate, 'advcl', 'obl', 'xcomp', 'ccomp').find(
    (child) =>
      tree.tokens[child]!.xpos === 'VBG' &&
      childrenBy(tree, child, 'mark', 'case').some((mark) => formAt(tree, mark) === 'from'),
  )
}

/** "has yet to use it", "is yet to use it": what has not been done so far. */
export function yetTo(tree: Tree, predicate: number): number | undefined {
  if (!/^(have|be)$/.test(tree.tokens[predicate]!.lemma.toLowerCase())) return undefined
  return childrenBy(tree, predicate, 'xcomp', 'ccomp').find(
    (child) =>
      isVerb(tree.tokens[child]!) &&
      childrenBy(tree, child, 'mark').some((mark) => formAt(tree, mark) === 'to' && formAt(tree, mark - 1) === 'yet'),
  )
}

/** A verb that only says whether, when or how surely the other happened. */
function isTransparent(lemma: string): boolean {
  return /^(manage|begin|start|continue|happen|proceed|fail|refuse|decline|neglect|forget|omit|avoid|use|go|appear|seem|tend|keep|help|bother|get|come|resume|finish)$/.test(
    lemma,
  )
}

function withParticle(tree: Tree, verb: number): string {
  const particle = (tree.children[verb] ?? []).find(
    (child) => isRelation(tree.tokens[child]!.deprel, 'compound:prt') && !isVerb(tree.tokens[child]!),
  )
  const lemma = tree.tokens[verb]!.lemma.toLowerCase()
  return particle === undefined ? lemma : `${lemma} ${formAt(tree, particle)}`
}
