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

/** The words of a span, as they stand in `text`. Throws a RangeError when the span does not fit the text. */
export function slice(text: string, range: Range): string {
  if (range.start < 0 || range.end > text.length || range.start > range.end) {
    throw new RangeError(`Span ${range.start}–${range.end} ends outside the text, which has ${text.length} characters`)
  }
  return text.slice(range.start, range.end)
}
