import type { TimePhrase } from '../../model/when.js'
import { lyingIn } from '../lists.js'
import { type Clause, clausesNear, type View } from '../view.js'
import { verbOf } from './verbs.js'

/** When a clause says a thing happened: only the parts that its words give. */
export interface SaidDate {
  readonly words: string
  readonly year?: number
  readonly month?: number
  readonly day?: number
  /** "friday" */
  readonly weekday?: string
  /** "last week", "this month": no part of a date, but a stretch of time. */
  readonly stretch?: string
  readonly hour?: number
  readonly minute?: number
  /** The full day, where the date of publication is known: "2023-01-13". */
  readonly resolved?: string
}

/** The date that a clause gives, not counting those of clauses inside it. */
export function saidDate(view: View, clause: Clause): SaidDate | null {
  const { reading, statement } = clause
  const inner = clausesNear(view, reading, statement.start).filter(
    ({ statement: s }) =>
      s.start >= statement.start && s.end <= statement.end && s.end - s.start < statement.end - statement.start,
  )
  const phrases = lyingIn(reading.times, statement.start, statement.end).filter(
    (t) =>
      (t.kind === 'date' || t.kind === 'time') &&
      ofVerb(clause, t) &&
      !inner.some(({ statement: s }) => t.start >= s.start && t.end <= s.end),
  )
  const chosen = phrases.filter((t) => t.known.length > 0 || stretches.test(reading.report.text.slice(t.start, t.end)))
  return chosen.length === 1 ? partsOf(chosen[0]!, reading.report.text) : null
}

/** Whether a time stands with the verb of a clause, and with no other verb in it. */
function ofVerb(clause: Clause, { start, end }: TimePhrase): boolean {
  const { tokens } = clause.sentence
  const verb = verbOf(clause)
  let at = tokens.findIndex((t) => t.end > start)
  for (let step = 0; step < 8 && at >= 0; step++) {
    if (at === verb) return true
    // "charged for Saturday's shootings": the time of another thing.
    if (tokens[at]!.start >= end && /^(?:VERB|NOUN)$/.test(tokens[at]!.upos)) return false
    if (step > 0 && tokens[at]!.upos === 'VERB') return false
    at = tokens[at]!.head
  }
  // Where the parser hung it elsewhere, the clause has it.
  return true
}

/** What two dates of one event are to each other. */
export function compareDates(a: SaidDate, b: SaidDate): 'same' | 'finer' | 'against' | 'unknown' {
  for (const part of ['year', 'month', 'day'] as const)
    if (a[part] !== undefined && b[part] !== undefined && a[part] !== b[part]) return 'against'
  if (a.resolved !== undefined && b.resolved !== undefined && a.resolved !== b.resolved) return 'against'
  if (a.weekday !== undefined && b.weekday !== undefined && a.weekday !== b.weekday) return 'against'
  if (a.hour !== undefined && b.hour !== undefined && clock(a) !== clock(b))
    return Math.abs(clock(a) - clock(b)) >= 60 ? 'against' : 'finer'
  const known = (d: SaidDate) => parts.filter((p) => d[p] !== undefined)
  const [ka, kb] = [known(a), known(b)]
  if (!ka.some((p) => kb.includes(p)))
    return (a.stretch !== undefined && b.weekday !== undefined) || (b.stretch !== undefined && a.weekday !== undefined)
      ? 'finer'
      : 'unknown'
  return ka.length === kb.length ? 'same' : 'finer'
}

const parts = ['year', 'month', 'day', 'weekday', 'stretch', 'hour', 'minute'] as const
const stretches = /\b(?:last|this|earlier this|next) (?:week|month|year)\b/i
const weekdays = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/i

/** "friday" of "late on Friday": the first weekday that words name. */
export function weekdayIn(words: string): string | undefined {
  return weekdays.exec(words)?.[0].toLowerCase()
}

function clock({ hour = 0, minute = 0 }: SaidDate): number {
  return hour * 60 + minute
}

function partsOf(phrase: TimePhrase, text: string): SaidDate | null {
  const words = text.slice(phrase.start, phrase.end).replace(/\s+/g, ' ')
  const exact = /^(\d{4}|XXXX)(?:-(\d{2}))?(?:-(\d{2}))?(?:T(\d{2})(?::(\d{2}))?)?[~?%]?$/.exec(phrase.edtf ?? '')
  const has = (part: TimePhrase['known'][number]) => phrase.known.includes(part)
  const weekday = weekdayIn(words)
  // A time of day whose day is not known has no EDTF; its words tell.
  const spelled = /\b(\d{1,2})(?::(\d{2}))?\s*([ap])\.?m/i.exec(words)
  const hour = spelled ? (Number(spelled[1]) % 12) + (spelled[3]!.toLowerCase() === 'p' ? 12 : 0) : undefined
  const minute = spelled ? Number(spelled[2] ?? 0) : undefined
  const stretch = stretches.exec(words)?.[0].toLowerCase()
  if (!exact && weekday === undefined && hour === undefined && stretch === undefined) return null
  const number = (i: number) => (exact?.[i] !== undefined && exact[i] !== 'XXXX' ? Number(exact[i]) : undefined)
  return {
    words,
    ...(has('year') && number(1) !== undefined ? { year: number(1)! } : {}),
    ...(has('month') && number(2) !== undefined ? { month: number(2)! } : {}),
    ...(has('day') && number(3) !== undefined ? { day: number(3)! } : {}),
    ...(weekday === undefined ? {} : { weekday }),
    ...(stretch === undefined ? {} : { stretch }),
    ...(hour === undefined ? {} : { hour, minute: minute! }),
    ...(exact?.[3] !== undefined && exact[1] !== 'XXXX' && (has('weekday') || has('day'))
      ? { resolved: exact[0]!.slice(0, 10) }
      : {}),
  }
}
