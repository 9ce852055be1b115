import { expect, test } from 'vitest'
import type { GoldStory } from '../../bench/gold.js'
import { scoreStory } from '../../bench/scorers/story.js'
import type { Findings } from '../../src/model/findings.js'

const span = (report: string, start: number, end: number) => ({ report, start, end })
const because = { rule: 'test', spans: [] }

const gold: GoldStory = {
  story: 'sample',
  reports: [
    { id: 'a', file: 'a.txt' },
    { id: 'b', file: 'b.txt' },
  ],
  entities: [
    { id: 'keeper', name: 'Ida Marrick', names: ['Ida Marrick', 'Marrick'] },
    { id: 'gazette', name: 'Harbour Gazette', names: ['the Gazette'] },
  ],
  voices: [
    { id: 'v1', kind: 'direct', chain: ['outlet', 'keeper'], content: [span('a', 0, 100)] },
    { id: 'v2', kind: 'indirect', chain: ['outlet', 'gazette', 'keeper'], content: [span('b', 0, 100)] },
    { id: 'v3', kind: 'hedge', chain: ['outlet'], content: [span('b', 400, 450)] },
  ],
  claims: [
    { id: 'c1', gist: 'dark', independent: 1, spans: [span('a', 0, 40), span('b', 0, 40)] },
    { id: 'c2', gist: 'late', independent: 2, spans: [span('a', 200, 240), span('b', 200, 240)] },
  ],
  conflicts: [
    {
      id: 'x1',
      kind: 'date',
      severity: 'hard',
      note: '',
      sides: [{ evidence: [span('a', 0, 40)] }, { evidence: [span('b', 0, 40)] }],
    },
    {
      id: 'x2',
      kind: 'number',
      severity: 'soft',
      note: '',
      sides: [{ evidence: [span('a', 300, 340)] }, { evidence: [span('b', 300, 340)] }],
    },
  ],
  derivations: [{ to: 'b', from: 'gazette' }],
  timeline: [{ id: 't1', when: '2024-06', gist: '', status: 'stated', evidence: [span('a', 0, 40)] }],
}

const statement = (id: string, report: string, start: number, end: number, edtf: string | null) =>
  ({
    id,
    report,
    start,
    end,
    when: edtf === null ? null : { edtf, known: [], start, end },
  }) as unknown as Findings['statements'][number]

const findings = {
  reports: [
    { id: 'r1', source: 'folder/a.txt' },
    { id: 'r2', source: 'folder/b.txt' },
  ],
  entities: [
    { id: 'e1', name: 'Ida Marrick', names: ['Mrs. Marrick'] },
    { id: 'e2', name: 'Gazette', names: [] },
  ],
  attributions: [
    // Found, with the right chain.
    { id: 'a1', report: 'r1', chain: ['outlet', 'e1'], content: [{ start: 0, end: 90 }], source: [], cue: [] },
    // Found, but the keeper is taken for the whole chain.
    { id: 'a2', report: 'r2', chain: ['outlet', 'e1'], content: [{ start: 0, end: 60 }], source: [], cue: [] },
    // Nothing in gold.
    { id: 'a3', report: 'r2', chain: ['outlet', 'e1'], content: [{ start: 600, end: 660 }], source: [], cue: [] },
  ],
  statements: [
    statement('s1', 'r1', 0, 40, '2024-06-13'),
    statement('s2', 'r2', 0, 40, null),
    statement('s3', 'r1', 200, 240, null),
    statement('s4', 'r2', 200, 240, null),
  ],
  claims: [
    { id: 'k1', statements: ['s1', 's2'], independent: 1 },
    { id: 'k2', statements: ['s3'], independent: 1 },
    { id: 'k3', statements: ['s4'], independent: 1 },
  ],
  conflicts: [
    {
      id: 'y1',
      kind: 'date',
      severity: 'hard',
      note: '',
      sides: [
        { statements: ['s1'], evidence: [] },
        { statements: ['s2'], evidence: [] },
      ],
    },
    {
      id: 'y2',
      kind: 'other',
      severity: 'soft',
      note: '',
      sides: [
        { statements: ['s3'], evidence: [] },
        { statements: ['s4'], evidence: [] },
      ],
    },
  ],
  derivations: [
    { to: 'r2', from: 'e2', kind: 'credits', evidence: [], note: '' },
    { to: 'r2', from: 'r1', kind: 'credits', evidence: [], note: '' },
  ],
  timeline: [],
  because,
} as unknown as Findings

test('a story is scored as design/findings.md says', () => {
  const score = scoreStory(findings, gold)
  // Two of two voices found; two of three attributions sound.
  expect(score.voices).toEqual({ precision: 66.7, recall: 100, f1: 80, rootRight: 100, chainRight: 50 })
  expect(score.deepChains).toEqual({ right: 0, gold: 1 })
  // One of two pairs of spans joined, and nothing else.
  expect(score.claims).toEqual({ precision: 100, recall: 50, f1: 66.7 })
  expect(score.independence).toEqual({ joined: 50, exact: 50, exactOfJoined: 100, balanced: 50, countingOutlets: 50 })
  expect(score.conflicts).toEqual({ mustFound: 1, mustGold: 1, allRecall: 50, precision: 50, found: 2 })
  expect(score.derivations).toEqual({ precision: 50, recall: 100, f1: 66.7 })
  expect(score.timeline).toEqual({ gold: 1, right: 100 })
})

test('a missing section scores nothing and stops nothing', () => {
  const empty = {
    ...findings,
    attributions: [],
    statements: [],
    claims: [],
    conflicts: [],
    derivations: [],
  } as unknown as Findings
  const score = scoreStory(empty, gold)
  expect(score.voices.f1).toBe(0)
  expect(score.claims.f1).toBe(0)
  expect(score.timeline.right).toBe(0)
})
