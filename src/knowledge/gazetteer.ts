import { combine, hashString } from '../weights/hash.js'
import { readWeightsFile } from '../weights/weights-file.js'
import { countries, type Region, regions } from './regions.js'

/** One place that bears a name. */
export interface PlaceCandidate {
  readonly lat: number
  readonly lon: number
  /** ISO 3166 code; empty for what belongs to several countries, such as a sea. */
  readonly country: string
  readonly precision: 'point' | 'region' | 'country'
  /** Ten times the decimal logarithm of the number of people there: 58 for Oslo; 0 where it is not known. */
  readonly size: number
}

/** Knows where places lie, by name. */
export interface Gazetteer {
  /** Every place of that name, the likeliest first: countries and well-known regions, then by size. Empty when none is known. */
  find(name: string): readonly PlaceCandidate[]
  /** The same for the key of a phrase; see `phraseKey`. */
  findKey(key: number): readonly PlaceCandidate[]
}

/** Reads the gazetteer that training/gazetteer.ts made, and adds the countries and regions of regions.ts. */
export function gazetteerFromBytes(bytes: Uint8Array): Gazetteer {
  const { header, arrays } = readWeightsFile(bytes)
  const codes = header['countries'] as readonly string[]
  const differences = arrays['keys'] as Uint32Array
  const counts = arrays['counts'] as Uint8Array
  const lats = arrays['lats'] as Int16Array
  const lons = arrays['lons'] as Int16Array
  const countryOf = arrays['countries'] as Uint8Array
  const sizes = arrays['sizes'] as Uint8Array
  const isRegion = arrays['isRegion'] as Uint8Array

  const keys = new Uint32Array(differences.length)
  const starts = new Uint32Array(differences.length + 1)
  for (let i = 0, key = 0; i < keys.length; i++) {
    key += differences[i]!
    keys[i] = key
    starts[i + 1] = starts[i]! + counts[i]!
  }
  const own = ownPlaces()

  const findKey = (key: number): readonly PlaceCandidate[] => {
    const found: PlaceCandidate[] = [...(own.get(key) ?? [])]
    const row = indexOf(keys, key)
    if (row < 0) return found
    for (let i = starts[row]!; i < starts[row + 1]!; i++) {
      found.push({
        lat: lats[i]! / 100,
        lon: lons[i]! / 100,
        country: codes[countryOf[i]!]!,
        precision: isRegion[i] === 1 ? 'region' : 'point',
        size: sizes[i]!,
      })
    }
    return found
  }
  return { findKey, find: (name) => findKey(phraseKey(name)) }
}

/** A number for a name, the same however it is accented, cased and hyphenated: "Côte d’Ivoire" and "cote d'ivoire". */
export function phraseKey(name: string): number {
  let key = 0
  for (const word of foldedWords(name)) key = combine(key, hashString(word))
  return key
}

/** The words of a name in plain lower-case letters. */
export function foldedWords(name: string): string[] {
  return fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}

const plainLetters: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
}

/** Lower case without accents: "Treriksrøysa" becomes "treriksroysa". */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[øłđðıßæœþ]/g, (letter) => plainLetters[letter]!)
}

function ownPlaces(): ReadonlyMap<number, readonly PlaceCandidate[]> {
  const places = new Map<number, PlaceCandidate[]>()
  const add = (region: Region, precision: 'region' | 'country') => {
    for (const name of region.names) {
      const key = phraseKey(name)
      const known = places.get(key) ?? []
      const exactly = region.isPoint ? 'point' : precision
      known.push({ lat: region.lat, lon: region.lon, country: region.country, precision: exactly, size: 0 })
      places.set(key, known)
    }
  }
  for (const country of countries()) add(country, 'country')
  for (const region of regions()) add(region, 'region')
  return places
}

function indexOf(sorted: Uint32Array, key: number): number {
  let low = 0
  let high = sorted.length - 1
  while (low <= high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]! === key) return middle
    if (sorted[middle]! < key) low = middle + 1
    else high = middle - 1
  }
  return -1
}
