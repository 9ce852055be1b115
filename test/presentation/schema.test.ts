import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { renderJson } from '../../src/presentation/json.js'
import { findingsJsonSchema, findingsSchema } from '../../src/presentation/schema.js'
import { packageFolder } from '../../src/storage/models.js'
import { exampleFindings } from './findings.js'

test('findings go out as JSON and come back the same', () => {
  expect(findingsSchema.parse(JSON.parse(renderJson(exampleFindings)))).toEqual(exampleFindings)
})

test('what is no finding is refused, with its place', () => {
  const [report] = exampleFindings.reports
  const wrong = { ...exampleFindings, reports: [{ ...report, furniture: [{ start: -1, end: 2, kind: 'advert' }] }] }
  expect(findingsSchema.safeParse(wrong).error?.issues[0]?.path).toEqual(['reports', 0, 'furniture', 0, 'start'])
})

test('fields that later versions add do no harm', () => {
  expect(findingsSchema.safeParse({ ...exampleFindings, later: 1 }).success).toBe(true)
  expect(findingsJsonSchema()).not.toContain('"additionalProperties": false')
})

test('schema/findings.schema.json is up to date; `npm run schema` writes it', () => {
  expect(readFileSync(join(packageFolder(), 'schema', 'findings.schema.json'), 'utf8')).toBe(findingsJsonSchema())
})
