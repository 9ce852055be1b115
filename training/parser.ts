import { guideFeatures, parseFeatureRoom, parseFeatures } from '../src/language/parse/parse-features.js'
import {
  guideOf,
  isAllowed,
  isFinished,
  leftArc,
  type ParseState,
  type ParseWords,
  parseWords,
  rightArc,
  shift,
  startState,
  take,
} from '../src/language/parse/parse-state.js'
import {
  type Arcs,
  bestAllowed,
  drawGuide,
  drawsLabel,
  moveNames,
  parseForward,
  type Parser,
  parseSentence,
  tagNumber,
  type Tree,
  turnToLabels,
} from '../src/language/parse/parser.js'
import { draftTags, type Tag, taggerFromBytes } from '../src/language/tags/tagger.js'
import { type WordCode, type WordCoder, wordCoder } from '../src/language/word-codes.js'
import { LinearModel } from '../src/weights/linear-model.js'
import { WordClasses } from '../src/weights/word-classes.js'
import type { ConlluSentence } from '../bench/conllu.js'
import { jackknife } from './jackknife.js'
import { Perceptron } from './perceptron.js'
import { seeded, shuffled } from './random.js'
import { cached, readModel, writeModel } from './sources.js'
import { jackknifedTags } from './tagger.js'
import type { Flags } from './train.js'
import { readTreebank, trainingTreebank } from './treebanks.js'

interface Example {
  readonly words: ParseWords
  /** Governors made projective; the root's is `length`. */
  readonly heads: Int16Array
  /** Relations by their numbers; −1 for the root's. */
  readonly labels: Int16Array
}

/** A sentence with what the parser sees of it. */
interface Sample {
  readonly gold: ConlluSentence
  readonly words: readonly WordCode[]
  readonly tags: readonly Tag[]
}

/** Share of the steps that follow the parser's own choice rather than the oracle's, from the second epoch on. */
const exploration = 0.9
const margin = 1
const admitAfter = 6
const epochs = 6
const foldEpochs = 4
/** The parser proper is the mean of models that saw the sentences in these orders. */
const seeds = [7, 8]

/** Makes models/parse-guide.bin from EWT and GUM, on tags as wrong as at run time. */
export function trainGuide(flags: Flags): void {
  const code = wordCoder(WordClasses.fromBytes(readModel('word-classes.bin')))
  const guide = learnGuide(parserSamples(flags.data, code), flags.epochs ?? epochs)
  for (const { file, samples } of devSamples(flags.data, code)) {
    report(`guide ${file}`, samples, (s) => ({ ...drawGuide(s.words, s.tags, guide), deprels: [] }))
  }
  writeModel('parse-guide.bin', guide.toBytes())
}

/** Makes models/parse-moves.bin and models/parse-labels.bin, which learn from guides that have not seen the sentence. */
export function train(flags: Flags): void {
  const code = wordCoder(WordClasses.fromBytes(readModel('word-classes.bin')))
  const samples = parserSamples(flags.data, code)
  const proper = learnParser(samples, jackknifedGuides(samples), flags.epochs ?? epochs, seeds)
  const guide = LinearModel.fromBytes(readModel('parse-guide.bin'))
  for (const { file, samples } of devSamples(flags.data, code)) {
    report(`parser ${file}`, samples, (s) => parseSentence(s.words, s.tags, { guide, ...proper }))
  }
  writeModel('parse-moves.bin', proper.moves.toBytes())
  writeModel('parse-labels.bin', proper.labels.toBytes())
}

/** The training sentences with tags by taggers that have not seen them. */
export function parserSamples(data: string | undefined, code: WordCoder): Sample[] {
  const sentences = trainingTreebank(data)
  const tags = jackknifedTags(sentences, code)
  return sentences.map((gold, k) => ({ gold, words: gold.words.map((w) => code(w.form)), tags: tags[k]! }))
}

function devSamples(data: string | undefined, code: WordCoder): { file: string; samples: Sample[] }[] {
  const tagger = taggerFromBytes(readModel('tags-draft.bin'))
  return ['ud/ewt-dev.conllu', 'gum/dev.conllu'].map((file) => ({
    file,
    samples: readTreebank(data, file).map((gold) => {
      const words = gold.words.map((w) => code(w.form))
      return { gold, words, tags: draftTags(words, tagger) }
    }),
  }))
}

/** Arcs of every training sentence, by guides trained on the other half. */
function jackknifedGuides(samples: readonly Sample[]): Arcs[] {
  return cached('jackknifed-guides', cacheKey(samples), () =>
    jackknife(
      samples,
      2,
      (part) => learnGuide(part, foldEpochs),
      (s, guide) => drawGuide(s.words, s.tags, guide),
    ),
  )
}

/** Trees of every training sentence by the whole parser trained on the other half: as wrong as those of new text. */
export function jackknifedTrees(samples: readonly Sample[]): Tree[] {
  return cached('jackknifed-trees', cacheKey(samples), () => {
    const arcs = jackknifedGuides(samples)
    return jackknife(
      samples.map((sample, k) => ({ sample, arcs: arcs[k]! })),
      2,
      (part) => learnParser(part.map((p) => p.sample), part.map((p) => p.arcs), foldEpochs, [7]),
      ({ sample, arcs }, proper) => parseForward(sample.words, sample.tags, proper, arcs),
    )
  })
}

function cacheKey(samples: readonly Sample[]): string {
  return `three moves ${samples.length} ${foldEpochs} ${admitAfter} ${JSON.stringify(samples.slice(0, 200).map((s) => s.tags))}`
}

function learnGuide(samples: readonly Sample[], epochs: number): LinearModel {
  const examples = samples.map(({ gold, words, tags }): Example => {
    const length = words.length
    const heads = [...gold.words].reverse().map((w) => (w.head < 0 ? length : length - 1 - w.head))
    return {
      words: parseWords([...words].reverse(), [...tags].reverse(), tagNumber, null),
      heads: Int16Array.from(projective(heads)),
      labels: new Int16Array(length),
    }
  })
  const { moves } = learn(examples, [], epochs, 7, guideFeatures)
  moves.settle()
  return moves.average({ made: 'npm run train -- parse-guide' }, { floor: 0.006 })
}

function learnParser(
  samples: readonly Sample[],
  arcs: readonly Arcs[],
  epochs: number,
  seeds: readonly number[],
): Pick<Parser, 'moves' | 'labels'> {
  const relations = [...new Set(samples.flatMap((s) => s.gold.words.map((w) => w.deprel)))].filter((r) => r !== 'root').sort()
  const examples = samples.map(({ gold, words, tags }, k): Example => ({
    words: parseWords(words, tags, tagNumber, guideOf(arcs[k]!)),
    heads: Int16Array.from(projective(gold.words.map((w) => (w.head < 0 ? words.length : w.head)))),
    labels: Int16Array.from(gold.words, (w) => relations.indexOf(w.deprel)),
  }))
  const [first, ...others] = seeds.map((seed) => learn(examples, relations, epochs, seed, parseFeatures))
  first!.moves.settle(others.map((o) => o.moves))
  first!.labels.settle(others.map((o) => o.labels))
  const settings = { made: 'npm run train -- parser' }
  return { moves: first!.moves.average(settings, { floor: 0.006 }), labels: first!.labels.average(settings, { floor: 0.01 }) }
}

/** Trains the choice of transitions and, where there are relations, of labels, over the same features. */
function learn(
  examples: readonly Example[],
  relations: readonly string[],
  epochs: number,
  seed: number,
  featuresOf: typeof parseFeatures,
): { moves: Perceptron; labels: Perceptron } {
  const moves = new Perceptron(moveNames, admitAfter)
  const labels = new Perceptron(relations, admitAfter)
  const features = new Uint32Array(parseFeatureRoom)
  const scores = new Float32Array(moveNames.length)
  const labelScores = new Float32Array(relations.length)
  const random = seeded(seed)
  for (let epoch = 0; epoch < epochs; epoch++) {
    const tally = { moves: 0, wrongMoves: 0, labels: 0, wrongLabels: 0 }
    for (const k of shuffled([...examples.keys()], random)) {
      const { words, heads, labels: gold } = examples[k]!
      const state = startState(heads.length)
      while (!isFinished(state)) {
        const count = featuresOf(state, words, features)
        moves.score(features, count, scores)
        const predicted = bestAllowed(state, scores)
        const { right, rival } = rightAndRival(state, heads, scores)
        let move = predicted
        if (right >= 0) {
          tally.moves++
          if (predicted === rival) tally.wrongMoves++
          if (rival >= 0 && scores[right]! - scores[rival]! < margin) {
            moves.update(features, count, right, 1)
            moves.update(features, count, rival, -1)
          }
          if (predicted === rival && !(epoch > 0 && random() < exploration)) move = right
        }
        moves.step()

        let label = -1
        if (relations.length > 0 && drawsLabel(state, move)) {
          turnToLabels(features, count, move)
          labels.score(features, count, labelScores)
          const child = state.stack[state.depth - 1]!
          const head = move === leftArc ? state.next : state.stack[state.depth - 2]!
          label = topOf(labelScores, -1)
          // The relation is learnt where the arc is right; elsewhere there is none to learn.
          if (heads[child] === head && gold[child]! >= 0) {
            const wanted = gold[child]!
            const other = topOf(labelScores, wanted)
            tally.labels++
            if (label !== wanted) tally.wrongLabels++
            if (labelScores[wanted]! - labelScores[other]! < margin) {
              labels.update(features, count, wanted, 1)
              labels.update(features, count, other, -1)
            }
            labels.step()
          }
        }
        take(state, move, label)
      }
    }
    const share = (part: number, whole: number) => ((100 * part) / Math.max(1, whole)).toFixed(2)
    process.stderr.write(
      `epoch ${epoch + 1}: ${share(tally.wrongMoves, tally.moves)} % of moves wrong, ${share(tally.wrongLabels, tally.labels)} % of labels, ${moves.features} + ${labels.features} features\n`,
    )
  }
  return { moves, labels }
}

/** The best transition that loses no gold arc, and the best that loses one; −1 where there is none. */
function rightAndRival(state: ParseState, heads: Int16Array, scores: Float32Array): { right: number; rival: number } {
  let right = -1
  let rival = -1
  for (const move of [shift, leftArc, rightArc]) {
    if (!isAllowed(state, move)) continue
    const cost = move === shift ? shiftCost(state, heads) : move === leftArc ? leftCost(state, heads) : rightCost(state, heads)
    if (cost === 0) {
      if (right < 0 || scores[move]! > scores[right]!) right = move
    } else if (rival < 0 || scores[move]! > scores[rival]!) rival = move
  }
  // The predicted transition is the rival when it scores above every right one.
  return { right, rival }
}

function topOf(scores: Float32Array, without: number): number {
  let top = -1
  for (let c = 0; c < scores.length; c++) if (c !== without && (top < 0 || scores[c]! > scores[top]!)) top = c
  return top
}

function report(name: string, samples: readonly Sample[], parse: (s: Sample) => Tree): void {
  let right = 0
  let attached = 0
  let all = 0
  for (const sample of samples) {
    const tree = parse(sample)
    sample.gold.words.forEach((w, i) => {
      all++
      if (tree.heads[i] !== w.head) return
      attached++
      if (tree.deprels[i] === w.deprel) right++
    })
  }
  console.error(`${name} UAS ${((100 * attached) / all).toFixed(2)} LAS ${((100 * right) / all).toFixed(2)}`)
}

function shiftCost(state: ParseState, heads: Int16Array): number {
  const b = state.next
  let cost = 0
  for (let i = 0; i < state.depth; i++) {
    const s = state.stack[i]!
    if (heads[s] === b) cost++
    if (heads[b] === s && i < state.depth - 1) cost++
  }
  return cost
}

function leftCost(state: ParseState, heads: Int16Array): number {
  const s = state.stack[state.depth - 1]!
  const under = state.depth > 1 ? state.stack[state.depth - 2]! : -2
  let cost = heads[s] === under || heads[s]! > state.next ? 1 : 0
  for (let b = state.next; b < state.length; b++) if (heads[b] === s) cost++
  return cost
}

function rightCost(state: ParseState, heads: Int16Array): number {
  const s = state.stack[state.depth - 1]!
  let cost = heads[s]! >= state.next ? 1 : 0
  for (let b = state.next; b < state.length; b++) if (heads[b] === s) cost++
  return cost
}

/** Lifts the shortest crossing arc to its governor's governor until none crosses (Nivre and Nilsson 2005). */
function projective(heads: number[]): number[] {
  const root = heads.length
  const lifted = [...heads]
  for (;;) {
    let crossing = -1
    let shortest = Infinity
    for (let d = 0; d < lifted.length; d++) {
      const h = lifted[d]!
      const from = Math.min(d, h)
      const to = Math.max(d, h)
      if (to - from >= shortest || h === root) continue
      for (let m = from + 1; m < to; m++) {
        let a = m
        while (a !== h && a !== root) a = lifted[a]!
        if (a !== h) {
          crossing = d
          shortest = to - from
          break
        }
      }
    }
    if (crossing < 0) return lifted
    lifted[crossing] = lifted[lifted[crossing]!]!
  }
}
