import type { AttributionKind, Stance } from '../../model/findings.js'
import type { Range } from '../../model/span.js'
import type { ParsedReport } from '../parsed-report.js'
import type { Phrase } from '../phrases.js'
import type { Tree } from '../trees.js'

/** What a rule, or a trained tagger, takes for an attribution; settle.ts decides what becomes of it. */
export interface Proposal {
  readonly rule: string
  readonly kind: AttributionKind
  readonly stance: Stance
  readonly cue: readonly Range[]
  /** The words that name the innermost voice; null where nobody is named. */
  readonly source: Phrase | null
  /** Those it came through, from the outside in; "unnamed" where somebody is meant that nobody names. */
  readonly through: readonly (Phrase | 'unnamed')[]
  readonly content: readonly Range[]
}

/** A rule looks at one sentence at a time, with the whole report at hand. */
export interface AttributionRule {
  readonly name: string
  readonly propose: (tree: Tree, parsed: ParsedReport) => Proposal[]
  /** Invented sentences and the chain the rule reads in them, for the tests. */
  readonly examples: readonly Example[]
}

/** A piece of invented news; `voices` are lines "outlet < the paper < name | content". */
export interface Example {
  readonly text: string
  readonly voices: readonly string[]
}
