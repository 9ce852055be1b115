import type { Furniture } from '../../model/report.js'
import { LinearModel } from '../../weights/linear-model.js'
import type { RawSentence } from '../layers.js'
import { findBlocks } from './blocks.js'
import { findBoundaries } from './boundaries.js'
import { kindOfSentence } from './kinds.js'
import { tokenise } from './tokens.js'

export { tokenise } from './tokens.js'

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
  const sentences: RawSentence[] = []
  for (const block of findBlocks(text, furniture)) {
    const tokens = tokenise(text, block.start, block.end)
    let first = 0
    for (const last of findBoundaries(text, tokens, model)) {
      for (; first <= last; first += longestSentence) {
        const part = tokens.slice(first, Math.min(last + 1, first + longestSentence))
        const start = part[0]!.start
        const end = part.at(-1)!.end
        const alone = part.length === tokens.length
        sentences.push({ start, end, paragraph: block.paragraph, kind: kindOfSentence(text, part, block, alone), tokens: part })
      }
      first = last + 1
    }
  }
  return sentences
}
