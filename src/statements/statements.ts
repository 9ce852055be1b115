import type { Stance } from '../model/findings.js'
import type { Reading } from '../model/reading.js'
import { contains, overlaps, type Range } from '../model/span.js'
import type { PlainStatement, ReportStatements } from '../model/statements.js'
import { findAttributions } from './attribution/attribution.js'
import { sayingAt } from './attribution/cues.js'
import type { SettledAttribution } from './attribution/settle.js'
import { numbersOf, whenOf, whereOf } from './clauses/circumstances.js'
import { type Clause, findClauses } from './clauses/clauses.js'
import { gistOf } from './clauses/gist.js'
import { polarityOf } from './clauses/polarity.js'
import { predicateOf } from './clauses/predicate.js'
import { rolesOf } from './clauses/roles.js'
import { type ParsedReport, parsedReport } from './parsed-report.js'
import { settleTimes } from './times/settle-times.js'
import { childBy, childrenBy, formAt, isVerb, type Tree } from './trees.js'

/** Who says what in one report: its attributions with their chains, and one statement for each clause that asserts something. */
export function findStatements(reading: Reading): ReportStatements {
  const parsed = parsedReport(reading)
  const attributions = findAttributions(parsed)
  const statements = parsed.trees.flatMap((tree) => statementsOf(tree, attributions, parsed))
  return {
    attributions: attributions.map(({ stance: _, ...attribution }) => attribution),
    statements: settleTimes(statements, attributions, parsed),
  }
}

function statementsOf(tree: Tree, attributions: readonly SettledAttribution[], parsed: ParsedReport): PlainStatement[] {
  const isHere = (range: Range) => overlaps(range, tree.sentence)
  const cues = attributions
    .filter(({ cue }) => cue.some(isHere))
    .filter((attribution) => saysOnlyWho(attribution, parsed))
    .flatMap(({ cue }) => cue)
  const sources = attributions.flatMap(({ source }) => source.filter(isHere))
  const around = attributions.flatMap(({ content }, index) => (content.some(isHere) ? [index] : []))
  const clauses = findClauses(
    tree,
    (token) => isAmong(tree.tokens[token]!, cues),
    (token) => isAmong(tree.tokens[token]!, sources),
  )
  return clauses.flatMap((clause) => statementOf(clause, around, attributions, parsed))
}

// "They confirmed the closure" is itself the statement: what is confirmed has no clause of its own.
function saysOnlyWho({ content, kind, because }: SettledAttribution, parsed: ParsedReport): boolean {
  const mayState = /^(confirmation|denial|refusal|document)$/.test(kind) || because.rule.startsWith('called')
  return (
    !mayState ||
    content.some((range) => parsed.trees.some((tree) => overlaps(range, tree.sentence) && holdsVerb(tree, range)))
  )
}

function holdsVerb({ tokens }: Tree, range: Range): boolean {
  return tokens.some((token) => isVerb(token) && contains(range, token))
}

function isAmong(token: Range, ranges: readonly Range[]): boolean {
  return ranges.some((range) => contains(range, token))
}

/** Longer than this a stretch of text is no clause, and is cut at a word. */
const longest = 500

function statementOf(
  clause: Clause,
  near: readonly number[],
  attributions: readonly SettledAttribution[],
  parsed: ParsedReport,
): PlainStatement[] {
  const { tree, tokens, predicate, rule } = clause
  const { report } = parsed.reading
  const first = tree.tokens[tokens[0] ?? -1]
  if (!first) return []
  const start = first.start
  const end = Math.max(...tokens.map((i) => tree.tokens[i]!.end).filter((position) => position - start <= longest))
  const around = attributionAround(tree.tokens[predicate]!, near, attributions)
  const attribution = around === undefined ? undefined : attributions[around]
  if (isEmptyCue(clause, parsed) || isMistakenAside(clause, parsed)) return []
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

/** "some of them noted", "police said on Friday": a verb of saying of which nothing said could be found states nothing. */
function isEmptyCue({ tree, predicate }: Clause, parsed: ParsedReport): boolean {
  const takes = sayingAt(tree, predicate, parsed)?.takes
  if (!takes?.has('clause') || takes.has('thing') || takes.has('hearer') || tree.tokens[predicate]!.upos !== 'VERB')
    return false
  return childBy(tree, predicate, 'obj', 'xcomp', 'ccomp', 'nsubj:pass') === undefined
}

/** "Sept. 14, a Monday" and the like: a date has neither age nor role. */
function isMistakenAside({ rule, tree, predicate, subject }: Clause, parsed: ParsedReport): boolean {
  if (rule !== 'age' && rule !== 'apposition') return false
  const head = tree.tokens[subject?.token ?? -1]
  if (!head || !/^(NOUN|PROPN|PRON)$/.test(head.upos)) return true
  const { times } = parsed.reading
  if (times.some((time) => overlaps(time, head) || (rule === 'age' && overlaps(time, tree.tokens[predicate]!))))
    return true
  const type = parsed.mentions[tree.sentence.index]?.find(({ headToken }) => headToken === subject?.token)?.type
  return rule === 'age' && (type === 'place' || type === 'organisation')
}

/** The narrowest attribution in whose content a word lies, by its index; `near` are those to look among. */
function attributionAround(
  word: Range,
  near: readonly number[],
  attributions: readonly SettledAttribution[],
): number | undefined {
  let best: number | undefined
  let bestSize = Infinity
  for (const i of near) {
    const { content } = attributions[i]!
    if (!content.some((range) => contains(range, word))) continue
    const size = content.reduce((sum, { start, end }) => sum + end - start, 0)
    if (size < bestSize) {
      best = i
      bestSize = size
    }
  }
  return best
}

/** What the report says itself it states, unless it says that it only may be so. */
function ownStance({ tree, predicate }: Clause): Stance {
  const hedged = childrenBy(tree, predicate, 'aux', 'advmod').some((child) =>
    /^(may|might|could|perhaps|probably|possibly|likely|apparently|presumably)$/.test(formAt(tree, child)),
  )
  return hedged || /^(appear|seem)(s|ed)?$/.test(formAt(tree, predicate)) ? 'speculated' : 'stated'
}
