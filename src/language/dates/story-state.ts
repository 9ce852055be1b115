import type { DayNumber } from '../../knowledge/calendar.js'
import type { DatePart } from '../../model/when.js'
import type { Expression } from './expression.js'
import type { Period } from './periods.js'
import type { Tense } from './tense.js'

/** A time expression with where it stands and how its clause is told. */
export interface Placed {
  readonly expression: Expression
  readonly sentence: number
  readonly paragraph: number
  readonly tense: Tense
  /** Whether it dates something that the words show to lie ahead, or to have lain ahead: "ahead of the vote on 12 November". */
  readonly ahead: boolean
  /** Whether it tells when something was said, not when it happened. */
  readonly said: boolean
  readonly start: number
  readonly end: number
}

/** What an expression comes to, in the spellings that TimePhrase has. */
export interface Resolution {
  readonly kind: 'date' | 'time' | 'duration' | 'set'
  readonly edtf: string | null
  readonly value: string
  readonly duration: string | null
  readonly known: readonly DatePart[]
  /** True where a date was meant that could not be found. */
  readonly unresolved: boolean
}

/** What is known while reading on: the day of publication and the dates met so far. */
export interface State {
  readonly published: DayNumber | null
  /** Whether the day of publication is known only roughly. */
  readonly vague: boolean
  /** The latest day that the report itself dates; stands in for a missing day of publication where only a year is to be chosen. */
  readonly latest: DayNumber | null
  /** Tells history rather than news: incomplete dates belong to the year being told. */
  readonly narrative: boolean
  /** Whether "03/04/2023" has the day first in this report; null where nothing tells. */
  readonly dayFirst: boolean | null
  readonly focus: Focus | null
  /** The date of what was last told to happen; that of a saying ("said on Friday") is passed over. */
  readonly told: Focus | null
  readonly quarter: Focus | null
}

/** The date last told, where the story stands. */
export interface Focus {
  readonly period: Period
  readonly sentence: number
  readonly paragraph: number
  /** Whether its year stood in the text, or came from such a one. */
  readonly ownYear: boolean
}
