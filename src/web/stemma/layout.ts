import type { StemmaGraph } from './graph.js'

export const boxWidth = 148
export const boxHeight = 40
const layerGap = 104
const gap = 14
/** With more long edges than this no room is made for them between the boxes: they would push everything apart. */
const mostStandIns = 240
/** A row with more boxes than this is set in two lines, one between the other, and takes half the width. */
const longRow = 7
const stagger = 54

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Layout {
  readonly width: number
  readonly height: number
  /** The middle of each node's box. */
  readonly places: ReadonlyMap<string, Point>
  /** For each edge the points it goes through, from the foot of one box to the head of the other. */
  readonly ways: ReadonlyMap<string, readonly Point[]>
}

/**
 * Layers from witnesses down to reports: each node under all it leans on, reports under all voices. Long edges pass through
 * stand-ins in the layers between; layers are ordered by the mean place of their neighbours (Sugiyama's method), then
 * spread so that boxes do not touch. Rings are cut where they close.
 */
export function layOut(graph: StemmaGraph): Layout {
  const forward = withoutRings(graph)
  const layer = layersOf(graph, forward)
  const rows: string[][] = []
  const depth = Math.max(0, ...layer.values())
  for (let l = 0; l <= depth; l++) rows.push([])
  for (const id of graph.nodes.keys()) rows[layer.get(id) ?? 0]!.push(id)

  // Stand-ins for edges that pass through layers.
  const up = new Map<string, string[]>()
  const down = new Map<string, string[]>()
  const through = new Map<string, string[]>()
  const tie = (a: string, b: string): void => {
    down.set(a, [...(down.get(a) ?? []), b])
    up.set(b, [...(up.get(b) ?? []), a])
  }
  const lengths = graph.edges.map((edge) => Math.abs(layer.get(edge.to)! - layer.get(edge.from)!) - 1)
  const crowded = lengths.reduce((sum, length) => sum + Math.max(0, length), 0) > mostStandIns
  for (const edge of graph.edges) {
    const [top, foot] = forward.has(edge.id) ? [edge.from, edge.to] : [edge.to, edge.from]
    const [first, last] = [layer.get(top) ?? 0, layer.get(foot) ?? 0]
    let before = top
    const passed: string[] = []
    for (let l = first + 1; l < last && !crowded; l++) {
      const id = `${edge.id}@${l}`
      rows[l]!.push(id)
      passed.push(id)
      tie(before, id)
      before = id
    }
    tie(before, foot)
    through.set(edge.id, forward.has(edge.id) ? passed : passed.reverse())
  }

  const place = new Map<string, number>()
  const number = (row: readonly string[]): void => {
    for (const [i, id] of row.entries()) place.set(id, i)
  }
  rows.forEach(number)
  for (let pass = 0; pass < 8; pass++) {
    const down_ = pass % 2 === 0
    for (const row of down_ ? rows : [...rows].reverse()) {
      const ties = down_ ? up : down
      const mean = new Map(
        row.map((id) => [id, average((ties.get(id) ?? []).map((one) => place.get(one)!)) ?? place.get(id)!]),
      )
      row.sort((a, b) => mean.get(a)! - mean.get(b)! || place.get(a)! - place.get(b)!)
      number(row)
    }
  }

  const x = new Map<string, number>()
  const boxesIn = rows.map((row) => row.filter((id) => graph.nodes.has(id)).length)
  const level = new Map(rows.flatMap((row, l) => row.map((id) => [id, l] as const)))
  const isLong = (id: string): boolean => boxesIn[level.get(id)!]! > longRow
  const wide = (id: string): number => (graph.nodes.has(id) ? (isLong(id) ? boxWidth / 2 : boxWidth) : 8)
  for (const row of rows) {
    let at = 0
    for (const id of row) {
      x.set(id, at + wide(id) / 2)
      at += wide(id) + gap
    }
  }
  for (let pass = 0; pass < 10; pass++) {
    for (const row of pass % 2 === 0 ? rows : [...rows].reverse()) {
      const wish = row.map(
        (id) => average([...(up.get(id) ?? []), ...(down.get(id) ?? [])].map((one) => x.get(one)!)) ?? x.get(id)!,
      )
      for (const [i, at] of spread(row.map(wide), wish).entries()) x.set(row[i]!, at)
    }
  }
  const [left, right] = [...x].reduce(
    ([a, b], [id, at]) => {
      const half = (graph.nodes.has(id) ? boxWidth : 8) / 2
      return [Math.min(a, at - half), Math.max(b, at + half)]
    },
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  )
  const heads = rows.map((_, l) => l * layerGap + boxesIn.slice(0, l).filter((n) => n > longRow).length * stagger + 34)
  const second = new Set(
    rows.flatMap((row, l) =>
      boxesIn[l]! > longRow ? row.filter((id) => graph.nodes.has(id)).filter((_, i) => i % 2 === 1) : [],
    ),
  )
  const point = (id: string): Point => ({
    x: x.get(id)! - left + 12,
    y: heads[level.get(id)!]! + (second.has(id) ? stagger : graph.nodes.has(id) || !isLong(id) ? 0 : stagger / 2),
  })
  return {
    width: right - left + 24,
    height: heads.at(-1)! + (boxesIn.at(-1)! > longRow ? stagger : 0) + 34,
    places: new Map([...graph.nodes.keys()].map((id) => [id, point(id)])),
    ways: new Map(
      graph.edges.map((edge) => {
        const [a, b] = [point(edge.from), point(edge.to)]
        const down_ = a.y <= b.y ? 1 : -1
        return [
          edge.id,
          [
            { x: a.x, y: a.y + (down_ * boxHeight) / 2 },
            ...through.get(edge.id)!.map(point),
            { x: b.x, y: b.y - (down_ * boxHeight) / 2 },
          ],
        ]
      }),
    ),
  }
}

/** A smooth line through the points: upright at both ends and where it turns back, else in the direction from the point before to the one after. It leaves the stretch between two points on neither side. */
export function curve(points: readonly Point[]): string {
  const slope = (i: number): number => {
    const [before, after] = [points[i - 1], points[i + 1]]
    const here = points[i]!
    if (before === undefined || after === undefined) return 0
    const [above, below] = [(here.x - before.x) / (here.y - before.y), (after.x - here.x) / (after.y - here.y)]
    if (above * below <= 0) return 0
    return Math.sign(above) * Math.min(Math.abs(above + below) / 2, 2.4 * Math.abs(above), 2.4 * Math.abs(below))
  }
  return points
    .map(({ x, y }, i) => {
      const before = points[i - 1]
      if (before === undefined) return `M${round(x)} ${round(y)}`
      const third = (y - before.y) / 2.4
      return `C${round(before.x + slope(i - 1) * third)} ${round(before.y + third)} ${round(x - slope(i) * third)} ${round(y - third)} ${round(x)} ${round(y)}`
    })
    .join('')
}

// Depth first; an edge that leads back to a node still open would close a ring.
function withoutRings(graph: StemmaGraph): Set<string> {
  const out = new Map<string, { id: string; to: string }[]>()
  for (const edge of graph.edges) out.set(edge.from, [...(out.get(edge.from) ?? []), { id: edge.id, to: edge.to }])
  const state = new Map<string, 'open' | 'done'>()
  const forward = new Set<string>()
  for (const start of graph.nodes.keys()) {
    if (state.has(start)) continue
    const stack = [{ id: start, next: 0 }]
    state.set(start, 'open')
    while (stack.length > 0) {
      const top = stack.at(-1)!
      const edge = out.get(top.id)?.[top.next++]
      if (edge === undefined) {
        state.set(top.id, 'done')
        stack.pop()
      } else if (state.get(edge.to) !== 'open') {
        forward.add(edge.id)
        if (!state.has(edge.to)) {
          state.set(edge.to, 'open')
          stack.push({ id: edge.to, next: 0 })
        }
      }
    }
  }
  return forward
}

function layersOf(graph: StemmaGraph, forward: ReadonlySet<string>): Map<string, number> {
  const edges = graph.edges.filter((edge) => forward.has(edge.id))
  const layer = new Map([...graph.nodes.keys()].map((id) => [id, 0]))
  const isReport = (id: string): boolean => graph.nodes.get(id)?.kind === 'report'
  const settle = (): void => {
    for (let round = 0, moved = true; moved && round <= graph.nodes.size; round++) {
      moved = false
      for (const { from, to } of edges) {
        if (layer.get(to)! > layer.get(from)!) continue
        layer.set(to, layer.get(from)! + 1)
        moved = true
      }
    }
  }
  settle()
  const voices = [...graph.nodes.keys()].filter((id) => !isReport(id)).map((id) => layer.get(id)!)
  const floor = Math.max(-1, ...voices) + 1
  for (const id of graph.nodes.keys()) if (isReport(id)) layer.set(id, Math.max(floor, layer.get(id)!))
  settle()
  return layer
}

// Each as near to its wish as its neighbours allow: from the left, then from the right, the mean of both.
function spread(widths: readonly number[], wishes: readonly number[]): number[] {
  const apart = (i: number): number => (widths[i - 1]! + widths[i]!) / 2 + gap
  const fromLeft = [...wishes]
  for (let i = 1; i < widths.length; i++) fromLeft[i] = Math.max(wishes[i]!, fromLeft[i - 1]! + apart(i))
  const fromRight = [...wishes]
  for (let i = widths.length - 2; i >= 0; i--) fromRight[i] = Math.min(wishes[i]!, fromRight[i + 1]! - apart(i + 1))
  return fromLeft.map((at, i) => (at + fromRight[i]!) / 2)
}

function average(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((a, b) => a + b, 0) / values.length
}

function round(n: number): number {
  return Math.round(n * 10) / 10
}
