import type { Tree } from '../trees.js'
import type { Clause } from './clauses.js'

/**
 * "Seven Rescued From Sinking Ferry Off Brennick"  →  the whole headline
 *
 * The headline asserts what it tells even where it has no verb, or none that the parser knows in capitals.
 * Only the first one of a report, and only one with the length of a sentence: "Early life" asserts nothing.
 */
export function headlineClause(tree: Tree): Clause | undefined {
  const { sentence, tokens } = tree
  if (sentence.kind !== 'heading' || sentence.index > 1) return undefined
  if (tokens.length < 5 || tokens.length > 30 || tokens.some(({ form }) => /^[?:|]$/.test(form))) return undefined
  const predicate = tokens.findIndex(({ head }) => head < 0)
  if (predicate < 0 || tokens[predicate]!.upos === 'PUNCT') return undefined
  const all = tokens.map((_, i) => i)
  return { rule: 'headline', tree, predicate, subject: undefined, tokens: all, words: all }
}
