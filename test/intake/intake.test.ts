import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { longestText, readReport, readReports } from '../../src/intake/intake.js'
import { body, checkReport, latin, readAs, utf8 } from './read.js'

describe('title and outlet', () => {
  test('a headline is the title', () => {
    expect(readAs(`Ferry turns back in storm\n\n${body}`).report.title).toBe('Ferry turns back in storm')
  })
  test('a headline may ask', () =>
    expect(readAs(`Who rang the bell?\n\n${body}`).report.title).toBe('Who rang the bell?'))
  test('a first sentence is no title', () => expect(readAs(body).report.title).toBeNull())
  test('the first line of wrapped text is no title', () => {
    const wrapped =
      'The ferry left the harbour at noon with\neleven people and two dogs on board, the\nharbour master said on Monday evening.'
    expect(readAs(wrapped).report.title).toBeNull()
  })
  test('furniture above the headline is passed over', () => {
    expect(readAs(`Advertisement\n\nFerry turns back in storm\n\n${body}`).report.title).toBe(
      'Ferry turns back in storm',
    )
  })
  for (const [line, outlet] of [
    ["Sign up for The Harbour Herald's newsletter and receive the latest updates!", 'The Harbour Herald'],
    ['© 2023 Harbour Herald', 'Harbour Herald'],
    ['Copyright © 2019 The Brennick Times, LLC. Click here for reprint permission.', 'The Brennick Times'],
    ['Follow Tidings Now for more stories like this one', 'Tidings Now'],
    ['© 2023 The Associated Press. All rights reserved.', null],
    ['The Harbour Herald reported that the ferry was late.', null],
  ] as const) {
    test(`outlet of "${line}"`, () => expect(readAs(`${body}\n\n${line}`).report.outlet).toBe(outlet))
  }
  test('a capital name is written as the text writes it', () => {
    expect(
      readAs(`${body}\n\nThe Harbour Herald asked him.\n\nCLICK HERE TO GET THE HARBOUR HERALD APP`).report.outlet,
    ).toBe('The Harbour Herald')
  })
  test('what a person says stands above the text', () => {
    expect(readAs(`${body}\n\n© 2023 Harbour Herald`, 'x.txt', { outlet: 'Tidings' }).report.outlet).toBe('Tidings')
  })
  test('the byline', () => {
    expect(readAs(`Ferry turns back\n\nBy Jane Doe and John Roe, Staff Writers\n\n${body}`).report.byline).toBe(
      'Jane Doe and John Roe',
    )
    expect(readAs(`${body}\n\nBy Admin`).report.byline).toBeNull()
  })
})

describe('what cannot be read', () => {
  for (const [name, bytes, code] of [
    ['nothing', '', 'empty-report'],
    ['only white space', ' \n\t\r\n ', 'empty-report'],
    ['only a byte order mark', '\ufeff', 'empty-report'],
    ['an empty page', '<!doctype html><html><head><title></title></head><body></body></html>', 'empty-report'],
    ['PDF', '%PDF-1.7\n', 'unsupported-format'],
    ['RTF', '{\\rtf1 text}', 'unsupported-format'],
  ] as const) {
    test(name, () => {
      const { report, notes } = readReport({ id: 'r1', source: 'x', bytes: utf8(bytes) })
      expect(report).toBeNull()
      expect(notes.map((note) => note.code)).toEqual([code])
    })
  }
  for (const [name, bytes, code] of [
    ['a picture', '\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR', 'binary-file'],
    ['an Office file', 'PK\x03\x04\x14\x00', 'unsupported-format'],
    ['zeros', `some words${'\x00'.repeat(50)}`, 'binary-file'],
    ['control characters', '\x01\x02\x03\x04word\x05\x06\x07\x08'.repeat(20), 'binary-file'],
  ] as const) {
    test(name, () => {
      const { report, notes } = readReport({ id: 'r1', source: 'x', bytes: latin(bytes) })
      expect(report).toBeNull()
      expect(notes.map((note) => note.code)).toEqual([code])
      expect(notes[0]!.report).toBeUndefined()
    })
  }
})

describe('size', () => {
  test('one endless line is cut at a sentence, with notes', () => {
    const { report, codes } = readAs(`Published 2023-01-14\n\n${'The ferry was late again. '.repeat(100_000)}`)
    expect(report.text.length).toBeLessThanOrEqual(longestText)
    expect(report.text.endsWith('again. ') || report.text.endsWith('again.')).toBe(true)
    expect(codes).toEqual(['file-too-large', 'line-too-long'])
  }, 10_000)
  test('a cut never splits a character', () => {
    const { report } = readAs(`a${'😀'.repeat(longestText)}`)
    expect(report.text.at(-1)).toBe('\ude00')
    expect(report.text).not.toContain('\ufffd')
  }, 10_000)
})

describe('language', () => {
  test('a report in Norwegian is kept, with a note', () => {
    const { report, codes } = readAs(
      'Fergen snudd i stormen\n\nFergen gikk fra kaien klokken tolv med elleve personer og to hunder om bord, sier havnesjefen. Den var tilbake klokken tre på grunn av uværet, og ingen ble skadet, men det var ikke lett for dem som ventet.',
    )
    expect(report.language).toBe('no')
    expect(codes).toEqual(['not-english'])
  })
  test('English with many names is English', () => {
    const names =
      'Åse Ødegård, Bjørn Hjelle, Øystein Brå and Pål Sæther of Tromsø; Gdansk, Kraków, Łódź, São Paulo, Île de Ré.'
    expect(readAs(`${body}\n\n${names}`).report.language).toBe('en')
  })
  test('a few words are not judged', () => expect(readAs('Fergen snudd i stormen').report.language).toBe('en'))
  test('German', () => {
    expect(
      readAs(
        'Die Fähre kehrte um drei Uhr in den Hafen zurück, weil der Sturm zu stark war. Niemand ist verletzt worden, sagte der Hafenmeister, und das Schiff ist nicht beschädigt.',
      ).report.language,
    ).toBe('de')
  })
})

describe('several reports', () => {
  const one = { id: 'r1', source: 'a.txt', bytes: utf8(body) }
  test('the same bytes are read once', () => {
    const { reports, notes } = readReports([one, { ...one, id: 'r2', source: 'b.txt' }])
    expect(reports.map((report) => report.id)).toEqual(['r1'])
    expect(notes.at(-1)).toMatchObject({ code: 'same-report-twice', report: 'r1' })
  })
  test('but twice where two outlets are said to have printed them', () => {
    const { reports } = readReports([
      { ...one, outlet: 'Herald' },
      { ...one, id: 'r2', source: 'b.txt', outlet: 'Tidings' },
    ])
    expect(reports).toHaveLength(2)
  })
  test('one that cannot be read does not stop the others', () => {
    const { reports, notes } = readReports([
      { ...one, bytes: utf8('') },
      { ...one, id: 'r2' },
    ])
    expect(reports.map((report) => report.id)).toEqual(['r2'])
    expect(notes[0]!.code).toBe('empty-report')
  })
})

test('any bytes are read or left out with a note, never thrown', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 600 }), fc.constantFrom('x.txt', 'x.html', 'x'), (bytes, source) => {
      const { report, notes } = readReport({ id: 'r1', source, bytes })
      if (report === null) expect(notes).toHaveLength(1)
      else checkReport(report, notes)
    }),
    { numRuns: 300 },
  )
})

test('any text is kept as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }), (text) => {
      const plain = text.replace(/^\ufeff/, '').replaceAll('\u0000', '')
      const { report, notes } = readReport({
        id: 'r1',
        source: 'x.txt',
        bytes: utf8(plain),
        mediaType: 'text/plain; charset=utf-8',
      })
      if (report === null) return
      checkReport(report, notes)
      expect(report.text).toBe(plain)
    }),
  )
})
