import type { Furniture } from '../../model/report.js'
import { overlaps } from '../../model/span.js'
import { type Line, linesOf } from '../lines.js'
import { adverts } from './adverts.js'
import { boilerplate } from './boilerplate.js'
import { bylines } from './bylines.js'
import { captions } from './captions.js'
import { datelines } from './datelines.js'
import { navigation } from './navigation.js'
import { prompts } from './prompts.js'
import type { FurnitureRule } from './rule.js'

/** Tried in turn, from sure to loose; the first that marks a line is believed. */
export const furnitureRules: readonly FurnitureRule[] = [
  ...adverts,
  ...prompts,
  ...boilerplate,
  ...bylines,
  ...datelines,
  ...captions,
  ...navigation,
]

/**
 * What is on the page but not of the report, as ranges of the text: in order, not overlapping, each within one line.
 * `known` are ranges the page's own markup told; they win over what a rule sees in the same place. `all` are the lines of the text.
 * A sentence of the report that is marked by mistake is lost to the analysis, so a rule that is not sure stays silent.
 */
export function findFurniture(
  text: string,
  known: readonly Furniture[] = [],
  all: readonly Line[] = linesOf(text),
): Furniture[] {
  const lines = all.filter((line) => line.index < mostLines || line.fromEnd < mostLines)
  const marked = lines.map((line) => markLine(line))
  return settle([...known, ...marked.flatMap((found) => found ?? []), ...markCompany(lines, marked)])
}

// No report has as many lines as this; in a longer text only so many at either end are looked at, that it may not take minutes.
const mostLines = 10_000

function markLine(line: Line): Furniture | null {
  for (const rule of furnitureRules) {
    const range = rule.find(line)
    if (range !== null) return { start: line.start + range.start, end: line.start + range.end, kind: rule.kind }
  }
  return null
}

/**
 * Feb 16, 2023 / 3 minute read / harbour news  →  the third line too
 *
 * A line of up to four words without a full stop, in one block with lines most of which are furniture, at the edge of the text.
 */
function markCompany(lines: readonly Line[], marked: readonly (Furniture | null)[]): Furniture[] {
  const found: Furniture[] = []
  for (let first = 0; first < lines.length; ) {
    let end = first + 1
    while (end < lines.length && lines[end]?.blankBefore === false) end++
    const block = lines.slice(first, end)
    const whole = block.filter((line, i) => {
      const furniture = marked[first + i]
      return furniture?.start === line.start && furniture.end === line.end
    })
    const atEdge = end <= 12 || lines.length - first <= 10
    if (atEdge && block.length >= 3 && block.length <= 12 && whole.length * 2 > block.length) {
      for (const line of block) {
        if (whole.includes(line) || line.text.split(/\s+/).length > 4 || /[.!?"”:]$/.test(line.text)) continue
        found.push({ start: line.start, end: line.end, kind: 'navigation' })
      }
    }
    first = end
  }
  return found
}

function settle(proposed: readonly Furniture[]): Furniture[] {
  const kept: Furniture[] = []
  const inOrder = proposed
    .map((furniture, rank) => ({ furniture, rank }))
    .filter(({ furniture }) => furniture.start < furniture.end)
    .sort((a, b) => a.furniture.start - b.furniture.start || a.rank - b.rank)
  for (const { furniture } of inOrder) {
    const last = kept.at(-1)
    if (last === undefined || !overlaps(last, furniture)) kept.push(furniture)
  }
  return kept
}
