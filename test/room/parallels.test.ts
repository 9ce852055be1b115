import { expect, test } from 'vitest'
import { dateInWords, extentOf } from '../../src/presentation/dates.js'
import { contextOf, storyOf } from '../../src/presentation/story.js'
import { packModels, unpackModels } from '../../src/web/engine/pack.js'
import { alignWords, parallelsOf } from '../../src/web/parallels.js'
import { linkTo, parseRoute } from '../../src/web/route.js'
import { graphOf } from '../../src/web/stemma/graph.js'
import { layOut } from '../../src/web/stemma/layout.js'
import { focusOf } from '../../src/web/views/timeline-view.js'
import { goldFindings } from './gold-findings.js'

const gold = goldFindings()
const story = storyOf(gold)

test('a sentence finds its copy in another report, claim or no claim', () => {
  const bare = storyOf({ ...gold, claims: [], conflicts: [] })
  const statement = gold.statements.find((one) => one.report === 'r1')!
  const found = parallelsOf('r1', contextOf(statement, bare), bare)
  expect(found.some((one) => one.report === 'r2' && one.how === 'shared words')).toBe(true)
  expect(found.every((one) => one.report !== 'r1')).toBe(true)
})

test('the other side of a conflict stands beside it', () => {
  const sides = gold.conflicts.find((x) => x.sides.every((side) => side.statements.length > 0))!.sides
  const statement = story.statements.get(sides[0]!.statements[0]!)!
  const found = parallelsOf(statement.report, contextOf(statement, story), story)
  const other = story.statements.get(sides[1]!.statements[0]!)!
  expect(found.some((one) => one.report === other.report)).toBe(other.report !== statement.report)
})

test('only runs of three words and more count as copied', () => {
  const { left, right } = alignWords(
    'The lamp was dark, she said.',
    'On Friday the lamp was dark on the rock, he said.',
  )
  expect(left.filter((run) => run.shared).map((run) => run.text)).toEqual(['The lamp was dark'])
  expect(right.map((run) => run.text).join('')).toBe('On Friday the lamp was dark on the rock, he said.')
})

test('no two boxes of the stemma touch, every line ends at its boxes', () => {
  const graph = graphOf(story)
  const { places, ways, width, height } = layOut(graph)
  const boxes = [...places.values()]
  for (const [i, a] of boxes.entries()) {
    expect(a.x).toBeGreaterThan(0)
    expect(a.x).toBeLessThan(width)
    expect(a.y).toBeLessThan(height)
    for (const b of boxes.slice(i + 1)) expect(Math.abs(a.x - b.x) >= 148 || Math.abs(a.y - b.y) >= 40).toBe(true)
  }
  for (const edge of graph.edges) {
    expect(ways.get(edge.id)![0]!.x).toBe(places.get(edge.from)!.x)
    expect(ways.get(edge.id)!.at(-1)!.x).toBe(places.get(edge.to)!.x)
  }
})

test('unnamed voices of two reports are never drawn as one', () => {
  const ids = [
    ...graphOf(
      storyOf({ ...gold, statements: gold.statements.map((s) => ({ ...s, chain: ['outlet', 'u0'] })) }),
    ).nodes.keys(),
  ]
  expect(ids.filter((id) => id.startsWith('u0:')).length).toBe(new Set(gold.statements.map((s) => s.report)).size)
  expect(ids).not.toContain('u0')
})

test('links: a claim opens the claims, choosing one thing lets go of the other, a new view forgets the filters', () => {
  const route = parseRoute('#claim=c12&grade=1')
  expect(route.view).toBe('claims')
  expect(linkTo(route, { claim: 'c13' })).toBe('#view=claims&grade=1&claim=c13')
  expect(linkTo(route, { conflict: 'x1', view: 'conflicts' })).toBe('#view=conflicts&conflict=x1')
  expect(parseRoute('#view=nonsense').view).toBe('front')
})

for (const [edtf, words, from, to] of [
  ['2024-06-14', '14 June 2024', '2024-06-14T00:00', '2024-06-15T00:00'],
  ['2022-11~', 'about November 2022', '2022-11-01T00:00', '2022-12-01T00:00'],
  ['2024-06-14T00:25', '14 June 2024, 00:25', '2024-06-14T00:25', '2024-06-14T00:26'],
  ['2022-24', 'winter 2022', '2022-12-01T00:00', '2023-03-01T00:00'],
  ['199X', 'the 1990s', '1990-01-01T00:00', '2000-01-01T00:00'],
  ['2022-07-06/2022-11-06', '6 July – 6 November 2022', '2022-07-06T00:00', '2022-11-07T00:00'],
] as const) {
  test(`${edtf} is ${words}`, () => {
    expect(dateInWords(edtf)).toBe(words)
    expect(extentOf(edtf)).toMatchObject({ from: Date.parse(`${from}Z`), to: Date.parse(`${to}Z`) })
  })
}

test('a date without a year is placed nowhere', () => {
  expect(extentOf('XXXX-02')).toBeNull()
  expect(dateInWords('XXXX-02')).toBe('February, year unknown')
})

test('the overview leaves out what lies far away', () => {
  const day = 86_400_000
  const [from, to] = focusOf([0, 5000 * day, ...Array.from({ length: 20 }, (_, i) => (9000 + i) * day)])
  expect(from).toBeGreaterThan(8900 * day)
  expect(to).toBeLessThan(9100 * day)
})

test('models packed and unpacked are the same', () => {
  const files = new Map([
    ['a.bin', new Uint8Array([1, 10, 2])],
    ['b.bin', new Uint8Array(0)],
  ])
  expect(unpackModels(packModels(files))).toEqual(files)
  expect(() => unpackModels(packModels(files).subarray(0, 8))).toThrow('cut short')
})
