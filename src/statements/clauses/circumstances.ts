import type { Range } from '../../model/span.js'
import type { PlainStatement } from '../../model/statements.js'
import type { TimePhrase, When } from '../../model/when.js'
import type { ParsedReport } from '../parsed-report.js'
import { caseOf, hangsOn, isRelation, type Tree } from '../trees.js'
import type { Clause } from './clauses.js'

/** The date or time of a clause: among the phrases in its own words, the one that hangs closest under its predicate. */
export function whenOf(clause: Clause, parsed: ParsedReport): When | null {
  const { tree, predicate } = clause
  const times = parsed.reading.times.filter(
    (time) =>
      time.sentence === tree.sentence.index &&
      time.edtf !== null &&
      time.kind !== 'set' &&
      isOwn(clause, time) &&
      !namesThing(tree, time),
  )
  const best = nearest(times, tree, predicate)
  if (!best?.edtf) return null
  return { edtf: best.edtf, known: best.known, start: best.start, end: best.end }
}

/** "criticised the 2015 agreement", "our 2007 review": the date is the thing's, not that of what is done to it; "at the 2015 summit" it is both. */
export function namesThing(tree: Tree, time: Range): boolean {
  const inside = (i: number) => tree.tokens[i]!.start < time.end && tree.tokens[i]!.end > time.start
  const top = tree.tokens.findIndex((token, i) => inside(i) && !(token.head >= 0 && inside(token.head)))
  const { deprel, head } = tree.tokens[top] ?? { deprel: 'root', head: -1 }
  const noun = tree.tokens[head]
  return (
    noun !== undefined &&
    top < head &&
    noun.upos === 'NOUN' &&
    isRelation(deprel, 'nummod', 'amod', 'compound') &&
    isRelation(noun.deprel, 'nsubj', 'obj', 'nmod', 'appos')
  )
}

/** The place a clause names for what happens, as a character, or null. */
export function whereOf(clause: Clause, parsed: ParsedReport): number | null {
  const { tree, predicate } = clause
  const places = (parsed.mentions[tree.sentence.index] ?? []).filter(
    (mention) =>
      mention.type === 'place' &&
      mention.character >= 0 &&
      mention.kind !== 'pronoun' &&
      clause.tokens.includes(mention.headToken) &&
      isPlaced(tree, mention.headToken),
  )
  const [best] = [...places].sort(
    (a, b) => depthOf(tree, a.headToken, predicate) - depthOf(tree, b.headToken, predicate) || a.start - b.start,
  )
  return best?.character ?? null
}

/** The numbers among a clause's own words. */
export function numbersOf(clause: Clause, parsed: ParsedReport): PlainStatement['numbers'] {
  return parsed.reading.numbers
    .filter((number) => number.sentence === clause.tree.sentence.index && isOwn(clause, number))
    .map(({ value, unit, start, end }) => ({ value, unit, start, end }))
}

function isOwn(clause: Clause, range: Range): boolean {
  return clause.tokens.some((i) => {
    const token = clause.tree.tokens[i]!
    return token.start < range.end && token.end > range.start && token.upos !== 'ADP'
  })
}

function nearest(times: readonly TimePhrase[], tree: Tree, predicate: number): TimePhrase | undefined {
  const [best] = [...times].sort(
    (a, b) => depthOfRange(tree, a, predicate) - depthOfRange(tree, b, predicate) || a.start - b.start,
  )
  return best
}

function depthOfRange(tree: Tree, range: Range, predicate: number): number {
  const depths = tree.tokens.flatMap((token, i) =>
    token.start < range.end && token.end > range.start ? [depthOf(tree, i, predicate)] : [],
  )
  return Math.min(99, ...depths)
}

/** Steps from a token up to the predicate; 99 where it hangs elsewhere. */
function depthOf(tree: Tree, token: number, predicate: number): number {
  if (!hangsOn(tree, token, predicate)) return 99
  let steps = 0
  for (let t = token; t !== predicate; t = tree.tokens[t]!.head) steps++
  return steps
}

function isPlaced(tree: Tree, token: number): boolean {
  for (let t = token, steps = 0; t >= 0 && steps < 3; t = tree.tokens[t]!.head, steps++) {
    if (
      /^(in|at|near|to|into|from|on|outside|across|inside|through|over|around|towards?|off|along|above|below|north of|south of|east of|west of|via|within|throughout)$/.test(
        caseOf(tree, t),
      )
    )
      return true
    if (!isRelation(tree.tokens[t]!.deprel, 'nmod', 'appos', 'compound', 'conj')) return false
  }
  return false
}
