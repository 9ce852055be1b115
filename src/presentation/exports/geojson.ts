import type { Story } from '../story.js'

/** RFC 7946: a point for every place that the text supports, with how exact it is; a country's point is not a pin. */
export function geojson(story: Story): string {
  const features = story.findings.entities.flatMap((entity) =>
    entity.place === undefined
      ? []
      : [
          {
            type: 'Feature',
            id: entity.id,
            geometry: { type: 'Point', coordinates: [entity.place.lon, entity.place.lat] },
            properties: {
              name: entity.name,
              names: entity.names,
              precision: entity.place.precision,
              gazetteer: entity.place.gazetteer,
              mentions: entity.mentions.length,
              claims: [
                ...new Set(
                  story.findings.statements
                    .filter((statement) => statement.where === entity.id)
                    .flatMap((statement) => story.claimOf.get(statement.id)?.id ?? []),
                ),
              ],
            },
          },
        ],
  )
  return `${JSON.stringify({ type: 'FeatureCollection', features }, null, 2)}\n`
}
