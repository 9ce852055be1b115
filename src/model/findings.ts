import type { Note } from './note.js'
import type { EntityType, MentionKind, SentenceKind } from './reading.js'
import type { Report } from './report.js'
import type { Because, Range, Span } from './span.js'
import type { NumberPhrase, TimePhrase, When } from './when.js'

/** Everything Stemma found in one story. `stemma read --format json` writes just this. */
export interface Findings {
  /** Version of the program. */
  readonly stemma: string
  readonly story: Story
  readonly reports: readonly Report[]
  /** What was read in each report that was analysed, before anything was compared, in the order of `reports`. */
  readonly readings: readonly ReportReading[]
  readonly entities: readonly Entity[]
  readonly attributions: readonly Attribution[]
  readonly statements: readonly Statement[]
  readonly claims: readonly Claim[]
  readonly conflicts: readonly Conflict[]
  readonly derivations: readonly Derivation[]
  readonly timeline: readonly TimelineEntry[]
  readonly notes: readonly Note[]
}

/** The sentences, dates and numbers of one report; `sentence` in a phrase is an index into `sentences`. */
export interface ReportReading {
  readonly report: string
  readonly sentences: readonly SentenceRange[]
  readonly times: readonly TimePhrase[]
  readonly numbers: readonly NumberPhrase[]
}

export interface SentenceRange extends Range {
  readonly kind: SentenceKind
}

export interface Story {
  readonly id: string
  readonly title: string
}

/** A person, body, place or work, over all reports of the story. */
export interface Entity {
  readonly id: string
  readonly type: EntityType
  /** The fullest form of name. */
  readonly name: string
  /** Every form used as a name. */
  readonly names: readonly string[]
  /** What it is called besides: "his lawyer". */
  readonly descriptions: readonly string[]
  readonly roles: readonly string[]
  readonly mentions: readonly EntityMention[]
  /** Only where the text supports a place on the map, and as exact as it does. */
  readonly place?: Place
  /** Why the mentions of several reports were taken for one. */
  readonly because: Because
}

export interface EntityMention extends Span {
  readonly how: MentionKind
}

export interface Place {
  readonly lat: number
  readonly lon: number
  readonly precision: 'point' | 'region' | 'country'
  readonly gazetteer: string
}

export type AttributionKind =
  | 'direct'
  | 'mixed'
  | 'indirect'
  | 'confirmation'
  | 'denial'
  | 'refusal'
  | 'document'
  | 'nominal'
  | 'agentless'
  | 'opinion'

/** Someone is said to have said something. */
export interface Attribution {
  readonly id: string
  readonly report: string
  readonly kind: AttributionKind
  /** What was said; several ranges where the words are split. */
  readonly content: readonly Range[]
  /** The word that says so: "told", "according to". */
  readonly cue: readonly Range[]
  /** The words that name the voice; empty where nobody is named. */
  readonly source: readonly Range[]
  /** From the outside in: "outlet" for the report itself, every intermediary named, the innermost voice. Entity ids. */
  readonly chain: readonly string[]
  readonly because: Because
}

export type Stance =
  | 'stated'
  | 'alleged'
  | 'claimed'
  | 'confirmed'
  | 'denied'
  | 'disputed'
  | 'unverified'
  | 'speculated'

/**
 * How sure the words are, apart from who says them: certain, what is asserted outright (or, where the polarity is negative, denied outright);
 * probable, what is expected, planned, meant or believed; unreal, what is wished for, tried, possible, ordered, asked or a condition.
 */
export type Factuality = 'certain' | 'probable' | 'unreal'

/** One clause: one thing that happened or holds, as one report puts it. */
export interface Statement extends Span {
  readonly id: string
  /** A plain sentence, names and pronouns resolved. */
  readonly gist: string
  /** The attribution it is the content of, or null where the report says it on its own authority. */
  readonly attribution: string | null
  readonly chain: readonly string[]
  readonly stance: Stance
  readonly polarity: 'positive' | 'negative'
  /** Left out where it was not asked for. */
  readonly factuality?: Factuality
  readonly event: StatementEvent
  readonly when: When | null
  readonly where: string | null
  readonly numbers: readonly Quantity[]
  readonly because: Because
}

export interface StatementEvent {
  /** Lemma of what happened or holds: "desert", "be commander". */
  readonly predicate: string
  readonly roles: readonly Role[]
}

export interface Role extends Range {
  readonly role: 'agent' | 'patient' | 'recipient' | 'attribute' | 'place' | 'other'
  readonly entity: string | null
}

export interface Quantity extends Range {
  /** "4", "30..40", "10..", "~20000". */
  readonly value: string
  readonly unit: string | null
}

/** One thing that one or several reports assert. */
export interface Claim {
  readonly id: string
  readonly gist: string
  readonly statements: readonly string[]
  /** The witnesses or bodies it goes back to: entity ids, "outlet" where a report says it on its own authority. */
  readonly roots: readonly string[]
  /** How many truly independent witnesses that makes; null where it cannot be told. */
  readonly independent: number | null
  /** One sentence a reader accepts. */
  readonly why: string
  /** Those it goes back to, one entry for what must be counted as one. */
  readonly witnesses: readonly Witness[]
  readonly grade: Grade
  readonly because: Because
}

/** One witness, or several voices and reports that cannot be told apart from one. */
export interface Witness {
  /**
   * Whether it counts: a voice that can be told from others, or a report that shows how it knows.
   * A report that names nobody, and a voice that nobody names, may be anyone's echo.
   */
  readonly known: boolean
  /** Entity ids of the voices folded into one, the root first; empty where reports speak on their own word. */
  readonly voices: readonly string[]
  /** Its statements, each with all on which it hangs besides its own report, from the inside out: the root, every mouth of the chain, and the report it was taken from. */
  readonly statements: readonly { readonly id: string; readonly through: readonly string[] }[]
}

/** Admiralty grade, derived from the findings. */
export interface Grade {
  /** 1 confirmed by other independent witnesses … 5 contradicted, 6 cannot be judged. */
  readonly credibility: 1 | 2 | 3 | 4 | 5 | 6
  /** A–F, only where a person set it. */
  readonly reliability?: 'A' | 'B' | 'C' | 'D' | 'E' | 'F'
  readonly because: string
}

export type ConflictKind =
  | 'date'
  | 'number'
  | 'name'
  | 'place'
  | 'polarity'
  | 'role'
  | 'cause'
  | 'attribution'
  | 'other'

/** Where the reports, or one report with itself, cannot all be right. */
export interface Conflict {
  readonly id: string
  readonly kind: ConflictKind
  /** hard: cannot both be true; soft: differ in precision or framing; error: a slip. */
  readonly severity: 'hard' | 'soft' | 'error'
  /** A figure that grows with the time of publication: not a quarrel. */
  readonly update: boolean
  readonly sides: readonly ConflictSide[]
  /** One sentence a desk editor would write. */
  readonly note: string
  readonly because: Because
}

export interface ConflictSide {
  readonly gist: string
  readonly statements: readonly string[]
  readonly evidence: readonly Span[]
}

/** One report leans on another report, or on an outside outlet, agency or person. */
export interface Derivation {
  readonly to: string
  /** Report id or entity id. */
  readonly from: string
  readonly kind: 'quotes' | 'credits' | 'rewrites' | 'same-source'
  readonly evidence: readonly Span[]
  readonly note: string
}

export interface TimelineEntry {
  /** EDTF. */
  readonly when: string
  readonly gist: string
  readonly claims: readonly string[]
  readonly disputed: boolean
}
