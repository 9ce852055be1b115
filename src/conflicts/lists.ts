import { firstFrom } from '../model/span.js'

/** The items of a list by a key, in the order in which the keys appear. */
export function groupBy<T, K = string>(list: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of list) {
    const key = keyOf(item)
    const known = groups.get(key)
    if (known) known.push(item)
    else groups.set(key, [item])
  }
  return groups
}

/** The items of a list in text order that lie from `start` to `end`, found by halving. */
export function lyingIn<T extends { readonly start: number; readonly end: number }>(
  list: readonly T[],
  start: number,
  end: number,
): T[] {
  const found: T[] = []
  for (let i = firstFrom(list, start); i < list.length && list[i]!.start < end; i++)
    if (list[i]!.end <= end) found.push(list[i]!)
  return found
}
