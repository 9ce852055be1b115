import type { Findings } from '../model/findings.js'
import type { Change, Without } from '../model/without.js'
import { counted, oneLine, styleFor, wrap } from './layout.js'

/** What becomes of the story when a source is taken away, for a person at a terminal. */
export function renderWithout(
  findings: Findings,
  { source, stands, toOne, weaker, falls }: Without,
  { width, color }: { readonly width: number; readonly color: boolean },
): string {
  const style = styleFor(color)
  const names = new Map([
    ...findings.entities.map((e) => [e.id, e.name] as const),
    ...findings.reports.map((r) => [r.id, r.outlet ?? r.id] as const),
  ])
  const who = [...new Set(source.map((id) => oneLine(names.get(id) ?? id)))].join(', ')
  const part = (title: string, changes: readonly Change[]) =>
    changes.length === 0
      ? []
      : [
          style.strong(`${title} (${changes.length})`),
          ...changes.flatMap((c) =>
            wrap(`${oneLine(c.gist)}  ${style.faint(counts(c))}`, width, `  ${c.claim.padEnd(6)} `),
          ),
          '',
        ]
  const untouched = findings.claims.length - [stands, toOne, weaker, falls].reduce((sum, list) => sum + list.length, 0)
  return `${[
    style.strong(`Without ${who}`),
    '',
    ...part('Falls', falls),
    ...part('Falls to one witness', toOne),
    ...part('Loses a witness', weaker),
    ...part('Stands as it did', stands),
    `${counted(untouched, 'claim has', 'claims have')} nothing to do with it.`,
  ].join('\n')}\n`
}

function counts({ before, after, left }: Change): string {
  const number = (n: number | null) => (n === null ? 'not countable' : String(n))
  return left === 0 ? 'nothing left' : `${number(before)} → ${number(after)}`
}
