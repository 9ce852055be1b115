import type { Word } from '../numbers/words.js'
import type { PartOfDay, Season, Unit } from './lexicon.js'

/** What a time expression says, before it is known which day was meant. Years are astronomical: 480 BC is −479. */
export interface Expression {
  readonly kind: 'calendar' | 'shift' | 'duration' | 'set' | 'reference'
  readonly year?: number
  /** A year named only by its business year. */
  readonly fiscal?: boolean
  readonly month?: number
  readonly day?: number
  /** Monday is 1. */
  readonly weekday?: number
  readonly quarter?: number
  readonly half?: number
  readonly season?: Season
  /** First year of a decade; below 100 where the century is left out ("the ’80s"). */
  readonly decade?: number
  /** First year of a century. */
  readonly century?: number
  /** Index into `holidays`. */
  readonly holiday?: number
  readonly weekend?: boolean
  readonly week?: boolean
  readonly clock?: Clock
  readonly part?: PartOfDay
  readonly which?: Which
  /** A unit counted from the publication or from the date in focus: "last year" is one year back. */
  readonly anchor?: Anchor
  /** "two months earlier", "a year ago". */
  readonly shift?: Shift
  /** Of durations: "a year and six months". */
  readonly amounts?: readonly Amount[]
  /** Of durations: whether it ends (−1) or begins (1) with the publication: "within the past ten days", "in the next two weeks". */
  readonly fromNow?: 1 | -1
  /** TIMEX3 value where it is settled by the words alone: "PAST_REF", "XXXX-WXX-2". */
  readonly value?: string
  readonly position?: Position
  readonly approximate?: boolean
  /** "13/01/2023" against "05/06/2023": which of the two is the month cannot be told. */
  readonly slash?: readonly [number, number]
  /** Which comes first in figures, where the figures themselves tell. */
  readonly order?: 'day-month' | 'month-day'
}

export interface Clock {
  readonly hour: number
  /** Null in "2 a.m.". */
  readonly minute: number | null
  /** Whether the words leave it open which half of the day is meant: "half past ten". */
  readonly unsure?: true
}

export interface Anchor {
  readonly unit: Unit
  readonly offset: number
  readonly from: 'published' | 'focus'
}

export interface Shift {
  /** Null where it is vague: "some years ago". */
  readonly amount: number | null
  readonly unit: Unit
  readonly sign: 1 | -1
  readonly from: 'published' | 'focus'
}

export interface Amount {
  readonly amount: number | null
  readonly unit: Unit
}

/** Which of the recurring Fridays, Mays or summers is meant. */
export type Which = 'last' | 'this' | 'next' | 'previous' | 'following' | 'same'

/** The third of a period that is meant: "early March", "mid-1990s", "the end of the year". */
export type Third = 'start' | 'middle' | 'end'

/** Where within the period; "earlier this year" is any time of it before the publication, "later this year" any time after. */
export type Position = Third | 'earlier' | 'later'

/** A stretch of words that a finder takes for a time expression. */
export interface Proposal {
  /** Word indices, end left out. */
  readonly first: number
  readonly end: number
  readonly expression: Expression
  readonly rule: string
}

/** Looks whether a time expression of its family begins at a word. */
export type Finder = (words: readonly Word[], at: number) => Proposal | undefined
