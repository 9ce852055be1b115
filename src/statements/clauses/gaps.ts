import { antecedentThrough, isPassive } from '../subjects.js'
import { childBy, childrenBy, formAt, isRelation, isVerb, subtree } from '../trees.js'
import type { Clause } from './clauses.js'

/** A place in a relative clause that the noun it belongs to fills. */
export interface Gap {
  /** The noun before the clause. */
  readonly filler: number
  /** The word after which it would stand: the verb, its particle, or a preposition left alone. */
  readonly after: number
}

const whenOrHow =
  /^(time|day|week|month|year|moment|way|reason|place|hour|minute|night|morning|extent|evening|date|manner|point)s?$/

const intransitive =
  /^(appear|go|come|arrive|happen|occur|live|work|sleep|die|remain|stand|sit|fall|speak|talk|look|exist|lie|emerge|rise|travel|return|agree|depend|serve|stay|wait|begin|end|disappear|walk|belong)$/

/**
 * "the coat he lost", "the boat that they wanted to sell", "the matter she kept quiet about", "a letter which she said she had received"
 *
 * A relative clause with a subject of its own and no object lacks what the noun before it names.
 * "The day he left" lacks nothing.
 */
export function gapOf({ tree, predicate, subject, rule }: Clause): Gap | undefined {
  const through = rule === 'subordinate-clause' ? antecedentThrough(tree, predicate) : undefined
  const head = through ?? tree.tokens[predicate]!.head
  if (
    (rule !== 'relative-clause' && through === undefined) ||
    head < 0 ||
    subject === undefined ||
    subject.token === head
  )
    return undefined
  if (!isVerb(tree.tokens[predicate]!) || whenOrHow.test(formAt(tree, head))) return undefined
  // "who fled": the one who fled is the subject, however far before it the noun stands.
  const own = childBy(tree, predicate, 'nsubj')
  if (own !== undefined && /^(who|which|that)$/.test(formAt(tree, own))) return undefined
  const opening = childrenBy(tree, predicate, 'obl', 'advmod', 'nmod').find((child) => child < predicate)
  if (opening !== undefined && /^(which|whom|where|when|why)$/.test(formAt(tree, opening))) return undefined
  if (childrenBy(tree, predicate, 'xcomp').some((child) => !isVerb(tree.tokens[child]!))) return undefined
  if (isLoose(tree, predicate) || isOneName(tree, head, subject.token)) return undefined
  const alone = strandedAt(tree, predicate)
  if (alone !== undefined) return { filler: head, after: alone }
  if (isPassive(tree, predicate) || intransitive.test(tree.tokens[predicate]!.lemma)) return undefined
  const inner = childrenBy(tree, predicate, 'xcomp').find((child) => isVerb(tree.tokens[child]!)) ?? predicate
  const object = childrenBy(tree, predicate, 'obj').concat(inner === predicate ? [] : childrenBy(tree, inner, 'obj'))
  if (object.some((child) => !/^(that|which|whom|who)$/.test(formAt(tree, child)))) return undefined
  if (childBy(tree, inner, 'ccomp') !== undefined) return undefined
  const last = childBy(tree, inner, 'compound:prt') ?? inner
  return { filler: head, after: last }
}

/** "keeper Piers Hallbrook left": two halves of one name, which the parser took for a noun and a subject. */
function isOneName({ tokens }: Clause['tree'], noun: number, subject: number): boolean {
  return subject === noun + 1 && tokens[noun]!.upos === 'PROPN' && tokens[subject]!.upos === 'PROPN'
}

/** "the tapes; we know …": without "that" or "which" nothing may part a noun from what is said of it. */
function isLoose(tree: Clause['tree'], predicate: number): boolean {
  const { head } = tree.tokens[predicate]!
  const first = subtree(tree, predicate)[0]!
  return (
    !/^(that|which|who|whom)$/.test(formAt(tree, first)) &&
    tree.tokens.slice(head + 1, first).some(({ upos }) => upos === 'PUNCT')
  )
}

/** "about" in "kept quiet about": a preposition without a noun. */
function strandedAt(tree: Clause['tree'], predicate: number): number | undefined {
  return [predicate, ...(tree.children[predicate] ?? [])]
    .flatMap((top) => tree.children[top] ?? [])
    .find((child) => {
      const { upos, deprel, head } = tree.tokens[child]!
      return upos === 'ADP' && child > head && child > predicate && isRelation(deprel, 'obl', 'case', 'advmod', 'nmod')
    })
}

/** The noun that fills the place of the object in a relative clause, or undefined. */
export function objectGapOf(clause: Clause): number | undefined {
  const gap = gapOf(clause)
  return gap && clause.tree.tokens[gap.after]!.upos !== 'ADP' ? gap.filler : undefined
}
