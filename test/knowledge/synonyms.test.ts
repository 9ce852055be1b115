import { expect, test } from 'vitest'
import { usedAlike } from '../../src/knowledge/news-thesaurus.js'
import { meaningsFromBytes } from '../../src/knowledge/synonyms.js'
import { readModel } from '../../src/storage/models.js'

const meanings = meaningsFromBytes(readModel('synonyms.bin'))
const pair = (a: string, b: string) => [meanings.indexOf(a), meanings.indexOf(b)] as const

test('senses, families and company of words', () => {
  expect(meanings.sameSense(...pair('lawyer', 'attorney'))).toBe(true)
  expect(meanings.sameFamily(...pair('attack', 'attacker'))).toBe(true)
  expect(meanings.sameFamily(...pair('die', 'death'))).toBe(true)
  expect(meanings.nearSense(...pair('ferry', 'boat'))).toBe(true)
  expect(meanings.likeness(...pair('ferry', 'boat'))).toBeGreaterThan(meanings.likeness(...pair('ferry', 'lawyer')))
})

test('an unknown word is like nothing', () => {
  expect(meanings.indexOf('ennetish')).toBe(-1)
  expect(meanings.sameSense(...pair('ennetish', 'boat'))).toBe(false)
  expect(meanings.likeness(...pair('ennetish', 'boat'))).toBe(0)
})

test('common words tell less than rare ones', () => {
  expect(meanings.rarity(meanings.indexOf('people'))).toBeLessThan(meanings.rarity(meanings.indexOf('capsize')))
})

test('news uses words for one another that dictionaries keep apart', () => {
  expect(usedAlike('hold', 'arrest')).toBe(true)
  expect(usedAlike('hold', 'sink')).toBe(false)
})
