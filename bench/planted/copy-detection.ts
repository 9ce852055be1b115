import type { PlantedStory } from './generate.js'

/** How far the sources are believed to err and to copy; the values of Dong, Berti-Equille and Srivastava (2009). */
const belief = { error: 0.2, falseValues: 10, copyRate: 0.8, prior: 0.2 } as const

/** What a baseline makes of a story. */
export interface Guess {
  readonly edges: readonly { readonly to: string; readonly from: string }[]
  readonly counts: ReadonlyMap<string, number>
}

/** The simplest: every outlet that has a fact is a witness of it. */
export function countOutlets({ reports }: PlantedStory): Guess {
  const counts = new Map<string, number>()
  for (const { facts } of reports) for (const { fact } of facts) counts.set(fact, (counts.get(fact) ?? 0) + 1)
  return { edges: [], counts }
}

/**
 * Voting with copy detection (Dong, Berti-Equille and Srivastava 2009, DEPEN): two sources that share values which most others
 * do not have probably copy; a copier's vote counts for what it probably did not copy. It is given each report's values as a table
 * and does not see the text. The later of two is taken for the copier.
 */
export function voteWithCopyDetection({ reports }: PlantedStory): Guess {
  const values = reports.map((r) => new Map(r.facts.map((f) => [f.fact, f.value])))
  const dependent = reports.map((_, i) =>
    reports.map((_, j) => (i === j ? 0 : dependence(values[i]!, values[j]!, values))),
  )
  const edges = reports.flatMap((a, i) =>
    reports
      .slice(i + 1)
      .flatMap((b, k) =>
        dependent[i]![i + 1 + k]! > 0.5
          ? [a.published <= b.published ? { to: b.id, from: a.id } : { to: a.id, from: b.id }]
          : [],
      ),
  )
  const counts = new Map<string, number>()
  for (const fact of new Set(reports.flatMap((r) => r.facts.map((f) => f.fact)))) {
    const order = reports
      .map((r, i) => ({ i, published: r.published }))
      .filter(({ i }) => values[i]!.has(fact))
      .sort((a, b) => (a.published < b.published ? -1 : a.published > b.published ? 1 : a.i - b.i))
    const votes = order.reduce(
      (sum, { i }, at) =>
        sum + order.slice(0, at).reduce((p, { i: j }) => p * (1 - belief.copyRate * dependent[i]![j]!), 1),
      0,
    )
    counts.set(fact, Math.max(1, Math.round(votes)))
  }
  return { edges, counts }
}

function dependence(
  a: ReadonlyMap<string, string>,
  b: ReadonlyMap<string, string>,
  all: readonly ReadonlyMap<string, string>[],
): number {
  const { error, falseValues, copyRate, prior } = belief
  let logIndependent = Math.log(1 - prior)
  let logDependent = Math.log(prior)
  for (const [fact, value] of a) {
    const other = b.get(fact)
    if (other === undefined) continue
    const isTrue = value === majority(fact, all)
    const sameByChance = isTrue ? (1 - error) ** 2 : error ** 2 / falseValues
    const same = value === other
    const chance = same ? sameByChance : 1 - (1 - error) ** 2 - error ** 2 / falseValues
    const copied = same ? (isTrue ? 1 - error : error) : 0
    logIndependent += Math.log(chance)
    logDependent += Math.log(copyRate * copied + (1 - copyRate) * chance)
  }
  return 1 / (1 + Math.exp(logIndependent - logDependent))
}

function majority(fact: string, all: readonly ReadonlyMap<string, string>[]): string | undefined {
  const votes = new Map<string, number>()
  for (const values of all) {
    const value = values.get(fact)
    if (value !== undefined) votes.set(value, (votes.get(value) ?? 0) + 1)
  }
  return [...votes].sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1))[0]?.[0]
}
