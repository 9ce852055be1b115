import type { Claim, Conflict, ConflictSide, Entity, Findings, ReportReading, Statement } from '../model/findings.js'
import type { EntityType } from '../model/reading.js'
import type { Report } from '../model/report.js'
import type { Because, Range } from '../model/span.js'
import { describingClaims } from './descriptions.js'
import { counted, oneLine, type Style, styleFor, wrap } from './layout.js'

/** The parts of the text output, in the order they are printed. */
export const textParts = [
  'claims',
  'conflicts',
  'timeline',
  'sentences',
  'entities',
  'dates',
  'numbers',
  'statements',
  'notes',
] as const

const reportParts: readonly TextPart[] = ['sentences', 'entities', 'dates', 'numbers', 'statements']

export type TextPart = (typeof textParts)[number]

export interface TextOptions {
  /** Columns; narrower than 40 is taken for 40. */
  readonly width: number
  /** Whether each thing says which rule made it, and claims of a single report are listed too. */
  readonly trace: boolean
  readonly color: boolean
  /** Which parts to print; all where it is left out. */
  readonly show?: readonly TextPart[]
}

/**
 * Findings for a person at a terminal: the story first (what is claimed, by how many witnesses, where the reports differ),
 * then each report with its sentences, who is in it, dates, numbers and statements, then the notes.
 * Positions count UTF-16 units from zero, end left out. An empty part is not printed.
 */
export function renderText(findings: Findings, options: TextOptions): string {
  const page = pageFor(findings, options)
  const lines = storyLines(page)
  if (reportParts.some(page.shows)) lines.push(...findings.reports.flatMap((report) => reportLines(report, page)))
  if (page.shows('notes')) lines.push(...noteLines(page))
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`
}

/** "outlet < BBC < Brandt | claimed | Lingard had signed up | 2022-07": one statement in one line; the date is left out where there is none. */
export function statementLine(statement: Statement, entities: ReadonlyMap<string, Entity>): string {
  const chain = statement.chain.map((id) => nameOf(id, entities)).join(' < ')
  const stance = statement.polarity === 'negative' ? `${statement.stance}, not` : statement.stance
  return [chain, stance, oneLine(statement.gist), ...(statement.when === null ? [] : [statement.when.edtf])].join(' | ')
}

/** A dot for every report that carries a claim, then a stem for every independent witness: "●●●●● ┃"; "?" where the witnesses cannot be told. */
export function witnessMark(reports: number, independent: number | null): string {
  return `${'●'.repeat(Math.min(reports, 12))} ${independent === null ? '?' : '┃'.repeat(Math.min(independent, 12))}`
}

interface Page {
  readonly findings: Findings
  readonly width: number
  readonly trace: boolean
  readonly style: Style
  readonly shows: (part: TextPart) => boolean
  readonly entities: ReadonlyMap<string, Entity>
  readonly statements: ReadonlyMap<string, Statement>
  readonly reports: ReadonlyMap<string, Report>
  readonly readings: ReadonlyMap<string, ReportReading>
}

function pageFor(findings: Findings, { width, trace, color, show }: TextOptions): Page {
  return {
    findings,
    width: Math.max(40, width),
    trace,
    style: styleFor(color),
    shows: (part) => show === undefined || show.includes(part),
    entities: new Map(findings.entities.map((entity) => [entity.id, entity])),
    statements: new Map(findings.statements.map((statement) => [statement.id, statement])),
    reports: new Map(findings.reports.map((report) => [report.id, report])),
    readings: new Map(findings.readings.map((reading) => [reading.report, reading])),
  }
}

function storyLines(page: Page): string[] {
  const { findings, style, width } = page
  const { reports, statements, claims, conflicts } = findings
  const title = oneLine(findings.story.title)
  const counts = [
    counted(reports.length, 'report'),
    counted(statements.length, 'statement'),
    counted(claims.length, 'claim'),
    counted(conflicts.length, 'conflict'),
  ].join(', ')
  return [
    ...(title === '' ? [] : wrap(title, width).map(style.strong)),
    ...wrap(`${counts}.`, width),
    '',
    ...(page.shows('claims') ? claimLines(page) : []),
    ...(page.shows('conflicts') ? conflictLines(page) : []),
    ...(page.shows('timeline') ? timelineLines(page) : []),
  ]
}

function claimLines(page: Page): string[] {
  const { findings, style, width, trace } = page
  const carried = findings.claims.map((claim) => ({ claim, reports: reportsOf(claim, page) }))
  const shared = carried.filter(({ reports }) => reports.length > 1)
  const alone = carried.length - shared.length
  const listed = trace ? carried : shared
  if (listed.length === 0) return []
  const describing = describingClaims(findings.claims, page.statements)
  const ranked = [...listed].sort(
    (a, b) =>
      Number(describing.has(a.claim)) - Number(describing.has(b.claim)) ||
      b.reports.length - a.reports.length ||
      (b.claim.independent ?? -1) - (a.claim.independent ?? -1),
  )
  return [
    style.strong('Claims that several reports carry') +
      style.faint('   ● a report   ┃ an independent witness   ? cannot be told'),
    ...ranked.flatMap(({ claim, reports }) => [
      ...wrap(oneLine(claim.gist), width, `  ${witnessMark(reports.length, claim.independent).padEnd(10)} `),
      ...wrap(
        `${claim.id} · ${reports.join(' ')} · ${claim.why === '' ? '' : `${oneLine(claim.why)} · `}grade ${claim.grade.credibility}`,
        width,
        ' '.repeat(13),
      ).map(style.faint),
      ...becauseLines(claim.because, page, 13),
    ]),
    ...(alone > 0 && !trace
      ? wrap(
          `${counted(alone, 'more claim stands', 'more claims stand')} in one report only; --trace lists them.`,
          width,
          '  ',
        ).map(style.faint)
      : []),
    '',
  ]
}

// Differences of precision and framing are many: without a trace only what they are is said, not each side's words.
function conflictLines(page: Page): string[] {
  const { findings, style, width, trace } = page
  if (findings.conflicts.length === 0) return []
  const ranked = [...findings.conflicts].sort((a, b) => weight(a) - weight(b))
  return [
    style.strong('Where the reports cannot all be right') +
      style.faint('   hard: not both true   error: a slip   update: a figure grew   soft: precision'),
    ...ranked.flatMap((conflict) => [
      ...wrap(oneLine(conflict.note), width, `  ${labelOf(conflict).padEnd(6)} ${conflict.kind.padEnd(11)} `, 4),
      ...(weight(conflict) < 3 || trace ? conflict.sides.flatMap((side) => sideLines(side, page)) : []),
      ...becauseLines(conflict.because, page, 8),
    ]),
    '',
  ]
}

function sideLines(side: ConflictSide, page: Page): string[] {
  const words = side.evidence.map((span) => `[${span.report} ${positions(span)} “${quote(span.report, span, page)}”]`)
  return wrap([oneLine(side.gist), ...words].join(' '), page.width, '      – ', 8)
}

function labelOf(conflict: Conflict): string {
  return conflict.update ? 'update' : conflict.severity
}

function weight(conflict: Conflict): number {
  return ['hard', 'error', 'update', 'soft'].indexOf(labelOf(conflict))
}

function timelineLines({ findings, style, width }: Page): string[] {
  if (findings.timeline.length === 0) return []
  return [
    style.strong('Timeline'),
    ...findings.timeline.flatMap(({ when, gist, disputed }) =>
      wrap(oneLine(gist) + (disputed ? ' (disputed)' : ''), width, `  ${when.padEnd(22)} `),
    ),
    '',
  ]
}

function reportLines(report: Report, page: Page): string[] {
  const { style, width } = page
  const about = [
    report.outlet === null ? 'outlet unknown' : oneLine(report.outlet),
    ...(report.byline === null ? [] : [`by ${oneLine(report.byline)}`]),
    report.published === null
      ? 'date unknown'
      : `published ${report.published} (${oneLine(report.publishedBecause ?? 'no basis')})`,
  ].join(' · ')
  const parts = [
    ...(page.shows('sentences') ? sentenceLines(report, page) : []),
    ...(page.shows('entities') ? entityLines(report, page) : []),
    ...(page.shows('dates') ? dateLines(report, page) : []),
    ...(page.shows('numbers') ? numberLines(report, page) : []),
    ...(page.shows('statements') ? statementLines(report, page) : []),
  ]
  return [
    style.accent('─'.repeat(Math.min(width, 72))),
    ...wrap(oneLine(report.title ?? firstWords(report.text)), width, `${report.id}  `).map(style.strong),
    ...wrap(oneLine(report.source), width, ' '.repeat(report.id.length + 2)).map(style.faint),
    ...wrap(about, width, ' '.repeat(report.id.length + 2)),
    '',
    ...parts,
  ]
}

function sentenceLines(report: Report, page: Page): string[] {
  const sentences = page.readings.get(report.id)?.sentences ?? []
  if (sentences.length === 0) return []
  return [
    page.style.strong('  Sentences'),
    ...sentences.flatMap((sentence, i) => {
      const kind = sentence.kind === 'prose' ? '' : `(${sentence.kind}) `
      return wrap(
        kind + quote(report.id, sentence, page, 10_000),
        page.width,
        `  ${String(i + 1).padStart(4)}  ${positions(sentence).padEnd(11)} `,
      )
    }),
    '',
  ]
}

const headings: readonly (readonly [EntityType, string])[] = [
  ['person', 'People'],
  ['organisation', 'Organisations'],
  ['group', 'Groups'],
  ['place', 'Places'],
  ['work', 'Works'],
  ['event', 'Events'],
]

function entityLines(report: Report, page: Page): string[] {
  const present = page.findings.entities
    .map((entity) => ({ entity, mentions: entity.mentions.filter((mention) => mention.report === report.id) }))
    .filter(({ mentions }) => mentions.length > 0)
    .sort((a, b) => b.mentions.length - a.mentions.length)
  return headings.flatMap(([type, heading]) => {
    const ofType = present.filter(({ entity }) => entity.type === type)
    if (ofType.length === 0) return []
    return [
      page.style.strong(`  ${heading}`),
      ...ofType.flatMap(({ entity, mentions }) => {
        const where = mentions.map((mention) => `“${quote(report.id, mention, page)}” ${positions(mention)}`).join(', ')
        return [
          ...wrap(
            `${oneLine(entity.name)} (${entity.id}) · ${counted(mentions.length, 'mention')}`,
            page.width,
            '    ',
          ),
          ...wrap(where, page.width, '      ').map(page.style.faint),
          ...becauseLines(entity.because, page, 6),
        ]
      }),
      '',
    ]
  })
}

function dateLines(report: Report, page: Page): string[] {
  const times = page.readings.get(report.id)?.times ?? []
  if (times.length === 0) return []
  return [
    page.style.strong('  Dates'),
    ...times.flatMap((time) => {
      const value = time.edtf ?? time.duration ?? 'unresolved'
      const known = time.known.length === 0 ? '' : ` (in the text: ${time.known.join(', ')})`
      const rule = page.trace ? ` [${time.rule}; ${time.value}]` : ''
      return wrap(
        `${positions(time).padEnd(11)} “${quote(report.id, time, page)}”${known}${rule}`,
        page.width,
        `    ${value.padEnd(22)} `,
      )
    }),
    '',
  ]
}

function numberLines(report: Report, page: Page): string[] {
  const numbers = page.readings.get(report.id)?.numbers ?? []
  if (numbers.length === 0) return []
  return [
    page.style.strong('  Numbers'),
    ...numbers.flatMap((number) => {
      const value = `${number.value}${number.unit === null ? '' : ` ${oneLine(number.unit)}`}${number.per === null ? '' : ` per ${oneLine(number.per)}`}`
      const rule = page.trace ? ` [${number.rule}]` : ''
      return wrap(
        `${positions(number).padEnd(11)} “${quote(report.id, number, page)}”${rule}`,
        page.width,
        `    ${value.padEnd(22)} `,
      )
    }),
    '',
  ]
}

function statementLines(report: Report, page: Page): string[] {
  const statements = page.findings.statements.filter((statement) => statement.report === report.id)
  if (statements.length === 0) return []
  return [
    page.style.strong('  Statements'),
    ...statements.flatMap((statement) => [
      // One line each, however long: a line of statements is for grep and for the eye that runs down the chains.
      `    ${statement.id.padEnd(5)} ${positions(statement).padEnd(11)} ${statementLine(statement, page.entities)}`,
      ...becauseLines(statement.because, page, 8),
    ]),
    '',
  ]
}

function noteLines({ findings, style, width }: Page): string[] {
  if (findings.notes.length === 0) return []
  return [
    style.accent('─'.repeat(Math.min(width, 72))),
    style.strong('Notes'),
    ...findings.notes.flatMap((note) => wrap(`${note.code}: ${oneLine(note.message)}`, width, '  ', 4)),
  ]
}

function becauseLines(because: Because, page: Page, indent: number): string[] {
  if (!page.trace) return []
  const words = because.spans
    .map((span) => `${span.report} ${positions(span)} “${quote(span.report, span, page)}”`)
    .join(', ')
  return wrap(`because: ${because.rule}${words === '' ? '' : `, from ${words}`}`, page.width, ' '.repeat(indent)).map(
    page.style.faint,
  )
}

function reportsOf(claim: Claim, { statements }: Page): string[] {
  return [...new Set(claim.statements.map((id) => statements.get(id)?.report).filter((report) => report !== undefined))]
}

function nameOf(id: string, entities: ReadonlyMap<string, Entity>): string {
  return id === 'outlet' ? 'outlet' : oneLine(entities.get(id)?.name ?? id)
}

function positions({ start, end }: Range): string {
  return `${start}–${end}`
}

function quote(report: string, range: Range, { reports }: Page, most = 120): string {
  const words = oneLine((reports.get(report)?.text ?? '').slice(range.start, range.end))
  return words.length <= most ? words : `${words.slice(0, most - 1)}…`
}

function firstWords(text: string): string {
  const words = oneLine(text.slice(0, 200))
  return words.length <= 70 ? words : `${words.slice(0, 69).trimEnd()} …`
}
