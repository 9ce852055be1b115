import type { Profile } from './profiles.js'
import type { Vocabulary, Word } from './vocabulary.js'

/** How much of one side's words the other side has. */
export interface Cover {
  /** Share of the weight that is there in the same words or names, 0 … 1. */
  readonly exact: number
  /** The same when like words count as much as they are alike. */
  readonly soft: number
  /** Weight of the heaviest word that the other side has in no like form. */
  readonly missing: number
  /** Share of names and numbers that are missing. */
  readonly missingNames: number
  /** How many words are missing. */
  readonly missingCount: number
  /** Share of the weight of what is neither name nor number that is there in the same or like words. */
  readonly plain: number
  /** In how many phrases the words stand that are there. */
  readonly phrases: number
}

/** Two profiles side by side, with what several features need. */
export interface Comparison {
  readonly a: Profile
  readonly b: Profile
  readonly vocabulary: Vocabulary
  readonly coverA: Cover
  readonly coverB: Cover
  /** Weights of the words both have, heaviest first. */
  readonly shared: readonly number[]
}

/** Lays two profiles side by side. */
export function compare(a: Profile, b: Profile, vocabulary: Vocabulary): Comparison {
  const shared: number[] = []
  const coverA = coverOf(a, b, vocabulary, shared)
  const coverB = coverOf(b, a, vocabulary)
  shared.sort((x, y) => y - x)
  return { a, b, vocabulary, coverA, coverB, shared }
}

function coverOf(a: Profile, b: Profile, vocabulary: Vocabulary, shared?: number[]): Cover {
  let exact = 0
  let soft = 0
  let missing = 0
  let missingCount = 0
  let names = 0
  let missingNames = 0
  let plain = 0
  let plainFound = 0
  const phrases = new Set<number>()
  for (let i = 0; i < a.words.length; i++) {
    const word = a.words[i]!
    const weight = a.weights[i]!
    const best = bestMatch(word, b.words, vocabulary)
    soft += (weight * best) / 100
    if (best >= 92) {
      exact += weight
      shared?.push(weight)
    }
    if (best < 60 && word.kind !== 'pronoun') missingCount++
    if (best < 60 && weight > missing && word.kind !== 'pronoun') missing = weight
    if (word.kind === 'name' || word.kind === 'number') {
      names += weight
      if (best < 60) missingNames += weight
    } else if (word.kind === 'word') {
      plain += weight
      plainFound += (weight * best) / 100
    }
    if (best >= 80) phrases.add(a.phrases[i]!)
  }
  const total = a.total || 1
  return {
    exact: exact / total,
    soft: soft / total,
    missing,
    missingNames: names === 0 ? 0 : missingNames / names,
    missingCount,
    plain: plain === 0 ? 0 : plainFound / plain,
    phrases: phrases.size,
  }
}

/** Likeness, 0 … 100, of the likest among some words. */
export function bestMatch(word: Word, words: readonly Word[], vocabulary: Vocabulary): number {
  let best = 0
  for (const other of words) {
    const likeness = vocabulary.alike(word, other)
    if (likeness > best) best = likeness
    if (best === 100) break
  }
  return best
}
