import type { Attribution } from '../model/findings.js'
import { groupBy } from './lists.js'
import { type Answer, conflictOf, type FoundConflict, listed } from './sides.js'
import type { View } from './view.js'

/**
 * "The Coast Guard declined to comment." – "Police declined to comment."
 *
 * Two reports name different authorities, none of them by name, that would not speak. Spokesmen of different people do not compete,
 * and "officials" may be anybody's.
 */
export function differentRefusers(view: View, attributions: readonly Attribution[]): FoundConflict[] {
  const refusals = attributions.flatMap((a): { answer: Answer; noun: string }[] => {
    if (a.kind !== 'refusal' || a.source.length === 0 || a.cue.length === 0) return []
    const reading = view.readings.find((r) => r.report.id === a.report)
    if (!reading) return []
    const spans = [...a.source, ...a.cue, ...a.content]
    const start = Math.min(...spans.map((s) => s.start))
    const end = Math.max(...spans.map((s) => s.end))
    const words = a.source
      .map((s) => reading.report.text.slice(s.start, s.end))
      .join(' ')
      .replace(/\s+/g, ' ')
    const noun = words
      .toLowerCase()
      .split(/ (?:in|of|for|at) |,/)[0]!
      .split(' ')
      .at(-1)!
      .replace(/s$/, '')
    return [
      {
        noun,
        answer: {
          value: noun,
          label: words,
          statements: [],
          evidence: { report: a.report, start, end: Math.min(end, start + 300) },
        },
      },
    ]
  })
  const authorities = refusals.filter((r) => /^(?:police|guard|prosecutor|ministry|government)$/.test(r.noun))
  if (groupBy(authorities, (r) => r.answer.evidence.report).size < 2) return []
  return conflictOf(
    'attribution',
    'soft',
    'different-refusers',
    authorities.map((r) => r.answer),
    (sides) => `Who would not comment differs: ${listed(sides)}.`,
  )
}
