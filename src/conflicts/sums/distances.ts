import { measureOf } from '../../knowledge/measures.js'
import type { Reading, Sentence } from '../../model/reading.js'
import type { Range } from '../../model/span.js'
import { groupBy, lyingIn } from '../lists.js'
import { type Answer, answerAt, conflictOf, type FoundConflict, listed } from '../sides.js'
import type { View } from '../view.js'
import { plainValue } from './conversions.js'

/** "half a mile", "a mile": a measure without a number, which is no number phrase. */
const withoutNumber = /\b(half an?|an?) (kilomet(?:er|re)|km|mile|met(?:er|re)|yard|foot)(?= )/gi

/** "east of", "away to the north of", "from", right behind a measure. */
const towards = /^ (?:away )?(?:to the )?(?:(?:north|south|east|west)[a-z]* )?(?:of|from|off) /i

/** How many times as far one distance must be as the other: "about 50 miles" and "60 miles" are round. */
const apart = 1.5

/**
 * "the Lambs, 200 metres east of Wether Rock" – "the Lambs, half a mile from Wether Rock"
 *
 * How far one thing lies from another, in whatever unit.
 */
export function differentDistances(view: View): FoundConflict[] {
  const found = view.readings.flatMap((reading) =>
    reading.sentences.flatMap((sentence) =>
      sentence.kind === 'furniture' ? [] : distancesIn(view, reading, sentence),
    ),
  )
  return [...groupBy(found, (f) => f.key).values()].flatMap((list) => {
    const [least, most] = [Math.min(...list.map((f) => f.metres)), Math.max(...list.map((f) => f.metres))]
    if (most < apart * least || new Set(list.map((f) => f.answer.evidence.report)).size < 2) return []
    return conflictOf(
      'number',
      most < 2 * least ? 'soft' : 'hard',
      'different-distances',
      list.map((f) => f.answer),
      (sides) => `How far it lies differs: ${listed(sides)}.`,
    )
  })
}

interface Distance {
  readonly key: string
  readonly metres: number
  readonly answer: Answer
}

/** "200 metres east of Wether Rock": what lies there is named right before, the place right behind. */
function distancesIn(view: View, reading: Reading, sentence: Sentence): Distance[] {
  const inside = lyingIn(reading.mentions, sentence.start, sentence.end)
  return lengthsIn(reading, sentence).flatMap(({ start, end, metres }) => {
    const direction = towards.exec(reading.report.text.slice(end, end + 50))?.[0]
    if (direction === undefined) return []
    const from = end + direction.length
    // "of the rock", "of Wether Rock"
    const place = inside.find((m) => m.end > from && m.start >= from && m.start <= from + 4)
    const what = inside.findLast((m) => m.end <= start && m.end >= start - 40)
    const [a, b] = [place, what].map((m) => (m ? view.entityOf(reading, m) : null))
    if (!a || !b || a.names.length === 0 || b.names.length === 0 || a === b) return []
    const shown = { start, end: from - 1 }
    return [{ key: `${b.id} ${a.id}`, metres, answer: answerAt(view, reading, shown, `${Math.round(metres)}`) }]
  })
}

interface Length extends Range {
  readonly metres: number
}

/** The lengths of a sentence in text order: "200 metres", "about five miles", "half a mile". */
function lengthsIn({ numbers, report }: Reading, sentence: Sentence): Length[] {
  const counted = lyingIn(numbers, sentence.start, sentence.end).flatMap(({ start, end, value, unit }): Length[] => {
    const measure = measureOf(unit)
    const figure = plainValue(value)
    return measure?.dimension === 'length' && figure !== null ? [{ start, end, metres: figure * measure.size }] : []
  })
  const text = report.text.slice(sentence.start, sentence.end)
  const bare = [...text.matchAll(withoutNumber)].map((match): Length => {
    const start = sentence.start + match.index
    const unit = match[2]!.toLowerCase()
    const size = measureOf(unit.startsWith('k') ? 'km' : unit.startsWith('met') ? 'm' : unit)!.size
    return { start, end: start + match[0].length, metres: /^half/i.test(match[1]!) ? size / 2 : size }
  })
  return [...counted, ...bare].sort((a, b) => a.start - b.start)
}
