import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Entity } from '../../model/findings.js'
import type { Story } from '../story.js'
import { storyIri, webAddress } from './iris.js'

/** FollowTheMoney, one entity a line: people, bodies, places and articles, and which article speaks of whom. */
export function ftm(story: Story): string {
  const { findings } = story
  // Ids are hashes of the story and its parts, so that the same findings meet themselves again in a database.
  const id = (part: string): string => bytesToHex(sha256(utf8ToBytes(`${storyIri(findings)}:${part}`))).slice(0, 40)
  const articles = findings.reports.map((report) => {
    const url = webAddress(report)
    return row(id(report.id), 'Article', {
      name: [report.title ?? report.source],
      title: list(report.title),
      author: list(report.byline),
      publisher: list(report.outlet),
      publishedAt: /^\d{4}(-\d\d(-\d\d)?)?/.test(report.published ?? '') ? [report.published!.slice(0, 10)] : [],
      sourceUrl: list(url),
      fileName: [report.source.split(/[\\/]/).at(-1) || report.source],
      bodyText: [report.text],
    })
  })
  const named = findings.entities.filter((entity) => entity.names.length > 0 && schemaOf(entity) !== null)
  const entities = named.map((entity) =>
    row(id(entity.id), schemaOf(entity)!, {
      ...(entity.type === 'place' ? { full: [entity.name] } : { alias: entity.names.filter((n) => n !== entity.name) }),
      name: [entity.name],
      ...(entity.type === 'person' ? { position: entity.roles } : {}),
      ...(entity.place === undefined
        ? {}
        : { latitude: [String(entity.place.lat)], longitude: [String(entity.place.lon)] }),
    }),
  )
  const ties = named.flatMap((entity) => {
    const count = new Map<string, number>()
    for (const { report } of entity.mentions) count.set(report, (count.get(report) ?? 0) + 1)
    return [...count].map(([report, n]) =>
      row(id(`${entity.id}-${report}`), 'Documentation', {
        document: [id(report)],
        entity: [id(entity.id)],
        role: [`mentioned ${n} ${n === 1 ? 'time' : 'times'}`],
      }),
    )
  })
  return [...articles, ...entities, ...ties].map((one) => `${JSON.stringify(one)}\n`).join('')
}

function row(id: string, schema: string, properties: Readonly<Record<string, readonly string[]>>) {
  return {
    id,
    schema,
    properties: Object.fromEntries(Object.entries(properties).filter(([, values]) => values.length > 0)),
  }
}

function schemaOf({ type }: Entity): string | null {
  return {
    person: 'Person',
    organisation: 'Organization',
    group: 'LegalEntity',
    place: 'Address',
    work: null,
    event: null,
  }[type]
}

function list(value: string | null): string[] {
  return value === null ? [] : [value]
}
