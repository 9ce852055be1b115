import { describe, expect, test } from 'vitest'
import { readNews } from './check-statements.js'

const gists = (text: string): string[] => readNews(text).found.statements.map(({ gist }) => gist)

describe('a gist is one plain sentence', () => {
  for (const [what, text, gist] of [
    [
      'a second mention stays a pronoun',
      'Dov Pereth sold the boat, and he changed his mind.',
      'Dov Pereth changed his mind',
    ],
    [
      '"I" takes the name and the form of the verb',
      '“I’m not going to pay for that lamp,” Dov Pereth said.',
      'Dov Pereth is not going to pay for that lamp',
    ],
    ['"I" whose speaker is unknown keeps its verb', '“I love my boat,” one of them shouted.', 'I love my boat'],
    [
      'a relative clause whose object stands before it',
      'Divers found the boat that Dov Pereth sold in Ennet.',
      'Dov Pereth sold the boat in Ennet',
    ],
    [
      'what "which" stands for, where somebody is said to have said it',
      'The council spoke of a plan which Ada Holm said had been shelved in 2003.',
      'A plan had been shelved in 2003',
    ],
    ['the same before a copula', 'The bridge, which the mayor says is safe, was closed.', 'The bridge is safe'],
    [
      'the same as an object',
      'Dov Pereth showed a letter which he said he had received in May.',
      'Dov Pereth had received a letter in May',
    ],
    [
      'an expectation is no fact',
      'Ottilie Brandt is expected to close the harbour.',
      'Ottilie Brandt would close the harbour',
    ],
    ['an infinitive of hearsay', 'The captain is said to have left the ship.', 'The captain had left the ship'],
    [
      'a shared auxiliary',
      'The harbour has tried and failed to repair the lamp.',
      'The harbour has failed to repair the lamp',
    ],
    ['a participle beside a verb in the past', 'Jonas Marrick fled, leaving his coat.', 'Jonas Marrick left his coat'],
    ['a participle of the passive', 'Men hired in Ennet repaired the lamp.', 'Men were hired in Ennet'],
    [
      '"who" after a name and an age',
      'Divers looked for Jonas Marrick, 44, who was missing on Friday.',
      'Jonas Marrick was missing on Friday',
    ],
    ['"whose"', 'The police arrested a man whose boat had been stolen.', 'A man’s boat had been stolen'],
    [
      'a clause that tells which one stays',
      'The police have proof that the lamp failed.',
      'The police have proof that the lamp failed',
    ],
    ['an age in five words', 'The 26-year-old Emil Lingard fled.', 'Emil Lingard is 26 years old'],
    ['a title before the name', 'The crew met former keeper Piers Hallbrook.', 'Piers Hallbrook is a former keeper'],
    [
      'a description with an owner',
      'His lawyer Brynja Risk arrived. Emil Lingard waited for Brynja Risk.',
      'Brynja Risk is his lawyer',
    ],
    [
      'a description that ends far from its noun',
      'The keeper of the lamp on Wether Rock, Dov Pereth, agreed to leave.',
      'Dov Pereth is the keeper of the lamp on Wether Rock',
    ],
    [
      'of nobody in particular: what is not allowed has not happened',
      'The town cannot light the lamp in a way that harms the keeper.',
      'A way that harms the keeper',
    ],
    [
      'of whoever it is: what may be punished has not happened',
      'The town can punish keepers who leave the rock.',
      'Keepers who leave the rock',
    ],
    [
      'one of two nouns that stand before it',
      'The letter came with a page of an old book showing a man in a boat.',
      'A page of an old book showing a man in a boat',
    ],
    ['of some who were there', 'On Friday the police found a man who had fled the rock.', 'A man had fled the rock'],
    [
      'a condition that stands over two verbs',
      'If the lamp fails, the harbour will close and the town will starve.',
      'If the lamp fails, the town will starve',
    ],
    [
      'what becomes of the object',
      'The war has left Ennet straining under debt.',
      'The war has left Ennet straining under debt',
    ],
    ['what is wished for', 'Ada Holm wants the rules to be kept.', 'Ada Holm wants the rules to be kept'],
  ] as const) {
    test(what, () => expect(gists(text).map((g) => g.replaceAll("'", '’'))).toContain(gist))
  }

  test.each([
    [
      'The lamp failed on Friday. Its spokesman, Piers Hallbrook, would not say whether the company stood by its earlier statement.',
      'The company is stood by its earlier statement',
    ],
    ['When the war is over, the harbour will be rebuilt.', 'The war is over'],
    ['That is unlikely, given that the two sides are talking.', 'That was given'],
    ['The war has left Ennet straining under debt.', 'The war strained under debt'],
    ['This storm is different from the ones that came before it.', 'The ones came before it'],
  ])('%s does not say: %s', (text, gist) => {
    const found = gists(text)
    expect(found.length).toBeGreaterThan(0)
    expect(found).not.toContain(gist)
  })

  test('begins with a capital and ends with no comma or conjunction', () => {
    const texts = [
      'The ferry struck the reef, and the captain, who was asleep, woke and called the harbour.',
      'When the lamp failed, Ada Holm, 40, a keeper from Ennet, rowed to the rock because nobody else would.',
    ]
    for (const gist of texts.flatMap(gists)) expect(gist).toMatch(/^[A-Z“‘0-9].*[^,;:–—\s]$/)
    expect(texts.flatMap(gists).filter((gist) => /\b(and|or|but|because|that)$/.test(gist))).toEqual([])
  })
})

describe('where a statement stands', () => {
  const spans = (text: string) => readNews(text).found.statements.map(({ start, end }) => text.slice(start, end))

  test('what is told besides of the subject is not part of the clause', () => {
    const text = 'The lamp, which was built in Ennet, went out on Friday.'
    expect(spans(text)).toContain('went out on Friday')
    expect(spans(text)).toContain('which was built in Ennet')
  })
  test('who said it is not part of the clause', () =>
    expect(spans('The lamp failed on Tuesday, Ottilie Brandt told the Gazette.')).toContain(
      'The lamp failed on Tuesday',
    ))
})

describe('roles', () => {
  const roles = (text: string) => {
    const { reading, found } = readNews(text)
    return found.statements.map(({ predicate, roles }) =>
      [
        predicate,
        ...roles
          .flatMap(({ role, start, end }) =>
            /agent|patient/.test(role) ? [`${role}=${reading.report.text.slice(start, end)}`] : [],
          )
          .sort(),
      ].join(' '),
    )
  }
  test('active and passive come out alike', () => {
    const wanted = 'arrest agent=the harbour police patient=Emil Lingard'
    expect(roles('Emil Lingard was arrested by the harbour police.')).toContain(wanted)
    expect(roles('On Friday the harbour police arrested Emil Lingard.')).toContain(wanted)
  })
  test('the object of a relative clause is the noun before it', () =>
    expect(roles('Divers found the boat that Dov Pereth sold.')).toContain('sell agent=Dov Pereth patient=the boat'))
  test('a past tense that looks like a participle', () =>
    expect(
      roles('Seven people were shot when a group of men opened fire inside a club.').some((line) =>
        line.startsWith('open agent=a group of men'),
      ),
    ).toBe(true))
})

describe('when', () => {
  const when = (text: string, part: string) =>
    readNews(text).found.statements.find(({ gist }) => gist.includes(part))?.when?.edtf
  test('a participle shares the date of its verb', () =>
    expect(when('Jonas Marrick fled on 3 June 2024, leaving his coat.', 'coat')).toBe('2024-06-03'))
  test('a second verb shares a date that stands before both', () =>
    expect(when('On 3 June 2024 Jonas Marrick crossed the bay and reached Ennet.', 'reached')).toBe('2024-06-03'))
  test('a second verb does not share a date behind the first', () =>
    expect(when('Jonas Marrick was born in 1980 and joined the crew.', 'joined')).toBeUndefined())
  test('a purpose shares nothing', () =>
    expect(
      when('Jonas Marrick fled on 3 June 2024 to avoid joining the crew.', 'avoid joining the crew on'),
    ).toBeUndefined())
  test('a dated telling is a statement of its own', () =>
    expect(
      when('Ottilie Brandt said on 3 June 2024 that the lamp had failed.', 'Ottilie Brandt said on 3 June 2024:'),
    ).toBe('2024-06-03'))
  test('what was told does not take the date of the telling', () =>
    expect(when('Ottilie Brandt said on 3 June 2024 that the lamp had failed.', 'The lamp had failed')).toBeUndefined())
})

describe('headlines and tellings', () => {
  test('the headline asserts what it tells, even without a verb that the parser knows', () =>
    expect(gists('Seven Rescued From Sinking Ferry Off Brennick\n\nThe ferry struck a reef.')[0]).toContain(
      'Rescued From Sinking Ferry',
    ))
  test('what is told and has no clause of its own leaves the telling as the statement', () =>
    expect(gists('Ottilie Brandt would not discuss the possibility of building a new lamp.')).toEqual([
      'Ottilie Brandt would not discuss the possibility of building a new lamp',
    ]))
  test('a participle before the cue goes with the clause before it, not with the speaker', () =>
    expect(
      gists('All seven were well after being treated in Ennet, said the doctor Ada Holm.').filter((g) =>
        /Holm was/.test(g),
      ),
    ).toEqual([]))
})

test('what "which" stands for is what was done something to', () => {
  const text = 'She spoke of a plan which he said had been shelved in 2003.'
  const shelved = readNews(text).found.statements.find(({ predicate }) => predicate === 'shelve')
  expect(shelved?.roles.map(({ role, start, end }) => `${role}: ${text.slice(start, end)}`)).toEqual([
    'patient: a plan',
  ])
})

describe('two titles of one name make one statement', () => {
  for (const [text, gist] of [
    [
      'Ordania’s deputy harbour minister and chief negotiator, Pell Varga, called the talks useful.',
      'Pell Varga is Ordania’s deputy harbour minister and chief negotiator',
    ],
    ['Ordania’s Attorney General, Pell Varga, left on Friday.', 'Pell Varga is Ordania’s Attorney General'],
  ] as const) {
    test(text, () => expect(gists(text)).toContain(gist))
  }
})

describe('a title in two words is told whole', () => {
  for (const [text, gist] of [
    ['Attorney General Dov Pereth resigned on Tuesday.', 'Dov Pereth is Attorney General'],
    ['Former Attorney General Dov Pereth resigned on Tuesday.', 'Dov Pereth is a former Attorney General'],
    ['Deputy Attorney General Dov Pereth said the bridge was closed.', 'Dov Pereth is Deputy Attorney General'],
    ['The bridge was closed, Attorney General Dov Pereth said.', 'Dov Pereth is Attorney General'],
    ['Ada Holm, who met Attorney General Dov Pereth in May, left.', 'Dov Pereth is Attorney General'],
    ['UN Secretary-General Dov Pereth opened the meeting.', 'Dov Pereth is UN Secretary-General'],
    ['Solicitor General Dov Pereth wrote the brief.', 'Dov Pereth is Solicitor General'],
    ['Surgeon General Dov Pereth warned of the fever.', 'Dov Pereth is Surgeon General'],
    ['Postmaster General Dov Pereth closed the office.', 'Dov Pereth is Postmaster General'],
    ['Lieutenant Governor Dov Pereth closed the bridge.', 'Dov Pereth is Lieutenant Governor'],
    ['Major General Dov Pereth led the troops.', 'Dov Pereth is Major General'],
  ] as const) {
    test(text, () => expect(gists(text)).toContain(gist))
  }

  test('and whoever is named behind it is the one spoken of', () => {
    const text = 'A spokesman for Attorney General Dov Pereth declined to comment.'
    const declined = readNews(text).found.statements.find(({ predicate }) => predicate === 'decline')
    expect(declined?.roles.map(({ role, start, end }) => `${role}: ${text.slice(start, end)}`)).toEqual([
      'agent: A spokesman for Attorney General Dov Pereth',
    ])
  })
})
