import type { ConflictKind } from '../../model/findings.js'
import type { Reading, Sentence, Token } from '../../model/reading.js'
import type { Span } from '../../model/span.js'
import { type Answer, conflictOf, type FoundConflict } from '../sides.js'
import type { View } from '../view.js'
import { clauseAt } from '../view.js'

/** Words at which a report slips. */
export interface Slip {
  readonly reading: Reading
  readonly sentence: Sentence
  /** Tokens from … to, the last included. */
  readonly from: number
  readonly to: number
}

/** Every place in the prose where `slips` says yes to a token. */
export function slipsIn(
  view: View,
  slips: (tokens: readonly Token[], index: number, sentence: Sentence, reading: Reading) => number | false,
): Slip[] {
  const found: Slip[] = []
  for (const reading of view.readings) {
    for (const sentence of reading.sentences) {
      if (sentence.kind === 'furniture') continue
      for (let index = 0; index < sentence.tokens.length; index++) {
        const to = slips(sentence.tokens, index, sentence, reading)
        if (to !== false) found.push({ reading, sentence, from: index, to })
      }
    }
  }
  return found
}

/** The words around a slip, a few each side: enough to see what is wrong. */
export function around({ reading, sentence, from, to }: Slip, before = 3, after = 3): Span {
  const tokens = sentence.tokens
  return {
    report: reading.report.id,
    start: tokens[Math.max(0, from - before)]!.start,
    end: tokens[Math.min(tokens.length - 1, to + after)]!.end,
  }
}

/** A slip against the places where the same thing stands right. */
export function slipConflict(
  view: View,
  kind: ConflictKind,
  rule: string,
  slip: Slip,
  right: readonly Span[],
  gists: readonly [string, string],
  note: string,
  more: readonly Span[] = [],
): FoundConflict[] {
  const words = around(slip)
  const clause = clauseAt(view, slip.reading, words.start, words.end)
  const wrong: Answer = {
    value: 'slip',
    label: gists[0],
    statements: clause ? [clause.statement.id] : [],
    evidence: words,
  }
  const answers = right.map((evidence): Answer => ({ value: 'right', label: gists[1], statements: [], evidence }))
  const again = more.map((evidence): Answer => ({ ...wrong, statements: [], evidence }))
  return conflictOf(kind, 'error', rule, [wrong, ...again, ...answers], () => note)
}
