import { describe, expect, test } from 'vitest'
import { acronymOf, asAcronym, folded, soundKey, withoutDomain } from '../../src/alignment/entities/name-keys.js'
import { alignTexts, namesWith } from './check-alignment.js'

describe('one person under several names', () => {
  test('a surname finds the one full name that bears it', () => {
    const story = alignTexts(
      'Emil Lingard left Ennet on Monday.',
      'Lingard told police that he left. Mr. Lingard is 40.',
    )
    expect(namesWith('Lingard', story)).toEqual(['Emil Lingard / Lingard'])
  })

  test('whoever bears two titles is named behind both', () => {
    const story = alignTexts(
      'Ordania’s deputy harbour minister and chief negotiator, Pell Varga, called the talks useful.',
      'Pell Varga left Ennet on Friday.',
    )
    const [person, ...others] = story.entities.filter(({ names }) => names.includes('Pell Varga'))
    expect(others).toEqual([])
    expect(new Set(person?.mentions.map(({ report }) => report)).size).toBe(2)
    expect(story.attributions.map(({ chain }) => chain.at(-1))).toEqual([person?.id])
  })

  test('spellings that sound alike are one', () => {
    const story = alignTexts('Andrey Holmov left Ennet on Monday.', 'Andrei Kholmov left Ennet, police said.')
    expect(namesWith('olmov', story)).toEqual(['Andrei Kholmov / Andrey Holmov'])
  })

  test('two first names are two people, and the evidence tells of the shared surname', () => {
    const story = alignTexts('Emil Lingard left Ennet on Monday.', 'Oskar Lingard left Ennet on Monday.')
    expect(namesWith('Lingard', story)).toEqual(['Emil Lingard', 'Oskar Lingard'])
    const rules = story.entities.filter(({ name }) => name.includes('Lingard')).map(({ because }) => because.rule)
    expect(rules).toEqual(['surname-of-another-too', 'surname-of-another-too'])
  })
})

describe('one name over several reports', () => {
  test('a pet name is the first name it is short for', () => {
    const story = alignTexts('Robert Lingard left Ennet on Monday.', 'Bob Lingard left Ennet on Monday, police said.')
    expect(namesWith('Lingard', story)).toEqual(['Bob Lingard / Robert Lingard'])
  })

  test('a surname does not make a woman of one report the man of another', () => {
    const story = alignTexts(
      'Lingard said she was tired. She left her house on Monday. Lingard said she saw nobody.',
      'Emil Lingard said he was tired. He left his house on Monday. Lingard said he saw nobody.',
    )
    expect(story.entities.filter(({ names }) => names.includes('Lingard')).length).toBe(2)
  })
})

describe('voices without a name', () => {
  test('are called by their own words, not by their clauses', () => {
    const story = alignTexts('Two clerks who kept the harbour log said that the lamp was dark.')
    const voice = story.attributions[0]!.chain.at(-1)
    expect(story.entities.find(({ id }) => id === voice)?.name).toBe('Two clerks')
  })

  test('are nobody in particular where there is only a pronoun', () => {
    const story = alignTexts('They said that the lamp was dark.')
    expect(story.entities.map(({ name }) => name)).not.toContain('They')
  })
})

test('people described by the same telling words in two reports are one; "the man" is nobody in particular', () => {
  const story = alignTexts(
    'The Norwegian lawyer spoke to the paper on Monday. The man left.',
    'The Norwegian lawyer denied the charges. The man stayed.',
  )
  const across = story.entities.filter(({ mentions }) => new Set(mentions.map(({ report }) => report)).size > 1)
  expect(across.map(({ because }) => because.rule)).toContain('same-description')
  expect(across.flatMap(({ descriptions }) => descriptions)).not.toContain('The man')
})

describe('places on the map', () => {
  test('a country lies where it lies', () => {
    const place = alignTexts('The ferry reached Norway on Monday.').entities.find(
      ({ name }) => name === 'Norway',
    )?.place
    expect(place?.precision).toBe('country')
    expect(place?.lat).toBeCloseTo(62, -1)
  })

  test('"near Oslo" is not Oslo', () => {
    const near = alignTexts('The ferry sank near Oslo on Monday.').entities.find(({ name }) => name === 'Oslo')
    expect(near).toBeDefined()
    expect(near?.place).toBeUndefined()
  })
})

test('unnamed voices in a chain are those of the attribution it begins with', () => {
  const { entities, attributions } = alignTexts(
    'Two clerks said that the log was lost. They said Ada Holm had told them that the lamp was out.',
  )
  const name = new Map(entities.map((entity) => [entity.id, entity.name]))
  const chains = attributions.map(({ chain }) => chain.map((link) => name.get(link) ?? link).join(' < '))
  expect(chains).toContain('outlet < Two clerks < Ada Holm')
})

describe('keys of names', () => {
  for (const [a, b] of [
    ['Andrey', 'Andrei'],
    ['Kholmov', 'Holmov'],
    ['Qasim', 'Kassim'],
    ['Yevgeny', 'Evgeni'],
    ['al-Masri', 'Masri'],
  ] as const) {
    test(`${a} and ${b} sound alike`, () => expect(soundKey(a)).toBe(soundKey(b)))
  }

  test('titles, accents and company suffixes do not count', () => {
    expect(folded('Dr. Édda Marrick’s')).toBe('edda marrick')
    expect(folded('Beaconmark Ltd')).toBe('beaconmark')
  })

  test('the ending of an address does not count', () => {
    expect(withoutDomain('Harbour-watch.net')).toBe(withoutDomain('Harbour-watch'))
  })

  test('acronyms', () => {
    expect(acronymOf('the Marine Accident Office')).toBe('MAO')
    expect(asAcronym('M.A.O.')).toBe('MAO')
    expect(asAcronym('Ennet')).toBe('')
  })
})
