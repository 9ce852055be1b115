import { groupBy } from '../lists.js'
import { answerOf, conflictOf, eachHasItsOwn, type FoundConflict, listed } from '../sides.js'
import { dependents, type View } from '../view.js'

/**
 * "defected from the Beaconmark Group" – "defected from Arveny"
 *
 * What one person deserted or defected from is named differently.
 */
export function differentThingsLeft(view: View): FoundConflict[] {
  const left = view.deeds.flatMap((d) => {
    const { clause } = d
    if (!/^(?:defect|desert)$/.test(clause.statement.event.predicate) || !view.entities.has(d.about)) return []
    const thing = clause.reading.mentions.find((m) => {
      const token = clause.sentence.tokens[m.headToken]
      if (m.sentence !== clause.sentence.index || m.kind !== 'name' || !token || !clause.tokens.includes(token))
        return false
      return (
        token.deprel === 'obj' ||
        dependents(clause.sentence, m.headToken).some(({ token: t }) => t.deprel === 'case' && t.form === 'from')
      )
    })
    const entity = thing ? view.entityOf(clause.reading, thing) : null
    return entity ? [{ about: d.about, answer: answerOf(clause, entity.name.toLowerCase(), entity.name) }] : []
  })
  return [...groupBy(left, (l) => l.about).values()].flatMap((list) => {
    const answers = list.map((l) => l.answer)
    if (!eachHasItsOwn(answers) && new Set(answers.map((a) => a.value)).size < 2) return []
    return conflictOf(
      'other',
      'soft',
      'different-things-left',
      answers,
      (sides) => `What was left differs: ${listed(sides)}.`,
    )
  })
}
