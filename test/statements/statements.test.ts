import { describe, expect, test } from 'vitest'
import { pastTense } from '../../src/statements/clauses/past-tense.js'
import { checkNoStatement, checkStatements } from './check-statements.js'

describe('one clause, one statement', () => {
  for (const [name, text, lines] of [
    [
      'on the report’s own word',
      'The ferry struck the reef in June 2024.',
      ['outlet | stated | The ferry struck the reef in June 2024 | 2024-06'],
    ],
    [
      'on somebody’s word',
      'Ottilie Brandt told the Gazette that the ferry struck the reef.',
      ['outlet < gazette < brandt | claimed | The ferry struck the reef'],
    ],
    [
      'two clauses',
      'The ferry struck the reef and the captain called his wife.',
      ['outlet | stated | The ferry struck the reef', 'outlet | stated | the captain called his wife'],
    ],
    [
      'a shared subject',
      'The captain left the harbour and called his wife.',
      ['outlet | stated | The captain left the harbour', 'outlet | stated | captain called his wife'],
    ],
    [
      'a relative clause',
      'The ferry, which was built in Poland, struck the reef.',
      ['outlet | stated | ferry was built in Poland', 'outlet | stated | struck the reef'],
    ],
    [
      'a participle made finite',
      'Jonas Marrick reached the shore after seeing a light.',
      ['outlet | stated | Jonas Marrick saw a light'],
    ],
    ['an age', 'Jonas Marrick, 44, reached the shore.', ['outlet | stated | Jonas Marrick is 44 years old']],
    [
      'a role',
      'Jonas Marrick, a sailor from Ennet, reached the shore.',
      ['outlet | stated | Jonas Marrick is a sailor from Ennet'],
    ],
    [
      'what is said to be so keeps its subject',
      'The captain is said to have left the ship.',
      ['outlet < unnamed | alleged | captain had left the ship'],
    ],
    [
      'a denial says what is denied',
      'Piers Hallbrook denied that the lamp had failed.',
      ['outlet < hallbrook | denied | The lamp had failed'],
    ],
    ['a negation', 'The lamp did not fail.', ['outlet | stated | not The lamp did not fail']],
    [
      'a quotation in the third person',
      '“I have seen the light,” Dov Pereth said.',
      ['outlet < pereth | claimed | Pereth has seen the light'],
    ],
  ] as const) {
    test(name, () => checkStatements(text, lines))
  }

  for (const [name, text, words] of [
    ['a question', 'Who turned off the lamp?', ['lamp']],
    ['the words that only say who spoke', 'Ottilie Brandt said that the lamp had failed.', ['Brandt said']],
    ['a condition', 'If the lamp fails, the harbour will be closed.', ['The lamp fails']],
    ['a heading without a verb', 'Early life\n\nDov Pereth was born in Ennet.', ['early']],
  ] as const) {
    test(`${name} states nothing`, () => checkNoStatement(text, words))
  }
})

for (const [verb, past] of [
  ['see', 'saw'],
  ['stop', 'stopped'],
  ['carry', 'carried'],
  ['play', 'played'],
  ['strike', 'struck'],
  ['refer', 'referred'],
  ['open', 'opened'],
  ['arrive', 'arrived'],
] as const) {
  test(`${verb} → ${past}`, () => expect(pastTense(verb)).toBe(past))
}
