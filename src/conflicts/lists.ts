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

/** Asks the same of a thing once only, however many pairs it is in; things of one key are one. */
export function once<A, T>(ask: (thing: A) => T, keyOf: (thing: A) => unknown = (thing) => thing): (thing: A) => T {
  const answers = new Map<unknown, T>()
  return (thing) => {
    const key = keyOf(thing)
    const known = answers.get(key)
    if (known !== undefined) return known
    const answer = ask(thing)
    answers.set(key, answer)
    return answer
  }
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
