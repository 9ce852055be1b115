import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fold, gazetteerFromBytes, phraseKey } from '../../src/knowledge/gazetteer.js'
import { countries, regions } from '../../src/knowledge/regions.js'

const gazetteer = gazetteerFromBytes(readFileSync(join(import.meta.dirname, '../../models/gazetteer.bin')))

for (const [name, country, precision, lat, lon] of [
  ['Oslo', 'NO', 'point', 59.9, 10.7],
  ['Norway', 'NO', 'country', 64, 11],
  ['Donbas', 'UA', 'region', 48, 38],
  ['Siberia', 'RU', 'region', 60, 100],
  ['Treriksrøysa', 'NO', 'point', 69, 29],
  ['Nikel', 'RU', 'point', 69.4, 30.2],
  ['Tomsk', 'RU', 'point', 56.5, 85],
  ['Barents Sea', '', 'region', 75, 40],
] as const) {
  test(`${name} lies where it lies`, () => {
    const place = gazetteer.find(name)[0]
    expect(place).toMatchObject({ country, precision })
    expect(Math.abs(place!.lat - lat)).toBeLessThan(1)
    expect(Math.abs(place!.lon - lon)).toBeLessThan(1)
  })
}

test('of several places the largest comes first', () => {
  expect(gazetteer.find('Paris').map((place) => place.country)[0]).toBe('FR')
  expect(gazetteer.find('Paris').length).toBeGreaterThan(1)
})

test('a name that is none finds nothing', () => {
  expect(gazetteer.find('Xyzzyburgh')).toEqual([])
  expect(gazetteer.find('')).toEqual([])
})

test('accents, case, hyphens and curly marks make no difference', () => {
  expect(fold('Treriksrøysa')).toBe('treriksroysa')
  expect(phraseKey('Côte d’Ivoire')).toBe(phraseKey("cote d'ivoire"))
  expect(phraseKey('Guinea-Bissau')).toBe(phraseKey('Guinea Bissau'))
})

test('every country and region has names and lies on the globe', () => {
  for (const region of [...countries(), ...regions()]) {
    expect(region.names.every((name) => name.trim() === name && name !== '')).toBe(true)
    expect(Math.abs(region.lat)).toBeLessThanOrEqual(90)
    expect(Math.abs(region.lon)).toBeLessThanOrEqual(180)
    expect(region.country).toMatch(/^([A-Z]{2})?$/)
  }
})
