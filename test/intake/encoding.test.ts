import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { body, latin, readAs, utf8 } from './read.js'

const utf16 = (text: string, bigEndian = false): Uint8Array =>
  Uint8Array.from(
    [...text].flatMap((character) => {
      const code = character.charCodeAt(0)
      return bigEndian ? [code >> 8, code & 255] : [code & 255, code >> 8]
    }),
  )

test('a text file is its text, byte for byte, carriage returns and trailing spaces included', () => {
  const text = `  Ferry turns back  \r\n\r\n${body}\t \r\n`
  expect(readAs(text).report.text).toBe(text)
})

test('the byte order mark is no part of the text', () => {
  const { report, codes } = readAs(`\ufeff${body}`)
  expect(report.text).toBe(body)
  expect(codes).toEqual(['no-publication-date'])
})

test('the hash is of the bytes that were read, byte order mark included', () => {
  const bytes = utf8(`\ufeff${body}`)
  expect(readAs(bytes).report.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
})

describe('without a note', () => {
  test('UTF-8 with curly quotes', () =>
    expect(readAs(`“No,” said Åse Ødegård. ${body}`).codes).toEqual(['no-publication-date']))
  test('UTF-16, little end first, with a mark', () => {
    expect(readAs(utf16(`\ufeff“No,” she said. ${body}`)).report.text).toBe(`“No,” she said. ${body}`)
  })
  test('UTF-16, big end first, with a mark', () => {
    expect(readAs(utf16(`\ufeff${body}`, true)).report.text).toBe(body)
  })
  test('a page that declares windows-1252', () => {
    const { report, codes } = readAs(
      latin(
        `<html><head><meta charset="windows-1252"></head><body><p>\x93No,\x94 the mayor\x92s clerk said. ${body}</p></body></html>`,
      ),
      'page.html',
    )
    expect(report.text).toContain('“No,” the mayor’s clerk said.')
    expect(codes).not.toContain('guessed-encoding')
  })
  test('a server that declares ISO-8859-1, which the web reads as windows-1252', () => {
    expect(
      readAs(latin(`\x93No,\x94 he said. ${body}`), 'x', { mediaType: 'text/plain; charset=ISO-8859-1' }).report.text,
    ).toContain('“No,”')
  })
  test('a page that declares Latin-1 and is UTF-8', () => {
    const page = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"></head><body><p>“No,” he said. ${body}</p></body></html>`
    expect(readAs(page, 'page.html').report.text).toContain('“No,” he said.')
  })
})

test('windows-1252 without a word about it is guessed, curly quotes and all', () => {
  const { report, notes } = readAs(latin(`The mayor\x92s clerk said \x93No.\x94 It cost \x80 90 \x96 or more. ${body}`))
  expect(report.text).toMatch(/^The mayor’s clerk said “No.” It cost € 90 – or more\./)
  expect(notes[0]).toMatchObject({ code: 'guessed-encoding', start: 9, end: 10 })
  expect(notes[0]!.message).toContain('read as windows-1252')
})

test('UTF-16 without a mark is guessed', () => {
  const { report, codes } = readAs(utf16(body))
  expect(report.text).toBe(body)
  expect(codes).toContain('guessed-encoding')
})

test('UTF-8 with a broken place keeps the rest and says where', () => {
  const bytes = Uint8Array.from([...utf8('“Åse” and “Ødegård” rowed.\n'), 0xff, ...utf8(`\n${body}`)])
  const { report, notes } = readAs(bytes)
  expect(report.text.slice(0, 29)).toBe('“Åse” and “Ødegård” rowed.\n\ufffd\n')
  expect(notes[0]).toMatchObject({ code: 'invalid-encoding', start: 27, end: 28 })
  expect(notes[0]!.message).toContain('line 2')
})

test('Cyrillic in windows-1251 is guessed and found not to be English', () => {
  // "Паром вернулся в порт в три часа" in windows-1251, several times over.
  const sentence =
    '\xcf\xe0\xf0\xee\xec \xe2\xe5\xf0\xed\xf3\xeb\xf1\xff \xe2 \xef\xee\xf0\xf2 \xe2 \xf2\xf0\xe8 \xf7\xe0\xf1\xe0. '
  const { report, codes } = readAs(latin(sentence.repeat(8)))
  expect(report.text).toContain('Паром вернулся в порт')
  expect(codes).toEqual(['guessed-encoding', 'not-english'])
})
