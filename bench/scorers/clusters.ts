/** B-cubed precision, recall and F1 (Bagga and Baldwin 1998) of sets of items against the group each item is known to be in. */
export function bCubed(
  sets: readonly (readonly number[])[],
  groupOf: (item: number) => string,
): { readonly precision: number; readonly recall: number; readonly f1: number } {
  const sizes = new Map<string, number>()
  for (const set of sets) for (const item of set) sizes.set(groupOf(item), (sizes.get(groupOf(item)) ?? 0) + 1)
  let [items, precision, recall] = [0, 0, 0]
  for (const set of sets) {
    const here = new Map<string, number>()
    for (const item of set) here.set(groupOf(item), (here.get(groupOf(item)) ?? 0) + 1)
    for (const [group, n] of here) {
      precision += (n * n) / set.length
      recall += (n * n) / sizes.get(group)!
    }
    items += set.length
  }
  if (items === 0) return { precision: 0, recall: 0, f1: 0 }
  const [p, r] = [precision / items, recall / items]
  return { precision: p, recall: r, f1: p + r === 0 ? 0 : (2 * p * r) / (p + r) }
}
