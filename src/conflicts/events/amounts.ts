import type { Reading } from '../../model/reading.js'
import type { NumberPhrase } from '../../model/when.js'
import { lyingIn } from '../lists.js'

/** What a number phrase allows: from … to, both included. */
export interface Amount {
  readonly low: number
  readonly high: number
  readonly unit: string
  readonly per: string | null
  readonly phrase: NumberPhrase
  readonly words: string
  /** "dozens", "tens of thousands" */
  readonly round: boolean
}

/** Units that count the same: nouns for those who fight, for those who are hurt. */
const units: Readonly<Record<string, string>> = {
  soldier: 'soldier',
  troop: 'soldier',
  fighter: 'soldier',
  man: 'man',
  people: 'person',
  person: 'person',
  document: 'file',
  kilometre: 'km',
  kilometer: 'km',
  metre: 'm',
  meter: 'm',
}

/** Round words whose exact value nobody means: "tens of thousands". */
const rounds: readonly (readonly [RegExp, number])[] = [
  [/\bhundreds of thousands\b/i, 200_000],
  [/\btens of thousands\b/i, 20_000],
  [/\bhundreds of millions\b/i, 200_000_000],
  [/\btens of millions\b/i, 20_000_000],
  [/\bmillions\b/i, 2_000_000],
  [/\bthousands\b/i, 2_000],
  [/\bhundreds\b/i, 200],
  [/\bdozens\b/i, 24],
  [/\bscores\b/i, 40],
]

/** The amounts of a stretch of a report that count something. */
export function amountsIn(reading: Reading, start: number, end: number): Amount[] {
  return lyingIn(reading.numbers, start, end).flatMap((phrase) => {
    if (phrase.unit === null || phrase.unit === 'year-old') return []
    const before = reading.report.text.slice(Math.max(0, phrase.start - 12), phrase.start)
    // "three- to four-page", "the Sept. 11 hijackers"
    if (/-\s(?:to|or)\s$|\b(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*\.?\s$/.test(before))
      return []
    const words = reading.report.text.slice(phrase.start, phrase.end).replace(/\s+/g, ' ')
    const bounds = boundsOf(phrase.value, words)
    const unit = units[phrase.unit] ?? phrase.unit
    return bounds ? [{ ...bounds, unit, per: phrase.per, phrase, words }] : []
  })
}

/** Whether two amounts cannot be one. */
export function apart(a: Amount, b: Amount): boolean {
  return a.high < b.low || b.high < a.low
}

function boundsOf(value: string, words: string): { low: number; high: number; round: boolean } | null {
  // "thousands" may be tens of thousands; "tens of thousands" are no hundreds of thousands.
  for (const [pattern, low] of rounds)
    if (pattern.test(words) && !/\d/.test(words))
      return { low, high: / of (?:thousand|million)/i.test(words) ? low * 5 - 1 : low * 50 - 1, round: true }
  const range = /^(~?)(\d+(?:\.\d+)?)?(\.\.)?(\d+(?:\.\d+)?)?$/.exec(value)
  if (!range) return null
  const [, about, first, dots, second] = range
  const slack = about ? 0.2 : 0
  const low = first === undefined ? 0 : Number(first) * (1 - slack)
  const high = second !== undefined ? Number(second) : dots ? Number.POSITIVE_INFINITY : Number(first) * (1 + slack)
  return { low, high, round: false }
}
