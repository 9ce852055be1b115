import { describe, expect, test } from 'vitest'
import { findCreditLines } from '../../src/independence/credits/credit-lines.js'
import { findIndependence } from '../../src/independence/independence.js'
import { type Draft, storyOf, type Voice } from './story.js'

function creditsIn(text: string): string[] {
  const { report } = storyOf([{ id: 'r1', lines: [] }], []).readings[0]!
  return findCreditLines({ ...report, text })
    .filter((c) => c.sure)
    .map(({ name, whole }) => `${name}${whole ? ' (whole)' : ''}`)
}

describe('credit lines', () => {
  for (const [text, found] of [
    ['PORT ALDANE, June 14 (Halyard) – A ferry ran aground.', ['Halyard (whole)']],
    ['PORT ALDANE (AP) — A ferry ran aground.', ['AP (whole)']],
    ['By The Associated Press\n\nA ferry ran aground.', ['Associated Press (whole)']],
    ['A ferry ran aground.\n\nThe Associated Press contributed to this report.', ['Associated Press']],
    ['A ferry ran aground.\n\nWith inputs from agencies', ['agencies']],
    ['A ferry ran aground.\n\n(With inputs from Reuters and AFP)', ['Reuters', 'AFP']],
    ['A ferry ran aground.\n\n© 2024 The Associated Press. All rights reserved.', ['Associated Press (whole)']],
    [
      'A ferry ran aground.\n\nThis story was originally published in the Harbour Gazette.',
      ['Harbour Gazette (whole)'],
    ],
    ['By Hanne Solberry and Curt Wendle\n\nA ferry ran aground.', []],
    ['The captain (Ruben Aske) – a careful man – said nothing.', []],
  ] as const) {
    test(JSON.stringify(text), () => expect(creditsIn(text)).toEqual(found))
  }
  test('a long line of capitals is read in no time', () => {
    const started = performance.now()
    creditsIn(`${'PORT ALDANE, '.repeat(20_000)}\n${'By A and '.repeat(20_000)}`)
    expect(performance.now() - started).toBeLessThan(2000)
  })
})

const voices: Voice[] = [
  { id: 'e1', name: 'Halyard', type: 'organisation' },
  { id: 'e2', name: 'Ottilie Brandt' },
  { id: 'e3', name: 'police', type: 'organisation' },
  { id: 'e4', name: 'Owen Tavish', called: ['a police spokesman'] },
  { id: 'e5', name: 'Corin Vael', called: ['the prime minister'] },
]

function edges(...drafts: Draft[]): string[] {
  const { readings, alignment } = storyOf(drafts, voices)
  return findIndependence(readings, alignment).derivations.map((d) => `${d.to} ${d.kind} ${d.from}`)
}

describe('who is leaned on', () => {
  test('a spokesman is his body', () => {
    expect(edges({ id: 'r1', lines: [{ words: 'The reef was searched.', claim: 'c', chain: ['e4'] }] })).toEqual([
      'r1 credits e3',
    ])
  })
  test('what the prime minister says is said to all', () => {
    expect(edges({ id: 'r1', lines: [{ words: 'The reef was searched.', claim: 'c', chain: ['e5'] }] })).toEqual([])
  })
  test('an outlet that published a report of the story stands for that report, unless it came out later', () => {
    const line = { words: 'This report includes material from the Halyard news agency.', claim: 'c' }
    const later = { id: 'r2', published: '2024-06-15', lines: [line] }
    const wire = {
      id: 'r1',
      outlet: 'Halyard',
      published: '2024-06-14',
      lines: [{ words: 'The mate is missing.', claim: 'd' }],
    }
    expect(edges(wire, later)).toEqual(['r2 credits r1'])
    expect(edges({ ...wire, published: '2024-06-17' }, later)).toEqual(['r2 credits e1'])
  })
})
