import { groupBy } from '../lists.js'
import { type Answer, answerAt, conflictOf, type FoundConflict, listed } from '../sides.js'
import { type Clause, dependents, type View } from '../view.js'

const offences = new Set(
  'robbery theft burglary larceny murder manslaughter homicide assault battery rape fraud embezzlement arson kidnapping smuggling trafficking bribery extortion perjury treason espionage vandalism trespassing shoplifting stalking'.split(
    ' ',
  ),
)
const punished = /^(?:imprison|jail|sentence|convict|charge|accuse|arrest|detain|serve|spend)$/

/**
 * "spent four years in prison for robbery" – "He was imprisoned … Some say it was theft."
 *
 * What one person was punished for. A bare "it was theft" counts when the sentence before tells of the punishment.
 */
export function differentOffences(view: View): FoundConflict[] {
  const found = view.clauses.flatMap((clause): { person: string; stage: string; answer: Answer }[] => {
    const person = punishedPerson(view, clause) ?? explained(view, clause)
    const token = clause.tokens.find((t) => t.upos === 'NOUN' && offences.has(t.lemma.toLowerCase()))
    if (person === null || !token) return []
    const index = clause.sentence.tokens.indexOf(token)
    const named =
      token.deprel === 'root' ||
      dependents(clause.sentence, index).some(({ token: t }) => /^(?:for|of|with|be)$/.test(t.lemma))
    return named
      ? [{ person, stage: stageOf(clause), answer: answerAt(view, clause.reading, token, token.lemma.toLowerCase()) }]
      : []
  })
  return [...groupBy(found, (f) => `${f.person} ${f.stage}`).values()].flatMap((list) => {
    const answers = list.map((f) => f.answer)
    if (new Set(answers.map((a) => a.evidence.report)).size < 2 || new Set(answers.map((a) => a.value)).size > 3)
      return []
    const byReport = [...groupBy(answers, (a) => a.evidence.report).values()]
    // A report with several offences lists counts.
    if (byReport.some((own) => new Set(own.map((a) => a.value)).size > 1)) return []
    return conflictOf(
      'other',
      'hard',
      'different-offences',
      answers,
      (sides) => `What he or she was punished for differs: ${listed(sides)}.`,
    )
  })
}

/** What one is charged with first is often not what one is sentenced for. */
function stageOf({ statement }: Clause): string {
  return /^(?:charge|accuse|arrest|detain)$/.test(statement.event.predicate) ? 'charged' : 'punished'
}

function punishedPerson(view: View, { statement }: Clause): string | null {
  if (!punished.test(statement.event.predicate) || statement.polarity === 'negative') return null
  for (const role of ['patient', 'agent']) {
    const entity = view.entities.get(statement.event.roles.find((r) => r.role === role)?.entity ?? '')
    if (entity?.type === 'person' && entity.names.length > 0) return entity.id
  }
  return null
}

/** The person of whose punishment the sentence before a clause tells: "it was theft" explains it. */
function explained(view: View, clause: Clause): string | null {
  if (!/^be /.test(clause.statement.event.predicate)) return null
  const before = (view.clausesOf.get(clause.reading.report.id) ?? []).filter(
    (c) => c.sentence.index >= clause.sentence.index - 1 && c.sentence.index < clause.sentence.index,
  )
  return before.map((c) => punishedPerson(view, c)).find((p) => p !== null) ?? null
}
