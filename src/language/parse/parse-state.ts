import { hashString } from '../../weights/hash.js'
import type { Tag } from '../tags/tagger.js'
import type { WordCode } from '../word-codes.js'

/** The kinds of transition of the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta 2011). */
export const shift = 0
export const leftArc = 1
export const rightArc = 2

/**
 * A half-parsed sentence: a stack, the rest of the words, and the arcs drawn so far.
 *
 * Words are numbered from 0; the artificial root comes last, as number `length`,
 * so that the root relation is a left arc like any other (Ballesteros and Nivre 2013).
 * Changed in place while one sentence is parsed; nothing outside the parser sees it.
 */
export interface ParseState {
  readonly length: number
  readonly stack: Int16Array
  depth: number
  next: number
  readonly heads: Int16Array
  readonly labels: Int16Array
  /** Outermost and second outermost children on either side; −1 where there is none. */
  readonly left: Int16Array
  readonly left2: Int16Array
  readonly right: Int16Array
  readonly right2: Int16Array
  readonly leftCount: Uint8Array
  readonly rightCount: Uint8Array
}

/** The state before the first transition: an empty stack and all words to come. */
export function startState(length: number): ParseState {
  const none = () => new Int16Array(length + 1).fill(-1)
  return {
    length,
    stack: new Int16Array(length + 1),
    depth: 0,
    next: 0,
    heads: none(),
    labels: none(),
    left: none(),
    left2: none(),
    right: none(),
    right2: none(),
    leftCount: new Uint8Array(length + 1),
    rightCount: new Uint8Array(length + 1),
  }
}

/** Whether every word has its governor. */
export function isFinished(state: ParseState): boolean {
  return state.depth === 0 && state.next === state.length
}

/** Whether a transition may be taken; the root takes one word only, the last one on the stack. */
export function isAllowed(state: ParseState, move: number): boolean {
  if (move === shift) return state.next < state.length
  if (move === leftArc) return state.depth > 0 && (state.next < state.length || state.depth === 1)
  return state.depth > 1
}

/** Takes a transition; `label` is the relation's number and is not looked at for a shift. */
export function take(state: ParseState, move: number, label: number): void {
  if (move === shift) {
    state.stack[state.depth++] = state.next++
    return
  }
  const child = state.stack[--state.depth]!
  state.labels[child] = label
  if (move === leftArc) {
    const head = state.next
    state.heads[child] = head
    state.left2[head] = state.left[head]!
    state.left[head] = child
    state.leftCount[head]!++
  } else {
    const head = state.stack[state.depth - 1]!
    state.heads[child] = head
    state.right2[head] = state.right[head]!
    state.right[head] = child
    state.rightCount[head]!++
  }
}

/** What the features see of the words of one sentence, by number; the last entry is the root, the one after it "nothing". */
export interface ParseWords {
  readonly form: Uint32Array
  readonly fine: Uint32Array
  readonly middle: Uint32Array
  readonly coarse: Uint32Array
  readonly tag: Uint32Array
  readonly upos: Uint32Array
  readonly suffix: Uint32Array
  /** What another parser made of the sentence, or null. */
  readonly guide: Guide | null
}

/** Another parser's tree, as the features see it. */
export interface Guide {
  /** Governors; the root's is the sentence's length, that of "nothing" −1. */
  readonly heads: Int16Array
  /** Relations as hashes. */
  readonly relations: Uint32Array
  /** How sure each arc was, in a few steps. */
  readonly margins: Uint8Array
  /** The last word that hangs on each word, or −1. */
  readonly lastChild: Int16Array
}

/** Builds the guide from a tree. */
export function guideOf(tree: {
  readonly heads: readonly number[]
  readonly deprels: readonly string[]
  readonly margins: readonly number[]
}): Guide {
  const length = tree.heads.length
  const heads = new Int16Array(length + 2).fill(-1)
  const relations = new Uint32Array(length + 2)
  const margins = new Uint8Array(length + 2)
  const lastChild = new Int16Array(length + 2).fill(-1)
  for (let i = 0; i < length; i++) {
    const head = tree.heads[i]! < 0 ? length : tree.heads[i]!
    heads[i] = head
    relations[i] = hashString(tree.deprels[i]!)
    margins[i] = Math.min(7, Math.max(0, Math.floor(Math.log2(1 + tree.margins[i]! / 500))))
    lastChild[head] = i
  }
  return { heads, relations, margins, lastChild }
}

/** Gathers the codes of one sentence, with values of their own for the root and for "nothing there". */
export function parseWords(
  words: readonly WordCode[],
  tags: readonly Tag[],
  tagNumber: (text: string) => number,
  guide: Guide | null,
): ParseWords {
  const size = words.length + 2
  const fill = (value: (i: number) => number, root: number, nothing: number) => {
    const array = new Uint32Array(size)
    for (let i = 0; i < words.length; i++) array[i] = value(i)
    array[words.length] = root
    array[words.length + 1] = nothing
    return array
  }
  return {
    form: fill((i) => words[i]!.lower, 3, 5),
    fine: fill((i) => words[i]!.fine, 2001, 2002),
    middle: fill((i) => words[i]!.middle, 2001, 2002),
    coarse: fill((i) => words[i]!.coarse, 2001, 2002),
    tag: fill((i) => tagNumber(tags[i]!.upos + ' ' + tags[i]!.xpos), 3, 5),
    upos: fill((i) => tagNumber(tags[i]!.upos), 3, 5),
    suffix: fill((i) => words[i]!.suffixes[2]!, 3, 5),
    guide,
  }
}
