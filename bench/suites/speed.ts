import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { loadModels } from '../../src/analyse.js'
import { readReports } from '../../src/intake/intake.js'
import { annotate } from '../../src/language/annotate.js'
import { resolveCharacters } from '../../src/language/coreference/coreference.js'
import { findTimes } from '../../src/language/dates/dates.js'
import { loadLanguage, readLanguage } from '../../src/language/language.js'
import { findNames } from '../../src/language/names/names.js'
import { findNumbers } from '../../src/language/numbers/numbers.js'
import { findSentences } from '../../src/language/text/text.js'
import { findStatements } from '../../src/statements/statements.js'
import { readModel, root } from '../../training/sources.js'
import type { SuiteOptions, SuiteResult, SuiteRow } from '../result.js'

/**
 * How fast the language and statements stages are on real reports, one thread, warm: the best of five rounds over a hundred reports,
 * since other work on the machine can only slow a round down. Each layer's share is given too, from one more round.
 */
export async function run({ data, split }: SuiteOptions): Promise<SuiteResult> {
  const files = readdirSync(join(root, 'models')).filter((name) => name.endsWith('.bin'))
  const bytes = new Map(files.map((name) => [name, new Uint8Array(readFileSync(join(root, 'models', name)))]))
  const used = new Set<string>()
  const stored = (name: string) => {
    used.add(name)
    return bytes.get(name)!
  }
  const loads = [0, 1, 2].map(() => timed(() => loadLanguage(stored)).ms)
  const megabytesOf = (names: readonly string[]) =>
    Math.round(names.reduce((n, name) => n + bytes.get(name)!.length, 0) / 1e5) / 10
  const languageFiles = [...used]
  const allLoads = [0, 1].map(() => timed(() => loadModels(stored)).ms)
  const { language: models, tagger } = loadModels(readModel)

  const lines = readFileSync(join(data, 'story-groups/basil-dev.jsonl'), 'utf8').trim().split('\n').slice(0, 100)
  const rows = lines.map((line) => JSON.parse(line) as { text: string; date: string })
  const { reports } = readReports(
    rows.map(({ text, date }, i) => ({
      id: `r${i}`,
      source: `${i}.txt`,
      bytes: new TextEncoder().encode(text),
      published: date.slice(0, 10),
    })),
  )

  let tokens = 0
  const language: number[] = []
  const both: number[] = []
  const stating: number[] = []
  for (let round = 0; round < 5; round++) {
    const read = timed(() => reports.map((report) => readLanguage(report, models)))
    const statements = timed(() => read.result.map((reading) => findStatements(reading, { tagger })))
    tokens = read.result.reduce((n, r) => n + r.sentences.reduce((m, s) => m + s.tokens.length, 0), 0)
    language.push(read.ms)
    both.push(read.ms + statements.ms)
    stating.push(statements.ms)
  }

  const share: Record<string, number> = { text: 0, grammar: 0, names: 0, coreference: 0, dates: 0, numbers: 0 }
  const layer = <T>(name: string, work: () => T): T => {
    const { ms, result } = timed(work)
    share[name]! += ms
    return result
  }
  for (const report of reports) {
    const raw = layer('text', () => findSentences(report.text, report.furniture, models.sentences))
    const sentences = layer('grammar', () => annotate(raw, models.grammar))
    const names = layer('names', () => findNames(sentences, models.names))
    layer('coreference', () => resolveCharacters(report.text, sentences, names, models.coreference))
    const { times } = layer('dates', () => findTimes(report.text, sentences, report.published))
    layer('numbers', () => findNumbers(report.text, sentences, times))
  }

  const perSecond = (ms: number) => Math.round((1000 * tokens) / ms)
  const result: SuiteRow[] = [
    { name: 'language stage, tokens/s', value: perSecond(Math.min(...language)), bar: 20_000 },
    { name: 'statements stage, tokens/s', value: perSecond(Math.min(...stating)), bar: 150_000 },
    { name: 'language and statements, tokens/s', value: perSecond(Math.min(...both)), bar: 12_000 },
    { name: 'language models loaded from bytes, s', value: Math.round(Math.min(...loads)) / 1000, atMost: 0.4 },
    { name: 'all models loaded from bytes, s', value: Math.round(Math.min(...allLoads)) / 1000 },
    { name: 'memory after all this (RSS), MB', value: Math.round(process.memoryUsage().rss / 1e6), atMost: 400 },
    { name: 'language models on disk, MB', value: megabytesOf(languageFiles), atMost: 12 },
    { name: 'all models on disk, MB', value: megabytesOf(files) },
    ...Object.entries(share).map(([name, ms]) => ({ name: `${name}, tokens/s`, value: perSecond(ms) })),
  ]
  return { suite: 'speed', split, rows: result }
}

function timed<T>(work: () => T): { readonly ms: number; readonly result: T } {
  const begun = performance.now()
  const result = work()
  return { ms: performance.now() - begun, result }
}
