import { scaleUtc } from 'd3-scale'
import type { ComponentChildren } from 'preact'
import { useMemo, useRef } from 'preact/hooks'
import type { TimelineEntry } from '../../model/findings.js'
import { dateInWords, type Extent, extentOf } from '../../presentation/dates.js'
import { reportsOf } from '../../presentation/story.js'
import { useRoomFor, useWidth } from '../hooks.js'
import { VirtualList } from '../parts/virtual-list.js'
import { WitnessMark } from '../parts/witness-mark.js'
import { Words } from '../parts/words.js'
import { useRoom } from '../room.js'

interface Entry {
  readonly index: number
  readonly entry: TimelineEntry
  readonly extent: Extent | null
}

/** What is said to have happened, in order: sharp where the words are exact, wide and pale where they are not. */
export function TimelineView(): ComponentChildren {
  const { story, route, link } = useRoom()
  const view = useRef<HTMLDivElement>(null)
  const space = useRoomFor(view)
  const entries = useMemo(
    () =>
      story.findings.timeline
        .map((entry, index): Entry => ({ index, entry, extent: extentOf(entry.when) }))
        .sort((a, b) => startOf(a) - startOf(b) || a.index - b.index),
    [story],
  )
  return (
    <div class="timeline" ref={view}>
      <h1>Timeline</h1>
      {entries.length === 0 ? (
        <p class="empty">The reports date nothing that could be placed in time.</p>
      ) : (
        <>
          <p class="legend">
            <span class="swatch is-sharp">to the day or minute</span>
            <span class="swatch is-wide">some time within</span>
            <span class="swatch is-about">about</span>
            <span class="swatch is-disputed">disputed</span>
          </p>
          <Overview entries={entries} />
          <VirtualList
            items={entries}
            rowHeight={space === 'wide' ? 64 : 96}
            label="Events"
            keyOf={({ index }) => String(index)}
            shown={entries.find((one) => one.entry.claims.includes(route['claim'] ?? ''))?.index.toString()}
          >
            {({ entry, extent }) => {
              const [id] = entry.claims
              const claim = story.claims.get(id ?? '')
              return (
                <a
                  class={`event-row${entry.disputed ? ' is-disputed' : ''}`}
                  href={link({ claim: id ?? null })}
                  aria-current={id !== undefined && route['claim'] === id ? 'true' : undefined}
                >
                  <span class="event-date">
                    <Words text={dateInWords(entry.when)} />
                  </span>
                  <Precision extent={extent} disputed={entry.disputed} />
                  <span class="gist">
                    <Words text={entry.gist} />
                    {entry.disputed && <em> disputed</em>}
                  </span>
                  {claim !== undefined && (
                    <WitnessMark
                      reports={reportsOf(claim, story).length}
                      independent={claim.independent}
                      disputed={entry.disputed}
                    />
                  )}
                </a>
              )
            }}
          </VirtualList>
        </>
      )}
    </div>
  )
}

// How exact the date is, as a shape: a dot, a bar, a bar that fades, an arrow that is open.
function Precision({
  extent,
  disputed,
}: {
  readonly extent: Extent | null
  readonly disputed: boolean
}): ComponentChildren {
  const kind = kindOf(extent)
  const wide = { minute: 0, day: 0, month: 20, season: 28, year: 36, longer: 44 }[extent?.precision ?? 'longer']
  return (
    <svg class={`precision is-${kind}${disputed ? ' is-disputed' : ''}`} viewBox="0 0 56 20" aria-hidden="true">
      {wide === 0 ? <circle cx="28" cy="10" r="5" /> : <rect x={28 - wide / 2} y="6" width={wide} height="8" rx="4" />}
      {extent !== null && extent.from === Number.NEGATIVE_INFINITY && <path d="M10 4l-6 6 6 6" />}
      {extent !== null && extent.to === Number.POSITIVE_INFINITY && <path d="M46 4l6 6-6 6" />}
    </svg>
  )
}

// All events on one line; the few that lie far before or after stand at the edge with an arrow, so that the rest has room.
function Overview({ entries }: { readonly entries: readonly Entry[] }): ComponentChildren {
  const { link } = useRoom()
  const frame = useRef<HTMLDivElement>(null)
  const width = Math.max(280, useWidth(frame))
  const dated = entries.filter(
    (one) => one.extent !== null && Number.isFinite(one.extent.from) && Number.isFinite(one.extent.to),
  )
  const starts = dated.map((one) => one.extent!.from).sort((a, b) => a - b)
  const [first, last] = focusOf(starts)
  const edge = 26
  const x = scaleUtc([first, last], [edge, width - edge])
  const room = 46
  const ticks: Date[] = []
  for (const tick of x.ticks(Math.max(2, Math.floor(width / 130)))) {
    const before = ticks.at(-1)
    const free = before === undefined ? x(tick) > room : x(tick) - x(before) > 2 * room
    if (free && x(tick) < width - room) ticks.push(tick)
  }
  const at = (time: number): number => Math.min(width - 8, Math.max(8, x(time)))
  const lanes: number[] = []
  const drawn = dated.slice(0, 2000).map((one) => {
    const { from, to } = one.extent!
    const left = at(from)
    const right = Math.max(left + 9, at(to))
    let lane = lanes.findIndex((end) => end + 2 < left)
    if (lane < 0) lane = lanes.length < 14 ? lanes.length : lanes.indexOf(Math.min(...lanes))
    lanes[lane] = right
    return { one, left, right, lane, outside: to <= first || from > last }
  })
  const height = Math.max(3, lanes.length) * 11 + 34
  return (
    <div ref={frame} class="overview">
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the list below has the same events as links. */}
      <svg
        onClick={(event) => {
          const claim = (event.target as Element).closest<SVGElement>('[data-claim]')?.dataset['claim']
          if (claim !== undefined) location.hash = link({ claim })
        }}
        width={width}
        height={height}
        role="img"
        aria-label={`${dated.length} dated events between ${label(first, last - first)} and ${label(last, last - first)}`}
      >
        {ticks.map((tick) => (
          <g class="tick">
            <path d={`M${x(tick)} 0V${height - 22}`} />
            <text x={x(tick)} y={height - 6}>
              {label(tick.getTime(), last - first)}
            </text>
          </g>
        ))}
        {drawn.map(({ one, left, right, lane, outside }) => {
          const y = 6 + lane * 11
          const kind = kindOf(one.extent)
          const names = `event is-${kind}${one.entry.disputed ? ' is-disputed' : ''}`
          return (
            <g data-claim={one.entry.claims[0]}>
              <title>{`${dateInWords(one.entry.when)}: ${one.entry.gist.slice(0, 200)}`}</title>
              {outside ? (
                <path class={names} d={left < width / 2 ? `M12 ${y}l-7 4 7 4z` : `M${width - 12} ${y}l7 4-7 4z`} />
              ) : kind === 'sharp' ? (
                <circle class={names} cx={(left + Math.min(right, left + 9)) / 2} cy={y + 4} r="4" />
              ) : (
                <rect class={names} x={left} y={y} width={right - left} height="8" rx="4" />
              )}
            </g>
          )
        })}
      </svg>
    </div>
  )
}

/**
 * The stretch in which most events begin: up to a quarter of them may be left outside, at either end, where that makes
 * the stretch so much shorter that it is worth the loss (each must save a third of what is left).
 */
export function focusOf(starts: readonly number[]): readonly [number, number] {
  const day = 86_400_000
  if (starts.length === 0) return [0, day]
  const spare = Math.min(60, Math.floor(starts.length / 4))
  const ends = (left: number, right: number): readonly [number, number] => [
    starts[left]!,
    starts[starts.length - 1 - right]!,
  ]
  let best = ends(0, 0)
  let bestWorth = 0
  const all = Math.max(day, best[1] - best[0])
  for (let left = 0; left <= spare; left++) {
    for (let right = 0; left + right <= spare; right++) {
      const [from, to] = ends(left, right)
      const worth = Math.log(all / Math.max(day, to - from)) - 0.4 * (left + right)
      if (worth > bestWorth) [best, bestWorth] = [[from, to], worth]
    }
  }
  const room = Math.max(day, (best[1] - best[0]) * 0.04)
  return [best[0] - room, best[1] + room]
}

function kindOf(extent: Extent | null): 'sharp' | 'wide' | 'about' {
  if (extent === null || extent.about) return 'about'
  return extent.precision === 'minute' || extent.precision === 'day' ? 'sharp' : 'wide'
}

function startOf({ extent }: Entry): number {
  if (extent === null) return Number.POSITIVE_INFINITY
  return Number.isFinite(extent.from) ? extent.from : extent.to - 1
}

function label(time: number, span: number): string {
  const day = 86_400_000
  const iso = new Date(time).toISOString()
  if (span > 4 * 365 * day) return iso.slice(0, 4)
  if (span > 90 * day) return dateInWords(iso.slice(0, 7))
  if (span > 3 * day) return dateInWords(iso.slice(0, 10)).replace(/ \d{4}$/, '')
  return `${dateInWords(iso.slice(0, 10)).replace(/ \d{4}$/, '')} ${iso.slice(11, 16)}`
}
