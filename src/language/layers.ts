import type { EntityType, SentenceKind } from '../model/reading.js'
import type { Range } from '../model/span.js'

/** What the text layer hands on: a sentence cut into tokens, nothing more known of it yet. */
export interface RawSentence extends Range {
  /** Counts blank-line separated blocks from zero. */
  readonly paragraph: number
  readonly kind: SentenceKind
  readonly tokens: readonly RawToken[]
}

export interface RawToken extends Range {
  readonly form: string
}

/** What the names layer finds: a name, as token indices within a sentence. */
export interface NameSpan {
  readonly sentence: number
  readonly firstToken: number
  readonly endToken: number
  /** The nine labels of the Worldwide corpus: Person, Organization, Location, Facility, NORP, Product, Money, Date, Misc. */
  readonly label: string
  readonly type: EntityType | null
  readonly rule: string
}

/** Text and raw sentences from ready-made tokens, joined by single spaces: for benches and training. */
export function fromTokens(sentences: readonly (readonly string[])[]): { text: string; raw: RawSentence[] } {
  const raw: RawSentence[] = []
  let text = ''
  for (const forms of sentences) {
    const start = text.length
    const tokens: RawToken[] = []
    for (const form of forms) {
      if (text.length > start) text += ' '
      tokens.push({ start: text.length, end: text.length + form.length, form })
      text += form
    }
    raw.push({ start, end: text.length, paragraph: 0, kind: 'prose', tokens })
    text += '\n'
  }
  return { text, raw }
}
