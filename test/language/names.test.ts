import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gazetteerFromBytes } from '../../src/knowledge/gazetteer.js'
import { decode } from '../../src/language/names/decode.js'
import { findNames, nameTaggerFromBytes } from '../../src/language/names/names.js'
import { mayFollow, namesFromTags, outside, staysOpen, tagCount, tagsFromNames } from '../../src/language/names/tags.js'
import { WordClasses } from '../../src/weights/word-classes.js'

const model = (name: string) => readFileSync(join(import.meta.dirname, '../../models', name))
const tagger = nameTaggerFromBytes(
  model('names.bin'),
  WordClasses.fromBytes(model('word-classes.bin')),
  gazetteerFromBytes(model('gazetteer.bin')),
)

for (const [why, ...lines] of [
  [
    'people, places, bodies and peoples',
    '[Marit Sollia|person] , a [Norwegian|group] harbour pilot , told [Reuters|organisation] in [Bergen|place] that she had seen it .',
  ],
  [
    'a full name teaches the short one, whatever else it could be',
    '[Ingrid Halden|person] left [Norway|place] on Monday .',
    'Police later said that [Halden|person] was safe .',
  ],
  ['a title makes a person', 'Mr. [Oslo|person] had gone home .'],
  [
    'the short form of a group is the group',
    'The [Brandt Group|organisation] hired hundreds of men .',
    'A former [Brandt|organisation] commander said he had fled [Brandt|organisation] in May .',
  ],
  [
    'a name that is a web address is a body, and so is its short form',
    'The founder of [Harborwatch.org|organisation] said so .',
    'He wrote to [Harborwatch|organisation] again .',
  ],
  ['what is called an organisation is one', 'They asked the aid organisation [Folkelys|organisation] for help .'],
  ['a newspaper is one body', 'The [New York Times|organisation] reported it first .'],
  ['a known body is one name', 'Ministers of the [European Union|organisation] met in [Brussels|place] .'],
  ['the West is a part of the world', 'He fled to the [West|place] .'],
  ['a region is known from the gazetteer', '[Treriksrøysa|place] lies where three borders meet .'],
  ['a party mark names nobody', 'Sen. [Ada Brekke|person] ( D-Ohio ) voted against it .'],
  ['a hyphen joins a family name', 'It was found by [Tarjei Moe - Lunde|person] .'],
  ['dates and sums are no entities', 'On Friday he paid $ 500 .'],
  ['nothing to find', 'It rained all night and the road was closed .'],
] as const) {
  test(why, () => checkNames(lines))
}

test('an event is an event', () => {
  expect(typesOf('The World Cup begins on Sunday .')).toContain('event')
})

test('an empty document and an empty sentence have no names', () => {
  expect(findNames([], tagger)).toEqual([])
  expect(findNames([{ tokens: [] }], tagger)).toEqual([])
})

test('names never overlap and stay within their sentences, whatever the words', () => {
  const word = fc.oneof(
    fc.constantFrom(
      'Andersen',
      'the',
      '(',
      ')',
      '.',
      '"',
      '“',
      '’s',
      '-',
      'A.com',
      'LPR',
      'Mr.',
      'R-Va.',
      '26',
      ',',
      'Group',
    ),
    fc.string(),
  )
  fc.assert(
    fc.property(fc.array(fc.array(word, { maxLength: 12 }), { maxLength: 6 }), (document) => {
      const names = findNames(document.map(tokensOf), tagger)
      let sentence = 0
      let free = 0
      for (const name of names) {
        if (name.sentence !== sentence) free = 0
        expect(name.sentence).toBeGreaterThanOrEqual(sentence)
        expect(name.firstToken).toBeGreaterThanOrEqual(free)
        expect(name.endToken).toBeGreaterThan(name.firstToken)
        expect(name.endToken).toBeLessThanOrEqual(document[name.sentence]!.length)
        sentence = name.sentence
        free = name.endToken
      }
    }),
    { seed: 7 },
  )
})

test('decoding gives a valid sequence that ends no name halfway', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.integer({ min: -900, max: 900 }), { minLength: tagCount, maxLength: tagCount })),
      (rows) => {
        const tags = new Uint8Array(rows.length)
        decode(Int32Array.from(rows.flat()), new Int32Array(tagCount * tagCount), 0, rows.length, tags)
        expect(staysOpen(tags.at(-1) ?? outside)).toBe(false)
        for (let i = 0; i < tags.length; i++) expect(mayFollow(tags[i - 1] ?? outside, tags[i]!)).toBe(true)
        expect(tagsFromNames(tags.length, namesFromTags(tags, 0, tags.length))).toEqual(tags)
      },
    ),
    { seed: 7 },
  )
})

/** Lines are sentences with spaces between tokens; names stand in brackets with their type. Money and dates are left out. */
function checkNames(lines: readonly string[]): void {
  const plain = lines.map((line) => line.replace(/\[([^\]|]+)\|\w+\]/g, '$1'))
  const document = plain.map((line) => line.split(' '))
  const found = document.map((forms) => [...forms])
  for (const name of findNames(document.map(tokensOf), tagger)) {
    if (name.type === null) continue
    const forms = found[name.sentence]!
    forms[name.firstToken] = `[${forms[name.firstToken]}`
    forms[name.endToken - 1] += `|${name.type}]`
  }
  expect(found.map((forms) => forms.join(' '))).toEqual(lines)
}

function typesOf(line: string): unknown[] {
  return findNames([tokensOf(line.split(' '))], tagger).map((name) => name.type)
}

function tokensOf(forms: readonly string[]): { tokens: { form: string }[] } {
  return { tokens: forms.map((form) => ({ form })) }
}
