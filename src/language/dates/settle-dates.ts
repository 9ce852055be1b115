import { after, isHyphen, lowerAt, type Word } from '../numbers/words.js'
import type { Expression, Position, Proposal } from './expression.js'
import { readDay } from './finders/read.js'

/** What is left of the proposals: no two overlap, neighbours that belong together are one. */
export interface Settled {
  readonly proposals: readonly Proposal[]
  /** Pairs of indices into `proposals` that bound one stretch of time: "between 2017 and 2018". */
  readonly ranges: readonly (readonly [number, number])[]
}

/** Drops overlaps (the longer wins), merges neighbours, completes "July 6–9", takes in "early", "about" and "or so". */
export function settleDates(words: readonly Word[], proposals: readonly Proposal[]): Settled {
  const apart = dropOverlaps(proposals)
  const completed = completeDays(words, mergeNeighbours(words, apart))
  const kept = completed.filter((proposal) => proposal.rule !== 'bare-part-of-day')
  const widened = kept.map((proposal, i) =>
    widen(words, proposal, kept[i - 1]?.end ?? 0, kept[i + 1]?.first ?? words.length),
  )
  const shared = shareYears(words, widened)
  return { proposals: shared, ranges: findRanges(words, shared) }
}

function dropOverlaps(proposals: readonly Proposal[]): Proposal[] {
  const ranked = proposals
    .map((proposal, order) => ({ proposal, order }))
    .sort((a, b) => b.proposal.end - b.proposal.first - (a.proposal.end - a.proposal.first) || a.order - b.order)
  const taken = new Set<number>()
  const kept: Proposal[] = []
  for (const { proposal } of ranked) {
    let free = true
    for (let i = proposal.first; i < proposal.end && free; i++) free = !taken.has(i)
    if (!free) continue
    for (let i = proposal.first; i < proposal.end; i++) taken.add(i)
    kept.push(proposal)
  }
  return kept.sort((a, b) => a.first - b.first)
}

function mergeNeighbours(words: readonly Word[], proposals: readonly Proposal[]): Proposal[] {
  const merged: Proposal[] = []
  for (const proposal of proposals) {
    const before = merged.at(-1)
    const joined = before && proposal.first - before.end <= 3 ? join(words, before, proposal) : undefined
    if (joined) merged[merged.length - 1] = joined
    else merged.push(proposal)
  }
  return merged
}

function join(words: readonly Word[], a: Proposal, b: Proposal): Proposal | undefined {
  if (a.expression.kind !== 'calendar' || b.expression.kind !== 'calendar') return undefined
  const gap = words
    .slice(a.end, b.first)
    .map((word) => word.lower)
    .join(' ')
  const [x, y] = [a.expression, b.expression]
  const fits =
    (x.weekday !== undefined &&
      x.day === undefined &&
      !x.anchor &&
      y.day !== undefined &&
      y.weekday === undefined &&
      /^(?:,|, the|the|)$/.test(gap)) ||
    (isWeekdayOnly(y) &&
      y.which === undefined &&
      x.day !== undefined &&
      x.weekday === undefined &&
      /^(?:,|\(|)$/.test(gap)) ||
    (isDay(x) && isTimeOnly(y) && !hasTime(x) && /^(?:,|at|, at|at around|at about|around|about|in the|)$/.test(gap)) ||
    (isTimeOnly(x) && isDay(y) && !hasTime(y) && /^(?:,|on|of|, on|late|early|)$/.test(gap)) ||
    (isWithinYear(x) && isYearOnly(y) && /^(?:of|in|,|)$/.test(gap) && !(gap === 'in' && y.anchor)) ||
    (isYearOnly(x) &&
      isWithinYear(y) &&
      /^(?:' s|)$/.test(gap) &&
      (gap !== '' || y.quarter !== undefined || y.half !== undefined)) ||
    (isWeekdayOnly(x) && y.anchor?.unit === 'week' && /^(?:of|)$/.test(gap)) ||
    (x.anchor?.unit === 'week' && x.anchor.from === 'focus' && y.day !== undefined && gap === 'of')
  if (!fits) return undefined
  return { first: a.first, end: b.end, expression: { ...y, ...x, ...whichOf(x, y) }, rule: `${a.rule}+${b.rule}` }
}

function whichOf(x: Expression, y: Expression): { which?: NonNullable<Expression['which']> } {
  const which = x.which ?? y.which
  return which ? { which } : {}
}

function isWeekdayOnly(x: Expression): boolean {
  return x.weekday !== undefined && x.day === undefined && !x.anchor && !hasTime(x)
}

function isDay(x: Expression): boolean {
  return (
    x.weekday !== undefined ||
    x.day !== undefined ||
    x.holiday !== undefined ||
    x.slash !== undefined ||
    x.anchor?.unit === 'day'
  )
}

function hasTime(x: Expression): boolean {
  return x.clock !== undefined || x.part !== undefined
}

function isTimeOnly(x: Expression): boolean {
  return hasTime(x) && !isDay(x)
}

function isWithinYear(x: Expression): boolean {
  const inner =
    x.month !== undefined ||
    x.quarter !== undefined ||
    x.half !== undefined ||
    x.season !== undefined ||
    x.holiday !== undefined
  return inner && x.year === undefined && !x.anchor && x.which === undefined
}

function isYearOnly(x: Expression): boolean {
  if (x.month !== undefined || x.quarter !== undefined || x.half !== undefined || x.season !== undefined) return false
  return x.year !== undefined ? x.day === undefined && !x.slash : x.anchor?.unit === 'year'
}

/** "July 6 and 7", "5–9 May", "the 7th": the lone day takes the month of its neighbour. */
function completeDays(words: readonly Word[], proposals: readonly Proposal[]): Proposal[] {
  const completed: Proposal[] = []
  for (const [i, proposal] of proposals.entries()) {
    const { month, day, year } = proposal.expression
    const lone = month !== undefined && day !== undefined && !hasTime(proposal.expression)
    if (lone) {
      const hyphen = isHyphen(words, proposal.first - 1) || words[proposal.first - 1]?.form === '–'
      const word = lowerAt(words, proposal.first - 1)
      if (hyphen || /^(?:and|to|or|until)$/.test(word)) {
        const at = proposal.first - 2
        const start = /^(?:st|nd|rd|th)$/.test(lowerAt(words, at)) ? at - 1 : at
        const read = words[start] ? readDay(words, start) : undefined
        const dayFirst = words[proposal.first]?.kind === 'digits'
        if (
          read &&
          dayFirst &&
          read.end === proposal.first - 1 &&
          words[start]?.kind === 'digits' &&
          start >= (proposals[i - 1]?.end ?? 0)
        ) {
          completed.push({
            first: start,
            end: read.end,
            expression: { kind: 'calendar', month, day: read.value, ...(year !== undefined && { year }) },
            rule: 'completed-day',
          })
        }
      }
    }
    completed.push(proposal)
    if (!lone) continue
    let end = proposal.end
    const limit = proposals[i + 1]?.first ?? words.length
    // A list of days is short; nine steps are enough.
    for (let steps = 0; steps < 9; steps++) {
      const joint = isHyphen(words, end) || /^(?:and|to|or|through|,|–|&)$/.test(lowerAt(words, end))
      const read = joint ? readDay(words, end + 1) : undefined
      if (!read || words[end + 1]?.kind !== 'digits' || read.end > limit) break
      const next = words[read.end]
      if (
        next?.kind === 'letters' &&
        next.spaced &&
        !/^(?:in|at|the|and|when|as|after|before|to|by|with|for|of)$/.test(next.lower)
      )
        break
      if (lowerAt(words, end) === ',' && !/^(?:,|and|&)$/.test(lowerAt(words, read.end))) break
      completed.push({
        first: end + 1,
        end: read.end,
        expression: { kind: 'calendar', month: month as number, day: read.value, ...(year !== undefined && { year }) },
        rule: 'completed-day',
      })
      end = read.end
    }
  }
  return completed.sort((a, b) => a.first - b.first)
}

const positions: readonly (readonly [string, Position])[] = [
  ['the very end of', 'end'],
  ['the end of', 'end'],
  ['the close of', 'end'],
  ['the latter part of', 'end'],
  ['the beginning of', 'start'],
  ['the start of', 'start'],
  ['the early part of', 'start'],
  ['the middle of', 'middle'],
  ['the late', 'end'],
  ['the early', 'start'],
  ['the mid -', 'middle'],
  ['end of', 'end'],
  ['beginning of', 'start'],
  ['start of', 'start'],
  ['middle of', 'middle'],
  ['early in', 'start'],
  ['earlier in', 'earlier'],
  ['later in', 'later'],
  ['late in', 'end'],
  ['very early', 'start'],
  ['early', 'start'],
  ['earlier', 'earlier'],
  ['later', 'later'],
  ['late', 'end'],
  ['mid -', 'middle'],
  ['mid', 'middle'],
  ['sometime', 'middle'],
]

const dateHedges = [
  'around',
  'about',
  'circa',
  'ca .',
  'c .',
  'approximately',
  'roughly',
  'sometime in',
  'nearly',
  'almost',
]
const lengthHedges = [
  'no more than',
  'not more than',
  'no less than',
  'a little more than',
  'more than',
  'less than',
  'fewer than',
  'at least',
  'at most',
  'up to',
  'as many as',
  'as long as',
  'close to',
  'nearly',
  'almost',
  'about',
  'around',
  'approximately',
  'roughly',
  'some',
  'over',
  'under',
]

/** Takes in the words before and after that say where within the period, or how nearly. */
function widen(words: readonly Word[], proposal: Proposal, floor: number, ceiling: number): Proposal {
  const { kind } = proposal.expression
  let { first, end } = proposal
  let expression = proposal.expression
  if (kind === 'calendar' && expression.clock === undefined) {
    for (const [phrase, position] of positions) {
      const start = endsAt(words, first, phrase)
      if (start < floor || start < 0) continue
      if (
        (phrase === 'later' || phrase === 'earlier') &&
        !expression.anchor &&
        expression.which === undefined &&
        expression.weekday === undefined
      )
        continue
      if (phrase.startsWith('the ') && phrase.split(' ').length === 2 && expression.anchor) continue
      first = start
      if (phrase !== 'sometime') expression = { ...expression, position }
      break
    }
  }
  const possessive = lowerAt(words, end) === "'" && lowerAt(words, end + 1) === 's'
  const hedges = possessive
    ? []
    : kind === 'duration' || kind === 'shift'
      ? lengthHedges
      : kind === 'calendar'
        ? dateHedges
        : []
  const figure =
    kind !== 'duration' || !/^(?:the|this|that|its)$/.test(lowerAt(words, first)) || proposal.rule === 'past-length'
  for (const phrase of hedges) {
    const start = endsAt(words, first, phrase)
    if (start < floor || start < 0 || !figure) continue
    if ((phrase === 'over' || phrase === 'under') && proposal.rule === 'past-length') continue
    if (
      kind === 'duration' &&
      (proposal.rule === 'bare-units' || (phrase === 'over' && expression.amounts?.[0]?.amount === null))
    )
      continue
    first = start
    if (
      /^(?:around|about|circa|ca \.|c \.|approximately|roughly|sometime in|nearly|almost|some|close to)$/.test(phrase)
    ) {
      expression = { ...expression, approximate: true }
    }
    break
  }
  if (kind === 'calendar') {
    for (const phrase of ['or so', 'or thereabouts', 'or later', 'or earlier', 'and beyond']) {
      const stop = after(words, end, phrase)
      if (stop < 0 || stop > ceiling) continue
      end = stop
      expression = { ...expression, approximate: true }
      break
    }
  }
  return { ...proposal, first, end, expression }
}

/** The index where a phrase begins that ends just before `end`; −1 where it does not stand there. */
function endsAt(words: readonly Word[], end: number, phrase: string): number {
  const start = end - phrase.split(' ').length
  return start >= 0 && after(words, start, phrase) === end ? start : -1
}

/** "January and February 1917": the year stands once for both. */
function shareYears(words: readonly Word[], proposals: readonly Proposal[]): Proposal[] {
  const shared = [...proposals]
  for (let i = shared.length - 2; i >= 0; i--) {
    const [a, b] = [shared[i]!, shared[i + 1]!]
    const { year } = b.expression
    if (year === undefined || (b.expression.month === undefined && b.expression.season === undefined)) continue
    if (!isWithinYear(a.expression) || b.first - a.end !== 1) continue
    if (!isHyphen(words, a.end) && !/^(?:and|to|or|until|through|–|,)$/.test(lowerAt(words, a.end))) continue
    shared[i] = { ...a, expression: { ...a.expression, year } }
  }
  return shared
}

function findRanges(words: readonly Word[], proposals: readonly Proposal[]): [number, number][] {
  const ranges: [number, number][] = []
  for (let i = 0; i + 1 < proposals.length; i++) {
    const [a, b] = [proposals[i]!, proposals[i + 1]!]
    if (a.expression.kind !== 'calendar' || b.expression.kind !== 'calendar') continue
    const gap = words
      .slice(a.end, b.first)
      .map((word) => word.lower)
      .join(' ')
    const opening = lowerAt(words, a.first - 1)
    const between = opening === 'between' && gap === 'and'
    const from = opening === 'from' && /^(?:to|until|till|through|up to|to the)$/.test(gap)
    const dash =
      /^(?:-|–|to|through)$/.test(gap) && a.expression.clock === undefined && sameGrain(a.expression, b.expression)
    if (between || from || dash) {
      ranges.push([i, i + 1])
      i++
    }
  }
  return ranges
}

function sameGrain(a: Expression, b: Expression): boolean {
  return (
    (a.day === undefined) === (b.day === undefined) &&
    (a.month === undefined) === (b.month === undefined) &&
    (a.weekday === undefined) === (b.weekday === undefined)
  )
}
