import { hashString } from '../../weights/hash.js'
import { LinearModel } from '../../weights/linear-model.js'
import type { Tag } from '../tags/tagger.js'
import type { WordCode } from '../word-codes.js'
import { parseFeatureRoom, parseFeatures } from './parse-features.js'
import { isAllowed, isFinished, leftArc, type ParseState, parseWords, rightArc, shift, startState, take } from './parse-state.js'

/** A dependency tree over one sentence: for each word its governor (−1 for the root) and the relation to it. */
export interface Tree {
  readonly heads: readonly number[]
  readonly deprels: readonly string[]
}

/** A greedy arc-hybrid parser over Universal Dependencies, trained with a dynamic oracle (Goldberg and Nivre 2013). */
export interface Parser {
  readonly model: LinearModel
  readonly transitions: Transitions
}

/** Class 0 is the shift; then come a left and a right arc for every relation. */
export interface Transitions {
  readonly relations: readonly string[]
  readonly moves: Uint8Array
  readonly labels: Int16Array
}

export function parserFromBytes(bytes: Uint8Array): Parser {
  const model = LinearModel.fromBytes(bytes)
  return { model, transitions: transitionsOf(model.classes) }
}

/** Reads transitions from class names: "shift", "left nsubj", "right obj" … */
export function transitionsOf(classes: readonly string[]): Transitions {
  const relations = [...new Set(classes.slice(1).map((c) => c.split(' ')[1]!))].sort()
  const moves = Uint8Array.from(classes, (c) => (c === 'shift' ? shift : c.startsWith('left') ? leftArc : rightArc))
  const labels = Int16Array.from(classes, (c) => (c === 'shift' ? -1 : relations.indexOf(c.split(' ')[1]!)))
  return { relations, moves, labels }
}

/** The tree of one sentence; every word gets a governor and exactly one is the root. */
export function parseSentence(words: readonly WordCode[], tags: readonly Tag[], parser: Parser): Tree {
  const state = startState(words.length)
  const codes = parseWords(words, tags, tagNumber)
  const features = new Uint32Array(parseFeatureRoom)
  const scores = new Int32Array(parser.model.classes.length)
  while (!isFinished(state)) {
    const count = parseFeatures(state, codes, features)
    parser.model.score(features, count, scores)
    const c = bestAllowed(state, scores, parser.transitions)
    take(state, parser.transitions.moves[c]!, parser.transitions.labels[c]!)
  }
  return treeOf(state, parser.transitions)
}

export function tagNumber(text: string): number {
  return hashString(text)
}

/** The best-scoring transition that may be taken. */
export function bestAllowed(state: ParseState, scores: Int32Array | Float32Array, transitions: Transitions): number {
  const allowed = [isAllowed(state, shift), isAllowed(state, leftArc), isAllowed(state, rightArc)]
  let top = -1
  for (let c = 0; c < scores.length; c++) {
    if (allowed[transitions.moves[c]!] && (top < 0 || scores[c]! > scores[top]!)) top = c
  }
  return top
}

function treeOf(state: ParseState, transitions: Transitions): Tree {
  const heads: number[] = []
  const deprels: string[] = []
  for (let i = 0; i < state.length; i++) {
    const head = state.heads[i]!
    heads.push(head === state.length ? -1 : head)
    deprels.push(head === state.length ? 'root' : transitions.relations[state.labels[i]!]!)
  }
  return { heads, deprels }
}
