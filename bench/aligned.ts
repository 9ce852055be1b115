import { align } from '../src/alignment/alignment.js'
import type { Models } from '../src/analyse.js'
import { readLanguage } from '../src/language/language.js'
import type { Alignment } from '../src/model/alignment.js'
import type { Reading } from '../src/model/reading.js'
import type { Report } from '../src/model/report.js'
import { findStatements } from '../src/statements/statements.js'

/** The stages up to the alignment, as in src/analyse.ts: for suites that measure what comes after it. */
export function aligned(
  reports: readonly Report[],
  models: Models,
): { readonly readings: readonly Reading[]; readonly alignment: Alignment } {
  const readings = reports.map((report) => readLanguage(report, models.language))
  const found = readings.map((reading) => ({ reading, found: findStatements(reading, models) }))
  return { readings, alignment: align(found, models.alignment) }
}
