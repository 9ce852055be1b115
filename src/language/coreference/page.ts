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
  const heads = sentences.map((sentence) => new Int32Array(sentence.tokens.length).fill(-1))
  for (const phrase of phrases) {
    if (phrase.joined || phrase.titleOf >= 0) continue
    const row = heads[phrase.sentence]!
    row[phrase.head] = phrase.index
    // A name's own words lead to it as well: "President" and "Putin" in "President Putin".
    if (phrase.name) for (let i = phrase.core.first; i < phrase.core.end; i++) row[i] = phrase.index
  }
  return {
    trees,
    phrases,
    quotations: findQuotations(trees),
    phraseAt: (sentence, token) => heads[sentence]?.[token] ?? -1,
    model,
  }
}
