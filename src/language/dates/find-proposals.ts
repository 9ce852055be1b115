import { fractionMarks, numberWords } from '../numbers/numerals.js'
import type { Word } from '../numbers/words.js'
import type { Finder, Proposal } from './expression.js'
import { clock, clockShift } from './finders/clock.js'
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
import { century, decade, decadeWords, fiscalYear, shortYear, spokenYear, yearAlone } from './finders/years.js'
import {
  holidays,
  months,
  partsOfDay,
  pluralUnits,
  pluralWeekdays,
  seasons,
  shortMonths,
  shortWeekdays,
  unitWords,
  weekdays,
} from './lexicon.js'

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
  clockShift,
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
    if (!mayOpen(words[at]!)) continue
    for (const finder of finders) {
      const proposal = finder(words, at)
      if (proposal) proposals.push(proposal)
    }
  }
  return proposals
}

/** Words that an expression can begin with; looking only there makes reading several times faster. */
const openers = new Set([
  ...'the a an its his her their our my these those this that same one another other each every per once'.split(' '),
  ...'last past current next coming previous preceding prior following subsequent final initial latest recent'.split(
    ' ',
  ),
  ...'first second third fourth several few some many numerous half quarter hundreds thousands dozens tens'.split(' '),
  ...'fiscal fy q mid noon midday midnight today tonight yesterday tomorrow overnight'.split(' '),
  ...'hourly daily nightly weekly monthly quarterly annually yearly'.split(' '),
  ...'right now currently nowadays at more most recently formerly lately future'.split(' '),
  ...numberWords,
  ...decadeWords.keys(),
  ...months.keys(),
  ...shortMonths.keys(),
  ...weekdays.keys(),
  ...shortWeekdays.keys(),
  ...pluralWeekdays.keys(),
  ...seasons.keys(),
  ...partsOfDay.keys(),
  ...unitWords.keys(),
  ...pluralUnits.keys(),
  ...holidays.flatMap(({ names }) => names.map((name) => name.split(' ')[0] ?? name)),
])

function mayOpen(word: Word): boolean {
  if (word.kind === 'letters') return openers.has(word.lower)
  return word.kind === 'digits' || word.form === "'" || fractionMarks.has(word.form)
}
