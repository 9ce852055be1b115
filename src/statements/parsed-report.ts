import { type SayingLexicon, sayingLexicon } from '../knowledge/saying.js'
import type { Character, Mention, Reading } from '../model/reading.js'
import { firstEndingAfter, overlaps, type Range } from '../model/span.js'
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
  /** For each character, whether the report calls it "she", and whether "he". */
  readonly called: readonly Called[]
}

/** The pronouns that a report has for somebody. */
export interface Called {
  readonly she: boolean
  readonly he: boolean
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
    called: reading.characters.map((character) => calledIn(character, reading)),
  }
}

function calledIn({ mentions }: Character, { mentions: all, report }: Reading): Called {
  const forms = mentions.flatMap((m) => {
    const mention = all[m]
    return mention?.kind === 'pronoun' ? [report.text.slice(mention.start, mention.end).toLowerCase()] : []
  })
  return {
    she: forms.some((form) => /^(she|her|hers)$/.test(form)),
    he: forms.some((form) => /^(he|him|his)$/.test(form)),
  }
}

function bySentence<T extends { readonly sentence: number }>(reading: Reading, things: readonly T[]): T[][] {
  const lists: T[][] = reading.sentences.map(() => [])
  for (const thing of things) lists[thing.sentence]?.push(thing)
  return lists
}

/** The quotations that share words with a sentence or another stretch of text. */
export function quotationsAt(range: Range, { quotations }: ParsedReport): Quotation[] {
  const found: Quotation[] = []
  for (let i = firstEndingAfter(quotations, range.start); i < quotations.length; i++) {
    const quotation = quotations[i]!
    if (quotation.start >= range.end) break
    if (overlaps(quotation, range)) found.push(quotation)
  }
  return found
}

/** Whether a character position lies between quotation marks. */
export function isQuoted(position: number, { quotations }: ParsedReport): boolean {
  const quotation = quotations[firstEndingAfter(quotations, position)]
  return quotation !== undefined && quotation.start <= position
}
