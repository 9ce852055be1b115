import type { Statement } from '../model/findings.js'
import type { Reading } from '../model/reading.js'
import { firstFrom, type Word, wordsOf } from './copying/words.js'

/** The words of a statement. */
export interface Spoken {
  readonly words: readonly string[]
  /** Those of them between quotation marks. */
  readonly quoted: readonly string[]
  /** Lemmas of those that carry content. */
  readonly content: ReadonlySet<string>
}

/** So many words in a row are nobody else's; between quotation marks fewer will do, and a whole quotation may be shorter still. */
const runLength = 7
const quotedRun = 6
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
    const runs = [...runsOf(words, runLength), ...runsOf(quoted, quotedRun).map((run) => `"${run}`)]
    if (words.length >= wholeQuotation && words.length < quotedRun && quoted.length === words.length)
      runs.push(`"${quoted.join(' ')}"`)
    for (const run of runs) {
      const earlier = first.get(run)
      if (earlier === undefined) first.set(run, at)
      else if (earlier !== at) pairs.push([earlier, at])
    }
  })
  return pairs
}

function runsOf(words: readonly string[], length: number): string[] {
  return words.slice(0, Math.max(0, words.length - length + 1)).map((_, i) => words.slice(i, i + length).join(' '))
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
    return {
      words: inside.map((w) => w.form),
      quoted: inside.filter((w) => w.quoted).map((w) => w.form),
      content: new Set(inside.flatMap((w) => w.content ?? [])),
    }
  }
}
