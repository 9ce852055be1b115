import type { ConlluSentence } from '../bench/conllu.js'
import { type TreeView, tagFeatureRoom, tagFeatures } from '../src/language/tags/tag-features.js'
import { draftTags, isShouting, type Tag, taggerOf } from '../src/language/tags/tagger.js'
import { type WordCode, wordCoder } from '../src/language/word-codes.js'
import type { LinearModel } from '../src/weights/linear-model.js'
import { WordClasses } from '../src/weights/word-classes.js'
import { jackknife } from './jackknife.js'
import { Perceptron } from './perceptron.js'
import { seeded, shuffled } from './random.js'
import { cached, readModel, writeModel } from './sources.js'
import type { Flags } from './train.js'
import { readTreebank, trainingTreebank } from './treebanks.js'

export interface TagExample {
  readonly words: readonly WordCode[]
  readonly view: TreeView | null
  readonly gold: Uint16Array
}

const folds = 4
const foldEpochs = 5
const admitAfter = 3
const margin = 1
export const devFiles = ['ud/ewt-dev.conllu', 'gum/dev.conllu'] as const

/** Makes models/tags-draft.bin: the tags that the parser builds on. */
export function train(flags: Flags): void {
  const code = wordCoder(WordClasses.fromBytes(readModel('word-classes.bin')))
  const sentences = trainingTreebank(flags.data)
  const classes = labelsOf(sentences)
  const examples = sentences.map((s) =>
    toExample(
      s,
      s.words.map((w) => code(w.form)),
      null,
      classes,
    ),
  )
  const model = trainTagger(examples, classes, flags.epochs ?? 8, 0.0113)
  const tagger = taggerOf(model)
  for (const file of devFiles) {
    report(file, readTreebank(flags.data, file), (s) =>
      draftTags(
        s.words.map((w) => code(w.form)),
        tagger,
      ),
    )
  }
  writeModel('tags-draft.bin', model.toBytes())
}

/** Tags of the training sentences by taggers that have not seen them: as wrong as those of new text. */
export function jackknifedTags(sentences: readonly ConlluSentence[], code: (form: string) => WordCode): Tag[][] {
  const classes = labelsOf(sentences)
  const examples = sentences.map((s) =>
    toExample(
      s,
      s.words.map((w) => code(w.form)),
      null,
      classes,
    ),
  )
  const key = `${foldEpochs} ${admitAfter} ${sentences.length} ${classes.length} ${readModel('word-classes.bin').length}`
  return cached('jackknifed-tags', key, () =>
    jackknife(
      examples,
      folds,
      (part) => taggerOf(trainTagger(part, classes, foldEpochs, 0.0113)),
      (example, tagger) => draftTags(example.words, tagger),
    ),
  )
}

/** A tagger over the given examples, after so many rounds. */
export function trainTagger(
  examples: readonly TagExample[],
  classes: readonly string[],
  epochs: number,
  floor: number,
): LinearModel {
  const perceptron = new Perceptron(classes, admitAfter)
  const features = new Uint32Array(tagFeatureRoom)
  const scores = new Float32Array(classes.length)
  const random = seeded(1)
  for (let epoch = 0; epoch < epochs; epoch++) {
    let wrong = 0
    let all = 0
    for (const k of shuffled([...examples.keys()], random)) {
      const { words, view, gold } = examples[k]!
      const chosen = new Uint16Array(words.length)
      const shouting = isShouting(words)
      for (let i = 0; i < words.length; i++) {
        const count = tagFeatures(words, i, chosen, view, shouting, features)
        perceptron.score(features, count, scores)
        const right = gold[i]!
        let rival = -1
        for (let c = 0; c < scores.length; c++) {
          if (c !== right && (rival < 0 || scores[c]! > scores[rival]!)) rival = c
        }
        const lead = scores[right]! - scores[rival]!
        chosen[i] = lead > 0 ? right : rival
        all++
        if (lead <= 0) wrong++
        // A margin of 1 keeps learning from examples that are only just right.
        if (lead < margin) {
          perceptron.update(features, count, right, 1)
          perceptron.update(features, count, rival, -1)
        }
        perceptron.step()
      }
    }
    process.stderr.write(
      `tags epoch ${epoch + 1}: ${((100 * wrong) / all).toFixed(2)} % wrong, ${perceptron.features} features\n`,
    )
  }
  const settings = { made: 'npm run train -- tagger', fixed: unambiguous(examples) }
  return perceptron.average(settings, { floor })
}

/** Forms seen at least twenty times of which all but one in 250 have one label. */
export function unambiguous(examples: readonly TagExample[]): [form: number, label: number][] {
  const counts = new Map<number, Map<number, number>>()
  for (const { words, gold } of examples) {
    words.forEach(({ form }, i) => {
      const labels = counts.get(form) ?? new Map<number, number>()
      counts.set(form, labels.set(gold[i]!, (labels.get(gold[i]!) ?? 0) + 1))
    })
  }
  return [...counts].flatMap(([form, labels]): [number, number][] => {
    const all = [...labels.values()].reduce((a, b) => a + b, 0)
    const [label, most] = [...labels].sort((a, b) => b[1] - a[1])[0]!
    return all >= 20 && most >= all * (1 - 1 / 250) ? [[form, label]] : []
  })
}

/** One sentence for training; `view` is its draft tags and tree, for the final pass. */
export function toExample(
  sentence: ConlluSentence,
  words: readonly WordCode[],
  view: TreeView | null,
  classes: readonly string[],
): TagExample {
  return { words, view, gold: Uint16Array.from(sentence.words, (w) => classes.indexOf(`${w.upos} ${w.xpos}`)) }
}

/** All labels "UPOS XPOS" of a treebank, sorted. */
export function labelsOf(sentences: readonly ConlluSentence[]): string[] {
  return [...new Set(sentences.flatMap((s) => s.words.map((w) => `${w.upos} ${w.xpos}`)))].sort()
}

/** Prints the accuracy on one treebank. */
export function report(
  file: string,
  gold: readonly ConlluSentence[],
  tag: (s: ConlluSentence) => readonly Tag[],
): void {
  let upos = 0
  let xpos = 0
  let all = 0
  for (const sentence of gold) {
    const tags = tag(sentence)
    sentence.words.forEach((w, i) => {
      all++
      if (tags[i]!.upos === w.upos) upos++
      if (tags[i]!.xpos === w.xpos) xpos++
    })
  }
  console.error(`${file} UPOS ${((100 * upos) / all).toFixed(2)} XPOS ${((100 * xpos) / all).toFixed(2)}`)
}
