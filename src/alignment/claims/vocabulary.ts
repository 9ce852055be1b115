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

/** The words of one story; remembers how like each other they are. */
export class Vocabulary {
  readonly words: Word[] = []
  private readonly ids = new Map<string, number>()
  private readonly known = new Map<number, number>()

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
    const key = a.id < b.id ? a.id * 0x200000 + b.id : b.id * 0x200000 + a.id
    let found = this.known.get(key)
    if (found === undefined) {
      found = this.compare(a, b)
      this.known.set(key, found)
    }
    return found
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
