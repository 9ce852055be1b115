import type { Gazetteer } from '../knowledge/gazetteer.js'
import { meaningsFromBytes, type WordMeanings } from '../knowledge/synonyms.js'
import { type BoostedTrees, treesFromArrays } from '../weights/boosted-trees.js'
import { readWeightsFile } from '../weights/weights-file.js'

/** What the alignment stage has learnt beforehand. */
export interface AlignmentModels {
  readonly gazetteer: Gazetteer
  readonly meanings: WordMeanings
  /** Says how surely two statements of a story tell the same, by themselves. */
  readonly statements: BoostedTrees
  /** The same, seen among all other pairs of the story. */
  readonly inContext: BoostedTrees
}

/** Reads models/synonyms.bin and models/claims.bin; `read` gives the bytes of a file in models/ by its name. */
export function loadAlignment(read: (name: string) => Uint8Array, gazetteer: Gazetteer): AlignmentModels {
  const { arrays } = readWeightsFile(read('claims.bin'))
  return {
    gazetteer,
    meanings: meaningsFromBytes(read('synonyms.bin')),
    statements: treesFromArrays('statements', arrays),
    inContext: treesFromArrays('inContext', arrays),
  }
}
