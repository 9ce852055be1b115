import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { groupReports, pairsOf } from '../../src/grouping/grouping.js'
import { likeness } from '../../src/grouping/likeness.js'
import { type Link, mergeByAverage } from '../../src/grouping/merge.js'
import { leastLikeness } from '../../src/grouping/weights.js'
import { examplesOf, halfOf, readGroups, readIncidents, trainLikeness } from '../../training/grouping.js'
import type { SuiteOptions, SuiteResult, SuiteRow } from '../result.js'
import { bCubed } from '../scorers/clusters.js'

/**
 * Reports sorted into stories, against SemEval-2018 Task 5: B-cubed in percent. On the development part the weights are
 * cross-validated: the incidents fall into two halves, and what tells of one half is joined by weights trained on the other.
 */
export async function run({ data, split }: SuiteOptions): Promise<SuiteResult> {
  if (!existsSync(join(data, `semeval2018-t5/docs-${split}.jsonl`))) {
    console.error(`grouping: semeval2018-t5/docs-${split}.jsonl is not there`)
    return { suite: 'grouping', split, rows: [] }
  }
  const known = readIncidents(data, split)
  const reports = known.map(({ report }) => report)
  const groupOf = (i: number) => known[i]!.group
  const rows: SuiteRow[] = []
  const row = (name: string, value: number, bar?: number) =>
    rows.push({ name, value: Math.round(value * 10) / 10, ...(bar === undefined ? {} : { bar }) })
  const percent = (name: string, sets: readonly (readonly number[])[], bar?: number) => {
    const { precision, recall, f1 } = bCubed(sets, groupOf)
    row(`B3 F1 ${name} (P ${(100 * precision).toFixed(1)} R ${(100 * recall).toFixed(1)})`, 100 * f1, bar)
  }

  const started = performance.now()
  const found = groupReports(reports)
  const seconds = (performance.now() - started) / 1000
  const place = new Map(reports.map(({ id }, i) => [id, i]))
  percent(
    split === 'dev' ? 'shipped weights, trained on these' : 'shipped weights',
    found.map((group) => group.reports.map((id) => place.get(id)!)),
    ...(split === 'dev' ? [] : [93]),
  )
  if (split === 'dev') {
    const pairs = pairsOf(reports)
    const half = (i: number) => halfOf(groupOf(i))
    const weights = ([0, 1] as const).map((h) =>
      trainLikeness(
        examplesOf(
          pairs.filter(({ one, other }) => half(one) !== h && half(other) !== h),
          known,
        ),
      ),
    )
    // Each pair by weights that have not seen it; one report of each half by the mean of both.
    const links = pairs.map(({ one, other, figures }): Link => {
      const [a, b] = [likeness(figures, weights[half(one)]!), likeness(figures, weights[half(other)]!)]
      return [one, other, (a + b) / 2]
    })
    percent('cross-validated', mergeByAverage(reports.length, links, leastLikeness), 93)
    for (const h of [0, 1] as const) {
      const within = links.filter(([a, b]) => half(a) === h && half(b) === h)
      const sets = mergeByAverage(reports.length, within, leastLikeness).filter((set) => half(set[0]!) === h)
      percent(`cross-validated, half ${h + 1} alone`, sets)
    }
  }
  percent(
    'every report alone',
    reports.map((_, i) => [i]),
  )
  row('reports', reports.length)
  for (const name of ['basil', 'newswcl50']) {
    const others = readGroups(data, `${name}-${split}`)
    const sets = groupReports(others.map(({ report }) => report))
    const at = new Map(others.map(({ report }, i) => [report.id, i]))
    const { precision, recall, f1 } = bCubed(
      sets.map((group) => group.reports.map((id) => at.get(id)!)),
      (i) => others[i]!.group,
    )
    if (others.length > 0)
      row(`${name} B3 F1 (P ${(100 * precision).toFixed(1)} R ${(100 * recall).toFixed(1)})`, 100 * f1)
  }
  row('reports a minute', (60 * reports.length) / seconds)
  return { suite: 'grouping', split, rows }
}
