import type { ConlluSentence } from '../bench/conllu.js'
import { parseFeatureRoom, parseFeatures, parseRecipe } from '../src/language/parse/parse-features.js'
import {
  type Guide,
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
  type ArcModel,
  arcModel,
  bestAllowed,
  parseBackward,
  parseForward,
  parseSentence,
  type Transitions,
  type Tree,
  tagNumber,
  transitionsOf,
  type WeighedTree,
} from '../src/language/parse/parser.js'
import { draftTags, type Tag, taggerFromBytes } from '../src/language/tags/tagger.js'
import { type WordCode, type WordCoder, wordCoder } from '../src/language/word-codes.js'
import { LinearModel } from '../src/weights/linear-model.js'
import { WordClasses } from '../src/weights/word-classes.js'
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
  readonly labels: Int16Array
}

/** A sentence with what the parser sees of it. */
interface Sample {
  readonly gold: ConlluSentence
  readonly words: readonly WordCode[]
  readonly tags: readonly Tag[]
  /** The other parser's tree. */
  readonly guide?: Guide
}

/** Share of the steps that follow the parser's own choice rather than the oracle's, from the second epoch on. */
const exploration = 0.9
const margin = 1
const admitAfter = 8
const foldEpochs = 4
const epochs = 5
/** The parser proper is the mean of models that saw the sentences in these orders. */
const seeds = [7, 8]

/** Makes models/parse-guide.bin from EWT and GUM, on tags as wrong as at run time. */
export function trainGuide(flags: Flags): void {
  const code = wordCoder(WordClasses.fromBytes(readModel('word-classes.bin')))
  const guide = trainDirection(parserSamples(flags.data, code), 'backward', flags.epochs ?? epochs, [7], 0.0113)
  report('guide', devSamples(flags.data, code), (s) => parseBackward(s.words, s.tags, guide))
  writeModel('parse-guide.bin', guide.model.toBytes())
}

/** Makes models/parse.bin, which learns from guides that have not seen the sentence. */
export function train(flags: Flags): void {
  const code = wordCoder(WordClasses.fromBytes(readModel('word-classes.bin')))
  const samples = parserSamples(flags.data, code)
  const trees = jackknifedGuides(samples)
  const guided = samples.map((s, k) => ({ ...s, guide: guideOf(trees[k]!) }))
  const proper = trainDirection(guided, 'forward', flags.epochs ?? epochs, seeds, 0.0105)
  const guide = arcModel(LinearModel.fromBytes(readModel('parse-guide.bin')), { guided: false })
  report('parser', devSamples(flags.data, code), (s) => parseSentence(s.words, s.tags, { guide, proper }))
  writeModel('parse.bin', proper.model.toBytes())
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

/** Trees of every training sentence, by guides trained on the other half. */
function jackknifedGuides(samples: readonly Sample[]): WeighedTree[] {
  const key = `${samples.length} ${foldEpochs} ${admitAfter} ${JSON.stringify(samples[7]!.tags)}`
  return cached('jackknifed-guides', key, () =>
    jackknife(
      samples,
      2,
      (part) => trainDirection(part, 'backward', foldEpochs, [7], 0.0105),
      (s, guide) => parseBackward(s.words, s.tags, guide),
    ),
  )
}

/** Trees of every training sentence by the whole parser trained on the other half: as wrong as those of new text. */
export function jackknifedTrees(samples: readonly Sample[]): WeighedTree[] {
  const key = `${samples.length} ${foldEpochs} ${admitAfter} ${JSON.stringify(samples[7]!.tags)}`
  const guided = () => {
    const trees = jackknifedGuides(samples)
    return jackknife(
      samples.map((s, k) => ({ ...s, guide: guideOf(trees[k]!) })),
      2,
      (part) => trainDirection(part, 'forward', foldEpochs, [7], 0.0105),
      (s, proper) => parseForward(s.words, s.tags, proper, s.guide),
    )
  }
  return cached('jackknifed-trees', key, guided)
}

/** One direction's parser over the given samples, after so many rounds. */
function trainDirection(
  samples: readonly Sample[],
  direction: 'forward' | 'backward',
  epochs: number,
  seeds: readonly number[],
  floor: number,
): ArcModel {
  const relations = [...new Set(samples.flatMap((s) => s.gold.words.map((w) => w.deprel)))].sort()
  const classes = ['shift', ...relations.flatMap((r) => (r === 'root' ? [`left ${r}`] : [`left ${r}`, `right ${r}`]))]
  const transitions = transitionsOf(classes)
  const examples = samples.map((s) => toExample(s, transitions, direction))
  const [first, ...others] = seeds.map((seed) => trainParser(examples, classes, transitions, epochs, seed))
  first!.settle(others)
  return arcModel(first!.average({ made: 'npm run train -- parser' }, { floor }), { guided: direction === 'forward' })
}

function report(
  name: string,
  dev: readonly { file: string; samples: readonly Sample[] }[],
  parse: (s: Sample) => Tree,
): void {
  for (const { file, samples } of dev) {
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
    console.error(`${name} ${file} UAS ${((100 * attached) / all).toFixed(2)} LAS ${((100 * right) / all).toFixed(2)}`)
  }
}

function trainParser(
  examples: readonly Example[],
  classes: readonly string[],
  transitions: Transitions,
  epochs: number,
  seed: number,
): Perceptron {
  const perceptron = new Perceptron(classes, admitAfter)
  const recipe = parseRecipe(examples.some(({ words }) => words.guide !== null))
  const features = new Uint32Array(parseFeatureRoom)
  const scores = new Float32Array(classes.length)
  const random = seeded(seed)
  const leftOf = new Int16Array(transitions.relations.length).fill(-1)
  const rightOf = new Int16Array(transitions.relations.length).fill(-1)
  classes.forEach((_, c) => {
    if (transitions.moves[c] === leftArc) leftOf[transitions.labels[c]!] = c
    if (transitions.moves[c] === rightArc) rightOf[transitions.labels[c]!] = c
  })
  for (let epoch = 0; epoch < epochs; epoch++) {
    let wrong = 0
    let all = 0
    for (const k of shuffled([...examples.keys()], random)) {
      const { words, heads, labels } = examples[k]!
      const state = startState(heads.length)
      while (!isFinished(state)) {
        const count = parseFeatures(state, words, recipe, features)
        perceptron.score(features, count, scores)
        const predicted = bestAllowed(state, scores, transitions)
        const top = state.depth > 0 ? state.stack[state.depth - 1]! : -1
        let right = -1
        const consider = (c: number) => {
          if (right < 0 || scores[c]! > scores[right]!) right = c
        }
        if (isAllowed(state, shift) && shiftCost(state, heads) === 0) consider(0)
        if (isAllowed(state, leftArc) && leftCost(state, heads) === 0) consider(leftOf[labels[top]!]!)
        if (isAllowed(state, rightArc) && rightCost(state, heads) === 0 && rightOf[labels[top]!]! >= 0)
          consider(rightOf[labels[top]!]!)
        all++
        if (right >= 0) {
          const good = isGood(predicted, right, state, heads, labels, transitions)
          if (!good) wrong++
          const rival = good ? bestRival(state, scores, transitions, heads, labels) : predicted
          if (rival >= 0 && scores[right]! - scores[rival]! < margin) {
            perceptron.update(features, count, right, 1)
            perceptron.update(features, count, rival, -1)
          }
          const next = good || (epoch > 0 && random() < exploration) ? predicted : right
          take(state, transitions.moves[next]!, transitions.labels[next]!)
        } else take(state, transitions.moves[predicted]!, transitions.labels[predicted]!)
        perceptron.step()
      }
    }
    process.stderr.write(
      `epoch ${epoch + 1}: ${((100 * wrong) / all).toFixed(2)} % wrong, ${perceptron.features} features\n`,
    )
  }
  return perceptron
}

/** Whether a transition loses no gold arc that could still be drawn, and labels a gold arc rightly. */
function isGood(
  c: number,
  right: number,
  state: ParseState,
  heads: Int16Array,
  labels: Int16Array,
  transitions: Transitions,
): boolean {
  if (c === right) return true
  const move = transitions.moves[c]!
  if (move === shift) return shiftCost(state, heads) === 0
  const top = state.stack[state.depth - 1]!
  if (transitions.labels[c] !== labels[top]) return false
  return move === leftArc ? leftCost(state, heads) === 0 : rightCost(state, heads) === 0
}

function bestRival(
  state: ParseState,
  scores: Float32Array,
  transitions: Transitions,
  heads: Int16Array,
  labels: Int16Array,
): number {
  const allowed = [isAllowed(state, shift), isAllowed(state, leftArc), isAllowed(state, rightArc)]
  const top = state.depth > 0 ? labels[state.stack[state.depth - 1]!]! : -1
  const free = [
    allowed[0] && shiftCost(state, heads) === 0,
    allowed[1] && leftCost(state, heads) === 0,
    allowed[2] && rightCost(state, heads) === 0,
  ]
  let rival = -1
  for (let c = 0; c < scores.length; c++) {
    const move = transitions.moves[c]!
    if (!allowed[move] || (free[move] && (move === shift || transitions.labels[c] === top))) continue
    if (rival < 0 || scores[c]! > scores[rival]!) rival = c
  }
  return rival
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

function toExample(sample: Sample, transitions: Transitions, direction: 'forward' | 'backward'): Example {
  const length = sample.words.length
  const backward = direction === 'backward'
  const turn = <T>(items: readonly T[]) => (backward ? [...items].reverse() : items)
  const heads = turn(sample.gold.words).map((w) => (w.head < 0 ? length : backward ? length - 1 - w.head : w.head))
  return {
    words: parseWords(turn(sample.words), turn(sample.tags), tagNumber, sample.guide ?? null),
    heads: Int16Array.from(projective(heads)),
    labels: Int16Array.from(turn(sample.gold.words), (w) => transitions.relations.indexOf(w.deprel)),
  }
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
