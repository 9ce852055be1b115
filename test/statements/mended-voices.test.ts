import { describe, expect, test } from 'vitest'
import { checkNoStatement, checkStatements, checkVoices, readNews, shippedTagger } from './check-statements.js'

const tagger = shippedTagger()

describe('voices that the parser loses', () => {
  for (const [name, text, voices] of [
    [
      'who is described by "who", not the town beside it',
      'Senator Nora Pym of Vellamere, who is in line to be elected speaker on Thursday, said: “We ask the mayor to open the harbour.”',
      ['outlet < Pym | We ask the mayor to open the harbour'],
    ],
    [
      'the sentence’s subject, not the noun beside a participle',
      'Governor Ada Mott praised Senator Nora Pym on Monday, saying she had the courage for the office.',
      ['outlet < Mott | she had the courage for the office'],
    ],
    [
      'those of whom "who" speaks',
      'The keepers met Ada Holm, who said the lamp was out.',
      ['outlet < Holm | the lamp was out'],
    ],
    [
      'whom "who" follows behind a comma',
      'The court heard a plea from Mr. Hale, who asked it to free him.',
      ['outlet < Hale | it to free him'],
    ],
    [
      'a question whose asker stands in the next sentence',
      'Piers Odd left early. “Could any judge pass this test today?” Ottilie Mott asked.',
      ['outlet < Mott | Could any judge pass this test today?'],
    ],
    [
      'a voice slipped in between subject and verb',
      'Her comments, said Dr. Ulla Ek, are misguided.',
      ['outlet < Ek | Her comments', 'outlet < Ek | are misguided'],
    ],
    [
      'a person after the name of a body',
      '“They will be treated alike,” said Harbour Rights Campaign President Emil Griffin.',
      ['outlet < Griffin | They will be treated alike'],
    ],
    [
      'a paper speaks for whom it comes from',
      '“We are disappointed by the ruling,” said the statement from William Lind.',
      ['outlet < Lind | We are disappointed by the ruling'],
    ],
    [
      'what is told before the speaker, with a participle behind',
      'The tolls will rise in May, Ottilie Mott said, describing it as a small matter.',
      ['outlet < Mott | The tolls will rise in May'],
    ],
    [
      'one of those who were there',
      'The mayor rejected the plan, according to one of the officials who were in the room.',
      ['outlet < unnamed | The mayor rejected the plan'],
    ],
    [
      'a person, not the place in front of "who"',
      'The ruling angered Liberals in either chamber, who accused the mayor of lying.',
      ['outlet < Liberals | the mayor of lying'],
    ],
    [
      'an official who is called by an adjective',
      'Emil Lingard is consulting with the mayor on the matter, said the official, speaking only on condition of anonymity.',
      ['outlet < official | Emil Lingard is consulting with the mayor on the matter'],
    ],
    ['a time is nobody', 'A decision is expected by early summer 2024.', ['outlet < unnamed | A decision']],
    [
      'who issued the statement that one goes by',
      'Ottilie Brandt was in bed, according to a statement issued on Sunday by her physician, Lisa Holm.',
      ['outlet < Holm | Ottilie Brandt was in bed'],
    ],
    [
      'a source, not the harbour it is in',
      'The Gazette quoted an anonymous source in the harbour who said the lamp was out.',
      ['outlet < source | the lamp was out'],
    ],
  ] as const)
    test(name, () => checkVoices(text, voices, { tagger }))

  test('the warned hand nothing on', () => {
    checkVoices('Ada Mott warned Ty Lind that the dam would break.', ['outlet < Mott | the dam would break'], {
      tagger,
    })
  })
  test('a people hands nothing on', () => {
    checkVoices('Ada Mott told Norwegians that the dam was safe.', ['outlet < Mott | the dam was safe'], { tagger })
  })
})

describe('what was not said', () => {
  for (const text of [
    'Senator Nora Pym wrote the bill.',
    'The council delayed its decision on the ban.',
    'Harbour Bill 12 does not address the matter.',
    'They looked for papers to confirm the sale.',
  ])
    test(text, () => expect(readNews(text, tagger).found.attributions).toEqual([]))

  test('the occasion of the saying', () => {
    const { reading, found } = readNews('Piers Odd said “we will never leave this valley” as he toured a base.', tagger)
    const said = found.attributions.flatMap(({ content }) =>
      content.map(({ start, end }) => reading.report.text.slice(start, end)),
    )
    expect(said).toEqual(['“we will never leave this valley”'])
  })
})

describe('gists and dates', () => {
  test('a kind of people tells nothing of anybody', () =>
    checkNoStatement('The law helps the families of those killed in the valley.', ['those']))
  test('the body of a title is named whole', () =>
    checkStatements('Harbour Watch President Ida Lee said the camp was full.', [
      'outlet | stated | Ida Lee is Harbour Watch President',
    ]))
  test('what happened along the way has no date of the whole', () => {
    const { found } = readNews('She has served as mayor since 2010, winning re-election twice.')
    expect(found.statements.map(({ gist, when }) => `${gist} | ${when?.edtf ?? ''}`)).toEqual([
      'She has served as mayor since 2010 | 2010/..',
      'She won re-election twice | ',
    ])
  })
  test('the day of a duty is not that of being bound', () => {
    const { found } = readNews('A former aide is under subpoena to appear tomorrow before the committee.')
    expect(found.statements.map(({ when }) => when)).toEqual([null])
  })
  test('an attempt is the actor’s', () =>
    checkStatements('The gunmen attempted to storm the hall.', [
      'outlet | stated | gunmen attempted to storm the hall',
    ]))
})

describe('what nobody says', () => {
  test.each([
    ['No expert believes that the lamp was out.', 'No expert'],
    ['The rise of the rents suggests that the mayor was wrong.', 'The rise of the rents'],
    ['The study found no sign of a fire, as Vael has stated.', 'Vael'],
  ])('%s', (text, nobody) => {
    const { found } = readNews(text, tagger)
    const sources = found.attributions.flatMap(({ source }) => source.map(({ start, end }) => text.slice(start, end)))
    expect(sources).not.toContain(nobody)
    expect(found.statements.length).toBeGreaterThan(0)
  })
})

describe('where the report goes on in its own words', () => {
  test.each([
    [
      'The mayors argue that the bridge pays for itself, while keepers fear the cost of it.',
      'keepers fear the cost of it',
    ],
    [
      'Ottilie Brandt told the crew to look at the lamp on Tuesday — and a keeper rose to their defence.',
      'a keeper rose to their defence',
    ],
    [
      'Ada Holm said she wants a vote on Monday, but Holm has few friends in the council.',
      'Holm has few friends in the council',
    ],
  ])('%s', (text, own) => {
    const { found } = readNews(text, tagger)
    const told = found.statements.find(({ start, end }) => text.slice(start, end) === own)
    expect(told?.chain).toEqual(['outlet'])
  })
})

describe('what stays with who says it', () => {
  test.each([
    ['The government suggested that the tax would rise.', 'the tax would rise'],
    ['Police said two men were killed in the crash, while three women were injured.', 'three women were injured'],
    ['No fewer than 20 witnesses said the car sped away.', 'the car sped away'],
    ['The firm did not pay its workers, as the report says.', null],
  ])('%s', (text, words) => {
    const { found } = readNews(text, tagger)
    expect(found.attributions.length).toBeGreaterThan(0)
    if (words === null) return
    const told = found.statements.find(({ start, end }) => text.slice(start, end) === words)
    expect(told?.chain.length).toBe(2)
  })
})
