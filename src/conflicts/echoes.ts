import type { Derivation } from '../model/findings.js'
import type { Reading } from '../model/reading.js'
import type { FoundConflict } from './sides.js'

/**
 * "“44” (two reports), “41” (one report)." → "… The Brennick Herald rewrites Halyard News Agency: together they are one voice."
 *
 * Reports that lean on one text are one side and weigh as one: where a side counts both, its note says so.
 */
export function withEchoes(
  conflict: FoundConflict,
  derivations: readonly Derivation[],
  readings: readonly Reading[],
): FoundConflict {
  const names = new Map(readings.map(({ report }) => [report.id, report.outlet ?? report.id]))
  const sides = conflict.sides.map(({ evidence }) => new Set(evidence.map(({ report }) => report)))
  const echoes = derivations.filter(
    ({ kind, to, from }) => kind === 'rewrites' && sides.some((reports) => reports.has(to) && reports.has(from)),
  )
  const told = new Set(
    echoes.map(
      ({ to, from }) => `${names.get(to) ?? to} rewrites ${names.get(from) ?? from}: together they are one voice.`,
    ),
  )
  return told.size === 0 ? conflict : { ...conflict, note: [conflict.note, ...told].join(' ') }
}
