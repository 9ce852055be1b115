/**
 * The index of the first item of a list for which a question holds, found by halving; the length of the list where it holds for none.
 * The question must hold for every item behind the first for which it does.
 */
export function firstWhere<T>(list: ArrayLike<T>, holds: (item: T) => boolean): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(list[middle]!)) high = middle
    else low = middle + 1
  }
  return low
}
