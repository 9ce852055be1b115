import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pairsOf, type ScoredPair } from '../src/grouping/grouping.js'
import { features } from '../src/grouping/likeness.js'
import { readReport } from '../src/intake/intake.js'
import type { Report } from '../src/model/report.js'
import { dataFolder } from './sources.js'
import type { Flags } from './train.js'

/** A report and the incident that it is known to tell of. */
export interface KnownReport {
  readonly report: Report
  readonly group: string
}

/** The reports of SemEval-2018 Task 5 with their incidents. */
export function readIncidents(data: string, split: 'dev' | 'test'): KnownReport[] {
  return readKnown(join(data, `semeval2018-t5/docs-${split}.jsonl`))
}

/** The reports of a file of ../shared/data/story-groups with their groups; none where it is not there. */
export function readGroups(data: string, name: string): KnownReport[] {
  const path = join(data, `story-groups/${name}.jsonl`)
  return existsSync(path) ? readKnown(path) : []
}

function readKnown(path: string): KnownReport[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => {
      const row = JSON.parse(line) as {
        group: string
        id: string
        date: string | null
        title: string | null
        text: string
      }
      const { report } = readReport({
        id: row.id,
        source: `${row.id}.txt`,
        bytes: new TextEncoder().encode(`${row.title ?? ''}\n\n${row.text}`),
        ...(row.date ? { published: row.date.slice(0, 10) } : {}),
      })
      return report ? [{ report, group: row.group }] : []
    })
}

/** Weights for the features of `src/grouping/likeness.ts`: logistic regression by AdaGrad, the examples in a fixed random order. */
export function trainLikeness(
  examples: readonly { readonly figures: readonly number[]; readonly same: boolean }[],
): number[] {
  const weights = features.map(() => 0)
  const squares = features.map(() => 1e-6)
  let seed = 1
  for (let step = 0; step < 30 * examples.length; step++) {
    seed = (seed * 1103515245 + 12345) % 2147483648
    const { figures, same } = examples[seed % examples.length]!
    const sum = figures.reduce((total, figure, i) => total + figure * weights[i]!, 0)
    const error = 1 / (1 + Math.exp(-sum)) - (same ? 1 : 0)
    figures.forEach((figure, i) => {
      const slope = error * figure + 1e-6 * weights[i]!
      squares[i]! += slope * slope
      weights[i]! -= (0.3 * slope) / Math.sqrt(squares[i]!)
    })
  }
  return weights.map((weight) => Math.round(weight * 100) / 100)
}

/** Which half of the incidents one belongs to; the same on every machine. */
export function halfOf(group: string): 0 | 1 {
  let sum = 0
  for (const character of group) sum = (sum * 31 + character.charCodeAt(0)) >>> 0
  return (sum % 2) as 0 | 1
}

/** The pairs as examples. */
export function examplesOf(
  pairs: readonly ScoredPair[],
  known: readonly KnownReport[],
): { readonly figures: readonly number[]; readonly same: boolean }[] {
  return pairs.map(({ one, other, figures }) => ({ figures, same: known[one]!.group === known[other]!.group }))
}

/** Trains on all development incidents and prints what goes into `src/grouping/weights.ts`. */
export function train({ data }: Flags): void {
  const known = readIncidents(dataFolder(data), 'dev')
  const weights = trainLikeness(examplesOf(pairsOf(known.map(({ report }) => report)), known))
  console.log(weights.join(', '))
}
