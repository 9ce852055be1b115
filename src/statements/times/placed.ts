import { overlaps, type Range } from '../../model/span.js'
import type { PlainStatement, VoicedAttribution } from '../../model/statements.js'
import type { TimePhrase, When } from '../../model/when.js'
import type { ParsedReport } from '../parsed-report.js'
import { childrenBy, isVerb, type Tree } from '../trees.js'

/** A statement with its predicate's place in the tree of its sentence. */
export interface PlacedStatement {
  readonly statement: PlainStatement
  readonly tree: Tree
  readonly predicate: number
}

/** What a rule may look at: the statements in text order, with the dates found so far. */
export interface Telling {
  readonly parsed: ParsedReport
  readonly attributions: readonly VoicedAttribution[]
  readonly placed: readonly PlacedStatement[]
  /** Index into `placed` of the statement of a predicate. */
  readonly at: (tree: Tree, predicate: number) => number | undefined
  /** The date that a statement has by now. */
  readonly when: (index: number) => When | null
}

/** A date lent by other words than the statement's own; nothing of it counts as known from them. */
export function lent(edtf: string, words: Range): When {
  return { edtf, known: [], start: words.start, end: words.end }
}

/** The dates and times of a sentence that are resolved. */
export function datesOf(tree: Tree, parsed: ParsedReport): TimePhrase[] {
  return parsed.reading.times.filter(
    (time) =>
      time.sentence === tree.sentence.index && time.edtf !== null && (time.kind === 'date' || time.kind === 'time'),
  )
}

/** "lit it", "had burnt on", "was lighting it": a verb that tells of the past, itself or by its auxiliary. */
export function isPast(tree: Tree, predicate: number): boolean {
  const verb = tree.tokens[predicate]!
  if (!isVerb(verb)) return false
  return (
    verb.xpos === 'VBD' || childrenBy(tree, predicate, 'aux', 'cop').some((aux) => tree.tokens[aux]!.xpos === 'VBD')
  )
}

/** The tokens that a range covers. */
export function tokensOf(tree: Tree, range: Range): number[] {
  return tree.tokens.flatMap((token, i) => (overlaps(token, range) ? [i] : []))
}

/** The index of the narrowest attribution in whose content a range begins; −1 where the report speaks itself. */
export function voiceAt({ start }: Range, attributions: readonly VoicedAttribution[]): number {
  let best = -1
  let bestSize = Infinity
  attributions.forEach(({ content }, i) => {
    if (!content.some((range) => range.start <= start && start < range.end)) return
    const size = content.reduce((sum, range) => sum + range.end - range.start, 0)
    if (size < bestSize) {
      best = i
      bestSize = size
    }
  })
  return best
}
