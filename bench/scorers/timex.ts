/** A time expression for scoring: where it stands and its TIMEX3 value. */
export interface Timex {
  readonly start: number
  readonly end: number
  readonly value: string
}

/** Counts for the three figures of TempEval-3, to be added over documents. */
export interface TimexCounts {
  readonly gold: number
  readonly found: number
  /** Same start and same end. */
  readonly strict: number
  /** At least one character in common; each gold expression serves once. */
  readonly relaxed: number
  /** As relaxed, with the same value. */
  readonly value: number
}

/** A pair that overlaps, or one side alone: for reading the mistakes. */
export interface TimexPair {
  readonly gold: Timex | null
  readonly found: Timex | null
}

export const noTimexes: TimexCounts = { gold: 0, found: 0, strict: 0, relaxed: 0, value: 0 }

/**
 * Scores one document as TempEval-3 does (UzZaman et al. 2013): exact matches first, then any overlap from left to
 * right; every expression is used once.
 */
export function scoreTimexes(gold: readonly Timex[], found: readonly Timex[]): TimexCounts {
  const pairs = pairTimexes(gold, found)
  const counts = { ...noTimexes, gold: gold.length, found: found.length }
  for (const { gold: wanted, found: got } of pairs) {
    if (!wanted || !got) continue
    counts.relaxed++
    if (wanted.start === got.start && wanted.end === got.end) counts.strict++
    if (wanted.value === got.value) counts.value++
  }
  return counts
}

/** Pairs what overlaps, exact matches first; what has no partner comes with null. */
export function pairTimexes(gold: readonly Timex[], found: readonly Timex[]): TimexPair[] {
  const partner = new Map<Timex, Timex>()
  const used = new Set<Timex>()
  const exact = new Map(found.map((timex) => [`${timex.start} ${timex.end}`, timex]))
  for (const wanted of gold) {
    const got = exact.get(`${wanted.start} ${wanted.end}`)
    if (!got || used.has(got)) continue
    partner.set(wanted, got)
    used.add(got)
  }
  for (const wanted of gold) {
    if (partner.has(wanted)) continue
    const got = found.find((timex) => !used.has(timex) && timex.start < wanted.end && wanted.start < timex.end)
    if (!got) continue
    partner.set(wanted, got)
    used.add(got)
  }
  const pairs: TimexPair[] = gold.map((wanted) => ({ gold: wanted, found: partner.get(wanted) ?? null }))
  for (const got of found) if (!used.has(got)) pairs.push({ gold: null, found: got })
  return pairs
}

/** Adds the counts of two documents. */
export function addTimexes(a: TimexCounts, b: TimexCounts): TimexCounts {
  return {
    gold: a.gold + b.gold,
    found: a.found + b.found,
    strict: a.strict + b.strict,
    relaxed: a.relaxed + b.relaxed,
    value: a.value + b.value,
  }
}
