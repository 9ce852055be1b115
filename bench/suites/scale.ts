import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { analyse, loadModels } from '../../src/analyse.js'
import { readReports } from '../../src/intake/intake.js'
import { readModel } from '../../training/sources.js'
import type { SuiteOptions, SuiteResult, SuiteRow } from '../result.js'

interface Row {
  readonly group: string
  readonly date: string | null
  readonly title: string | null
  readonly text: string
}

/**
 * Time and memory of whole stories of 25 to 200 reports: the largest groups of ../shared/data/story-groups put together.
 * Seconds of processor are what it takes where nothing else runs. `--only N` measures one size alone, so that memory is its own; run with --expose-gc for sharper figures.
 */
export async function run({ data, split, flags }: SuiteOptions): Promise<SuiteResult> {
  const path = join(data, `story-groups/allsides-auto-${split}.jsonl`)
  if (!existsSync(path)) {
    console.error(`scale: ${path} is not there`)
    return { suite: 'scale', split, rows: [] }
  }
  const groups = new Map<string, Row[]>()
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line === '') continue
    const row = JSON.parse(line) as Row
    groups.set(row.group, [...(groups.get(row.group) ?? []), row])
  }
  const largest = [...groups.values()]
    .sort((a, b) => b.length - a.length || (a[0]!.group < b[0]!.group ? -1 : 1))
    .flat()
  const only = flags.includes('--only') ? Number(flags[flags.indexOf('--only') + 1]) : undefined
  const models = loadModels(readModel)
  const rows: SuiteRow[] = []
  for (const size of [25, 50, 100, 200].filter((n) => only === undefined || n === only)) {
    const inputs = largest.slice(0, size).map(({ title, text, date }, i) => ({
      id: `r${i + 1}`,
      source: `${i + 1}.txt`,
      bytes: new TextEncoder().encode(`${title ?? ''}\n\n${text}`),
      ...(date ? { published: date.slice(0, 10) } : {}),
    }))
    const { reports } = readReports(inputs)
    const words = reports.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0)
    globalThis.gc?.()
    const before = process.memoryUsage().heapUsed
    const [started, used] = [performance.now(), process.cpuUsage()]
    const findings = analyse(reports, models)
    const seconds = (performance.now() - started) / 1000
    const { user, system } = process.cpuUsage(used)
    const busy = (user + system) / 1e6
    const held = (process.memoryUsage().heapUsed - before) / 2 ** 20
    const row = (name: string, value: number, atMost?: number) =>
      rows.push({
        name: `${size} reports: ${name}`,
        value: Math.round(value * 10) / 10,
        ...(atMost === undefined ? {} : { atMost }),
      })
    row('words', words)
    row('statements', findings.statements.length)
    row('seconds by the clock', seconds)
    row('seconds of processor', busy, ...(size === 200 ? [60] : []))
    row('processor milliseconds a thousand words', (1e6 * busy) / words)
    row('MB of heap more than before', held)
    row('MB of the process', process.memoryUsage.rss() / 2 ** 20, ...(size === 200 ? [1024] : []))
  }
  return { suite: 'scale', split, rows }
}
