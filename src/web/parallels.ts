import type { Statement } from '../model/findings.js'
import type { Range } from '../model/span.js'
import { contextOf, type Story } from '../presentation/story.js'

/** What another report says on the same thing: its sentence, and why it is set beside the chosen one. */
export interface Parallel {
  readonly statement: Statement
  /** The whole sentence around it. */
  readonly range: Range
  readonly how: 'same claim' | 'other side'
}

/** The passages of the other reports that carry the same claim, or stand on the other side of a conflict; one a sentence. */
export function parallelsOf(statement: Statement, story: Story): Parallel[] {
  const same = story.claimOf.get(statement.id)?.statements ?? []
  const against = story.findings.conflicts
    .filter((conflict) => conflict.sides.some((side) => side.statements.includes(statement.id)))
    .flatMap((conflict) => conflict.sides.flatMap((side) => side.statements))
  const seen = new Set<string>([key(statement, story)])
  return [
    ...same.map((id) => [id, 'same claim'] as const),
    ...against.map((id) => [id, 'other side'] as const),
  ].flatMap(([id, how]) => {
    const other = story.statements.get(id)
    if (other === undefined || other.report === statement.report || seen.has(key(other, story))) return []
    seen.add(key(other, story))
    return [{ statement: other, range: contextOf(other, story), how }]
  })
}

/** A run of words, and whether the other passage has it too. */
export interface Run {
  readonly text: string
  readonly shared: boolean
}

/**
 * Two passages word for word: the longest common subsequence of their words, where only runs of at least three words in
 * one go count as shared. Passages are sentences; what is longer than 400 words is cut.
 */
export function alignWords(left: string, right: string): { readonly left: Run[]; readonly right: Run[] } {
  const a = wordsOf(left)
  const b = wordsOf(right)
  const width = b.length + 1
  const table = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      table[i * width + j] =
        a[i]!.key === b[j]!.key
          ? table[(i + 1) * width + j + 1]! + 1
          : Math.max(table[(i + 1) * width + j]!, table[i * width + j + 1]!)
  const inA = new Array<boolean>(a.length).fill(false)
  const inB = new Array<boolean>(b.length).fill(false)
  let [i, j] = [0, 0]
  while (i < a.length && j < b.length) {
    if (a[i]!.key === b[j]!.key) {
      let run = 0
      while (a[i + run] !== undefined && a[i + run]!.key === b[j + run]?.key) run++
      for (let k = 0; k < run && run >= 3; k++) inA[i + k] = inB[j + k] = true
      i += run
      j += run
    } else if (table[(i + 1) * width + j]! >= table[i * width + j + 1]!) i++
    else j++
  }
  return { left: runsOf(left, a, inA), right: runsOf(right, b, inB) }
}

interface Word extends Range {
  readonly key: string
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)]
    .slice(0, 400)
    .map((found) => ({ key: found[0].toLowerCase(), start: found.index, end: found.index + found[0].length }))
}

// A run reaches from its first word to its last, with what stands between them.
function runsOf(text: string, words: readonly Word[], shared: readonly boolean[]): Run[] {
  const runs: Run[] = []
  let at = 0
  for (let i = 0; i < words.length; i++) {
    if (!shared[i]) continue
    let last = i
    while (shared[last + 1]) last++
    if (words[i]!.start > at) runs.push({ text: text.slice(at, words[i]!.start), shared: false })
    runs.push({ text: text.slice(words[i]!.start, words[last]!.end), shared: true })
    at = words[last]!.end
    i = last
  }
  if (at < text.length) runs.push({ text: text.slice(at), shared: false })
  return runs
}

function key(statement: Statement, story: Story): string {
  const { start } = contextOf(statement, story)
  return `${statement.report}:${start}`
}
