import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type LanguageModels, loadLanguage, readLanguage } from '../src/language/language.js'
import type { Reading } from '../src/model/reading.js'
import type { Report } from '../src/model/report.js'
import type { ReportStatements } from '../src/model/statements.js'
import { findStatements } from '../src/statements/statements.js'
import { cached, readModel, root } from '../training/sources.js'

/** A pair of sentences of the Microsoft paraphrase corpus. */
export interface ParaphraseRow {
  readonly id1: string
  readonly id2: string
  readonly s1: string
  readonly s2: string
  readonly paraphrase: 0 | 1
}

/** A document of ECB+ with its mentions of events, people, times and places. */
export interface EventRow {
  readonly id: string
  readonly topic: number
  readonly subtopic: string
  readonly split: 'train' | 'dev' | 'test'
  readonly date: string | null
  readonly text: string
  readonly sentences: readonly { readonly start: number; readonly end: number; readonly sel: boolean }[]
  readonly mentions: readonly {
    readonly id: string
    readonly type: string
    readonly start: number
    readonly end: number
    readonly text: string
    readonly s: number
    readonly chain: string | null
  }[]
}

/** One text, read. */
export interface ReadText {
  readonly reading: Reading
  readonly found: ReportStatements
}

/** The rows of a JSON Lines file. */
export function readRows<T>(path: string): T[] {
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T)
}

/** Reads texts through the language and statements stages; kept in .cache/ until a model of the language stage changes. */
export function readTexts(
  name: string,
  texts: readonly { readonly id: string; readonly text: string; readonly published?: string | null }[],
): ReadText[] {
  const key = JSON.stringify([
    texts.map(({ id }) => id),
    ['parse', 'parse-guide', 'names', 'coreference', 'tags-final', 'tags-draft', 'lemmas', 'sentences'].map(
      (model) => statSync(join(root, 'models', `${model}.bin`)).size,
    ),
  ])
  return cached(`claims-${name}`, key, () => {
    const models = loadLanguage(readModel)
    return texts.map((text) => readOne(text, models))
  })
}

function readOne(
  { id, text, published = null }: { readonly id: string; readonly text: string; readonly published?: string | null },
  models: LanguageModels,
): ReadText {
  const report: Report = {
    id,
    source: id,
    text,
    sha256: '',
    title: null,
    outlet: null,
    byline: null,
    published,
    publishedBecause: published === null ? null : 'given',
    furniture: [],
  }
  const reading = readLanguage(report, models)
  return { reading, found: findStatements(reading) }
}
