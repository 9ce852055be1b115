import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { readGold } from '../bench/gold.js'
import { loadModels, type Models } from '../src/analyse.js'
import { readReports } from '../src/intake/intake.js'
import { readLanguage } from '../src/language/language.js'
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

/** A story of training/stories/ as it was written: its texts by report id, and what several of them assert alike. */
export interface WrittenStory {
  readonly name: string
  readonly files: readonly { readonly id: string; readonly path: string }[]
  readonly claims: readonly { readonly id: string; readonly gist: string; readonly spans: readonly Span[] }[]
}

/** The stories of training/stories/, by name. Throws an Error where words of a claim do not stand in their report, or stand there twice. */
export function writtenStories(): WrittenStory[] {
  const base = join(root, 'training/stories')
  return readdirSync(base, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => writtenStory(name, join(base, name)))
}

/** The stories that were invented for this project, read: the lighthouse of examples/, and those of training/stories/. */
export function inventedStories(): AnnotatedStory[] {
  const models = loadModels(readModel)
  return [
    lighthouse(models),
    ...writtenStories().map(({ name, files, claims }) => ({
      name,
      reports: readAll(files, models),
      claims,
      isExhaustive: true,
    })),
  ]
}

function writtenStory(name: string, folder: string): WrittenStory {
  const files = readdirSync(folder)
    .filter((file) => /^r\d\.txt$/.test(file))
    .sort()
    .map((file) => ({ id: file.slice(0, 2), path: join(folder, file) }))
  const texts = new Map(files.map(({ id, path }) => [id, readFileSync(path, 'utf8')] as const))
  const claims = JSON.parse(readFileSync(join(folder, 'claims.json'), 'utf8')) as WrittenClaim[]
  return {
    name,
    files,
    claims: claims.map(({ gist, says }, c) => ({
      id: `g${c + 1}`,
      gist,
      spans: says.map(([report, words, after]) => spanOf(name, report, words, after, texts)),
    })),
  }
}

function spanOf(
  story: string,
  report: string,
  words: string,
  after: string | undefined,
  texts: ReadonlyMap<string, string>,
): Span {
  const text = texts.get(report) ?? ''
  const from = after === undefined ? 0 : text.indexOf(after)
  const start = from < 0 ? -1 : text.indexOf(words, from)
  const where = `training/stories/${story}, ${report}: ${JSON.stringify(words)}`
  if (start < 0) throw new Error(`${where} is not in the report`)
  if (after === undefined && text.includes(words, start + 1))
    throw new Error(`${where} stands there more than once: add some earlier words from which to search`)
  return { report, start, end: start + words.length }
}

function lighthouse(models: Models): AnnotatedStory {
  const folder = join(root, 'test/stories/lighthouse')
  const listed = JSON.parse(readFileSync(join(folder, 'reports.json'), 'utf8')) as { id: string; file: string }[]
  const files = listed.map(({ id, file }) => ({ id, path: join(root, 'examples/lighthouse', file) }))
  const reports = readAll(files, models)
  const texts = new Map(reports.map(({ reading: { report } }) => [report.id, report.text] as const))
  return { name: 'lighthouse', reports, claims: readGold(folder, texts).claims, isExhaustive: false }
}

function readAll(files: readonly { readonly id: string; readonly path: string }[], models: Models): ReadReport[] {
  return readReports(
    files.map(({ id, path }) => ({ id, source: basename(path), bytes: readFileSync(path) })),
  ).reports.map((report) => {
    const reading = readLanguage(report, models.language)
    return { reading, found: findStatements(reading, models) }
  })
}
