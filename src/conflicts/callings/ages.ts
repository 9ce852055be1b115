import type { Conflict, Entity } from '../../model/findings.js'
import type { Mention, Reading, Sentence } from '../../model/reading.js'
import { groupBy, lyingIn } from '../lists.js'
import { type Answer, answerAt, conflictOf, type FoundConflict, listed } from '../sides.js'
import type { View } from '../view.js'

/**
 * "Jonas Marrick, 44, is missing" – "Marrick, who is 41"
 *
 * Two ages of one person. A year apart may be a birthday between two reports, so it is soft where the reports lie apart.
 */
export function differentAges(view: View): FoundConflict[] {
  const ages = view.readings.flatMap((reading) =>
    reading.mentions.flatMap((mention) => {
      const entity = view.entityOf(reading, mention)
      const sentence = reading.sentences[mention.sentence]
      if (entity?.type !== 'person' || entity.names.length === 0 || !sentence) return []
      const age = ageAt(reading, sentence, mention)
      if (age === null) return []
      const shown = { start: Math.min(mention.start, age.start), end: Math.max(mention.end, age.end) }
      return [{ entity, age: age.value, answer: answerAt(view, reading, shown, String(age.value), String(age.value)) }]
    }),
  )
  return [...groupBy(ages, (a) => a.entity.id).values()].flatMap((list) => {
    const values = list.map((a) => a.age)
    const apart = Math.max(...values) - Math.min(...values)
    if (apart === 0 || !betweenReports(list.map((a) => a.answer))) return []
    const severity: Conflict['severity'] = apart === 1 ? 'soft' : 'hard'
    return conflictOf(
      'number',
      severity,
      'different-ages',
      list.map((a) => a.answer),
      (sides) => ageNote(list[0]!.entity, listed(sides)),
    )
  })
}

function ageNote(entity: Entity, sides: string): string {
  return `The reports differ on the age of ${entity.name}: ${sides}.`
}

/** An age right at a mention: "Marrick, 44," – "44-year-old Marrick" – "Marrick, who is 44," – "Marrick, aged 44". */
function ageAt(
  reading: Reading,
  sentence: Sentence,
  mention: Mention,
): { value: number; start: number; end: number } | null {
  const tokens = sentence.tokens
  const after = tokens.slice(mention.endToken, mention.endToken + 5).map((t) => t.form.toLowerCase())
  const numbers = lyingIn(reading.numbers, sentence.start, sentence.end).filter((n) => n.unit === 'year-old')
  // The number must belong to this mention: inside it, or right behind it with a comma between.
  const own = numbers.find(
    (n) =>
      (n.start >= mention.start &&
        n.end <= mention.end &&
        tokens.slice(mention.firstToken, mention.endToken).filter((t) => t.upos === 'PROPN').length > 0) ||
      (after[0] === ',' && n.start >= mention.end && n.start <= mention.end + 12 && mention.kind === 'name'),
  )
  const before = numbers.find((n) => mention.kind === 'name' && n.end <= mention.start && n.end >= mention.start - 2)
  const said = own ?? before
  if (said)
    return /^\d{1,3}$/.test(said.value) && Number(said.value) < 120 ? { ...said, value: Number(said.value) } : null
  if (
    mention.kind !== 'name' ||
    after[0] !== ',' ||
    !/^\d{1,2}$/.test(after[1] ?? '') ||
    !/^[,.]$/.test(after[2] ?? '')
  )
    return null
  const bare = tokens[mention.endToken + 1]!
  return { value: Number(after[1]), start: bare.start, end: bare.end }
}

function betweenReports(answers: readonly Answer[]): boolean {
  const byReport = groupBy(answers, (a) => a.evidence.report)
  // A report that gives two ages itself speaks of two times, or of two people.
  return byReport.size > 1 && [...byReport.values()].every((list) => new Set(list.map((a) => a.value)).size === 1)
}
