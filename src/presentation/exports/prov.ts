import type { Story } from '../story.js'
import { reportIri, storyIri } from './iris.js'

/** PROV-O as JSON-LD: which claim was derived from which statements, quoted from which report, attributed to whom, on whom reports lean. */
export function prov(story: Story): string {
  const { findings } = story
  const base = storyIri(findings)
  const iri = (id: string): string => `${base}:${id}`
  const ref = (id: string) => ({ '@id': id })
  const program = `urn:stemma:program:${findings.stemma}`
  const sourceOf = (id: string): string => {
    const report = story.reports.get(id)
    return report === undefined ? iri(id) : reportIri(report)
  }
  const leaned = new Map<string, Set<string>>()
  for (const { to, from } of findings.derivations)
    if (story.reports.has(from)) leaned.set(to, (leaned.get(to) ?? new Set()).add(from))
  // Whoever is named as a source is an agent, whatever else it is: "Moscow said", "the book says".
  const spoke = new Set(findings.statements.flatMap((statement) => statement.chain.slice(1)))
  const graph = [
    { '@id': program, '@type': 'prov:SoftwareAgent', 'rdfs:label': `Stemma ${findings.stemma}` },
    {
      '@id': iri('reading'),
      '@type': 'prov:Activity',
      'rdfs:label': findings.story.title,
      'prov:wasAssociatedWith': ref(program),
      'prov:used': findings.reports.map((report) => ref(reportIri(report))),
    },
    ...findings.entities.map((entity) => ({
      '@id': iri(entity.id),
      '@type':
        entity.type === 'person'
          ? ['prov:Agent', 'prov:Person']
          : entity.type === 'organisation'
            ? ['prov:Agent', 'prov:Organization']
            : entity.type === 'group' || spoke.has(entity.id)
              ? 'prov:Agent'
              : 'prov:Entity',
      'rdfs:label': entity.name,
    })),
    ...findings.reports.map((report) => ({
      '@id': reportIri(report),
      '@type': 'prov:Entity',
      'rdfs:label': report.title ?? report.source,
      ...(report.outlet === null
        ? {}
        : {
            'prov:wasAttributedTo': {
              '@id': iri(`outlet-${report.id}`),
              '@type': 'prov:Agent',
              'rdfs:label': report.outlet,
            },
          }),
      ...(leaned.has(report.id)
        ? { 'prov:wasDerivedFrom': [...leaned.get(report.id)!].map((from) => ref(sourceOf(from))) }
        : {}),
    })),
    ...findings.statements.map((statement) => ({
      '@id': iri(statement.id),
      '@type': 'prov:Entity',
      'prov:value': (story.reports.get(statement.report)?.text ?? '').slice(statement.start, statement.end),
      'rdfs:label': statement.gist,
      'prov:wasQuotedFrom': ref(sourceOf(statement.report)),
      ...(statement.chain.length < 2
        ? {}
        : { 'prov:wasAttributedTo': statement.chain.slice(1).map((link) => ref(iri(link))) }),
    })),
    ...findings.claims.map((claim) => ({
      '@id': iri(claim.id),
      '@type': 'prov:Entity',
      'rdfs:label': claim.gist,
      'prov:wasDerivedFrom': claim.statements.map((id) => ref(iri(id))),
      'prov:wasGeneratedBy': ref(iri('reading')),
    })),
  ]
  const document = {
    '@context': { prov: 'http://www.w3.org/ns/prov#', rdfs: 'http://www.w3.org/2000/01/rdf-schema#' },
    '@graph': graph,
  }
  return `${JSON.stringify(document, null, 2)}\n`
}
