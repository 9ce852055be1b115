import { describe, expect, test } from 'vitest'
import type { Findings } from '../../src/model/findings.js'
import { csvCell } from '../../src/presentation/csv-cell.js'
import { quotesOf, renderQuotes } from '../../src/presentation/quotes.js'
import { exampleFindings } from './findings.js'

describe('a cell of a CSV file', () => {
  for (const [value, cell] of [
    ['plain words', 'plain words'],
    ['', ''],
    ['one, two', '"one, two"'],
    ['he said “no”', 'he said “no”'],
    ['he said "no"', '"he said ""no"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"],
    ['+47 5555', "'+47 5555"],
    ['-5 degrees', "'-5 degrees"],
    ['@gazette', "'@gazette"],
    ['\t=1+1', "'\t=1+1"],
    ['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
    ['a = b', 'a = b'],
  ] as const) {
    test(JSON.stringify(value), () => expect(csvCell(value)).toBe(cell))
  }
})

describe('quotes of findings', () => {
  const quoted = exampleFindings.attributions[0]!

  test('who says it, through whom, and in which words', () => {
    const [quote] = quotesOf(exampleFindings)
    expect(quote?.who).toBe('Jane Doe')
    expect(quote?.through).toEqual(['the Herald'])
    expect(quote?.words).toBe('The ferry sank')
    expect(quote?.kind).toBe(quoted.kind)
  })
  test('parts that stand apart are joined with an ellipsis', () => {
    const split: Findings = {
      ...exampleFindings,
      attributions: [
        {
          ...quoted,
          content: [
            { start: 0, end: 4 },
            { start: 18, end: 32 },
          ],
        },
      ],
    }
    expect(quotesOf(split)[0]?.words).toContain(' … ')
  })
  test('JSON', () => {
    const { stemma, quotes, notes } = JSON.parse(
      renderQuotes(exampleFindings, { format: 'json', width: 80, color: false }),
    )
    expect([stemma, quotes.length, notes.length]).toEqual([
      exampleFindings.stemma,
      exampleFindings.attributions.length,
      exampleFindings.notes.length,
    ])
  })
  test('CSV has a heading line, and lines end in CR LF', () => {
    const lines = renderQuotes(exampleFindings, { format: 'csv', width: 80, color: false }).split('\r\n')
    expect(lines[0]).toBe('report,source,outlet,published,kind,who,through,words,cue,start,end,rule')
    expect(lines).toHaveLength(exampleFindings.attributions.length + 2)
    expect(lines.at(-1)).toBe('')
  })
  test('text', () => {
    const text = renderQuotes(exampleFindings, { format: 'text', width: 80, color: false })
    expect(text).toContain('the Herald < Jane Doe')
    expect(text).toContain('The ferry sank  [')
  })
  test('no report, no quote', () => {
    const none: Findings = { ...exampleFindings, reports: [], attributions: [], notes: [] }
    expect(renderQuotes(none, { format: 'csv', width: 80, color: false })).toMatch(/^report,.*\r\n$/)
    expect(renderQuotes(none, { format: 'text', width: 80, color: false })).toBe('\n')
  })
})
