import { contains, overlaps, type Range } from '../../model/span.js'
import type { ParsedReport } from '../parsed-report.js'
import { childBy, childrenBy, formAt, hangsOn, isRelation, rangeOf, rangesOf, subtree, type Tree } from '../trees.js'

/** What a verb of saying says: its clause, the clause it is slipped into, or nothing. */
export function clauseSaid(tree: Tree, verb: number, parsed: ParsedReport): Range[] {
  const { deprel, head, xpos } = tree.tokens[verb]!
  const complement = complementOf(tree, verb)
  if (complement !== undefined) {
    const words = subtree(tree, complement, (child) => isOpening(tree, child, complement) || hangsOn(tree, verb, child))
    const range = rangeOf(tree, words)
    // "On Friday, he claims, …" speaks of Friday; "On Friday, he claimed …" may only say when he spoke.
    const fronted = xpos === 'VBZ' || xpos === 'VBP' ? frontedAdjuncts(tree, verb, complement) : []
    return [...fronted, ...(range ? withQuotations([range], tree.tokens[verb]!, parsed) : [])]
  }
  if (head >= 0 && isRelation(deprel, 'parataxis', 'advcl', 'dep', 'discourse')) return hostClause(tree, verb, parsed)
  return []
}

/** The clause that a cue is slipped into, without the cue: "The bridge, he said, fell" → "The bridge … fell". */
export function hostClause(tree: Tree, inserted: number, parsed: ParsedReport): Range[] {
  const { head } = tree.tokens[inserted]!
  if (head < 0) return []
  const words = subtree(tree, head, (child) => child === inserted || isOpening(tree, child, head))
  return withQuotations(rangesOf(tree, words), tree.tokens[inserted]!, parsed)
}

/** Widens ranges so that no quotation is cut in two, unless it holds the cue itself. */
export function withQuotations(ranges: readonly Range[], cue: Range, parsed: ParsedReport): Range[] {
  return ranges.map((range) =>
    parsed.quotations
      .filter((quotation) => overlaps(quotation, range) && !contains(quotation, cue))
      .reduce(
        (whole, { start, end }) => ({ start: Math.min(whole.start, start), end: Math.max(whole.end, end) }),
        range,
      ),
  )
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
  return tree.tokens[child]!.head === top && isRelation(deprel, 'mark', 'cc') && /^(that|and|but|as|or)$/i.test(form)
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
