import { usesOf } from '../../knowledge/news-thesaurus.js'
import { meet, type WordMeanings } from '../../knowledge/synonyms.js'
import { combine, hashString } from '../../weights/hash.js'

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
  readonly family: number
  readonly senses: Uint16Array
  /** What its senses are kinds of. */
  readonly kinds: Uint16Array
  /** Groups of the news thesaurus. */
  readonly uses: Uint16Array
  /** Hashes of its lemma, entity and family: what an equal word has too. */
  readonly marks: readonly number[]
  /** How much it tells anywhere: 0 for "the", about 0.8 for "ferry", 1 for a name. */
  readonly rarity: number
}

/** The words of content of one sentence, with all their marks. */
export interface SentenceWords {
  readonly words: readonly Word[]
  readonly marks: ReadonlySet<number>
}

/** How much of the smaller sentence's words the larger one has, by rarity: 0 … 1. */
export function sentencesAlike(a: SentenceWords, b: SentenceWords): number {
  const [fewer, more] = a.words.length <= b.words.length ? [a, b] : [b, a]
  let total = 0
  let found = 0
  for (const { rarity, marks } of fewer.words) {
    total += rarity
    if (marks.some((mark) => more.marks.has(mark))) found += rarity
  }
  return total === 0 ? 0 : found / total
}

const none = new Uint16Array(0)

const cacheShift = 12
const cacheSize = 1 << (32 - cacheShift)

/** The words of one story; remembers how like each other they are. */
export class Vocabulary {
  readonly words: Word[] = []
  private readonly ids = new Map<string, number>()
  private readonly ties = new Map<string, number>()
  private readonly plainForms = new Map<string, string>()
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
    const rarity =
      kind === 'name' ? 1 : kind === 'number' ? 0.8 : kind === 'pronoun' ? 0.5 : this.meanings.rarity(meaning) / 255
    const family = this.meanings.familyOf(meaning)
    const marks = kind === 'pronoun' ? [] : [hashString(lemma)]
    if (entity !== null) marks.push(combine(1, hashString(entity)))
    if (family !== 0 && kind === 'word') marks.push(combine(2, family))
    const uses = usesOf(lemma)
    const word: Word = {
      id: this.words.length,
      form,
      lemma,
      kind,
      entity,
      meaning,
      family,
      senses: this.meanings.sensesOf(meaning),
      kinds: this.meanings.kindsOf(meaning),
      uses: uses.length === 0 ? none : Uint16Array.from(uses),
      marks,
      rarity,
    }
    this.ids.set(key, word.id)
    this.words.push(word)
    return word
  }

  /** The number of a pair of lemmas, one hanging on the other; the same one each time. */
  tie(head: string, dependant: string): number {
    const key = `${head} ${dependant}`
    const known = this.ties.get(key)
    if (known !== undefined) return known
    this.ties.set(key, this.ties.size)
    return this.ties.size - 1
  }

  /** A word in small letters, without accents and possessive. */
  plain(word: string): string {
    const known = this.plainForms.get(word)
    if (known !== undefined) return known
    const made = word
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/['’]s?$/, '')
    this.plainForms.set(word, made)
    return made
  }

  /** How like two words are, from 0 to 100: the same word, a derived one, a synonym, one that news uses for it, one of like company. */
  alike(a: Word, b: Word): number {
    if (a.id === b.id) return 100
    const [first, second] = a.id < b.id ? [a, b] : [b, a]
    const at = (Math.imul(first.id, 0x9e3779b1) ^ Math.imul(second.id, 0x85ebca6b)) >>> cacheShift
    if (this.found[at] !== 0 && this.firsts[at] === first.id && this.seconds[at] === second.id)
      return this.found[at]! - 1
    const likeness = this.compare(first, second)
    this.firsts[at] = first.id
    this.seconds[at] = second.id
    this.found[at] = likeness + 1
    return likeness
  }

  /** Whether two words may call one thing whatever they mean here: the same word, a derived one, a synonym, one that news uses for it. */
  callAlike(a: Word, b: Word): boolean {
    return (
      a.lemma === b.lemma ||
      (a.family !== 0 && a.family === b.family) ||
      meet(a.senses, b.senses) ||
      meet(a.uses, b.uses)
    )
  }

  private compare(a: Word, b: Word): number {
    if (a.entity !== null && a.entity === b.entity) return 100
    if (a.kind === 'number' || b.kind === 'number') return a.kind === b.kind && a.lemma === b.lemma ? 100 : 0
    const differ = a.entity !== null && b.entity !== null && a.kind === 'name' && b.kind === 'name'
    if (a.kind === 'pronoun' || b.kind === 'pronoun') return 0
    if (a.lemma === b.lemma || a.form === b.form) return differ ? 60 : 100
    if (a.family !== 0 && a.family === b.family) return 92
    if (a.kind === 'name' && b.kind === 'name') return beginAlike(a.lemma, b.lemma) ? 60 : 0
    if (meet(a.senses, b.senses)) return 85
    if (meet(a.uses, b.uses)) return 80
    const company = this.meanings.likeness(a.meaning, b.meaning)
    if (company >= 20 && (meet(a.kinds, b.senses) || meet(a.senses, b.kinds) || meet(a.kinds, b.kinds))) {
      return Math.max(60, Math.min(75, company))
    }
    if (company > 25) return Math.min(70, Math.round((company - 20) * 1.1))
    return beginAlike(a.lemma, b.lemma) ? 75 : 0
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

/** What a word is looked up by besides itself: its family, its senses, the words news uses for it. */
export function groupKeys(word: Word): string[] {
  const keys = word.family === 0 ? [] : [`f ${word.family}`]
  for (const sense of word.senses) keys.push(`g ${sense}`)
  for (const use of word.uses) keys.push(`u ${use}`)
  return keys
}

/** "Osnes", "Osnesen"; "cargo", "cargoes": five letters and seven tenths of the longer word. */
function beginAlike(a: string, b: string): boolean {
  let same = 0
  while (same < a.length && a[same] === b[same]) same++
  return same >= 5 && same >= 0.7 * Math.max(a.length, b.length)
}
