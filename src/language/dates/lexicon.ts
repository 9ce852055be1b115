import { type DayNumber, dayNumber, easter, nthWeekday } from '../../knowledge/calendar.js'

export type Unit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'night'
  | 'week'
  | 'weekend'
  | 'month'
  | 'quarter'
  | 'season'
  | 'year'
  | 'decade'
  | 'century'
  | 'millennium'

export type Season = 'SP' | 'SU' | 'FA' | 'WI'
export type PartOfDay = 'MO' | 'MI' | 'AF' | 'EV' | 'NI' | 'DT'

const monthNames = 'january february march april may june july august september october november december'.split(' ')
const weekdayNames = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ')

/** Months by full name. */
export const months: ReadonlyMap<string, number> = new Map(monthNames.map((name, i) => [name, i + 1]))

/** Months by abbreviation; a full stop may follow. */
export const shortMonths: ReadonlyMap<string, number> = new Map([
  ...monthNames.map((name, i) => [name.slice(0, 3), i + 1] as const).filter(([name]) => name !== 'may'),
  ['sept', 9],
  ['febr', 2],
])

/** Monday is 1. */
export const weekdays: ReadonlyMap<string, number> = new Map(weekdayNames.map((name, i) => [name, i + 1]))

export const shortWeekdays: ReadonlyMap<string, number> = new Map([
  ['mon', 1],
  ['tue', 2],
  ['tues', 2],
  ['wed', 3],
  ['weds', 3],
  ['thu', 4],
  ['thur', 4],
  ['thurs', 4],
  ['fri', 5],
  ['sat', 6],
  ['sun', 7],
])

/** "Fridays" and the like. */
export const pluralWeekdays: ReadonlyMap<string, number> = new Map(weekdayNames.map((name, i) => [name + 's', i + 1]))

export const seasons: ReadonlyMap<string, Season> = new Map([
  ['spring', 'SP'],
  ['springtime', 'SP'],
  ['summer', 'SU'],
  ['summertime', 'SU'],
  ['autumn', 'FA'],
  ['fall', 'FA'],
  ['winter', 'WI'],
  ['wintertime', 'WI'],
])

export const partsOfDay: ReadonlyMap<string, PartOfDay> = new Map([
  ['morning', 'MO'],
  ['midday', 'MI'],
  ['afternoon', 'AF'],
  ['evening', 'EV'],
  ['night', 'NI'],
  ['nighttime', 'NI'],
  ['daytime', 'DT'],
  ['dawn', 'MO'],
  ['dusk', 'EV'],
])

export const unitWords: ReadonlyMap<string, Unit> = new Map([
  ['second', 'second'],
  ['sec', 'second'],
  ['minute', 'minute'],
  ['min', 'minute'],
  ['hour', 'hour'],
  ['hr', 'hour'],
  ['day', 'day'],
  ['night', 'night'],
  ['week', 'week'],
  ['weekend', 'weekend'],
  ['month', 'month'],
  ['quarter', 'quarter'],
  ['season', 'season'],
  ['year', 'year'],
  ['yr', 'year'],
  ['decade', 'decade'],
  ['century', 'century'],
  ['millennium', 'millennium'],
])

export const pluralUnits: ReadonlyMap<string, Unit> = new Map([
  ...[...unitWords]
    .filter(([word]) => !word.endsWith('y') || word === 'day')
    .map(([word, unit]) => [word + 's', unit] as const),
  ['centuries', 'century'],
  ['millennia', 'millennium'],
  ['fortnights', 'week'],
])

/** How a length of that unit is written in ISO 8601, as TIMEX3 has it. */
export const isoUnits: Readonly<
  Record<Unit, { readonly time: boolean; readonly letter: string; readonly factor: number }>
> = {
  second: { time: true, letter: 'S', factor: 1 },
  minute: { time: true, letter: 'M', factor: 1 },
  hour: { time: true, letter: 'H', factor: 1 },
  day: { time: false, letter: 'D', factor: 1 },
  night: { time: false, letter: 'D', factor: 1 },
  week: { time: false, letter: 'W', factor: 1 },
  weekend: { time: false, letter: 'D', factor: 2 },
  month: { time: false, letter: 'M', factor: 1 },
  quarter: { time: false, letter: 'Q', factor: 1 },
  season: { time: false, letter: 'M', factor: 3 },
  year: { time: false, letter: 'Y', factor: 1 },
  decade: { time: false, letter: 'Y', factor: 10 },
  century: { time: false, letter: 'Y', factor: 100 },
  millennium: { time: false, letter: 'Y', factor: 1000 },
}

/** Holidays by name, longest names first; each tells its day in a year. Those of one country are told by their name. */
export const holidays: readonly { readonly names: readonly string[]; readonly on: (year: number) => DayNumber }[] = [
  { names: ["new year ' s eve", 'new years eve'], on: (year) => dayNumber(year, 12, 31) },
  { names: ["new year ' s day", 'new years day'], on: (year) => dayNumber(year, 1, 1) },
  { names: ['christmas eve'], on: (year) => dayNumber(year, 12, 24) },
  { names: ['boxing day'], on: (year) => dayNumber(year, 12, 26) },
  { names: ['christmas day', 'christmas', 'xmas'], on: (year) => dayNumber(year, 12, 25) },
  { names: ["valentine ' s day", 'valentines day'], on: (year) => dayNumber(year, 2, 14) },
  { names: ["st . patrick ' s day", "saint patrick ' s day"], on: (year) => dayNumber(year, 3, 17) },
  { names: ["april fools ' day", "april fool ' s day"], on: (year) => dayNumber(year, 4, 1) },
  { names: ['halloween'], on: (year) => dayNumber(year, 10, 31) },
  { names: ["all saints ' day"], on: (year) => dayNumber(year, 11, 1) },
  { names: ['ash wednesday'], on: (year) => easter(year) - 46 },
  { names: ['palm sunday'], on: (year) => easter(year) - 7 },
  { names: ['maundy thursday'], on: (year) => easter(year) - 3 },
  { names: ['good friday'], on: (year) => easter(year) - 2 },
  { names: ['holy saturday'], on: (year) => easter(year) - 1 },
  { names: ['easter sunday'], on: (year) => easter(year) },
  { names: ['easter monday'], on: (year) => easter(year) + 1 },
  { names: ['easter'], on: (year) => easter(year) },
  { names: ['ascension day'], on: (year) => easter(year) + 39 },
  { names: ['whit monday'], on: (year) => easter(year) + 50 },
  { names: ['thanksgiving day', 'thanksgiving'], on: (year) => nthWeekday(year, 11, 4, 4) },
  { names: ['labor day'], on: (year) => nthWeekday(year, 9, 1, 1) },
  { names: ['memorial day'], on: (year) => nthWeekday(year, 5, 1, -1) },
  { names: ['martin luther king day', 'mlk day'], on: (year) => nthWeekday(year, 1, 1, 3) },
  { names: ["presidents ' day", "president ' s day"], on: (year) => nthWeekday(year, 2, 1, 3) },
  { names: ['columbus day'], on: (year) => nthWeekday(year, 10, 1, 2) },
  { names: ['veterans day', "veterans ' day", 'armistice day'], on: (year) => dayNumber(year, 11, 11) },
  { names: ['bastille day'], on: (year) => dayNumber(year, 7, 14) },
  { names: ['groundhog day'], on: (year) => dayNumber(year, 2, 2) },
  { names: ["international women ' s day"], on: (year) => dayNumber(year, 3, 8) },
  { names: ['may day'], on: (year) => dayNumber(year, 5, 1) },
]
