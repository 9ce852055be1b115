import { groupBy } from '../lists.js'
import { type Answer, answerAt, conflictOf, type FoundConflict, listed } from '../sides.js'
import { dependents, type View, wordsAt } from '../view.js'
import type { Called } from './called.js'

const ranks = new Set([
  'commander',
  'officer',
  'official',
  'leader',
  'member',
  'executive',
  'manager',
  'aide',
  'adviser',
  'advisor',
  'figure',
  'operative',
])
const high = new Set([
  'high-ranking',
  'high',
  'senior',
  'top',
  'key',
  'leading',
  'prominent',
  'chief',
  'major',
  'veteran',
  'ranking',
])
const low = new Set([
  'junior',
  'low-ranking',
  'low-level',
  'low',
  'mid-level',
  'minor',
  'deputy',
  'assistant',
  'unit',
  'squad',
  'platoon',
  'section',
  'local',
  'mere',
])

/**
 * "a senior officer" – "a squad officer"
 *
 * One person's rank made higher in one report and lower in another.
 */
export function differentGrades(view: View): FoundConflict[] {
  const graded = view.callings.flatMap((called) => {
    const grade = ranks.has(called.noun) ? gradeOf(called) : null
    return grade === null ? [] : [{ entity: called.entity, answer: shown(view, called, grade) }]
  })
  return [...groupBy(graded, (g) => g.entity.id).values()].flatMap((list) =>
    conflictOf(
      'role',
      'soft',
      'different-grades',
      list.map((g) => g.answer),
      (sides) => `${list[0]!.entity.name} stands higher in one account than in another: ${listed(sides)}.`,
    ),
  )
}

function gradeOf({ sentence, token }: Called): 'high' | 'low' | null {
  const words = dependents(sentence, token).flatMap(({ token: t }) => [
    t.form.toLowerCase(),
    ...(t.deprel === 'nmod' ? [t.lemma.toLowerCase()] : []),
  ])
  const above = sentence.tokens[token - 1]?.form === '-' ? [sentence.tokens[token - 2]?.form.toLowerCase() ?? ''] : []
  const before = sentence.tokens.slice(Math.max(0, token - 3), token).map((t) => t.form.toLowerCase())
  const all = [...words, ...above, ...before]
  if (all.some((w) => low.has(w))) return 'low'
  return all.some((w) => high.has(w)) ? 'high' : null
}

function shown(view: View, called: Called, grade: string): Answer {
  const first = called.sentence.tokens[Math.max(0, called.token - 3)]!
  const range = { start: first.start, end: called.end }
  return answerAt(view, called.reading, called, grade, wordsAt(called.reading, range))
}
