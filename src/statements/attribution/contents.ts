import { contains, type Range } from '../../model/span.js'
import { type ParsedReport, quotationsAt } from '../parsed-report.js'
import { continuesTense } from '../subjects.js'
import { childBy, childrenBy, formAt, hangsOn, isRelation, rangeOf, rangesOf, subtree, type Tree } from '../trees.js'

/** What a verb of saying says: its clause, the clause it is slipped into, or nothing. */
export function clauseSaid(tree: Tree, verb: number, parsed: ParsedReport): Range[] {
  const { deprel, head, xpos } = tree.tokens[verb]!
  const complement = complementOf(tree, verb)
  const written = afterThat(tree, verb, complement, parsed)
  if (written) return withQuotations([written], tree.tokens[verb]!, parsed)
  if (complement !== undefined) {
    const leaveOut = (child: number) => isOpening(tree, child, complement) || hangsOn(tree, verb, child)
    const words = [complement, ...goingOn(tree, verb, complement, parsed)].flatMap((top) =>
      subtree(tree, top, leaveOut),
    )
    const range = withoutThat(
      tree,
      rangeOf(
        tree,
        words.sort((a, b) => a - b),
      ),
    )
    // "On Friday, he claims, …" speaks of Friday; "On Friday, he claimed …" may only say when he spoke.
    const fronted = xpos === 'VBZ' || xpos === 'VBP' ? frontedAdjuncts(tree, verb, complement) : []
    return [
      ...fronted,
      ...splitSubject(tree, verb),
      ...(range ? withQuotations([range], tree.tokens[verb]!, parsed) : []),
    ]
  }
  const unlinked = complement === undefined ? (clauseBehind(tree, verb) ?? clauseOfObject(tree, verb)) : undefined
  if (unlinked) return withQuotations([unlinked], tree.tokens[verb]!, parsed)
  const isAside =
    head >= 0 &&
    isRelation(deprel, 'parataxis', 'advcl', 'dep', 'discourse') &&
    !isSubordinate(tree, verb) &&
    childBy(tree, verb, 'obj') === undefined
  return isAside && !hasRelativeSubject(tree, verb) ? hostClause(tree, verb, parsed) : []
}

/**
 * "told the Gazette that …": the words after "that", where the parser hung them on the hearer or found only the end of them.
 * Nothing but the hearer may stand between the verb and "that".
 */
function afterThat(tree: Tree, verb: number, complement: number | undefined, parsed: ParsedReport): Range | null {
  let that = verb + 1
  while (that < tree.tokens.length && that < verb + 9 && formAt(tree, that) !== 'that') {
    if (/^(VERB|AUX|PUNCT|SCONJ|CCONJ)$/.test(tree.tokens[that]!.upos)) return null
    that++
  }
  if (formAt(tree, that) !== 'that' || that + 2 >= tree.tokens.length) return null
  const first = complement === undefined ? tree.tokens.length : (subtree(tree, complement)[0] ?? that)
  if (first <= that + 1) return null
  const words = subtree(
    tree,
    verb,
    (child) =>
      tree.tokens[child]!.head === verb &&
      child > that &&
      isRelation(tree.tokens[child]!.deprel, 'conj', 'parataxis') &&
      !belongsToSaid(tree, verb, child, parsed),
  )
  return rangeOf(
    tree,
    words.filter((i) => i > that),
  )
}

/** "alleging the captain was drunk": a subject right behind the verb whose predicate the parser hung elsewhere. */
function clauseBehind(tree: Tree, verb: number): Range | null {
  const subject = tree.tokens.findIndex(
    (token, i) => i > verb && i <= verb + 5 && token.deprel.startsWith('nsubj') && token.head > i,
  )
  const predicate = tree.tokens[subject]?.head
  if (/^(who|which|that|what)$/.test(formAt(tree, subject))) return null
  if (predicate === undefined || (subtree(tree, subject)[0] ?? 0) !== verb + 1 || hangsOn(tree, verb, predicate))
    return null
  return rangeOf(
    tree,
    subtree(tree, predicate).filter((i) => i > verb),
  )
}

/** "alleging Ada Holm is a baker": an object right behind which a finite verb stands is the subject of a clause, to the end. */
function clauseOfObject(tree: Tree, verb: number): Range | null {
  const object = childBy(tree, verb, 'obj')
  const words = object === undefined ? [] : subtree(tree, object)
  const next = tree.tokens[(words.at(-1) ?? -2) + 1]
  if (words[0] !== verb + 1 || !next || !/^(VBZ|VBP|MD)$/.test(next.xpos)) return null
  return rangeOf(
    tree,
    tree.tokens.flatMap((_, i) => (i > verb ? [i] : [])),
  )
}

/** "so that it can respond", "because she insisted": only "as she said" is slipped into what was said. */
function isSubordinate(tree: Tree, verb: number): boolean {
  const marks = childrenBy(tree, verb, 'mark', 'advmod')
    .filter((mark) => mark < verb)
    .map((mark) => formAt(tree, mark))
  return marks.some((mark) =>
    /^(so|that|because|while|although|though|if|when|unless|until|since|whereas|to)$/.test(mark),
  )
}

function hasRelativeSubject(tree: Tree, verb: number): boolean {
  const subject = childBy(tree, verb, 'nsubj')
  return subject === undefined || /^(who|which|that)$/.test(formAt(tree, subject))
}

/** The clause that a cue is slipped into, without the cue: "The bridge, he said, fell" → "The bridge … fell". */
export function hostClause(tree: Tree, inserted: number, parsed: ParsedReport): Range[] {
  const { head } = tree.tokens[inserted]!
  if (head < 0) return []
  const words = subtree(tree, head, (child) => child === inserted || isOpening(tree, child, head))
  return withQuotations(rangesOf(tree, words), tree.tokens[inserted]!, parsed)
}

/** "The lamp, Ada Holm said, was out": the parser gives the verb of saying both subjects. */
function splitSubject(tree: Tree, verb: number): Range[] {
  const [first, second] = childrenBy(tree, verb, 'nsubj').filter((child) => child < verb)
  if (second !== undefined && formAt(tree, second + 1) === ',') return []
  // "Harbour Watch President Ada Holm said": without a comma between them both belong to the speaker.
  if (first !== undefined && second !== undefined && !tree.forms.slice(first, second).includes(',')) return []
  const range = first !== undefined && second !== undefined ? rangeOf(tree, subtree(tree, first)) : null
  return range ? [range] : []
}

/** Widens ranges so that no quotation is cut in two, unless it holds the cue itself. */
export function withQuotations(ranges: readonly Range[], cue: Range, parsed: ParsedReport): Range[] {
  return ranges.map((range) =>
    quotationsAt(range, parsed)
      .filter((quotation) => !contains(quotation, cue))
      .reduce(
        (whole, { start, end }) => ({ start: Math.min(whole.start, start), end: Math.max(whole.end, end) }),
        range,
      ),
  )
}

/**
 * What stands after the said clause and hangs on the verb of saying by mistake or by "and that":
 * a reason or time of what was said, or a second clause of it.
 */
function goingOn(tree: Tree, verb: number, complement: number, parsed: ParsedReport): number[] {
  if (complement < verb) return []
  return (tree.children[verb] ?? []).filter((child) => {
    if (child <= complement) return false
    const { deprel, xpos } = tree.tokens[child]!
    const mark = childBy(tree, child, 'mark')
    if (isRelation(deprel, 'conj'))
      return (mark !== undefined && formAt(tree, mark) === 'that') || belongsToSaid(tree, verb, child, parsed)
    if (isRelation(deprel, 'obl')) return true
    return isRelation(deprel, 'advcl') && xpos !== 'VBG' && mark !== undefined && formAt(tree, mark) !== 'as'
  })
}

/**
 * "She said the bridge was old and the town knew it": a second clause with a subject of its own goes on with what she said,
 * unless it is about saying itself; without a subject only its tense can tell ("said it is old and needs paint").
 */
function belongsToSaid(tree: Tree, verb: number, second: number, parsed: ParsedReport): boolean {
  if (parsed.saying.verb(formAt(tree, second)) !== undefined) return false
  return childBy(tree, second, 'nsubj') !== undefined || continuesTense(tree, verb, second)
}

/** "that" opens what was said, and is no part of it, even where the parser takes it for a pronoun. */
function withoutThat(tree: Tree, range: Range | null): Range | null {
  const at = tree.tokens.findIndex((token) => range !== null && token.start >= range.start)
  const next = tree.tokens[at + 1]
  if (!range || formAt(tree, at) !== 'that' || !next || /^(VBD|VBZ|MD|NN)$/.test(next.xpos)) return range
  return { start: next.start, end: range.end }
}

function complementOf(tree: Tree, verb: number): number | undefined {
  const clauses = childrenBy(tree, verb, 'ccomp')
  if (clauses.length > 0) return clauses.find((clause) => !isIndirectQuestion(tree, clause)) ?? undefined
  return childrenBy(tree, verb, 'parataxis').find((child) => child > verb || /^[,”"’]$/.test(formAt(tree, verb - 2)))
}

// "asked whether", "would not say if" hand on a question, and a question asserts nothing.
function isIndirectQuestion(tree: Tree, clause: number): boolean {
  const mark = childBy(tree, clause, 'mark')
  return mark !== undefined && /^(whether|if)$/.test(formAt(tree, mark))
}

function isOpening(tree: Tree, child: number, top: number): boolean {
  const { deprel, form } = tree.tokens[child]!
  return tree.tokens[child]!.head === top && isRelation(deprel, 'mark', 'cc') && /^(that|and|but|or)$/i.test(form)
}

/** Adjuncts before the subject of the cue. */
function frontedAdjuncts(tree: Tree, verb: number, complement: number): Range[] {
  const subject = childBy(tree, verb, 'nsubj')
  if (subject === undefined || complement < verb) return []
  const before = childrenBy(tree, verb, 'obl', 'advcl').filter((child) => child < subject)
  const range = rangeOf(
    tree,
    before.flatMap((child) => subtree(tree, child)).sort((a, b) => a - b),
  )
  return range ? [range] : []
}
