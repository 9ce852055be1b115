import type { Reading } from '../../model/reading.js'
import { type Answer, answerAt, conflictOf, type FoundConflict, listed } from '../sides.js'
import { type View, wordsAt } from '../view.js'

/** Times that lie within so many minutes of each other may be of one event. */
const near = 20
/** A report that gives more times of day than this is a chronicle. */
const mostTimes = 3

/**
 * "shortly before 2 a.m." – "at about 2 a.m."; "1:13 a.m." – "around 1:15 a.m."
 *
 * Times of day in several reports that lie close together and are not the same.
 */
export function closeTimes(view: View): FoundConflict[] {
  const times = view.readings.flatMap((reading) => {
    const own = timesIn(reading)
    return own.length > mostTimes ? [] : own
  })
  const groups: ClockTime[][] = []
  for (const time of [...times].sort((a, b) => a.minutes - b.minutes)) {
    const last = groups.at(-1)
    if (last && time.minutes - last.at(-1)!.minutes <= near) last.push(time)
    else groups.push([time])
  }
  return groups.flatMap((group) => {
    const hedged = group.filter((t) => t.hedge !== '')
    // Another day is another time.
    if (new Set(group.flatMap((t) => t.weekday)).size > 1 || new Set(group.flatMap((t) => t.date)).size > 1) return []
    const differ = new Set(group.map((t) => t.minutes)).size > 1 || new Set(hedged.map((t) => t.hedge)).size > 1
    if (new Set(group.map((t) => t.reading)).size < 2 || !differ) return []
    const answers = group.map(
      (t): Answer =>
        answerAt(view, t.reading, t, `${t.hedge === 'about' ? '' : t.hedge} ${t.minutes}`, wordsAt(t.reading, t)),
    )
    return conflictOf(
      'date',
      'soft',
      'close-times',
      answers,
      (sides) => `The time of day differs a little: ${listed(sides)}.`,
    )
  })
}

interface ClockTime {
  readonly reading: Reading
  readonly start: number
  readonly end: number
  readonly minutes: number
  /** "friday", where it stands with the time. */
  readonly weekday: readonly string[]
  /** "May 3", where it stands with the time. */
  readonly date: readonly string[]
  /** "before", "about" or none. */
  readonly hedge: string
}

function timesIn(reading: Reading): ClockTime[] {
  const { text } = reading.report
  return reading.times.flatMap((t): ClockTime[] => {
    // The stamp of a page is no time of an event.
    if (reading.report.furniture.some((f) => f.start <= t.start && t.end <= f.end) || t.known.includes('year'))
      return []
    const clock = /\b(\d{1,2})(?::(\d{2}))?\s*([ap])\.?m\b/i.exec(text.slice(t.start, t.end))
    if (!clock) return []
    const minutes = ((Number(clock[1]) % 12) + (clock[3]!.toLowerCase() === 'p' ? 12 : 0)) * 60 + Number(clock[2] ?? 0)
    // "Friday at around 2 a.m.": what hedges stands right before the figure.
    const figure = t.start + clock.index
    const lead = /\b(before|after|around|about|roughly|past)\s*$/i.exec(text.slice(Math.max(0, figure - 20), figure))
    const word = lead?.[1]?.toLowerCase() ?? ''
    const hedge = /^(?:before|after|past)$/.test(word) ? word : word === '' ? '' : 'about'
    const date = /\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}\b/.exec(
      text.slice(t.start, t.end + 12),
    )?.[0]
    const weekday = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/i
      .exec(text.slice(t.start, t.end + 20))?.[0]
      .toLowerCase()
    return [
      {
        reading,
        start: t.start,
        end: t.end,
        minutes,
        hedge,
        weekday: weekday ? [weekday] : [],
        date: date ? [date.slice(0, 3) + date.replace(/\D/g, ' ')] : [],
      },
    ]
  })
}
