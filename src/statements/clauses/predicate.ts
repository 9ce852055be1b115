import { childBy, childrenBy, formAt, isRelation, isVerb, type Tree } from '../trees.js'

/** What happens or holds, as a lemma: "desert", "sign up", "be commander", "decide to leave". */
export function predicateOf(tree: Tree, predicate: number): string {
  const token = tree.tokens[predicate]!
  if (!isVerb(token) || childBy(tree, predicate, 'cop') !== undefined) return `be ${token.lemma.toLowerCase()}`
  const core = coreOf(tree, predicate)
  const word = withParticle(tree, core)
  if (core !== predicate) return word
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
    : undefined
  return inner === undefined ? predicate : coreOf(tree, inner)
}

/** A verb that only says whether, when or how surely the other happened. */
function isTransparent(lemma: string): boolean {
  return /^(manage|begin|start|continue|happen|proceed|fail|refuse|decline|neglect|use|go|appear|seem|tend|stop|cease|keep|help|bother|get|come|resume|finish)$/.test(
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
