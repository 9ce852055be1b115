import { best, LinearModel } from '../../weights/linear-model.js'
import type { WordCode } from '../word-codes.js'
import { type TreeView, tagFeatureRoom, tagFeatures, treeView } from './tag-features.js'

/** Universal and Penn Treebank part of speech of one token. */
export interface Tag {
  readonly upos: string
  readonly xpos: string
}

/** A greedy tagger over the labels "UPOS XPOS", an averaged perceptron (Collins 2002). */
export interface Tagger {
  readonly model: LinearModel
  readonly labels: readonly Tag[]
  /** Frequent words that are as good as always tagged alike: label by the hash of their form. They are not scored. */
  readonly fixed: ReadonlyMap<number, number>
}

/** Reads models/tags-draft.bin or tags-final.bin. */
export function taggerFromBytes(bytes: Uint8Array): Tagger {
  return taggerOf(LinearModel.fromBytes(bytes))
}

/** Gives a model the meaning of its classes. */
export function taggerOf(model: LinearModel): Tagger {
  const labels = model.classes.map((label) => {
    const [upos, xpos] = label.split(' ') as [string, string]
    return { upos, xpos }
  })
  const fixed = (model.settings['fixed'] ?? []) as readonly (readonly [form: number, label: number])[]
  return { model, labels, fixed: new Map(fixed) }
}

/** The tags of one sentence from its words alone: what the parser builds on. */
export function draftTags(words: readonly WordCode[], tagger: Tagger): Tag[] {
  return runTagger(words, null, tagger)
}

/**
 * The tags of one sentence once it is parsed. The tree tells what the words alone do not:
 * "for" before a clause is a conjunction, "has" without a verb is a verb, "that" may be either.
 */
export function finalTags(
  words: readonly WordCode[],
  draft: readonly Tag[],
  tree: { readonly heads: readonly number[]; readonly deprels: readonly string[] },
  tagger: Tagger,
): Tag[] {
  return runTagger(words, treeView(draft, tree.heads, tree.deprels), tagger)
}

function runTagger(words: readonly WordCode[], view: TreeView | null, { model, labels, fixed }: Tagger): Tag[] {
  const chosen = new Uint16Array(words.length)
  const features = new Uint32Array(tagFeatureRoom)
  const scores = new Int32Array(model.classes.length)
  const shouting = isShouting(words)
  for (let i = 0; i < words.length; i++) {
    const known = fixed.get(words[i]!.form)
    if (known !== undefined) {
      chosen[i] = known
      continue
    }
    model.score(features, tagFeatures(words, i, chosen, view, shouting, features), scores)
    chosen[i] = best(scores)
  }
  return Array.from(chosen, (label) => labels[label]!)
}

/** Whether most words of the sentence are written in capitals, as in some headings. */
export function isShouting(words: readonly WordCode[]): boolean {
  let capitals = 0
  for (const word of words) if (word.allCapitals) capitals++
  return words.length > 2 && capitals * 2 > words.length
}
