import type { Statement } from '../model/findings.js'
import type { Reading } from '../model/reading.js'
import { firstFrom } from '../model/span.js'
import { type Word, wordLists } from './copying/words.js'

/** The words of a statement. */
export interface Spoken {
  /** How many there are. */
  readonly length: number
  /** Those of them between quotation marks. */
  readonly quoted: readonly string[]
}

/** So many quoted words in a row are nobody else's; where a statement is one quotation, it may be shorter. */
const runLength = 6
const wholeQuotation = 4

/**
 * "The sea will have its due" from the mayor in one report, from the harbour master in the other.
 *
 * Two people are not quoted with the same words: one of the reports gives them to the wrong one, or the one reads out the other.
 * Gives the pairs of places in the list that share such words, each linked to the first that has them.
 */
export function saidInSameWords(all: readonly Spoken[]): [number, number][] {
  const first = new Map<string, number>()
  const pairs: [number, number][] = []
  all.forEach(({ length, quoted }, at) => {
    const isWhole = quoted.length === length && length >= wholeQuotation && length < runLength
    for (const run of isWhole ? [quoted.join(' ')] : runsOf(quoted)) {
      const earlier = first.get(run)
      if (earlier === undefined) first.set(run, at)
      else if (earlier !== at) pairs.push([earlier, at])
    }
  })
  return pairs
}

function runsOf(words: readonly string[]): string[] {
  const starts = words.slice(0, Math.max(0, words.length - runLength + 1))
  return starts.map((_, i) => words.slice(i, i + runLength).join(' '))
}

/** The words of every statement, looked up by halving. */
export function spokenIn(readings: readonly Reading[], listWords = wordLists()): (statement: Statement) => Spoken {
  const byReport = new Map(readings.map((r) => [r.report.id, r]))
  return ({ report, start, end }) => {
    const words = listWords(byReport.get(report)!)
    const inside: Word[] = []
    for (let i = firstFrom(words, start); i < words.length && words[i]!.start < end; i++) inside.push(words[i]!)
    return {
      length: inside.length,
      quoted: inside.filter((w) => w.quoted).map((w) => w.form),
    }
  }
}
