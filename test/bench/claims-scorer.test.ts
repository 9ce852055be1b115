import { expect, test } from 'vitest'
import { countJoined, countJoinedStatements } from '../../bench/scorers/claims.js'

const at = (report: string, start: number, end: number) => ({ report, start, end })
const gold = [
  { id: 'sank', spans: [at('r1', 0, 20), at('r2', 0, 20)] },
  { id: 'monday', spans: [at('r1', 30, 50), at('r2', 30, 50)] },
]

test('two spans of different reports are joined where one claim holds half of each', () => {
  const statements = [
    { span: at('r1', 5, 25), claim: 'c1' },
    { span: at('r2', 0, 12), claim: 'c1' },
  ]
  expect(countJoined(statements, gold)).toEqual({ wanted: 2, found: 1, right: 1 })
})

test('a statement that covers two gold spans joins both with the other side', () => {
  const statements = [
    { span: at('r1', 0, 50), claim: 'c1' },
    { span: at('r2', 0, 20), claim: 'c1' },
  ]
  expect(countJoined(statements, gold)).toEqual({ wanted: 2, found: 2, right: 1 })
})

test('spans of one report, and statements of no claim, join nothing', () => {
  const statements = [
    { span: at('r1', 0, 20), claim: 'c1' },
    { span: at('r1', 30, 50), claim: 'c1' },
    { span: at('r2', 0, 20), claim: undefined },
  ]
  expect(countJoined(statements, gold)).toEqual({ wanted: 2, found: 0, right: 0 })
})

test('joined statements are right where a gold claim has words of both', () => {
  const statements = [at('r1', 0, 20), at('r2', 0, 20), at('r2', 30, 50)]
  expect(countJoinedStatements(statements, () => true, gold)).toEqual({ wanted: 1, found: 2, right: 1 })
  expect(countJoinedStatements(statements, (i, j) => i === 0 && j === 1, gold)).toEqual({
    wanted: 1,
    found: 1,
    right: 1,
  })
})
