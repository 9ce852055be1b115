import { expect, test } from 'vitest'
import type { Claim, Conflict, Statement } from '../../src/model/findings.js'
import { buildTimeline } from '../../src/timeline/timeline.js'

const because = { rule: 'main-clause', spans: [] }

function statement(id: string, edtf: string | null, more: Partial<Statement> = {}): Statement {
  return {
    id,
    report: 'r1',
    start: 0,
    end: 10,
    gist: id,
    attribution: null,
    chain: ['outlet'],
    stance: 'stated',
    polarity: 'positive',
    event: { predicate: 'strike', roles: [] },
    when: edtf === null ? null : { edtf, known: ['day'], start: 0, end: 4 },
    where: null,
    numbers: [],
    because,
    ...more,
  }
}

function claim(id: string, ...statements: string[]): Claim {
  return {
    id,
    gist: `gist of ${id}`,
    statements,
    roots: ['outlet'],
    witnesses: [],
    independent: null,
    why: '',
    grade: { credibility: 6, because: '' },
    because,
  }
}

function lines(claims: Claim[], statements: Statement[], conflicts: Conflict[] = []): string[] {
  return buildTimeline(claims, statements, conflicts).map(
    ({ when, claims: ids, disputed }) => `${when} ${ids.join('+')}${disputed ? ' disputed' : ''}`,
  )
}

test('claims stand in the order of their dates, whatever the order of telling', () => {
  expect(
    lines(
      [claim('c1', 's1'), claim('c2', 's2'), claim('c3', 's3')],
      [statement('s1', '2024-06-14'), statement('s2', '2024-06-13/..'), statement('s3', '../2024-06-13')],
    ),
  ).toEqual(['../2024-06-13 c3', '2024-06-13/.. c2', '2024-06-14 c1'])
})

test('of dates that agree the most exact is kept', () => {
  expect(lines([claim('c1', 's1', 's2')], [statement('s1', '2024-06'), statement('s2', '2024-06-13')])).toEqual([
    '2024-06-13 c1',
  ])
})

test('a claim with two dates stands at both, disputed', () => {
  expect(lines([claim('c1', 's1', 's2')], [statement('s1', '2024-06-13'), statement('s2', '2024-06-14')])).toEqual([
    '2024-06-13 c1 disputed',
    '2024-06-14 c1 disputed',
  ])
})

test('a date that other words lent gives way to one of the clause itself', () => {
  const lent = statement('s2', null, { when: { edtf: '2024-06-14/..', known: [], start: 0, end: 4 } })
  expect(lines([claim('c1', 's1', 's2')], [statement('s1', '2024-06-13'), lent])).toEqual(['2024-06-13 c1'])
})

test('two claims of one event and date are one entry', () => {
  const event = { predicate: 'strike', roles: [{ role: 'agent', entity: 'e1', start: 0, end: 4 }] } as const
  expect(
    lines(
      [claim('c1', 's1'), claim('c2', 's2', 's3')],
      [
        statement('s1', '2024-06-13', { event }),
        statement('s2', '2024-06-13', { event }),
        statement('s3', null, { event }),
      ],
    ),
  ).toEqual(['2024-06-13 c2+c1'])
})

test('plans, guesses, what did not happen and what nobody dates are left out', () => {
  expect(
    lines(
      [claim('c1', 's1'), claim('c2', 's2'), claim('c3', 's3'), claim('c4', 's4')],
      [
        statement('s1', '2024-06-13', { event: { predicate: 'plan to leave', roles: [] } }),
        statement('s2', '2024-06-13', { stance: 'speculated' }),
        statement('s3', '2024-06-13', { polarity: 'negative' }),
        statement('s4', null),
      ],
    ),
  ).toEqual([])
})

test('a claim in a conflict over dates is disputed', () => {
  const conflict: Conflict = {
    id: 'x1',
    kind: 'date',
    severity: 'hard',
    update: false,
    sides: [{ gist: '', statements: ['s1'], evidence: [] }],
    note: '',
    because,
  }
  expect(lines([claim('c1', 's1')], [statement('s1', '2024-06-13')], [conflict])).toEqual(['2024-06-13 c1 disputed'])
})
