import type { Sentence, Token } from '../../model/reading.js'

/** A sentence's tree, ready to be walked downwards. */
export interface Tree {
  readonly sentence: Sentence
  /** Dependents of each token, in order. */
  readonly kids: readonly (readonly number[])[]
}

const none: readonly number[] = []

/** Turns heads into lists of dependents. */
export function treeOf(sentence: Sentence): Tree {
  const kids: (readonly number[])[] = new Array(sentence.tokens.length).fill(none)
  sentence.tokens.forEach(({ head }, i) => {
    const known = head === i ? undefined : kids[head]
    // Most words have no dependent or one, so that no list is begun before it is needed.
    if (known) kids[head] = known === none ? [i] : [...known, i]
  })
  return { sentence, kids }
}

/** First and last token of a phrase, end left out. */
export interface Extent {
  readonly first: number
  readonly end: number
}

/** What hangs on a noun and yet is no part of its phrase. */
const outsideNoun = new Set([
  'case',
  'cc',
  'conj',
  'punct',
  'parataxis',
  'discourse',
  'vocative',
  'dislocated',
  'mark',
  'orphan',
  'reparandum',
])

/** What hangs on a noun that is a predicate ("He was a commander"), and belongs to the clause. */
const outsidePredicate = new Set(['nsubj', 'csubj', 'cop', 'aux', 'advmod', 'expl', 'advcl', 'obl', 'ccomp'])

/** The longest phrase a noun heads: with its relative clauses and appositions, without what it is joined to. */
export function nounPhrase(
  tree: Tree,
  head: number,
  parts: 'whole' | 'with-conjuncts' | 'without-appositions' = 'whole',
): Extent {
  const { tokens } = tree.sentence
  const predicate = tree.kids[head]!.some((kid) => tokens[kid]!.deprel === 'cop')
  let first = head
  let last = head
  for (const kid of tree.kids[head]!) {
    const relation = baseRelation(tokens[kid]!)
    if (parts === 'without-appositions' && relation === 'appos' && kid > head) continue
    if (parts === 'with-conjuncts' && (relation === 'conj' || relation === 'cc')) {
      // Both halves of "Norway and Russia" are wanted.
    } else if (outsideNoun.has(relation) && tokens[kid]!.deprel !== 'cc:preconj') continue
    else if (predicate && outsidePredicate.has(relation)) continue
    else if (relation === 'advmod' && kid < head) continue
    const [low, high] = reach(tree, kid)
    if (low < first) first = low
    if (high > last) last = high
  }
  return trim(tree, { first, end: last + 1 }, head)
}

/** A relation without its subtype: "nsubj:pass" is "nsubj". */
export function baseRelation(token: Token): string {
  const colon = token.deprel.indexOf(':')
  return colon < 0 ? token.deprel : token.deprel.slice(0, colon)
}

/** First and last token under a node; the node itself is one of them. */
function reach(tree: Tree, node: number): [number, number] {
  let low = node
  let high = node
  const stack = [node]
  for (let steps = 0; stack.length > 0 && steps < tree.sentence.tokens.length; steps++) {
    const at = stack.pop()!
    if (at < low) low = at
    if (at > high) high = at
    for (const kid of tree.kids[at]!) stack.push(kid)
  }
  return [low, high]
}

function trim(tree: Tree, { first, end }: Extent, head: number): Extent {
  const { tokens } = tree.sentence
  while (first < head && isLeftEdge(tokens, first)) first++
  while (end > head + 1 && isEdge(tokens[end - 1]!)) end--
  return { first, end }
}

function isEdge(token: Token): boolean {
  return token.upos === 'PUNCT' && !')]'.includes(token.form)
}

function isLeftEdge(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]!
  if (token.xpos === 'WRB' || isEdge(token)) return true
  // "at least 30 soldiers" begins with "at", "of 30 soldiers" does not begin with "of".
  const next = tokens[i + 1]!.form.toLowerCase()
  return edgeWords.has(token.upos) && next !== 'least' && next !== 'most'
}

/** Parts of speech that a noun phrase never begins with. */
const edgeWords = new Set(['ADP', 'AUX', 'CCONJ', 'SCONJ', 'PART'])
