import type { Attribution, Entity, Findings } from '../model/findings.js'
import type { Range } from '../model/span.js'
import { csvCell } from './csv-cell.js'
import { counted, oneLine, styleFor, wrap } from './layout.js'

/** One attribution as a row: who is said to have said what, where, and through whom it came. */
export interface Quote {
  readonly id: string
  readonly report: string
  /** Path or URL of the report as given. */
  readonly source: string
  readonly outlet: string | null
  /** EDTF, or null. */
  readonly published: string | null
  readonly kind: Attribution['kind']
  /** The innermost voice; "outlet" where the report speaks for itself. */
  readonly who: string
  /** Those it came through, from the outside in, without the report itself. */
  readonly through: readonly string[]
  /** What was said as it stands in the report, in one line; where it is split, its parts with " … " between them. */
  readonly words: string
  /** The word that says so: "told", "according to". */
  readonly cue: string
  /** Positions of what was said in the text of the report. */
  readonly content: readonly Range[]
  readonly rule: string
}

export const quoteFormats = ['text', 'json', 'csv'] as const

export type QuoteFormat = (typeof quoteFormats)[number]

/** The attributions of all reports, in the order of the reports and of their words. */
export function quotesOf({ attributions, reports, entities }: Findings): Quote[] {
  const byReport = new Map(reports.map((report) => [report.id, report]))
  const byId = new Map(entities.map((entity) => [entity.id, entity]))
  const order = new Map(reports.map((report, i) => [report.id, i]))
  const sorted = [...attributions].sort(
    (a, b) => (order.get(a.report) ?? 0) - (order.get(b.report) ?? 0) || startOf(a) - startOf(b),
  )
  return sorted.map(({ id, report, kind, content, cue, chain, because }) => {
    const from = byReport.get(report)
    const words = (ranges: readonly Range[]) =>
      ranges.map(({ start, end }) => oneLine((from?.text ?? '').slice(start, end))).join(' … ')
    return {
      id,
      report,
      source: from?.source ?? '',
      outlet: from?.outlet ?? null,
      published: from?.published ?? null,
      kind,
      who: nameOf(chain.at(-1) ?? 'outlet', byId),
      through: chain.slice(1, -1).map((link) => nameOf(link, byId)),
      words: words(content),
      cue: words(cue),
      content,
      rule: because.rule,
    }
  })
}

/** The quotes of some findings as text for people, JSON for programs or CSV for spreadsheets. `width` and `color` are for text. */
export function renderQuotes(
  findings: Findings,
  { format, width, color }: { readonly format: QuoteFormat; readonly width: number; readonly color: boolean },
): string {
  const quotes = quotesOf(findings)
  if (format === 'csv') return csvOf(quotes)
  if (format === 'json')
    return `${JSON.stringify({ stemma: findings.stemma, quotes, notes: findings.notes }, null, 2)}\n`
  return textOf(quotes, findings, Math.max(40, width), color)
}

function textOf(quotes: readonly Quote[], { reports, notes }: Findings, width: number, color: boolean): string {
  const style = styleFor(color)
  const lines = reports.flatMap((report) => {
    const own = quotes.filter((quote) => quote.report === report.id)
    const about = [report.outlet ?? 'outlet unknown', report.published ?? 'date unknown', counted(own.length, 'quote')]
    return [
      style.strong(`${report.id}  ${oneLine(report.source)}`) + style.faint(`  ${oneLine(about.join(' · '))}`),
      ...own.flatMap((quote) => [
        ...wrap([...quote.through, quote.who].join(' < '), width, `  ${quote.kind.padEnd(12)} `),
        ...wrap(`${quote.words}  ${positions(quote.content)}`, width, ' '.repeat(15)).map((line) => style.faint(line)),
      ]),
      '',
    ]
  })
  const troubles = notes.flatMap((note) => wrap(`${note.code}: ${oneLine(note.message)}`, width, '', 4))
  return `${[...lines, ...troubles].join('\n').trim()}\n`
}

const columns = [
  'report',
  'source',
  'outlet',
  'published',
  'kind',
  'who',
  'through',
  'words',
  'cue',
  'start',
  'end',
  'rule',
]

/** RFC 4180: lines end in CR LF, a cell with a comma, quotation mark or line break stands in quotation marks. */
function csvOf(quotes: readonly Quote[]): string {
  const rows = quotes.map(({ report, source, outlet, published, kind, who, through, words, cue, content, rule }) => [
    report,
    source,
    outlet ?? '',
    published ?? '',
    kind,
    who,
    through.join(' < '),
    words,
    cue,
    String(Math.min(...content.map(({ start }) => start))),
    String(Math.max(...content.map(({ end }) => end))),
    rule,
  ])
  return [columns, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')
}

function startOf({ content, cue }: Attribution): number {
  return Math.min(...[...content, ...cue].map(({ start }) => start))
}

function positions(ranges: readonly Range[]): string {
  return `[${ranges.map(({ start, end }) => `${start}–${end}`).join(', ')}]`
}

function nameOf(id: string, entities: ReadonlyMap<string, Entity>): string {
  return id === 'outlet' ? 'outlet' : oneLine(entities.get(id)?.name ?? id)
}
