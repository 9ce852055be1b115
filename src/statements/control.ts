import { isDeedOfObject } from '../knowledge/control.js'
import { childBy, childrenBy, formAt, isRelation, isVerb, type Tree } from './trees.js'

/** A verb that says what its object did, and the preposition before the deed: "accused … of". */
export interface Control {
  readonly verb: number
  readonly preposition: string
  /** The one whose deed it is, where the verb has an object; of a passive it is the subject. */
  readonly object: number | undefined
}

/**
 * "accused the council of closing the bridge": the verb that stands over "closing", and the council, whose deed it is;
 * undefined where no such verb does. The parser may hang the deed on the verb, on its object or on a date between them.
 */
export function controlOf(tree: Tree, deed: number): Control | undefined {
  const { deprel, head, xpos } = tree.tokens[deed]!
  if (!isRelation(deprel, 'acl', 'advcl', 'xcomp', 'ccomp', 'obl')) return undefined
  if (xpos !== 'VBG' && !childrenBy(tree, deed, 'aux', 'cop').some((i) => tree.tokens[i]!.xpos === 'VBG'))
    return undefined
  const mark = childBy(tree, deed, 'mark', 'case')
  if (mark === undefined) return undefined
  let verb = head
  while (verb >= 0 && !isVerb(tree.tokens[verb]!)) verb = tree.tokens[verb]!.head
  const preposition = formAt(tree, mark)
  if (verb < 0 || verb > deed || !isDeedOfObject(tree.tokens[verb]!.lemma.toLowerCase(), preposition)) return undefined
  return { verb, preposition, object: childrenBy(tree, verb, 'obj').find((i) => i < deed) }
}

/**
 * A participle that the parser hung under such a verb, and the verb with which it shares its subject:
 * "by mooring ships" in "accused the council of closing the harbour by mooring ships there" goes with "closing",
 * and with "kept" in "kept the crew from leaving by locking the gate";
 * "citing" in "accused the council of closing the harbour, citing a letter" goes with "accused". Undefined where no such verb stands above.
 */
export function sharedAbove(tree: Tree, participle: number): number | undefined {
  const { deprel, head, xpos } = tree.tokens[participle]!
  if (xpos !== 'VBG' || !isRelation(deprel, 'advcl') || head > participle) return undefined
  const over = controlOf(tree, head)
  if (childBy(tree, participle, 'mark') === undefined)
    return formAt(tree, participle - 1) === ',' ? over?.verb : undefined
  if (!childrenBy(tree, participle, 'mark').some((mark) => formAt(tree, mark) === 'by')) return undefined
  if (over) return over.preposition === 'from' ? over.verb : undefined
  const deed = childrenBy(tree, head, 'advcl').find((i) => i > head && i < participle)
  const control = deed === undefined ? undefined : controlOf(tree, deed)
  return control && control.preposition !== 'from' ? deed : undefined
}
