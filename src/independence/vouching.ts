import type { Statement } from '../model/findings.js'

/** Rules of statements that a sentence takes for granted, or that are no sentence: "the keeper, who had left, …", "leaving the tower". */
const inPassing = new Set(['relative-clause', 'participle', 'apposition', 'title', 'age', 'headline'])

/**
 * "The tower was dark", as against "if the tower was dark", "the tower may have been dark", "he believes that it was dark",
 * "the keeper, who had left, …"
 *
 * Whether a statement says outright, in a clause of its own, that it is so. What is guessed, planned or told in passing adds no
 * witness to somebody who says it outright.
 */
export function isOutright({ factuality = 'certain', stance, because }: Statement): boolean {
  return isAsserted(factuality, stance) && !inPassing.has(because.rule)
}

/** Whether it is said to be so at all, in passing or not. */
export function isMeant({ factuality = 'certain', stance }: Statement): boolean {
  return isAsserted(factuality, stance)
}

function isAsserted(factuality: NonNullable<Statement['factuality']>, stance: Statement['stance']): boolean {
  return factuality === 'certain' && stance !== 'speculated' && stance !== 'unverified'
}
