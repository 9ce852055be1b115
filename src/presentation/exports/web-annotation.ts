import { firstWhere } from '../../model/halving.js'
import { reportsOf, type Story, standingWords } from '../story.js'
import { reportIri, storyIri } from './iris.js'

const around = 32

/**
 * W3C Web Annotation: one annotation a statement, its words selected by quotation and by position.
 * Positions count Unicode code points, as the recommendation asks; findings count UTF-16 units.
 */
export function webAnnotation(story: Story): string {
  const { findings } = story
  const points = new Map(findings.reports.map((report) => [report.id, codePoints(report.text)]))
  const items = findings.statements.flatMap((statement) => {
    const report = story.reports.get(statement.report)
    const count = points.get(statement.report)
    const claim = story.claimOf.get(statement.id)
    if (report === undefined || count === undefined) return []
    const { start, end } = statement
    return [
      {
        id: `${storyIri(findings)}:${statement.id}`,
        type: 'Annotation',
        motivation: 'describing',
        body: [
          { type: 'TextualBody', value: statement.gist, format: 'text/plain', language: 'en', purpose: 'describing' },
          ...(claim === undefined
            ? []
            : [
                {
                  type: 'TextualBody',
                  value: `${claim.id}: ${standingWords(reportsOf(claim, story).length, claim.independent)}`,
                  format: 'text/plain',
                  language: 'en',
                  purpose: 'classifying',
                },
              ]),
        ],
        target: {
          type: 'SpecificResource',
          source: reportIri(report),
          selector: [
            {
              type: 'TextQuoteSelector',
              exact: report.text.slice(start, end),
              prefix: report.text.slice(Math.max(0, start - around), start),
              suffix: report.text.slice(end, end + around),
            },
            { type: 'TextPositionSelector', start: count(start), end: count(end) },
          ],
        },
      },
    ]
  })
  const page = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `${storyIri(findings)}:annotations`,
    type: 'AnnotationPage',
    startIndex: 0,
    items,
  }
  return `${JSON.stringify(page, null, 2)}\n`
}

/** How many code points stand before a UTF-16 position; quick where the text has none beyond the first plane. */
export function codePoints(text: string): (position: number) => number {
  const pairs: number[] = []
  for (const found of text.matchAll(/[\u{10000}-\u{10ffff}]/gu)) pairs.push(found.index)
  return (position) => position - firstWhere(pairs, (pair) => pair >= position)
}
