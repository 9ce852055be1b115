import { bodies } from '../../knowledge/bodies.js'
import { demonyms, peoples } from '../../knowledge/demonyms.js'
import { type Gazetteer, phraseKey } from '../../knowledge/gazetteer.js'
import { outlets } from '../../knowledge/outlets.js'
import { countries, regions } from '../../knowledge/regions.js'
import { extendKey, type Word } from './words.js'

/** Kinds of phrases the lexicon knows; a phrase may be of several, so each is a bit. */
export const phraseKinds = {
  country: 1,
  region: 2,
  city: 4,
  town: 8,
  district: 16,
  demonym: 32,
  people: 64,
  outlet: 128,
  body: 256,
} as const

/** Tells of a run of words which kinds of known phrase it is. */
export interface Lexicon {
  /** Bits of `phraseKinds` for a phrase key; 0 when it is not known. */
  kindsOf(key: number): number
}

/** A phrase of the lexicon found in a sentence. */
export interface PhraseMatch {
  readonly first: number
  readonly end: number
  readonly kinds: number
}

const longestPhrase = 6

/** The lexicon of names: lists of src/knowledge and the gazetteer. */
export function buildLexicon(gazetteer: Gazetteer): Lexicon {
  const own = new Map<number, number>()
  const add = (name: string, kind: number) => {
    const key = phraseKey(name)
    own.set(key, (own.get(key) ?? 0) | kind)
  }
  for (const country of countries()) for (const name of country.names) add(name, phraseKinds.country)
  for (const region of regions()) for (const name of region.names) add(name, phraseKinds.region)
  for (const demonym of demonyms()) {
    for (const word of demonym.words) {
      add(word, phraseKinds.demonym)
      add(`${word}s`, phraseKinds.demonym)
    }
  }
  for (const word of peoples()) {
    add(word, phraseKinds.people)
    add(`${word}s`, phraseKinds.people)
  }
  for (const outlet of outlets()) for (const name of [outlet.name, ...outlet.aliases]) add(name, phraseKinds.outlet)
  for (const names of bodies()) for (const name of names) add(name, phraseKinds.body)

  let known = new Map<number, number>()
  return {
    kindsOf(key) {
      const seen = known.get(key)
      if (seen !== undefined) return seen
      if (known.size >= 200_000) known = new Map()
      const kinds = (own.get(key) ?? 0) | placeKinds(gazetteer, key)
      known.set(key, kinds)
      return kinds
    },
  }
}

function placeKinds(gazetteer: Gazetteer, key: number): number {
  let kinds = 0
  for (const place of gazetteer.findKey(key)) {
    if (place.size === 0) continue
    if (place.precision === 'region') kinds |= phraseKinds.district
    else kinds |= place.size >= 52 ? phraseKinds.city : phraseKinds.town
  }
  return kinds
}

/** The longest known phrases in a run of words, from left to right, not overlapping; each begins with a capital. */
export function findPhrases(words: readonly Word[], from: number, end: number, lexicon: Lexicon): PhraseMatch[] {
  const matches: PhraseMatch[] = []
  for (let first = from; first < end; first++) {
    if (!words[first]!.capital) continue
    let key = 0
    let found: PhraseMatch | undefined
    for (let last = first; last < Math.min(end, first + longestPhrase); last++) {
      const word = words[last]!
      if (word.keys.length === 0) {
        if (word.joiner) continue
        break
      }
      key = extendKey(key, word)
      const kinds = lexicon.kindsOf(key)
      if (kinds !== 0) found = { first, end: last + 1, kinds }
    }
    if (!found) continue
    matches.push(found)
    first = found.end - 1
  }
  return matches
}
