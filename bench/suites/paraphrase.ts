import { loadAlignment } from '../../src/alignment/models.js'
import { gazetteerFromBytes } from '../../src/knowledge/gazetteer.js'
import { meaningsFromBytes } from '../../src/knowledge/synonyms.js'
import { scoreTrees } from '../../src/weights/boosted-trees.js'
import { boostOften } from '../../training/boosting.js'
import { sentenceSettings } from '../../training/claims.js'
import { paraphraseExamples, toTable } from '../../training/claims-examples.js'
import { readModel } from '../../training/sources.js'
import { f1, percent, type SuiteOptions, type SuiteResult } from '../result.js'

const folds = 10
/** Log-odds, in thousandths, above which the answer is yes; chosen by cross-validation for accuracy and F1 alike. */
const yes = -200

/**
 * Whether two sentences say the same, on the Microsoft paraphrase corpus: `dev` is its training part by cross-validation,
 * `test` its test part with the shipped model, which saw the training part only.
 */
export async function run({ data, split }: SuiteOptions): Promise<SuiteResult> {
  const meanings = meaningsFromBytes(readModel('synonyms.bin'))
  const examples = paraphraseExamples(data, split === 'dev' ? 'train' : 'test', meanings)
  const shipped =
    split === 'test' ? loadAlignment(readModel, gazetteerFromBytes(readModel('gazetteer.bin'))).sentences : undefined
  const answers: boolean[] = []
  for (let fold = 0; fold < (shipped ? 1 : folds); fold++) {
    const trees =
      shipped ??
      boostOften(toTable([{ examples: examples.filter((_, i) => i % folds !== fold), weight: 1 }]), sentenceSettings)
    examples.forEach(({ values }, i) => {
      if (shipped || i % folds === fold) answers[i] = scoreTrees(trees, values) > yes
    })
  }
  const right = examples.filter(({ label }, i) => answers[i] === (label === 1)).length
  const found = answers.filter((answer) => answer).length
  const wanted = examples.filter(({ label }) => label === 1).length
  const score = f1(examples.filter(({ label }, i) => answers[i] && label === 1).length, found, wanted)
  return {
    suite: 'paraphrase',
    split,
    rows: [
      { name: 'MRPC: accuracy', value: percent(right, examples.length), bar: 76 },
      { name: 'MRPC: F1', value: score.f1, bar: 83.5 },
      { name: 'MRPC: precision', value: score.precision },
      { name: 'MRPC: recall', value: score.recall },
      { name: 'MRPC: accuracy of always "yes"', value: percent(wanted, examples.length) },
    ],
  }
}
