import { describe, expect, test } from 'vitest'
import { storyOf } from '../../src/presentation/story.js'
import { folded, searchClaims, stemOf } from '../../src/web/search.js'
import { bigStory } from './big-story.js'
import { goldFindings } from './gold-findings.js'

const story = storyOf(goldFindings())
const gists = (query: string): string[] =>
  [...(searchClaims(story, query)?.scores ?? [])]
    .sort((a, b) => b[1] - a[1])
    .map(([i]) => story.findings.claims[i]!.gist)

describe('one search finds what another word for word would not', () => {
  for (const [asked, like] of [
    ['LAMP', 'lamp'],
    ['leaves keeper', 'keeper left'],
    ['ordered', 'order'],
    ['off switch', 'switch off'],
    ['lam', 'lamp'],
    ['gdańsk', 'gdansk'],
    ['Gdansk', 'Gdańsk'],
  ] as const)
    test(`"${asked}" finds what "${like}" finds`, () => {
      const found = gists(like)
      expect(found.length).toBeGreaterThan(0)
      expect(gists(asked)).toEqual(expect.arrayContaining(found))
    })

  test('whoever is called "she" in the words is found by every name', () => {
    const brandt = story.findings.entities.find(({ name }) => name === 'Ottilie Brandt')!
    const hers = story.findings.claims.filter((claim) =>
      claim.statements.some((id) => story.statements.get(id)!.chain.includes(brandt.id)),
    )
    expect(hers.length).toBeGreaterThan(0)
    expect(gists('ottilie')).toEqual(expect.arrayContaining(hers.map((claim) => claim.gist)))
  })

  test('a slip of the pen is read as the nearest word, and said to be', () => {
    const found = searchClaims(story, 'fenwrihgt')!
    expect(found.respelt).toEqual([['fenwrihgt', 'fenwright']])
    expect([...found.scores.keys()]).toEqual([...searchClaims(story, 'fenwright')!.scores.keys()])
  })

  test('every word must be there', () => {
    expect(gists('lamp').length).toBeGreaterThan(0)
    expect(gists('lamp zeppelin')).toEqual([])
  })

  test('a claim and a statement are found by their id first', () => {
    const [claim] = story.findings.claims
    expect(gists(claim!.id)[0]).toBe(claim!.gist)
    expect(gists(claim!.statements[0]!)[0]).toBe(claim!.gist)
  })

  test('nothing asked is no search', () => expect(searchClaims(story, ' – ')).toBeUndefined())
})

test('forms of a word have one stem, other words another', () => {
  for (const forms of [
    'kill kills killed killing',
    'say says said',
    'deny denies denied',
    'ship ships shipped',
    'leave leaves left',
  ])
    expect(new Set(forms.split(' ').map(stemOf)).size, forms).toBe(1)
  expect(stemOf('office')).not.toBe(stemOf('officer'))
  expect(stemOf('speed')).not.toBe(stemOf('spend'))
})

test('accents and letters without a plain part are written plainly', () =>
  expect(folded('Łódź, Ærøskøbing, Çeşme, Straße')).toBe('lodz, aeroskobing, cesme, strasse'))

test('20,000 statements are searched while one types', () => {
  const big = storyOf(bigStory(200, 100))
  searchClaims(big, 'lamp')
  const begun = performance.now()
  for (const query of ['l', 'la', 'lam', 'lamp', 'lamp h', 'lamp ha', 'lamp harbour', 'lampp']) searchClaims(big, query)
  expect((performance.now() - begun) / 8).toBeLessThan(100)
})

test('a word of ten thousand letters is a word', () => expect(gists('a'.repeat(10_000))).toEqual([]))
