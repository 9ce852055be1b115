import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize, relative, sep } from 'node:path'
import { expect, test } from 'vitest'
import { noteCodes } from '../src/model/note.js'
import { version } from '../src/version.js'

const root = join(import.meta.dirname, '..')
const files = filesUnder('src')

/** What each folder of src may import besides itself and packages. The ground floor is free to all. */
const groundFloor = ['model', 'knowledge', 'weights']
const stages = [
  'intake',
  'language',
  'statements',
  'alignment',
  'independence',
  'conflicts',
  'timeline',
  'grouping',
  'presentation',
]
const allowed: Readonly<Record<string, readonly string[]>> = {
  model: [],
  weights: [],
  knowledge: ['model', 'weights'],
  ...Object.fromEntries(stages.map((stage) => [stage, groundFloor])),
  storage: ['model', 'intake'],
  cli: [...groundFloor, 'analyse.ts', 'version.ts', 'intake', 'grouping', 'presentation', 'storage', 'http'],
  http: ['model', 'presentation'],
  web: ['model', 'presentation', 'intake', 'independence', 'analyse.ts'],
  'stemma.ts': [...groundFloor, 'analyse.ts', 'version.ts', 'intake', 'presentation'],
  'node.ts': ['storage'],
  'analyse.ts': [
    ...groundFloor,
    'version.ts',
    ...stages.filter((s) => s !== 'intake' && s !== 'presentation' && s !== 'grouping'),
  ],
  'version.ts': [],
}

/** Folders that may touch the outside world. */
const outside = ['storage', 'cli', 'http', 'web', 'node.ts']

test('no arrow runs upward: each folder imports only what lies below it', () => {
  const wrong = files.flatMap((file) =>
    importsOf(file)
      .filter((target) => target.startsWith('src/'))
      .filter((target) => part(target) !== part(file) && !allowed[part(file)]?.includes(part(target)))
      .map((target) => `${file} imports ${target}`),
  )
  expect(wrong).toEqual([])
})

test('every folder of src has its rule here', () => {
  expect(readdirSync(join(root, 'src')).filter((name) => allowed[name] === undefined)).toEqual([])
})

test('the engine imports nothing of Node and asks neither clock nor chance', () => {
  const wrong = files
    .filter((file) => !outside.includes(part(file)))
    .flatMap((file) => {
      const text = read(file)
      const found = [
        ...text.matchAll(
          /from 'node:[a-z/]+'|\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bprocess\.|\bfetch\(|\btoLocale\w+|\blocaleCompare\b|\bIntl\./g,
        ),
      ]
      return found.map((m) => `${file}: ${m[0]}`)
    })
  expect(wrong).toEqual([])
})

test('no file imports itself through others', () => {
  const state = new Map<string, 'open' | 'done'>()
  const cycles: string[] = []
  const visit = (file: string, path: readonly string[]) => {
    if (state.get(file) === 'done') return
    if (state.get(file) === 'open') {
      cycles.push([...path.slice(path.indexOf(file)), file].join(' → '))
      return
    }
    state.set(file, 'open')
    for (const target of importsOf(file, { types: false }))
      if (target.startsWith('src/')) visit(target, [...path, file])
    state.set(file, 'done')
  }
  for (const file of files) visit(file, [])
  expect(cycles).toEqual([])
})

test('ARCHITECTURE.md names every folder', () => {
  const map = read('ARCHITECTURE.md')
  const folders = [...new Set(files.map((file) => dirname(file).split(sep).join('/')))].filter((f) => f !== 'src')
  expect(folders.filter((folder) => !map.includes(`${folder.replace('src/', '')}/`))).toEqual([])
})

test('docs/notes.md explains every note code and no other', () => {
  const explained = [...read('docs/notes.md').matchAll(/^\| `([a-z-]+)` \|/gm)].map((m) => m[1]!)
  expect([...explained].sort()).toEqual([...noteCodes].sort())
})

test('models/README.md has a card for every model', () => {
  const cards = read('models/README.md')
  const models = readdirSync(join(root, 'models')).filter((name) => name.endsWith('.bin'))
  expect(models.length).toBeGreaterThan(0)
  expect(models.filter((name) => !cards.includes(name))).toEqual([])
})

test('the language models together stay under 12 MB, and what the later stages load under 3', () => {
  const later = ['attribution.bin', 'synonyms.bin', 'claims.bin']
  const sizes = readdirSync(join(root, 'models')).map(
    (name) => [name, statSync(join(root, 'models', name)).size] as const,
  )
  const together = (of: (name: string) => boolean) =>
    sizes.filter(([name]) => of(name)).reduce((sum, [, size]) => sum + size, 0)
  expect(together((name) => !later.includes(name))).toBeLessThan(12_000_000)
  expect(together((name) => later.includes(name))).toBeLessThan(3_000_000)
})

test('the version is that of package.json', () => {
  expect(version).toBe((JSON.parse(read('package.json')) as { version: string }).version)
})

test('what is exported carries a sentence', () => {
  const bare = files.flatMap((file) => {
    const lines = read(file).split('\n')
    return lines.flatMap((line, i) => {
      const name = /^export (?:async )?function (\w+)/.exec(line)?.[1]
      return name !== undefined && !lines[i - 1]?.trim().endsWith('*/') ? [`${file}: ${name}`] : []
    })
  })
  expect(bare).toEqual([])
})

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? filesUnder(join(folder, entry.name)) : join(folder, entry.name)))
    .filter((file) => /\.tsx?$/.test(file))
    .sort()
}

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}

/** The folder of src a file lies in, or its own name directly under src. */
function part(file: string): string {
  return file.split(/[\\/]/)[1]!
}

/** What a file imports, as paths from the root for its neighbours and as package names otherwise. */
function importsOf(file: string, { types }: { readonly types: boolean } = { types: true }): string[] {
  return [...read(file).matchAll(/^(?:import|export) (type )?[^'"]*?from '([^']+)'/gms)]
    .filter((m) => types || m[1] === undefined)
    .map((m) => (m[2]!.startsWith('.') ? sourceOf(join(dirname(file), m[2]!)) : m[2]!))
}

/** The source of an imported file: "parts/words.js" is words.ts or words.tsx. */
function sourceOf(path: string): string {
  const source = normalizePath(path.replace(/\.js$/, '.ts'))
  return files.includes(source) ? source : `${source}x`
}

function normalizePath(path: string): string {
  return relative('.', normalize(path)).split(sep).join('/')
}
