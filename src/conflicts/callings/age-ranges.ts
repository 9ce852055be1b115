import type { Reading } from '../../model/reading.js'
import { type Answer, answerAt, conflictOf, type FoundConflict } from '../sides.js'
import { type View, wordsAt } from '../view.js'

/** An age further than this from the range belongs to somebody else. */
const nearby = 4

/**
 * "six men aged 21 to 36" – "a 20-year-old man"
 *
 * The ages of a group, as a range, against the age of one of them that another report gives and that lies just outside.
 * That they are the same people is shown by a bound of the range that the other report gives as an age too.
 */
export function agesOutsideRange(view: View): FoundConflict[] {
  return view.readings.flatMap((reading) =>
    reading.numbers.flatMap((range) => {
      const bounds = /^(\d+)\.\.(\d+)$/.exec(range.value)
      if (!bounds || range.unit !== 'year-old') return []
      // "believed to be between 20 and 25" guesses at one person.
      if (
        /\b(?:between|believed|described|appears?|estimated|about|around)\b/i.test(
          reading.report.text.slice(Math.max(0, range.start - 40), range.start),
        )
      )
        return []
      const [low, high] = [Number(bounds[1]), Number(bounds[2])]
      const outside = view.readings.flatMap((other): Answer[] => {
        if (other === reading) return []
        const ages = agesIn(other)
        if (!ages.some((a) => a.age === high || a.age === low)) return []
        return ages
          .filter((a) => (a.age < low && a.age >= low - nearby) || (a.age > high && a.age <= high + nearby))
          .map((a) => answerAt(view, other, a, `age ${a.age}`, wordsAt(other, a)))
      })
      if (outside.length === 0) return []
      const own = answerAt(view, reading, range, 'range')
      return conflictOf(
        'number',
        'soft',
        'age-outside-range',
        [own, ...outside],
        () => `One report has ages from ${low} to ${high}; others have somebody outside that range.`,
      )
    }),
  )
}

function agesIn(reading: Reading): { start: number; end: number; age: number }[] {
  return reading.numbers.flatMap((n) =>
    n.unit === 'year-old' &&
    /^\d+$/.test(n.value) &&
    !/\b(?:woman|girl|child|boy)\b/.test(reading.report.text.slice(n.end, n.end + 10))
      ? [{ start: n.start, end: n.end, age: Number(n.value) }]
      : [],
  )
}

/**
 * "A 20-year-old man … Another 21-year-old"
 *
 * "another" of an age that nobody before has.
 */
export function anotherOfNoOne(view: View): FoundConflict[] {
  return view.readings.flatMap((reading) =>
    reading.numbers.flatMap((number, i) => {
      if (
        number.unit !== 'year-old' ||
        !/\banother\s$/i.test(reading.report.text.slice(Math.max(0, number.start - 9), number.start))
      )
        return []
      const before = reading.numbers.slice(0, i).filter((n) => n.unit === 'year-old')
      const last = before.at(-1)
      if (!last || before.some((n) => n.value === number.value)) return []
      return conflictOf(
        'other',
        'error',
        'another-of-no-one',
        [answerAt(view, reading, number, 'another'), answerAt(view, reading, last, 'before')],
        () => `“Another ${wordsAt(reading, number)}” comes before any other of that age is named.`,
      )
    }),
  )
}
