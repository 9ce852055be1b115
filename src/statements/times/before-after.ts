import type { When } from '../../model/when.js'
import { childrenBy, formAt, isRelation, isVerb, type Tree } from '../trees.js'
import { lent, type PlacedStatement, type Telling } from './placed.js'

/**
 * "He had served four years before joining in July."  →  the serving: until July
 * "After signing the deal in 2015, they hid the files."  →  the hiding: from 2015 on
 * "He crossed on Friday after two days in a hut" dates nothing else; "after hiding in a hut" dates the hiding: until Friday.
 *
 * Two clauses of which one is dated and the other is said to come before or after it. What follows "shortly" or
 * "minutes" after has about the same date.
 */
export function beforeOrAfter({ tree, predicate }: PlacedStatement, telling: Telling): When | null {
  const below = clausesBeside(tree, predicate).flatMap((clause) => {
    const order = orderOf(tree, clause)
    return order ? [{ clause, order }] : []
  })
  for (const { clause, order } of below) {
    const when = dateOf(tree, clause, telling)
    if (when) return related(when, order, isCloseBy(tree, clause))
  }
  const { head, deprel } = tree.tokens[predicate]!
  if (head < 0 || !isRelation(deprel, 'advcl', 'acl')) return null
  const order = orderOf(tree, predicate)
  const when = order && dateOf(tree, head, telling)
  return when ? related(when, order === 'after' ? 'before' : 'after', isCloseBy(tree, predicate)) : null
}

/** The clauses that may date another: those that hang on it, and one before it that the parser took for the main one ("After the deal was made, they went on"). */
export function clausesBeside(tree: Tree, predicate: number): number[] {
  const { head, deprel } = tree.tokens[predicate]!
  const isSlip = isRelation(deprel, 'parataxis') && head >= 0 && head < predicate
  return [...childrenBy(tree, predicate, 'advcl', 'acl'), ...(isSlip ? [head] : [])]
}

/** Whether a thing came before or after the date at hand. */
export type Order = 'before' | 'after'

function dateOf(tree: Tree, clause: number, { at, when }: Telling): When | null {
  const index = at(tree, clause)
  return index === undefined ? null : when(index)
}

/** Where the governing clause stands to one with this conjunction: "after signing", "since he left" → after it. */
function orderOf(tree: Tree, clause: number): Order | undefined {
  const mark = childrenBy(tree, clause, 'mark', 'case', 'advmod').find(
    (child) => child < clause && /^(after|since|before|until|till)$/.test(formAt(tree, child)),
  )
  if (mark === undefined || !isVerb(tree.tokens[clause]!)) return undefined
  return /^(after|since)$/.test(formAt(tree, mark)) ? 'after' : 'before'
}

/** "minutes after", "shortly before", "as soon as" */
function isCloseBy(tree: Tree, clause: number): boolean {
  const mark = childrenBy(tree, clause, 'mark', 'case', 'advmod').find((child) =>
    /^(after|before)$/.test(formAt(tree, child)),
  )
  if (mark === undefined) return false
  return [mark - 1, mark - 2].some((i) =>
    /^(shortly|soon|immediately|right|moments|seconds|minutes|just|hours)$/.test(formAt(tree, i)),
  )
}

function related(when: When, order: Order, close: boolean): When | null {
  const day = dayOf(when, order)
  return close && day !== null && day.length === 10 ? lent(`${day}~`, when) : beyond(when, order)
}

/** From a date on, or up to it: "2015/..", "../2022-07". Null where that end of the date is open. */
export function beyond(when: When, order: Order): When | null {
  const day = dayOf(when, order)
  return day === null ? null : lent(order === 'after' ? `${day}/..` : `../${day}`, when)
}

/** The end of a date that counts, without its time of day, which is of no use for what came on another day. */
function dayOf(when: When, order: Order): string | null {
  const [from, to] = when.edtf.includes('/') ? when.edtf.split('/') : [when.edtf, when.edtf]
  const edge = (order === 'after' ? from : to)?.replace(/[~?%]/g, '')
  return edge === undefined || edge === '..' || edge === '' || edge.startsWith('XXXX') ? null : edge.slice(0, 10)
}
