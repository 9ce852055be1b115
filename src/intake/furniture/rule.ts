import type { FurnitureKind } from '../../model/report.js'
import type { Range } from '../../model/span.js'
import type { Line } from '../lines.js'

/** What is on a page but not of the report, told by the look of one line. */
export interface FurnitureRule {
  readonly name: string
  readonly kind: FurnitureKind
  /** Lines it marks. What is marked stands in ⟦ ⟧; without them it is the whole line. */
  readonly marks: readonly string[]
  /** Lines much like them that belong to the report. */
  readonly leaves: readonly string[]
  /** The part of the line that is furniture, counted from the start of the line; null where there is none. */
  readonly find: (line: Line) => Range | null
}

/** Lines longer than this are paragraphs: only rules for the start of a line look at them. */
export const longestLine = 400

/** A rule's `find` that marks a whole line when one of the patterns fits it. */
export function wholeLine(...patterns: readonly RegExp[]): (line: Line) => Range | null {
  return (line) =>
    line.text.length <= longestLine && patterns.some((pattern) => pattern.test(line.text))
      ? { start: 0, end: line.text.length }
      : null
}

/** Whether the line stands where pages put bylines and dates: among the first twelve lines or the last six. */
export function atTheEdge(line: Line): boolean {
  return line.index < 12 || line.fromEnd < 6
}
