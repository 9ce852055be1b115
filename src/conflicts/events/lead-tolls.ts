import type { Reading, Sentence } from '../../model/reading.js'
import { lyingIn } from '../lists.js'
import { type Answer, answerAt, conflictOf, type FoundConflict, listed } from '../sides.js'
import type { View } from '../view.js'
import { sharedContent } from './likeness.js'
import { ofOtherDays } from './same-event.js'

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

/** What stands around the figure of a toll: "two are dead", "three people were killed"; "killing three people"; "leaves two dead". */
const patterns: readonly { readonly before: RegExp; readonly after: RegExp }[] = [
  { before: /$/, after: /^(?: were| are| have been| have)?(?: shot)?(?: and)? (?:dead|killed|died)\b/i },
  { before: /\bkill(?:s|ed|ing)? $/i, after: /^/ },
  { before: /\b(?:leaves|left|leaving) $/i, after: /^ dead\b/i },
]

/** How a toll counts its dead; "five shot dead" is read as five of "shot". */
const people = /\b(?:people|persons?|victims?|shot)$/i

/** "killed two, police said", "two dead": what may follow a figure that stands for people by itself, not "killed two rare birds". */
const bareEnd = /^(?:[.,;]|$| (?:and|in|at|on|after|near|were|are|have|shot|dead|killed|died)\b)/i

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
  if (ofOtherDays(a, b)) return false
  return sharedContent(view, a, b).length >= leastShared
}

function tollsIn(reading: Reading, sentence: Sentence): Toll[] {
  const { text } = reading.report
  if (elsewhere.test(text.slice(sentence.start, sentence.end))) return []
  return lyingIn(reading.numbers, sentence.start, sentence.end).flatMap((number): Toll[] => {
    // "at least two" allows for more.
    const [, count, open] = /^~?(\d{1,3})(\.\.)?$/.exec(number.value) ?? []
    const before = text.slice(Math.max(sentence.start, number.start - 12), number.start).replace(/\s/g, ' ')
    const after = text.slice(number.end, Math.min(sentence.end, number.end + 40)).replace(/\s/g, ' ')
    const isOfPeople =
      people.test(text.slice(number.start, number.end)) || (number.unit === null && bareEnd.test(after))
    const pattern = patterns.find((p) => p.before.test(before) && p.after.test(after))
    if (count === undefined || !isOfPeople || !pattern) return []
    const start = number.start - pattern.before.exec(before)![0].length
    const end = number.end + pattern.after.exec(after)![0].length
    return [{ reading, sentence, start, end, count: Number(count), open: open !== undefined }]
  })
}
