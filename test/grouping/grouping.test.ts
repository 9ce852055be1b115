import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { groupReports } from '../../src/grouping/grouping.js'
import { mergeByAverage } from '../../src/grouping/merge.js'
import { readEach } from '../../src/intake/intake.js'
import type { Report } from '../../src/model/report.js'
import { utf8 } from '../intake/read.js'

/** Reports with these texts, named by their places: r1, r2 … */
function reportsOf(texts: readonly string[]): Report[] {
  return readEach(texts.map((text, i) => ({ id: `r${i + 1}`, source: `${i + 1}.txt`, bytes: utf8(text) }))).reports
}

const sets = (reports: readonly Report[]) => groupReports(reports).map((group) => group.reports.join(' '))

const ferry = [
  'Published June 14, 2024\n\nThe ferry Silver Tern struck the Lambs below Wether Rock late on Thursday, injuring nine of the 38 passengers, Coast Guard Commander Ottilie Brandt said.',
  'Published June 15, 2024\n\nFourteen people were hurt when the Silver Tern, bound for Ennet, ran onto the Lambs below the lighthouse of Wether Rock on Thursday night, Ottilie Brandt of the Coast Guard said.',
]
const council = [
  'Published June 14, 2024\n\nThe council of Brennick voted by 7 to 5 on Thursday to sell the old market hall on Tarn Street, Mayor Gerda Halm said.',
  'Published June 14, 2024\n\nBrennick will sell its market hall on Tarn Street: the council decided so by 7 votes to 5 on Thursday, according to Mayor Gerda Halm.',
]

test('reports of one event come together, others stay apart', () => {
  expect(sets(reportsOf([ferry[0]!, council[0]!, ferry[1]!, council[1]!])).sort()).toEqual(['r1 r3', 'r2 r4'])
})

test('two accidents of one kind, a year apart, are two stories', () => {
  const other =
    'Published June 20, 2023\n\nThe ferry Grey Heron struck a pier at Port Aldane on Monday, injuring four of its 20 passengers, harbour master Ruben Aske said.'
  expect(sets(reportsOf([...ferry, other]))).toEqual(['r1 r2', 'r3'])
})

test('the order in which reports are given does not matter', () => {
  const reports = reportsOf([...ferry, ...council])
  expect(groupReports([...reports].reverse()).map(({ id }) => id)).toEqual(groupReports(reports).map(({ id }) => id))
})

test('a story given alone is one group, dated from its first report to its last', () => {
  const folder = join(import.meta.dirname, '../../examples/lighthouse')
  const { reports } = readEach(
    readdirSync(folder)
      .filter((name) => /^\d/.test(name))
      .sort()
      .map((name, i) => ({ id: `r${i + 1}`, source: name, bytes: readFileSync(join(folder, name)) })),
  )
  const [group, ...more] = groupReports(reports)
  expect(more).toEqual([])
  expect(group).toMatchObject({ reports: ['r1', 'r2', 'r3', 'r4', 'r5'], from: '2024-06-14' })
})

test('no reports make no groups, one makes one', () => {
  expect(groupReports([])).toEqual([])
  expect(sets(reportsOf(['A word.']))).toEqual(['r1'])
})

test('sets are joined by what their members share on average', () => {
  // 0–1 and 2–3 are alike; 1–2 alone would bring all four together.
  const links = [
    [0, 1, 0.9],
    [2, 3, 0.9],
    [1, 2, 0.8],
  ] as const
  expect(mergeByAverage(4, links, 0.5)).toEqual([
    [0, 1],
    [2, 3],
  ])
  expect(mergeByAverage(4, links, 0.1)).toEqual([[0, 1, 2, 3]])
  expect(mergeByAverage(3, [], 0.5)).toEqual([[0], [1], [2]])
})
