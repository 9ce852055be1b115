import { hashString } from '../../weights/hash.js'
import { best, LinearModel } from '../../weights/linear-model.js'
import type { Tag } from '../tags/tagger.js'
import type { WordCode } from '../word-codes.js'
import { guideFeatures, parseFeatureRoom, parseFeatures } from './parse-features.js'
import {
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

/** Bare arcs with, for each, by how much its transition beat the next best one. */
export interface Arcs {
  readonly heads: readonly number[]
  readonly margins: readonly number[]
}

/**
 * Two greedy arc-hybrid parsers trained with a dynamic oracle (Goldberg and Nivre 2013).
 * The guide reads from the right and draws bare arcs; the parser proper reads from the left and sees what the guide made
 * of the whole sentence (stacking, after Nivre and McDonald 2008), so that it knows of what lies ahead.
 * A transition is chosen among three; only when it draws an arc is the relation chosen among fifty, which is several times faster
 * than choosing among a hundred labelled transitions each time.
 */
export interface Parser {
  readonly guide: LinearModel
  readonly moves: LinearModel
  readonly labels: LinearModel
}

/** The classes of a model that chooses transitions, in the order of their numbers. */
export const moveNames = ['shift', 'left', 'right'] as const

/** Reads models/parse-guide.bin, parse-moves.bin and parse-labels.bin. */
export function parserFromBytes(guide: Uint8Array, moves: Uint8Array, labels: Uint8Array): Parser {
  return {
    guide: LinearModel.fromBytes(guide),
    moves: LinearModel.fromBytes(moves),
    labels: LinearModel.fromBytes(labels),
  }
}

/** The tree of one sentence; every word gets a governor and exactly one is the root. */
export function parseSentence(words: readonly WordCode[], tags: readonly Tag[], parser: Parser): Tree {
  return parseForward(words, tags, parser, drawGuide(words, tags, parser.guide))
}

/** The parser proper, from the left. */
export function parseForward(
  words: readonly WordCode[],
  tags: readonly Tag[],
  { moves, labels }: Pick<Parser, 'moves' | 'labels'>,
  arcs: Arcs,
): Tree {
  const state = startState(words.length)
  const codes = parseWords(words, tags, tagNumber, guideOf(arcs))
  const features = new Uint32Array(parseFeatureRoom)
  const scores = new Int32Array(moveNames.length)
  const labelScores = new Int32Array(labels.classes.length)
  while (!isFinished(state)) {
    const count = parseFeatures(state, codes, features)
    moves.score(features, count, scores)
    const move = bestAllowed(state, scores)
    let label = -1
    if (drawsLabel(state, move)) {
      turnToLabels(features, count, move)
      labels.score(features, count, labelScores)
      label = best(labelScores)
    }
    take(state, move, label)
  }
  const heads: number[] = []
  const deprels: string[] = []
  for (let i = 0; i < state.length; i++) {
    const head = state.heads[i]!
    heads.push(head === state.length ? -1 : head)
    deprels.push(head === state.length ? 'root' : labels.classes[state.labels[i]!]!)
  }
  return { heads, deprels }
}

/** The guide's arcs: one greedy pass from the right, numbered from the left again. */
export function drawGuide(words: readonly WordCode[], tags: readonly Tag[], guide: LinearModel): Arcs {
  const state = startState(words.length)
  const codes = parseWords([...words].reverse(), [...tags].reverse(), tagNumber, null)
  const features = new Uint32Array(parseFeatureRoom)
  const scores = new Int32Array(moveNames.length)
  const margins = new Array<number>(words.length).fill(0)
  while (!isFinished(state)) {
    guide.score(features, guideFeatures(state, codes, features), scores)
    const move = bestAllowed(state, scores)
    if (move !== shift) margins[state.stack[state.depth - 1]!] = marginOf(state, scores, move)
    take(state, move, -1)
  }
  const last = words.length - 1
  const heads = Array.from({ length: words.length }, (_, i) => {
    const head = state.heads[last - i]!
    return head === state.length ? -1 : last - head
  })
  return { heads, margins: margins.reverse() }
}

/** A tag as a number for the features. */
export function tagNumber(text: string): number {
  return hashString(text)
}

/** Whether a transition draws an arc whose relation must be chosen; that of the root is known. */
export function drawsLabel(state: ParseState, move: number): boolean {
  return move === rightArc || (move === leftArc && state.next < state.length)
}

/** Makes the features of a state into those of the label of the arc that is drawn there: left and right arcs are kept apart. */
export function turnToLabels(features: Uint32Array, count: number, move: number): void {
  const side = move === leftArc ? 0x5bd1e995 : 0x1b873593
  for (let i = 0; i < count; i++) features[i]! ^= side
}

/** The best-scoring transition that may be taken. */
export function bestAllowed(state: ParseState, scores: Int32Array | Float32Array): number {
  let top = -1
  for (let move = 0; move < scores.length; move++) {
    if (isAllowed(state, move) && (top < 0 || scores[move]! > scores[top]!)) top = move
  }
  return top
}

function marginOf(state: ParseState, scores: Int32Array, chosen: number): number {
  let second = -Infinity
  for (let move = 0; move < scores.length; move++) {
    if (move !== chosen && isAllowed(state, move)) second = Math.max(second, scores[move]!)
  }
  return second === -Infinity ? 1e9 : scores[chosen]! - second
}
