import type { Word } from '../numbers/words.js'
import type { Finder, Proposal } from './expression.js'
import { clock } from './finders/clock.js'
import { deicticDay, holiday, partOfDay } from './finders/days.js'
import { duration } from './finders/durations.js'
import { dayMonth, monthAlone, monthDay } from './finders/month-date.js'
import { compactDate, numericDate } from './finders/numeric-date.js'
import { quarter, quarterInFocus, yearAgo } from './finders/quarters.js'
import { reference } from './finders/references.js'
import { periodEnd, periodInFocus, relativePeriod } from './finders/relative.js'
import { season } from './finders/seasons.js'
import { recurring } from './finders/sets.js'
import { dayBefore, shift } from './finders/shifts.js'
import { weekday, weekdaySet } from './finders/weekdays.js'
import { century, decade, fiscalYear, shortYear, spokenYear, yearAlone } from './finders/years.js'

/** Each looks for its family on its own; where two stretches are as long, the earlier in this list is kept. */
const finders: readonly Finder[] = [
  numericDate,
  compactDate,
  monthDay,
  dayMonth,
  monthAlone,
  quarter,
  quarterInFocus,
  fiscalYear,
  century,
  decade,
  season,
  holiday,
  weekdaySet,
  weekday,
  shift,
  dayBefore,
  yearAgo,
  relativePeriod,
  periodEnd,
  periodInFocus,
  deicticDay,
  clock,
  partOfDay,
  recurring,
  yearAlone,
  shortYear,
  spokenYear,
  duration,
  reference,
]

/** Every stretch of the words that some finder takes for a time expression; they may overlap. */
export function findProposals(words: readonly Word[]): Proposal[] {
  const proposals: Proposal[] = []
  for (let at = 0; at < words.length; at++) {
    for (const finder of finders) {
      const proposal = finder(words, at)
      if (proposal) proposals.push(proposal)
    }
  }
  return proposals
}
