import type { Gazetteer } from '../knowledge/gazetteer.js'
import { meaningsFromBytes, type WordMeanings } from '../knowledge/synonyms.js'
import { type BoostedTrees, treesFromArrays } from '../weights/boosted-trees.js'
import { readWeightsFile } from '../weights/weights-file.js'

/** What the alignment stage has learnt beforehand. */
export interface AlignmentModels {
  readonly gazetteer: Gazetteer
  readonly meanings: WordMeanings
  /** Says how surely two statements of a story tell the same. */
  readonly statements: BoostedTrees
  /** Says how surely two sentences paraphrase each other. */
  readonly sentences: BoostedTrees
  /** Says how surely two words of two reports mention one event. */
  readonly events: BoostedTrees
}

/** Reads models/synonyms.bin and models/claims.bin; `read` gives the bytes of a file in models/ by its name. */
export function loadAlignment(read: (name: string) => Uint8Array, gazetteer: Gazetteer): AlignmentModels {
  const { arrays } = readWeightsFile(read('claims.bin'))
  return {
    gazetteer,
    meanings: meaningsFromBytes(read('synonyms.bin')),
    statements: treesFromArrays('statements', arrays),
    sentences: treesFromArrays('sentences', arrays),
    events: treesFromArrays('events', arrays),
  }
}
