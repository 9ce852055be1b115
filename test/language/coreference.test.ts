import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gazetteerFromBytes } from '../../src/knowledge/gazetteer.js'
import { annotate, loadGrammar } from '../../src/language/annotate.js'
import { coreferenceModelFromBytes, resolveCharacters } from '../../src/language/coreference/coreference.js'
import { isMisspelling, mayNameOne, namesAgree } from '../../src/language/coreference/name-agreement.js'
import { nameWords } from '../../src/language/coreference/name-words.js'
import { findNames, nameTaggerFromBytes } from '../../src/language/names/names.js'
import { findSentences, sentenceModelFromBytes } from '../../src/language/text/text.js'

const model = (name: string) => readFileSync(join(import.meta.dirname, '../../models', name))
const grammar = loadGrammar(model)
const namer = nameTaggerFromBytes(model('names.bin'), grammar.classes, gazetteerFromBytes(model('gazetteer.bin')))
const sentenceModel = sentenceModelFromBytes(model('sentences.bin'))
const coreference = coreferenceModelFromBytes(model('coreference.bin'), grammar.classes)

function read(text: string) {
  const sentences = annotate(findSentences(text, [], sentenceModel), grammar)
  return { sentences, ...resolveCharacters(text, sentences, findNames(sentences, namer), coreference) }
}

/**
 * Marks with one letter must end in one character, marks with different letters in different ones; "-" must stay unresolved.
 * "[Marit Sollia|m] said [she|m] …". A mention may hold more words than its mark: one end is enough.
 */
function checkCharacters(marked: string): void {
  const marks: { readonly start: number; readonly end: number; readonly who: string }[] = []
  let text = ''
  for (const part of marked.split(/(\[[^\]]+\])/)) {
    const mark = /^\[(.+)\|(.+)\]$/.exec(part)
    if (mark) marks.push({ start: text.length, end: text.length + mark[1]!.length, who: mark[2]! })
    text += mark ? mark[1]! : part
  }
  const { mentions, characters } = read(text)
  const found = marks.map(({ start, end, who }) => {
    const over = mentions.filter((m) => m.start < end && start < m.end)
    const mention =
      over.find((m) => m.start === start && m.end === end) ??
      over.find((m) => m.end === end) ??
      over.find((m) => m.start === start)
    return { words: text.slice(start, end), who, character: mention?.character }
  })
  const spelt = characters.map(
    (c) =>
      `${c.index} ${c.name}: ${c.mentions.map((m) => `${text.slice(mentions[m]!.start, mentions[m]!.end)} (${mentions[m]!.rule})`).join(', ')}`,
  )
  const letterOf = new Map<number, string>()
  for (const { who, character } of found) {
    if (who !== '-' && character !== undefined && character >= 0 && !letterOf.has(character))
      letterOf.set(character, who)
  }
  const readMarks = found.map(
    ({ words, character }) =>
      `${words}: ${character === undefined ? 'no mention' : character < 0 ? '-' : (letterOf.get(character) ?? '-')}`,
  )
  expect(readMarks, spelt.join('\n')).toEqual(found.map(({ words, who }) => `${words}: ${who}`))
  const used = found.filter((f) => f.who !== '-')
  expect(new Set(used.map((f) => f.character)).size, spelt.join('\n')).toBe(new Set(used.map((f) => f.who)).size)
}

describe('who is who', () => {
  for (const [why, text] of [
    ['a surname goes to the full name', '[Ingrid Halden|i] left Bergen on Monday. Police said [Halden|i] was safe.'],
    ['a title and a surname too', '[Jonas Lindqvist|j] left the yard. [Mr. Lindqvist|j] was not hurt.'],
    ['two of one surname stay two', '[Ingrid Halden|i] met [Jonas Halden|j] in Bergen.'],
    ['a misspelt surname goes to its bearer', '[Yegor Zavarykin|y] owns the yard. Mr. [Zavarikyn|y] said nothing.'],
    ['an acronym', 'He wrote to the [Coastal Rescue Service|c] on Friday. The [CRS|c] did not answer.'],
    ['a body without its ending', 'The [Brandt Group|b] hired hundreds of men. He left [Brandt|b] in May.'],
    ['a web address and its name', 'The founder of [Harborwatch.org|h] said so. He wrote to [Harborwatch|h] again.'],
    ['what follows a name describes it', '[Karin Moe|k], [the harbour master|k], saw the ship.'],
    ['what stands before a name describes it', '[His lawyer|k] Karin Moe said so.'],
    ['what a person is said to be', '[Karin Moe|k] is [a former pilot|k]. [She|k] lives in Bergen.'],
    ['what a person is not said to be', '[Karin Moe|k] is not [a pilot|p].'],
    ['a relative pronoun', 'Police found [the man|m] [who|m] had steered the ship.'],
    ['pronouns by gender', '[Karin Moe|k] met [Jonas Lindqvist|j] in Bergen. [She|k] said [he|j] was tired.'],
    ['a verb does not join its two arguments', '[Karin Moe|k] saw [her|-].'],
    ['but a reflexive does', '[Karin Moe|k] blamed [herself|k].'],
    ['I is the speaker', '“[I|k] saw the light,” [Karin Moe|k] said.'],
    ['I is the speaker of the quotation that follows', '[Jonas Lindqvist|j] said: “[I|j] was asleep.”'],
    [
      'who speaks says "I", so that "he" is another',
      '[Jonas Lindqvist|j] fled on Monday. “[He|j] has declared that [he|j] is willing to speak to the police,” [Egil Aas|e] said.',
    ],
    [
      'the newspaper is the one last named',
      'He spoke to [the Guardian|g] and [Reuters|r]. [The newspaper|g] published it on Friday.',
    ],
    ['the group is the one so called', 'The [Brandt Group|b] hired hundreds of men. Men said [the group|b] paid well.'],
    [
      'whose lawyer he is, that is his client',
      '[Karin Moe|k], the lawyer of the crew, left. [Jonas Lindqvist|j], [Egil Aas|e]’s lawyer, said [his client|e] was safe.',
    ],
    [
      'two titles of one name',
      '[Ordania’s harbour minister|v] and [chief negotiator|v], [Pell Varga|v], left on Friday. [Varga|v] was tired.',
    ],
    [
      'two titles behind one name',
      '[Pell Varga|v], [Ordania’s harbour minister|v] and [chief negotiator|v], left on Friday.',
    ],
    [
      'an owner of its own makes a second person',
      '[The harbour minister|h] and his deputy, [Pell Varga|v], left on Friday.',
    ],
    [
      'and so does a verb in the plural',
      '[Ordania’s harbour minister|h] and chief negotiator, [Pell Varga|v], have left.',
    ],
    [
      'a report may name later whom it speaks of',
      '[He|j] had been at sea for a week. Now [Jonas Lindqvist|j] is home.',
    ],
  ] as const) {
    test(why, () => checkCharacters(text))
  }
})

describe('two who have names of their own stay two', () => {
  for (const marked of [
    // The vice president is not the president, whoever was spoken of last.
    `President [Emil Lingard|l] left Ennet with Vice President [Oskar Brandt|b] on Monday. [Brandt|b] spoke first. [The president|l] spoke later.`,
    // A guest who is a president too is not "the president".
    `President [Emil Lingard|l] spoke to reporters in Ennet. [Lingard|l] said the road was closed. [Lingard|l] will not leave. [Lingard|l] is from Marrick. [Lingard|l] met Norwegian President [Oskar Brandt|b] on Monday. [The president|l] left at noon.`,
    // The harbour office’s head is not the bank’s.
    `[Oskar Brandt|b], the director of the Marrick Bank, left on Monday. The director of the Ennet Museum, [Ada Holm|h], stayed.`,
    // A bare surname of whom the report goes on with "he" is not his wife’s.
    `[Lingard|l] said he was tired. [Lingard|l] left his house on Monday. [Lingard|l] said he saw nobody. [Maria Lingard|m] stayed in Ennet.`,
  ]) {
    test(marked, () => checkCharacters(marked))
  }
})

test('a description is called by its own words, without the clauses that hang on it', () => {
  const { characters } = read('The clerk who kept the harbour log told the police that he had seen nobody.')
  expect(characters.map(({ name }) => name)).toContain('The clerk')
})

test('people without a name are characters of their own', () => {
  const { characters } = read('Two people familiar with the matter said so. Border guards found nothing.')
  expect(characters.map((c) => [c.name, c.type, c.named])).toEqual([
    ['Two people familiar with the matter', 'group', false],
    ['Border guards', 'group', false],
  ])
})

test('he is never a character of his own', () => {
  const { mentions, characters } = read('He said he was tired.')
  expect(characters).toEqual([])
  expect(mentions.map((m) => m.character)).toEqual([-1, -1])
})

test('things are no characters', () => {
  expect(read('The contract was signed. The contract was long.').characters).toEqual([])
})

test('a character bears its fullest name', () => {
  const { characters } = read('Halden left on Monday. Ingrid Halden was seen in Bergen. Halden was safe.')
  expect(characters.find((c) => c.type === 'person')?.name).toBe('Ingrid Halden')
})

test('mentions and characters point at each other', () => {
  const words = [
    'Karin Moe',
    'Moe',
    'she',
    'the group',
    'the Brandt Group',
    'said',
    'saw',
    'his lawyer',
    'and',
    ',',
    '.',
    '“',
    '”',
    'who',
    'I',
  ]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { maxLength: 40 }), (chosen) => {
      const text = chosen.join(' ')
      const { mentions, characters, sentences } = read(text)
      for (const [i, mention] of mentions.entries()) {
        const { tokens } = sentences[mention.sentence]!
        expect(mention.start).toBe(tokens[mention.firstToken]!.start)
        expect(mention.end).toBe(tokens[mention.endToken - 1]!.end)
        expect(mention.headToken).toBeGreaterThanOrEqual(mention.firstToken)
        expect(mention.headToken).toBeLessThan(mention.endToken)
        if (mention.character >= 0) expect(characters[mention.character]!.mentions).toContain(i)
      }
      for (const [i, character] of characters.entries()) {
        expect(character.index).toBe(i)
        for (const m of character.mentions) expect(mentions[m]!.character).toBe(i)
      }
    }),
    { numRuns: 60, seed: 1 },
  )
})

test('an empty report has nobody', () => {
  expect(read('')).toMatchObject({ mentions: [], characters: [] })
})

for (const [a, b, agree] of [
  ['joshua abraham norton', 'joshua norton', true],
  ['j norton', 'joshua norton', true],
  ['bill clinton', 'william clinton', true],
  ['andrei sokolov', 'andrey sokolov', true],
  ['yegor zavarykin', 'yegor zavarikyn', true],
  ['omar ibn yusuf al masri', 'yusuf al masri', false],
  ['hillary clinton', 'bill clinton', false],
  ['anna berg', 'anna holm', false],
] as const) {
  test(`"${a}" and "${b}" ${agree ? 'may be one' : 'are two'}`, () =>
    expect(namesAgree(a.split(' '), b.split(' '))).toBe(agree))
}

test('short names are no misspellings of each other', () => {
  expect([
    isMisspelling('berg', 'bern'),
    isMisspelling('hansen', 'jansen'),
    isMisspelling('zavarykin', 'zavarikyn'),
  ]).toEqual([false, false, true])
})

test('a name is known by its words without titles', () => {
  expect(nameWords(['Mr.', 'Jonas', 'Lindqvist', 'Jr.'], 'person')).toEqual({
    words: ['jonas', 'lindqvist'],
    gender: 1,
  })
  expect(nameWords(['The', 'U.S.', 'Senate'], 'organisation').words).toEqual(['us', 'senate'])
})

for (const [a, b, may] of [
  ['lingard', 'emil lingard', true],
  ['emil', 'emil lingard', true],
  ['mike', 'michael holm', true],
  ['brandt', 'emil lingard', false],
  ['brandt', 'lingard', false],
  ['emil lingard', 'oskar lingard', false],
] as const) {
  test(`"${a}" and "${b}" ${may ? 'may name one' : 'name two'}`, () =>
    expect(mayNameOne(a.split(' '), b.split(' '))).toBe(may))
}
