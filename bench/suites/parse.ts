import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { analyseForms, loadGrammar } from '../../src/language/annotate.js'
import { readModel } from '../../training/sources.js'
import { readConllu } from '../conllu.js'
import { percent, type SuiteOptions, type SuiteResult, type SuiteRow } from '../result.js'
import { countArcs } from '../scorers/arcs.js'
import { treebankFiles } from './tags.js'

const bars: Readonly<Record<string, number>> = { EWT: 83, GUM: 82.5 }

/** Dependency trees on gold tokens and our own tags: UAS, and LAS with and without subtypes (CoNLL-2018 counts the latter). */
export async function run({ data, split, flags }: SuiteOptions): Promise<SuiteResult> {
  const grammar = loadGrammar(readModel)
  const rows: SuiteRow[] = []
  for (const [name, file] of treebankFiles(data, split)) {
    const total = { words: 0, attached: 0, labelled: 0, universal: 0 }
    const missed = new Map<string, number>()
    for (const { words } of readConllu(readFileSync(join(data, file), 'utf8'))) {
      const tree = analyseForms(
        words.map((w) => w.form),
        grammar,
      )
      const counts = countArcs(words, tree)
      for (const key of ['words', 'attached', 'labelled', 'universal'] as const) total[key] += counts[key]
      words.forEach((w, i) => {
        if (tree.heads[i] === w.head && tree.deprels[i] === w.deprel) return
        const key = tree.heads[i] === w.head ? `${w.deprel} labelled ${tree.deprels[i]}` : `${w.deprel} misattached`
        missed.set(key, (missed.get(key) ?? 0) + 1)
      })
    }
    rows.push({
      name: `${name} LAS`,
      value: percent(total.labelled, total.words),
      ...(bars[name] === undefined ? {} : { bar: bars[name] }),
    })
    rows.push({ name: `${name} LAS without subtypes`, value: percent(total.universal, total.words) })
    rows.push({ name: `${name} UAS`, value: percent(total.attached, total.words) })
    if (flags.includes('--misses')) {
      for (const [key, n] of [...missed].sort((a, b) => b[1] - a[1]).slice(0, 25))
        console.error(`${name} ${key}: ${n} (${percent(n, total.words)} %)`)
    }
  }
  return { suite: 'parse', split, rows }
}
