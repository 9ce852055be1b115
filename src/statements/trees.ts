import { isTensed, isTensedOrModal, type Sentence, type Token } from '../model/reading.js'
import type { Range } from '../model/span.js'

/** A sentence with its tree turned round: who hangs on whom, and how far each word's words reach. */
export interface Tree {
  readonly sentence: Sentence
  readonly tokens: readonly Token[]
  /** The tokens' forms in lower case. */
  readonly forms: readonly string[]
  /** Dependants of each token, left to right. */
  readonly children: readonly (readonly number[])[]
}

const none: readonly number[] = []

/** Reads the tree off the heads of a sentence. */
export function treeOf(sentence: Sentence): Tree {
  const children: (readonly number[])[] = new Array(sentence.tokens.length).fill(none)
  sentence.tokens.forEach(({ head }, i) => {
    const known = children[head]
    // Most words have no dependant or one, so that no list is begun before it is needed.
    if (known) children[head] = known === none ? [i] : [...known, i]
  })
  return { sentence, tokens: sentence.tokens, forms: sentence.tokens.map(({ form }) => form.toLowerCase()), children }
}

/** Whether a relation is one of these, subtypes included: "nsubj:pass" is an "nsubj". */
export function isRelation(deprel: string, ...relations: readonly string[]): boolean {
  for (const relation of relations) {
    if (deprel === relation) return true
    if (deprel.charCodeAt(relation.length) === colon && deprel.startsWith(relation)) return true
  }
  return false
}

const colon = ':'.charCodeAt(0)

/** The dependants of a token that stand to it in one of these relations, left to right. */
export function childrenBy(tree: Tree, head: number, ...relations: readonly string[]): number[] {
  return (tree.children[head] ?? []).filter((child) => isRelation(tree.tokens[child]!.deprel, ...relations))
}

/** The first dependant of a token in one of these relations. */
export function childBy(tree: Tree, head: number, ...relations: readonly string[]): number | undefined {
  return tree.children[head]?.find((child) => isRelation(tree.tokens[child]!.deprel, ...relations))
}

/** A token and all that hangs on it, left to right; branches for which `leaveOut` holds are left out. */
export function subtree(tree: Tree, top: number, leaveOut: (token: number) => boolean = () => false): number[] {
  const found: number[] = []
  const open = [top]
  while (open.length > 0) {
    const token = open.pop()!
    found.push(token)
    for (const child of tree.children[token] ?? []) if (!leaveOut(child)) open.push(child)
  }
  return found.length === 1 ? found : found.sort((a, b) => a - b)
}

/** Whether `token` is `top` or hangs on it, directly or not. */
export function hangsOn(tree: Tree, token: number, top: number): boolean {
  for (let t = token; t >= 0; t = tree.tokens[t]!.head) if (t === top) return true
  return false
}

/** The words of a token's case markers, lower case: "in", "according to". */
export function caseOf(tree: Tree, token: number): string {
  return childrenBy(tree, token, 'case')
    .flatMap((marker) => [marker, ...childrenBy(tree, marker, 'fixed')])
    .sort((a, b) => a - b)
    .map((marker) => tree.tokens[marker]!.form.toLowerCase())
    .join(' ')
}

/** The token's form in lower case, or nothing outside the sentence. */
export function formAt(tree: Tree, token: number): string {
  return tree.forms[token] ?? ''
}

/** Whether the token is a full verb or an auxiliary used as one. */
export function isVerb(token: Token): boolean {
  return token.upos === 'VERB' || token.upos === 'AUX'
}

/** Whether the predicate stands in a finite form, by itself or through its auxiliary or copula. */
export function isFiniteAt(tree: Tree, i: number): boolean {
  const { xpos } = tree.tokens[i]!
  if (isTensed({ xpos })) return true
  // "he crossed": the tagger may take a past tense for a participle.
  if (
    xpos === 'VBN' &&
    childBy(tree, i, 'aux') === undefined &&
    childrenBy(tree, i, 'nsubj').some((s) => tree.tokens[s]!.deprel === 'nsubj')
  )
    return true
  return childrenBy(tree, i, 'aux', 'cop').some((aux) => isTensedOrModal(tree.tokens[aux]!))
}

/** The ranges that tokens cover, neighbours joined; punctuation at the edges is left out unless it is part of the words. */
export function rangesOf(tree: Tree, tokens: readonly number[]): Range[] {
  const runs: number[][] = []
  for (const i of tokens) {
    const open = runs.at(-1)
    if (open && open.at(-1) === i - 1) open.push(i)
    else runs.push([i])
  }
  return runs.flatMap((run) => rangeOf(tree, run) ?? [])
}

/** The one range from the first of the tokens to the last, punctuation at either end left out. */
export function rangeOf(tree: Tree, tokens: readonly number[]): Range | null {
  const inner = trimmed(tree, tokens)
  const first = inner[0]
  const last = inner.at(-1)
  return first === undefined || last === undefined
    ? null
    : { start: tree.tokens[first]!.start, end: tree.tokens[last]!.end }
}

function trimmed(tree: Tree, tokens: readonly number[]): readonly number[] {
  let from = 0
  let to = tokens.length
  while (from < to && isEdge(tree.tokens[tokens[from]!]!)) from++
  while (to > from && isEdge(tree.tokens[tokens[to - 1]!]!)) to--
  return tokens.slice(from, to)
}

// Quotation marks and brackets belong to the words they stand round; commas, stops and dashes do not.
function isEdge(token: Token): boolean {
  return token.upos === 'PUNCT' && !/["“”„«»‘’'()[\]]/.test(token.form)
}
