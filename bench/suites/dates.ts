import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { annotate, loadGrammar } from '../../src/language/annotate.js'
import { findTimes } from '../../src/language/dates/dates.js'
import { findSentences, sentenceModelFromBytes } from '../../src/language/text/text.js'
import { readModel } from '../../training/sources.js'
import { f1, type SuiteOptions, type SuiteResult, type SuiteRow } from '../result.js'
import { addTimexes, noTimexes, pairTimexes, scoreTimexes, type Timex, type TimexCounts } from '../scorers/timex.js'

interface Row {
  readonly id: string
  readonly dct: string
  readonly text: string
  readonly timexes: readonly Timex[]
}

interface Corpus {
  readonly name: string
  readonly files: { readonly dev: string | null; readonly test: string | null }
  readonly bars: { readonly strict?: number; readonly relaxed?: number; readonly value?: number }
}

const corpora: readonly Corpus[] = [
  {
    name: 'news',
    files: { dev: 'timebank-train.jsonl', test: 'tempeval3-platinum-test.jsonl' },
    bars: { strict: 80, relaxed: 90, value: 80 },
  },
  { name: 'aquaint', files: { dev: 'aquaint-train.jsonl', test: null }, bars: {} },
  { name: 'wikiwars', files: { dev: 'wikiwars-train.jsonl', test: 'wikiwars-test.jsonl' }, bars: { value: 75 } },
  { name: 'tweets', files: { dev: 'tweets-train.jsonl', test: null }, bars: {} },
]

/** Time expressions against TIMEX3 annotation: strict, relaxed and value F1 of TempEval-3. `--misses` prints what differs. */
export async function run({ data, split, flags }: SuiteOptions): Promise<SuiteResult> {
  const grammar = loadGrammar(readModel)
  const boundaries = sentenceModelFromBytes(readModel('sentences.bin'))
  const rows: SuiteRow[] = []
  const only = flags.includes('--only') ? flags[flags.indexOf('--only') + 1] : undefined
  for (const { name, files, bars } of corpora) {
    const file = files[split]
    if (file === null || (only !== undefined && only !== name)) continue
    const path = join(data, 'temporal', file)
    if (!existsSync(path)) {
      console.error(`dates: ${path} is not there, so its rows are left out`)
      continue
    }
    const documents = readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Row)
    let counts: TimexCounts = noTimexes
    for (const document of documents) {
      const sentences = annotate(findSentences(document.text, [], boundaries), grammar)
      const { times } = findTimes(document.text, sentences, document.dct, { joinRanges: false })
      counts = addTimexes(counts, scoreTimexes(document.timexes, times))
      if (flags.includes('--misses')) printMisses(document, times)
    }
    for (const figure of ['strict', 'relaxed', 'value'] as const) {
      const { precision, recall, f1: f } = f1(counts[figure], counts.found, counts.gold)
      const bar = bars[figure]
      rows.push({
        name: `${name} ${figure} F1 (P ${precision} R ${recall})`,
        value: f,
        ...(bar !== undefined && { bar }),
      })
    }
  }
  return { suite: 'dates', split, rows }
}

/** Lines like: value | this quarter | 1989-Q3 | got: this quarter | 1989-Q4 | rule | … sentence … */
function printMisses(document: Row, times: readonly (Timex & { readonly rule: string })[]): void {
  const words = (timex: Timex | null) =>
    timex ? document.text.slice(timex.start, timex.end).replace(/\s+/g, ' ') : '–'
  for (const { gold, found } of pairTimexes(document.timexes, times)) {
    const sort = !found
      ? 'missed'
      : !gold
        ? 'extra'
        : gold.start !== found.start || gold.end !== found.end
          ? gold.value === found.value
            ? 'span'
            : 'both'
          : gold.value === found.value
            ? null
            : 'value'
    if (!sort) continue
    const at = (gold ?? found) as Timex
    const around = document.text.slice(Math.max(0, at.start - 60), at.end + 50).replace(/\s+/g, ' ')
    const rule = times.find((time) => time.start === found?.start)?.rule ?? ''
    console.log(
      [
        sort,
        words(gold),
        gold?.value ?? '',
        'got',
        words(found),
        found?.value ?? '',
        rule,
        document.id,
        document.dct,
        around,
      ].join(' | '),
    )
  }
}
