import type { Range } from '../../model/span.js'
import type { Clause } from './clauses.js'

/** Longer than this a stretch of text is no clause, and is cut at a word. */
const longest = 500

/** A gap of so few characters, a "she said" or a dash, does not part a clause. */
const smallGap = 20

/**
 * Where a clause stands: "The lamp, which Ada Holm had lit, went out" → "went out"
 *
 * What is told of the lamp besides is a statement of its own, so the clause is the unbroken stretch that holds its predicate:
 * two statements that share words could not be told apart by their place.
 */
export function spanOf({ tree, tokens, predicate }: Clause): Range | null {
  const at = tokens.indexOf(predicate)
  const from = at < 0 ? 0 : at
  const isBeside = (left: number, right: number) =>
    tree.tokens[tokens[right]!]!.start - tree.tokens[tokens[left]!]!.end <= smallGap
  let first = from
  while (first > 0 && isBeside(first - 1, first)) first--
  let last = from
  while (last < tokens.length - 1 && isBeside(last, last + 1)) last++
  const isPunctuation = (place: number) => tree.tokens[tokens[place]!]!.upos === 'PUNCT'
  while (first < from && isPunctuation(first)) first++
  while (last > from && isPunctuation(last)) last--
  const opening = tree.tokens[tokens[first] ?? -1]
  if (!opening) return null
  const { start } = opening
  const ends = tokens.slice(first, last + 1).map((i) => tree.tokens[i]!.end)
  return { start, end: Math.max(...ends.filter((end) => end - start <= longest)) }
}
