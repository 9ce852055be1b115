import type { Profile } from './profiles.js'
import { groupKeys } from './vocabulary.js'

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
  const index = new Map<string, number[]>()
  const keys = profiles.map((profile) => keysOf(profile))
  keys.forEach((list, i) => {
    for (const key of list.keys()) {
      const row = index.get(key)
      if (row) row.push(i)
      else index.set(key, [i])
    }
  })
  const pairs: Pair[] = []
  const seen = new Set<number>()
  const scores = new Float64Array(profiles.length)
  for (let i = 0; i < profiles.length; i++) {
    const touched: number[] = []
    for (const [key, weight] of keys[i]!) {
      const row = index.get(key)!
      if (row.length > longestList) continue
      for (const j of row) {
        if (j === i) continue
        if (scores[j] === 0) touched.push(j)
        scores[j]! += weight
      }
    }
    touched.sort((x, y) => scores[y]! - scores[x]! || x - y)
    for (const j of touched.slice(0, mostPartners)) {
      const pair: Pair = i < j ? [i, j] : [j, i]
      const key = pair[0] * profiles.length + pair[1]
      if (seen.has(key)) continue
      seen.add(key)
      pairs.push(pair)
    }
    for (const j of touched) scores[j] = 0
  }
  return pairs.sort((x, y) => x[0] - y[0] || x[1] - y[1])
}

/** What a passage is found by, with how much each tells. */
function keysOf(profile: Profile): Map<string, number> {
  const keys = new Map<string, number>()
  const add = (key: string, weight: number) => keys.set(key, Math.max(keys.get(key) ?? 0, weight))
  profile.words.forEach((word, w) => {
    const weight = profile.weights[w]!
    if (word.entity !== null) add(`e ${word.entity}`, weight)
    if (word.kind === 'pronoun') return
    add(`l ${word.lemma}`, weight)
    for (const key of groupKeys(word)) add(key, 0.8 * weight)
  })
  for (const key of groupKeys(profile.head)) add(`p ${key}`, 0.5)
  return keys
}
