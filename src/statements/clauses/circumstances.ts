import type { Range } from '../../model/span.js'
import type { PlainStatement } from '../../model/statements.js'
import type { TimePhrase, When } from '../../model/when.js'
import type { ParsedReport } from '../parsed-report.js'
import { caseOf, childBy, hangsOn, isRelation, type Tree } from '../trees.js'
import type { Clause } from './clauses.js'

/**
 * The date or time of a clause: among the phrases in its own words, the one that hangs closest under its predicate.
 * A clause without one shares its governor's where English means it: "On Friday he crossed the river and fled",
 * "He left on Friday, taking the boat". "Born in 1997, he fled" and "He fled to reach Ennet by May" share nothing.
 */
export function whenOf(clause: Clause, parsed: ParsedReport): When | null {
  const { tree, predicate } = clause
  const own = dateAt(tree, predicate, (time) => isOwn(clause, time), parsed)
  const best = own ?? sharedDate(clause, parsed)
  if (!best?.edtf) return null
  return { edtf: best.edtf, known: best.known, start: best.start, end: best.end }
}

function dateAt(
  tree: Tree,
  predicate: number,
  isOurs: (time: TimePhrase) => boolean,
  parsed: ParsedReport,
): TimePhrase | undefined {
  const times = (parsed.times[tree.sentence.index] ?? []).filter(
    (time) =>
      time.edtf !== null &&
      time.kind !== 'set' &&
      isOurs(time) &&
      !namesThing(tree, time) &&
      !isOfDuty(tree, time, predicate),
  )
  return nearest(times, tree, predicate)
}

function sharedDate({ tree, predicate, rule }: Clause, parsed: ParsedReport): TimePhrase | undefined {
  const { deprel, head, xpos } = tree.tokens[predicate]!
  if (head < 0 || !/^(main-clause|participle|subordinate-clause)$/.test(rule)) return undefined
  const governor = tree.tokens[head]!
  const isConj = isRelation(deprel, 'conj') && xpos === governor.xpos
  // "leaving his coat" happens with the fleeing; "after leaving" and "having left" do not.
  const isBeside =
    isRelation(deprel, 'advcl') &&
    xpos === 'VBG' &&
    childBy(tree, predicate, 'mark', 'aux', 'case') === undefined &&
    /^VB[DN]$/.test(governor.xpos)
  if (!isConj && !isBeside) return undefined
  const limit = tree.tokens[head]!.start
  return dateAt(
    tree,
    head,
    // "mayor since 2010, winning twice": what happened along the way did not take all of it. A date before the first verb stands over both; one behind it belongs to that verb, unless the second goes along with it.
    (time) => (isBeside ? !time.edtf?.includes('..') : time.end <= limit) && hangsDirectly(tree, time, head),
    parsed,
  )
}

/** "is under an order to appear tomorrow": the day is that of the appearing, and the order stands already. */
function isOfDuty(tree: Tree, time: Range, predicate: number): boolean {
  const top = tree.tokens.findIndex((token) => token.start < time.end && token.end > time.start)
  for (let t = top; t >= 0 && t !== predicate; t = tree.tokens[t]!.head) {
    const { xpos, deprel } = tree.tokens[t]!
    if (xpos === 'VB' && deprel === 'acl') return true
  }
  return false
}

/** Whether a date is said of a verb itself, not of a noun or clause below it. */
function hangsDirectly(tree: Tree, time: TimePhrase, verb: number): boolean {
  return tree.tokens.some(
    (token, i) =>
      token.start < time.end &&
      token.end > time.start &&
      token.head === verb &&
      isRelation(tree.tokens[i]!.deprel, 'obl', 'advmod', 'nmod') &&
      token.upos !== 'ADP',
  )
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
  return (parsed.numbers[clause.tree.sentence.index] ?? [])
    .filter((number) => isOwn(clause, number))
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
