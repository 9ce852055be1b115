import { expect, test } from 'vitest'
import { isEpithet, mayBeOneFirstName } from '../../src/knowledge/pet-names.js'

test('a pet name is the full name’s, whichever comes first', () => {
  expect(mayBeOneFirstName('mike', 'michael')).toBe(true)
  expect(mayBeOneFirstName('robert', 'bob')).toBe(true)
})

test('two full names of one short form are two names', () => {
  expect(mayBeOneFirstName('samuel', 'samantha')).toBe(false)
  expect(mayBeOneFirstName('christopher', 'christine')).toBe(false)
  expect(mayBeOneFirstName('samantha', 'sam')).toBe(true)
})

test('two other names are two', () => {
  expect(mayBeOneFirstName('emil', 'michael')).toBe(false)
  expect(mayBeOneFirstName('', '')).toBe(false)
})

test('an adjective before a surname is no first name', () => {
  expect(isEpithet('Old')).toBe(true)
  expect(isEpithet('Olaf')).toBe(false)
})
