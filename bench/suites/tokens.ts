import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findSentences, sentenceModelFromBytes } from '../../src/language/text/text.js'
import { readModel } from '../../training/sources.js'
import { readConllu } from '../conllu.js'
import { f1, type SuiteOptions, type SuiteResult, type SuiteRow } from '../result.js'
import { foundCut, goldCut, scoreCuts } from '../scorers/tokens.js'

const treebanks = {
  dev: [
    { name: 'GUM', file: 'gum/dev.conllu', words: 99, sentences: 92 },
    { name: 'EWT', file: 'ud/ewt-dev.conllu' },
  ],
  test: [
    { name: 'GUM', file: 'gum/test.conllu', words: 99, sentences: 92 },
    { name: 'EWT', file: 'ud/ewt-test.conllu' },
    { name: 'PUD', file: 'ud/pud-test.conllu' },
  ],
} as const

/** Words and sentences from raw text, by the definitions of the CoNLL-2018 shared task. */
export async function run(options: SuiteOptions): Promise<SuiteResult> {
  const model = sentenceModelFromBytes(readModel('sentences.bin'))
  const rows: SuiteRow[] = []
  for (const treebank of treebanks[options.split]) {
    const { text, cut } = goldCut(readConllu(readFileSync(join(options.data, treebank.file), 'utf8')))
    const { words, sentences } = scoreCuts(cut, foundCut(text, findSentences(text, [], model)))
    const bars = 'words' in treebank ? { words: treebank.words, sentences: treebank.sentences } : undefined
    rows.push(row(`${treebank.name} words F1`, f1(words.right, words.found, words.wanted).f1, bars?.words))
    rows.push(
      row(`${treebank.name} sentences F1`, f1(sentences.right, sentences.found, sentences.wanted).f1, bars?.sentences),
    )
  }
  return { suite: 'tokens', split: options.split, rows }
}

function row(name: string, value: number, bar: number | undefined): SuiteRow {
  return bar === undefined ? { name, value } : { name, value, bar }
}
