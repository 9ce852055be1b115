import { expect, test } from 'vitest'
import { mayBeOneFirstName } from '../../src/knowledge/pet-names.js'

test('a pet name is the full name’s, whichever comes first', () => {
  expect(mayBeOneFirstName('mike', 'michael')).toBe(true)
  expect(mayBeOneFirstName('robert', 'bob')).toBe(true)
})

test('two other names are two', () => {
  expect(mayBeOneFirstName('emil', 'michael')).toBe(false)
  expect(mayBeOneFirstName('', '')).toBe(false)
})
