import type { ComponentChildren } from 'preact'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Statement } from '../../model/findings.js'
import type { Report } from '../../model/report.js'
import type { Range, Span } from '../../model/span.js'
import { dateInWords } from '../../presentation/dates.js'
import { isDisputed, reportName, type Story, standingOf } from '../../presentation/story.js'
import { useWidth } from '../hooks.js'
import { chosenSentence, parallelsOf, rangeOf } from '../parallels.js'
import { Words } from '../parts/words.js'
import { useRoom } from '../room.js'

/** The reports side by side, each its own text untouched, with a margin line that shows how each sentence stands. */
export function ReaderView(): ComponentChildren {
  const { story, route, link } = useRoom()
  const frame = useRef<HTMLDivElement>(null)
  const room = useWidth(frame)
  const width = room < 560 ? 1 : room < 960 ? 2 : 3
  const { reports } = story.findings
  const chosen = useMemo(() => chosenSentence(story, route), [story, route['statement'], route['report'], route['at']])
  const parallels = useMemo(() => (chosen === null ? [] : parallelsOf(chosen.report, chosen, story)), [chosen, story])
  const columns = columnsFor(
    story,
    route,
    width,
    chosen,
    parallels.map((one) => one.report),
  )

  return (
    <div class="reader" ref={frame}>
      <header>
        <h1>Reader</h1>
        <p class="legend">
          <span class="swatch is-several">two witnesses or more</span>
          <span class="swatch is-one">one</span>
          <span class="swatch is-unknown">none that can be told</span>
          <span class="swatch is-disputed">disputed</span>
        </p>
      </header>
      {reports.length === 0 && <p class="empty">No report could be read.</p>}
      <div class="columns" style={{ gridTemplateColumns: `repeat(${columns.length || 1}, minmax(0, 1fr))` }}>
        {columns.map((report, i) => (
          <Column
            key={report.id}
            report={report}
            chosen={chosen?.report === report.id ? chosen : null}
            at={route['report'] === report.id ? rangeOf(route['at']) : null}
            parallels={parallels.filter((one) => one.report === report.id).map((one) => one.range)}
            picker={
              <select
                aria-label={`Report in column ${i + 1}`}
                value={report.id}
                onChange={(event) => {
                  const ids = columns.map((one, k) => (k === i ? event.currentTarget.value : one.id))
                  location.hash = link({
                    report: ids[0] ?? null,
                    beside: ids.slice(1).join(','),
                    statement: null,
                    at: null,
                  })
                }}
              >
                {reports.map((one) => (
                  <option value={one.id}>{`${one.id} ${reportName(one)}`.slice(0, 70)}</option>
                ))}
              </select>
            }
          />
        ))}
      </div>
    </div>
  )
}

/** The reports to show: the chosen one, those set beside it, those with a parallel, then the story's first. */
function columnsFor(
  story: Story,
  route: Readonly<Record<string, string>>,
  n: number,
  chosen: Span | null,
  parallel: readonly string[],
): Report[] {
  const beside = (route['beside'] ?? '').split(',')
  const wanted = [
    route['report'],
    chosen?.report,
    ...beside,
    ...parallel,
    ...story.findings.reports.slice(0, n).map((r) => r.id),
  ]
  const ids = [...new Set(wanted)].filter((id) => id !== undefined && story.reports.has(id)).slice(0, n)
  return ids.map((id) => story.reports.get(id!)!)
}

interface Sentence extends Range {
  readonly kind: 'furniture' | 'heading' | 'several' | 'one' | 'unknown' | 'none'
  readonly disputed: boolean
  readonly statement: Statement | null
}

function Column({
  report,
  chosen,
  at,
  parallels,
  picker,
}: {
  readonly report: Report
  readonly chosen: Range | null
  readonly at: Range | null
  readonly parallels: readonly Range[]
  readonly picker: ComponentChildren
}): ComponentChildren {
  const { story, link } = useRoom()
  const frame = useRef<HTMLDivElement>(null)
  const sentences = useMemo(() => sentencesOf(report, story), [report, story])
  const target = chosen ?? parallels[0] ?? at

  useEffect(() => {
    if (target === null || target === undefined) return
    const marked = frame.current?.querySelector('.is-chosen, .is-parallel, .is-at')
    if (marked instanceof HTMLElement && frame.current !== null)
      frame.current.scrollTop += marked.getBoundingClientRect().top - frame.current.getBoundingClientRect().top - 120
  }, [target?.start, report.id])

  const step = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    const all = [...(frame.current?.querySelectorAll<HTMLElement>('a.sentence') ?? [])]
    const now = all.indexOf(document.activeElement as HTMLElement)
    const next = all[now + (event.key === 'ArrowDown' ? 1 : -1)]
    if (now < 0 || next === undefined) return
    event.preventDefault()
    next.focus()
  }

  return (
    <section class="column" aria-label={`Report ${report.id}`}>
      <header>
        {picker}
        <div class="meta">
          {report.published === null ? 'no date' : dateInWords(report.published)}
          {report.byline !== null && (
            <>
              {' · '}
              <Words text={report.byline} />
            </>
          )}
          {report.publishedBecause !== null && (
            <details>
              <summary>
                {report.publishedBecause.startsWith('inferred') ? 'date inferred' : 'where the date is from'}
              </summary>
              <Words text={report.publishedBecause} />
            </details>
          )}
        </div>
      </header>
      <div ref={frame} class="column-text" tabIndex={0} role="group" aria-label="Text of the report" onKeyDown={step}>
        <Margin sentences={sentences} frame={frame} />
        <p>
          {pieces(report.text, sentences).map((piece) => {
            const words = <Words text={report.text.slice(piece.start, piece.end)} />
            const { sentence } = piece
            if (sentence === null) return words
            const marks = [
              within(sentence, chosen) && 'is-chosen',
              parallels.some((range) => within(sentence, range)) && 'is-parallel',
              within(sentence, at) && 'is-at',
              `is-${sentence.kind}`,
            ]
            const names = `sentence ${marks.filter(Boolean).join(' ')}`
            const own = `${sentence.start}-${sentence.end}`
            return (
              <a
                class={names}
                data-start={sentence.start}
                aria-current={within(sentence, chosen) ? 'true' : undefined}
                href={link({
                  report: report.id,
                  statement: sentence.statement?.id ?? null,
                  at: sentence.statement === null ? own : null,
                })}
              >
                {words}
              </a>
            )
          })}
        </p>
      </div>
    </section>
  )
}

/** Sentences without a claim have no line. */
const bars: ReadonlySet<Sentence['kind']> = new Set(['several', 'one', 'unknown'])

// A line in the margin for every sentence, as high as its words: a sentence that begins in the middle of a line begins in the middle of it here too.
function Margin({
  sentences,
  frame,
}: {
  readonly sentences: readonly Sentence[]
  readonly frame: { readonly current: HTMLDivElement | null }
}): ComponentChildren {
  const width = useWidth(frame)
  const [lines, setLines] = useState<readonly { top: number; height: number; name: string }[]>([])
  useLayoutEffect(() => {
    const element = frame.current
    if (element === null) return
    const known = new Map(sentences.map((sentence) => [String(sentence.start), sentence]))
    const base = element.getBoundingClientRect()
    const found = [...element.querySelectorAll<HTMLElement>('a.sentence')].flatMap((link) => {
      const boxes = link.getClientRects()
      const [first, last] = [boxes[0], boxes[boxes.length - 1]]
      const sentence = known.get(link.dataset['start'] ?? '')
      if (first === undefined || last === undefined || sentence === undefined || !bars.has(sentence.kind)) return []
      const share = (x: number): number => Math.min(1, Math.max(0, (x - base.left - 28) / (base.width - 44)))
      const top = first.top - base.top + element.scrollTop + first.height * share(first.left)
      const end = last.top - base.top + element.scrollTop + last.height * share(last.right)
      const name = `is-${sentence.kind}${sentence.disputed ? ' is-disputed' : ''}`
      return [{ top: top + 1, height: Math.max(3, end - top - 2), name }]
    })
    setLines(found)
  }, [sentences, width])
  return (
    <div class="margin" aria-hidden="true">
      {lines.map(({ top, height, name }) => (
        <i class={name} style={{ top: `${top}px`, height: `${height}px` }} />
      ))}
    </div>
  )
}

/** The sentences of a report with how well each stands: as its weakest claim does. */
function sentencesOf(report: Report, story: Story): Sentence[] {
  const statements = story.statementsIn.get(report.id) ?? []
  const ranges = story.readings.get(report.id)?.sentences ?? []
  let next = 0
  return ranges.map(({ start, end, kind }) => {
    while (next < statements.length && statements[next]!.start < start) next++
    const here: Statement[] = []
    for (let i = next; i < statements.length && statements[i]!.start < end; i++) here.push(statements[i]!)
    const claims = here.flatMap((one) => story.claimOf.get(one.id) ?? [])
    const stands = claims.map(standingOf)
    const weakest = (['unknown', 'one', 'several'] as const).find((standing) => stands.includes(standing))
    return {
      start,
      end,
      kind:
        kind === 'furniture'
          ? 'furniture'
          : kind === 'heading' && weakest === undefined
            ? 'heading'
            : (weakest ?? 'none'),
      disputed: claims.some((claim) => isDisputed(claim, story)),
      statement: here[0] ?? null,
    }
  })
}

// The whole text in order: sentences, and what lies between them.
function pieces(text: string, sentences: readonly Sentence[]): (Range & { readonly sentence: Sentence | null })[] {
  const out: (Range & { readonly sentence: Sentence | null })[] = []
  let at = 0
  for (const sentence of sentences) {
    if (sentence.start > at) out.push({ start: at, end: sentence.start, sentence: null })
    out.push({ start: sentence.start, end: sentence.end, sentence })
    at = sentence.end
  }
  if (at < text.length) out.push({ start: at, end: text.length, sentence: null })
  return out
}

function within(sentence: Range, range: Range | null): boolean {
  return range !== null && sentence.start < range.end && range.start < sentence.end
}
