import { expect } from 'vitest'
import { type LanguageModels, loadLanguage, readLanguage } from '../../src/language/language.js'
import type { Reading } from '../../src/model/reading.js'
import type { Report } from '../../src/model/report.js'
import type { Range } from '../../src/model/span.js'
import type { PlainStatement, ReportStatements, Voice, VoicedAttribution } from '../../src/model/statements.js'
import { type AttributionTagger, attributionTaggerFromBytes } from '../../src/statements/attribution/tagger/tagger.js'
import { findStatements } from '../../src/statements/statements.js'
import { readModel } from '../../src/storage/models.js'

/**
 * Reads a piece of invented news, published on 2024-06-15 by The Brennick Herald, and expects these statements among those found.
 * A line is "outlet < gazette < holm | claimed | The bridge fell | 2024-06": chain, stance, gist and date; the date may be left out,
 * a voice is found by a part of its name, a gist by a part of it, and "not" before the gist asks for a negative statement.
 */
export function checkStatements(text: string, lines: readonly string[]): void {
  const { reading, found } = readNews(text)
  checkLaws(reading, found)
  const printed = found.statements.map((statement) => statementLine(statement, reading))
  const missing = lines.filter((line) => !found.statements.some((statement) => fits(line, statement, reading)))
  expect(
    missing,
    `not among:\n${printed.join('\n')}\n${found.attributions.map((a) => trace(a, reading)).join('\n')}`,
  ).toEqual([])
}

/** Expects no statement whose gist begins with any of these words. */
export function checkNoStatement(text: string, words: readonly string[]): void {
  const { reading, found } = readNews(text)
  checkLaws(reading, found)
  const gists = found.statements.map(({ gist }) => gist)
  expect(gists.filter((gist) => words.some((word) => gist.toLowerCase().startsWith(word.toLowerCase())))).toEqual([])
}

/** Expects these attributions among those found, each "outlet < gazette < holm | words of the content". */
export function checkVoices(
  text: string,
  lines: readonly string[],
  { tagger = null }: { readonly tagger?: AttributionTagger | null } = {},
): void {
  const { reading, found } = readNews(text, tagger)
  checkLaws(reading, found)
  const missing = lines.filter(
    (line) => !found.attributions.some((attribution) => voiceFits(line, attribution, reading)),
  )
  expect(missing, `not among:\n${found.attributions.map((a) => trace(a, reading)).join('\n')}`).toEqual([])
}

/** The reading of a piece of invented news and what the stage finds in it. */
export function readNews(
  text: string,
  tagger: AttributionTagger | null = null,
): { reading: Reading; found: ReportStatements } {
  const report: Report = {
    id: 'r1',
    source: 'test',
    text,
    sha256: '',
    title: null,
    outlet: 'The Brennick Herald',
    byline: null,
    published: '2024-06-15',
    publishedBecause: 'given',
    furniture: [],
  }
  const reading = readLanguage(report, languageModels())
  return { reading, found: findStatements(reading, { tagger }) }
}

/** The shipped tagger of attributions. */
export function shippedTagger(): AttributionTagger {
  loadedTagger ??= attributionTaggerFromBytes(readModel('attribution.bin'), languageModels().grammar.classes)
  return loadedTagger
}

let loaded: LanguageModels | undefined
let loadedTagger: AttributionTagger | undefined

function languageModels(): LanguageModels {
  loaded ??= loadLanguage(readModel)
  return loaded
}

/** What holds of every reading: positions inside the text, links that resolve, chains that begin with the report. */
function checkLaws(reading: Reading, { attributions, statements }: ReportStatements): void {
  const inside = ({ start, end }: Range) => start >= 0 && start < end && end <= reading.report.text.length
  for (const { content, cue, source, chain, because } of attributions) {
    expect([...content, ...cue, ...source, ...because.spans].every(inside)).toBe(true)
    expect(chain[0]).toBe('outlet')
    expect(chain.slice(1).every((link) => typeof link === 'number' && link < reading.characters.length)).toBe(true)
  }
  for (const statement of statements) {
    expect(inside(statement)).toBe(true)
    expect(statement.end - statement.start).toBeLessThanOrEqual(500)
    expect(statement.attribution === null ? ['outlet'] : attributions[statement.attribution]?.chain).toEqual(
      statement.chain,
    )
    expect(statement.roles.every(inside)).toBe(true)
  }
}

function fits(line: string, statement: PlainStatement, reading: Reading): boolean {
  const [chain = '', stance = '', gist = '', when] = line.split('|').map((part) => part.trim())
  const negative = gist.startsWith('not ')
  return (
    chainFits(chain, statement.chain, reading) &&
    stance === statement.stance &&
    negative === (statement.polarity === 'negative') &&
    statement.gist.toLowerCase().includes(gist.replace(/^not /, '').toLowerCase()) &&
    (when === undefined || statement.when?.edtf === when)
  )
}

function voiceFits(line: string, { chain, content }: VoicedAttribution, reading: Reading): boolean {
  const [voices = '', words = ''] = line.split('|').map((part) => part.trim())
  return (
    chainFits(voices, chain, reading) &&
    content
      .map(({ start, end }) => reading.report.text.slice(start, end))
      .join(' … ')
      .includes(words)
  )
}

function chainFits(line: string, chain: readonly Voice[], reading: Reading): boolean {
  const wanted = line.split('<').map((voice) => voice.trim().toLowerCase())
  return (
    wanted.length === chain.length &&
    wanted.every((voice, i) => voiceName(chain[i]!, reading).toLowerCase().includes(voice))
  )
}

function voiceName(voice: Voice, reading: Reading): string {
  if (voice === 'outlet') return 'outlet'
  return reading.characters[voice]?.name ?? 'unnamed'
}

function statementLine(statement: PlainStatement, reading: Reading): string {
  const { chain, stance, gist, when, polarity } = statement
  const date = when ? ` | ${when.edtf}` : ''
  return `${chain.map((voice) => voiceName(voice, reading)).join(' < ')} | ${stance} | ${polarity === 'negative' ? 'not ' : ''}${gist}${date}`
}

function trace({ chain, content, because }: VoicedAttribution, reading: Reading): string {
  const words = content.map(({ start, end }) => reading.report.text.slice(start, end)).join(' … ')
  return `${because.rule}: ${chain.map((voice) => voiceName(voice, reading)).join(' < ')} | ${words}`
}
