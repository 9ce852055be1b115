import TinyQueue from 'tinyqueue'

/** How surely two things are one: log-odds in thousandths; −Infinity where they must not be. */
export interface Link {
  readonly a: number
  readonly b: number
  readonly score: number
}

/** What pairs count that were never compared: surely not the same. */
const stranger = -5000

/**
 * Groups by average link: the two groups whose members are likest on average are merged, until no average reaches `least`.
 * Groups that hold a forbidden pair are never merged. Gives the group of each thing, by the index of its first member.
 *
 * First only what stands in different reports counts: one report tells a thing in two nested clauses or over several sentences, and
 * each of them is less like the others than like what another report says. Then what one report repeats, by the average over all.
 */
export function cluster(reports: readonly number[], links: readonly Link[], least: number): number[] {
  const isAcross = ({ a, b }: Link) => reports[a] !== reports[b]
  const across = links.filter((link) => isAcross(link) || link.score === Number.NEGATIVE_INFINITY)
  const alone = Array.from(reports, (_, i) => i)
  const found = mergeGroups(alone, across, least, (one, other) => pairsAcross(one, other, reports))
  return mergeGroups(found, links, least, (one, other) => one.length * other.length)
}

/** Merges groups further, where an average is taken over `pairsBetween` so many pairs. */
function mergeGroups(
  start: readonly number[],
  links: readonly Link[],
  least: number,
  pairsBetween: (one: readonly number[], other: readonly number[]) => number,
): number[] {
  const groupOf = [...start]
  const members = groupOf.map((): number[] => [])
  for (const [i, group] of groupOf.entries()) members[group]!.push(i)
  const version = new Int32Array(groupOf.length)
  // For each group its ties to others: the sum over compared pairs of what they score above strangers.
  const ties = new Map<number, Map<number, number>>()
  const tiesOf = (a: number) => {
    const known = ties.get(a)
    if (known) return known
    const made = new Map<number, number>()
    ties.set(a, made)
    return made
  }
  const addTie = (a: number, b: number, sum: number) => tiesOf(a).set(b, sum + (tiesOf(a).get(b) ?? 0))
  for (const { a, b, score } of withinReach(groupOf, links, least)) {
    const [one, other] = [groupOf[a]!, groupOf[b]!]
    if (one === other) continue
    addTie(one, other, score - stranger)
    addTie(other, one, score - stranger)
  }
  const average = (a: number, b: number) => stranger + (tiesOf(a).get(b) ?? 0) / pairsBetween(members[a]!, members[b]!)
  const queue = new TinyQueue<Offer>([], bestFirst)
  const offer = (a: number, b: number) => {
    const score = average(a, b)
    if (score >= least) queue.push({ score, a: Math.min(a, b), b: Math.max(a, b), stamp: version[a]! + version[b]! })
  }
  for (const [a, own] of ties) for (const b of own.keys()) if (a < b) offer(a, b)
  for (let next = queue.pop(); next; next = queue.pop()) {
    const { a, b, stamp } = next
    if (members[a]!.length === 0 || members[b]!.length === 0 || stamp !== version[a]! + version[b]!) continue
    for (const i of members[b]!) groupOf[i] = a
    members[a]!.push(...members[b]!)
    members[b] = []
    version[a]!++
    const own = tiesOf(a)
    own.delete(b)
    for (const [other, sum] of tiesOf(b)) {
      tiesOf(other).delete(b)
      if (other === a) continue
      const joint = sum + (own.get(other) ?? 0)
      own.set(other, joint)
      tiesOf(other).set(a, joint)
    }
    ties.delete(b)
    for (const other of own.keys()) offer(a, other)
  }
  return groupOf
}

/** How many pairs of one thing of each group stand in different reports. */
function pairsAcross(one: readonly number[], other: readonly number[], reports: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const i of one) counts.set(reports[i]!, (counts.get(reports[i]!) ?? 0) + 1)
  return other.reduce((pairs, i) => pairs + one.length - (counts.get(reports[i]!) ?? 0), 0)
}

/**
 * The links between things that may come into one group. No average is above its best link, so that two things between which
 * no chain of links of `least` and more leads never do; that is so of most.
 */
function withinReach(groupOf: readonly number[], links: readonly Link[], least: number): Link[] {
  const above = Int32Array.from(groupOf)
  const rootOf = (i: number) => {
    let root = i
    while (above[root] !== root) {
      above[root] = above[above[root]!]!
      root = above[root]!
    }
    return root
  }
  for (const { a, b, score } of links) if (score >= least) above[rootOf(a)] = rootOf(b)
  return links.filter(({ a, b }) => rootOf(a) === rootOf(b))
}

interface Offer {
  readonly score: number
  readonly a: number
  readonly b: number
  /** Sum of the versions of both groups: an offer is stale when it has changed, since versions only grow. */
  readonly stamp: number
}

/** The best offer first; equal ones in the order of their members. */
function bestFirst(x: Offer, y: Offer): number {
  return y.score - x.score || x.a - y.a || x.b - y.b
}
