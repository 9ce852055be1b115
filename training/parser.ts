import { LinearModel } from '../src/weights/linear-model.js'
import { WordClasses } from '../src/weights/word-classes.js'
import { parseFeatureRoom, parseFeatures } from '../src/language/parse/parse-features.js'
import { isAllowed, isFinished, leftArc, type ParseState, type ParseWords, parseWords, rightArc, shift, startState, take } from '../src/language/parse/parse-state.js'
import { bestAllowed, parseSentence, tagNumber, transitionsOf, type Transitions } from '../src/language/parse/parser.js'
import { type Tag, taggerFromBytes, tagSentence } from '../src/language/tags/tagger.js'
import { wordCoder } from '../src/language/word-codes.js'
import type { ConlluSentence } from '../bench/conllu.js'
import { Perceptron } from './perceptron.js'
import { seeded, shuffled } from './random.js'
import { readModel, writeModel } from './sources.js'
import { jackknifedTags } from './tagger.js'
import { readTreebank, trainingTreebank } from './treebanks.js'
import type { Flags } from './train.js'

interface Example {
  readonly words: ParseWords
  /** Governors made projective; the root's is `length`. */
  readonly heads: Int16Array
  readonly labels: Int16Array
}

/** Share of the steps that follow the parser's own choice rather than the oracle's, from the second epoch on. */
const exploration = 0.9
const margin = 1

/** Makes models/parser.bin from EWT and GUM, on tags as wrong as at run time. */
export function train(flags: Flags): void {
  const epochs = flags.epochs ?? 8
  const code = wordCoder(WordClasses.fromBytes(readModel('word-classes.bin')))
  const sentences = trainingTreebank(flags.data)
  const tags = jackknifedTags(sentences, code)
  const relations = [...new Set(sentences.flatMap((s) => s.words.map((w) => w.deprel)))].sort()
  const classes = ['shift', ...relations.flatMap((r) => (r === 'root' ? [`left ${r}`] : [`left ${r}`, `right ${r}`]))]
  const transitions = transitionsOf(classes)
  const examples = sentences.map((s, k) => toExample(s, tags[k]!, code, transitions))

  const tagger = taggerFromBytes(readModel('tags-1.bin'), readModel('tags-2.bin'))
  const dev = ['ud/ewt-dev.conllu', 'gum/dev.conllu'].map((file) => {
    const gold = readTreebank(flags.data, file)
    return { file, gold, tags: gold.map((s) => tagSentence(s.words.map((w) => w.form), code, tagger)) }
  })
  const evaluate = (model: LinearModel) => {
    for (const { file, gold, tags } of dev) {
      let right = 0
      let attached = 0
      let all = 0
      gold.forEach((s, k) => {
        const tree = parseSentence(s.words.map((w) => code(w.form)), tags[k]!, { model, transitions })
        s.words.forEach((w, i) => {
          all++
          if (tree.heads[i] !== w.head) return
          attached++
          if (tree.deprels[i] === w.deprel) right++
        })
      })
      console.error(`${file} UAS ${((100 * attached) / all).toFixed(2)} LAS ${((100 * right) / all).toFixed(2)}`)
    }
  }
  const model = trainParser(examples, classes, transitions, epochs, evaluate)
  writeModel('parser.bin', model.toBytes())
}

function trainParser(
  examples: readonly Example[],
  classes: readonly string[],
  transitions: Transitions,
  epochs: number,
  evaluate: (model: LinearModel) => void,
): LinearModel {
  const perceptron = new Perceptron(classes, Number(process.env['ADMIT'] ?? 3))
  const features = new Uint32Array(parseFeatureRoom)
  const scores = new Float32Array(classes.length)
  const random = seeded(7)
  const leftOf = new Int16Array(transitions.relations.length).fill(-1)
  const rightOf = new Int16Array(transitions.relations.length).fill(-1)
  classes.forEach((_, c) => {
    if (transitions.moves[c] === leftArc) leftOf[transitions.labels[c]!] = c
    if (transitions.moves[c] === rightArc) rightOf[transitions.labels[c]!] = c
  })
  const settings = { made: 'npm run train -- parser' }
  const average = () => perceptron.average(settings, JSON.parse(process.env["AVG"] ?? "{}"))
  for (let epoch = 0; epoch < epochs; epoch++) {
    let wrong = 0
    let all = 0
    for (const k of shuffled([...examples.keys()], random)) {
      const { words, heads, labels } = examples[k]!
      const state = startState(heads.length)
      while (!isFinished(state)) {
        const count = parseFeatures(state, words, features)
        perceptron.score(features, count, scores)
        const predicted = bestAllowed(state, scores, transitions)
        const top = state.depth > 0 ? state.stack[state.depth - 1]! : -1
        let right = -1
        const consider = (c: number) => {
          if (right < 0 || scores[c]! > scores[right]!) right = c
        }
        if (isAllowed(state, shift) && shiftCost(state, heads) === 0) consider(0)
        if (isAllowed(state, leftArc) && leftCost(state, heads) === 0) consider(leftOf[labels[top]!]!)
        if (isAllowed(state, rightArc) && rightCost(state, heads) === 0 && rightOf[labels[top]!]! >= 0) consider(rightOf[labels[top]!]!)
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
    process.stderr.write(`epoch ${epoch + 1}: ${((100 * wrong) / all).toFixed(2)} % wrong, ${perceptron.features} features\n`)
    if (epoch > 0) evaluate(average())
  }
  return average()
}

/** Whether a transition loses no gold arc that could still be drawn, and labels a gold arc rightly. */
function isGood(c: number, right: number, state: ParseState, heads: Int16Array, labels: Int16Array, transitions: Transitions): boolean {
  if (c === right) return true
  const move = transitions.moves[c]!
  if (move === shift) return shiftCost(state, heads) === 0
  const top = state.stack[state.depth - 1]!
  if (transitions.labels[c] !== labels[top]) return false
  return move === leftArc ? leftCost(state, heads) === 0 : rightCost(state, heads) === 0
}

function bestRival(state: ParseState, scores: Float32Array, transitions: Transitions, heads: Int16Array, labels: Int16Array): number {
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

function toExample(sentence: ConlluSentence, tags: readonly Tag[], code: ReturnType<typeof wordCoder>, transitions: Transitions): Example {
  const length = sentence.words.length
  const heads = projective(sentence.words.map((w) => (w.head < 0 ? length : w.head)))
  return {
    words: parseWords(sentence.words.map((w) => code(w.form)), tags, tagNumber),
    heads: Int16Array.from(heads),
    labels: Int16Array.from(sentence.words, (w) => transitions.relations.indexOf(w.deprel)),
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
