import type { Field } from './signature.js'
import type { Vectors } from './vectors.js'

/** A term in more reports than this brings nobody together. */
const commonest = 60
/** Each report is compared with so many others at most. */
const mostCandidates = 40
const leastShared = 0.03

/**
 * Pairs of reports worth comparing, by the rare words and names they share; the smaller index first.
 * Each report looks at those before it, so the cost is about linear in the number of reports.
 */
export function findCandidates({ of, frequency }: Vectors): (readonly [number, number])[] {
  const postings = new Map<number, { readonly report: number; readonly weight: number }[]>()
  const pairs: (readonly [number, number])[] = []
  of.forEach((vectors, report) => {
    const shared = new Map<number, number>()
    for (const [offset, field] of [
      [0, 'words'],
      [1, 'names'],
    ] as const satisfies readonly (readonly [number, Field])[]) {
      const { terms, weights } = vectors[field]
      terms.forEach((term, i) => {
        const often = frequency[field][term]!
        if (often < 2 || often > commonest) return
        const key = term * 2 + offset
        const list = postings.get(key)
        for (const other of list ?? [])
          shared.set(other.report, (shared.get(other.report) ?? 0) + weights[i]! * other.weight)
        const own = { report, weight: weights[i]! }
        if (list) list.push(own)
        else postings.set(key, [own])
      })
    }
    const best = [...shared].filter(([, sum]) => sum > leastShared).sort((a, b) => b[1] - a[1] || a[0] - b[0])
    for (const [other] of best.slice(0, mostCandidates)) pairs.push([other, report])
  })
  return pairs
}
