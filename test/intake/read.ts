import { expect } from 'vitest'
import { type Input, readReport } from '../../src/intake/intake.js'
import type { Note } from '../../src/model/note.js'
import type { Report } from '../../src/model/report.js'

export interface Read {
  readonly report: Report
  readonly notes: readonly Note[]
  readonly codes: readonly string[]
  /** The words of each piece of furniture, with its kind: "prompt: SHARE". */
  readonly furniture: readonly string[]
}

/** Reads a report that must be readable, and checks what holds for every report: ranges inside the text, in order, and notes that point at words. */
export function readAs(bytes: Uint8Array | string, source = 'report.txt', more: Partial<Input> = {}): Read {
  const { report, notes } = readReport({
    id: 'r1',
    source,
    bytes: typeof bytes === 'string' ? utf8(bytes) : bytes,
    ...more,
  })
  if (report === null) throw new Error(`Not readable: ${notes.map((note) => note.message).join('; ')}`)
  checkReport(report, notes)
  return {
    report,
    notes,
    codes: notes.map((note) => note.code),
    furniture: report.furniture.map(({ start, end, kind }) => `${kind}: ${report.text.slice(start, end)}`),
  }
}

/** The laws of every report. */
export function checkReport(report: Report, notes: readonly Note[]): void {
  let last = 0
  for (const { start, end } of report.furniture) {
    expect(start).toBeGreaterThanOrEqual(last)
    expect(end).toBeGreaterThan(start)
    expect(end).toBeLessThanOrEqual(report.text.length)
    expect(report.text.slice(start, end)).not.toMatch(/[\n\r]/)
    last = end
  }
  expect(report.sha256).toMatch(/^[0-9a-f]{64}$/)
  expect(report.publishedBecause === null).toBe(report.published === null)
  for (const note of notes) {
    expect(note.message.length).toBeGreaterThan(20)
    if (note.start !== undefined) expect(note.end).toBeGreaterThanOrEqual(note.start)
    if (note.end !== undefined) expect(note.end).toBeLessThanOrEqual(report.text.length)
  }
}

/** The bytes of a text in UTF-8. */
export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** Bytes from text whose characters are bytes: "\x93" is the byte 0x93. */
export function latin(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}

/** A body of plain English, for reports whose body does not matter. */
export const body =
  'The ferry left the harbour at noon with eleven people and two dogs on board, the harbour master said.\n\nIt was back by three because of the storm, and nobody was hurt, he said.'
