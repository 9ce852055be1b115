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
  const drawing = useMemo(() => draw(placed, width, height), [placed, width, height])
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
            {drawing.pins.map(({ entity, x, y }, i) => {
              const label = `${entity.name}: ${entity.place.precision}, ${entity.mentions.length} mentions`
              return (
                <a
                  class={`pin is-${entity.place.precision}${route['entity'] === entity.id ? ' is-selected' : ''}`}
                  href={link({ entity: entity.id })}
                  aria-label={label}
                >
                  <title>{label}</title>
                  <circle
                    cx={x}
                    cy={y}
                    r={entity.place.precision === 'point' ? 5 : entity.place.precision === 'region' ? 12 : 20}
                  />
                  {i < 30 && (
                    <text x={x + (entity.place.precision === 'point' ? 9 : 16)} y={y + 4}>
                      {entity.name.slice(0, 30)}
                    </text>
                  )}
                </a>
              )
            })}
          </svg>
        </div>
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

// The map is as large as the places ask for, never closer than some 12 degrees: land this coarse says nothing nearer.
function draw(placed: readonly Placed[], width: number, height: number) {
  const points = placed.map(({ place }) => [place.lon, place.lat] as const)
  const lons = points.map(([lon]) => lon)
  const lats = points.map(([, lat]) => lat)
  const middle = [(Math.min(...lons) + Math.max(...lons)) / 2, (Math.min(...lats) + Math.max(...lats)) / 2] as const
  const half = Math.max(6, (Math.max(...lons) - Math.min(...lons)) * 0.6, (Math.max(...lats) - Math.min(...lats)) * 0.8)
  const box = {
    type: 'MultiPoint' as const,
    coordinates: [
      [middle[0] - half, Math.max(-80, middle[1] - half * 0.6)],
      [middle[0] + half, Math.min(80, middle[1] + half * 0.6)],
    ],
  }
  const projection =
    half > 60
      ? geoNaturalEarth1().fitSize([width, height], { type: 'Sphere' })
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
  return { land, pins }
}
