import { civilDay, type DayNumber, dayNumber, daysInMonth, isRealDay, weekdayOf } from '../knowledge/calendar.js'
import { type DayWords, findDayWords, weekdayBefore } from '../knowledge/day-words.js'
import { isoDay } from '../knowledge/printed-date.js'
import type { Report } from '../model/report.js'
import type { Range } from '../model/span.js'
import { type BareClock, clocksBeside, findBareClocks } from './bare-clocks.js'
import type { PublicationDate } from './publication-date.js'

/** Days from first to last, both included. */
interface Days {
  readonly first: DayNumber
  readonly last: DayNumber
}

/** One place where a report names a day, with the words around it. */
interface Telling {
  readonly report: Report
  readonly words: DayWords | BareClock
  readonly terms: ReadonlySet<string>
}

/** A telling whose day is known: from a full date, or from the date of publication of its report. */
interface Anchor extends Telling {
  readonly event: Days
  /** Whether it tells of the news of its report, and not of what that is set against. */
  readonly isNews: boolean
  /** When its report was published, as far as is known. */
  readonly published: Days | null
}

/** A day told in an undated report, the anchor that tells of the same, and when the report must then have been published. */
interface Match {
  readonly telling: Telling
  readonly anchor: Anchor
  readonly likeness: number
  readonly window: Days
}

/** Below this likeness two passages are not taken to tell of one event; cosine of their rare words. */
const leastLikeness = 0.1
/** Less will do where both stand at the head of their reports, for that is where the news of the day is told; but it takes more of them. */
const leastLikenessOfLeads = 0.08
/** It takes more within one report, and for "last week". */
const leastLikenessOfVague = 0.25
/** The likenesses of all matches that agree must come to so much. */
const leastSupport = 0.13
/** So many characters are the head of a report. */
const head = 700
/** So many characters on either side of a day's words belong to what is told of it. */
const reach = 200
/** Only the beginning of a report tells of the event in question: so many tellings are looked at. */
const mostTellings = 8
/** What is dated in the first round dates others in the second. */
const rounds = 2
/** A report that may be of any of so many days dates no other. */
const mostVague = 31
/** What happened longer before its report, in days, is not the report's news. */
const newsDays = 45
/** A report comes out not later than so many days after another that tells the same news. */
const mostBehind = 3
/** A day or month without its year is written of within about so many days. */
const monthsOn = 300

/**
 * When undated reports of a story were published, by what others tell of the same event:
 * one report has "shortly after midnight on Thursday", another, dated, "early Thursday, June 13", in much the same words;
 * so the first was published between that Thursday and the Wednesday after. The days are EDTF intervals.
 * Reports that nothing dates are left out.
 */
export function datesFromStory(reports: readonly Report[]): Map<string, PublicationDate> {
  const tellings = reports.flatMap(tellingsOf)
  const weigh = rarity(tellings)
  const found = new Map<string, Match>()
  for (let round = 0; round < rounds; round++) {
    const anchors = tellings.flatMap((telling) => {
      const window = found.get(telling.report.id)?.window
      return anchorOf(telling, window && window.last - window.first < mostVague ? window : undefined)
    })
    if (anchors.length === 0) break
    const byTerm = indexOf(anchors)
    for (const report of reports) {
      if (report.published !== null || found.has(report.id)) continue
      const mine = tellings.filter((t) => t.report === report && t.words.kind !== 'date')
      const best = agreed(mine.flatMap((telling) => matchesOf(telling, byTerm, weigh)))
      if (best) found.set(report.id, best)
    }
  }
  return new Map([...found].map(([id, best]) => [id, { edtf: edtfOf(best.window), because: becauseOf(best) }]))
}

function tellingsOf(report: Report): Telling[] {
  const { text, furniture } = report
  const words = [...findDayWords(text), ...findBareClocks(text)].filter(
    (w) => !furniture.some((f) => f.start < w.end && w.start < f.end) && !liesAhead(text, w),
  )
  return words
    .sort((a, b) => a.start - b.start)
    .slice(0, mostTellings)
    .map((w) => ({ report, words: w, terms: termsAround(text, w) }))
}

/** "voters will decide on Tuesday", "set for Friday", "until Monday" */
function liesAhead(text: string, { start }: Range): boolean {
  const before = text.slice(Math.max(0, start - 70), start)
  const sentence = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('. ')) + 1)
  return ahead.test(sentence)
}

const ahead =
  /\b(?:will|shall|scheduled|expected|due|set (?:for|to)|plans? to|slated|until|upcoming|to be|would|starts?|begins?|opens?|takes? place)\b|\b(?:by|until|for|before) $/i

/** What is a word of its own around a day: of the same line, not further than a long sentence, in lower case without endings. */
function termsAround(text: string, { start, end }: Range): Set<string> {
  const from = Math.max(text.lastIndexOf('\n', start) + 1, start - reach)
  const line = text.indexOf('\n', end)
  const to = Math.min(line < 0 ? text.length : line, end + reach)
  const around = `${text.slice(from, start)} ${text.slice(end, to)}`
  return new Set(
    (around.toLowerCase().match(/[\p{L}\d]+/gu) ?? [])
      .filter((word) => (word.length > 3 || /\d/.test(word)) && !common.test(word))
      .map((word) => word.replace(/(?:ings?|ed|es|s)$/, '')),
  )
}

const common =
  /^(?:that|this|with|from|have|were|been|when|they|their|them|there|which|would|could|about|after|before|said|says|told|also|more|than|into|over|other|some|where|what|will|people|police|according|monday|tuesday|wednesday|thursday|friday|saturday|sunday|morning|night|evening|afternoon|late|early|last|just|around|shortly)$/

/** A weight for each term: the rarer in the story's tellings, the heavier. */
function rarity(tellings: readonly Telling[]): (term: string) => number {
  const counts = new Map<string, number>()
  for (const { terms } of tellings) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  return (term) => Math.log(1 + tellings.length / (counts.get(term) ?? 1))
}

function indexOf(anchors: readonly Anchor[]): Map<string, Anchor[]> {
  const byTerm = new Map<string, Anchor[]>()
  for (const anchor of anchors) {
    for (const term of anchor.terms) {
      const list = byTerm.get(term)
      if (list) list.push(anchor)
      else byTerm.set(term, [anchor])
    }
  }
  return byTerm
}

function matchesOf(telling: Telling, byTerm: Map<string, Anchor[]>, weigh: (term: string) => number): Match[] {
  const shared = new Map<Anchor, number>()
  for (const term of telling.terms) {
    for (const anchor of byTerm.get(term) ?? []) shared.set(anchor, (shared.get(anchor) ?? 0) + weigh(term) ** 2)
  }
  const length = ({ terms }: Telling) => Math.sqrt([...terms].reduce((sum, term) => sum + weigh(term) ** 2, 0))
  const mine = length(telling)
  return [...shared].flatMap(([anchor, weight]) => {
    // A report's own dates tell of the same only where they stand elsewhere: two days in one sentence are two days.
    if (
      anchor.report === telling.report &&
      (!isDay(anchor.event) || telling.words.kind !== 'weekday' || isNear(anchor, telling))
    )
      return []
    if (anchor.report !== telling.report && !anchor.isNews) return []
    if (telling.words.kind === 'clock' && !isSameClock(telling.words, anchor)) return []
    const likeness = weight / (mine * length(anchor))
    const window = likeness >= leastFor(telling, anchor) ? windowOf(telling.words, anchor.event) : null
    return window && isTogether(window, anchor) ? [{ telling, anchor, likeness, window }] : []
  })
}

/** How alike two tellings must be. */
function leastFor(telling: Telling, anchor: Anchor): number {
  if (telling.report === anchor.report) return leastLikenessOfVague
  return isLead(telling) && isLead(anchor) ? leastLikenessOfLeads : leastLikeness
}

/** "last week" is said of much: alone it dates only what is told in nearly the same words. */
function isVague({ telling, likeness }: Match): boolean {
  return telling.words.kind === 'last-week' && likeness < leastLikenessOfVague
}

/** The reports of a story come out together: nobody else writes of a day as "last week" while another has it as today. */
function isTogether({ first }: Days, { published }: Anchor): boolean {
  return published === null || first <= published.last + mostBehind
}

/** "around 1:40 a.m." and "shortly before 1:45 a.m. on Friday" */
function isSameClock({ minute }: BareClock, { report, words }: Anchor): boolean {
  return clocksBeside(report.text, words).some((other) => Math.abs(other - minute) <= 20)
}

function isLead({ words }: Telling): boolean {
  return words.start < head
}

function isNear({ words: a }: Telling, { words: b }: Telling): boolean {
  return a.start - b.end < reach && b.start - a.end < reach
}

/** The surest match, narrowed by all that agree with it; none where those that contradict it weigh half as much. */
function agreed(matches: readonly Match[]): Match | undefined {
  const sorted = [...matches].sort(
    (a, b) =>
      b.likeness - a.likeness ||
      a.window.last - a.window.first - (b.window.last - b.window.first) ||
      a.window.first - b.window.first,
  )
  const best = sorted.find((match) => !isVague(match))
  if (!best) return undefined
  let window = windowOfSame(sorted.filter(({ anchor }) => anchor === best.anchor)) ?? best.window
  let [pro, contra] = [best.likeness, 0]
  for (const match of sorted) {
    if (match === best || isVague(match)) continue
    const first = Math.max(window.first, match.window.first)
    const last = Math.min(window.last, match.window.last)
    // Two events six days apart have a day in common by chance.
    if (first < last || (first === last && (isDay(window) || isDay(match.window)))) {
      // What is told by its date ("Aug. 5") is not of this week, whatever else is ("on Friday").
      if (!isWide(best)) window = { first, last }
      pro += match.likeness
    } else contra += match.likeness
  }
  return contra * 2 > pro || pro < leastSupport ? undefined : { ...best, window }
}

/** When a report was published that tells of one event in several words: what is both "last Friday" and "last week" is not told on the day after. */
function windowOfSame(matches: readonly Match[]): Days | null {
  const { event } = matches[0]!.anchor
  if (isDay(event)) return null
  const windows = range(event).flatMap((day) => {
    const each = matches.map(({ telling }) => windowOf(telling.words, one(day)))
    const first = Math.max(...each.map((window) => window?.first ?? Infinity))
    const last = Math.min(...each.map((window) => window?.last ?? -Infinity))
    return first <= last ? [{ first, last }] : []
  })
  if (windows.length === 0) return null
  return { first: Math.min(...windows.map(({ first }) => first)), last: Math.max(...windows.map(({ last }) => last)) }
}

function range({ first, last }: Days): DayNumber[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}

function isWide({ window }: Match): boolean {
  return window.last - window.first >= monthsOn
}

function isDay({ first, last }: Days): boolean {
  return first === last
}

/**
 * The day or days of a telling, where a full date or its report's date of publication gives them.
 * What lies far back ("in May 2017", in a report of 2018) is what the news is set against, and not the news.
 */
function anchorOf(telling: Telling, inferred: Days | undefined): Anchor[] {
  const day = exactDay(telling.report.published)
  const published = day === null ? (inferred ?? null) : one(day)
  const event = eventOf(telling.words, published)
  if (!event) return []
  const { text } = telling.report
  const { start } = telling.words
  // "in May 2017", in a report without a date, is long ago; but "on Tuesday, May 2, 2017" is news.
  const isNews =
    published === null
      ? isDay(event) && isLead(telling) && weekdayBefore(text, start) !== null
      : event.first <= published.last && published.first - event.last <= newsDays
  return [{ ...telling, event, isNews, published }]
}

function eventOf(words: Telling['words'], published: Days | null): Days | null {
  if (words.kind === 'date') {
    const { year, month, day } = words
    return day === null
      ? { first: dayNumber(year, month, 1), last: dayNumber(year, month, daysInMonth(year, month)) }
      : one(dayNumber(year, month, day))
  }
  if (published === null) return null
  const [first, last] = [published.first, published.last].map((day) => latestOf(words, day))
  return first === undefined || last === undefined || first === null || last === null ? null : { first, last }
}

/** The last such day up to the day of publication. */
function latestOf(words: Telling['words'], published: DayNumber): DayNumber | null {
  switch (words.kind) {
    case 'day-of-year':
      return latestBefore(words.month, words.day, published)
    case 'weekday': {
      const back = (weekdayOf(published) - words.weekday + 7) % 7
      return published - (back === 0 && words.last ? 7 : back)
    }
    case 'date':
    case 'month':
    case 'last-week':
    case 'clock':
      return null
  }
}

/** When a report was published that has these words of an event on those days; null where it cannot mean them. */
function windowOf(words: Telling['words'], event: Days): Days | null {
  switch (words.kind) {
    case 'weekday': {
      const first = event.first + ((words.weekday - weekdayOf(event.first) + 7) % 7)
      const last = event.last - ((weekdayOf(event.last) - words.weekday + 7) % 7)
      if (first > last) return null
      // "last Friday" may be the one of the week before.
      return words.last ? { first: first + 1, last: last + 10 } : { first, last: last + 6 }
    }
    case 'day-of-year': {
      if (!isDay(event)) return null
      const { month, day } = civilDay(event.first)
      return month === words.month && day === words.day ? { first: event.first, last: event.last + monthsOn } : null
    }
    case 'month':
      return civilDay(event.first).month === words.month && civilDay(event.last).month === words.month
        ? { first: event.first, last: event.last + monthsOn }
        : null
    case 'last-week': {
      const monday = event.first - weekdayOf(event.first) + 1
      return { first: monday + 7, last: event.last - weekdayOf(event.last) + 1 + 13 }
    }
    case 'clock':
      // A time without its day is one of this day, or of the night just past; a day may be lost on the way to print.
      return { first: event.first, last: event.last + 2 }
    case 'date':
      return null
  }
}

function latestBefore(month: number, day: number, published: DayNumber): DayNumber | null {
  const { year } = civilDay(published)
  for (const y of [year, year - 1])
    if (isRealDay(y, month, day) && dayNumber(y, month, day) <= published) return dayNumber(y, month, day)
  return null
}

function exactDay(published: string | null): DayNumber | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T|$)/.exec(published ?? '')
  return match ? dayNumber(Number(match[1]), Number(match[2]), Number(match[3])) : null
}

function one(day: DayNumber): Days {
  return { first: day, last: day }
}

function edtfOf({ first, last }: Days): string {
  const [from, to] = [first, last].map((day) => {
    const { year, month, day: d } = civilDay(day)
    return isoDay(year, month, d)
  })
  return from === to ? from! : `${from}/${to}`
}

function becauseOf({ telling, anchor }: Match): string {
  const quote = ({ report, words }: Telling) => `"${report.text.slice(words.start, words.end)}"`
  return anchor.report === telling.report
    ? `inferred from ${quote(telling)} and ${quote(anchor)}`
    : `inferred from ${quote(telling)} and, of the same event, ${quote(anchor)} in ${anchor.report.id}`
}
