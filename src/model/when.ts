import type { Range } from './span.js'

export type DatePart =
  | 'year'
  | 'month'
  | 'day'
  | 'weekday'
  | 'hour'
  | 'minute'
  | 'decade'
  | 'century'
  | 'season'
  | 'week'

/** When a thing is said to have happened. */
export interface When extends Range {
  /** EDTF, as exact as the words allow: "2022-07", "2022-11~", "2022-07-06/2022-11-06". */
  readonly edtf: string
  /** The parts that stand in the text; the rest is implied by the date of publication or the date in focus. */
  readonly known: readonly DatePart[]
}

/** A date, time, duration or recurring time as the text words it. */
export interface TimePhrase extends Range {
  readonly sentence: number
  readonly kind: 'date' | 'time' | 'duration' | 'set'
  /** EDTF for dates and times, and for lengths that begin or end with the publication ("within the past ten days"); null for other durations, for sets, and where the text does not tell. */
  readonly edtf: string | null
  readonly known: readonly DatePart[]
  /** ISO 8601 duration ("P2M", "PT3H") of a duration or of the distance in "two months earlier". */
  readonly duration: string | null
  /** TIMEX3 value ("2023-01-13", "P2M", "PAST_REF", "2023-W03") for exchange and scoring. */
  readonly value: string
  readonly rule: string
}

/** A number as the text words it, with what it counts. */
export interface NumberPhrase extends Range {
  readonly sentence: number
  /** "4", "30..40", "10..", "..5", "~20000": a value, a range, or an approximate value. */
  readonly value: string
  /** What is counted or measured, as a lemma or symbol: "soldier", "km", "USD", "%", "year"; null where it stands alone. */
  readonly unit: string | null
  /** "week" in "30–40 soldiers per week". */
  readonly per: string | null
  readonly rule: string
}
