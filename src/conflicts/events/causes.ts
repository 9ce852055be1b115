import { groupBy } from '../lists.js'
import { type Answer, conflictOf, type FoundConflict } from '../sides.js'
import type { Clause, View } from '../view.js'
import { wordsAt } from '../view.js'
import type { Deed } from './deeds.js'
import { forOneReason } from './kinds.js'

/** What a clause gives as the reason of what it tells. */
interface Reason {
  readonly deed: Deed
  readonly start: number
  readonly end: number
  readonly content: ReadonlySet<string>
}

/**
 * "He quit after seeing the lamp fail." – "He quit because his contract was renewed."
 *
 * Different reasons for one deed of one person: because, after seeing or learning something, over, for fear of.
 */
export function differentReasons(view: View): FoundConflict[] {
  const reasons = view.deeds.flatMap((deed) => (forOneReason.has(deed.kind) ? reasonsOf(deed) : []))
  return [...groupBy(reasons, (r) => `${r.deed.kind} ${r.deed.about}`).values()].flatMap((list) => {
    if (list.length < 2 || list.length > 20) return []
    const sides = clusters(list)
    if (sides.length < 2) return []
    const answers = sides.flatMap((side, i) =>
      side.map(
        (r): Answer => ({
          value: `${i}`,
          label: wordsAt(r.deed.clause.reading, r).slice(0, 100),
          statements: [r.deed.clause.statement.id],
          evidence: { report: r.deed.clause.reading.report.id, start: r.start, end: Math.min(r.end, r.start + 250) },
        }),
      ),
    )
    return conflictOf(
      'cause',
      'soft',
      'different-reasons',
      answers,
      (found) => `Different reasons are given: ${found.map((s) => `“${s.gist}”`).join(', ')}.`,
    )
  })
}

const perceiving = new Set(
  'see witness learn discover find hear realise realize watch observe experience refuse fail lose suffer receive'.split(
    ' ',
  ),
)

function reasonsOf(deed: Deed): Reason[] {
  const { sentence, statement } = deed.clause
  const tokens = sentence.tokens
  const verb = tokens.findIndex(
    (t) =>
      t.start >= statement.start &&
      t.end <= statement.end &&
      t.upos === 'VERB' &&
      statement.event.predicate.startsWith(t.lemma.toLowerCase()),
  )
  if (verb < 0) return []
  return tokens.flatMap((token, i): Reason[] => {
    if (token.head !== verb || !gives(tokens, i)) return []
    const inside = under(tokens, i)
    const range = { start: tokens[inside[0]!]!.start, end: tokens[inside.at(-1)!]!.end }
    const content = new Set(
      inside.flatMap((k) =>
        /^(?:NOUN|VERB|ADJ|PROPN)$/.test(tokens[k]!.upos) && !perceiving.has(tokens[k]!.lemma)
          ? [tokens[k]!.lemma.toLowerCase()]
          : [],
      ),
    )
    return content.size === 0 ? [] : [{ deed, ...range, content }]
  })
}

/** Whether a dependent of the verb gives a reason. */
function gives(tokens: Clause['sentence']['tokens'], i: number): boolean {
  const token = tokens[i]!
  const marks = tokens.flatMap((t) => (t.head === i && /^(?:mark|case)$/.test(t.deprel) ? [t.form.toLowerCase()] : []))
  if (/^advcl/.test(token.deprel)) {
    if (marks.some((m) => m === 'because')) return true
    return marks.some((m) => m === 'after' || m === 'for' || m === 'over') && perceiving.has(token.lemma.toLowerCase())
  }
  return (
    /^obl/.test(token.deprel) &&
    marks.some((m) => m === 'over' || m === 'because' || m === 'due') &&
    !/^NUM$/.test(token.upos)
  )
}

/** The tokens that hang under one, itself among them, in order. */
function under(tokens: Clause['sentence']['tokens'], top: number): number[] {
  const inside = new Set([top])
  for (let pass = 0; pass < 12; pass++) {
    const before = inside.size
    tokens.forEach((t, i) => {
      if (inside.has(t.head)) inside.add(i)
    })
    if (inside.size === before) break
  }
  return [...inside].sort((a, b) => a - b)
}

/** Reasons that share a word of content are one. */
function clusters(list: readonly Reason[]): Reason[][] {
  const found: Reason[][] = []
  for (const reason of list) {
    const home = found.find((side) => side.some((r) => [...r.content].some((w) => reason.content.has(w))))
    if (home) home.push(reason)
    else found.push([reason])
  }
  return found
}
