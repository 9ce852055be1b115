import { expect } from 'vitest'
import { align } from '../../src/alignment/alignment.js'
import { loadModels, type Models } from '../../src/analyse.js'
import { findConflicts } from '../../src/conflicts/conflicts.js'
import { readLanguage } from '../../src/language/language.js'
import type { Conflict } from '../../src/model/findings.js'
import type { Report } from '../../src/model/report.js'
import { findStatements } from '../../src/statements/statements.js'
import { readModel } from '../../src/storage/models.js'

let loaded: Models | undefined

/** The conflicts that the stage finds between pieces of invented news, each one report of 2024-06-15 and its outlet. */
export function conflictsIn(...texts: readonly string[]): readonly Conflict[] {
  loaded ??= loadModels(readModel)
  const models = loaded
  const readings = texts.map((text, i) => readLanguage(reportOf(text, i), models.language))
  const found = readings.map((reading) => ({ reading, found: findStatements(reading, models) }))
  const alignment = align(found, models.alignment)
  const conflicts = findConflicts({ readings, alignment, claims: [], derivations: [] })
  for (const conflict of conflicts) {
    expect(conflict.sides.length).toBeGreaterThan(1)
    for (const { evidence } of conflict.sides) {
      expect(evidence.length).toBeGreaterThan(0)
      for (const { report, start, end } of evidence) {
        expect(end).toBeLessThanOrEqual(texts[Number(report.slice(1)) - 1]!.length)
        expect(end - start).toBeGreaterThan(0)
        expect(end - start).toBeLessThanOrEqual(500)
      }
    }
  }
  return conflicts
}

/** Expects a conflict by this rule, and gives "kind severity" of it. */
export function foundBy(rule: string, ...texts: readonly string[]): string {
  const conflicts = conflictsIn(...texts)
  const hit = conflicts.find((c) => c.because.rule === rule)
  const others = conflicts.map((c) => `${c.because.rule}: ${c.note}`).join('\n')
  expect(hit, `not among:\n${others}`).toBeDefined()
  return `${hit!.kind} ${hit!.severity}${hit!.update ? ' update' : ''}`
}

/** The rules by which conflicts are found. */
export function rulesFor(...texts: readonly string[]): string[] {
  return conflictsIn(...texts).map((c) => c.because.rule)
}

function reportOf(text: string, i: number): Report {
  return {
    id: `r${i + 1}`,
    source: `test-${i + 1}`,
    text,
    sha256: `${i + 1}`,
    title: null,
    outlet: ['The Brennick Herald', 'Harbour Gazette', 'Tidings Now', 'Halyard'][i] ?? null,
    byline: null,
    published: '2024-06-15',
    publishedBecause: 'given',
    furniture: [],
  }
}
