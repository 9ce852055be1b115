import type { ComponentChildren } from 'preact'
import type { Range, Span } from '../../model/span.js'
import { contextOf, type Story } from '../../presentation/story.js'
import { useRoom } from '../room.js'
import { Words } from './words.js'

/** A stretch to make stand out: the words themselves, or who says so and how. */
export interface Highlight extends Range {
  readonly as: 'words' | 'voice' | 'cue'
}

/** Exact words in their sentence, as they stand in the report: `span` is marked, with what else is named. */
export function Quote({
  span,
  also = [],
}: {
  readonly span: Span
  readonly also?: readonly Highlight[]
}): ComponentChildren {
  const { story } = useRoom()
  const text = story.reports.get(span.report)?.text ?? ''
  const whole = contextOf(span, story)
  const near = also.filter((mark) => mark.start < whole.end + 200 && mark.end > whole.start - 200)
  const start = Math.min(whole.start, ...near.map((mark) => mark.start))
  const end = Math.max(whole.end, ...near.map((mark) => mark.end))
  return (
    <q class="quote">
      <Marked text={text} range={{ start, end }} marks={[{ ...span, as: 'words' }, ...near]} />
    </q>
  )
}

/** Spans by the sentence they stand in, in the order in which the sentences are first met: a sentence is shown once, whatever is marked in it. */
export function bySentence(spans: readonly Span[], story: Story): (readonly [Span, ...Span[]])[] {
  const sentences = new Map<string, [Span, ...Span[]]>()
  for (const span of spans) {
    const key = `${span.report}:${contextOf(span, story).start}`
    const before = sentences.get(key)
    if (before === undefined) sentences.set(key, [span])
    else before.push(span)
  }
  return [...sentences.values()]
}

/** A stretch of text with marks in it; where marks lie on one another, the first named wins. */
export function Marked({
  text,
  range,
  marks,
}: {
  readonly text: string
  readonly range: Range
  readonly marks: readonly Highlight[]
}): ComponentChildren {
  const edges = [range.start, range.end, ...marks.flatMap((mark) => [mark.start, mark.end])]
  const cuts = [...new Set(edges)].filter((at) => at >= range.start && at <= range.end).sort((a, b) => a - b)
  const runs: { start: number; end: number; mark: Highlight | undefined }[] = []
  for (const [i, start] of cuts.slice(0, -1).entries()) {
    const end = cuts[i + 1] ?? range.end
    const mark = marks.find((one) => one.start <= start && end <= one.end)
    const last = runs.at(-1)
    if (last !== undefined && last.mark === mark) last.end = end
    else runs.push({ start, end, mark })
  }
  return runs.map(({ start, end, mark }) => {
    const words = <Words text={text.slice(start, end)} />
    if (mark === undefined) return words
    return mark.as === 'words' ? <mark>{words}</mark> : <span class={`mark-${mark.as}`}>{words}</span>
  })
}
