import { personCallings } from '../../knowledge/callings.js'
import type { Entity } from '../../model/findings.js'
import { plainName } from '../names/likeness.js'
import { type Answer, answerAt, conflictOf, type FoundConflict, listed } from '../sides.js'
import { dependents, type View } from '../view.js'

/**
 * "Mrs. Marrick, who is no relation, found Jonas Marrick." – "Her nephew, Jonas Marrick"
 *
 * Two bearers of one surname: no relation in one report, kin in another.
 */
export function relatedOrNot(view: View): FoundConflict[] {
  return unrelated(view).flatMap(({ person, answer }) => {
    const surname = surnameOf(person)
    const kin = view.callings.flatMap((c): Answer[] => {
      if (c.reading.report.id === answer.evidence.report || c.entity === person || surnameOf(c.entity) !== surname)
        return []
      if (!personCallings(c.noun).some(({ dimension }) => dimension === 'kin')) return []
      const possessor = dependents(c.sentence, c.token).find(({ token }) => token.deprel === 'nmod:poss')
      const mention =
        possessor && c.reading.mentions.find((m) => m.sentence === c.sentence.index && m.headToken === possessor.index)
      const of = mention ? view.entityOf(c.reading, mention) : null
      return of === person ? [answerAt(view, c.reading, c, 'kin', c.noun)] : []
    })
    if (kin.length === 0) return []
    return conflictOf(
      'role',
      'hard',
      'related-or-not',
      [answer, ...kin],
      (sides) => `Whether they are related differs: ${listed(sides)}.`,
    )
  })
}

/** "who is no relation", "who is not related to her": the person named last before these words. */
function unrelated(view: View): { person: Entity; answer: Answer }[] {
  return view.readings.flatMap((reading) =>
    reading.sentences.flatMap((sentence) => {
      if (sentence.kind === 'furniture') return []
      const at = sentence.tokens.findIndex((t, i) => {
        const before = sentence.tokens[i - 1]?.form.toLowerCase()
        return (t.lemma === 'relation' && before === 'no') || (t.form === 'related' && before === 'not')
      })
      if (at < 0) return []
      const mention = reading.mentions.findLast(
        (m) => m.sentence === sentence.index && m.endToken <= at && m.kind === 'name',
      )
      const person = mention ? view.entityOf(reading, mention) : null
      return person?.type === 'person'
        ? [{ person, answer: answerAt(view, reading, sentence.tokens[at]!, 'none', 'no relation') }]
        : []
    }),
  )
}

function surnameOf({ name }: Entity): string {
  return plainName(name).split(' ').at(-1)!
}
