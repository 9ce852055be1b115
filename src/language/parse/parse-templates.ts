import type { Value } from '../../weights/recipe.js'

/**
 * What the templates look at, by its place among a recipe's inputs: s0, s1 and s2 lie on the stack, b0, b1 and b2 are to come;
 * l and r are the outermost children on the left and right, l2 and r2 the second outermost;
 * w is the word, t its tag, m its middle class; lc and rc count children; the last line is what the guide says.
 */
// biome-ignore format: one kind a line
export const parseInput = {
  nil: 0,
  s0w: 1, s1w: 2, s2w: 3, b0w: 4, b1w: 5, b2w: 6,
  s0t: 7, s1t: 8, s2t: 9, b0t: 10, b1t: 11, b2t: 12,
  s0m: 13, s1m: 14, b0m: 15,
  s0Fine: 16, s1Fine: 17, b0Fine: 18, b1Fine: 19,
  s0Coarse: 20, s1Coarse: 21, b0Coarse: 22,
  s0Upos: 23, s1Upos: 24, b0Upos: 25, b1Upos: 26,
  s0Suffix: 27, s1Suffix: 28, b0Suffix: 29,
  s0lWord: 30, s0rWord: 31, s1lWord: 32, s1rWord: 33, b0lWord: 34,
  s0lTag: 35, s0rTag: 36, s1lTag: 37, s1rTag: 38, b0lTag: 39, s0llTag: 40, s0rrTag: 41, s1rrTag: 42,
  s0lLabel: 43, s0l2Label: 44, s0rLabel: 45, s0r2Label: 46,
  s1lLabel: 47, s1l2Label: 48, s1rLabel: 49, s1r2Label: 50, b0lLabel: 51, b0l2Label: 52,
  gap: 53, gap1: 54, s0lc: 55, s0rc: 56, s1lc: 57, s1rc: 58, b0lc: 59,
  up: 60, upB: 61, waits: 62, r0: 63, rb: 64, sure: 65,
} as const

export const parseInputs = 66

/** The templates of Zhang and Nivre (2011) for arc-hybrid, with word classes beside the words. */
export function parseTemplates(combine: (a: Value, b: Value) => Value, put: (value: Value) => void): void {
  const { nil } = parseInput
  const { s0w, s1w, s2w, b0w, b1w, b2w } = parseInput
  const { s0t, s1t, s2t, b0t, b1t, b2t } = parseInput
  const { s0m, s1m, b0m } = parseInput
  const { s0Fine, s1Fine, b0Fine, b1Fine } = parseInput
  const { s0Coarse, s1Coarse, b0Coarse } = parseInput
  const { s0Upos, s1Upos, b0Upos, b1Upos } = parseInput
  const { s0Suffix, s1Suffix, b0Suffix } = parseInput
  const { s0lWord, s0rWord, s1lWord, s1rWord, b0lWord } = parseInput
  const { s0lTag, s0rTag, s1lTag, s1rTag, b0lTag, s0llTag, s0rrTag, s1rrTag } = parseInput
  const { s0lLabel, s0l2Label, s0rLabel, s0r2Label } = parseInput
  const { s1lLabel, s1l2Label, s1rLabel, s1r2Label, b0lLabel, b0l2Label } = parseInput
  const { gap, gap1, s0lc, s0rc, s1lc, s1rc, b0lc } = parseInput

  const s0wt = combine(s0w, s0t)
  const s1wt = combine(s1w, s1t)
  const b0wt = combine(b0w, b0t)
  const s0b0t = combine(s0t, b0t)
  const s1s0t = combine(s1t, s0t)

  put(nil)
  // Single words.
  put(s0w)
  put(s0t)
  put(s0wt)
  put(s1w)
  put(s1t)
  put(s1wt)
  put(b0w)
  put(b0t)
  put(b0wt)
  put(b1w)
  put(b1t)
  put(combine(b1w, b1t))
  put(b2t)
  put(b2w)
  put(s2t)
  put(s2w)
  put(s0Fine)
  put(s1Fine)
  put(b0Fine)
  put(b1Fine)
  put(combine(s0Suffix, s0Upos))
  put(combine(b0Suffix, b0Upos))
  put(combine(s1Suffix, s1Upos))
  // Pairs.
  put(combine(s0wt, b0wt))
  put(combine(s0wt, b0w))
  put(combine(s0w, b0wt))
  put(combine(s0wt, b0t))
  put(combine(s0t, b0wt))
  put(combine(s0w, b0w))
  put(s0b0t)
  put(combine(s1wt, s0wt))
  put(combine(s1w, s0wt))
  put(combine(s1wt, s0w))
  put(combine(s1wt, s0t))
  put(combine(s1t, s0wt))
  put(combine(s1w, s0w))
  put(s1s0t)
  put(combine(b0t, b1t))
  put(combine(b0wt, b1t))
  put(combine(s1w, b0w))
  put(combine(s1wt, b0t))
  put(combine(s1t, b0wt))
  put(combine(s1t, b0t))
  put(combine(combine(s0m, b0m), s0b0t))
  put(combine(combine(s1m, s0m), s1s0t))
  put(combine(s0Fine, b0Fine))
  put(combine(s1Fine, s0Fine))
  put(combine(s0m, b0t))
  put(combine(s0t, b0m))
  put(combine(s1m, s0t))
  put(combine(s1t, s0m))
  put(combine(s0w, b0m))
  put(combine(s0m, b0w))
  put(combine(s1w, s0m))
  put(combine(s1m, s0w))
  // Triples of tags, with words where they help.
  put(combine(s0b0t, b1t))
  put(combine(combine(s0b0t, b1t), b2t))
  put(combine(s1s0t, b0t))
  put(combine(combine(s1s0t, b0t), b1t))
  put(combine(combine(s2t, s1t), s0t))
  put(combine(combine(s2t, s1s0t), b0t))
  put(combine(s1s0t, b0w))
  put(combine(s1s0t, combine(s0w, b0t)))
  put(combine(combine(s1w, s0t), b0t))
  put(combine(s0b0t, combine(b1w, s0w)))
  put(combine(combine(s1Coarse, s0Coarse), combine(b0Coarse, s1s0t)))
  put(combine(combine(s1Upos, s0Upos), combine(b0Upos, b1Upos)))
  // Children.
  put(combine(s0t, combine(s0lTag, s0lLabel)))
  put(combine(s0t, combine(s0rTag, s0rLabel)))
  put(combine(s1t, combine(s1lTag, s1lLabel)))
  put(combine(s1t, combine(s1rTag, s1rLabel)))
  put(combine(b0t, combine(b0lTag, b0lLabel)))
  put(combine(s0b0t, combine(s0lTag, s0lLabel)))
  put(combine(s0b0t, combine(s0rTag, s0rLabel)))
  put(combine(s0b0t, combine(b0lTag, b0lLabel)))
  put(combine(s1s0t, combine(s0lTag, s0lLabel)))
  put(combine(s1s0t, combine(s0rTag, s0rLabel)))
  put(combine(s1s0t, combine(s1lTag, s1lLabel)))
  put(combine(s1s0t, combine(s1rTag, s1rLabel)))
  put(combine(s1s0t, combine(b0lTag, b0lLabel)))
  put(combine(s0t, combine(s0lLabel, s0l2Label)))
  put(combine(s0t, combine(s0rLabel, s0r2Label)))
  put(combine(s1t, combine(s1lLabel, s1l2Label)))
  put(combine(s1t, combine(s1rLabel, s1r2Label)))
  put(combine(b0t, combine(b0lLabel, b0l2Label)))
  put(combine(s0w, combine(s0lLabel, s0rLabel)))
  put(combine(s1w, combine(s1lLabel, s1rLabel)))
  put(combine(b0w, combine(b0lLabel, b0l2Label)))
  put(s0lWord)
  put(s0rWord)
  put(s1lWord)
  put(s1rWord)
  put(b0lWord)
  put(combine(s0t, combine(s0rrTag, s0rTag)))
  put(combine(s1t, combine(s1rrTag, s1rTag)))
  put(combine(s0t, combine(s0llTag, s0lTag)))
  put(combine(combine(s0w, s0lWord), b0t))
  put(combine(combine(s1w, s0lWord), s0t))
  put(combine(combine(s1w, s0lWord), s0m))
  // Distances and valencies.
  put(combine(gap, s0b0t))
  put(combine(gap, combine(s0w, b0w)))
  put(combine(gap, s0w))
  put(combine(gap, b0w))
  put(combine(gap1, s1s0t))
  put(combine(gap1, s0w))
  put(combine(gap1, s1w))
  put(combine(combine(s0lc, s0rc), s0t))
  put(combine(combine(s0lc, s0rc), s0w))
  put(combine(combine(s1lc, s1rc), s1t))
  put(combine(combine(s1lc, s1rc), s1w))
  put(combine(b0lc, b0t))
  put(combine(b0lc, b0w))
}

/** What the other parser would do: who governs s0 and b0, and whether s0 still waits for children. */
export function guideTemplates(combine: (a: Value, b: Value) => Value, put: (value: Value) => void): void {
  const { s0w, s0t, s1t, b0t, up, upB, waits, r0, rb, sure } = parseInput
  const s0b0t = combine(s0t, b0t)
  const s1s0t = combine(s1t, s0t)

  const move = combine(up, waits)
  put(move)
  put(combine(move, upB))
  put(combine(move, r0))
  put(combine(combine(move, r0), sure))
  put(combine(move, sure))
  put(combine(combine(move, r0), s0w))
  put(combine(combine(move, r0), s0t))
  put(combine(move, s0b0t))
  put(combine(move, s1s0t))
  put(combine(combine(move, upB), combine(r0, rb)))
  put(combine(upB, rb))
  put(combine(combine(upB, rb), b0t))
  put(combine(combine(up, r0), combine(s0t, b0t)))
  put(combine(combine(up, r0), combine(s1t, s0t)))
}
