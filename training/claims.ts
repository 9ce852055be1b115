import { contextFeatures } from '../src/alignment/claims/context.js'
import { features } from '../src/alignment/claims/features.js'
import { meaningsFromBytes } from '../src/knowledge/synonyms.js'
import { type BoostedTrees, treesToArrays } from '../src/weights/boosted-trees.js'
import { writeWeightsFile } from '../src/weights/weights-file.js'
import { type BoostingSettings, boostOften } from './boosting.js'
import { type Example, examplesInContext, examplesOf, type StoryPairs, storyPairs, toTable } from './claims-examples.js'
import { readModel, writeModel } from './sources.js'
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
/** Chosen by cross-validation on the invented stories. */
const firstLook: BoostingSettings = { ...commonSettings, trees: 300, depth: 4, ridge: 20, leafWeight: 10 }
const secondLook: BoostingSettings = { ...commonSettings, trees: 200, depth: 4, ridge: 20 }
/** So many times the first look is learnt without a part of the stories, that the second may learn from how it does on that part. */
const folds = 3

/** What joins statements: trees for a pair by itself, and for one among all others of its story. */
export interface JoiningTrees {
  readonly statements: BoostedTrees
  readonly inContext: BoostedTrees
}

/** models/claims.bin: how surely two statements tell the same. */
export function train(): void {
  const meanings = meaningsFromBytes(readModel('synonyms.bin'))
  const stories = inventedStories().map((story) => storyPairs(story, meanings))
  console.error(`${stories.length} stories read`)
  const { statements, inContext } = joiningTrees(stories)
  writeModel(
    'claims.bin',
    writeWeightsFile(
      { kind: 'claims', features: [...features.map(({ name }) => name), ...contextFeatures] },
      { ...treesToArrays('statements', statements), ...treesToArrays('inContext', inContext) },
    ),
  )
}

/** Grows the trees from annotated stories; stacked as in Wolpert 1992, so that the second look is not fooled by the first. */
export function joiningTrees(stories: readonly StoryPairs[]): JoiningTrees {
  const again = Array.from({ length: folds }, (_, fold) => {
    const first = grow(stories.filter((_, i) => i % folds !== fold).flatMap(examplesOf), firstLook)
    return stories.filter((_, i) => i % folds === fold).flatMap((story) => examplesInContext(story, first))
  })
  return {
    statements: grow(stories.flatMap(examplesOf), firstLook),
    inContext: grow(again.flat(), secondLook),
  }
}

function grow(examples: readonly Example[], settings: BoostingSettings): BoostedTrees {
  return boostOften(toTable([{ examples, weight: 1 }]), settings, 1)
}
