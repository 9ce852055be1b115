import type { Reading, Sentence } from '../../model/reading.js'
import { type Answer, answerAt, conflictOf, type FoundConflict, listed } from '../sides.js'
import type { View } from '../view.js'
import { sentenceContent } from './likeness.js'

/** A report says how many died in its headline or right after it; further down it tells of other days. */
const leadSentences = 4
/** What two leads must have in common to be of one event. */
const leastShared = 2

/** How many died, as a lead has it. */
interface Toll {
  readonly reading: Reading
  readonly sentence: Sentence
  readonly start: number
  readonly end: number
  readonly count: number
  /** "at least two" allows for more. */
  readonly open: boolean
}

const figure = '(?<least>at least )?\\b(?<count>\\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\\b'
const whom = '(?: people| persons| victims)?'

/** "two are dead", "three people were killed"; "killing three people"; "leaves two dead" */
const patterns = [
  new RegExp(`${figure}${whom}(?: were| are| have been| have)?(?: shot)?(?: and)? (?:dead|killed|died)\\b`, 'i'),
  new RegExp(
    `\\bkill(?:s|ed|ing)? ${figure}(?: people| persons| victims|(?=[.,;]| and| in| at| on| after| near))`,
    'i',
  ),
  new RegExp(`\\b(?:leaves|left|leaving) ${figure}${whom} dead\\b`, 'i'),
]

/** Words by which a count is one of part of the dead, or of another day. */
const elsewhere =
  /\b(?:including|himself|herself|others?|more|another|previous|earlier|ago|since|separate|also|year|killed in (?:19|20)\d\d|(?:19|20)\d\d)\b/i

/**
 * "Two people were killed at the quay on Friday." – "Three dead at the quay"
 *
 * How many died, by the leads of the reports, each of which gives one figure only.
 */
export function leadTolls(view: View): FoundConflict[] {
  const tolls = view.readings.flatMap((reading) => {
    const found = reading.sentences
      .filter((s) => s.kind !== 'furniture')
      .slice(0, leadSentences)
      .flatMap((sentence) => tollsIn(reading, sentence))
    return new Set(found.map((t) => t.count)).size === 1 ? found.slice(0, 1) : []
  })
  const apart = tolls.filter((a) => tolls.some((b) => against(view, a, b)))
  return conflictOf(
    'number',
    'soft',
    'growing-toll',
    apart.map((t): Answer => answerAt(view, t.reading, t, `${t.count}`)),
    (sides) => `The toll differs: ${listed(sides)}.`,
    true,
  )
}

function against(view: View, a: Toll, b: Toll): boolean {
  if (a.count === b.count || (a.open && a.count < b.count) || (b.open && b.count < a.count)) return false
  const content = sentenceContent(view, a)
  return [...sentenceContent(view, b)].filter((k) => content.has(k)).length >= leastShared
}

function tollsIn(reading: Reading, sentence: Sentence): Toll[] {
  const words = reading.report.text.slice(sentence.start, sentence.end).replace(/\s/g, ' ')
  if (elsewhere.test(words)) return []
  return patterns.flatMap((pattern): Toll[] => {
    const found = pattern.exec(words)
    const count = found?.groups?.['count']
    if (!found || count === undefined) return []
    const start = sentence.start + found.index
    return [
      {
        reading,
        sentence,
        start,
        end: start + found[0].length,
        count: numbers.includes(count.toLowerCase()) ? numbers.indexOf(count.toLowerCase()) + 2 : Number(count),
        open: found.groups?.['least'] !== undefined,
      },
    ]
  })
}

const numbers = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
