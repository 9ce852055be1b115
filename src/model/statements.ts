import type { AttributionKind, Factuality, Stance } from './findings.js'
import type { Because, Range, Span } from './span.js'
import type { When } from './when.js'

/** What the statements stage makes of one report; people and bodies are still the report's own characters. */
export interface ReportStatements {
  readonly attributions: readonly VoicedAttribution[]
  readonly statements: readonly PlainStatement[]
}

/** A link of a chain: the report itself, or a character of the reading by its index. */
export type Voice = 'outlet' | number

/** Someone is said to have said something; see Attribution in findings.ts. */
export interface VoicedAttribution {
  readonly kind: AttributionKind
  readonly content: readonly Range[]
  readonly cue: readonly Range[]
  readonly source: readonly Range[]
  /** From the outside in. */
  readonly chain: readonly Voice[]
  /** Index of the attribution whose chain this one's begins with, where it stands in its words or goes on with it; else null. */
  readonly chainFrom: number | null
  readonly because: Because
}

/** One clause; see Statement in findings.ts. */
export interface PlainStatement extends Span {
  readonly gist: string
  /** Index into ReportStatements.attributions, or null where the report says it on its own authority. */
  readonly attribution: number | null
  readonly chain: readonly Voice[]
  readonly stance: Stance
  readonly polarity: 'positive' | 'negative'
  readonly factuality: Factuality
  readonly predicate: string
  readonly roles: readonly PlainRole[]
  readonly when: When | null
  /** Character index of the place, or null. */
  readonly where: number | null
  readonly numbers: readonly (Range & { readonly value: string; readonly unit: string | null })[]
  readonly because: Because
}

export interface PlainRole extends Range {
  readonly role: 'agent' | 'patient' | 'recipient' | 'attribute' | 'place' | 'other'
  readonly character: number | null
}
