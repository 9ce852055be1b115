import { contextFeatures } from '../src/alignment/claims/context.js'
import { features } from '../src/alignment/claims/features.js'
import { meaningsFromBytes, type WordMeanings } from '../src/knowledge/synonyms.js'
import { type BoostedTrees, treesToArrays } from '../src/weights/boosted-trees.js'
import { writeWeightsFile } from '../src/weights/weights-file.js'
import { type BoostingSettings, boostOften } from './boosting.js'
import {
  type Example,
  examplesInContext,
  examplesOf,
  type StoryPairs,
  statementExamples,
  storyPairs,
  toTable,
} from './claims-examples.js'
import { dataFolder, readModel, writeModel } from './sources.js'
import { inventedStories } from './stories.js'

/** What all trees over the features of a pair have in common. */
export const commonSettings: Omit<BoostingSettings, 'trees' | 'depth'> = {
  rate: 0.05,
  rows: 0.7,
  columns: 0.5,
  ridge: 5,
  leafWeight: 5,
  seed: 1,
}
const firstLook: BoostingSettings = { ...commonSettings, trees: 200, depth: 3 }
const secondLook: BoostingSettings = { ...commonSettings, trees: 150, depth: 3 }

/** What a pair of statements of ECB+ weighs beside one of the project's own stories, whose pairs are those of real use. */
const weightOfEvents = 0.15
/** So many times the first look is learnt without a part of the stories, that the second may learn from how it does on that part. */
const folds = 3

/** What joins statements: trees for a pair by itself, and for one among all others of its story. */
export interface JoiningTrees {
  readonly statements: BoostedTrees
  readonly inContext: BoostedTrees
}

/** models/claims.bin: how surely two statements tell the same. */
export function train({ data: given }: { readonly data: string | undefined }): void {
  const meanings = meaningsFromBytes(readModel('synonyms.bin'))
  const stories = inventedStories().map((story) => storyPairs(story, meanings))
  console.error(`${stories.length} stories read`)
  const { statements, inContext } = joiningTrees(stories, eventPairs(dataFolder(given), meanings))
  writeModel(
    'claims.bin',
    writeWeightsFile(
      { kind: 'claims', features: [...features.map(({ name }) => name), ...contextFeatures] },
      { ...treesToArrays('statements', statements), ...treesToArrays('inContext', inContext) },
    ),
  )
}

/** Pairs of statements of ECB+, all parts but the test topics. */
export function eventPairs(data: string, meanings: WordMeanings): Example[] {
  return (['train', 'dev'] as const).flatMap((split) => statementExamples(data, split, meanings))
}

/** Grows the trees from annotated stories and pairs of ECB+; stacked as in Wolpert 1992, so that the second look is not fooled by the first. */
export function joiningTrees(stories: readonly StoryPairs[], ofEvents: readonly Example[]): JoiningTrees {
  const again = Array.from({ length: folds }, (_, fold) => {
    const first = grow(
      stories.filter((_, i) => i % folds !== fold),
      ofEvents,
    )
    return stories.filter((_, i) => i % folds === fold).flatMap((story) => examplesInContext(story, first))
  })
  return {
    statements: grow(stories, ofEvents),
    inContext: boostOften(toTable([{ examples: again.flat(), weight: 1 }]), secondLook, 1),
  }
}

function grow(stories: readonly StoryPairs[], ofEvents: readonly Example[]): BoostedTrees {
  return boostOften(
    toTable([
      { examples: ofEvents, weight: weightOfEvents },
      { examples: stories.flatMap(examplesOf), weight: 1 },
    ]),
    firstLook,
    1,
  )
}
