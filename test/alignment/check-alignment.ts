import { expect } from 'vitest'
import { align } from '../../src/alignment/alignment.js'
import { readLanguage } from '../../src/language/language.js'
import type { Alignment } from '../../src/model/alignment.js'
import type { Statement } from '../../src/model/findings.js'
import type { Report } from '../../src/model/report.js'
import { findStatements } from '../../src/statements/statements.js'
import { models } from '../check-story.js'

/** Reads invented reports, published on 2024-06-15, called r1, r2 … in their order, and aligns them. */
export function alignTexts(...texts: readonly string[]): Alignment {
  const { language, alignment } = models()
  return align(
    texts.map((text, i) => {
      const reading = readLanguage(reportOf(text, i), language)
      return { reading, found: findStatements(reading) }
    }),
    alignment,
  )
}

function reportOf(text: string, i: number): Report {
  return {
    id: `r${i + 1}`,
    source: `r${i + 1}`,
    text,
    sha256: `${text.length} ${text}`,
    title: null,
    outlet: null,
    byline: null,
    published: '2024-06-15',
    publishedBecause: 'given',
    furniture: [],
  }
}

/** The statement whose gist holds these words; fails where there is none. */
export function statementWith(words: string, { statements }: Alignment, report?: string): Statement {
  const found = statements.find((s) => s.gist.includes(words) && (report === undefined || s.report === report))
  if (!found)
    expect.fail(`no statement "${words}" among:\n${statements.map((s) => `${s.report} ${s.gist}`).join('\n')}`)
  return found
}

/** Whether the statements with these words, of the first and of the second report, are of one claim. */
export function areJoined(first: string, second: string, alignment: Alignment): boolean {
  const [a, b] = [statementWith(first, alignment, 'r1'), statementWith(second, alignment, 'r2')]
  return alignment.claims.some(({ statements }) => statements.includes(a.id) && statements.includes(b.id))
}

/** The rule by which two statements are neighbours; undefined where they are not. */
export function neighbourRule(first: string, second: string, alignment: Alignment): string | undefined {
  const [a, b] = [statementWith(first, alignment, 'r1'), statementWith(second, alignment, 'r2')]
  return alignment.neighbours.find(({ statements }) => statements.includes(a.id) && statements.includes(b.id))?.because
    .rule
}

/** The entities that bear a name of which these words are a part, each as its names in order. */
export function namesWith(words: string, { entities }: Alignment): string[] {
  return entities
    .filter(({ names }) => names.some((name) => name.includes(words)))
    .map(({ names }) => [...names].sort().join(' / '))
    .sort()
}
