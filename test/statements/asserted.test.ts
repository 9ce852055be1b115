import { describe, expect, test } from 'vitest'
import { findAttributions } from '../../src/statements/attribution/attribution.js'
import { parsedReport } from '../../src/statements/parsed-report.js'
import { checkVoices, readNews, shippedTagger } from './check-statements.js'

const statements = (text: string) => readNews(text, shippedTagger()).found.statements
const gists = (text: string): string[] => statements(text).map(({ gist }) => gist)

describe('what was not done is not told as done', () => {
  for (const [text, line] of [
    ['Dov Pereth refrained from using the boat.', 'not use: Dov Pereth refrained from using the boat'],
    ['Dov Pereth declined to use the boat.', 'not use: Dov Pereth declined to use the boat'],
    ['Dov Pereth forgot to use the boat.', 'not use: Dov Pereth forgot to use the boat'],
    ['Dov Pereth had yet to use the boat.', 'not use: Dov Pereth had yet to use the boat'],
    ['Neither Pereth nor Marrick used the boat.', 'not use: Neither Pereth nor Marrick used the boat'],
    ['Dov Pereth left without asking.', 'not ask: Dov Pereth did not ask'],
    ['Bo Marrick opposes closing the harbour.', 'oppose: Bo Marrick opposes closing the harbour'],
    ['Bo Marrick vowed to end the fight.', 'vow to end: Bo Marrick vowed to end the fight'],
    ['Dov Pereth stopped using the boat.', 'stop use: Dov Pereth stopped using the boat'],
  ] as const) {
    test(text, () => {
      expect(
        statements(text).map(
          ({ polarity, predicate, gist }) => `${polarity === 'negative' ? 'not ' : ''}${predicate}: ${gist}`,
        ),
      ).toContain(line)
    })
  }

  test.each([
    'The panel did not find that the bridge swayed.',
    'The report did not establish that the bridge swayed or sank.',
    'The court did not say that the bridge swayed.',
    'The judge did not confirm that the bridge swayed.',
  ])('%s leaves it open, and nothing tells that it did', (text) => {
    const found = statements(text)
    expect(found.map(({ polarity, gist }) => `${polarity}: ${gist}`)).toEqual([`negative: ${text.slice(0, -1)}`])
  })

  test('whether it was so stays with the verb that leaves it open', () => {
    const text = 'The harbour office refuses to say whether the tower was dark, and admits only a delay.'
    expect(gists(text)).toContain('The harbour office refuses to say whether the tower was dark')
    expect(gists(text)).not.toContain('The tower was dark')
  })

  test('what was found is told', () => {
    expect(gists('The panel found that the bridge swayed.')).toContain('The bridge swayed')
  })

  test('whoever finds no evidence does not say that it was so', () => {
    const text = 'The keeper found no evidence that the bridge swayed.'
    expect(statements(text).find(({ predicate }) => predicate === 'sway')?.factuality).toBe('unreal')
  })

  test('a means is no surer than the deed', () => {
    const text = 'Ennet has threatened to retaliate by selling the boats.'
    expect(statements(text).find(({ predicate }) => predicate === 'sell')?.factuality).toBe('unreal')
  })
})

describe('words that assert nothing are no statements', () => {
  for (const [text, fragment] of [
    ['Ada Holm hopes he can.', 'he can'],
    ['They cannot believe what they’re finding.', 'They’re finding'],
    ['“I thought it would be fun, you know, because it is a game,” Dov Pereth said.', 'You know'],
    ['The lamp is there when you need it.', 'You need it'],
    ['Had she been there, Ada Holm would have seen the ship.', 'She been there'],
    ['The keeper may close the bridge as deemed necessary.', 'As is deemed'],
    ['“The village can do it, and I hope that they want,” Ada Holm said.', 'They want'],
  ] as const) {
    test(text, () =>
      expect(gists(text).filter((gist) => gist.toLowerCase().startsWith(fragment.toLowerCase()))).toEqual([]),
    )
  }
})

describe('of whom it is said', () => {
  for (const [what, text, gist] of [
    [
      'of two names before a description the nearer',
      'Mary Holm, the younger sister of Liz Pereth, a Wether candidate, left.',
      'Liz Pereth is a Wether candidate',
    ],
    [
      'a name before brackets',
      'Bo Holm (R-Ennet), who was also at the practice, left the harbour.',
      'Bo Holm was at the practice',
    ],
    [
      'those who are counted',
      'Several of the packages went through a postal office in Ennet.',
      'Several of the packages went through a postal office in Ennet',
    ],
    [
      'whose it is stays open where another is named before',
      'Ada Holm left. Mary Pereth sold her boat.',
      'Mary Pereth sold her boat',
    ],
    ['an "it" that holds the place of a clause', 'It is too early to tell.', 'It is too early to tell'],
    [
      'in his own words "he" is another',
      '“He is not welcome in Ennet,” Dov Pereth told the Gazette.',
      'He is not welcome in Ennet',
    ],
  ] as const) {
    test(what, () => expect(gists(text)).toContain(gist))
  }
})

describe('who speaks', () => {
  for (const [what, text, voices] of [
    [
      'past an aside',
      'James Pereth, a retired keeper who caught the thief Ted Marrick -- who robbed three people -- told the Gazette on Wednesday that the letter was false.',
      ['outlet < gazette < pereth | that the letter was false'],
    ],
    [
      'the one who has just spoken speaks on',
      'Clarke Cooper, the director, said, “Governor Jack Pereth is running away.” He added, “Our town was built upon trust.”',
      ['outlet < cooper | “Our town was built upon trust.”'],
    ],
    [
      'the person behind a place and titles',
      'The council is taking over, Ennet Police Chief Jo Marrick said.',
      ['outlet < marrick | The council is taking over'],
    ],
    [
      'the speaker of the first verb of the second',
      'Ada Holm warns that the bridge is a danger and says the harbour will close.',
      ['outlet < holm | the harbour will close'],
    ],
    [
      'a headline in capitals',
      'Holm Is a Finalist for the Harbour Office, Pereth Says\n\nDov Pereth praised Ada Holm on Monday.',
      ['outlet < pereth | Holm Is a Finalist for the Harbour Office'],
    ],
  ] as const) {
    test(what, () => checkVoices(text, voices, { tagger: shippedTagger() }))
  }

  test('what is told of the speaker is not what was said', () => {
    const text = 'Bo Holm (R-Ennet), who was also at the practice, told the Gazette that Marrick fell.'
    const found = findAttributions(parsedReport(readNews(text).reading), shippedTagger())
    expect(found.map(({ content }) => content.map(({ start, end }) => text.slice(start, end)).join(' … '))).toEqual([
      'that Marrick fell',
    ])
  })

  test('a question that nobody is said to ask is nobody’s word', () => {
    const text = 'Asked whether the bridge was safe, Ada Holm said: “I do not know that.”'
    const found = findAttributions(parsedReport(readNews(text).reading), shippedTagger())
    expect(found.length).toBeGreaterThan(0)
    for (const { source } of found) expect(source.length).toBeGreaterThan(0)
  })
})
