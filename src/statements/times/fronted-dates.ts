import type { When } from '../../model/when.js'
import { isVerb, type Tree } from '../trees.js'
import { isPast, type Telling, voiceAt } from './placed.js'

/**
 * "On Friday she took her lamp, walked out to the tower and lit it."  →  the taking: on Friday
 *
 * A date that opens a sentence stands over all that is told up to the verb it was hung on, and not only over that.
 */
export function frontedDate(index: number, { placed, when, attributions }: Telling): When | null {
  const { statement, tree, predicate } = placed[index]!
  if (!isPast(tree, predicate)) return null
  for (let i = index + 1; i < placed.length && placed[i]!.tree === tree; i++) {
    const date = when(i)
    if (!date || date.known.length === 0 || !opens(tree, date)) continue
    const own = tree.tokens[predicate]!
    const isBetween = date.end <= statement.start && own.start < tree.tokens[placed[i]!.predicate]!.start
    return isBetween && voiceAt(own, attributions) === voiceAt(date, attributions) ? date : null
  }
  return null
}

/** Whether no verb stands before a date in its sentence. */
function opens(tree: Tree, { start }: When): boolean {
  return start >= tree.sentence.start && !tree.tokens.some((token) => token.start < start && isVerb(token))
}
