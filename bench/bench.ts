import { dataFolder } from '../training/sources.js'
import type { SuiteResult } from './result.js'

/** `npm run bench -- <suite> [--data DIR] [--gold DIR] [--split dev|test] [--json] [--misses] [--rules]` */
const suites = [
  'tokens',
  'tags',
  'parse',
  'names',
  'coref',
  'dates',
  'factuality',
  'attribution',
  'paraphrase',
  'events',
  'speed',
  'story',
  'grouping',
  'scale',
  'witnesses',
  'derivations',
  'planted',
  'claims',
] as const

const [suite, ...rest] = process.argv.slice(2)
const value = (flag: string) => {
  const at = rest.indexOf(flag)
  return at < 0 ? undefined : rest[at + 1]
}
const split = value('--split') ?? 'dev'
if (!suites.includes(suite as never) || !['dev', 'test'].includes(split)) {
  console.error('Usage: npm run bench -- SUITE [--data DIR] [--gold DIR] [--split dev|test] [--json]')
  console.error(`Suites: ${suites.join(', ')}`)
  process.exit(2)
}

const module = (await import(`./suites/${suite}.js`)) as {
  run: (options: {
    data: string
    gold: string | undefined
    split: 'dev' | 'test'
    flags: string[]
  }) => Promise<SuiteResult>
}
const result = await module.run({
  data: dataFolder(value('--data')),
  gold: value('--gold'),
  split: split as 'dev' | 'test',
  flags: rest,
})
if (rest.includes('--json')) console.log(JSON.stringify(result))
else {
  for (const row of result.rows) {
    const met = (row.bar === undefined || row.value >= row.bar) && (row.atMost === undefined || row.value <= row.atMost)
    const limit =
      row.bar !== undefined ? `   bar ${row.bar}` : row.atMost !== undefined ? `   at most ${row.atMost}` : ''
    const bar = limit + (met ? '' : '  NOT MET')
    console.log(`${result.suite} ${result.split}  ${row.name.padEnd(44)} ${String(row.value).padStart(8)}${bar}`)
  }
}
