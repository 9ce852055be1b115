import type { Gazetteer, PlaceCandidate } from '../../knowledge/gazetteer.js'
import type { Entity, Place } from '../../model/findings.js'

/** Ten times the logarithm of the number of people by which the largest place of a name must lead the next: ten times as many. */
const clearLead = 10

/**
 * "Oslo" → where Oslo lies; "near Oslo" → nowhere, since that is not Oslo.
 *
 * A place is put on the map where its name belongs to one place only, to a country or region, to the one that lies in a
 * country the story names, or to one much larger than all others. `textOf` gives the text of a report.
 */
export function placesOnMap(
  entities: readonly Entity[],
  gazetteer: Gazetteer,
  textOf: (report: string) => string,
): Entity[] {
  const countries = new Set(
    entities
      .filter(({ type }) => type === 'place')
      .flatMap(({ names }) => names.flatMap((name) => gazetteer.find(name).slice(0, 1)))
      .filter(({ precision }) => precision === 'country')
      .map(({ country }) => country),
  )
  return entities.map((entity) => {
    if (entity.type !== 'place' || onlyNear(entity, textOf)) return entity
    const found = choose(gazetteer.find(entity.name), countries)
    return found ? { ...entity, place: found } : entity
  })
}

function choose(candidates: readonly PlaceCandidate[], countries: ReadonlySet<string>): Place | undefined {
  const [first, second] = candidates
  if (!first) return undefined
  if (!second || first.precision === 'country') return toPlace(first)
  const near = candidates.filter(({ country }) => countries.has(country))
  const [best, next] = near
  if (best && (!next || best.size - next.size >= clearLead)) return toPlace(best)
  return near.length === 0 && first.size - second.size >= clearLead ? toPlace(first) : undefined
}

function toPlace({ lat, lon, precision }: PlaceCandidate): Place {
  return { lat, lon, precision, gazetteer: 'geonames' }
}

/** Whether a place is only ever named to say what lies near it. */
function onlyNear({ mentions }: Entity, textOf: (report: string) => string): boolean {
  const named = mentions.filter(({ how }) => how === 'name')
  return (
    named.length > 0 &&
    named.every(({ report, start }) =>
      /\b(?:near|outside|off|(?:north|south|east|west) of|(?:miles|km|kilometres|kilometers) from)\s(?:the\s)?$/i.test(
        textOf(report).slice(Math.max(0, start - 24), start),
      ),
    )
  )
}
