import { contains, type Range } from '../../src/model/span.js'
import { f1 } from '../result.js'
import { type LabelledSpan, type SpanScore, scoreSpans } from './spans.js'

export const roles = ['source', 'cue', 'content'] as const

/** The stretches of one text that play each part in some attribution. */
export type Roles = Readonly<Record<(typeof roles)[number], readonly Range[]>>

export interface RoleScore {
  /** A stretch is right when both its ends are; a stretch in several parts counts part by part. */
  readonly exact: SpanScore
  /** Words inside such a stretch, of whichever attribution. */
  readonly tokens: { readonly precision: number; readonly recall: number; readonly f1: number }
}

/** Scores what was found in each text, role by role; `words` are the words of each text. */
export function scoreRoles(
  found: readonly Roles[],
  gold: readonly Roles[],
  words: readonly (readonly Range[])[],
): Readonly<Record<(typeof roles)[number], RoleScore>> {
  const scoreOf = (role: (typeof roles)[number]): RoleScore => {
    const spans = (texts: readonly Roles[]): LabelledSpan[] =>
      texts.flatMap((text, document) => text[role].map(({ start, end }) => ({ document, start, end, label: role })))
    let right = 0
    let given = 0
    let wanted = 0
    for (const [i, list] of words.entries()) {
      const isFound = covered(list, found[i]![role])
      const isGold = covered(list, gold[i]![role])
      for (let w = 0; w < list.length; w++) {
        right += isFound[w]! & isGold[w]!
        given += isFound[w]!
        wanted += isGold[w]!
      }
    }
    return { exact: scoreSpans(spans(found), spans(gold)), tokens: f1(right, given, wanted) }
  }
  return { source: scoreOf('source'), cue: scoreOf('cue'), content: scoreOf('content') }
}

/** PolNeAR does not annotate attributions within what somebody said: those whose cue lies in another's content are left out. */
export function outermost<A extends { readonly cue: readonly Range[]; readonly content: readonly Range[] }>(
  attributions: readonly A[],
): A[] {
  return attributions.filter((attribution) => {
    const cue = attribution.cue[0]
    return (
      cue !== undefined &&
      !attributions.some((other) => other !== attribution && other.content.some((range) => contains(range, cue)))
    )
  })
}

/** 1 for each word that shares characters with one of the ranges. */
function covered(words: readonly Range[], ranges: readonly Range[]): Uint8Array {
  const inside = new Uint8Array(words.length)
  for (const { start, end } of ranges) {
    let low = 0
    let high = words.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (words[middle]!.end <= start) low = middle + 1
      else high = middle
    }
    for (let i = low; i < words.length && words[i]!.start < end; i++) inside[i] = 1
  }
  return inside
}
