import { describe, expect, test } from 'vitest'
import { decode, roleTags, tagCount, tagNames } from '../../src/statements/attribution/tagger/decode.js'
import { attributionTaggerFromBytes, tagAttributions } from '../../src/statements/attribution/tagger/tagger.js'
import { parsedReport } from '../../src/statements/parsed-report.js'
import { readModel } from '../../src/storage/models.js'
import { models } from '../check-story.js'
import { checkVoices, readNews, shippedTagger } from './check-statements.js'

/** "source | cue | content" of each attribution that the tagger alone sees. */
function tagged(text: string): string[] {
  const { reading } = readNews(text)
  const words = (ranges: readonly { readonly start: number; readonly end: number }[]) =>
    ranges.map(({ start, end }) => text.slice(start, end)).join(' … ')
  return tagAttributions(parsedReport(reading), shippedTagger()).map(
    ({ source, cue, content }) => `${words(source)} | ${words([cue])} | ${words(content)}`,
  )
}

describe('the tagger alone', () => {
  for (const [text, expected] of [
    ['Ottilie Brandt said the lamp had failed.', 'Ottilie Brandt | said | the lamp had failed'],
    ['“I saw a small yellow light,” said Dov Pereth.', 'Dov Pereth | said | “I saw a small yellow light,”'],
    [
      'The lamp had failed on Tuesday, according to Ottilie Brandt.',
      'Ottilie Brandt | according to | The lamp had failed on Tuesday',
    ],
    ['The council criticized the closure of the bridge.', 'The council | criticized | the closure of the bridge'],
  ] as const) {
    test(text, () => expect(tagged(text)).toContain(expected))
  }

  test('a plain event has no voice', () => {
    expect(tagged('The ferry ran onto the reef at midnight.')).toEqual([])
  })

  test('an empty report has no voices', () => {
    expect(tagged('')).toEqual([])
  })
})

describe('rules and tagger together', () => {
  test('what only the tagger sees is added', () => {
    checkVoices(
      'Ottilie Brandt criticized the closure of the bridge.',
      ['outlet < Brandt | the closure of the bridge'],
      { tagger: shippedTagger() },
    )
  })

  test('the chain is the rule’s', () => {
    checkVoices(
      'Dov Pereth was quoted by the Gazette as saying that the lamp had failed.',
      ['outlet < Gazette < Pereth | the lamp had failed'],
      { tagger: shippedTagger() },
    )
  })

  test('a deal that is signed is no voice', () => {
    const { found } = readNews('Ottilie Brandt signed a four-month contract.', shippedTagger())
    expect(found.attributions).toEqual([])
  })

  for (const text of [
    'The sailor fled to Ordania and claimed asylum.',
    'Jonas Marrick, who claimed asylum in Norway in January, served in the harbour guard.',
    'Ottilie Brandt has claimed benefits since 2019.',
    'Asylum was claimed by forty sailors.',
    'The Ennet crew claimed the title on Sunday.',
    'Ottilie Brandt lost the prize that she had claimed.',
    'The storm claimed the lives of three sailors.',
  ]) {
    test(`nothing is said: ${text}`, () => {
      const { found } = readNews(text, shippedTagger())
      expect(found.attributions).toEqual([])
    })
  }

  for (const [text, voice] of [
    ['The Harbour League claimed responsibility for the fire.', 'Harbour League | responsibility for the fire'],
    ['Ottilie Brandt claimed the title was hers.', 'Brandt | the title was hers'],
    ['Ottilie Brandt claimed that victory was near.', 'Brandt | victory was near'],
  ] as const) {
    test(`something is claimed: ${text}`, () => checkVoices(text, [`outlet < ${voice}`], { tagger: shippedTagger() }))
  }

  test('without a tagger the rules stand alone', () => {
    const { found } = readNews('Ottilie Brandt criticized the closure of the bridge.')
    expect(found.attributions).toEqual([])
  })

  test('the models hold it, and other bytes are refused', () => {
    expect(models().tagger).not.toBeNull()
    expect(() =>
      attributionTaggerFromBytes(readModel('lemmas.bin').subarray(9), models().language.grammar.classes),
    ).toThrow('Not a Stemma weights file')
  })
})

describe('decoding', () => {
  const tag = (name: (typeof tagNames)[number]) => tagNames.indexOf(name)

  test('what goes on must have begun', () => {
    const scores = new Int32Array(3 * tagCount)
    scores[0 * tagCount + tag('neither')] = 1
    scores[1 * tagCount + tag('content-on')] = 9
    scores[2 * tagCount + tag('content-on')] = 9
    const { tags } = decode(scores, 3, new Int32Array(tagCount * tagCount), roleTags)
    expect([...tags]).toEqual([tag('content'), tag('content-on'), tag('content-on')])
  })

  test('nothing at all is no tags', () => {
    expect(decode(new Int32Array(0), 0, new Int32Array(tagCount * tagCount), roleTags).tags).toHaveLength(0)
  })
})
