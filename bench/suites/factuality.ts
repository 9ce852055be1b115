import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { annotate, type Grammar, loadGrammar } from '../../src/language/annotate.js'
import { type Commitment, commitmentAt } from '../../src/statements/factuality/factuality.js'
import { treeOf } from '../../src/statements/trees.js'
import { readModel } from '../../training/sources.js'
import { f1, type SuiteOptions, type SuiteResult, type SuiteRow } from '../result.js'

interface FactualityRow {
  readonly tokens: readonly string[]
  readonly predicates: readonly { readonly i: number; readonly value: number; readonly lemma?: string }[]
}

const classes = ['certain', 'uncertain', 'negated'] as const
type Class = (typeof classes)[number]

/**
 * Event factuality on gold tokens and gold predicates, parsed by our own parser. The annotators' mean (−3 certainly not … 3 certainly)
 * is put to the nearest of 3, 0 and −3: at 1.5 and more an event is certain, at −1.5 and less negated, between them uncertain.
 * `--misses` prints every predicate put into a wrong class.
 */
export async function run({ data, split, flags }: SuiteOptions): Promise<SuiteResult> {
  const grammar = loadGrammar(readModel)
  const rows: SuiteRow[] = []
  for (const [name, file, bar] of [
    ['UW', `factuality/uw-${split}.jsonl`, 60],
    ['MEANTIME', `factuality/meantime-${split}.jsonl`, undefined],
  ] as const) {
    const path = join(data, file)
    if (!existsSync(path)) {
      console.error(`${path} is not there; its rows are left out`)
      continue
    }
    const right = tally()
    const found = tally()
    const wanted = tally()
    for (const line of readFileSync(path, 'utf8').trim().split('\n')) {
      const row: FactualityRow = JSON.parse(line)
      const tree = treeOfTokens(row.tokens, grammar)
      for (const { i, value } of row.predicates) {
        const gold = classOfValue(value)
        const ours = classOf(commitmentAt(tree, i))
        wanted[gold]++
        found[ours]++
        if (gold === ours) right[gold]++
        else if (flags.includes('--misses'))
          console.error(
            `${name} ${gold} taken for ${ours} (${value})\t${row.tokens[i]}\t${row.tokens.slice(Math.max(0, i - 12), i + 4).join(' ')}`,
          )
      }
    }
    const scores = classes.map((c) => f1(right[c], found[c], wanted[c]).f1)
    const macro = Math.round((10 * scores.reduce((a, b) => a + b, 0)) / classes.length) / 10
    rows.push({ name: `${name} macro F1`, value: macro, ...(bar === undefined ? {} : { bar }) })
    classes.forEach((c, k) => {
      rows.push({ name: `${name} ${c} F1 (${wanted[c]} of them)`, value: scores[k]! })
    })
  }
  return { suite: 'factuality', split, rows }
}

function tally(): Record<Class, number> {
  return { certain: 0, uncertain: 0, negated: 0 }
}

function classOfValue(value: number): Class {
  return value >= 1.5 ? 'certain' : value <= -1.5 ? 'negated' : 'uncertain'
}

/** What is expected or planned the annotators hold for nearly certain. */
function classOf({ factuality, negated }: Commitment): Class {
  return factuality === 'unreal' ? 'uncertain' : negated ? 'negated' : 'certain'
}

function treeOfTokens(words: readonly string[], grammar: Grammar) {
  let at = 0
  const tokens = words.map((word) => {
    const form = word === '``' || word === "''" ? '"' : word === '-LRB-' ? '(' : word === '-RRB-' ? ')' : word
    const start = at
    at += form.length + 1
    return { start, end: start + form.length, form }
  })
  const [sentence] = annotate([{ start: 0, end: at, paragraph: 0, kind: 'prose', tokens }], grammar)
  return treeOf(sentence!)
}
