import { best, LinearModel } from '../../weights/linear-model.js'
import type { WordCode, WordCoder } from '../word-codes.js'
import { tagFeatureRoom, tagFeatures } from './tag-features.js'

/** Universal and Penn Treebank part of speech of one token. */
export interface Tag {
  readonly upos: string
  readonly xpos: string
}

/**
 * Parts of speech, left to right and twice: the second pass also sees what the first made of the words to the right.
 * Both passes are averaged perceptrons over the labels "UPOS XPOS" (Collins 2002; stacking after Cohen and Carvalho 2005).
 */
export interface Tagger {
  readonly first: LinearModel
  readonly second: LinearModel
  readonly labels: readonly Tag[]
}

export function taggerFromBytes(first: Uint8Array, second: Uint8Array): Tagger {
  const model = LinearModel.fromBytes(first)
  return {
    first: model,
    second: LinearModel.fromBytes(second),
    labels: model.classes.map((label) => {
      const [upos, xpos] = label.split(' ') as [string, string]
      return { upos, xpos }
    }),
  }
}

/** The tags of one sentence's tokens. */
export function tagSentence(forms: readonly string[], code: WordCoder, tagger: Tagger): Tag[] {
  const words = forms.map(code)
  const draft = runPass(words, tagger.first, null)
  const labels = runPass(words, tagger.second, draft)
  return Array.from(labels, (label) => tagger.labels[label]!)
}

/** One pass over a sentence; `draft` is what the pass before it chose, or null in the first. */
export function runPass(words: readonly WordCode[], model: LinearModel, draft: Uint16Array | null): Uint16Array {
  const tags = new Uint16Array(words.length)
  const features = new Uint32Array(tagFeatureRoom)
  const scores = new Int32Array(model.classes.length)
  const shouting = isShouting(words)
  for (let i = 0; i < words.length; i++) {
    const count = tagFeatures(words, i, tags, draft, shouting, features)
    model.score(features, count, scores)
    tags[i] = best(scores)
  }
  return tags
}

/** Whether most words of the sentence are written in capitals, as in some headings. */
export function isShouting(words: readonly WordCode[]): boolean {
  let capitals = 0
  for (const word of words) if (word.allCapitals) capitals++
  return words.length > 2 && capitals * 2 > words.length
}
