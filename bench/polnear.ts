import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Report } from '../src/model/report.js'
import type { Range } from '../src/model/span.js'

/** One article of PolNeAR; see its README in ../shared/data/polnear. Offsets are [start, end) in UTF-16 code units. */
export interface PolnearRow {
  readonly id: string
  readonly publisher: string
  readonly date: string | null
  readonly text: string
  readonly attributions: readonly PolnearAttribution[]
}

export interface PolnearAttribution {
  readonly source: readonly Offsets[]
  readonly cue: readonly Offsets[]
  readonly content: readonly Offsets[]
}

export type Offsets = readonly [start: number, end: number]

/** The articles of one part of the corpus. */
export function readPolnear(data: string, part: 'train' | 'dev' | 'test'): PolnearRow[] {
  return readFileSync(join(data, 'polnear', `${part}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as PolnearRow)
}

/** The article as a report: its text as it stands, so that offsets stay right. */
export function reportOf(row: PolnearRow): Report {
  return {
    id: row.id,
    source: row.id,
    text: row.text,
    sha256: '',
    title: null,
    outlet: row.publisher,
    byline: null,
    published: row.date?.slice(0, 10) ?? null,
    publishedBecause: 'given',
    furniture: [],
  }
}

/** The annotated stretches of one role, spaces at their edges left out. */
export function spansOf(row: PolnearRow, role: 'source' | 'cue' | 'content'): Range[] {
  return row.attributions.flatMap((attribution) => attribution[role].map((offsets) => trimmed(row.text, offsets)))
}

/** A stretch without the spaces at its edges. */
export function trimmed(text: string, [start, end]: Offsets): Range {
  const words = text.slice(start, end)
  return { start: start + words.length - words.trimStart().length, end: end - (words.length - words.trimEnd().length) }
}
