import { loadModels } from '../../src/analyse.js'
import { readLanguage } from '../../src/language/language.js'
import type { Reading } from '../../src/model/reading.js'
import type { Range } from '../../src/model/span.js'
import { findAttributions } from '../../src/statements/attribution/attribution.js'
import { type AttributionTagger, tagAttributions } from '../../src/statements/attribution/tagger/tagger.js'
import { parsedReport } from '../../src/statements/parsed-report.js'
import { readModel } from '../../training/sources.js'
import { type PolnearRow, readPolnear, reportOf, spansOf } from '../polnear.js'
import type { SuiteOptions, SuiteResult, SuiteRow } from '../result.js'
import { outermost, type Roles, roles, scoreRoles } from '../scorers/attributions.js'

/**
 * Attributions of whole articles against PolNeAR: exact spans and tokens of sources, cues and contents,
 * by the rules alone, by the tagger alone, and by both as shipped. Bars are those of the issue, for what ships.
 */
export async function run({ data, split }: SuiteOptions): Promise<SuiteResult> {
  const models = loadModels(readModel)
  const rows = readPolnear(data, split)
  const readings = rows.map((row) => readLanguage(reportOf(row), models.language))
  const gold = rows.map(goldRoles)
  const tagger = models.tagger
  const variants: [string, (reading: Reading) => Roles, Partial<Record<keyof Roles, number>>][] = [
    ['rules', (reading) => settledRoles(reading, null), {}],
    ['tagger', (reading) => taggedRoles(reading, tagger!), {}],
    ['shipped', (reading) => settledRoles(reading, tagger), { source: 66, cue: 66, content: 54 }],
  ]
  const words = readings.map(({ sentences }) => sentences.flatMap(({ tokens }) => tokens))
  const result: SuiteRow[] = []
  for (const [name, find, bars] of variants) {
    const score = scoreRoles(readings.map(find), gold, words)
    for (const role of roles) {
      const bar = bars[role]
      const { exact, tokens } = score[role]
      result.push({ name: `${name}, ${role}: exact F1`, value: exact.f1, ...(bar === undefined ? {} : { bar }) })
      result.push({ name: `${name}, ${role}: exact precision`, value: exact.precision })
      result.push({ name: `${name}, ${role}: exact recall`, value: exact.recall })
      result.push({ name: `${name}, ${role}: token F1`, value: tokens.f1 })
    }
  }
  const count = words.reduce((n, list) => n + list.length, 0)
  // Processor time, not the clock's: others may be at work on the machine.
  const speed = (work: (reading: Reading) => unknown) => {
    const begun = process.cpuUsage()
    readings.forEach(work)
    return Math.round((1_000_000 * count) / process.cpuUsage(begun).user)
  }
  const best = (work: (reading: Reading) => unknown) => Math.max(speed(work), speed(work), speed(work))
  const parsed = new Map(readings.map((reading) => [reading, parsedReport(reading)]))
  result.push({
    name: 'tagger alone, tokens a second of processor time',
    value: best((reading) => tagAttributions(parsed.get(reading)!, tagger!)),
    bar: 60_000,
  })
  result.push({
    name: 'all attributions as shipped, tokens a second of processor time',
    value: best((reading) => findAttributions(parsed.get(reading)!, tagger)),
  })
  return { suite: 'attribution', split, rows: result }
}

function goldRoles(row: PolnearRow): Roles {
  return { source: spansOf(row, 'source'), cue: spansOf(row, 'cue'), content: spansOf(row, 'content') }
}

function settledRoles(reading: Reading, tagger: AttributionTagger | null): Roles {
  return gathered(outermost(findAttributions(parsedReport(reading), tagger)))
}

function taggedRoles(reading: Reading, tagger: AttributionTagger): Roles {
  return gathered(
    tagAttributions(parsedReport(reading), tagger).map(({ cue, source, content }) => ({ cue: [cue], source, content })),
  )
}

function gathered(found: readonly Readonly<Record<keyof Roles, readonly Range[]>>[]): Roles {
  const all = (role: keyof Roles) => found.flatMap((attribution) => attribution[role])
  return { source: all('source'), cue: all('cue'), content: all('content') }
}
