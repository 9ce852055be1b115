import type { Range } from '../model/span.js'
import { findPrintedDates } from './printed-date.js'

/** Words that name a day or month by the calendar ("March 21, 2013", "June 13", "January 2023") or from the day of writing ("Thursday", "last week"). */
export type DayWords = Range &
  (
    | { readonly kind: 'date'; readonly year: number; readonly month: number; readonly day: number | null }
    | {
        readonly kind: 'day-of-year'
        readonly month: number
        readonly day: number
        /** Monday is 1; null where none stands before it. */
        readonly weekday: number | null
      }
    | { readonly kind: 'month'; readonly month: number }
    | { readonly kind: 'weekday'; readonly weekday: number; readonly last: boolean }
    | { readonly kind: 'last-week' }
  )

const beginnings = ['mon', 'tues', 'wednes', 'thurs', 'fri', 'satur', 'sun']
const months = 'January|February|March|April|May|June|July|August|September|October|November|December'

const weekday = /\b(?:(last|next|every|each)\s)?(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?!-)/gi
const weekdayAtEnd = /\b(mon|tues|wednes|thurs|fri|satur|sun)day,? (?:the )?$/i
const monthAlone = new RegExp(`\\b(?:in|last|early|late|mid|since|of|before) (${months})\\b(?! \\d)`, 'g')
const lastWeek = /\blast week\b/gi
const monthOfYear = new RegExp(`\\b(${months}),? ((?:19|20)\\d\\d)\\b`, 'g')

/**
 * The day words of a text in order; what lies ahead ("next Friday") and what recurs ("every Friday") is left out,
 * and so is "today", which may be nowadays, and "last night", which may be this morning's.
 */
export function findDayWords(text: string): DayWords[] {
  const found: DayWords[] = []
  // A weekday that stands beside a date belongs to it.
  const taken = new Uint8Array(text.length + 1)
  const isFree = ({ start, end }: Range) => [start - 3, start - 2, end + 1, end + 2].every((at) => !taken[at])
  for (const { year, month, day, start, end } of findPrintedDates(text)) {
    taken.fill(1, start, end)
    found.push(
      year !== null
        ? { kind: 'date', year, month, day, start, end }
        : { kind: 'day-of-year', month, day, weekday: weekdayBefore(text, start), start, end },
    )
  }
  for (const match of text.matchAll(monthOfYear)) {
    const range = rangeOf(match)
    if (!isFree(range)) continue
    taken.fill(1, range.start, range.end)
    found.push({ kind: 'date', year: Number(match[2]), month: monthNumber(match[1]!), day: null, ...range })
  }
  for (const match of text.matchAll(monthAlone)) {
    const range = rangeOf(match)
    if (isFree(range)) found.push({ kind: 'month', month: monthNumber(match[1]!), ...range })
  }
  for (const match of text.matchAll(weekday)) {
    const range = rangeOf(match)
    const which = match[1]?.toLowerCase()
    if (which === 'next' || which === 'every' || which === 'each' || !isFree(range)) continue
    found.push({ kind: 'weekday', weekday: weekdayNumber(match[2]!), last: which === 'last', ...range })
  }
  for (const match of text.matchAll(lastWeek)) found.push({ kind: 'last-week', ...rangeOf(match) })
  return found.sort((a, b) => a.start - b.start)
}

/** "on Tuesday, May 2": the weekday that stands right before a date, Monday being 1; null where none does. */
export function weekdayBefore(text: string, start: number): number | null {
  const name = weekdayAtEnd.exec(text.slice(Math.max(0, start - 16), start))?.[1]
  return name === undefined ? null : weekdayNumber(name)
}

function rangeOf(match: RegExpExecArray): Range {
  return { start: match.index, end: match.index + match[0].length }
}

function monthNumber(name: string): number {
  return months.split('|').indexOf(name) + 1
}

function weekdayNumber(beginning: string): number {
  return beginnings.indexOf(beginning.toLowerCase()) + 1
}
