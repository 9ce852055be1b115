import { civilDay, type DayNumber, dayNumber, isRealDay, weekdayOf } from '../knowledge/calendar.js'
import { type DayWords, findDayWords } from '../knowledge/day-words.js'
import type { Report } from '../model/report.js'

/** The parts of a report that are compared, each for itself: all words, those at its head, names, and figures. */
export const fields = ['words', 'head', 'names', 'figures'] as const

export type Field = (typeof fields)[number]

/** What grouping needs to know of a report: no parse, only counted words and days. */
export interface Signature {
  readonly counts: Readonly<Record<Field, ReadonlyMap<string, number>>>
  /** Day of publication; null where it is not known to the day. */
  readonly published: DayNumber | null
  /** The days that its beginning names. */
  readonly told: ReadonlySet<DayNumber>
}

/** So many words are the head of a report. */
const headWords = 80
/** Longer reports say nothing new about which story they belong to. */
const mostCharacters = 30_000
/** Days are looked for in so much of a report. */
const dayCharacters = 1500

const common = new Set(
  'the a an and or of in on at to for by with from was were is are be been has have had he she it they his her their its who that this which as not but said says will would could about after before when there two one also more than into over out up no'.split(
    ' ',
  ),
)

const word = /[\p{L}\d][\p{L}\d'’.-]*[\p{L}\d]|[\p{L}\d]/gu

/** Reads a report's words and days; time in proportion to its length. */
export function signatureOf({ title, text, published, furniture }: Report): Signature {
  const body = withoutFurniture(text.slice(0, mostCharacters), furniture)
  // A title that is not part of the text stands before it.
  const whole = title !== null && !text.includes(title) ? `${title}. ${body}` : body
  const counts = { words: new Map(), head: new Map(), names: new Map(), figures: new Map() } satisfies Record<
    Field,
    Map<string, number>
  >
  let name: string | null = null
  let at = 0
  for (const [form] of whole.matchAll(word)) {
    const plain = form.toLowerCase().replace(/['’]s$/, '')
    at++
    if (common.has(plain)) {
      name = null
      continue
    }
    count(counts.words, plain)
    if (at <= headWords) count(counts.head, plain)
    if (/^\d/.test(plain)) count(counts.figures, plain)
    else if (/^\p{Lu}/u.test(form)) {
      count(counts.names, plain)
      if (name !== null) count(counts.names, `${name} ${plain}`)
      name = plain
      continue
    }
    name = null
  }
  const day = dayOf(published)
  return { counts, published: day, told: daysTold(whole.slice(0, dayCharacters), day) }
}

function withoutFurniture(text: string, furniture: Report['furniture']): string {
  let kept = ''
  let from = 0
  for (const { start, end } of furniture) {
    kept += `${text.slice(from, start)} `
    from = end
  }
  return kept + text.slice(from)
}

function count(counts: Map<string, number>, term: string): void {
  counts.set(term, (counts.get(term) ?? 0) + 1)
}

function daysTold(text: string, published: DayNumber | null): Set<DayNumber> {
  return new Set(findDayWords(text).flatMap((words) => dayTold(words, published) ?? []))
}

function dayTold(words: DayWords, published: DayNumber | null): DayNumber | null {
  if (words.kind === 'date') return words.day === null ? null : dayNumber(words.year, words.month, words.day)
  if (published === null) return null
  if (words.kind === 'weekday') return published - ((weekdayOf(published) - words.weekday + 7) % 7)
  if (words.kind !== 'day-of-year') return null
  const { year } = civilDay(published)
  const day = (y: number) => (isRealDay(y, words.month, words.day) ? dayNumber(y, words.month, words.day) : null)
  const here = day(year)
  return here !== null && here <= published ? here : day(year - 1)
}

function dayOf(published: string | null): DayNumber | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(published ?? '')
  return match ? dayNumber(Number(match[1]), Number(match[2]), Number(match[3])) : null
}
