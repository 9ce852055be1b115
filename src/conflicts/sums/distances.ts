import type { Reading, Sentence } from '../../model/reading.js'
import { groupBy, lyingIn } from '../lists.js'
import { type Answer, answerAt, conflictOf, type FoundConflict, listed } from '../sides.js'
import type { View } from '../view.js'

const metres: Readonly<Record<string, number>> = { k: 1000, mi: 1609.34, m: 1, f: 0.3048, y: 0.9144 }
const words = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const amount = String.raw`\d[\d,]*(?:\.\d+)?|half an?|an?|${words.join('|')}`
const unit = 'kilomet(?:er|re)s?|km|miles?|met(?:er|re)s?|yards?|feet|foot'
const towards = '(?:away )?(?:to the )?(?:(?:north|south|east|west)[a-z]* )?(?:of|from|off)'

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
  const text = reading.report.text.slice(sentence.start, sentence.end)
  return [...text.matchAll(new RegExp(`\\b(${amount}) (${unit}) ${towards} `, 'gi'))].flatMap((match) => {
    const start = sentence.start + match.index
    const from = start + match[0].length
    const inside = lyingIn(reading.mentions, sentence.start, sentence.end)
    // "of the rock", "of Wether Rock"
    const place = inside.find((m) => m.end > from && m.start >= from && m.start <= from + 4)
    const what = inside.findLast((m) => m.end <= start && m.end >= start - 40)
    const [a, b] = [place, what].map((m) => (m ? view.entityOf(reading, m) : null))
    if (!a || !b || a.names.length === 0 || b.names.length === 0 || a === b) return []
    const far = figureOf(match[1]!) * unitOf(match[2]!)
    const shown = { start, end: from - 1 }
    return [{ key: `${b.id} ${a.id}`, metres: far, answer: answerAt(view, reading, shown, `${Math.round(far)}`) }]
  })
}

function figureOf(spelt: string): number {
  const word = spelt.toLowerCase()
  if (/^\d/.test(word)) return Number(word.replaceAll(',', ''))
  if (word.startsWith('half')) return 0.5
  return Math.max(1, words.indexOf(word) + 1)
}

function unitOf(name: string): number {
  const word = name.toLowerCase()
  return metres[word.startsWith('mi') ? 'mi' : word[0]!] ?? 1
}
