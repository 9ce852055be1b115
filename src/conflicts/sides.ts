import type { ConflictSide, Statement } from '../model/findings.js'
import type { Range } from '../model/span.js'

/** Groups statements by the value they give; `valueIn` gives null where a statement says nothing on the matter. */
export function sidesBy(
  members: readonly Statement[],
  valueIn: (statement: Statement) => { readonly value: string; readonly words: Range } | null,
): (ConflictSide & { readonly value: string })[] {
  const sides = new Map<string, ConflictSide & { readonly value: string }>()
  for (const statement of members) {
    const found = valueIn(statement)
    if (!found) continue
    const known = sides.get(found.value)
    sides.set(found.value, {
      value: found.value,
      gist: known?.gist ?? statement.gist,
      statements: [...(known?.statements ?? []), statement.id],
      evidence: [...(known?.evidence ?? []), { report: statement.report, start: statement.start, end: statement.end }],
    })
  }
  return [...sides.values()]
}
