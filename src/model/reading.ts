import type { Note } from './note.js'
import type { Report } from './report.js'
import type { Range } from './span.js'
import type { NumberPhrase, TimePhrase } from './when.js'

/** What the language stage makes of one report. */
export interface Reading {
  readonly report: Report
  readonly sentences: readonly Sentence[]
  /** Every place where a person, body, place or other entity is named, described or referred to, in text order. */
  readonly mentions: readonly Mention[]
  /** Who is who inside this report: the mentions grouped by what they refer to. */
  readonly characters: readonly Character[]
  readonly times: readonly TimePhrase[]
  readonly numbers: readonly NumberPhrase[]
  readonly notes: readonly Note[]
}

/** A sentence, heading, caption line or dateline, with its tokens. */
export interface Sentence extends Range {
  readonly index: number
  /** Counts blank-line separated blocks from zero. */
  readonly paragraph: number
  readonly kind: SentenceKind
  readonly tokens: readonly Token[]
}

export type SentenceKind = 'prose' | 'heading' | 'item' | 'furniture'

/** A syntactic word in the sense of Universal Dependencies: "don't" is two, "Lingard’s" is two. */
export interface Token extends Range {
  /** The characters as they stand, or for a split contraction the part. */
  readonly form: string
  readonly lemma: string
  /** Universal part of speech: NOUN, VERB, PROPN … */
  readonly upos: string
  /** Penn Treebank tag: NN, VBD, NNP … */
  readonly xpos: string
  /** Index of the governor within the sentence; −1 for the root. */
  readonly head: number
  /** Universal Dependencies relation to the governor, subtype included: "nsubj:pass". */
  readonly deprel: string
}

/** "sank", "sinks", "they sink": a verb in a tense, no participle and no infinitive. */
export function isTensed({ xpos }: Pick<Token, 'xpos'>): boolean {
  return xpos === 'VBD' || xpos === 'VBZ' || xpos === 'VBP'
}

/** "sank", "will sink": a word that makes a clause finite. */
export function isTensedOrModal({ xpos }: Pick<Token, 'xpos'>): boolean {
  return xpos === 'MD' || isTensed({ xpos })
}

export type EntityType = 'person' | 'organisation' | 'group' | 'place' | 'work' | 'event'

export type MentionKind = 'name' | 'nominal' | 'pronoun'

/** One place in the text where something is named ("Emil Lingard"), described ("his lawyer") or referred to ("he"). */
export interface Mention extends Range {
  readonly sentence: number
  /** Token indices within the sentence, end left out. */
  readonly firstToken: number
  readonly endToken: number
  /** Index of the head token within the sentence. */
  readonly headToken: number
  readonly kind: MentionKind
  readonly type: EntityType | null
  /** Index into Reading.characters, or −1 when it was not resolved. */
  readonly character: number
  readonly rule: string
}

/** A person, body, place or thing as one report knows it. */
export interface Character {
  readonly index: number
  readonly type: EntityType
  /** The fullest form of name, or the first description when it is never named. */
  readonly name: string
  readonly named: boolean
  /** Indices into Reading.mentions. */
  readonly mentions: readonly number[]
}

/** The sentence in which a position of the report lies, by halving; undefined between sentences. */
export function sentenceAt(sentences: readonly Sentence[], position: number): Sentence | undefined {
  let low = 0
  let high = sentences.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (sentences[middle]!.start <= position) low = middle
    else high = middle - 1
  }
  const found = sentences[low]
  return found && found.start <= position && position < found.end ? found : undefined
}
