import TinyQueue from 'tinyqueue'

/** Two reports and how likely they belong together. */
export type Link = readonly [one: number, other: number, likeness: number]

/**
 * Sets of reports by average linkage: the two sets whose members are on average most alike are joined, again and again,
 * until no two are as alike as `least`. Pairs without a link count as nothing alike.
 * Indices run from 0 to `size` − 1; the sets come in the order of their first members.
 */
export function mergeByAverage(size: number, links: readonly Link[], least: number): number[][] {
  const members: (number[] | undefined)[] = Array.from({ length: size }, (_, i) => [i])
  const sums: Map<number, number>[] = members.map(() => new Map())
  for (const [a, b, likeness] of links) {
    sums[a]!.set(b, likeness)
    sums[b]!.set(a, likeness)
  }
  const average = (a: number, b: number) => (sums[a]!.get(b) ?? 0) / (members[a]!.length * members[b]!.length)
  const heap = new TinyQueue<Joint>([], likestFirst)
  for (const [a, b, likeness] of links)
    if (likeness >= least) heap.push({ a: Math.min(a, b), b: Math.max(a, b), likeness })
  for (let top = heap.pop(); top; top = heap.pop()) {
    const { a, b, likeness } = top
    // What was queued before one of the two grew is out of date; the joined set was queued anew.
    if (!members[a] || !members[b] || average(a, b) !== likeness) continue
    members[a] = [...members[a], ...members[b]]
    members[b] = undefined
    for (const [c, sum] of sums[b]!) {
      sums[c]!.delete(b)
      if (c === a) continue
      const together = (sums[a]!.get(c) ?? 0) + sum
      sums[a]!.set(c, together)
      sums[c]!.set(a, together)
    }
    sums[b]!.clear()
    for (const c of sums[a]!.keys()) {
      const next = average(a, c)
      if (next >= least) heap.push({ a: Math.min(a, c), b: Math.max(a, c), likeness: next })
    }
  }
  return members.flatMap((set) => (set ? [set.sort((a, b) => a - b)] : []))
}

interface Joint {
  readonly a: number
  readonly b: number
  readonly likeness: number
}

/** The most alike first; ties by index, so that the result does not hang on the order of the links. */
function likestFirst(x: Joint, y: Joint): number {
  return y.likeness - x.likeness || x.a - y.a || x.b - y.b
}
