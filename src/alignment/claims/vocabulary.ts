import { usedAlike, usesOf } from '../../knowledge/news-thesaurus.js'
import type { WordMeanings } from '../../knowledge/synonyms.js'

/** A word as it is compared: two tokens that cannot be told apart are one word. */
export interface Word {
  readonly id: number
  readonly form: string
  readonly lemma: string
  readonly kind: 'word' | 'name' | 'number' | 'pronoun'
  /** The entity whose mention it heads, or null. */
  readonly entity: string | null
  /** Index among the words whose meaning is known, or −1. */
  readonly meaning: number
  /** How much it tells anywhere: 0 for "the", about 0.8 for "ferry", 1 for a name. */
  readonly rarity: number
}

/** The words of content of one sentence; `id` is its own in the story. */
export interface SentenceWords {
  readonly id: number
  readonly words: readonly Word[]
}

const cacheShift = 12
const cacheSize = 1 << (32 - cacheShift)

/** The words of one story; remembers how like each other they are. */
export class Vocabulary {
  readonly words: Word[] = []
  private readonly sentences = new Map<number, number>()
  private readonly ids = new Map<string, number>()
  /** Likenesses found lately, each at the place its pair is hashed to: the two ids, and the likeness + 1. */
  private readonly firsts = new Int32Array(cacheSize)
  private readonly seconds = new Int32Array(cacheSize)
  private readonly found = new Uint8Array(cacheSize)

  constructor(private readonly meanings: WordMeanings) {}

  /** The word of these properties, the same one each time. */
  intern(form: string, lemma: string, kind: Word['kind'], entity: string | null): Word {
    const key = `${kind[0]} ${entity ?? ''} ${kind === 'pronoun' ? '' : form} ${lemma}`
    const found = this.ids.get(key)
    if (found !== undefined) return this.words[found]!
    const exact = this.meanings.indexOf(lemma)
    const meaning = exact >= 0 ? exact : this.meanings.indexOf(form)
    const rarity = kind === 'name' ? 1 : kind === 'number' ? 0.8 : kind === 'pronoun' ? 0.5 : this.meanings.rarity(meaning) / 255
    const word: Word = { id: this.words.length, form, lemma, kind, entity, meaning, rarity }
    this.ids.set(key, word.id)
    this.words.push(word)
    return word
  }

  /** How like two words are, from 0 to 100: the same word, a derived one, a synonym, one that news uses for it, one of like company. */
  alike(a: Word, b: Word): number {
    if (a.id === b.id) return 100
    const [first, second] = a.id < b.id ? [a, b] : [b, a]
    const at = (Math.imul(first.id, 0x9e3779b1) ^ Math.imul(second.id, 0x85ebca6b)) >>> cacheShift
    if (this.found[at] !== 0 && this.firsts[at] === first.id && this.seconds[at] === second.id) return this.found[at]! - 1
    const likeness = this.compare(first, second)
    this.firsts[at] = first.id
    this.seconds[at] = second.id
    this.found[at] = likeness + 1
    return likeness
  }

  private compare(a: Word, b: Word): number {
    if (a.entity !== null && a.entity === b.entity) return 100
    if (a.kind === 'number' || b.kind === 'number') return a.kind === b.kind && a.lemma === b.lemma ? 100 : 0
    const differ = a.entity !== null && b.entity !== null && a.kind === 'name' && b.kind === 'name'
    if (a.kind === 'pronoun' || b.kind === 'pronoun') return 0
    if (a.lemma === b.lemma || a.form === b.form) return differ ? 60 : 100
    const { meanings } = this
    if (meanings.sameFamily(a.meaning, b.meaning)) return 92
    if (a.kind === 'name' && b.kind === 'name') return beginAlike(a.lemma, b.lemma) ? 60 : 0
    if (meanings.sameSense(a.meaning, b.meaning)) return 85
    if (usedAlike(a.lemma, b.lemma)) return 80
    const company = meanings.likeness(a.meaning, b.meaning)
    if (company >= 20 && meanings.nearSense(a.meaning, b.meaning)) return Math.max(60, Math.min(75, company))
    if (company > 25) return Math.min(70, Math.round((company - 20) * 1.1))
    return beginAlike(a.lemma, b.lemma) ? 75 : 0
  }

  /** How much of the smaller sentence's words the larger one has in the same or like words, by rarity: 0 … 1. */
  sentencesAlike(a: SentenceWords, b: SentenceWords): number {
    const [fewer, more] = a.words.length < b.words.length || (a.words.length === b.words.length && a.id < b.id) ? [a, b] : [b, a]
    const key = fewer.id * 0x100000 + more.id
    let known = this.sentences.get(key)
    if (known === undefined) {
      let total = 0
      let found = 0
      for (const word of fewer.words) {
        total += word.rarity
        let best = 0
        for (const other of more.words) {
          const likeness = this.alike(word, other)
          if (likeness > best) best = likeness
          if (best === 100) break
        }
        found += (word.rarity * best) / 100
      }
      known = total === 0 ? 0 : found / total
      this.sentences.set(key, known)
    }
    return known
  }

  /** What a word is looked up by besides itself: its family, its senses, the words news uses for it. */
  keysOf(word: Word): string[] {
    return [
      ...this.meanings.groupsOf(word.meaning).map((group) => `g ${group}`),
      ...usesOf(word.lemma).map((use) => `u ${use}`),
    ]
  }

  /** The mean company of some words, by weight: a vector of 100 dimensions. */
  meaningOf(words: readonly Word[], weights: readonly number[]): Float64Array {
    const sum = new Float64Array(100)
    words.forEach((word, i) => {
      this.meanings.addVector(word.meaning, weights[i]!, sum)
    })
    return sum
  }

  /** Closeness of the company of two words alone: −100 … 100. */
  company(a: Word, b: Word): number {
    return this.meanings.likeness(a.meaning, b.meaning)
  }
}

/** "Osnes", "Osnesen"; "cargo", "cargoes": five letters and seven tenths of the longer word. */
function beginAlike(a: string, b: string): boolean {
  let same = 0
  while (same < a.length && a[same] === b[same]) same++
  return same >= 5 && same >= 0.7 * Math.max(a.length, b.length)
}
