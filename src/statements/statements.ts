import type { Stance } from '../model/findings.js'
import type { Reading } from '../model/reading.js'
import { contains, overlaps, type Range } from '../model/span.js'
import type { PlainStatement, ReportStatements } from '../model/statements.js'
import { findAttributions } from './attribution/attribution.js'
import type { SettledAttribution } from './attribution/settle.js'
import { numbersOf, whenOf, whereOf } from './clauses/circumstances.js'
import { type Clause, findClauses } from './clauses/clauses.js'
import { gistOf } from './clauses/gist.js'
import { polarityOf } from './clauses/polarity.js'
import { predicateOf } from './clauses/predicate.js'
import { rolesOf } from './clauses/roles.js'
import { type ParsedReport, parsedReport } from './parsed-report.js'
import { childrenBy, formAt } from './trees.js'

/** Who says what in one report: its attributions with their chains, and one statement for each clause that asserts something. */
export function findStatements(reading: Reading): ReportStatements {
  const parsed = parsedReport(reading)
  const attributions = findAttributions(parsed)
  const cues = attributions.filter((attribution) => holdsClause(attribution, parsed)).flatMap(({ cue }) => cue)
  const sources = attributions.flatMap(({ source }) => source)
  const statements = parsed.trees.flatMap((tree) =>
    findClauses(
      tree,
      (token) => isAmong(tree.tokens[token]!, cues),
      (token) => isAmong(tree.tokens[token]!, sources),
    ).flatMap((clause) => statementOf(clause, attributions, parsed)),
  )
  return { attributions: attributions.map(({ stance: _, ...attribution }) => attribution), statements }
}

// "They confirmed the closure" is itself the statement: what is confirmed has no clause of its own.
function holdsClause({ content }: SettledAttribution, parsed: ParsedReport): boolean {
  return content.some((range) =>
    parsed.trees.some(
      ({ sentence, tokens }) =>
        overlaps(range, sentence) && tokens.some((token) => /^(VERB|AUX)$/.test(token.upos) && contains(range, token)),
    ),
  )
}

function isAmong(token: Range, ranges: readonly Range[]): boolean {
  return ranges.some((range) => contains(range, token))
}

/** Longer than this a stretch of text is no clause, and is cut at a word. */
const longest = 500

function statementOf(
  clause: Clause,
  attributions: readonly SettledAttribution[],
  parsed: ParsedReport,
): PlainStatement[] {
  const { tree, tokens, predicate, rule } = clause
  const { report } = parsed.reading
  const first = tree.tokens[tokens[0] ?? -1]
  if (!first) return []
  const start = first.start
  const end = Math.max(...tokens.map((i) => tree.tokens[i]!.end).filter((position) => position - start <= longest))
  const around = attributionAround(tree.tokens[predicate]!, attributions)
  const attribution = around === undefined ? undefined : attributions[around]
  const gist = gistOf(clause, attribution?.chain.at(-1) ?? null, parsed)
  if (gist.split(' ').length < 2) return []
  const because = { report: report.id, start: tree.tokens[predicate]!.start, end: tree.tokens[predicate]!.end }
  return [
    {
      report: report.id,
      start,
      end,
      gist,
      attribution: around ?? null,
      chain: attribution?.chain ?? ['outlet'],
      stance: attribution?.stance ?? ownStance(clause),
      polarity: polarityOf(tree, predicate),
      predicate:
        rule === 'age'
          ? 'be old'
          : rule === 'apposition'
            ? `be ${tree.tokens[predicate]!.lemma.toLowerCase()}`
            : predicateOf(tree, predicate),
      roles: rolesOf(clause, parsed),
      when: whenOf(clause, parsed),
      where: whereOf(clause, parsed),
      numbers: numbersOf(clause, parsed),
      because: { rule, spans: [because] },
    },
  ]
}

/** The narrowest attribution in whose content a word lies, by its index. */
function attributionAround(word: Range, attributions: readonly SettledAttribution[]): number | undefined {
  let best: number | undefined
  let bestSize = Infinity
  attributions.forEach(({ content }, i) => {
    if (!content.some((range) => contains(range, word))) return
    const size = content.reduce((sum, { start, end }) => sum + end - start, 0)
    if (size < bestSize) {
      best = i
      bestSize = size
    }
  })
  return best
}

/** What the report says itself it states, unless it says that it only may be so. */
function ownStance({ tree, predicate }: Clause): Stance {
  const hedged = childrenBy(tree, predicate, 'aux', 'advmod').some((child) =>
    /^(may|might|could|perhaps|probably|possibly|likely|apparently|presumably)$/.test(formAt(tree, child)),
  )
  return hedged || /^(appear|seem)(s|ed)?$/.test(formAt(tree, predicate)) ? 'speculated' : 'stated'
}
