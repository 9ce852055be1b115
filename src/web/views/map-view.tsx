import { geoMercator, geoNaturalEarth1, geoPath } from 'd3-geo'
import type { ComponentChildren } from 'preact'
import { useMemo, useRef } from 'preact/hooks'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import world from 'world-atlas/countries-110m.json' with { type: 'json' }
import type { Entity, Place } from '../../model/findings.js'
import { useWidth } from '../hooks.js'
import { Words } from '../parts/words.js'
import { useRoom } from '../room.js'

const topology = world as unknown as Topology<{ countries: GeometryCollection }>
type Placed = Entity & { readonly place: Place }

/** The places of the story that the text supports: a pin for a point, a ring for a region or a country. */
export function MapView(): ComponentChildren {
  const { story, route, link } = useRoom()
  const frame = useRef<HTMLDivElement>(null)
  const width = Math.max(300, useWidth(frame))
  const height = Math.round(Math.min(560, Math.max(300, width * 0.58)))
  const placed = useMemo(
    () =>
      story.findings.entities
        .filter((entity): entity is Placed => entity.place !== undefined)
        .sort((a, b) => b.mentions.length - a.mentions.length),
    [story],
  )
  const unplaced = story.findings.entities.filter((entity) => entity.type === 'place' && entity.place === undefined)
  const whole = route['whole'] !== undefined
  const drawing = useMemo(() => {
    const near = whole ? placed : nearTogether(placed)
    return {
      ...draw(near, width, height),
      beyond: near.length === placed.length ? [] : placed.filter((one) => !near.includes(one)),
    }
  }, [placed, width, height, whole])
  return (
    <div class="map">
      <h1>Map</h1>
      <p class="lede small">
        Only what the text supports is pinned: a dot where it names a town or a point, a ring where it names no more
        than a region or a country.
      </p>
      {placed.length === 0 ? (
        <p class="empty">
          No place of these reports can be put on the map: none is known to the gazetteer with certainty.
        </p>
      ) : (
        <div ref={frame} class="map-frame">
          <svg
            width={width}
            height={height}
            viewBox={`0 0 ${width} ${height}`}
            role="group"
            aria-label="Map of the places"
          >
            <path class="land" d={drawing.land} />
            {drawing.pins.map(({ entity, x, y, text }) => {
              const label = `${entity.name}: ${entity.place.precision}, ${entity.mentions.length} mentions`
              return (
                <a
                  class={`pin is-${entity.place.precision}${route['entity'] === entity.id ? ' is-selected' : ''}`}
                  href={link({ entity: entity.id })}
                  aria-label={label}
                >
                  <title>{label}</title>
                  <circle cx={x} cy={y} r={radiusOf(entity, width)} />
                  {text !== null && (
                    <text x={text.x} y={text.y}>
                      {nameOn(entity)}
                    </text>
                  )}
                </a>
              )
            })}
          </svg>
        </div>
      )}
      {placed.length > 0 && (whole || drawing.beyond.length > 0) && (
        <p class="meta">
          {drawing.beyond.length > 0 && (
            <>
              Beyond this map:{' '}
              {drawing.beyond.slice(0, 40).map((entity, i) => (
                <>
                  {i > 0 && ' · '}
                  <a href={link({ entity: entity.id })}>
                    <Words text={entity.name} />
                  </a>
                </>
              ))}
              {'. '}
            </>
          )}
          <a href={link({ whole: whole ? null : '1' })}>{whole ? 'Only where most happens' : 'Show every place'}</a>
        </p>
      )}
      {unplaced.length > 0 && (
        <section>
          <h2>Named, but not on the map</h2>
          <p class="flow">
            {unplaced.slice(0, 200).map((entity, i) => (
              <>
                {i > 0 && ' · '}
                <a href={link({ entity: entity.id })}>
                  <Words text={entity.name} />
                </a>
              </>
            ))}
          </p>
        </section>
      )}
    </div>
  )
}

const radii: Readonly<Record<Place['precision'], number>> = { point: 5, region: 12, country: 20 }

/**
 * The places among which three quarters of what is told goes on, where they lie so much closer together than all of them that a
 * map of them shows twice as much. A country counts less than a town: its ring stands in the middle of it, wherever the news is.
 */
function nearTogether(placed: readonly Placed[]): readonly Placed[] {
  const weight = ({ place, mentions }: Placed): number => mentions.length * (place.precision === 'country' ? 0.25 : 1)
  const middle = (of: (place: Place) => number): number => {
    const sorted = [...placed].sort((a, b) => of(a.place) - of(b.place))
    const half = sorted.reduce((sum, one) => sum + weight(one), 0) / 2
    let before = 0
    for (const one of sorted) {
      before += weight(one)
      if (before >= half) return of(one.place)
    }
    return 0
  }
  if (placed.length < 3) return placed
  const [lon, lat] = [middle((place) => place.lon), middle((place) => place.lat)]
  const away = ({ place }: Placed): number => Math.max(Math.abs(place.lon - lon), 1.5 * Math.abs(place.lat - lat))
  const sorted = [...placed].sort((a, b) => away(a) - away(b))
  let rest = 0.25 * placed.reduce((sum, one) => sum + weight(one), 0)
  let keep = sorted.length
  while (keep > 2 && rest >= weight(sorted[keep - 1]!)) {
    keep--
    rest -= weight(sorted[keep]!)
  }
  if (away(sorted[keep - 1]!) * 2 > away(sorted.at(-1)!)) return placed
  const near = new Set(sorted.slice(0, keep))
  return placed.filter((one) => near.has(one))
}

interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Where each name stands so that it covers no other name and no dot: right of its place, left, above or below; nowhere (null) where there is no room. */
function placeNames(
  pins: readonly { readonly entity: Placed; readonly x: number; readonly y: number }[],
  width: number,
  height: number,
) {
  const taken: Box[] = pins
    .filter(({ entity }) => entity.place.precision === 'point')
    .map(({ x, y }) => ({ left: x - 6, top: y - 6, right: x + 6, bottom: y + 6 }))
  return pins.map(({ entity, x, y }) => {
    const wide = nameOn(entity).length * 6.4
    const r = radiusOf(entity, width) + 3
    const places = [
      { x: x + r, y: y + 4 },
      { x: x - r - wide, y: y + 4 },
      { x: x - wide / 2, y: y - r - 3 },
      { x: x - wide / 2, y: y + r + 11 },
    ]
    for (const at of places) {
      const box = { left: at.x, top: at.y - 10, right: at.x + wide, bottom: at.y + 3 }
      const inside = box.left > 0 && box.right < width && box.top > 0 && box.bottom < height
      if (!inside || taken.some((one) => overlap(one, box))) continue
      taken.push(box)
      return at
    }
    return null
  })
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

// On a small map a ring of full size would hide what lies in it.
function radiusOf({ place }: Placed, width: number): number {
  return place.precision === 'point' ? radii.point : radii[place.precision] * Math.min(1, width / 800)
}

function nameOn(entity: Placed): string {
  return entity.name.slice(0, 30)
}

// The map is as large as the places ask for, never closer than some 16 degrees: land this coarse says nothing nearer.
function draw(placed: readonly Placed[], width: number, height: number) {
  const points = placed.map(({ place }) => [place.lon, place.lat] as const)
  const lons = points.map(([lon]) => lon)
  const lats = points.map(([, lat]) => lat)
  const middle = [(Math.min(...lons) + Math.max(...lons)) / 2, (Math.min(...lats) + Math.max(...lats)) / 2] as const
  const half = Math.max(
    8,
    (Math.max(...lons) - Math.min(...lons)) * 0.68,
    (Math.max(...lats) - Math.min(...lats)) * 0.95,
  )
  const box = {
    type: 'MultiPoint' as const,
    coordinates: [
      [middle[0] - half, Math.max(-80, middle[1] - half * 0.6)],
      [middle[0] + half, Math.min(80, middle[1] + half * 0.6)],
    ],
  }
  const projection =
    half > 60
      ? geoNaturalEarth1().fitExtent(
          [
            [60, 50],
            [width - 60, height - 40],
          ],
          half > 100 ? { type: 'Sphere' } : { type: 'MultiPoint', coordinates: points.map(([lon, lat]) => [lon, lat]) },
        )
      : geoMercator().fitSize([width, height], box)
  projection.clipExtent([
    [-10, -10],
    [width + 10, height + 10],
  ])
  const land = geoPath(projection).digits(1)(feature(topology, topology.objects.countries)) ?? ''
  const pins = placed.flatMap((entity) => {
    const at = projection([entity.place.lon, entity.place.lat])
    return at === null ? [] : [{ entity, x: at[0], y: at[1] }]
  })
  const texts = placeNames(pins, width, height)
  return { land, pins: pins.map((pin, i) => ({ ...pin, text: texts[i] ?? null })) }
}
