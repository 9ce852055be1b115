import { LinearModel } from '../src/weights/linear-model.js'
import { WordClasses } from '../src/weights/word-classes.js'
import { tagFeatureRoom, tagFeatures } from '../src/language/tags/tag-features.js'
import { isShouting, runPass, type Tag } from '../src/language/tags/tagger.js'
import { type WordCode, wordCoder } from '../src/language/word-codes.js'
import type { ConlluSentence } from '../bench/conllu.js'
import { Perceptron } from './perceptron.js'
import { seeded, shuffled } from './random.js'
import { cached, readModel, writeModel } from './sources.js'
import { readTreebank, trainingTreebank } from './treebanks.js'
import type { Flags } from './train.js'

export interface TagExample {
  readonly words: readonly WordCode[]
  readonly gold: Uint16Array
}

const folds = 4

/** Makes models/tags-1.bin and models/tags-2.bin: the two passes of the tagger. */
export function train(flags: Flags): void {
  const epochs = flags.epochs ?? 8
  const code = wordCoder(WordClasses.fromBytes(readModel('word-classes.bin')))
  const sentences = trainingTreebank(flags.data)
  const classes = [...new Set(sentences.flatMap((s) => s.words.map(label)))].sort()
  const index = new Map(classes.map((c, i) => [c, i]))
  const examples = sentences.map((s) => toExample(s, code, index))
  const dev = (['ud/ewt-dev.conllu', 'gum/dev.conllu'] as const).map((file) => ({
    file,
    examples: readTreebank(flags.data, file).map((s) => toExample(s, code, index)),
  }))

  const first = trainPass(examples, null, classes, epochs)
  for (const { file, examples } of dev) {
    console.error(file, 'first pass', accuracy(examples.map((e) => runPass(e.words, first, null)), examples, classes))
  }
  const drafts = jackknife(examples, (part) => trainPass(part, null, classes, epochs), (e, m) => runPass(e.words, m, null))
  const second = trainPass(examples, drafts, classes, epochs)
  for (const { file, examples } of dev) {
    const got = examples.map((e) => runPass(e.words, second, runPass(e.words, first, null)))
    console.error(file, 'second pass', accuracy(got, examples, classes))
  }
  writeModel('tags-1.bin', first.toBytes())
  writeModel('tags-2.bin', second.toBytes())
}

/** Tags of the training sentences by taggers that have not seen them: as wrong as those of new text. */
export function jackknifedTags(sentences: readonly ConlluSentence[], code: (form: string) => WordCode): Tag[][] {
  const classes = [...new Set(sentences.flatMap((s) => s.words.map(label)))].sort()
  const index = new Map(classes.map((c, i) => [c, i]))
  const tags = classes.map((c) => ({ upos: c.split(' ')[0]!, xpos: c.split(' ')[1]! }))
  const examples = sentences.map((s) => toExample(s, code, index))
  const key = `${draftEpochs} ${admitAfter} ${sentences.length} ${classes.length} ${readModel('word-classes.bin').length}`
  const drafts = cached('jackknifed-tags', key, () =>
    jackknife(examples, (part) => trainPass(part, null, classes, draftEpochs), (e, m) => [...runPass(e.words, m, null)]),
  )
  return drafts.map((draft) => draft.map((t) => tags[t]!))
}

const draftEpochs = 5
const admitAfter = 3

/** What a model trained on the other folds makes of each example: drafts as wrong as at run time. */
export function jackknife<E, M, D>(
  examples: readonly E[],
  trainOn: (part: readonly E[]) => M,
  apply: (example: E, model: M) => D,
): D[] {
  const drafts: D[] = new Array(examples.length)
  // Runs of fifty neighbours stay together, so that a document is seldom split between folds.
  const fold = (i: number) => Math.floor(i / 50) % folds
  for (let k = 0; k < folds; k++) {
    const model = trainOn(examples.filter((_, i) => fold(i) !== k))
    examples.forEach((example, i) => {
      if (fold(i) === k) drafts[i] = apply(example, model)
    })
  }
  return drafts
}

function trainPass(
  examples: readonly TagExample[],
  drafts: readonly Uint16Array[] | null,
  classes: readonly string[],
  epochs: number,
): LinearModel {
  const perceptron = new Perceptron(classes, admitAfter)
  const features = new Uint32Array(tagFeatureRoom)
  const scores = new Float32Array(classes.length)
  const random = seeded(1)
  for (let epoch = 0; epoch < epochs; epoch++) {
    let wrong = 0
    let all = 0
    for (const k of shuffled([...examples.keys()], random)) {
      const { words, gold } = examples[k]!
      const tags = new Uint16Array(words.length)
      const shouting = isShouting(words)
      for (let i = 0; i < words.length; i++) {
        const count = tagFeatures(words, i, tags, drafts?.[k] ?? null, shouting, features)
        perceptron.score(features, count, scores)
        const right = gold[i]!
        let top = -1
        let rival = -1
        for (let c = 0; c < scores.length; c++) {
          if (top < 0 || scores[c]! > scores[top]!) top = c
          if (c !== right && (rival < 0 || scores[c]! > scores[rival]!)) rival = c
        }
        tags[i] = top
        all++
        if (top !== right) wrong++
        // A margin of 1 keeps learning from examples that are only just right.
        if (right < classes.length && scores[right]! - scores[rival]! < margin) {
          perceptron.update(features, count, right, 1)
          perceptron.update(features, count, rival, -1)
        }
        perceptron.step()
      }
    }
    process.stderr.write(`epoch ${epoch + 1}: ${((100 * wrong) / all).toFixed(2)} % wrong, ${perceptron.features} features\n`)
  }
  return perceptron.average({ made: 'npm run train -- tagger' }, { floor: 0.0005 })
}

const margin = Number(process.env['MARGIN'] ?? 1)

function toExample(sentence: ConlluSentence, code: (form: string) => WordCode, index: Map<string, number>): TagExample {
  return {
    words: sentence.words.map((w) => code(w.form)),
    gold: Uint16Array.from(sentence.words, (w) => index.get(label(w)) ?? 65535),
  }
}

function label(word: { upos: string; xpos: string }): string {
  return `${word.upos} ${word.xpos}`
}

function accuracy(got: readonly Uint16Array[], examples: readonly TagExample[], classes: readonly string[]): string {
  let upos = 0
  let both = 0
  let all = 0
  const uposOf = classes.map((c) => c.split(' ')[0])
  examples.forEach((e, k) => {
    e.gold.forEach((g, i) => {
      all++
      if (got[k]![i] === g) both++
      if (g < classes.length && uposOf[got[k]![i]!] === uposOf[g]) upos++
    })
  })
  return `UPOS ${((100 * upos) / all).toFixed(2)} UPOS+XPOS ${((100 * both) / all).toFixed(2)}`
}
