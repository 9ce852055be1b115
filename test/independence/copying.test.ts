import { describe, expect, test } from 'vitest'
import { longestRise, sharedOrder } from '../../src/independence/copying/order.js'
import { alignPassages } from '../../src/independence/copying/passages.js'
import { findTextTies } from '../../src/independence/copying/ties.js'
import { wordsOf } from '../../src/independence/copying/words.js'
import { findIndependence } from '../../src/independence/independence.js'
import { type Draft, storyOf } from './story.js'

function readingOf(text: string) {
  return storyOf([{ id: 'r1', lines: text.split('\n').map((words) => ({ words, claim: 'c' })) }], []).readings[0]!
}

function words(text: string) {
  return wordsOf(readingOf(text))
}

describe('passages that two texts share', () => {
  test('the longest are found first and shown by their places', () => {
    const a = 'The ferry struck the Lambs below the tower on Thursday, said the pilot.'
    const b = 'On Friday the pilot said that the ferry struck the Lambs below the tower.'
    const [passage, ...others] = alignPassages(words(a), words(b))
    expect(others).toEqual([])
    expect(passage!.words).toBe(8)
    expect(a.slice(passage!.a.start, passage!.a.end)).toBe('The ferry struck the Lambs below the tower')
    expect(b.slice(passage!.b.start, passage!.b.end)).toBe('the ferry struck the Lambs below the tower')
  })
  test('no word is used twice', () => {
    const a = words('six boats took the people off and six boats took the people off')
    const b = words('six boats took the people off')
    expect(alignPassages(a, b).map((p) => p.words)).toEqual([6])
  })
  test('shorter ones are left out', () => {
    expect(alignPassages(words('the lamp on the rock'), words('the lamp on the quay'))).toEqual([])
  })
  test('a text of one word repeated costs no more than any other', () => {
    const refrain = words('rock '.repeat(20_000))
    expect(alignPassages(refrain, refrain)).toEqual([])
  })
})

describe('the order of facts', () => {
  test('the longest run that never falls', () => {
    expect(longestRise([0, 2, 1, 3, 3, 2, 5])).toBe(5)
    expect(longestRise([])).toBe(0)
  })
  const facts =
    'lamp reef tower battery choir harbour mate keeper causeway ledger trawler beacon captain quay pilot storm'.split(
      ' ',
    )
  test('kept in a rewriting, with other words between', () => {
    const a = words(facts.map((f) => `first the ${f}.`).join('\n'))
    const b = words(facts.map((f) => `after that came some ${f}.`).join('\n'))
    expect(sharedOrder(a, b).inOrder).toBe(facts.length)
    expect(sharedOrder(a, b).surprise).toBeGreaterThan(4)
  })
  test('no better than chance where two tell the same things from the other end', () => {
    const a = words(facts.map((f) => `first the ${f}.`).join('\n'))
    const b = words(
      [...facts]
        .reverse()
        .map((f) => `after that came some ${f}.`)
        .join('\n'),
    )
    expect(sharedOrder(a, b).surprise).toBeLessThan(0)
  })
})

/** Two reports about one wreck, in words of their own. */
const wire: Draft = {
  id: 'r1',
  outlet: 'Halyard',
  published: '2024-06-14',
  lines: [
    'A passenger ferry ran onto a reef below an unlit lighthouse late on Thursday, injuring at least nine people on board.',
    'The vessel was bound for the island of Ennet with passengers and crew when it struck the ledge beside the rock.',
    'A supervisor at the private company that runs the coastal lights had ordered the lamp shut down to save batteries.',
  ].map((text, i) => ({ words: text, claim: `c${i}` })),
}
const own: Draft = {
  id: 'r2',
  published: '2024-06-15',
  lines: [
    'The keeper climbed the stairs with paraffin and set a flame behind the window while children sang somewhere in the dark.',
    'Skippers from Sallow steered by that small yellow glow and lifted everybody off, she remembers, before the tide turned.',
    'Hospital doctors counted seventeen wounded, mostly with broken wrists, when the ferry came to grief on the ledge.',
  ].map((text, i) => ({ words: text, claim: `c${i}` })),
}

function tiesOf(...drafts: Draft[]) {
  return findTextTies(storyOf(drafts, []).readings).map((t) => [...t.reports, t.how].join(' '))
}

describe('reports with one text between them', () => {
  test('a copy', () => expect(tiesOf(wire, { ...wire, id: 'r3' })).toEqual(['r1 r3 copy']))
  test('two reports that merely agree are not joined', () => expect(tiesOf(wire, own)).toEqual([]))
  test('the later one leans on the earlier', () => {
    const { readings, alignment } = storyOf([{ ...wire, id: 'r3', published: '2024-06-16' }, wire], [])
    const { derivations } = findIndependence(readings, alignment)
    expect(derivations.map(({ to, from, kind }) => `${to} ${kind} ${from}`)).toEqual(['r3 rewrites r1'])
  })
  test('on one day nothing tells who was first: one source, without a direction', () => {
    const { readings, alignment } = storyOf([wire, { ...wire, id: 'r3' }], [])
    expect(findIndependence(readings, alignment).derivations.map((d) => d.kind)).toEqual(['same-source'])
  })
  test('of two copies each is said to come from the original, and not from the other', () => {
    const drafts = [
      wire,
      { ...wire, id: 'r3', published: '2024-06-15', lines: wire.lines.slice(0, 2) },
      { ...wire, id: 'r4', published: '2024-06-16', lines: wire.lines.slice(1) },
    ]
    const { readings, alignment } = storyOf(drafts, [])
    const edges = findIndependence(readings, alignment).derivations.filter((d) => d.kind === 'rewrites')
    expect(edges.map((d) => `${d.to} ${d.from}`)).toEqual(['r3 r1', 'r4 r1'])
  })
})
