import type { Statement } from '../model/findings.js'

/** Rules of statements that a sentence takes for granted, or that are no sentence: "the keeper, who had left, …", "leaving the tower". */
const inPassing = new Set(['relative-clause', 'participle', 'apposition', 'title', 'age', 'headline'])

/**
 * "The tower was dark", as against "if the tower was dark", "the tower may have been dark", "he believes that it was dark",
 * "the keeper, who had left, …", "when the tower was dark"
 *
 * Whether a statement, of these words, says outright, in a clause of its own, that it is so. What is guessed, planned or told in passing adds no
 * witness to somebody who says it outright.
 */
export function isOutright({ factuality = 'certain', stance, because }: Statement, words: string): boolean {
  return isAsserted(factuality, stance) && !inPassing.has(because.rule) && !givenFor.test(words)
}

/** "when the lamp went out, …": a time or reason, which is taken for granted. */
const givenFor = /^(?:when|whenever|while|as|after|before|since|until|once|because|although|though|where)\s/i

/** Whether it is said to be so at all, in passing or not. */
export function isMeant({ factuality = 'certain', stance }: Statement): boolean {
  return isAsserted(factuality, stance)
}

function isAsserted(factuality: NonNullable<Statement['factuality']>, stance: Statement['stance']): boolean {
  return factuality === 'certain' && stance !== 'speculated' && stance !== 'unverified'
}
