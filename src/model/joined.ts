/** Things joined two by two into sets. */
export interface Joined {
  readonly join: (one: string, other: string) => void
  /** The first key of the set of a thing, by the alphabet: the same whatever the order of the joins. */
  readonly setOf: (thing: string) => string
}

/** Sets of one thing each, to be joined. */
export function joined(): Joined {
  const above = new Map<string, string>()
  const setOf = (thing: string): string => {
    let first = thing
    for (let next = above.get(first); next !== undefined; next = above.get(first)) first = next
    // Whatever was met on the way leads there at once from now on, so that long chains are walked only once.
    for (let at = thing; at !== first; ) {
      const next = above.get(at)!
      above.set(at, first)
      at = next
    }
    return first
  }
  return {
    setOf,
    join: (one, other) => {
      const [a, b] = [setOf(one), setOf(other)]
      if (a < b) above.set(b, a)
      else if (b < a) above.set(a, b)
    },
  }
}
