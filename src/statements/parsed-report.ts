import { type SayingLexicon, sayingLexicon } from '../knowledge/saying.js'
import type { Mention, Reading } from '../model/reading.js'
import { overlaps, type Range } from '../model/span.js'
import type { NumberPhrase, TimePhrase } from '../model/when.js'
import { findQuotations, type Quotation } from './quotations.js'
import { type Tree, treeOf } from './trees.js'

/** A reading made ready for the rules: trees, quotations, and mentions by sentence. */
export interface ParsedReport {
  readonly reading: Reading
  readonly trees: readonly Tree[]
  readonly quotations: readonly Quotation[]
  /** The mentions of each sentence. */
  readonly mentions: readonly (readonly Mention[])[]
  /** The dates, times and durations of each sentence. */
  readonly times: readonly (readonly TimePhrase[])[]
  /** The numbers of each sentence. */
  readonly numbers: readonly (readonly NumberPhrase[])[]
  readonly saying: SayingLexicon
}

/** Prepares a reading; nothing is decided here. */
export function parsedReport(reading: Reading): ParsedReport {
  return {
    reading,
    trees: reading.sentences.map(treeOf),
    quotations: findQuotations(
      reading.report.text,
      reading.sentences.filter(({ kind }) => kind !== 'furniture'),
    ),
    mentions: bySentence(reading, reading.mentions),
    times: bySentence(reading, reading.times),
    numbers: bySentence(reading, reading.numbers),
    saying: sayingLexicon(),
  }
}

function bySentence<T extends { readonly sentence: number }>(reading: Reading, things: readonly T[]): T[][] {
  const lists: T[][] = reading.sentences.map(() => [])
  for (const thing of things) lists[thing.sentence]?.push(thing)
  return lists
}

/** The quotations that share words with a sentence or another stretch of text. */
export function quotationsAt(range: Range, parsed: ParsedReport): Quotation[] {
  return parsed.quotations.filter((quotation) => overlaps(quotation, range))
}

/** Whether a character position lies between quotation marks. */
export function isQuoted(position: number, parsed: ParsedReport): boolean {
  return parsed.quotations.some(({ start, end }) => start <= position && position < end)
}
