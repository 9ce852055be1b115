import { hashString } from '../../weights/hash.js'
import { LinearModel } from '../../weights/linear-model.js'
import type { Recipe } from '../../weights/recipe.js'
import type { Tag } from '../tags/tagger.js'
import type { WordCode } from '../word-codes.js'
import { parseFeatureRoom, parseFeatures, parseRecipe } from './parse-features.js'
import {
  type Guide,
  guideOf,
  isAllowed,
  isFinished,
  leftArc,
  type ParseState,
  parseWords,
  rightArc,
  shift,
  startState,
  take,
} from './parse-state.js'

/** A dependency tree over one sentence: for each word its governor (−1 for the root) and the relation to it. */
export interface Tree {
  readonly heads: readonly number[]
  readonly deprels: readonly string[]
}

/** A tree with, for each arc, by how much its transition beat the next best one. */
export interface WeighedTree extends Tree {
  readonly margins: readonly number[]
}

/**
 * Two greedy arc-hybrid parsers trained with a dynamic oracle (Goldberg and Nivre 2013).
 * The guide reads from the right; the parser proper reads from the left and sees what the guide made of the whole sentence
 * (stacking, after Nivre and McDonald 2008), so that it knows of what lies ahead.
 */
export interface Parser {
  readonly guide: ArcModel
  readonly proper: ArcModel
}

/** One direction's model. */
export interface ArcModel {
  readonly model: LinearModel
  readonly transitions: Transitions
  /** How its features are made. */
  readonly recipe: Recipe
}

/** Class 0 is the shift; then come a left and a right arc for every relation. */
export interface Transitions {
  readonly relations: readonly string[]
  readonly moves: Uint8Array
  readonly labels: Int16Array
}

/** Reads models/parse-guide.bin and models/parse.bin. */
export function parserFromBytes(guide: Uint8Array, proper: Uint8Array): Parser {
  return {
    guide: arcModel(LinearModel.fromBytes(guide), { guided: false }),
    proper: arcModel(LinearModel.fromBytes(proper), { guided: true }),
  }
}

/** Gives a model the meaning of its classes, and its features; only a guided one may be given a guide. */
export function arcModel(model: LinearModel, { guided }: { readonly guided: boolean }): ArcModel {
  return { model, transitions: transitionsOf(model.classes), recipe: parseRecipe(guided) }
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
  return parseForward(words, tags, parser.proper, guideOf(parseBackward(words, tags, parser.guide)))
}

/** One greedy pass from the left. */
export function parseForward(
  words: readonly WordCode[],
  tags: readonly Tag[],
  { model, transitions, recipe }: ArcModel,
  guide: Guide | null = null,
): WeighedTree {
  const state = startState(words.length)
  const codes = parseWords(words, tags, tagNumber, guide)
  const features = new Uint32Array(parseFeatureRoom)
  const scores = new Int32Array(model.classes.length)
  const margins = new Array<number>(words.length).fill(0)
  while (!isFinished(state)) {
    const count = parseFeatures(state, codes, recipe, features)
    model.score(features, count, scores)
    const c = bestAllowed(state, scores, transitions)
    const move = transitions.moves[c]!
    if (move !== shift) margins[state.stack[state.depth - 1]!] = marginOf(state, scores, transitions, c)
    take(state, move, transitions.labels[c]!)
  }
  const heads: number[] = []
  const deprels: string[] = []
  for (let i = 0; i < state.length; i++) {
    const head = state.heads[i]!
    heads.push(head === state.length ? -1 : head)
    deprels.push(head === state.length ? 'root' : transitions.relations[state.labels[i]!]!)
  }
  return { heads, deprels, margins }
}

/** One greedy pass from the right, numbered from the left again. */
export function parseBackward(words: readonly WordCode[], tags: readonly Tag[], model: ArcModel): WeighedTree {
  const tree = parseForward([...words].reverse(), [...tags].reverse(), model)
  const last = words.length - 1
  return {
    heads: tree.heads.map((head) => (head < 0 ? -1 : last - head)).reverse(),
    deprels: [...tree.deprels].reverse(),
    margins: [...tree.margins].reverse(),
  }
}

/** A tag as a number for the features. */
export function tagNumber(text: string): number {
  return hashString(text)
}

/** The best-scoring transition that may be taken. */
export function bestAllowed(state: ParseState, scores: Int32Array | Float32Array, transitions: Transitions): number {
  const { moves } = transitions
  const allowed = allowedMoves(state)
  let top = -1
  let highest = 0
  for (let c = 0; c < scores.length; c++) {
    if (((allowed >> moves[c]!) & 1) === 1 && (top < 0 || scores[c]! > highest)) {
      top = c
      highest = scores[c]!
    }
  }
  return top
}

/** By how much the chosen transition beats the next best one; a thousand million where there is no other. */
function marginOf(state: ParseState, scores: Int32Array, { moves }: Transitions, chosen: number): number {
  const allowed = allowedMoves(state)
  const none = -(2 ** 31)
  let second = none
  for (let c = 0; c < scores.length; c++) {
    if (scores[c]! > second && c !== chosen && ((allowed >> moves[c]!) & 1) === 1) second = scores[c]!
  }
  return second === none ? 1e9 : scores[chosen]! - second
}

/** The moves that may be taken, as bits. */
function allowedMoves(state: ParseState): number {
  let bits = 0
  for (let move = shift; move <= rightArc; move++) if (isAllowed(state, move)) bits |= 1 << move
  return bits
}
