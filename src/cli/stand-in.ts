import type { Findings } from '../model/findings.js'
import type { Report } from '../model/report.js'

export interface Models {
  readonly loaded: boolean
}

/** Stands in for src/analyse.ts until that exists. */
export function analyse(reports: readonly Report[], _models: Models, options: { title?: string }): Findings {
  return {
    stemma: '0.1.0',
    story: { id: 'story', title: options.title ?? reports[0]?.title ?? '' },
    reports,
    readings: reports.map((report) => ({ report: report.id, sentences: [], times: [], numbers: [] })),
    entities: [],
    attributions: [],
    statements: [],
    claims: [],
    conflicts: [],
    derivations: [],
    timeline: [],
    notes: [],
  }
}

/** Stands in for the loader of src/analyse.ts. */
export function loadModels(_read: (name: string) => Uint8Array): Models {
  return { loaded: true }
}
