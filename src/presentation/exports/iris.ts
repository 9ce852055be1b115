import type { Findings } from '../../model/findings.js'
import type { Report } from '../../model/report.js'

/** "urn:stemma:6f1a…": names a story wherever its findings go. */
export function storyIri({ story }: Findings): string {
  return `urn:stemma:${encodeURIComponent(story.id)}`
}

/** The address a report gives for itself where it is one of the web, else a name made of its hash. */
export function reportIri(report: Report): string {
  return webAddress(report) ?? `urn:sha256:${report.sha256}`
}

/** The report's address, only where it is http or https and well formed. */
export function webAddress(report: Report): string | null {
  const address = report.url ?? report.source
  if (!/^https?:\/\//i.test(address)) return null
  try {
    return new URL(address).href
  } catch {
    return null
  }
}
