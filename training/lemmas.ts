import {
  editBetween,
  lemmaFeatureRoom,
  lemmaFeatures,
  lemmaOf,
  lemmatiserFromBytes,
} from '../src/language/tags/lemmas.js'
import { irregularForms } from './irregular-forms.js'
import { Perceptron } from './perceptron.js'
import { seeded, shuffled } from './random.js'
import { writeModel } from './sources.js'
import type { Flags } from './train.js'
import { readTreebank, trainingTreebank } from './treebanks.js'

/** Makes models/lemmas.bin from the word–tag–lemma triples of EWT and GUM, and a list of irregular forms. */
export function train(flags: Flags): void {
  const counts = new Map<string, number>()
  for (const { words } of trainingTreebank(flags.data)) {
    for (const w of words) {
      if (w.lemma === '_') continue
      const key = `${w.form}\t${w.xpos}\t${w.lemma}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  for (const { form, tag, lemma } of irregularForms()) {
    const key = `${form}\t${tag}\t${lemma}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const editCounts = new Map<string, number>()
  for (const key of counts.keys()) {
    const [form, , lemma] = key.split('\t') as [string, string, string]
    const edit = editBetween(form, lemma)
    editCounts.set(edit, (editCounts.get(edit) ?? 0) + 1)
  }
  const classes = [...editCounts]
    .filter(([, n]) => n > 1)
    .map(([edit]) => edit)
    .sort()
  const index = new Map(classes.map((c, i) => [c, i]))
  const perceptron = new Perceptron(classes)
  const features = new Uint32Array(lemmaFeatureRoom)
  const scores = new Float32Array(classes.length)
  const random = seeded(3)
  for (let epoch = 0; epoch < (flags.epochs ?? 14); epoch++) {
    for (const key of shuffled([...counts.keys()], random)) {
      const [form, xpos, lemma] = key.split('\t') as [string, string, string]
      const right = index.get(editBetween(form, lemma))
      if (right === undefined) continue
      const count = lemmaFeatures(form, xpos, features)
      perceptron.score(features, count, scores)
      let top = 0
      for (let c = 1; c < scores.length; c++) if (scores[c]! > scores[top]!) top = c
      if (top !== right) {
        perceptron.update(features, count, right, 1)
        perceptron.update(features, count, top, -1)
      }
      perceptron.step()
    }
  }
  const bytes = perceptron.average({ made: 'npm run train -- lemmas' }, { floor: 0.01 }).toBytes()
  writeModel('lemmas.bin', bytes)
  const lemmatiser = lemmatiserFromBytes(bytes)
  for (const file of ['ud/ewt-dev.conllu', 'gum/dev.conllu']) {
    const words = readTreebank(flags.data, file).flatMap((s) => s.words)
    const right = words.filter((w) => lemmaOf(w.form, w.xpos, lemmatiser) === w.lemma).length
    console.error(`${file}: ${((100 * right) / words.length).toFixed(2)} % of lemmas right, given the tag`)
  }
}
