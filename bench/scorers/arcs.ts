/** A word's governor (−1 for the root) and its relation to it. */
export interface Arc {
  readonly head: number
  readonly deprel: string
}

/**
 * How many of a sentence's words got the right governor; the right governor and relation;
 * and the right governor and relation without its subtype (the LAS of CoNLL-2018). Punctuation counts like any word.
 */
export function countArcs(
  gold: readonly Arc[],
  tree: { readonly heads: readonly number[]; readonly deprels: readonly string[] },
): { words: number; attached: number; labelled: number; universal: number } {
  const counts = { words: gold.length, attached: 0, labelled: 0, universal: 0 }
  gold.forEach(({ head, deprel }, i) => {
    if (tree.heads[i] !== head) return
    counts.attached++
    if (tree.deprels[i] === deprel) counts.labelled++
    if (universal(tree.deprels[i]!) === universal(deprel)) counts.universal++
  })
  return counts
}

function universal(deprel: string): string {
  return deprel.split(':')[0]!
}
