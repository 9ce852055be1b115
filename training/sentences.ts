import type { ConlluSentence } from '../bench/conllu.js'
import { goldCut } from '../bench/scorers/tokens.js'
import { findBlocks } from '../src/language/text/blocks.js'
import {
  boundaryFeatureRoom,
  boundaryFeatures,
  type Clues,
  cluesOf,
  isCandidate,
} from '../src/language/text/boundaries.js'
import { tokenise } from '../src/language/text/text.js'
import type { LinearModel } from '../src/weights/linear-model.js'
import { Perceptron } from './perceptron.js'
import { seeded, shuffled } from './random.js'
import { writeModel } from './sources.js'
import type { Flags } from './train.js'
import { readTreebank, trainingTreebank } from './treebanks.js'

/** A margin keeps the weights moving until right answers are clearly right. */
const margin = 2

/** A block of raw text as the model meets it, with the gaps in which a gold sentence ends. */
interface BoundaryExample {
  readonly clues: Clues
  readonly ends: ReadonlySet<number>
}

/** Makes models/sentences.bin: where sentences end inside a block. */
export function train(flags: Flags): void {
  const examples = boundaryExamples(trainingTreebank(flags.data))
  const model = trainBoundaries(examples, flags.epochs ?? 12)
  for (const file of ['gum/dev.conllu', 'ud/ewt-dev.conllu']) {
    const { right, found, wanted } = score(boundaryExamples(readTreebank(flags.data, file)), model)
    console.error(`${file}: boundaries inside blocks: precision ${right / found}, recall ${right / wanted}`)
  }
  writeModel('sentences.bin', model.toBytes())
}

function boundaryExamples(sentences: readonly ConlluSentence[]): BoundaryExample[] {
  const { text, cut } = goldCut(sentences)
  const goldEnds = new Set(cut.sentences.map((s) => s.end))
  const examples: BoundaryExample[] = []
  let visible = 0
  let at = 0
  for (const block of findBlocks(text, [])) {
    const tokens = tokenise(text, block.start, block.end)
    const ends = new Set<number>()
    tokens.forEach((token, i) => {
      for (; at < token.end; at++) if (!/\s/.test(text.charAt(at))) visible++
      if (goldEnds.has(visible)) ends.add(i)
    })
    examples.push({ clues: cluesOf(text, tokens), ends })
  }
  return examples
}

function trainBoundaries(examples: readonly BoundaryExample[], epochs: number): LinearModel {
  const perceptron = new Perceptron(['inside', 'end'])
  const features = new Uint32Array(boundaryFeatureRoom)
  const scores = new Float32Array(2)
  const random = seeded(7)
  for (let epoch = 0; epoch < epochs; epoch++) {
    let wrong = 0
    let all = 0
    for (const { clues, ends } of shuffled(examples, random)) {
      let since = 0
      for (let gap = 0; gap < clues.length - 1; gap++) {
        const right = ends.has(gap) ? 1 : 0
        if (isCandidate(clues, gap)) {
          const count = boundaryFeatures(clues, gap, since, features)
          perceptron.score(features, count, scores)
          if (scores[right]! - scores[1 - right]! <= margin) {
            perceptron.update(features, count, right, 1)
            perceptron.update(features, count, 1 - right, -1)
          }
          if (scores[right]! <= scores[1 - right]!) wrong++
          all++
          perceptron.step()
        }
        if (right === 1) since = gap + 1
      }
    }
    console.error(`epoch ${epoch + 1}: ${wrong} of ${all} gaps wrong, ${perceptron.features} features`)
  }
  return perceptron.average({}, { minUpdates: 2 })
}

function score(
  examples: readonly BoundaryExample[],
  model: LinearModel,
): { right: number; found: number; wanted: number } {
  const features = new Uint32Array(boundaryFeatureRoom)
  const scores = new Int32Array(2)
  const counts = { right: 0, found: 0, wanted: 0 }
  for (const { clues, ends } of examples) {
    let since = 0
    for (let gap = 0; gap < clues.length - 1; gap++) {
      if (ends.has(gap)) counts.wanted++
      if (!isCandidate(clues, gap)) continue
      model.score(features, boundaryFeatures(clues, gap, since, features), scores)
      if (scores[1]! <= scores[0]!) continue
      counts.found++
      if (ends.has(gap)) counts.right++
      since = gap + 1
    }
  }
  return counts
}
