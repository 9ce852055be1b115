import type { Profile } from './profiles.js'
import { groupKeys, type Word } from './vocabulary.js'

/** Two profiles worth comparing, by their indices, the lesser first. */
export type Pair = readonly [number, number]

export interface CandidateLimits {
  /** A word that more passages share than this tells too little to look them all up. */
  readonly longestList: number
  /** So many partners at most are compared with each passage, those with the heaviest words in common. */
  readonly mostPartners: number
}

/** Fewer partners each in a story of many statements, so that the whole stays a matter of seconds. */
function limitsFor(count: number): CandidateLimits {
  return { longestList: 120, mostPartners: Math.max(8, Math.min(60, Math.floor(60_000 / Math.max(1, count)))) }
}

/**
 * Pairs that share something telling: a name, a rare word or a word derived from the same one, a number, a like predicate.
 * They come from an index, so that the cost grows with the text and not with its square.
 */
export function findCandidates(
  profiles: readonly Profile[],
  { longestList, mostPartners }: CandidateLimits = limitsFor(profiles.length),
): Pair[] {
  const { starts, keys, weights, rows } = indexOf(profiles)
  const count = profiles.length
  const found: number[] = []
  const scores = new Float64Array(count)
  for (let i = 0; i < count; i++) {
    const touched: number[] = []
    for (let k = starts[i]!; k < starts[i + 1]!; k++) {
      const row = rows(keys[k]!)
      if (row.length > longestList) continue
      for (const j of row) {
        if (j === i) continue
        if (scores[j] === 0) touched.push(j)
        scores[j]! += weights[k]!
      }
    }
    for (const j of likest(touched, scores, mostPartners)) found.push(i < j ? i * count + j : j * count + i)
    for (const j of touched) scores[j] = 0
  }
  const sorted = Float64Array.from(found).sort()
  const pairs: Pair[] = []
  sorted.forEach((pair, p) => {
    if (p === 0 || pair !== sorted[p - 1]) pairs.push([Math.floor(pair / count), pair % count])
  })
  return pairs
}

/** Those of the highest scores, so many at most, the highest first; equals by their number. */
function likest(touched: readonly number[], scores: Float64Array, most: number): number[] {
  const best: number[] = []
  for (const j of touched) {
    const score = scores[j]!
    const isBehind = (other: number) => scores[other]! < score || (scores[other] === score && other > j)
    if (best.length === most && !isBehind(best[most - 1]!)) continue
    if (best.length < most) best.push(j)
    let at = best.length - 1
    for (; at > 0 && isBehind(best[at - 1]!); at--) best[at] = best[at - 1]!
    best[at] = j
  }
  return best
}

/** What all passages are found by, as numbers: the keys of passage i stand from `starts[i]` to `starts[i + 1]`, each with how much it tells. */
interface KeyIndex {
  readonly starts: Uint32Array
  readonly keys: Uint32Array
  readonly weights: Float64Array
  /** The passages that have a key. */
  readonly rows: (key: number) => Uint32Array
}

function indexOf(profiles: readonly Profile[]): KeyIndex {
  const numbers = new Map<string, number>()
  const numberOf = (key: string) => {
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, numbers.size)
    return numbers.size - 1
  }
  const { keysOf, mostKeysOf } = keysBy(numberOf)
  const starts = new Uint32Array(profiles.length + 1)
  const most = profiles.reduce((sum, profile) => sum + mostKeysOf(profile), 0)
  const keys = new Uint32Array(most)
  const weights = new Float64Array(most)
  let count = 0
  profiles.forEach((profile, i) => {
    for (const [key, weight] of keysOf(profile)) {
      keys[count] = key
      weights[count++] = weight
    }
    starts[i + 1] = count
  })
  const ends = new Uint32Array(numbers.size + 1)
  for (let k = 0; k < count; k++) ends[keys[k]! + 1]!++
  for (let key = 0; key < numbers.size; key++) ends[key + 1]! += ends[key]!
  const filled = ends.slice()
  const passages = new Uint32Array(count)
  for (let i = 0; i < profiles.length; i++) {
    for (let k = starts[i]!; k < starts[i + 1]!; k++) passages[filled[keys[k]!]!++] = i
  }
  return {
    starts,
    keys,
    weights,
    rows: (key) => passages.subarray(ends[key]!, ends[key + 1]!),
  }
}

/** What a passage is found by, with how much each tells; the keys of a word are made once. */
function keysBy(numberOf: (key: string) => number): {
  readonly keysOf: (profile: Profile) => Map<number, number>
  /** No passage has more keys than this. */
  readonly mostKeysOf: (profile: Profile) => number
} {
  const ofWord = new Map<Word, WordKeys>()
  const groupsOf = (word: Word, of: string) => groupKeys(word).map((key) => numberOf(`${of}${key}`))
  const wordKeys = (word: Word): WordKeys => {
    const known = ofWord.get(word)
    if (known) return known
    const made: WordKeys = {
      entity: word.entity === null ? null : numberOf(`e ${word.entity}`),
      lemma: numberOf(`l ${word.lemma}`),
      groups: groupsOf(word, ''),
      asHead: groupsOf(word, 'p '),
    }
    ofWord.set(word, made)
    return made
  }
  const mostKeysOf = ({ words, head }: Profile) =>
    words.reduce((sum, word) => sum + 2 + wordKeys(word).groups.length, wordKeys(head).asHead.length)
  const keysOf = (profile: Profile) => {
    const keys = new Map<number, number>()
    const add = (key: number, weight: number) => keys.set(key, Math.max(keys.get(key) ?? 0, weight))
    profile.words.forEach((word, w) => {
      const weight = profile.weights[w]!
      const { entity, lemma, groups } = wordKeys(word)
      if (entity !== null) add(entity, weight)
      if (word.kind === 'pronoun') return
      add(lemma, weight)
      for (const key of groups) add(key, 0.8 * weight)
    })
    for (const key of wordKeys(profile.head).asHead) add(key, 0.5)
    return keys
  }
  return { keysOf, mostKeysOf }
}

interface WordKeys {
  readonly entity: number | null
  readonly lemma: number
  readonly groups: readonly number[]
  /** The groups again, for where the word is the predicate. */
  readonly asHead: readonly number[]
}
