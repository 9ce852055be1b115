import type { Attribution, Claim, Entity, Statement } from './findings.js'
import type { Reading } from './reading.js'
import type { Because } from './span.js'
import type { ReportStatements } from './statements.js'

/** One report after the stages that see it alone. */
export interface ReadReport {
  readonly reading: Reading
  readonly found: ReportStatements
}

/** What all reports together make: the same people and the same claims joined. */
export interface Alignment {
  readonly entities: readonly Entity[]
  readonly attributions: readonly Attribution[]
  readonly statements: readonly Statement[]
  readonly claims: readonly AlignedClaim[]
  /** Pairs of statements of different claims that may tell of one event: where conflicts are looked for. */
  readonly neighbours: readonly Neighbours[]
}

/** Two statements that tell of one event but do not assert the same: they may differ on when, where, how many or who. */
export interface Neighbours {
  /** Ids of the two statements, in the order of the reports. */
  readonly statements: readonly [string, string]
  /** How surely they tell of one event, from 0 to 1. */
  readonly likeness: number
  readonly because: Because
}

/** A claim before anyone has asked how many witnesses it has. */
export interface AlignedClaim extends Pick<Claim, 'id' | 'gist' | 'statements' | 'because'> {
  /** How surely its statements tell the same, two by two as they were compared; left out where a person joined them. */
  readonly ties?: readonly Tie[]
}

/** Two statements of one claim, and how surely they tell the same, from 0 to 1. */
export interface Tie {
  readonly statements: readonly [string, string]
  readonly likeness: number
  /** Whether the same or the like happens in both, or nearly all words are the same. */
  readonly isSameEvent: boolean
}

/** The id of the entity that stands for "it is said": a voice that nobody names. */
export const unnamedVoice = 'u0'
