import type { Sentence } from '../../model/reading.js'
import type { NameSpan } from '../layers.js'
import { agreeOnTypes } from './agree-on-types.js'
import type { CoreferenceModel } from './model.js'
import { findPhrases, type Phrase } from './phrases.js'
import { findQuotations, type Quotations } from './quotations.js'
import type { Tree } from './trees.js'

/** One text laid out for the sieves. */
export interface Page {
  readonly trees: readonly Tree[]
  readonly phrases: readonly Phrase[]
  readonly quotations: Quotations
  /** The phrase headed by a token, −1 where none is; of several the one that stands for the least words joined. */
  phraseAt(sentence: number, token: number): number
  readonly model: CoreferenceModel
}

/** Finds the phrases and quotations of a text. */
export function layOutPage(sentences: readonly Sentence[], names: readonly NameSpan[], model: CoreferenceModel): Page {
  const { phrases, trees } = findPhrases(sentences, agreeOnTypes(sentences, names, model), model)
  const starts = [0]
  for (const { tokens } of sentences) starts.push(starts.at(-1)! + tokens.length)
  const heads = new Int32Array(starts.at(-1)!).fill(-1)
  for (const phrase of phrases) {
    if (phrase.joined || phrase.titleOf >= 0) continue
    const from = starts[phrase.sentence]!
    heads[from + phrase.head] = phrase.index
    // A name's own words lead to it as well: "President" and "Putin" in "President Putin".
    if (phrase.name) for (let i = phrase.core.first; i < phrase.core.end; i++) heads[from + i] = phrase.index
  }
  return {
    trees,
    phrases,
    quotations: findQuotations(trees),
    phraseAt: (sentence, token) => {
      const at = (starts[sentence] ?? heads.length) + token
      return token >= 0 && at < (starts[sentence + 1] ?? 0) ? heads[at]! : -1
    },
    model,
  }
}
