import { isHyphen, lowerAt, type Word } from '../../numbers/words.js'
import type { Expression, Proposal, Which } from '../expression.js'
import { dayMonth, monthDay } from './month-date.js'
import { readMonth, readPart, readSeason, readUnit, readWeekday } from './read.js'

interface Chooser {
  readonly which: Which
  readonly offset: number
  readonly from: 'published' | 'focus'
}

const choosers = new Map<string, Chooser>([
  ['last', { which: 'last', offset: -1, from: 'published' }],
  ['past', { which: 'last', offset: -1, from: 'published' }],
  ['this', { which: 'this', offset: 0, from: 'published' }],
  ['current', { which: 'this', offset: 0, from: 'published' }],
  ['next', { which: 'next', offset: 1, from: 'published' }],
  ['coming', { which: 'next', offset: 1, from: 'published' }],
  ['previous', { which: 'previous', offset: -1, from: 'focus' }],
  ['preceding', { which: 'previous', offset: -1, from: 'focus' }],
  ['prior', { which: 'previous', offset: -1, from: 'focus' }],
  ['following', { which: 'following', offset: 1, from: 'focus' }],
  ['subsequent', { which: 'following', offset: 1, from: 'focus' }],
  ['same', { which: 'same', offset: 0, from: 'focus' }],
  ['that', { which: 'same', offset: 0, from: 'focus' }],
])

/**
 * "It fell last month."  →  the month before publication
 * "The next day he left."  →  the day after the date in focus
 * "last Friday", "this summer", "the previous April", "the same evening", "this past spring"
 */
export function relativePeriod(words: readonly Word[], at: number): Proposal | undefined {
  let i = at
  const article = lowerAt(words, i) === 'the'
  if (article || (lowerAt(words, i) === 'this' && /^(?:past|coming|same)$/.test(lowerAt(words, i + 1)))) i++
  else if (lowerAt(words, i) === 'that' && lowerAt(words, i + 1) === 'same') i++
  const word = lowerAt(words, i)
  const chooser = choosers.get(word)
  if (!chooser) return undefined
  i++
  // "the next day" counts from the story, "next week" from the publication.
  const from = article && (word === 'next' || word === 'last') ? 'focus' : chooser.from
  if (lowerAt(words, i) === 'full' || lowerAt(words, i) === 'fiscal' || lowerAt(words, i) === 'calendar') i++
  const rule = 'relative-period'

  const weekday = readWeekday(words, i)
  if (weekday)
    return {
      first: at,
      end: weekday.end,
      expression: { kind: 'calendar', weekday: weekday.value, which: chooser.which },
      rule,
    }
  const date = monthDay(words, i) ?? dayMonth(words, i)
  if (date) return { first: at, end: date.end, expression: { ...date.expression, which: chooser.which }, rule }
  const month = readMonth(words, i)
  if (month)
    return {
      first: at,
      end: month.end,
      expression: { kind: 'calendar', month: month.value, which: chooser.which },
      rule,
    }
  const season = readSeason(words, i)
  if (season)
    return {
      first: at,
      end: season.end,
      expression: { kind: 'calendar', season: season.value, which: chooser.which },
      rule,
    }
  if (chooser.which === 'last' && lowerAt(words, i) === 'night') return undefined
  const part = readPart(words, i)
  if (part) {
    const expression: Expression = {
      kind: 'calendar',
      part: part.value,
      anchor: { unit: 'day', offset: chooser.offset, from },
    }
    return { first: at, end: part.end, expression, rule }
  }
  const unit = readUnit(words, i)
  // The programme "This Week" is no week.
  if (unit && words[at]?.capital && words[i]?.capital && at > 0) return undefined
  if (!unit || unit.plural || /^(?:second|minute|hour)$/.test(unit.value) || isHyphen(words, unit.end)) return undefined
  // "past year" without an article, "that day" at the start of "that day care" stay out.
  if (
    (word === 'past' || word === 'current' || word === 'coming' || word === 'following' || word === 'same') &&
    i - 1 === at
  )
    return undefined
  if (article && word === 'last' && lowerAt(words, unit.end) === 'of') return undefined
  if (word === 'past' || (article && word === 'last')) {
    if (lowerAt(words, at) === 'this')
      return { first: at, end: unit.end, expression: anchored(unit.value, -1, 'published'), rule }
    // "over the past year" is a stretch of time, measured back from now.
    return {
      first: at,
      end: unit.end,
      expression: { kind: 'duration', amounts: [{ amount: 1, unit: unit.value }] },
      rule: 'past-length',
    }
  }
  if (unit.value === 'century' && chooser.which === 'this')
    return { first: at, end: unit.end, expression: anchored('century', 0, 'published'), rule }
  return { first: at, end: unit.end, expression: anchored(unit.value, chooser.offset, from), rule }
}

const plainUnits = new Set(['quarter', 'year', 'week', 'weekend', 'month', 'day'])

/** "profit for the quarter", "at the weekend", "later in the year"  →  the one the report is in */
export function periodInFocus(words: readonly Word[], at: number): Proposal | undefined {
  if (lowerAt(words, at) !== 'the') return undefined
  const full = lowerAt(words, at + 1) === 'full' || lowerAt(words, at + 1) === 'fiscal' ? at + 2 : at + 1
  const unit = readUnit(words, full)
  if (!unit || unit.plural || !plainUnits.has(unit.value)) return undefined
  if (isHyphen(words, unit.end)) return undefined
  const next = lowerAt(words, unit.end)
  // "the day he left", "the week of fighting", "the day after" tell of other days.
  if (unit.value === 'day' && next !== "'") return undefined
  if (next === 'of' || next === 'old') return undefined
  if (unit.value === 'year' && /^(?:ended|ending|through)$/.test(next)) {
    return {
      first: at,
      end: unit.end,
      expression: { kind: 'duration', amounts: [{ amount: 1, unit: 'year' }] },
      rule: 'period-length',
    }
  }
  const before = `${lowerAt(words, at - 2)} ${lowerAt(words, at - 1)}`
  const posed = /(?:^| )(?:in|for|during|on|over|at|of|by|until|through|earlier|later|throughout|from|end)$/.test(
    before,
  )
  if (!posed && unit.value !== 'weekend') return undefined
  const from = unit.value === 'weekend' ? 'published' : 'focus'
  return {
    first: at,
    end: unit.end,
    expression: { ...anchored(unit.value, 0, from), which: 'this' },
    rule: 'period-in-focus',
  }
}

/** "by year-end", "at the end of the year", "month’s end"  →  the end of the year in focus */
export function periodEnd(words: readonly Word[], at: number): Proposal | undefined {
  const the = lowerAt(words, at) === 'the' ? at + 1 : at
  const unit = readUnit(words, the)
  if (!unit || unit.plural || !/^(?:year|month|week)$/.test(unit.value)) return undefined
  let i = unit.end
  const possessive = lowerAt(words, i) === "'" && lowerAt(words, i + 1) === 's'
  if (possessive) i += 2
  else if (isHyphen(words, i)) i++
  if (lowerAt(words, i) !== 'end') return undefined
  return {
    first: at,
    end: i + 1,
    expression: { ...anchored(unit.value, 0, 'published'), position: 'end' },
    rule: 'period-end',
  }
}

function anchored(
  unit: NonNullable<Expression['anchor']>['unit'],
  offset: number,
  from: 'published' | 'focus',
): Expression {
  if (unit === 'night') return { kind: 'calendar', part: 'NI', anchor: { unit: 'day', offset, from } }
  return { kind: 'calendar', anchor: { unit, offset, from } }
}
