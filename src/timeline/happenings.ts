import { holdsNot } from '../model/denial.js'
import type { Statement } from '../model/findings.js'

/** What is planned, wished or feared: that it will happen is not said. */
const plans =
  /^(?:plan|want|hope|intend|expect|aim|wish|threaten|propose|hesitate|vow|promise|pledge|seek|prepare|be (?:likely|due|set|able|ready|willing|expected|scheduled|supposed)) ?(?:to|$)/

/** Whether a statement tells of something that happened or went on: no plan, no guess, nothing that did not happen, no age. */
export function happened(statement: Statement): boolean {
  const { stance, event, because } = statement
  if (holdsNot(statement) || stance === 'speculated') return false
  if (because.rule === 'age' || because.rule === 'apposition') return false
  return !plans.test(event.predicate)
}
