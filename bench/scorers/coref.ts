/** The mentions of one text by what they stand for; a mention is spelt as any string that is its own within the text. */
export type Chains = readonly (readonly string[])[]

/** Numerators and denominators of one measure, to be summed over texts before dividing, as the CoNLL scorer does. */
export interface CorefCounts {
  readonly right: number
  readonly wanted: number
  readonly rightFound: number
  readonly found: number
}

/** Precision, recall and F1 of one measure, from 0 to 1. */
export interface CorefScore {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/** Scores of a corpus: each measure over all texts, and the mean of the three F1 (CoNLL-2012). */
export interface CorefScores {
  readonly mentions: CorefScore
  readonly muc: CorefScore
  readonly bCubed: CorefScore
  readonly ceaf: CorefScore
  readonly conll: number
}

/** Scores found chains against gold ones, text by text; chains of one mention are left out on both sides. */
export function scoreCoref(texts: readonly { readonly gold: Chains; readonly found: Chains }[]): CorefScores {
  const plural = (chains: Chains) => chains.filter((chain) => chain.length > 1)
  const pairs = texts.map(({ gold, found }) => ({ gold: plural(gold), found: plural(found) }))
  const over = (measure: (gold: Chains, found: Chains) => CorefCounts) =>
    scoreOf(pairs.map(({ gold, found }) => measure(gold, found)))
  const muc = over(mucCounts)
  const bCubed = over(bCubedCounts)
  const ceaf = over(ceafCounts)
  return { mentions: over(mentionCounts), muc, bCubed, ceaf, conll: (muc.f1 + bCubed.f1 + ceaf.f1) / 3 }
}

/** Sums counts and divides. */
export function scoreOf(counts: readonly CorefCounts[]): CorefScore {
  const sum = (of: (count: CorefCounts) => number) => counts.reduce((total, count) => total + of(count), 0)
  const recall = ratio(
    sum((c) => c.right),
    sum((c) => c.wanted),
  )
  const precision = ratio(
    sum((c) => c.rightFound),
    sum((c) => c.found),
  )
  return { precision, recall, f1: ratio(2 * precision * recall, precision + recall) }
}

/** Vilain et al. 1995: links; a chain of n mentions has n − 1, and loses one for each extra piece the other side breaks it into. */
export function mucCounts(gold: Chains, found: Chains): CorefCounts {
  const links = (chains: Chains, other: Chains) => {
    const chainOf = chainsByMention(other)
    let kept = 0
    for (const chain of chains) {
      const pieces = new Set<string | number>(chain.map((mention) => chainOf.get(mention) ?? mention))
      kept += chain.length - pieces.size
    }
    return kept
  }
  const all = (chains: Chains) => chains.reduce((n, chain) => n + chain.length - 1, 0)
  return { right: links(gold, found), wanted: all(gold), rightFound: links(found, gold), found: all(found) }
}

/** Bagga and Baldwin 1998: for each mention, the share of its chain that the other side has with it. */
export function bCubedCounts(gold: Chains, found: Chains): CorefCounts {
  const shares = (chains: Chains, other: Chains) => {
    const chainOf = chainsByMention(other)
    let total = 0
    for (const chain of chains) {
      const shared = new Map<number, number>()
      for (const mention of chain) {
        const of = chainOf.get(mention)
        if (of !== undefined) shared.set(of, (shared.get(of) ?? 0) + 1)
      }
      for (const count of shared.values()) total += (count * count) / chain.length
    }
    return total
  }
  const all = (chains: Chains) => chains.reduce((n, chain) => n + chain.length, 0)
  return { right: shares(gold, found), wanted: all(gold), rightFound: shares(found, gold), found: all(found) }
}

/** Luo 2005 with φ4: the best one-to-one matching of chains, each pair worth 2·|both| / (|one| + |other|). */
export function ceafCounts(gold: Chains, found: Chains): CorefCounts {
  const chainOf = chainsByMention(found)
  const worth = gold.map((chain) => {
    const row = new Float64Array(found.length)
    for (const mention of chain) {
      const of = chainOf.get(mention)
      if (of !== undefined) row[of]! += 2 / (chain.length + found[of]!.length)
    }
    return row
  })
  const best = bestMatching(worth, found.length)
  return { right: best, wanted: gold.length, rightFound: best, found: found.length }
}

/** Mentions that stand in some chain. */
function mentionCounts(gold: Chains, found: Chains): CorefCounts {
  const wanted = new Set(gold.flat())
  const given = new Set(found.flat())
  const right = [...given].filter((mention) => wanted.has(mention)).length
  return { right, wanted: wanted.size, rightFound: right, found: given.size }
}

function chainsByMention(chains: Chains): ReadonlyMap<string, number> {
  return new Map(chains.flatMap((chain, c) => chain.map((mention) => [mention, c] as const)))
}

/** The largest sum of worths with each row and each column taken at most once (Kuhn and Munkres, in O(n³)). */
export function bestMatching(worth: readonly ArrayLike<number>[], columns: number): number {
  const size = Math.max(worth.length, columns)
  const cost = (row: number, column: number) => -(worth[row]?.[column] ?? 0)
  const rowPrice = new Float64Array(size + 1)
  const columnPrice = new Float64Array(size + 1)
  const rowOf = new Int32Array(size + 1)
  const way = new Int32Array(size + 1)
  for (let row = 1; row <= size; row++) {
    rowOf[0] = row
    let column = 0
    const least = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY)
    const used = new Uint8Array(size + 1)
    do {
      used[column] = 1
      const at = rowOf[column]!
      let step = Number.POSITIVE_INFINITY
      let next = 0
      for (let j = 1; j <= size; j++) {
        if (used[j] === 1) continue
        const reduced = cost(at - 1, j - 1) - rowPrice[at]! - columnPrice[j]!
        if (reduced < least[j]!) {
          least[j] = reduced
          way[j] = column
        }
        if (least[j]! < step) {
          step = least[j]!
          next = j
        }
      }
      for (let j = 0; j <= size; j++) {
        if (used[j] === 1) {
          rowPrice[rowOf[j]!]! += step
          columnPrice[j]! -= step
        } else least[j]! -= step
      }
      column = next
    } while (rowOf[column] !== 0)
    do {
      const before = way[column]!
      rowOf[column] = rowOf[before]!
      column = before
    } while (column !== 0)
  }
  let total = 0
  for (let j = 1; j <= size; j++) total += worth[rowOf[j]! - 1]?.[j - 1] ?? 0
  return total
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}

/** One answer to a GAP question: whether the pronoun stands for each of the two names. */
export interface GapAnswer {
  readonly feminine: boolean
  readonly gold: readonly [boolean, boolean]
  readonly found: readonly [boolean, boolean]
}

/** F1 as the GAP scorer counts it: each name is a yes or no, and the yeses count. */
export function scoreGap(answers: readonly GapAnswer[]): {
  readonly overall: CorefScore
  readonly masculine: number
  readonly feminine: number
  readonly bias: number
} {
  const masculine = gapScore(answers.filter((answer) => !answer.feminine)).f1
  const feminine = gapScore(answers.filter((answer) => answer.feminine)).f1
  return { overall: gapScore(answers), masculine, feminine, bias: ratio(feminine, masculine) }
}

function gapScore(answers: readonly GapAnswer[]): CorefScore {
  let right = 0
  let wanted = 0
  let found = 0
  for (const answer of answers) {
    for (const i of [0, 1] as const) {
      if (answer.gold[i]) wanted++
      if (answer.found[i]) found++
      if (answer.gold[i] && answer.found[i]) right++
    }
  }
  return scoreOf([{ right, wanted, rightFound: right, found }])
}
