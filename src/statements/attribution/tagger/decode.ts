/** The tags: whether a word is part of a cue, and what a word is to a given cue. */
export const tagNames = ['no-cue', 'cue', 'cue-on', 'neither', 'source', 'source-on', 'content', 'content-on'] as const

export const tagCount = tagNames.length

/** A family of tags that exclude each other: first and end in `tagNames`. */
export interface TagSet {
  readonly first: number
  readonly end: number
}

export const cueTags: TagSet = { first: 0, end: 3 }
export const roleTags: TagSet = { first: 3, end: 8 }

/** Whether one tag may stand right after another: what goes on must have begun. */
export function mayFollow(tag: number, next: number): boolean {
  const name = tagNames[next]!
  if (!name.endsWith('-on')) return true
  return tag === next || tag === next - 1
}

/** For each tag the tags that may stand right before it. */
const mayPrecede: readonly Uint8Array[] = tagNames.map((_, next) =>
  Uint8Array.from(tagNames, (_, tag) => (mayFollow(tag, next) ? 1 : 0)),
)

/**
 * The best row of tags of one family, by Viterbi's algorithm: `scores` holds `tagCount` numbers for each word,
 * `transitions` the weight of tag b after tag a at a × tagCount + b. A tie goes to the tag that stands first.
 */
export function decode(
  scores: Int32Array,
  length: number,
  transitions: Int32Array,
  { first, end }: TagSet,
): { readonly tags: Uint8Array; readonly score: number } {
  const size = end - first
  const back = new Uint8Array(length * size)
  let best = new Float64Array(size)
  let next = new Float64Array(size)
  for (let t = 0; t < size; t++) best[t] = tagNames[first + t]!.endsWith('-on') ? -Infinity : scores[first + t]!
  for (let i = 1; i < length; i++) {
    for (let t = 0; t < size; t++) {
      const isAllowed = mayPrecede[first + t]!
      let top = -Infinity
      let from = 0
      for (let p = 0; p < size; p++) {
        if (isAllowed[first + p] === 0) continue
        const score = best[p]! + transitions[(first + p) * tagCount + first + t]!
        if (score > top) {
          top = score
          from = p
        }
      }
      next[t] = top + scores[i * tagCount + first + t]!
      back[i * size + t] = from
    }
    const done = best
    best = next
    next = done
  }
  const tags = new Uint8Array(length)
  if (length === 0) return { tags, score: 0 }
  let tag = 0
  for (let t = 1; t < size; t++) if (best[t]! > best[tag]!) tag = t
  const score = best[tag]!
  for (let i = length - 1; i >= 0; i--) {
    tags[i] = first + tag
    tag = back[i * size + tag]!
  }
  return { tags, score }
}

/** Runs of a tag and what goes on with it: [from, to) in words. */
export function runsOf(tags: Uint8Array, tag: number): (readonly [number, number])[] {
  const runs: [number, number][] = []
  for (let i = 0; i < tags.length; i++) {
    if (tags[i] === tag) runs.push([i, i + 1])
    else if (tags[i] === tag + 1 && runs.length > 0) runs.at(-1)![1] = i + 1
  }
  return runs
}
