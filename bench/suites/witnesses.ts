import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadModels } from '../../src/analyse.js'
import { findIndependence } from '../../src/independence/independence.js'
import { readReports } from '../../src/intake/intake.js'
import { readModel } from '../../training/sources.js'
import { aligned } from '../aligned.js'
import { readGold } from '../gold.js'
import { oracleClaims } from '../oracle.js'
import { percent, type SuiteOptions, type SuiteResult, type SuiteRow } from '../result.js'
import { storyFolders } from '../story-folders.js'

/**
 * The number of independent witnesses, given gold's joining of claims: what is wrong here is wrong in the counting or in the chains,
 * not in the alignment. Only claims with a number in gold and statements found in two reports. `--misses` prints what was missed.
 */
export async function run({ data, gold, split, flags }: SuiteOptions): Promise<SuiteResult> {
  const models = loadModels(readModel)
  const stories = storyFolders(data, gold)

  const rows: SuiteRow[] = []
  for (const { folder, reports } of stories) {
    const listed = JSON.parse(readFileSync(join(folder, 'reports.json'), 'utf8')) as { id: string; file: string }[]
    const read = readReports(
      listed.map(({ id, file }) => ({ id, source: file, bytes: readFileSync(join(reports, file)) })),
    ).reports
    const story = readGold(folder, new Map(read.map((r) => [r.id, r.text])))
    const { readings, alignment: own } = aligned(read, models)
    const alignment = { ...own, claims: oracleClaims(own, story) }
    const counted = new Map(findIndependence(readings, alignment).claims.map((c) => [c.id, c]))
    const reportOf = new Map(own.statements.map((s) => [s.id, s.report]))
    const classes = { one: { gold: 0, exact: 0 }, more: { gold: 0, exact: 0 } }
    let outlets = 0
    for (const claim of story.claims) {
      const mine = counted.get(claim.id)!
      const carriers = new Set(mine.statements.map((id) => reportOf.get(id))).size
      if (typeof claim.independent !== 'number' || carriers < 2) continue
      const kind = claim.independent <= 1 ? classes.one : classes.more
      kind.gold++
      if (carriers === claim.independent) outlets++
      if (mine.independent === claim.independent) kind.exact++
      else if (flags.includes('--misses'))
        console.error(
          `${story.story}\t${claim.id}\t${claim.independent} got ${mine.independent}\t${claim.gist}\t${mine.why}`,
        )
    }
    const { one, more } = classes
    const all = one.gold + more.gold
    rows.push(
      { name: `${story.story} exact of ${all}, gold joining`, value: percent(one.exact + more.exact, all) },
      { name: `${story.story} one witness, of ${one.gold}`, value: percent(one.exact, one.gold) },
      { name: `${story.story} several witnesses, of ${more.gold}`, value: percent(more.exact, more.gold) },
      { name: `${story.story} were outlets counted`, value: percent(outlets, all) },
    )
  }
  return { suite: 'witnesses', split, rows }
}
