import { civilDay, type DayNumber } from '../../knowledge/calendar.js'
import { withinYear } from './choose-year.js'
import { bounds } from './periods.js'
import type { Placed } from './story-state.js'

/**
 * Reports on the news of the day name weekdays and say "yesterday"; history names years, most of them long before the
 * day of publication.
 */
export function isNarrative(placed: readonly Placed[], published: DayNumber | null): boolean {
  const calendar = placed.map((item) => item.expression).filter((expression) => expression.kind === 'calendar')
  const years = calendar
    .filter((expression) => expression.year !== undefined)
    .map((expression) => expression.year as number)
  const ago = placed.filter(({ expression: x }) => x.shift?.from === 'published').length
  const newsy = calendar.filter(
    (x) => x.anchor?.from === 'published' || (x.weekday !== undefined && x.day === undefined),
  ).length
  if (published === null) return years.length >= 5 && years.length > 6 * (newsy + ago)
  const { year } = civilDay(published)
  const old = years.filter((value) => value < year - 1).length
  return old >= 5 && old > 6 * (newsy + ago)
}

/** The last day of the latest month or day that the report gives with its year. */
export function latestDated(placed: readonly Placed[]): DayNumber | null {
  let latest: DayNumber | null = null
  for (const { expression: x, tense } of placed) {
    if (x.kind !== 'calendar' || x.year === undefined || x.month === undefined || x.slash || tense === 'future')
      continue
    const period = withinYear(x, x.year)
    const day = period ? bounds(period).last : null
    if (day !== null && (latest === null || day > latest)) latest = day
  }
  return latest
}

/** "13/01/2023" tells that "05/06/2023" beside it is the fifth of June. */
export function slashOrder(placed: readonly Placed[]): boolean | null {
  const orders = new Set(placed.map((item) => item.expression.order).filter((order) => order !== undefined))
  // A report that mixes both tells nothing.
  return orders.size === 1 ? orders.has('day-month') : null
}
