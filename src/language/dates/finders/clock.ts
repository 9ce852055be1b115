import { smallNumber } from '../../numbers/numerals.js'
import { lowerAt, type Word } from '../../numbers/words.js'
import type { Clock, Proposal } from '../expression.js'
import { isStop, readAmount, readUnit } from './read.js'

/**
 * "The doors opened at around 2 a.m. local time."  →  02:00
 * "1:54 PM PST", "14:30", "0200 GMT", "10 o’clock", "half past ten", "noon", "midnight"
 */
export function clock(words: readonly Word[], at: number): Proposal | undefined {
  const read = readNamed(words, at) ?? readFigures(words, at) ?? readHalf(words, at)
  if (!read) return undefined
  return { first: at, end: zone(words, read.end), expression: { kind: 'calendar', clock: read.clock }, rule: 'clock' }
}

/** "20 minutes before midnight", "an hour after noon"  →  23:40, 13:00 */
export function clockShift(words: readonly Word[], at: number): Proposal | undefined {
  const amount = readAmount(words, at)
  const unit = amount && readUnit(words, amount.end)
  if (!amount || amount.value === null || !unit || !/^(?:minute|hour)$/.test(unit.value)) return undefined
  const word = lowerAt(words, unit.end)
  if (word !== 'before' && word !== 'after') return undefined
  const read = readNamed(words, unit.end + 1) ?? readFigures(words, unit.end + 1)
  if (!read || read.clock.minute === null || read.clock.unsure) return undefined
  const away = Math.round(amount.value * (unit.value === 'hour' ? 60 : 1)) * (word === 'before' ? -1 : 1)
  const minutes = read.clock.hour * 60 + read.clock.minute + away
  if (minutes < 0 || minutes >= 24 * 60) return undefined
  const expression = { kind: 'calendar', clock: { hour: Math.floor(minutes / 60), minute: minutes % 60 } } as const
  return { first: at, end: zone(words, read.end), expression, rule: 'clock-shift' }
}

interface ClockRead {
  readonly clock: Clock
  readonly end: number
}

function readNamed(words: readonly Word[], at: number): ClockRead | undefined {
  const lower = lowerAt(words, at)
  // "High Noon" is a film.
  if (words[at]?.capital && words[at - 1]?.capital) return undefined
  if (lower === 'noon' || lower === 'midday') return { clock: { hour: 12, minute: 0 }, end: at + 1 }
  if (lower === 'midnight') return { clock: { hour: 24, minute: 0 }, end: at + 1 }
  return undefined
}

function readFigures(words: readonly Word[], at: number): ClockRead | undefined {
  const word = words[at]
  if (!word) return undefined
  const spelt = word.kind === 'letters' ? smallNumber(word.lower) : undefined
  if (word.kind !== 'digits' && spelt === undefined) return undefined
  const before = words[at - 1]
  if (before && !word.spaced && !/^[-–/('"[@,]$/.test(before.form)) return undefined
  const hour = spelt ?? Number(word.form)
  if (spelt === undefined && word.form.length === 4) return military(words, at)
  if (hour > 24 || (word.form.length > 2 && spelt === undefined)) return undefined
  let i = at + 1
  let minute: number | null = null
  const mark = words[i]
  const minutes = words[i + 1]
  if (
    mark &&
    !mark.spaced &&
    (mark.form === ':' || mark.form === '.') &&
    minutes?.kind === 'digits' &&
    !minutes.spaced &&
    minutes.form.length === 2 &&
    Number(minutes.form) < 60
  ) {
    minute = Number(minutes.form)
    i += 2
    // "2:30:15" has seconds, "1:23.45" is a sporting result.
    if (words[i]?.form === ':' && !words[i]?.spaced && words[i + 1]?.kind === 'digits') {
      if (words[i + 1]!.form.length !== 2) return undefined
      i += 2
    }
  }
  const half = readHalfOfDay(words, i)
  if (half && hour >= 1 && hour <= 12) {
    return { clock: { hour: (hour % 12) + (half.pm ? 12 : 0), minute }, end: half.end }
  }
  if (
    lowerAt(words, i) === 'o' &&
    lowerAt(words, i + 1) === "'" &&
    lowerAt(words, i + 2) === 'clock' &&
    minute === null
  ) {
    const sure = /^(?:in|at|this|tomorrow|yesterday)$/.test(lowerAt(words, i + 3))
    return { clock: { hour: dayHalfAfter(words, i + 3, hour), minute, ...(sure ? {} : { unsure: true }) }, end: i + 3 }
  }
  if (minute === null) return inTheMorning(words, i, hour)
  if (mark?.form === '.' && !zoneAt(words, i)) return undefined
  // "won 3:15" and "Luke 12:30" look the same as a time; a time follows a small word or opens the line.
  if (
    before &&
    !/^(?:at|by|around|about|from|until|till|to|and|before|after|since|between|,|\(|-|–|circa|approximately)$/.test(
      before.lower,
    ) &&
    !zoneAt(words, i) &&
    before.kind !== 'digits'
  )
    return undefined
  return { clock: { hour, minute }, end: i }
}

/** "0200 GMT", "1435 hours". */
function military(words: readonly Word[], at: number): ClockRead | undefined {
  const form = words[at]?.form ?? ''
  const hour = Number(form.slice(0, 2))
  const minute = Number(form.slice(2))
  if (hour > 24 || minute > 59) return undefined
  const next = lowerAt(words, at + 1)
  if (next === 'gmt' || next === 'utc') return { clock: { hour, minute }, end: at + 2 }
  if (next === 'hours' || next === 'hrs') return { clock: { hour, minute }, end: at + 2 }
  return undefined
}

/** "half past ten", "a quarter to six". */
function readHalf(words: readonly Word[], at: number): ClockRead | undefined {
  let i = lowerAt(words, at) === 'a' ? at + 1 : at
  const what = lowerAt(words, i)
  if (what !== 'half' && what !== 'quarter') return undefined
  i++
  const sense = lowerAt(words, i)
  if (sense !== 'past' && !(what === 'quarter' && sense === 'to')) return undefined
  const word = words[i + 1]
  const hour = word?.kind === 'digits' ? Number(word.form) : smallNumber(word?.lower ?? '')
  if (hour === undefined || hour < 1 || hour > 12) return undefined
  const minute = what === 'half' ? 30 : sense === 'to' ? 45 : 15
  return { clock: { hour: sense === 'to' ? hour - 1 : hour, minute, unsure: true }, end: i + 2 }
}

/** "a.m.", "PM". */
function readHalfOfDay(words: readonly Word[], at: number): { pm: boolean; end: number } | undefined {
  const lower = lowerAt(words, at)
  if (lower === 'am' || lower === 'pm') {
    if (
      lower === 'am' &&
      words[at]?.spaced &&
      words[at]?.form === 'am' &&
      words[at + 1]?.kind === 'letters' &&
      lowerAt(words, at - 1).length > 2
    )
      return undefined
    return { pm: lower === 'pm', end: at + 1 }
  }
  if ((lower !== 'a' && lower !== 'p') || words[at + 1]?.form !== '.' || lowerAt(words, at + 2) !== 'm')
    return undefined
  return { pm: lower === 'p', end: isStop(words, at + 3) ? at + 4 : at + 3 }
}

/** "4 in the morning", "ten at night". */
function inTheMorning(words: readonly Word[], at: number, hour: number): ClockRead | undefined {
  if (hour < 1 || hour > 12) return undefined
  const [a, b, c] = [lowerAt(words, at), lowerAt(words, at + 1), lowerAt(words, at + 2)]
  if (a === 'in' && b === 'the' && /^(?:morning|afternoon|evening)$/.test(c)) {
    return { clock: { hour: (hour % 12) + (c === 'morning' ? 0 : 12), minute: null }, end: at + 3 }
  }
  if (a === 'at' && b === 'night')
    return { clock: { hour: hour < 6 ? hour : (hour % 12) + 12, minute: null }, end: at + 2 }
  return undefined
}

function dayHalfAfter(words: readonly Word[], at: number, hour: number): number {
  return /^(?:afternoon|evening|night)$/.test(lowerAt(words, at + 2)) && hour < 12 ? hour + 12 : hour
}

const zones =
  /^(?:gmt|utc|est|edt|et|cst|cdt|ct|mst|mdt|mt|pst|pdt|pt|cet|cest|bst|ist|msk|sgt|jst|eet|eest|bt|aest|aedt)$/

/** Skips a time zone: "PST", "local time", "Eastern time", "(GMT)". */
function zone(words: readonly Word[], at: number): number {
  const word = words[at]
  if (!word) return at
  if (zones.test(word.lower) && word.capital) return at + 1
  if (word.form === '(' && zones.test(lowerAt(words, at + 1)) && words[at + 2]?.form === ')') return at + 3
  if (/^(?:local|eastern|central|pacific|mountain|moscow|london|beijing|greenwich|universal)$/.test(word.lower)) {
    let i = at + 1
    if (/^(?:standard|daylight|mean|summer)$/.test(lowerAt(words, i))) i++
    if (lowerAt(words, i) === 'time') return i + 1
  }
  return at
}

function zoneAt(words: readonly Word[], at: number): boolean {
  return zone(words, at) > at
}
