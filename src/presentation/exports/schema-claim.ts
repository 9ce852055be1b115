import { extentOf } from '../dates.js'
import { reportsOf, type Story } from '../story.js'
import { storyIri, webAddress } from './iris.js'

/**
 * schema.org Claim: what is claimed, in which reports it appears and in which first, whose word it is.
 * Never a ClaimReview: Stemma gives no verdict.
 */
export function schemaClaim(story: Story): string {
  const { findings } = story
  const iri = (id: string): string => `${storyIri(findings)}:${id}`
  const published = (id: string): number =>
    extentOf(story.reports.get(id)?.published ?? '')?.from ?? Number.POSITIVE_INFINITY
  const articles = findings.reports.map((report) => {
    const url = webAddress(report)
    return {
      '@type': 'NewsArticle',
      '@id': iri(report.id),
      ...(report.title === null ? {} : { headline: report.title }),
      ...(url === null ? {} : { url }),
      ...(report.outlet === null ? {} : { publisher: { '@type': 'Organization', name: report.outlet } }),
      ...(isIsoDate(report.published) ? { datePublished: report.published } : {}),
    }
  })
  const claims = findings.claims.map((claim) => {
    const reports = reportsOf(claim, story)
    const dated = reports.filter((id) => Number.isFinite(published(id)))
    // Which came first can be told only where every report that carries the claim is dated.
    const [first] = dated.length === reports.length ? [...dated].sort((a, b) => published(a) - published(b)) : []
    const authors = claim.roots.flatMap((root) => {
      const entity = story.entities.get(root)
      if (entity === undefined || entity.names.length === 0) return []
      if (entity.type === 'person') return [{ '@type': 'Person', name: entity.name }]
      return entity.type === 'organisation' ? [{ '@type': 'Organization', name: entity.name }] : []
    })
    return {
      '@type': 'Claim',
      '@id': iri(claim.id),
      text: claim.gist,
      appearance: reports.map((id) => ({ '@id': iri(id) })),
      ...(first === undefined ? {} : { firstAppearance: { '@id': iri(first) } }),
      ...(authors.length === 0 ? {} : { author: authors }),
    }
  })
  return `${JSON.stringify({ '@context': 'https://schema.org', '@graph': [...articles, ...claims] }, null, 2)}\n`
}

function isIsoDate(published: string | null): published is string {
  return published !== null && /^\d{4}(-\d\d(-\d\d(T\d\d:\d\d)?)?)?$/.test(published)
}
