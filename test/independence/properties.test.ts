import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findIndependence } from '../../src/independence/independence.js'
import { without } from '../../src/independence/without.js'
import type { Findings } from '../../src/model/findings.js'
import { type Draft, type Line, storyOf, type Voice } from './story.js'

const voices: Voice[] = [
  { id: 'e1', name: 'Ottilie Brandt' },
  { id: 'e2', name: 'Dov Pereth' },
  { id: 'e3', name: 'Leona Castell' },
  { id: 'e4', called: ['a dockworker'] },
  { id: 'e5', name: 'The Harbour Gazette', type: 'organisation' },
  { id: 'e9', name: 'Imre Kovalt' },
]
const things =
  'lamp reef tower battery choir harbour mate keeper oilskins causeway ledger trawler beacon captain quay'.split(' ')
const claims = ['c1', 'c2', 'c3']

/** Reports of a few sentences, each sentence of words that no other report has. */
const stories = fc
  .array(
    fc.array(
      fc.record({
        claim: fc.constantFrom(...claims),
        chain: fc.constantFrom(undefined, ['e1'], ['e2'], ['e3'], ['e4'], ['e5'], ['e5', 'e1'], ['e2', 'e4']),
      }),
      { minLength: 2, maxLength: 5 },
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((reports) =>
    reports.map(
      (lines, r): Draft => ({
        id: `r${r + 1}`,
        published: `2024-06-${14 + r}`,
        lines: lines.map(
          ({ claim, chain }, i): Line => ({ words: sentence(`${r}${i}`), claim, ...(chain ? { chain } : {}) }),
        ),
      }),
    ),
  )

function sentence(key: string): string {
  return `${things.map((thing) => `${thing}${key}`).join(' ')}.`
}

function countsOf(drafts: readonly Draft[]): Map<string, number | null> {
  const { readings, alignment } = storyOf(drafts, voices)
  return new Map(findIndependence(readings, alignment).claims.map((c) => [c.id, c.independent]))
}

test('a copy of a report changes no count', () => {
  fc.assert(
    fc.property(stories, fc.nat(), (drafts, n) => {
      const copy = { ...drafts[n % drafts.length]!, id: 'r9', published: '2024-06-20' }
      expect(countsOf([...drafts, copy])).toEqual(countsOf(drafts))
    }),
  )
})

test('a new independent witness raises the count by one, or makes a first one', () => {
  fc.assert(
    fc.property(stories, (drafts) => {
      const before = findIndependence(...given(drafts)).claims
      const news: Draft = {
        id: 'r8',
        lines: claims.map((claim, i) => ({ words: sentence(`8${i}`), claim, chain: ['e9'] })),
      }
      const after = countsOf([...drafts, news])
      for (const claim of before) {
        const known = claim.witnesses.filter((w) => w.known).length
        expect(after.get(claim.id)).toBe(known + 1)
      }
    }),
  )
})

test('taking a source away never raises a count', () => {
  fc.assert(
    fc.property(stories, (drafts) => {
      const { readings, alignment } = storyOf(drafts, voices)
      const { claims, derivations, entities } = findIndependence(readings, alignment)
      const findings = {
        reports: readings.map((r) => r.report),
        statements: alignment.statements,
        claims,
        derivations,
        entities,
      }
      for (const { id } of [...entities, ...findings.reports]) {
        const rest = without(findings as unknown as Findings, id)!
        for (const { before, after } of [...rest.stands, ...rest.toOne, ...rest.weaker, ...rest.falls])
          expect(after ?? 0).toBeLessThanOrEqual(before ?? Number.POSITIVE_INFINITY)
      }
    }),
  )
})

test('the order of the reports changes nothing', () => {
  fc.assert(
    fc.property(stories, (drafts) => {
      const forwards = findIndependence(...given(drafts))
      const backwards = findIndependence(...given([...drafts].reverse()))
      const summary = ({ claims, derivations }: typeof forwards) => ({
        counts: claims.map((c) => [c.id, c.independent, c.roots]).sort(),
        edges: derivations.map((d) => `${d.to} ${d.from} ${d.kind}`).sort(),
      })
      expect(summary(backwards)).toEqual(summary(forwards))
    }),
  )
})

function given(drafts: readonly Draft[]): Parameters<typeof findIndependence> {
  const { readings, alignment } = storyOf(drafts, voices)
  return [readings, alignment]
}
