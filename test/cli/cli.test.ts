import { spawn } from 'node:child_process'
import { chmodSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { packageFolder } from '../../src/storage/models.js'
import { findingsOf, inFolder, stemma } from './run.js'

const ferry =
  'Ferry turns back in storm\n\nPublished 15 June 2024\n\nThe ferry left the harbour at noon with eleven people on board, the harbour master said.\n\nNobody was hurt.\n'
const undated =
  'Ferry late again\n\nThe ferry was late on Monday, and the people on the quay were angry, the harbour master told the Herald.\n'
const norwegian =
  'Fergen snudd i stormen\n\nFergen gikk fra kaien klokken tolv med elleve personer og to hunder om bord, sier havnesjefen. Den var tilbake klokken tre på grunn av uværet, og ingen ble skadet, men det var ikke lett for dem som ventet.\n'

const codes = (findings: { notes: readonly { code: string }[] }): string[] => findings.notes.map((note) => note.code)

describe('what a newcomer types', { timeout: 30_000 }, () => {
  test('--version is the version of the package', () => {
    const { version } = JSON.parse(readFileSync(join(packageFolder(), 'package.json'), 'utf8')) as { version: string }
    expect(stemma(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' })
  })
  test('--help', () => {
    const { code, out } = stemma(['--help'])
    expect(code).toBe(0)
    expect(out).toContain('stemma read report1.txt report2.html')
  })
  test('read --help shows examples and exit codes', () => {
    const { code, out } = stemma(['read', '--help'])
    expect(code).toBe(0)
    expect(out).toContain('Examples:')
    expect(out).toContain('Exit codes:')
  })
  test('group --help says what a group is', () => {
    const { code, out } = stemma(['group', '--help'])
    expect(code).toBe(0)
    expect(out).toContain('Sorts reports')
  })
  for (const [args, message] of [
    [[], 'Usage: stemma'],
    [['read'], "missing required argument 'files'"],
    [['red'], 'Did you mean read?'],
    [['read', 'a.txt', '--format', 'xls'], 'Allowed choices are text, json'],
    [['read', 'a.txt', '--colour'], "unknown option '--colour'"],
    [['read', 'a.txt', '--published', 'a'], 'write it as REPORT=DATE'],
    [['read', 'a.txt', '--published', 'a=Friday'], '"Friday" is no date'],
    [['read', 'a.txt', '--published', 'a=2023-02-30'], '"2023-02-30" is no date'],
    [['read', 'a.txt', '--show', 'everything'], 'There is no part "everything"'],
  ] as const) {
    test(`stemma ${args.join(' ')} is wrong usage`, () => {
      const { code, out, err } = stemma(args)
      expect(err).toContain(message)
      expect(code).toBe(2)
      expect(out).toBe('')
    })
  }
})

describe('files', { timeout: 60_000 }, () => {
  test('a file that is not there, alone', () => {
    const { code, out, err } = stemma(['read', 'nowhere.txt'])
    expect(code).toBe(1)
    expect(out).toBe('')
    expect(err).toBe('file-not-found: nowhere.txt does not exist; it is left out\nNothing could be read.\n')
  })

  test('one bad file of each kind, and the good one is read', () => {
    inFolder(
      {
        'empty.txt': '',
        'ferry.txt': ferry,
        'picture.txt': Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]),
        'report.pdf': '%PDF-1.7\nbinary',
      },
      (folder) => {
        const findings = findingsOf(['empty.txt', 'ferry.txt', 'picture.txt', 'report.pdf', 'nowhere.txt'], { folder })
        expect(findings.reports.map((report) => report.source)).toEqual(['ferry.txt'])
        expect(codes(findings).slice(0, 4).sort()).toEqual([
          'binary-file',
          'empty-report',
          'file-not-found',
          'unsupported-format',
        ])
      },
    )
  })

  test('a folder: its reports in the order of their names, numbers by value, not its README', () => {
    inFolder(
      { '10.txt': ferry, '9.html': `<p>${undated}</p>`, 'README.md': 'About', 'data.csv': 'a,b', 'deep/11.txt': ferry },
      (folder) => {
        expect(findingsOf(['.'], { folder }).reports.map(({ id, source }) => `${id} ${source}`)).toEqual([
          'r1 9.html',
          'r2 10.txt',
        ])
      },
    )
  })

  test('the order of the command does not matter, and a file named twice is read once', () => {
    inFolder({ 'a.txt': ferry, 'b.txt': undated }, (folder) => {
      const one = stemma(['read', '--format', 'json', 'a.txt', 'b.txt'], { folder })
      const two = stemma(['read', '--format', 'json', 'b.txt', './a.txt', 'a.txt'], { folder })
      expect(JSON.parse(two.out).reports.map((report: { title: string }) => report.title)).toEqual(
        JSON.parse(one.out).reports.map((report: { title: string }) => report.title),
      )
    })
  })

  test('an empty folder', () => {
    inFolder({}, (folder) => {
      const { code, err } = stemma(['read', folder])
      expect(code).toBe(1)
      expect(err).toContain('empty-folder')
    })
  })

  test.skipIf(process.getuid?.() === 0)('a file that may not be read', () => {
    inFolder({ 'a.txt': ferry, 'b.txt': ferry }, (folder) => {
      chmodSync(join(folder, 'b.txt'), 0)
      expect(codes(findingsOf(['a.txt', 'b.txt'], { folder }))).toContain('file-not-readable')
    })
  })

  test('standard input', () => {
    const findings = findingsOf(['-'], { input: ferry })
    expect(findings.reports.map(({ id, source, text }) => ({ id, source, text }))).toEqual([
      { id: 'r1', source: 'stdin', text: ferry },
    ])
  })

  test('fifty million bytes on one line', () => {
    inFolder({ 'long.txt': new Uint8Array(50_000_000).fill(0x61), 'ferry.txt': ferry }, (folder) => {
      const started = Date.now()
      const findings = findingsOf(['long.txt', 'ferry.txt'], { folder })
      expect(Date.now() - started).toBeLessThan(30_000)
      expect(codes(findings)).toEqual(expect.arrayContaining(['file-too-large', 'line-too-long']))
      expect(findings.reports).toHaveLength(2)
    })
  })

  test('encodings: invalid UTF-8, windows-1252 with curly quotes, UTF-16 with its mark', () => {
    const quoted =
      '\u201cNo,\u201d the harbour master said to the eleven people who had waited on the quay for the ferry.'
    inFolder(
      {
        '1-invalid.txt': Uint8Array.from([...Buffer.from(`${quoted}\n`), 0xc3, 0x28, ...Buffer.from(`\n${ferry}`)]),
        '2-windows.txt': Buffer.from(quoted.replaceAll('\u201c', '\x93').replaceAll('\u201d', '\x94'), 'latin1'),
        '3-utf16.txt': Buffer.from(`\ufeff${quoted}`, 'utf16le'),
      },
      (folder) => {
        const findings = findingsOf(['.'], { folder })
        for (const report of findings.reports) expect(report.text.startsWith(quoted)).toBe(true)
        const about = findings.notes
          .filter((note) => note.code.endsWith('encoding'))
          .map((note) => `${note.report} ${note.code}`)
        expect(about).toEqual(['r1 invalid-encoding', 'r2 guessed-encoding'])
      },
    )
  })

  test('a report in Norwegian is listed with a note, and the others are read', () => {
    inFolder({ 'a.txt': norwegian, 'b.txt': ferry }, (folder) => {
      const findings = findingsOf(['.'], { folder })
      expect(findings.reports.map((report) => report.language)).toEqual(['no', 'en'])
      expect(codes(findings)).toContain('not-english')
      expect(findings.statements.filter((statement) => statement.report === 'r1')).toEqual([])
    })
  })

  test('a web page with scripts', () => {
    const page = `<!doctype html><html><head><title>Ferry late</title><script>document.write('x')</script></head><body><script>alert(1)</script><p>${undated}</p></body></html>`
    inFolder({ 'a.html': page }, (folder) => {
      const [report] = findingsOf(['a.html'], { folder }).reports
      expect(report?.text).toContain('the harbour master told the Herald')
      expect(report?.text).not.toMatch(/alert|document/)
    })
  })
})

describe('dates a person gives', { timeout: 30_000 }, () => {
  const files = { 'one.txt': undated, 'two.txt': ferry }
  const dateOf = (published: string, source: string): string =>
    inFolder(files, (folder) => {
      const report = findingsOf(['.', '--published', published], { folder }).reports.find(
        (one) => one.source === source,
      )
      return `${report?.published} ${report?.publishedBecause}`
    })
  test('by id', () => expect(dateOf('r1=2024-06-16', 'one.txt')).toBe('2024-06-16 given'))
  test('by file name', () => expect(dateOf('one.txt=2024-06-16', 'one.txt')).toBe('2024-06-16 given'))
  test('by file name without its ending', () => expect(dateOf('one=2024-06', 'one.txt')).toBe('2024-06 given'))
  test('above what the report says', () => expect(dateOf('two=2024-06-17', 'two.txt')).toBe('2024-06-17 given'))
  test('of a report that is not there', () => {
    inFolder(files, (folder) => {
      const { code, err } = stemma(['read', '.', '--published', 'three=2024-06-16'], { folder })
      expect(code).toBe(2)
      expect(err).toContain('no report is called "three"; there is r1 (one.txt), r2 (two.txt)')
    })
  })
  test('of a name that two reports have', () => {
    inFolder({ 'a/x.txt': ferry, 'b/x.txt': undated }, (folder) => {
      const { code, err } = stemma(['read', 'a', 'b', '--published', 'x=2024-06-16'], { folder })
      expect(code).toBe(2)
      expect(err).toContain('may mean r1 (')
    })
  })
  test('in story.json, with the title and the outlet', () => {
    const story = JSON.stringify({
      title: 'The ferry',
      published: { one: '2024-06-16' },
      outlets: { 'one.txt': 'Tidings' },
    })
    inFolder({ ...files, 'story.json': story }, (folder) => {
      const findings = findingsOf(['.'], { folder })
      expect(findings.story.title).toBe('The ferry')
      expect(findings.reports[0]).toMatchObject({
        published: '2024-06-16',
        publishedBecause: 'given',
        outlet: 'Tidings',
      })
    })
  })
  test('in a story.json that is broken, or speaks of strangers', () => {
    inFolder({ ...files, 'story.json': '{' }, (folder) =>
      expect(codes(findingsOf(['.'], { folder }))).toContain('broken-story-file'),
    )
    inFolder({ ...files, 'story.json': '{"outlets":{"three":"Tidings"}}' }, (folder) =>
      expect(codes(findingsOf(['.'], { folder }))).toContain('unknown-report'),
    )
  })
})

describe('output', { timeout: 30_000 }, () => {
  test('--out writes a file, and prints nothing', () => {
    inFolder({ 'a.txt': ferry }, (folder) => {
      expect(stemma(['read', 'a.txt', '--format', 'json', '--out', 'out.json'], { folder })).toEqual({
        code: 0,
        out: '',
        err: '',
      })
      expect(JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8')).reports).toHaveLength(1)
    })
  })
  test('--out to a folder that does not exist', () => {
    inFolder({ 'a.txt': ferry }, (folder) => {
      const { code, err } = stemma(['read', 'a.txt', '--out', 'no/out.txt'], { folder })
      expect(code).toBe(3)
      expect(err).toBe('error: no/out.txt cannot be written: its folder does not exist\n')
    })
  })
  test('the same input gives the same bytes', () => {
    inFolder({ 'a.txt': ferry, 'b.txt': undated }, (folder) => {
      const once = stemma(['read', '.', '--trace'], { folder })
      expect(once.code).toBe(0)
      expect(once.out).toContain('Ferry turns back in storm')
      expect(stemma(['read', '.', '--trace'], { folder }).out).toBe(once.out)
    })
  })
  test('a reader that closes the pipe early is no trouble', async () => {
    const args = [join(packageFolder(), 'dist/src/cli/main.js'), 'read', '-']
    const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'] })
    let err = ''
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString()
    })
    child.stdout.destroy()
    child.stdin.end(ferry.repeat(50))
    const code = await new Promise((resolve) => child.on('close', resolve))
    expect({ code, err }).toEqual({ code: 0, err: '' })
  })
})

describe('stemma group', { timeout: 30_000 }, () => {
  const council =
    'Market hall sold\n\nPublished 15 June 2024\n\nBrennick sold its market hall on Tarn Street to Gerda Halm for 40,000 crowns on Friday.\n'
  const files = { 'a.txt': ferry, 'b.txt': council, 'c.txt': ferry.replace('turns back', 'returns') }

  test('text: the story first, what stands alone last', () => {
    inFolder(files, (folder) => {
      const { code, out, err } = stemma(['group', '.'], { folder })
      expect([code, err]).toEqual([0, ''])
      expect(out).toMatch(/\(2 reports, 2024-06-15\)\n {4}a\.txt.*\n {4}c\.txt.*\n\nAlone \(1\)\n {4}b\.txt/)
    })
  })
  test('json: groups with their reports', () => {
    inFolder(files, (folder) => {
      const { out } = stemma(['group', '.', '--format', 'json'], { folder })
      const { groups } = JSON.parse(out) as { groups: { reports: { source: string }[] }[] }
      expect(groups.map(({ reports }) => reports.map(({ source }) => source))).toEqual([['a.txt', 'c.txt'], ['b.txt']])
    })
  })
  test('nothing to read is said', () => {
    expect(stemma(['group', 'nowhere.txt'])).toMatchObject({ code: 1 })
  })
})

describe('sources, claims and what is left without one', { timeout: 60_000 }, () => {
  const story = {
    'a.txt':
      'Ferry turns back in storm\n\nPublished 15 June 2024\n\nThe ferry left the harbour at noon with eleven people on board, Dov Pereth said. Nobody was hurt, he said.\n',
    'b.txt':
      'Ferry late again\n\nPublished 16 June 2024\n\nThe boat was full of angry people, Leona Castell told the Harbour Gazette on Sunday.\n',
  }
  test('sources prints the tree from the witnesses to the reports', () => {
    inFolder(story, (folder) => {
      const { code, out } = stemma(['sources', 'a.txt', 'b.txt'], { folder })
      expect(code).toBe(0)
      expect(out).toMatch(/^From the witnesses to the reports/)
      expect(out).toMatch(/^Dov Pereth {2}\d+\n└─ r1 {2}\d+$/m)
    })
  })
  test('sources as JSON', () => {
    inFolder(story, (folder) => {
      const { out } = stemma(['sources', 'a.txt', 'b.txt', '--format', 'json'], { folder })
      const { stemma: tree, derivations } = JSON.parse(out) as {
        stemma: { name: string; claims: number }[]
        derivations: { to: string; kind: string }[]
      }
      expect(tree.find((node) => node.name === 'Dov Pereth')?.claims).toBeGreaterThan(0)
      expect(derivations.some((d) => d.to === 'r2' && d.kind === 'credits')).toBe(true)
    })
  })
  test('claims says how many reports and witnesses', () => {
    inFolder(story, (folder) => {
      const { code, out } = stemma(['claims', 'a.txt', 'b.txt', '--about', 'Pereth'], { folder })
      expect(code).toBe(0)
      const all = stemma(['claims', 'a.txt', 'b.txt'], { folder }).out
      expect(all).toContain('1 report, 1 witness, grade 3')
      expect(all.length).toBeGreaterThan(out.length)
    })
  })
  test('claims with more witnesses than there are', () => {
    inFolder(story, (folder) => {
      expect(stemma(['claims', 'a.txt', '--min-witnesses', '9'], { folder }).out).toBe('No claim is like that.\n')
      expect(stemma(['claims', 'a.txt', '--disputed', '--format', 'json'], { folder }).out).toBe('[]\n')
    })
  })
  test('read --without says what falls', () => {
    inFolder(story, (folder) => {
      const { code, out } = stemma(['read', 'a.txt', 'b.txt', '--without', 'Dov Pereth'], { folder })
      expect(code).toBe(0)
      expect(out).toMatch(/^Without Dov Pereth\n\nFalls \(\d+\)/)
    })
  })
  for (const [args, message] of [
    [['read', 'a.txt', '--without', 'Nobody'], 'nobody in these reports goes by that name'],
    [['claims', 'a.txt', '--min-witnesses', 'two'], 'It must be a whole number'],
  ] as const) {
    test(`stemma ${args.join(' ')} is wrong usage`, () => {
      inFolder(story, (folder) => {
        const { code, err } = stemma(args, { folder })
        expect(err).toContain(message)
        expect(code).toBe(2)
      })
    })
  }
  for (const command of ['sources', 'claims']) {
    test(`${command} --help, and files that are not there`, () => {
      expect(stemma([command, '--help']).out).toContain('Example')
      expect(stemma([command, 'nowhere.txt']).code).toBe(1)
    })
  }
})
