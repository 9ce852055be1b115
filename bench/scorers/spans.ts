import { f1 } from '../result.js'

/** A labelled stretch; `document` keeps apart stretches of different texts. */
export interface LabelledSpan {
  readonly document: number
  readonly start: number
  readonly end: number
  readonly label: string
}

export interface SpanScore {
  readonly precision: number
  readonly recall: number
  readonly f1: number
  readonly right: number
  readonly found: number
  readonly wanted: number
}

/** Exact-span precision, recall and F1 as conlleval counts them: a span is right when both ends and the label are. */
export function scoreSpans(found: readonly LabelledSpan[], gold: readonly LabelledSpan[]): SpanScore {
  const key = (span: LabelledSpan) => `${span.document} ${span.start} ${span.end} ${span.label}`
  const wanted = new Set(gold.map(key))
  const given = new Set(found.map(key))
  const right = [...given].filter((span) => wanted.has(span)).length
  return { ...f1(right, given.size, wanted.size), right, found: given.size, wanted: wanted.size }
}

/**
 * Spans of a sequence of BIO tags. As in conlleval, an I- that follows no tag of its label begins a span.
 */
export function spansFromBio(tags: readonly string[], document = 0, offset = 0): LabelledSpan[] {
  const spans: LabelledSpan[] = []
  let start = -1
  let label = ''
  const close = (end: number) => {
    if (start >= 0) spans.push({ document, start: offset + start, end: offset + end, label })
    start = -1
  }
  tags.forEach((tag, i) => {
    const kind = tag.slice(0, 1)
    const name = tag.slice(2)
    if (kind === 'O' || kind === 'B' || name !== label) close(i)
    if (kind === 'O') label = ''
    else if (start < 0) {
      start = i
      label = name
    }
  })
  close(tags.length)
  return spans
}
