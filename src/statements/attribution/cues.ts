import type { SayingVerb } from '../../knowledge/saying.js'
import { isTensedOrModal } from '../../model/reading.js'
import type { Range } from '../../model/span.js'
import type { ParsedReport } from '../parsed-report.js'
import { isPassive } from '../subjects.js'
import { childBy, childrenBy, formAt, isRelation, subtree, type Tree } from '../trees.js'

/** The verb of saying at this token, its particle taken into account. */
export function sayingAt(tree: Tree, token: number, parsed: ParsedReport): SayingVerb | undefined {
  const { upos, form } = tree.tokens[token]!
  if (upos !== 'VERB') return undefined
  const particle = childBy(tree, token, 'compound:prt')
  const saying = parsed.saying.verb(form, particle === undefined ? null : formAt(tree, particle))
  return saying?.verb === 'claim' && claimsThing(tree, token, parsed) ? undefined : saying
}

/**
 * "claimed asylum in Norway", "the storm claimed three lives", "the prize she claimed": something is asked for, won or taken, and nothing is said;
 * "claimed responsibility" and "claimed the prize was hers" do say something.
 */
export function claimsThing(tree: Tree, verb: number, { saying }: ParsedReport): boolean {
  const { lemma, deprel, head } = tree.tokens[verb]!
  if (lemma.toLowerCase() !== 'claim') return false
  if (isPassive(tree, verb)) return childrenBy(tree, verb, 'nsubj').some((i) => saying.isObtained(formAt(tree, i)))
  // The parser may take a bare noun for a clause.
  const things = childrenBy(tree, verb, 'obj', 'ccomp').filter((i) => tree.tokens[i]!.xpos !== 'WDT')
  if (things.length === 0) return isRelation(deprel, 'acl') && head >= 0 && saying.isObtained(formAt(tree, head))
  const isClause = (i: number) => childBy(tree, i, 'nsubj', 'cop', 'aux') !== undefined || opensClause(tree, i)
  return things.every((i) => saying.isObtained(formAt(tree, i)) && !isClause(i))
}

/** "claimed the prize was hers": right behind the words of the noun stands a verb, of which it is the subject. */
function opensClause(tree: Tree, noun: number): boolean {
  const next = tree.tokens[(subtree(tree, noun).at(-1) ?? noun) + 1]
  return next !== undefined && isTensedOrModal(next) && next.head >= noun
}

/** The tokens of a sentence that are verbs of saying. */
export function sayingVerbs(
  tree: Tree,
  parsed: ParsedReport,
): { readonly token: number; readonly saying: SayingVerb }[] {
  return tree.tokens.flatMap((_, token) => {
    const saying = sayingAt(tree, token, parsed)
    return saying ? [{ token, saying }] : []
  })
}

/** The cue as it stands: the verb with its auxiliaries, negation and particle. */
export function cueRange(tree: Tree, verb: number): Range[] {
  const words = [
    verb,
    ...childrenBy(tree, verb, 'aux', 'compound:prt', 'advmod').filter(
      (child) => isRelation(tree.tokens[child]!.deprel, 'aux', 'compound:prt') || isNegation(tree, child),
    ),
  ]
  const ranges: { start: number; end: number }[] = []
  for (const i of words.sort((x, y) => x - y)) {
    const { start, end } = tree.tokens[i]!
    // What the parser hung on the verb from afar is not part of the cue.
    if (i < verb - 4 || i > verb + 6) continue
    const last = ranges.at(-1)
    if (last && start - last.end <= 1) last.end = end
    else ranges.push({ start, end })
  }
  return ranges
}

/** Whether a verb is negated: "did not say", "never said". */
export function isNegated(tree: Tree, verb: number): boolean {
  if (childrenBy(tree, verb, 'advmod', 'neg', 'aux').some((child) => isNegation(tree, child))) return true
  return childrenBy(tree, verb, 'nsubj').some((subject) =>
    childrenBy(tree, subject, 'det').some((det) => formAt(tree, det) === 'no'),
  )
}

/** Whether the token is a word of negation. */
export function isNegation(tree: Tree, token: number): boolean {
  return /^(not|n't|n’t|never)$/.test(formAt(tree, token))
}

/** Whether a verb stands in a question, a command or a condition, where nothing is said to have been said. */
export function isHypothetical(tree: Tree, verb: number): boolean {
  const mark = childBy(tree, verb, 'mark')
  return mark !== undefined && /^(if|whether|unless|lest)$/.test(formAt(tree, mark))
}
