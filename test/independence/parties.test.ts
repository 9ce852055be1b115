import { expect, test } from 'vitest'
import { isDescribed, runsIntoDate } from '../../src/independence/parties.js'
import type { Entity } from '../../src/model/findings.js'

for (const [name, runsOn] of [
  ['the ministry on Tuesday', true],
  ['officials last week', true],
  ['a keeper yesterday', true],
  ['the harbour last Friday', true],
  ['the last witness', false],
  ['next of kin', false],
  ['a nextdoor neighbour', false],
  ['the lasting friend', false],
] as const) {
  test(`"${name}" ${runsOn ? 'runs' : 'does not run'} on into a date`, () => expect(runsIntoDate(name)).toBe(runsOn))
}

for (const [name, isSomebody] of [
  ['the last witness', true],
  ['last week', false],
  ['next Tuesday', false],
  ['yesterday', false],
] as const) {
  test(`"${name}" is ${isSomebody ? 'somebody' : 'nobody'}`, () => expect(isDescribed(called(name))).toBe(isSomebody))
}

function called(name: string): Entity {
  return {
    id: 'e1',
    type: 'person',
    name,
    names: [],
    descriptions: [name],
    roles: [],
    mentions: [],
    because: { rule: 'test', spans: [] },
  }
}
