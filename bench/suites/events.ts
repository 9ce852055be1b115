import { cluster } from '../../src/alignment/claims/clusters.js'
import { meaningsFromBytes } from '../../src/knowledge/synonyms.js'
import { scoreTrees } from '../../src/weights/boosted-trees.js'
import { boostOften } from '../../training/boosting.js'
import { commonSettings } from '../../training/claims.js'
import { toTable } from '../../training/claims-examples.js'
import { readModel } from '../../training/sources.js'
import { eventExamples, readEvents } from '../event-mentions.js'
import type { SuiteOptions, SuiteResult, SuiteRow } from '../result.js'
import { bCubedCounts, type Chains, ceafCounts, mucCounts, scoreOf } from '../scorers/coref.js'

/** Log-odds, in thousandths, from which two groups of mentions are one event; chosen on the development topics. */
const joined = -500

/**
 * Which mentions in different documents are of one event: ECB+, gold mentions of the annotated sentences, all documents
 * together, no topic given away. Mentions that nothing corefers with count too, as is usual on this corpus.
 * The trees are grown here from the training topics, over the features that join claims, and are no part of the program.
 */
export async function run({ data, split }: SuiteOptions): Promise<SuiteResult> {
  const meanings = meaningsFromBytes(readModel('synonyms.bin'))
  const known = toTable([{ examples: eventExamples(data, 'train', meanings), weight: 1 }])
  // Settings chosen on the development topics.
  const trees = boostOften(known, { ...commonSettings, trees: 250, depth: 4 }, 1)
  const { ids, chains, profiles, pairs, valuesOf } = readEvents(data, split, meanings)
  const links = pairs.map((pair) => ({ a: pair[0], b: pair[1], score: scoreTrees(trees, valuesOf(pair)) }))
  const gold = chainsOf(chains, ids)
  return {
    suite: 'events',
    split,
    rows: [
      ...rowsFor('ECB+', gold, chainsOf(cluster([...ids.keys()], links, joined), ids), 68),
      ...rowsFor(
        'ECB+, same head word',
        gold,
        chainsOf(
          profiles.map(({ head }) => head.lemma),
          ids,
        ),
      ).slice(0, 1),
    ],
  }
}

function chainsOf(keys: readonly (string | number)[], ids: readonly string[]): Chains {
  const found = new Map<string | number, string[]>()
  keys.forEach((key, i) => {
    const chain = found.get(key)
    if (chain) chain.push(ids[i]!)
    else found.set(key, [ids[i]!])
  })
  return [...found.values()]
}

function rowsFor(name: string, gold: Chains, found: Chains, bar?: number): SuiteRow[] {
  const scores = [mucCounts, bCubedCounts, ceafCounts].map((measure) => scoreOf([measure(gold, found)]).f1)
  const percent = (value: number) => Math.round(1000 * value) / 10
  return [
    {
      name: `${name}: CoNLL F1`,
      value: percent(scores.reduce((a, b) => a + b, 0) / 3),
      ...(bar === undefined ? {} : { bar }),
    },
    { name: `${name}: MUC F1`, value: percent(scores[0]!) },
    { name: `${name}: B³ F1`, value: percent(scores[1]!) },
    { name: `${name}: CEAFe F1`, value: percent(scores[2]!) },
  ]
}
