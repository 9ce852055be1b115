import type { Furniture } from '../../model/report.js'
import { LinearModel } from '../../weights/linear-model.js'
import type { RawSentence } from '../layers.js'
import { type Block, findBlocks } from './blocks.js'
import { findBoundaries } from './boundaries.js'
import { datelineEnd } from './datelines.js'
import { kindOfSentence } from './kinds.js'
import { withoutLinkLists } from './link-lists.js'
import { tokenise } from './tokens.js'

export { tokenise }

/** Tells where sentences end inside a block of text; made by training/sentences.ts. */
export type SentenceModel = LinearModel

/** Longer sentences are cut: no parser could use them, and hostile text must not stall the stages that follow. */
const longestSentence = 1000

/** Reads models/sentences.bin. Throws when the bytes are something else. */
export function sentenceModelFromBytes(bytes: Uint8Array): SentenceModel {
  return LinearModel.fromBytes(bytes)
}

/**
 * Cuts a report into sentences and these into tokens.
 *
 * Sentences never cross a blank line, the border of a piece of furniture, or a line end that is not mere wrapping.
 */
export function findSentences(text: string, furniture: readonly Furniture[], model: SentenceModel): RawSentence[] {
  return findBlocks(text, furniture).flatMap((block) => sentencesOf(text, block, model))
}

function sentencesOf(text: string, block: Block, model: SentenceModel): RawSentence[] {
  const tokens = withoutLinkLists(tokenise(text, block.start, block.end))
  const sentences: RawSentence[] = []
  let first = 0
  const take = (until: number, label: boolean) => {
    for (; first < until; first = Math.min(until, first + longestSentence)) {
      const part = tokens.slice(first, Math.min(until, first + longestSentence))
      const kind = kindOfSentence(text, part, block, label || part.length === tokens.length)
      const { start } = part[0]!
      const { end } = part[part.length - 1]!
      sentences.push({ start, end, paragraph: block.paragraph, kind, tokens: part })
    }
  }
  const dateline = datelineEnd(text, tokens)
  take(dateline + 1, true)
  for (const last of findBoundaries(text, tokens, dateline + 1, model)) take(last + 1, false)
  return sentences
}
