import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { inFolder, stemma } from './run.js'

const ferry =
  'Ferry turns back\n\nPublished 15 June 2024\n\nThe ferry left the harbour at noon, Ottilie Brandt told the Gazette.\n\n"=1+1 is two, I think," Ottilie Brandt said.\n'

describe('stemma quotes', { timeout: 60_000 }, () => {
  test('--help tells of the formats', () => {
    const { code, out } = stemma(['quotes', '--help'])
    expect(code).toBe(0)
    expect(out.replace(/\s+/g, ' ')).toContain('csv for spreadsheets')
    expect(out).toContain('Examples:')
  })
  test('text, for people', () => {
    inFolder({ 'ferry.txt': ferry }, (folder) => {
      const { code, out } = stemma(['quotes', 'ferry.txt'], { folder })
      expect(code).toBe(0)
      expect(out).toContain('Ottilie Brandt')
      expect(out).toContain('The ferry left the harbour at noon')
    })
  })
  test('JSON, for programs', () => {
    inFolder({ 'ferry.txt': ferry }, (folder) => {
      const { code, out } = stemma(['quotes', 'ferry.txt', '--format', 'json'], { folder })
      expect(code).toBe(0)
      const { quotes } = JSON.parse(out) as {
        quotes: { who: string; through: string[]; words: string; source: string }[]
      }
      expect(quotes[0]).toMatchObject({
        who: 'Ottilie Brandt',
        through: ['Gazette'],
        words: 'The ferry left the harbour at noon',
        source: 'ferry.txt',
      })
    })
  })
  test('CSV, to a file, with nothing that a spreadsheet would run', () => {
    inFolder({ 'ferry.txt': ferry, '=cmd.txt': ferry.replace('noon', 'one') }, (folder) => {
      const { code, out } = stemma(['quotes', '.', '-f', 'csv', '-o', 'quotes.csv'], { folder })
      expect([code, out]).toEqual([0, ''])
      const rows = readFileSync(join(folder, 'quotes.csv'), 'utf8').split('\r\n')
      expect(rows[0]).toContain('who,through,words')
      expect(rows.length).toBeGreaterThan(3)
      expect(rows.filter((row) => /(^|,)"?[=+\-@]/.test(row))).toEqual([])
    })
  })
  test('notes of a CSV go to standard error', () => {
    inFolder({ 'ferry.txt': ferry }, (folder) => {
      const { code, out, err } = stemma(['quotes', 'ferry.txt', 'nowhere.txt', '-f', 'csv'], { folder })
      expect(code).toBe(0)
      expect(err).toContain('file-not-found: nowhere.txt')
      expect(out).not.toContain('nowhere')
    })
  })
  for (const [args, message] of [
    [['quotes'], "missing required argument 'files'"],
    [['quotes', 'a.txt', '--format', 'xls'], 'Allowed choices are text, json, csv'],
    [['quotes', 'a.txt', '--published', 'a'], 'write it as REPORT=DATE'],
  ] as const) {
    test(`stemma ${args.join(' ')} is wrong usage`, () => {
      const { code, err } = stemma(args)
      expect(err).toContain(message)
      expect(code).toBe(2)
    })
  }
  test('a file that is not there, alone', () => {
    expect(stemma(['quotes', 'nowhere.txt']).code).toBe(1)
  })
})
