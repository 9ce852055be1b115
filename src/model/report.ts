import type { Range } from './span.js'

/** One published text on the event, exactly as decoded: pointed at by spans, never rewritten. */
export interface Report {
  readonly id: string
  /** Path or URL as given. */
  readonly source: string
  /** The address a page gives for itself; left out where it gives none. */
  readonly url?: string
  /** Likely language of the text ("en", "no", "und"); left out where it was not asked for. Only "en" and left out are analysed. */
  readonly language?: string
  /** Positions everywhere point into this: the file as decoded (without its byte order mark), or a page's article as plain text. */
  readonly text: string
  /** Of the bytes that were read. */
  readonly sha256: string
  readonly title: string | null
  readonly outlet: string | null
  readonly byline: string | null
  /** EDTF, or null where neither the text nor its surroundings tell. */
  readonly published: string | null
  /** "dateline", "metadata", "file", "given" or "inferred from …"; null where `published` is. */
  readonly publishedBecause: string | null
  /** What is on the page but not of the report: adverts, prompts, bylines, captions. In order, not overlapping. */
  readonly furniture: readonly Furniture[]
}

export interface Furniture extends Range {
  readonly kind: FurnitureKind
}

export type FurnitureKind = 'advert' | 'prompt' | 'byline' | 'caption' | 'dateline' | 'navigation' | 'boilerplate'
