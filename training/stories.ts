import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readGold } from '../bench/gold.js'
import { readReports } from '../src/intake/intake.js'
import { type LanguageModels, loadLanguage, readLanguage } from '../src/language/language.js'
import type { ReadReport } from '../src/model/alignment.js'
import type { Span } from '../src/model/span.js'
import { findStatements } from '../src/statements/statements.js'
import { readModel, root } from './sources.js'

/** A story whose claims are annotated: what two reports assert alike is one claim, and its words are marked in each. */
export interface AnnotatedStory {
  readonly name: string
  readonly reports: readonly ReadReport[]
  readonly claims: readonly { readonly id: string; readonly spans: readonly Span[] }[]
  /** Whether what is not marked is told by one report only; else nothing is known of it. */
  readonly isExhaustive: boolean
}

/** One claim of `claims.json`: report, exact words, and where these stand more than once, earlier words from which to search. */
interface WrittenClaim {
  readonly gist: string
  readonly says: readonly (readonly [string, string, string?])[]
}

/** The stories that were invented for this project: those of training/stories/, and the lighthouse of examples/. */
export function inventedStories(): AnnotatedStory[] {
  const models = loadLanguage(readModel)
  const base = join(root, 'training/stories')
  const written = readdirSync(base, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => writtenStory(name, join(base, name), models))
  return [lighthouse(models), ...written.sort((a, b) => (a.name < b.name ? -1 : 1))]
}

function writtenStory(name: string, folder: string, models: LanguageModels): AnnotatedStory {
  const files = readdirSync(folder).filter((file) => /^r\d\.txt$/.test(file))
  const listed = files.sort().map((file) => ({ id: file.slice(0, 2), file }))
  const reports = readAll(folder, listed, models)
  const texts = new Map(reports.map(({ reading: { report } }) => [report.id, report.text] as const))
  const claims = JSON.parse(readFileSync(join(folder, 'claims.json'), 'utf8')) as WrittenClaim[]
  return {
    name,
    reports,
    claims: claims.map(({ says }, c) => ({
      id: `g${c + 1}`,
      spans: says.map(([report, words, after]) => spanOf(report, words, after, texts)),
    })),
    isExhaustive: true,
  }
}

/** Where words stand in a report. Throws where they do not. */
function spanOf(report: string, words: string, after: string | undefined, texts: ReadonlyMap<string, string>): Span {
  const text = texts.get(report) ?? ''
  const from = after === undefined ? 0 : text.indexOf(after)
  const start = from < 0 ? -1 : text.indexOf(words, from)
  if (start < 0) throw new Error(`Report ${report} has no words ${JSON.stringify(words)}`)
  return { report, start, end: start + words.length }
}

function lighthouse(models: LanguageModels): AnnotatedStory {
  const folder = join(root, 'test/stories/lighthouse')
  const listed = JSON.parse(readFileSync(join(folder, 'reports.json'), 'utf8')) as { id: string; file: string }[]
  const reports = readAll(join(root, 'examples/lighthouse'), listed, models)
  const texts = new Map(reports.map(({ reading: { report } }) => [report.id, report.text] as const))
  return { name: 'lighthouse', reports, claims: readGold(folder, texts).claims, isExhaustive: false }
}

function readAll(
  folder: string,
  listed: readonly { readonly id: string; readonly file: string }[],
  models: LanguageModels,
): ReadReport[] {
  return readReports(
    listed.map(({ id, file }) => ({ id, source: file, bytes: readFileSync(join(folder, file)) })),
  ).reports.map((report) => {
    const reading = readLanguage(report, models)
    return { reading, found: findStatements(reading) }
  })
}
