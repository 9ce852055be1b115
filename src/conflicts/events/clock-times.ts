import type { Reading, Sentence } from '../../model/reading.js'
import { groupBy } from '../lists.js'
import { type Answer, answerAt, conflictOf, type FoundConflict, listed } from '../sides.js'
import { dependents, type View, wordsAt } from '../view.js'
import { sharedContent } from './likeness.js'
import { weekdayIn } from './when.js'

/** Times further apart than this, in minutes, are of two things. */
const mostApart = 120
/** A report that gives more times of day than this is a chronicle. */
const mostTimes = 6
/** What two sentences must have in common for their times to be of one event. */
const leastShared = 2

/** What happened at a time: a call for help is not the deed, and an arrest is neither. */
const kinds: readonly (readonly [string, ReadonlySet<string>])[] = [
  ['call', new Set('call 911 respond dispatch alert summon report notify'.split(' '))],
  [
    'deed',
    new Set(
      'shoot shooting happen occur erupt crash explode explosion collide strike hit attack stab begin start sink fire fight'.split(
        ' ',
      ),
    ),
  ],
  ['death', new Set('die pronounce death'.split(' '))],
  ['arrest', new Set('arrest capture detain custody'.split(' '))],
]

/**
 * "called at 7:45 p.m." – "called just after 7 p.m."; "struck at 1:13 a.m." – "struck at 1:30 a.m."
 *
 * Times of day that reports give for one kind of event and that cannot both be right, however loosely they are meant:
 * "around 5:30" and "just after 5:30" agree.
 */
export function closeTimes(view: View): FoundConflict[] {
  const times = view.readings.flatMap((reading) => {
    const own = timesIn(reading)
    return own.length > mostTimes ? [] : own
  })
  return [...groupBy(times, (t) => t.kind).values()].flatMap((list) => {
    // A report that has two such times tells of two such events.
    const clear = [...groupBy(list, (t) => t.reading.report.id).values()]
      .filter((own) => own.every((t) => gap(t, own[0]!) === 0))
      .flat()
    const apart = clear.filter((t) => clear.some((other) => against(view, t, other)))
    const answers = apart.map((t): Answer => answerAt(view, t.reading, t, `${t.minutes}`, wordsAt(t.reading, t)))
    return conflictOf('date', 'soft', 'close-times', answers, (sides) => `The time of day differs: ${listed(sides)}.`)
  })
}

function against(view: View, a: ClockTime, b: ClockTime): boolean {
  const apart = gap(a, b)
  if (a.reading === b.reading || apart === 0 || apart > mostApart) return false
  // Another day is another time, and a clock elsewhere shows another hour.
  if (differ(a.zone, b.zone) || differ(a.weekday, b.weekday) || differ(a.date, b.date)) return false
  return sharedContent(view, a, b).length >= leastShared
}

function differ(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b
}

/** The minutes between what two times allow; 0 where both may be right. */
function gap(a: ClockTime, b: ClockTime): number {
  return Math.max(0, Math.max(a.from, b.from) - Math.min(a.to, b.to))
}

interface ClockTime {
  readonly reading: Reading
  readonly sentence: Sentence
  readonly start: number
  readonly end: number
  readonly minutes: number
  /** What the words allow, in minutes of the day. */
  readonly from: number
  readonly to: number
  /** What happened then: "call", "deed". */
  readonly kind: string
  /** "ET", where the words say by which clock. */
  readonly zone: string | undefined
  /** "friday", where it stands with the time. */
  readonly weekday: string | undefined
  /** "May 3", where it stands with the time. */
  readonly date: string | undefined
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
    const sentence = reading.sentences[t.sentence]
    const kind = sentence && kindAt(sentence, t)
    if (!kind) return []
    // "Friday at around 2 a.m.": what hedges stands right before the figure.
    const figure = t.start + clock.index
    const lead = /\b(before|after|around|about|roughly|past|approximately|nearly|almost)\s*$/i.exec(
      text.slice(Math.max(0, figure - 20), figure),
    )
    const date = /\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}\b/.exec(
      text.slice(t.start, t.end + 12),
    )?.[0]
    const weekday = weekdayIn(text.slice(t.start, t.end + 20))
    const { start, end } = t
    const zone = /^\s*(?:[ECMP][SD]?T|GMT|UTC|BST|CET|Eastern|Central|Mountain|Pacific)\b/.exec(
      text.slice(figure + clock[0].length, figure + clock[0].length + 14).replace(/^\./, ''),
    )?.[0]
    // "ET", "EDT", "Eastern"
    const day = { zone: zone?.trim()[0], weekday, date: date && `${date.slice(0, 3)} ${/\d+/.exec(date)![0]}` }
    return [{ reading, sentence, start, end, minutes, kind, ...allowed(minutes, lead?.[1]?.toLowerCase()), ...day }]
  })
}

/** How many minutes off a time may be: the rounder it is, the more, and twice as much where the words say "about". */
function allowed(minutes: number, hedge: string | undefined): { from: number; to: number } {
  if (hedge === 'before') return { from: minutes - 25, to: minutes }
  if (hedge === 'after' || hedge === 'past') return { from: minutes, to: minutes + 25 }
  const slack = minutes % 30 === 0 ? 8 : minutes % 5 === 0 ? 4 : 1
  const off = hedge === undefined ? slack : 2 * slack
  return { from: minutes - off, to: minutes + off }
}

/** What happened at a time, by the nearest word above it that tells, or that word's subject. */
function kindAt(sentence: Sentence, { start }: { readonly start: number }): string | undefined {
  let at = sentence.tokens.findIndex((t) => t.end > start)
  for (let step = 0; step < 6 && at >= 0; step++) {
    const own = dependents(sentence, at).filter(({ token }) => /^(?:nsubj|obj)/.test(token.deprel))
    const lemmas = [sentence.tokens[at]!, ...own.map(({ token }) => token)].map((t) => t.lemma.toLowerCase())
    const kind = kinds.find(([, words]) => lemmas.some((lemma) => words.has(lemma)))
    if (kind) return kind[0]
    at = sentence.tokens[at]!.head
  }
  return undefined
}
