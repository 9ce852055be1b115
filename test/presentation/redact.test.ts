import { expect, test } from 'vitest'
import { forms } from '../../src/presentation/exports/forms.js'
import { redact } from '../../src/presentation/redact.js'
import { findingsSchema } from '../../src/presentation/schema.js'
import { storyOf } from '../../src/presentation/story.js'
import { checkLaws } from '../check-story.js'
import { goldFindings } from '../room/gold-findings.js'
import { exampleFindings } from './findings.js'

const gold = goldFindings()
const hidden = redact(gold, ['Ottilie Brandt', 'Emil Lingard'])

test('redacted findings are findings: positions fit, ids hold, the schema passes', () => {
  checkLaws({ ...hidden, claims: hidden.claims })
  expect(findingsSchema.safeParse(JSON.parse(JSON.stringify(hidden))).error?.issues ?? []).toEqual([])
})

test('no form lets a redacted name through, in any spelling the reports have', () => {
  const story = storyOf(hidden)
  const leaks = forms.flatMap((form) =>
    [...form.render(story).matchAll(/.{0,40}(?:brandt|ottilie|ling?d?gard|\bemil\b).{0,20}/gi)].map(
      (found) => `${form.name}: ${found[0]}`,
    ),
  )
  expect(leaks).toEqual([])
})

test('a name has one label everywhere', () => {
  const text = hidden.reports.map((report) => report.text).join('\n')
  expect(text).toContain('[Person A]')
  expect(text).toContain('[Person B]')
  expect(hidden.entities.filter((entity) => entity.name === '[Person A]').length).toBe(1)
})

test('what points to a person goes with the name', () => {
  const [first] = redact(exampleFindings, ['Jane Doe']).reports
  expect(first!.text).toContain('[Person A] told the Herald')
})

test('spans still point at their words', () => {
  for (const [i, statement] of gold.statements.entries()) {
    const before = gold.reports.find((r) => r.id === statement.report)!.text.slice(statement.start, statement.end)
    if (/brandt|ottilie|lin.?gard|emil|technician|engineer|commander|client|he\b/i.test(before)) continue
    const after = hidden.statements[i]!
    const words = hidden.reports.find((r) => r.id === after.report)!.text.slice(after.start, after.end)
    if (!words.includes('[')) expect(words).toBe(before)
  }
})

test('the fingerprint of a redacted report is blanked, as it would lead back to the text', () => {
  for (const [i, report] of hidden.reports.entries())
    expect(report.sha256 === gold.reports[i]!.sha256).toBe(report.text === gold.reports[i]!.text)
})

test('a name nobody bears changes nothing but where it stands', () => {
  expect(JSON.stringify(redact(gold, ['Xaver Quill'])) === JSON.stringify(gold)).toBe(true)
  expect(redact(gold, [])).toBe(gold)
})
