import type { Statement } from '../model/findings.js'
import type { Reading } from '../model/reading.js'
import { firstFrom, type Word, wordsOf } from './copying/words.js'

/** A statement's words, and whether it stands between quotation marks. */
export interface Spoken {
  readonly words: readonly string[]
  readonly quoted: boolean
}

/** So many words in a row are nobody else's; a whole quotation may be shorter. */
const runLength = 7
const wholeQuotation = 4

/**
 * "The sea will have its due" from the mayor in one report, from the harbour master in the other.
 *
 * Two people do not say the same thing in the same words: one of the reports gives them to the wrong one, or the one quotes the other.
 * Gives the pairs of places in the list that share a run of words, each linked to the first that has it.
 */
export function saidInSameWords(all: readonly Spoken[]): [number, number][] {
  const first = new Map<string, number>()
  const pairs: [number, number][] = []
  all.forEach(({ words, quoted }, at) => {
    const runs = words.slice(0, Math.max(0, words.length - runLength + 1)).map((_, i) => words.slice(i, i + runLength))
    if (quoted && words.length >= wholeQuotation && words.length < runLength) runs.push(['"', ...words])
    for (const run of runs) {
      const key = run.join(' ')
      const earlier = first.get(key)
      if (earlier === undefined) first.set(key, at)
      else if (earlier !== at) pairs.push([earlier, at])
    }
  })
  return pairs
}

/** The words of every statement, looked up by halving; a report's words are listed when its first statement is asked for. */
export function spokenIn(readings: readonly Reading[]): (statement: Statement) => Spoken {
  const byReport = new Map(readings.map((r) => [r.report.id, r]))
  const listed = new Map<string, readonly Word[]>()
  return ({ report, start, end }) => {
    const words = listed.get(report) ?? wordsOf(byReport.get(report)!)
    listed.set(report, words)
    const inside: Word[] = []
    for (let i = firstFrom(words, start); i < words.length && words[i]!.start < end; i++) inside.push(words[i]!)
    return { words: inside.map((w) => w.form), quoted: inside.length > 0 && inside.every((w) => w.quoted) }
  }
}
