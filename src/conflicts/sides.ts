import type { Conflict, ConflictKind, ConflictSide } from '../model/findings.js'
import type { Reading } from '../model/reading.js'
import type { Span } from '../model/span.js'
import { groupBy } from './lists.js'
import { type Clause, clauseAt, spanOf, type View, wordsAt } from './view.js'

/** A conflict before it has its id. */
export type FoundConflict = Omit<Conflict, 'id'>

/** One report's answer to one question: what it says, and in which words. */
export interface Answer {
  /** Answers with one value are one side. */
  readonly value: string
  /** For the reader. */
  readonly label: string
  readonly statements: readonly string[]
  readonly evidence: Span
}

/** The longest stretch shown as evidence: a clause, not a paragraph. */
const longest = 400

/** An answer given by a whole clause. */
export function answerOf(clause: Clause, value: string, label = value): Answer {
  return { value, label, statements: [clause.statement.id], evidence: short(spanOf(clause), spanOf(clause)) }
}

/** An answer given by some words: the clause that holds them is shown. */
export function answerAt(
  view: View,
  reading: Reading,
  { start, end }: { readonly start: number; readonly end: number },
  value: string,
  label = wordsAt(reading, { start, end }),
): Answer {
  const words = { report: reading.report.id, start, end }
  const clause = clauseAt(view, reading, start, end)
  return {
    value,
    label,
    statements: clause ? [clause.statement.id] : [],
    evidence: clause ? short(spanOf(clause), words) : words,
  }
}

/** A side for each value, in the order of the answers. */
export function sidesOf(answers: readonly Answer[]): (ConflictSide & { readonly value: string })[] {
  const sides = new Map<string, Answer[]>()
  for (const answer of answers) {
    const list = sides.get(answer.value)
    if (list) list.push(answer)
    else sides.set(answer.value, [answer])
  }
  return [...sides].map(([value, list]) => ({
    value,
    gist: list[0]!.label,
    statements: [...new Set(list.flatMap((a) => a.statements))],
    evidence: distinct(list.map((a) => a.evidence)),
  }))
}

/** A conflict of the answers given; undefined when they are all one. */
export function conflictOf(
  kind: ConflictKind,
  severity: Conflict['severity'],
  rule: string,
  answers: readonly Answer[],
  note: (sides: readonly ConflictSide[]) => string,
  update = false,
): FoundConflict[] {
  const sides = sidesOf(answers).map(({ value: _, ...side }) => side)
  if (sides.length < 2) return []
  return [
    {
      kind,
      severity,
      update,
      sides,
      note: note(sides),
      because: { rule, spans: sides.flatMap((s) => s.evidence.slice(0, 1)) },
    },
  ]
}

/** "one report", "three reports" */
export function reportCount(side: ConflictSide): string {
  const count = new Set(side.evidence.map((e) => e.report)).size
  return count === 1 ? 'one report' : `${numberWords[count] ?? count} reports`
}

/** Two reports differ when each has an answer that the other never gives. */
export function eachHasItsOwn(answers: readonly Answer[]): boolean {
  const byReport = [...groupBy(answers, (a) => a.evidence.report).values()].map(
    (list) => new Set(list.map((a) => a.value)),
  )
  return byReport.some((a, i) =>
    byReport.slice(i + 1).some((b) => [...a].some((v) => !b.has(v)) && [...b].some((v) => !a.has(v))),
  )
}

/** "“six” (two reports), “nine” (one report)" */
export function listed(sides: readonly ConflictSide[]): string {
  return sides.map((s) => `“${s.gist}” (${reportCount(s)})`).join(', ')
}

const numberWords = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

function distinct(spans: readonly Span[]): Span[] {
  return [...new Map(spans.map((s) => [`${s.report} ${s.start} ${s.end}`, s])).values()]
}

/** A stretch around `words` no longer than `longest`. */
function short(span: Span, words: Span): Span {
  if (span.end - span.start <= longest) return span
  const start = Math.max(span.start, words.start - longest / 4)
  return { report: span.report, start, end: Math.min(span.end, start + longest) }
}
