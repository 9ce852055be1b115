import { isDescription } from '../model/description.js'
import type { Statement } from '../model/findings.js'

/** What stands around a statement in its report. */
export interface Wording {
  /** Its own words. */
  readonly words: string
  /** The words by which somebody is said to say it: "claims"; empty where the report says it itself. */
  readonly cue: string
  /** What he is said to say, up to the statement. */
  readonly led: string
}

/** Rules of statements that a sentence takes for granted, or that are no sentence: "the keeper, who had left, …", "leaving the tower". */
const inPassing = new Set(['relative-clause', 'participle', 'headline'])

/**
 * "The tower was dark", as against "if the tower was dark", "the tower may have been dark", "he believes that it was dark",
 * "the keeper, who had left, …", "when the tower was dark"
 *
 * Whether a statement says outright that it is so: in a clause of its own, or as the first that somebody is said to say ("accused of leaving
 * the tower"). What is guessed, planned or told in passing adds no witness to somebody who says it outright.
 */
export function isOutright(statement: Statement, wording: Wording): boolean {
  if (!isMeant(statement, wording)) return false
  const isFirstSaid = wording.cue !== '' && /^(?:that|of|to|for|with|ever)?\s*$/i.test(wording.led)
  return (
    isFirstSaid ||
    (!isDescription(statement) && !inPassing.has(statement.because.rule) && !givenFor.test(wording.words))
  )
}

/** "when the lamp went out, …": a time or reason, which is taken for granted. */
const givenFor = /^(?:when|whenever|while|as|after|before|since|until|once|because|although|though|where)\s/i

/** Whether it is said to be so at all, in passing or not, by whoever says it: who "claims" or "alleges" a thing stands for it. */
export function isMeant({ factuality = 'certain', stance }: Statement, { words, cue }: Wording): boolean {
  if (stance === 'speculated' || stance === 'unverified') return false
  return factuality === 'certain' || (/\b(?:claim|alleg|accus|charg)/i.test(cue) && !open.test(words))
}

const open = /\b(?:may|might|could|would|should|will|if|perhaps|possibly|probably)\b/i
