import { join } from 'node:path'
import { features } from '../src/alignment/claims/features.js'
import { meaningsFromBytes } from '../src/knowledge/synonyms.js'
import { treesToArrays } from '../src/weights/boosted-trees.js'
import { writeWeightsFile } from '../src/weights/weights-file.js'
import { type BoostingSettings, boostOften } from './boosting.js'
import { paraphraseExamples, statementExamples, storyExamples, toTable } from './claims-examples.js'
import { eventExamples } from './event-examples.js'
import { dataFolder, readModel, root, writeModel } from './sources.js'

const common: Omit<BoostingSettings, 'trees' | 'depth'> = {
  rate: 0.05,
  rows: 0.7,
  columns: 0.5,
  ridge: 5,
  leafWeight: 5,
  seed: 1,
}
/** Chosen by cross-validation on the training part. */
export const sentenceSettings: BoostingSettings = {
  ...common,
  trees: 600,
  depth: 3,
  rate: 0.03,
  rows: 0.5,
  columns: 0.3,
}
/** Chosen on the development topics. */
export const eventSettings: BoostingSettings = { ...common, trees: 250, depth: 4 }
const statementSettings: BoostingSettings = { ...common, trees: 200, depth: 3 }

/** What a pair of statements of ECB+ weighs beside one of the project's own story, whose pairs are those of real use but few. */
const weightOfEvents = 0.15
const weightOfStory = 10

/** models/claims.bin: how surely two sentences, two mentions of events, or two statements tell the same. */
export function train({ data: given }: { readonly data: string | undefined }): void {
  const data = dataFolder(given)
  const meanings = meaningsFromBytes(readModel('synonyms.bin'))
  const sentences = boostOften(
    toTable([{ examples: paraphraseExamples(data, 'train', meanings), weight: 1 }]),
    sentenceSettings,
  )
  console.error('sentences done')
  const events = boostOften(
    toTable([{ examples: eventExamples(data, 'train', meanings), weight: 1 }]),
    eventSettings,
    1,
  )
  console.error('events done')
  const ofEvents = (['train', 'dev'] as const).flatMap((split) => statementExamples(data, split, meanings))
  const ofStory = storyExamples(join(root, 'test/stories/lighthouse'), join(root, 'examples/lighthouse'), meanings)
  const statements = boostOften(
    toTable([
      { examples: ofEvents, weight: weightOfEvents },
      { examples: ofStory, weight: weightOfStory },
    ]),
    statementSettings,
    1,
  )
  writeModel(
    'claims.bin',
    writeWeightsFile(
      { kind: 'claims', features: features.map(({ name }) => name) },
      {
        ...treesToArrays('sentences', sentences),
        ...treesToArrays('events', events),
        ...treesToArrays('statements', statements),
      },
    ),
  )
}
