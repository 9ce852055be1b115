import type { Findings } from '../model/findings.js'

/** Findings as JSON, two spaces deep, fields in the order they were built, a line break at the end: the same findings give the same bytes. */
export function renderJson(findings: Findings): string {
  return `${JSON.stringify(findings, null, 2)}\n`
}
