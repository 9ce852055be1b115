import type { SentenceKind } from '../../model/reading.js'
import type { RawToken } from '../layers.js'
import type { Block } from './blocks.js'
import { isLower } from './characters.js'

/** Headlines are seldom longer; longer lines without a full stop are captions and cut-off sentences. */
const longestHeading = 24

/** What sort of sentence this is; `alone` says that it fills its line or is a dateline. */
export function kindOfSentence(text: string, tokens: readonly RawToken[], block: Block, alone: boolean): SentenceKind {
  if (block.furniture) return 'furniture'
  if (block.item) return 'item'
  return alone && isHeading(text, tokens) ? 'heading' : 'prose'
}

/** "SUMMARY", "Early life and joining Beacon Group", "By Admin": short, and without a mark at its end. */
function isHeading(text: string, tokens: readonly RawToken[]): boolean {
  if (tokens.length > longestHeading) return false
  let last = tokens.length - 1
  while (last > 0 && `”"’')]»`.includes(tokens[last]!.form)) last--
  const mark = tokens[last]!.form
  if (/[.!?…,;]$/u.test(mark) && mark.length < 4) return false
  // "What he said:" leads up to what follows, "SUMMARY:" is a label.
  if (mark === ':') return tokens.length <= 4
  return !isLower(text, tokens[0]!.start) || tokens.length <= 4
}
