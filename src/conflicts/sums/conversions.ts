import { measureOf } from '../../knowledge/measures.js'
import type { Reading } from '../../model/reading.js'
import type { NumberPhrase } from '../../model/when.js'
import { groupBy } from '../lists.js'
import { answerAt, conflictOf, type FoundConflict } from '../sides.js'
import { type View, wordsAt } from '../view.js'

/** How far a conversion may be rounded. */
const slack = 0.15

/**
 * "12 kilometres, or 9 miles," – "12 kilometres, or about seven and a half miles,"
 *
 * A measure turned into another unit wrongly; the other side is the right sum, where some report has it, or the first measure itself.
 */
export function wrongConversions(view: View): FoundConflict[] {
  const converted = view.readings.flatMap((reading) =>
    pairsIn(reading).map((pair): Converted => ({ reading, ...pair })),
  )
  const said = ({ reading, from, to }: Converted) => `${wordsAt(reading, from)}, ${wordsAt(reading, to)}`
  return [...groupBy(converted, (c) => `${plainValue(c.from.value)} ${c.from.unit}`).values()].flatMap((list) => {
    const wrong = list.filter((c) => c.off)
    const right = list.filter((c) => !c.off)
    const first = wrong[0]
    if (!first) return []
    const answers = wrong.map((c) => answerAt(view, c.reading, c.to, 'wrong', said(c)))
    const others =
      right.length > 0
        ? right.map((c) => answerAt(view, c.reading, c.to, 'right', said(c)))
        : wrong.slice(0, 1).map((c) => ({
            value: 'right',
            label: wordsAt(c.reading, c.from),
            statements: [],
            evidence: { report: c.reading.report.id, start: c.from.start, end: c.from.end },
          }))
    return conflictOf(
      'number',
      'error',
      'wrong-conversion',
      [...answers, ...others],
      () => `${wordsAt(first.reading, first.from)} do not make ${wordsAt(first.reading, first.to)}.`,
    )
  })
}

interface Converted {
  readonly reading: Reading
  readonly from: NumberPhrase
  readonly to: NumberPhrase
  readonly off: boolean
}

function pairsIn({ numbers, report }: Reading): { from: NumberPhrase; to: NumberPhrase; off: boolean }[] {
  return numbers.flatMap((from, i) => {
    const to = numbers[i + 1]
    if (!to || to.sentence !== from.sentence) return []
    const [a, b] = [measureOf(from.unit), measureOf(to.unit)]
    const between = report.text.slice(from.end, to.start)
    if (
      !a ||
      !b ||
      a.dimension !== b.dimension ||
      from.unit === to.unit ||
      // "5 foot, 11 inches" is one measure.
      (between === ', ' && from.unit === 'foot') ||
      !/^(?:,? or (?:about |around |roughly |nearly )?| ?\(|, )$/.test(between)
    )
      return []
    const [x, y] = [plainValue(from.value), plainValue(to.value)]
    if (x === null || y === null || x === 0) return []
    return [{ from, to, off: Math.abs((y * b.size) / (x * a.size) - 1) > slack }]
  })
}

/** The number of a plain or approximate value: "12", "~12"; null for a range. */
export function plainValue(value: string): number | null {
  return /^~?\d+(?:\.\d+)?$/.test(value) ? Number(value.replace('~', '')) : null
}
