import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Span } from '../src/model/span.js'

/** An annotated story, as in ../shared/gold: what a careful reader finds in its reports. */
export interface GoldStory {
  readonly story: string
  readonly reports: readonly { readonly id: string; readonly file: string }[]
  readonly entities: readonly GoldEntity[]
  readonly voices: readonly GoldVoice[]
  readonly claims: readonly {
    readonly id: string
    readonly gist: string
    readonly independent?: number
    readonly spans: readonly Span[]
  }[]
  readonly conflicts: readonly {
    readonly id: string
    readonly kind: string
    readonly severity: string
    readonly note: string
    readonly sides: readonly { readonly evidence: readonly Span[] }[]
  }[]
  readonly derivations: readonly { readonly to: string; readonly from: string }[]
  readonly timeline: readonly {
    readonly id: string
    readonly when: string | null
    readonly gist: string
    readonly status: string
    readonly evidence: readonly Span[]
  }[]
}

export interface GoldEntity {
  readonly id: string
  readonly name?: string
  readonly names?: readonly string[]
  readonly descriptions?: readonly string[]
}

export interface GoldVoice {
  readonly id: string
  readonly kind: string
  readonly chain: readonly string[]
  readonly content: readonly Span[]
  readonly source?: readonly Span[]
}

/**
 * Reads `gold.json` of a folder; or `gold.source.json`, whose spans are quotations that are looked up in `texts` (by report id),
 * so that it can be written by hand and survives a change in how a page's text is extracted.
 * Throws when a quotation is not in its report.
 */
export function readGold(folder: string, texts: ReadonlyMap<string, string>): GoldStory {
  const reports = JSON.parse(readFileSync(join(folder, 'reports.json'), 'utf8')) as GoldStory['reports']
  const ready = join(folder, 'gold.json')
  const gold = JSON.parse(
    readFileSync(existsSync(ready) ? ready : join(folder, 'gold.source.json'), 'utf8'),
  ) as GoldStory
  return { ...(locate(gold, texts) as GoldStory), reports }
}

interface Quotation {
  readonly report: string
  readonly quote: string
  readonly within?: string
}

function locate(value: unknown, texts: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((item) => locate(item, texts))
  if (typeof value !== 'object' || value === null) return value
  if ('quote' in value && !('start' in value)) return find(value as Quotation, texts)
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, locate(item, texts)]))
}

function find({ report, quote, within }: Quotation, texts: ReadonlyMap<string, string>): Span {
  const text = texts.get(report) ?? ''
  const around = within ?? quote
  const at = text.indexOf(around)
  if (at < 0) throw new Error(`Report ${report} has no words ${JSON.stringify(around)}`)
  const start = at + around.indexOf(quote)
  return { report, start, end: start + quote.length }
}
