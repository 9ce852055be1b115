import { Model } from '@alephdata/followthemoney'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-csl'
import { createRequire } from 'node:module'
// @ts-expect-error it has no types of its own
import { Cite } from '@citation-js/core'
import { check } from '@placemarkio/check-geojson'
import jsonld from 'jsonld'
import MarkdownIt from 'markdown-it'
import footnotes from 'markdown-it-footnote'
import Papa from 'papaparse'
import type { Claim, Graph } from 'schema-dts'
import { describe, expect, test } from 'vitest'
import { formNames } from '../../src/presentation/exports/form-names.js'
import { forms } from '../../src/presentation/exports/forms.js'
import { codePoints } from '../../src/presentation/exports/web-annotation.js'
import { findingsSchema } from '../../src/presentation/schema.js'
import { storyOf } from '../../src/presentation/story.js'
import { goldFindings } from '../room/gold-findings.js'
import { hostileFindings } from '../room/hostile.js'
import { exampleFindings } from './findings.js'
import { breaches, contexts, readVocabularies } from './vocabularies.js'

// Each form is read by a program this project did not write, on a story with everything in it, on the small findings, and on hostile reports.
const gold = goldFindings()
const withPlace = {
  ...gold,
  entities: gold.entities.map((e) =>
    e.type === 'place'
      ? { ...e, place: { lat: 54.35, lon: 18.65, precision: 'region' as const, gazetteer: 'cities' } }
      : e,
  ),
}
const stories = [
  ['the lighthouse', withPlace],
  ['small findings', exampleFindings],
  ['hostile reports', hostileFindings()],
] as const
const vocabulary = readVocabularies()
/** A document of linked data with every term in full; a term that its context does not know is an error. */
const expand = (text: string) =>
  jsonld.expand(JSON.parse(text), {
    safe: true,
    documentLoader: (url) => {
      const context = contexts[url]
      if (context === undefined) throw new Error(`no context is kept for ${url}`)
      return Promise.resolve({ documentUrl: url, document: { '@context': context } })
    },
  } as Parameters<typeof jsonld.expand>[1])
const render = (name: string, findings: (typeof stories)[number][1]): string =>
  forms.find((form) => form.name === name)!.render(storyOf(findings))

test('the names of the command line are those of the forms, and the page', () => {
  expect([...formNames].sort()).toEqual([...forms.map((form) => form.name), 'html'].sort())
})

for (const [name, findings] of stories) {
  describe(name, () => {
    test('json passes the published schema', () => {
      expect(findingsSchema.safeParse(JSON.parse(render('json', findings))).error?.issues ?? []).toEqual([])
    })

    for (const [form, count] of [
      ['csv', findings.claims.length],
      ['csv-statements', findings.statements.length],
      ['csv-conflicts', findings.conflicts.flatMap((x) => x.sides.flatMap((side) => side.evidence)).length],
      ['csv-attributions', findings.attributions.length],
    ] as const) {
      test(`${form} is a table: Papa Parse reads ${count} rows, no cell is a formula`, () => {
        const { data, errors } = Papa.parse<Record<string, string>>(render(form, findings), {
          header: true,
          skipEmptyLines: true,
        })
        expect(errors.filter((error) => error.code !== 'UndetectableDelimiter')).toEqual([])
        expect(data.length).toBe(count)
        expect(data.flatMap((row) => Object.values(row)).filter((cell) => /^[=+@]/.test(cell))).toEqual([])
      })
    }

    test('statements.csv gives the exact words', () => {
      const { data } = Papa.parse<Record<string, string>>(render('csv-statements', findings), {
        header: true,
        skipEmptyLines: true,
      })
      for (const row of data) {
        const text = findings.reports.find((report) => report.id === row['report'])!.text
        const words = text.slice(Number(row['start']), Number(row['end']))
        expect([words, `'${words}`]).toContain(row['words'])
      }
    })

    test('markdown: markdown-it finds every footnote and no markup of a report', () => {
      const html = new MarkdownIt({ html: true, linkify: true }).use(footnotes).render(render('markdown', findings))
      const quotations =
        findings.claims.flatMap((claim) => claim.statements).length +
        findings.conflicts.flatMap((x) => x.sides.flatMap((s) => s.evidence)).length
      expect(html.match(/class="footnote-item"/g)?.length ?? 0).toBe(quotations)
      expect(html).not.toMatch(/<(?:script|style|img|b)\b/)
      expect(html).not.toMatch(/href="(?!#fn)/)
    })

    test('Web Annotations: both selectors lead to the same words', () => {
      const page = JSON.parse(render('web-annotation', findings))
      expect(page.items.length).toBe(findings.statements.length)
      for (const { target } of page.items) {
        const [quote, position] = target.selector
        const texts = findings.reports.map((report) => report.text)
        const found = texts.some((text) => {
          const points = [...text]
          return (
            points.slice(position.start, position.end).join('') === quote.exact &&
            text.includes(quote.prefix + quote.exact + quote.suffix)
          )
        })
        expect(found, quote.exact).toBe(true)
      }
    })

    for (const form of ['web-annotation', 'prov', 'claim'])
      test(`${form}: every class and property is one of its published vocabulary and stands where it may`, async () => {
        const document = await expand(render(form, findings))
        expect(breaches(document, vocabulary)).toEqual([])
        // Nothing got lost: a term that no context knows would be dropped.
        expect(JSON.stringify(document).length).toBeGreaterThan(500)
      })

    test('PROV-O: jsonld expands it, and everything it speaks of is there', async () => {
      const nodes = (await jsonld.expand(JSON.parse(render('prov', findings)))) as {
        '@id': string
        '@type': string[]
        [key: string]: unknown
      }[]
      const ids = new Set(nodes.map((node) => node['@id']))
      const derived = nodes.flatMap(
        (node) => (node['http://www.w3.org/ns/prov#wasDerivedFrom'] as { '@id': string }[] | undefined) ?? [],
      )
      expect(derived.length).toBeGreaterThan(0)
      expect(derived.filter((one) => !ids.has(one['@id']))).toEqual([])
      expect(nodes.every((node) => node['@type'].every((type) => type.startsWith('http://www.w3.org/ns/prov#')))).toBe(
        true,
      )
    })

    test('schema.org: claims with their appearances, and never a review', () => {
      // The type is schema-dts'; the keys below are those it has for a Claim.
      const graph = JSON.parse(render('claim', findings)) as Graph
      const claims = (graph['@graph'] as readonly { '@type': string; '@id': string }[]).filter(
        (one) => one['@type'] === 'Claim',
      )
      expect(claims.length).toBe(findings.claims.length)
      const keys: readonly (keyof Exclude<Claim, string> | '@type' | '@id')[] = [
        '@type',
        '@id',
        'text',
        'appearance',
        'firstAppearance',
        'author',
      ]
      for (const claim of claims)
        expect(Object.keys(claim).filter((key) => !(keys as readonly string[]).includes(key))).toEqual([])
      expect(JSON.stringify(graph)).not.toContain('ClaimReview')
    })

    test('FollowTheMoney: its own model knows every schema and property', () => {
      const model = new Model(createRequire(import.meta.url)('@alephdata/followthemoney/dist/defaultModel.json'))
      const rows = render('ftm', findings)
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
      expect(rows.length).toBeGreaterThanOrEqual(findings.reports.length)
      for (const row of rows) {
        const entity = model.getEntity(row)
        for (const name of Object.keys(row.properties))
          expect(entity.schema.hasProperty(name), `${row.schema}.${name}`).toBe(true)
        for (const name of entity.schema.required ?? [])
          expect(row.properties[name], `${row.schema} needs ${name}`).toBeDefined()
      }
    })

    test('TimelineJS: dates are dates, texts hold no markup', () => {
      const timeline = JSON.parse(render('timelinejs', findings))
      for (const { start_date, text, unique_id } of timeline.events) {
        expect(Number.isInteger(start_date.year), unique_id).toBe(true)
        expect(start_date.month >= 1 && start_date.month <= 12 && start_date.day >= 1 && start_date.day <= 31).toBe(
          true,
        )
        expect(`${text.headline}${text.text}`).not.toMatch(/[<>]/)
      }
      expect(timeline.title.text.headline).not.toMatch(/[<>]/)
    })

    test('GeoJSON passes check-geojson', () => {
      const collection = check(render('geojson', findings))
      expect(collection.type).toBe('FeatureCollection')
    })

    test('CSL-JSON and BibTeX: citation.js reads as many sources as there are reports', () => {
      const csl = new Cite(render('csl-json', findings))
      expect(csl.data.length).toBe(findings.reports.length)
      expect(csl.format('bibliography', { format: 'text' }).length).toBeGreaterThan(20)
      const bib = new Cite(render('bibtex', findings))
      expect(bib.data.map((one: { id: string }) => one.id)).toEqual(findings.reports.map((report) => report.id))
    })
  })
}

test('places of the lighthouse are points with their exactness', () => {
  const { features } = JSON.parse(render('geojson', withPlace))
  expect(features.length).toBeGreaterThan(0)
  expect(features[0]!.properties.precision).toBe('region')
})

test('a class or property that no vocabulary has, or that stands at the wrong thing, is found', async () => {
  const prov = 'http://www.w3.org/ns/prov#'
  const context = { '@context': { prov } }
  const wrong = {
    '@id': 'urn:a',
    '@type': 'prov:Activity',
    'prov:wasQuotedFrom': { '@id': 'urn:b' },
    'prov:wasHeard': 1,
  }
  expect(breaches(await jsonld.expand({ ...context, ...wrong }), vocabulary)).toEqual([
    `there is no property ${prov}wasHeard`,
    `${prov}wasQuotedFrom does not belong to a ${prov}Activity`,
  ])
})

test('positions in code points: a letter beyond the first plane counts as one', () => {
  const at = codePoints('a😀b😀c')
  expect([0, 1, 3, 4, 6].map(at)).toEqual([0, 1, 2, 3, 4])
})

test('an address that is no address of the web is no link', () => {
  const hostile = stories[2][1]
  expect(render('csl-json', hostile)).not.toContain('"URL"')
  expect(render('bibtex', hostile)).not.toContain('url =')
  expect(render('prov', hostile)).not.toContain('javascript:')
})
