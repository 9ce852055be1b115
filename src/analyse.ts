import { align } from './alignment/alignment.js'
import { type AlignmentModels, loadAlignment } from './alignment/models.js'
import { findConflicts } from './conflicts/conflicts.js'
import { gradeClaims } from './independence/grade.js'
import { findIndependence } from './independence/independence.js'
import { type LanguageModels, loadLanguage, readLanguage } from './language/language.js'
import type { Findings } from './model/findings.js'
import type { Report } from './model/report.js'
import { type AttributionTagger, attributionTaggerFromBytes } from './statements/attribution/tagger/tagger.js'
import { findStatements } from './statements/statements.js'
import { buildTimeline } from './timeline/timeline.js'
import { version } from './version.js'

export { leansMost, without } from './independence/without.js'

/** Everything Stemma has learnt beforehand. */
export interface Models {
  readonly language: LanguageModels
  /** Finds attributions beside the rules; null leaves them to the rules. */
  readonly tagger: AttributionTagger | null
  readonly alignment: AlignmentModels
}

/** Reads the models; `read` gives the bytes of a file in models/ by its name, and throws when there is none. */
export function loadModels(read: (name: string) => Uint8Array): Models {
  const language = loadLanguage(read)
  const tagger = attributionTaggerFromBytes(read('attribution.bin'), language.grammar.classes)
  return { language, tagger, alignment: loadAlignment(read, language.gazetteer) }
}

/**
 * Reads the reports of one story and says what is claimed, by whom, through whom, and where they cannot all be right.
 * Reports that are not in English stay in the findings and are not analysed.
 */
export function analyse(
  reports: readonly Report[],
  models: Models,
  { title }: { readonly title?: string } = {},
): Findings {
  const readings = reports
    .filter((r) => (r.language ?? 'en') === 'en')
    .map((report) => readLanguage(report, models.language))
  const alignment = align(
    readings.map((reading) => ({ reading, found: findStatements(reading, models) })),
    models.alignment,
  )
  const independence = findIndependence(readings, alignment)
  const { derivations } = independence
  const conflicts = findConflicts({ readings, alignment, claims: independence.claims, derivations })
  const claims = gradeClaims(independence.claims, conflicts)
  return {
    stemma: version,
    story: { id: storyId(reports), title: title ?? reports.find((r) => r.title !== null)?.title ?? 'Untitled' },
    reports,
    readings: readings.map(({ report, sentences, times, numbers }) => ({
      report: report.id,
      sentences: sentences.map(({ start, end, kind }) => ({ start, end, kind })),
      times,
      numbers,
    })),
    entities: independence.entities,
    attributions: alignment.attributions,
    statements: alignment.statements,
    claims,
    conflicts,
    derivations,
    timeline: buildTimeline(claims, alignment.statements, conflicts),
    notes: readings.flatMap((r) => r.notes),
  }
}

/** The same for the same reports in whatever order: made of their hashes. */
function storyId(reports: readonly Report[]): string {
  return [...reports.map((r) => r.sha256.slice(0, 4))].sort().join('').slice(0, 16) || 'empty'
}
