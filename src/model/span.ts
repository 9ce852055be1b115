import { firstWhere } from './halving.js'

/** A stretch of a report's text: UTF-16 code units from zero, `start` included, `end` left out. */
export interface Span {
  readonly report: string
  readonly start: number
  readonly end: number
}

/** A stretch of the text at hand, where the report is known from the context. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** Which rule made a thing, and from which words. */
export interface Because {
  readonly rule: string
  readonly spans: readonly Span[]
}

/** Whether two stretches share at least one character. */
export function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end
}

/** Whether `outer` holds the whole of `inner`. */
export function contains(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** How many characters some ranges cover together; none overlaps another. */
export function lengthOf(ranges: readonly Range[]): number {
  return ranges.reduce((sum, { start, end }) => sum + end - start, 0)
}

/** How many characters two lists of ranges have in common. */
export function sharedBy(some: readonly Range[], others: readonly Range[]): number {
  let shared = 0
  for (const a of some)
    for (const b of others) shared += Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
  return shared
}

/** The index of the first of some ranges in text order that begins at a position or after it, found by halving. */
export function firstFrom(ranges: readonly Range[], position: number): number {
  return firstWhere(ranges, ({ start }) => start >= position)
}

/** The index of the first of some ranges in text order, none inside another, that ends behind a position, found by halving. */
export function firstEndingAfter(ranges: readonly Range[], position: number): number {
  return firstWhere(ranges, ({ end }) => end > position)
}

/** The words of a span, as they stand in `text`. Throws a RangeError when the span does not fit the text. */
export function slice(text: string, range: Range): string {
  if (range.start < 0 || range.end > text.length || range.start > range.end) {
    throw new RangeError(`Span ${range.start}–${range.end} ends outside the text, which has ${text.length} characters`)
  }
  return text.slice(range.start, range.end)
}
