import type { Conflict, ConflictKind, ConflictSide } from '../../model/findings.js'
import { joined } from '../../model/joined.js'
import { type Answer, conflictOf, type FoundConflict } from '../sides.js'

/** Two answers that do not agree. */
export interface Quarrel {
  readonly one: Answer
  readonly other: Answer
}

/** Quarrels that share a statement are one conflict with several sides. */
export function conflictsOf(
  quarrels: readonly Quarrel[],
  kind: ConflictKind,
  severity: Conflict['severity'],
  rule: string,
  note: (sides: readonly ConflictSide[]) => string,
  update = false,
): FoundConflict[] {
  const { join, setOf } = joined()
  for (const { one, other } of quarrels) join(placeOf(one), placeOf(other))
  const groups = new Map<string, Map<string, Answer>>()
  for (const { one, other } of quarrels)
    for (const answer of [one, other]) {
      const root = setOf(placeOf(answer))
      const group = groups.get(root) ?? new Map<string, Answer>()
      groups.set(root, group.set(`${answer.value} ${placeOf(answer)}`, answer))
    }
  return [...groups.values()].flatMap((group) => conflictOf(kind, severity, rule, [...group.values()], note, update))
}

function placeOf({ evidence: { report, start, end } }: Answer): string {
  return `${report} ${start} ${end}`
}
