import { meaningsFromBytes } from '../../src/knowledge/synonyms.js'
import { type BoostedTrees, scoreTrees } from '../../src/weights/boosted-trees.js'
import { type BoostingSettings, boostOften } from '../../training/boosting.js'
import { commonSettings } from '../../training/claims.js'
import { type Example, toTable } from '../../training/claims-examples.js'
import { readModel } from '../../training/sources.js'
import { paraphraseExamples } from '../paraphrases.js'
import { f1, percent, type SuiteOptions, type SuiteResult } from '../result.js'

const folds = 10
/** Chosen by cross-validation on the training part. */
const settings: BoostingSettings = { ...commonSettings, trees: 600, depth: 3, rate: 0.03, rows: 0.5, columns: 0.3 }
/** Log-odds, in thousandths, above which the answer is yes; chosen by cross-validation for accuracy and F1 alike. */
const yes = -200

/**
 * Whether two sentences say the same by the features that join claims, on the Microsoft paraphrase corpus:
 * `dev` is its training part by cross-validation, `test` its test part. The trees are grown here from the training part
 * and are no part of the program.
 */
export async function run({ data, split }: SuiteOptions): Promise<SuiteResult> {
  const meanings = meaningsFromBytes(readModel('synonyms.bin'))
  const known = paraphraseExamples(data, 'train', meanings)
  const examples = split === 'dev' ? known : paraphraseExamples(data, 'test', meanings)
  const treesFrom = (some: readonly Example[]) => boostOften(toTable([{ examples: some, weight: 1 }]), settings)
  const isYes = (trees: BoostedTrees) => (example: Example) => scoreTrees(trees, example.values) > yes
  const answers: boolean[] = split === 'dev' ? [] : examples.map(isYes(treesFrom(known)))
  for (let fold = 0; split === 'dev' && fold < folds; fold++) {
    const answer = isYes(treesFrom(known.filter((_, i) => i % folds !== fold)))
    examples.forEach((example, i) => {
      if (i % folds === fold) answers[i] = answer(example)
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
