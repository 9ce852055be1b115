import { groupBy } from '../lists.js'
import { type Answer, answerAt, answerOf, conflictOf, type FoundConflict, listed } from '../sides.js'
import { dependents, type View } from '../view.js'

import { eachHasItsOwn } from './fillers.js'

/** How far a case has got, by its verb. */
const stages: Readonly<Record<string, string>> = {
  accuse: 'accused',
  suspect: 'suspected',
  charge: 'charged',
  indict: 'indicted',
  convict: 'convicted',
  sentence: 'convicted',
  acquit: 'acquitted',
  clear: 'cleared',
}

const authorities =
  /^(?:police|prosecutor|prosecution|state|government|grand jury|jury|court|investigator|official|authority|agency|bureau)$/

/**
 * "is accused of entering illegally" – "is held on charges of entering illegally"
 *
 * One person is accused in one report, charged or convicted in another.
 */
export function legalStages(view: View): FoundConflict[] {
  const told = view.deeds.flatMap((d) => {
    const stage = stages[d.clause.statement.event.predicate]
    // "Brandt accused Holm of lying" is no step of a case.
    const step = d.clause.statement.event.predicate !== 'accuse' || !d.agent || authorities.test(d.agent.noun)
    return d.factual &&
      step &&
      d.clause.statement.polarity === 'positive' &&
      stage !== undefined &&
      view.entities.has(d.about)
      ? [{ about: d.about, answer: answerOf(d.clause, stage) }]
      : []
  })
  const held = view.deeds.flatMap((d) => {
    const { sentence, tokens, reading } = d.clause
    const charge = tokens.find(
      (t) =>
        (t.lemma === 'charge' || t.lemma === 'suspicion') &&
        t.upos === 'NOUN' &&
        dependents(sentence, sentence.tokens.indexOf(t)).some(({ token }) => token.form === 'on'),
    )
    if (!charge || d.kind !== 'detain' || !view.entities.has(d.about)) return []
    const stage = charge.lemma === 'charge' ? 'charged' : 'suspected'
    return [{ about: d.about, answer: answerAt(view, reading, charge, stage, stage) }]
  })
  return [...groupBy([...told, ...held], (t) => t.about).values()].flatMap((list) => {
    const answers: Answer[] = list.map((t) => t.answer)
    if (!eachHasItsOwn(answers)) return []
    return conflictOf(
      'other',
      'soft',
      'legal-stages',
      answers,
      (sides) => `How far the case has got differs: ${listed(sides)}.`,
      days(view, answers) > 1,
    )
  })
}

/** On how many days the reports were published: from one day to the next a case goes on. */
function days(view: View, answers: readonly Answer[]): number {
  const reports = new Set(answers.map((a) => a.evidence.report))
  const published = view.readings.filter((r) => reports.has(r.report.id)).map((r) => r.report.published?.slice(0, 10))
  return new Set(published.filter((day) => day !== undefined)).size
}
