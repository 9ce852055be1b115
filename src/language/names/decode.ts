import { goesOn, labels, outside, staysOpen, tagCount, tagOf } from './tags.js'

/** Tags after which nothing is left open, and tags that go on from none: between them any step is allowed. */
const closed = allTags().filter((tag) => !staysOpen(tag))
const opening = allTags().filter((tag) => !goesOn(tag))
/** Inside and last tags with the two that may come before them. */
const inner = labels.flatMap((_, label) =>
  (['I', 'L'] as const).map((place) => ({
    tag: tagOf(label, place),
    before: [tagOf(label, 'B'), tagOf(label, 'I')] as const,
  })),
)

function allTags(): number[] {
  return Array.from({ length: tagCount }, (_, tag) => tag)
}

/**
 * The best valid sequence of tags (Viterbi) for the tokens `from` to `end`, written into `tags`.
 * `scores` holds one row of tag scores a token; `transitions` the weight of tag b after a at a × tagCount + b.
 */
export function decode(scores: Int32Array, transitions: Int32Array, from: number, end: number, tags: Uint8Array): void {
  const length = end - from
  if (length === 0) return
  const back = new Uint8Array(length * tagCount)
  let best = new Int32Array(tagCount).fill(impossible)
  let next = new Int32Array(tagCount)
  for (const tag of opening) best[tag] = scores[from * tagCount + tag]!
  const { most, least } = rangeOfSteps(transitions)
  const rivals = new Uint8Array(closed.length)
  for (let i = 1; i < length; i++) {
    const row = (from + i) * tagCount
    const links = i * tagCount
    // Most tags are too far behind to be the best step to anything, and need not be tried.
    let leader = closed[0]!
    for (const previous of closed) if (best[previous]! > best[leader]!) leader = previous
    const bar = best[leader]! + least[leader]!
    let rivalCount = 0
    for (const previous of closed) if (best[previous]! + most[previous]! >= bar) rivals[rivalCount++] = previous
    for (const tag of opening) {
      let top = impossible
      let link = outside
      for (let r = 0; r < rivalCount; r++) {
        const previous = rivals[r]!
        const score = best[previous]! + transitions[previous * tagCount + tag]!
        if (score > top) {
          top = score
          link = previous
        }
      }
      next[tag] = top + scores[row + tag]!
      back[links + tag] = link
    }
    for (const { tag, before } of inner) {
      const first = best[before[0]]! + transitions[before[0] * tagCount + tag]!
      const second = best[before[1]]! + transitions[before[1] * tagCount + tag]!
      next[tag] = Math.max(first, second, impossible) + scores[row + tag]!
      back[links + tag] = first >= second ? before[0] : before[1]
    }
    ;[best, next] = [next, best]
  }
  let tag = outside
  for (const candidate of closed) if (best[candidate]! > best[tag]!) tag = candidate
  for (let i = length - 1; i >= 0; i--) {
    tags[from + i] = tag
    tag = back[i * tagCount + tag]!
  }
}

/** Low enough to lose to every real sequence, high enough never to wrap round when scores are added. */
const impossible = -(2 ** 29)

/** For each closed tag the most and the least that a step from it to any opening tag can weigh. */
function rangeOfSteps(transitions: Int32Array): { readonly most: Int32Array; readonly least: Int32Array } {
  const most = new Int32Array(tagCount)
  const least = new Int32Array(tagCount)
  for (const previous of closed) {
    const weights = opening.map((tag) => transitions[previous * tagCount + tag]!)
    most[previous] = Math.max(...weights)
    least[previous] = Math.min(...weights)
  }
  return { most, least }
}
