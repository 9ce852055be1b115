import { accordingTo } from './according-to.js'
import { accusedOf } from './accused-of.js'
import { agentless } from './agentless.js'
import { asReported } from './as-reported.js'
import { called } from './called.js'
import { citing } from './citing.js'
import { document } from './document.js'
import { headline } from './headline.js'
import { nominal } from './nominal.js'
import type { AttributionRule } from './proposal.js'
import { quotedAsSaying } from './quoted-as-saying.js'
import { refusal } from './refusal.js'
import { speakerAtEnd } from './speaker-at-end.js'
import { speakerOfQuotation } from './speaker-of-quotation.js'
import { thingSaid } from './thing-said.js'
import { verbOfSaying } from './verb-of-saying.js'

/** From sure to loose: where two rules take the same word for their cue, the one that stands first is believed. */
export const attributionRules: readonly AttributionRule[] = [
  accordingTo,
  quotedAsSaying,
  asReported,
  citing,
  refusal,
  speakerOfQuotation,
  speakerAtEnd,
  headline,
  agentless,
  accusedOf,
  document,
  called,
  verbOfSaying,
  thingSaid,
  nominal,
]
