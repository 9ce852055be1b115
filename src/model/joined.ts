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
    let at = thing
    for (let next = above.get(at); next !== undefined; next = above.get(at)) at = next
    return at
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
