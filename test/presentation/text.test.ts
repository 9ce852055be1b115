import { expect, test } from 'vitest'
import type { Findings } from '../../src/model/findings.js'
import { oneLine, wrap } from '../../src/presentation/layout.js'
import { renderText, statementLine, textParts, witnessMark } from '../../src/presentation/text.js'
import { exampleFindings } from './findings.js'

const plain = { width: 80, trace: false, color: false }

test('the whole page', () => {
  expect(renderText(exampleFindings, plain)).toBe(`The ferry
2 reports, 2 statements, 2 claims, 1 conflict.

Claims that several reports carry   ● a report   ┃ an independent witness   ? cannot be told
  ●● ┃       The ferry sank
             c1 · r1 r2 · both have it from Jane Doe · grade 3
  1 more claim stands in one report only; --trace lists them.

Where the reports cannot all be right   hard: not both true   error: a slip   update: a figure grew   soft: precision
  hard   polarity    One report has the ferry sink, the other does not.
      – it sank [r1 18–32 “The ferry sank”]
      – it did not [r2 18–32 “The ferry sank”]

Timeline
  2024-06-14             The ferry sank (disputed)

────────────────────────────────────────────────────────────────────────
r1  Ferry turns back
    a.txt
    Tidings · by John Roe · published 2024-06-16 (dateline)

  Sentences
     1  0–16        (heading) Ferry turns back
     2  18–69       The ferry sank, Jane Doe told the Herald on Friday.

  People
    Jane Doe (e1) · 2 mentions
      “Jane Doe” 34–42, “She” 70–73

  Organisations
    the Herald (e3) · 1 mention
      “the Herald” 48–58

  Dates
    2024-06-14             59–68       “on Friday” (in the text: weekday)

  Numbers
    9 boat                 78–82       “nine”

  Statements
    s1    18–32       outlet < the Herald < Jane Doe | claimed | The ferry sank | 2024-06-14

────────────────────────────────────────────────────────────────────────
r2  Ferry turns back The ferry sank, Jane Doe told the Herald on Friday. …
    b.txt
    outlet unknown · date unknown

  Statements
    s2    18–32       outlet | stated, not | The ferry sank

────────────────────────────────────────────────────────────────────────
Notes
  no-publication-date: No date of publication in b.txt; give --published
    b=YYYY-MM-DD
`)
})

test('only the parts asked for', () => {
  const output = renderText(exampleFindings, { ...plain, show: ['dates'] })
  expect(output).toContain('2024-06-14             59–68')
  for (const heading of [
    'Sentences',
    'People',
    'Numbers',
    'Statements',
    'Notes',
    'Claims that',
    'Timeline',
    'cannot all',
  ])
    expect(output).not.toContain(heading)
})

test('every part can be asked for alone', () => {
  for (const part of textParts)
    expect(renderText(exampleFindings, { ...plain, show: [part] }).length).toBeGreaterThan(100)
})

test('a soft conflict is named, and its sides are shown in the trace', () => {
  const [conflict] = exampleFindings.conflicts
  const soft: Findings = { ...exampleFindings, conflicts: [{ ...conflict!, severity: 'soft' }] }
  expect(renderText(soft, plain)).toContain('soft   polarity    One report has')
  expect(renderText(soft, plain)).not.toContain('– it sank')
  expect(renderText(soft, { ...plain, trace: true })).toContain('– it sank')
})

test('a trace says which rule and from which words', () => {
  const output = renderText(exampleFindings, { ...plain, trace: true })
  expect(output).toContain('because: example, from r1 18–27 “The ferry”')
  expect(output).toContain('[weekday; 2024-06-14]')
  expect(output).toContain('Nine boats were seen')
})

test('colour is only added, never needed', () => {
  const coloured = renderText(exampleFindings, { ...plain, color: true })
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escapes of colour are what is taken away.
  expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(renderText(exampleFindings, plain))
})

test('nothing in a report steers the terminal', () => {
  const [report] = exampleFindings.reports
  const nasty: Findings = {
    ...exampleFindings,
    reports: [{ ...report!, title: 'Ferry \u001b[2J\u202e sinks\u0007', source: 'a\u001b]0;x\u0007.txt' }],
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there.
  expect(renderText(nasty, plain)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/)
})

test('no line is wider than the page, but for a word that is, and for statements, which stand on one line each', () => {
  for (const line of renderText(
    { ...exampleFindings, notes: [] },
    { ...plain, width: 60, show: ['sentences', 'dates'] },
  ).split('\n')) {
    expect(line.length).toBeLessThanOrEqual(72)
  }
  const statements = renderText({ ...exampleFindings, notes: [] }, { ...plain, width: 40, show: ['statements'] })
  expect(statements).toContain('outlet < the Herald < Jane Doe | claimed | The ferry sank | 2024-06-14\n')
  expect(wrap('aaaa bbbb cccc', 10, '- ')).toEqual(['- aaaa bbbb cccc'])
  expect(wrap(`${'a'.repeat(40)} b`, 30)).toEqual(['a'.repeat(40), 'b'])
})

test('empty findings are a page too', () => {
  const none: Findings = {
    ...exampleFindings,
    reports: [],
    readings: [],
    entities: [],
    attributions: [],
    statements: [],
    claims: [],
    conflicts: [],
    derivations: [],
    timeline: [],
    notes: [],
  }
  expect(renderText(none, plain)).toBe('The ferry\n0 reports, 0 statements, 0 claims, 0 conflicts.\n')
})

test('the spellings of one line', () => {
  const entities = new Map(exampleFindings.entities.map((entity) => [entity.id, entity]))
  expect(statementLine(exampleFindings.statements[0]!, entities)).toBe(
    'outlet < the Herald < Jane Doe | claimed | The ferry sank | 2024-06-14',
  )
  expect(witnessMark(5, 1)).toBe('●●●●● ┃')
  expect(witnessMark(2, null)).toBe('●● ?')
  expect(oneLine(' a\n\tb\u0000 ')).toBe('a b·')
})
