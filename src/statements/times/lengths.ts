import { addMonths, civilDay, type DayNumber, dayNumber, isRealDay } from '../../knowledge/calendar.js'
import { isoDay } from '../../knowledge/printed-date.js'
import type { TimePhrase, When } from '../../model/when.js'
import { childrenBy, formAt, type Tree } from '../trees.js'
import { lent, type PlacedStatement, type Telling, tokensOf } from './placed.js'

/**
 * "He crossed last week after spending two months in a hut."  →  ../2023-01-15 and two months: 2022-11~/2023-01-15
 * "They had been rowing for three days before landing on Friday."  →  the three days before it
 * "He had spent four years in prison before joining in July" leaves open what lay between.
 *
 * What ended with a date, and went on so long, has two ends.
 */
export function withLength(when: When, placed: PlacedStatement, telling: Telling): When {
  const { tree, predicate } = placed
  const isUpTo =
    isProgressive(tree, predicate) ||
    (tree.tokens[predicate]!.xpos === 'VBG' &&
      childrenBy(tree, predicate, 'mark', 'case').some((mark) => formAt(tree, mark) === 'after'))
  return isUpTo && when.edtf.startsWith('../') ? closed(when, lengthIn(placed, telling)) : when
}

/**
 * "They have been arguing for months."  →  up to the publication
 * "They have been arguing for three weeks."  →  the three weeks before it
 *
 * What has been going on, for a time, when the report was published, in the report's own words.
 */
export function stillGoing(placed: PlacedStatement, telling: Telling): When | null {
  const { statement, tree, predicate } = placed
  const length = lengthIn(placed, telling)
  const published = lastDay(telling.parsed.reading.report.published)
  if (!length || published === null || statement.chain.length > 1 || !hasBeenDoing(tree, predicate)) return null
  const isFor = tokensOf(tree, length).some((token) => formAt(tree, token - 1) === 'for')
  return isFor ? closed(lent(`../${published}`, length), length) : null
}

/** "two months" of "two months in hiding"; null where the words of a statement tell no length, or two. */
function lengthIn({ statement, tree }: PlacedStatement, { parsed }: Telling): TimePhrase | null {
  const own = (parsed.times[tree.sentence.index] ?? []).filter(
    ({ kind, start, end }) => kind === 'duration' && statement.start <= start && end <= statement.end,
  )
  return own.length === 1 ? own[0]! : null
}

/** An interval without a beginning, with the one that its length gives it: "../2023-01-15" and two months. */
function closed(when: When, length: TimePhrase | null): When {
  const amount = lengthOf(length?.duration ?? null)
  const [, to = ''] = when.edtf.split('/')
  const from = amount && beginning(to, amount)
  return from ? { ...when, edtf: `${from}~/${to}` } : when
}

/** "had been hiding" */
function isProgressive(tree: Tree, predicate: number): boolean {
  const helpers = childrenBy(tree, predicate, 'aux').map((aux) => formAt(tree, aux))
  return tree.tokens[predicate]!.xpos === 'VBG' && helpers.includes('been') && helpers.includes('had')
}

/** "have been hiding" */
function hasBeenDoing(tree: Tree, predicate: number): boolean {
  const helpers = childrenBy(tree, predicate, 'aux').map((aux) => formAt(tree, aux))
  return (
    tree.tokens[predicate]!.xpos === 'VBG' &&
    helpers.includes('been') &&
    helpers.some((aux) => /^(have|has|['’]ve)$/.test(aux))
  )
}

/** A length in whole days or whole months. */
interface Length {
  readonly amount: number
  readonly unit: 'day' | 'month' | 'year'
}

function lengthOf(duration: string | null): Length | null {
  const match = /^P(\d{1,3})([DWMY])$/.exec(duration ?? '')
  if (!match) return null
  const amount = Number(match[1])
  return match[2] === 'W'
    ? { amount: 7 * amount, unit: 'day' }
    : { amount, unit: match[2] === 'D' ? 'day' : match[2] === 'M' ? 'month' : 'year' }
}

/** When something began that ended on a date, only as exact as its length: a year before a day is a year, two months a month. */
function beginning(end: string, { amount, unit }: Length): string | null {
  const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T|$)/.exec(end.replace(/[~?%]/g, ''))
  if (!match) return null
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 0), Number(match[3] ?? 0)]
  if (unit === 'year') return String(year - amount).padStart(4, '0')
  if (month < 1 || month > 12) return null
  if (unit === 'month') return monthOf(addMonths(dayNumber(year, month, 1), -amount))
  if (day < 1 || !isRealDay(year, month, day)) return null
  const { year: y, month: m, day: d } = civilDay(dayNumber(year, month, day) - amount)
  return isoDay(y, m, d)
}

function monthOf(day: DayNumber): string {
  const { year, month } = civilDay(day)
  return isoDay(year, month, 1).slice(0, 7)
}

/** The last day on which a report may have been published, as far as its date tells a day. */
function lastDay(published: string | null): string | null {
  return /(\d{4}-\d\d-\d\d)(?:T[^/]*)?[~?%]?$/.exec(published ?? '')?.[1] ?? null
}
