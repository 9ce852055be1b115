import { describe, expect, test } from 'vitest'
import { readReports } from '../../src/intake/intake.js'
import { readLanguage } from '../../src/language/language.js'
import { findStatements } from '../../src/statements/statements.js'
import { models } from '../check-story.js'
import { checkVoices, readNews } from './check-statements.js'

describe('through whom, from one sentence to the next', () => {
  for (const [name, text, voices] of [
    [
      'a spokeswoman hands on the word of her ministry',
      'Ottilie Brandt, a spokeswoman for the Transport Ministry, said the lamp had failed. Brandt said the ferry was late.',
      [
        'outlet < Transport Ministry < Brandt | the lamp had failed',
        'outlet < Transport Ministry < Brandt | the ferry was late',
      ],
    ],
    [
      'what somebody told an outlet goes on when the name comes again at once',
      'Dov Pereth told the Gazette that the lamp had failed. Pereth said the ferry was late.',
      ['outlet < Gazette < Pereth | the ferry was late'],
    ],
    [
      'words that only begin like a posting are handed on too',
      'Dov Pereth told the Gazette that the lamp had failed. He postulated that the ferry was late.',
      ['outlet < Gazette < Pereth | the ferry was late'],
    ],
    [
      'but what he posted himself nobody handed on',
      'Dov Pereth told the Gazette that the lamp had failed. He tweeted that the ferry was late.',
      ['outlet < Pereth | the ferry was late'],
    ],
    [
      'but not after somebody else has spoken',
      'Dov Pereth told the Gazette that the lamp had failed. Ottilie Brandt said the sea was calm. Pereth said the ferry was late.',
      ['outlet < Pereth | the ferry was late'],
    ],
    [
      'a statement speaks for the one who issued it',
      'The Transport Ministry said in a statement that the lamp had failed. The statement said the ferry was late.',
      ['outlet < Transport Ministry | the ferry was late'],
    ],
    [
      '"he" whom his own words name is somebody else: the one who spoke before',
      'Ansel Dray said the lamp had failed. Emil Lingard was suspended. He said Lingard had done nothing wrong.',
      ['outlet < Dray | Lingard had done nothing wrong'],
    ],
    [
      'the newspaper is the one that was named last',
      'Ottilie Brandt told the Harbour Gazette that the lamp had failed. Dov Pereth told the newspaper that the ferry was late.',
      ['outlet < Harbour Gazette < Pereth | the ferry was late'],
    ],
    [
      'a quotation over lines, a sentence each, is one',
      'Dov Pereth spoke on Friday.\n"I saw a light," Pereth said.\n"It was small.\nIt was yellow.\nWe steered by it."\nThe ferry sank.',
      ['outlet < Pereth | "It was small.\nIt was yellow.\nWe steered by it."'],
    ],
    [
      'a quotation inside which somebody is quoted goes on with its own speaker',
      'Dov Pereth said: “Ottilie Brandt denied it.”\n\n“She said she knew nothing of the lamp.”',
      ['outlet < Pereth | “She said she knew nothing of the lamp.”'],
    ],
    [
      'but not what is said at another time',
      'Dov Pereth told the Gazette that the lamp had failed. In 2008, he said the ferry was late.',
      ['outlet < Pereth | the ferry was late'],
    ],
    [
      'nor on another occasion',
      'Dov Pereth told the Gazette that the lamp had failed. He said during his speech in Ennet that the ferry was late.',
      ['outlet < Pereth | the ferry was late'],
    ],
    [
      'a letter to a person came from its writer alone',
      'Ansel Dray wrote in a letter to the mayor that the lamp had failed. Dray said the ferry was late.',
      ['outlet < Dray | the lamp had failed', 'outlet < Dray | the ferry was late'],
    ],
    [
      'and whom one objects to hands nothing on',
      'Ansel Dray objected to the Harbour Council that the lamp had failed.',
      ['outlet < Dray | the lamp had failed'],
    ],
    [
      '"he" in somebody’s own words is not himself',
      'Emil Lingard was buried on Friday. “He feared the sea,” Ansel Dray said. “He told me he would stay.”',
      ['outlet < Dray < Lingard | he would stay'],
    ],
    [
      'files that only show something do not speak the next quotation',
      'Dov Pereth said the plan was bad. Files show that the lamp was out.\n\n“We did not know it at the time.”',
      ['outlet < Pereth | “We did not know it at the time.”'],
    ],
  ] as const) {
    test(name, () => checkVoices(text, voices))
  }

  for (const [name, text, voices] of [
    [
      'what one told a lawyer did not come through just any lawyer',
      'Dov Pereth told a lawyer that the lamp had failed.',
      ['outlet < Pereth | the lamp had failed'],
    ],
    [
      'who is asked hands nothing on',
      'Ottilie Brandt promised that the lamp would burn. Brandt asked aides to print the letter.',
      ['outlet < Brandt | the lamp would burn'],
    ],
    [
      'a name after titles is the voice',
      'Deputy Transport Minister Corin Vael, reading from a paper, said the lamp had failed.',
      ['outlet < Vael | the lamp had failed'],
    ],
  ] as const) {
    test(name, () => checkVoices(text, voices))
  }

  for (const [name, text] of [
    ['refusing somebody something is no denial', 'The harbour master denied them entry.'],
    ['failing to provide a thing refuses no answer', 'Beaconmark failed to provide a ladder.'],
    ['a person who is challenged is no claim', 'Ottilie Brandt will challenge Corin Vael.'],
  ] as const) {
    test(name, () => expect(readNews(text).found.attributions).toEqual([]))
  }

  test('a date names no voice', () => {
    const { found } = readNews('Last Friday insisted Beaconmark that the lamp had burned.')
    expect(found.attributions.flatMap(({ source }) => source.map(({ start }) => start))).not.toContain(0)
  })

  test('an agency in the dateline is a step for everything', () => {
    const chains = chainsOf(
      'PORT ALDANE (Reuters) - A ferry ran onto a reef late on Thursday, Ottilie Brandt said.\n\nDov Pereth said the lamp had failed on Tuesday.\n',
    )
    expect(chains).toContain('outlet < Reuters < Ottilie Brandt')
    expect(chains).toContain('outlet < Reuters < Dov Pereth')
  })

  test('an agency that is only quoted is no step for others', () => {
    const chains = chainsOf(
      'Ottilie Brandt told Reuters that the lamp had failed.\n\nDov Pereth said the ferry was late.\n',
    )
    expect(chains).toContain('outlet < Reuters < Ottilie Brandt')
    expect(chains).toContain('outlet < Dov Pereth')
  })
})

function chainsOf(text: string): string[] {
  const [report] = readReports([{ id: 'r1', source: 'news.txt', bytes: new TextEncoder().encode(text) }]).reports
  const reading = readLanguage(report!, models().language)
  return findStatements(reading).attributions.map(({ chain }) =>
    chain.map((voice) => (voice === 'outlet' ? voice : (reading.characters[voice]?.name ?? 'unnamed'))).join(' < '),
  )
}
