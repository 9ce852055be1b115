import { isHyphen, lowerAt, type Word } from '../../numbers/words.js'
import type { Amount, Proposal } from '../expression.js'
import { readAmount, readUnit } from './read.js'

/**
 * "He served for six months."  →  P6M
 * "a two-year contract", "2 1/2 years", "a minute and a half", "the past three weeks", "the first nine months", "decades"
 */
export function duration(words: readonly Word[], at: number): Proposal | undefined {
  let i = at
  const article = /^(?:the|its|his|her|their|these|those)$/.test(lowerAt(words, i))
  if (article) i++
  const frame =
    /^(?:past|last|next|first|final|previous|preceding|following|coming|latest|recent|another|other|initial)$/.test(
      lowerAt(words, i),
    )
  if (frame) i++
  if (article && !frame && !readAmountOfMany(words, i)) return undefined
  const own = article && !/^the$/.test(lowerAt(words, at)) ? at + 1 : at
  const amount = readAmount(words, i)
  if (!amount) return frame ? undefined : bareUnits(words, at)
  if (frame && amount.article) return undefined
  i = amount.end
  let hyphen = isHyphen(words, i)
  if (hyphen) i++
  // "two to three weeks", "12-18 months", "a year or two"
  let upper: number | null | undefined
  if (!hyphen && /^(?:to|or|and)$/.test(lowerAt(words, i)) && amount.value !== null) {
    const other = readAmount(words, i + 1)
    if (other && !other.article && readUnit(words, other.end)?.plural) {
      upper = other.value
      i = other.end
    }
  } else if (hyphen && amount.digits && words[i]?.kind === 'digits') {
    const other = readAmount(words, i)
    if (other) {
      upper = other.value
      i = other.end
      hyphen = isHyphen(words, i)
      if (hyphen) i++
    }
  }
  const adjective =
    /^(?:more|full|whole|additional|extra|further|straight|consecutive|long|short|odd|entire|solid|trading|business|working|calendar|successive|single)$/
  let steps = 0
  while (steps < 2 && adjective.test(lowerAt(words, i)) && !hyphen) {
    i++
    steps++
  }
  const unit = readUnit(words, i)
  if (!unit) return undefined
  if (!fits(words, amount, unit, hyphen)) return undefined
  i = unit.end
  // "a 26-year-old" and "nine years old" are ages; numbers/ reads them.
  if (isAge(words, i)) return undefined
  if (unit.value === 'second' && !unit.plural && !hyphen && !amount.digits) return undefined
  // "three-quarters of the city"
  if (unit.value === 'quarter' && /^(?:of|percent)$/.test(lowerAt(words, unit.end))) return undefined
  if (
    (unit.value === 'quarter' || unit.value === 'season' || unit.value === 'night' || unit.value === 'weekend') &&
    !unit.plural &&
    !hyphen
  )
    return undefined
  const amounts: Amount[] = [{ amount: upper === undefined ? amount.value : null, unit: unit.value }]
  if (upper !== undefined && upper !== null && amount.value !== null)
    amounts[0] = { amount: amount.value, unit: unit.value }
  if (
    lowerAt(words, i) === 'and' &&
    lowerAt(words, i + 1) === 'a' &&
    lowerAt(words, i + 2) === 'half' &&
    amount.value !== null
  ) {
    amounts[0] = { amount: amount.value + 0.5, unit: unit.value }
    i += 3
  } else {
    const and = lowerAt(words, i) === 'and' || words[i]?.form === ',' ? i + 1 : i
    const more = readAmount(words, and)
    const smaller = more && !more.article ? readUnit(words, more.end) : undefined
    if (
      more &&
      smaller &&
      smaller.value !== unit.value &&
      more.digits === amount.digits &&
      more.value !== null &&
      !/^(?:ago|later|earlier)$/.test(lowerAt(words, smaller.end))
    ) {
      amounts.push({ amount: more.value, unit: smaller.value })
      i = smaller.end
    }
  }
  let approximate = false
  if (lowerAt(words, i) === 'or' && /^(?:so|more|less|two)$/.test(lowerAt(words, i + 1))) {
    approximate = true
    i += 2
  }
  if (amount.article && !approximate && amounts.length === 1 && amounts[0]!.amount === 1) {
    return articleLength(words, at, i, unit.value)
  }
  const way =
    upper !== undefined || amounts.length !== 1
      ? undefined
      : frame
        ? wayFromNow(words, own, at, i)
        : amount.value === null && isAhead(words, at, i)
          ? 1
          : undefined
  return {
    first: own,
    end: i,
    expression: { kind: 'duration', amounts, ...(approximate && { approximate }), ...(way && { fromNow: way }) },
    rule: 'duration',
  }
}

/** "within the past ten days" ends with the publication, "in the next two weeks" begins with it; "the last two weeks of May" does neither. */
function wayFromNow(words: readonly Word[], own: number, at: number, end: number): 1 | -1 | undefined {
  const which = lowerAt(words, lowerAt(words, at) === 'the' ? at + 1 : at)
  const placed = /^(?:in|within|over|for|during|throughout)$/.test(lowerAt(words, own - 1))
  if (!placed || /^(?:of|before|after|that)$/.test(lowerAt(words, end))) return undefined
  return which === 'past' || which === 'last' ? -1 : which === 'next' || which === 'coming' ? 1 : undefined
}

/** "in a few days’ time": within the days after the publication; "it can be done in a few days" is a length. */
function isAhead(words: readonly Word[], at: number, end: number): boolean {
  const time = /^['’]$/.test(lowerAt(words, end)) ? end + 1 : end
  return lowerAt(words, at - 1) === 'in' && lowerAt(words, time) === 'time'
}

/** "a year", "a week": a length, and after a sum of money or a count a rate. */
function articleLength(words: readonly Word[], at: number, end: number, unit: Amount['unit']): Proposal | undefined {
  if (
    /^(?:day|night|weekend|quarter|second|season)$/.test(unit) &&
    !/^(?:for|in|within|than|after|nearly|almost|about|over|under)$/.test(lowerAt(words, at - 1))
  ) {
    return unit === 'day' ? rate(words, at, end, unit) : undefined
  }
  return (
    rate(words, at, end, unit) ?? {
      first: at,
      end,
      expression: { kind: 'duration', amounts: [{ amount: 1, unit }] },
      rule: 'duration',
    }
  )
}

/** "$1.50 a year", "40 soldiers a week"  →  a set */
function rate(words: readonly Word[], at: number, end: number, unit: Amount['unit']): Proposal | undefined {
  for (let i = at - 1; i >= Math.max(0, at - 4); i--) {
    const word = words[i]
    if (
      !word ||
      word.form === ',' ||
      word.form === '.' ||
      /^(?:for|in|of|within|after|than|and|to|as)$/.test(word.lower)
    )
      break
    if (
      word.kind === 'digits' ||
      /^(?:million|billion|twice|once|times|thousand|dollars|cents|pounds|euros)$/.test(word.lower)
    ) {
      return { first: at, end, expression: { kind: 'set', amounts: [{ amount: 1, unit }] }, rule: 'rate' }
    }
  }
  return undefined
}

/** "for decades", "weeks of talks"  →  PXE, PXW */
function bareUnits(words: readonly Word[], at: number): Proposal | undefined {
  const unit = readUnit(words, at)
  if (!unit?.plural || isAge(words, unit.end)) return undefined
  if (/^(?:second|minute|hour|night|quarter|season|weekend)$/.test(unit.value)) {
    if (
      !/^(?:for|in|of|within|after)$/.test(lowerAt(words, at - 1)) ||
      unit.value === 'quarter' ||
      unit.value === 'season'
    )
      return undefined
  }
  const long = isHyphen(words, unit.end) && lowerAt(words, unit.end + 1) === 'long'
  const before = words[at - 1]
  if (
    before &&
    (before.kind === 'digits' ||
      isHyphen(words, at - 1) ||
      /^(?:of|old|other|all|two|both|those|his|her|my|our)$/.test(before.lower)) &&
    !long
  ) {
    if (before.lower !== 'of') return undefined
  }
  const ahead = lowerAt(words, unit.end) === 'ahead' || lowerAt(words, unit.end) === 'past'
  const first = before?.lower === 'the' ? at - 1 : at
  const end = long ? unit.end + 2 : ahead ? unit.end + 1 : unit.end
  return {
    first,
    end,
    expression: { kind: 'duration', amounts: [{ amount: null, unit: unit.value }] },
    rule: 'bare-units',
  }
}

function readAmountOfMany(words: readonly Word[], at: number): boolean {
  const amount = readAmount(words, at)
  return amount !== undefined && !amount.article && (readUnit(words, amount.end)?.plural ?? false)
}

/** A plural after many, a singular after one or after a hyphen: "two years", "a year", "two-year". */
function fits(
  words: readonly Word[],
  amount: { readonly value: number | null; readonly article: boolean },
  unit: { readonly plural: boolean; readonly end: number },
  hyphen: boolean,
): boolean {
  if (hyphen) return !unit.plural || amount.value !== 1
  if (amount.article) return !unit.plural
  if (unit.plural) return true
  if (amount.value === null) return false
  if (amount.value <= 1) return true
  // "five year low", "a four year term": spoken news leaves the hyphen out.
  const next = words[unit.end]
  return next?.kind === 'letters' && next.spaced
}

function isAge(words: readonly Word[], at: number): boolean {
  const next = isHyphen(words, at) ? at + 1 : at
  return (
    /^(?:old|olds)$/.test(lowerAt(words, next)) || (lowerAt(words, next) === 'of' && lowerAt(words, next + 1) === 'age')
  )
}
