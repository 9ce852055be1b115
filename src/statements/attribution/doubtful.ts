import { lengthOf, overlaps, sharedBy } from '../../model/span.js'
import { type ParsedReport, quotationsAt } from '../parsed-report.js'
import { isPassive } from '../subjects.js'
import { childBy, childrenBy, formAt, isRelation, type Tree } from '../trees.js'
import { claimsThing } from './cues.js'
import type { Proposal } from './proposal.js'
import { BySentence, type SentenceIndex } from './sentence-index.js'

/**
 * What the tagger alone takes for somebody's words and a reader would not:
 * questions that nobody is said to have asked, what may or should be said some day, a preposition for a cue,
 * what is claimed like a prize,
 * and a second voice for a quotation that has one.
 */
export function isDoubtful(
  tagged: Proposal,
  quoted: BySentence<Proposal>,
  parsed: ParsedReport,
  index: SentenceIndex,
): boolean {
  const cue = tagged.cue[0]
  const tree = cue && parsed.trees[index(cue)[0]]
  if (!cue || !tree) return false
  const words = tree.tokens.flatMap((token, i) => (overlaps(token, cue) ? [i] : []))
  const verb = words.find((i) => tree.tokens[i]!.upos === 'VERB')
  return (
    isPreposition(tree, words, tagged) ||
    (verb !== undefined && asks(tree, verb, tagged, parsed)) ||
    (verb !== undefined && (isOnlyPossible(tree, verb) || isWithheld(tree, verb))) ||
    isQuotedAlready(tagged, quoted) ||
    isDrawn(tree, words) ||
    isDecisionOn(tree, words) ||
    (verb !== undefined &&
      (seems(tree, verb) || isDone(tree, verb, tagged, parsed) || claimsThing(tree, verb, parsed))) ||
    isOccasion(tree, words, tagged, parsed)
  )
}

/** "In the poll, Holm leads": where a thing is told is no one's telling of it. */
function isPreposition(tree: Tree, words: readonly number[], { source }: Proposal): boolean {
  return source === null && words.length > 0 && words.every((i) => /^(in|on|at|by|with)$/.test(formAt(tree, i)))
}

/** "Asked whether it was safe, …", "to determine whether it was": a question without anyone who asks asserts nothing. */
function asks(tree: Tree, verb: number, { source, content }: Proposal, { reading }: ParsedReport): boolean {
  if (source !== null) return false
  if (/^(asked|questioned|pressed)$/.test(formAt(tree, verb))) return true
  return content.every(({ start, end }) =>
    /^(whether|if|how|why|what|who|when|where)\b/i.test(reading.report.text.slice(start, end)),
  )
}

/** "allows Congress to reject it", "to announce his leave, he came", "was able to deny it": nothing has been said. */
export function isOnlyPossible(tree: Tree, verb: number): boolean {
  const { deprel, head, xpos } = tree.tokens[verb]!
  if (xpos !== 'VB' || head < 0) return false
  const to = childrenBy(tree, verb, 'mark').some((mark) => formAt(tree, mark) === 'to')
  if (isRelation(deprel, 'conj')) return !to && isOnlyPossible(tree, head)
  if (!to || childBy(tree, verb, 'aux') !== undefined) return false
  if (isRelation(deprel, 'xcomp', 'ccomp'))
    return /^(allow|enable|let|permit|require|able|unable|free|need|help|force)$/.test(
      tree.tokens[head]!.lemma.toLowerCase(),
    )
  return isRelation(deprel, 'advcl') && verb < head
}

/** "was denied entry": something is withheld from somebody, and nothing is said. */
function isWithheld(tree: Tree, verb: number): boolean {
  return (
    tree.tokens[verb]!.lemma.toLowerCase() === 'deny' &&
    isPassive(tree, verb) &&
    childBy(tree, verb, 'obj', 'xcomp') !== undefined
  )
}

/** The quotations that a rule gave to their speakers. */
export function quotedByRules(byRules: readonly Proposal[], index: SentenceIndex): BySentence<Proposal> {
  const quoted = new BySentence<Proposal>(index)
  for (const proposal of byRules) if (proposal.rule === 'speaker-of-quotation') quoted.add(proposal, proposal.content)
  return quoted
}

/** One of those quotations, cued by words that are no part of it. */
function isQuotedAlready({ content, cue }: Proposal, quoted: BySentence<Proposal>): boolean {
  if (lengthOf(content) === 0) return false
  const near = content.flatMap((range) => quoted.around(range))
  return near.some(
    (rule) =>
      sharedBy(content, rule.content) / Math.max(lengthOf(content), lengthOf(rule.content)) > 0.9 &&
      !cue.some((range) => rule.content.some((said) => overlaps(said, range))),
  )
}

/** "the court's decision on whether to close it": what is decided about is not what was said. */
function isDecisionOn(tree: Tree, words: readonly number[]): boolean {
  return words.some(
    (i) =>
      /^(decision|decisions|vote|votes|choice)$/.test(formAt(tree, i)) && /^(on|about|over)$/.test(formAt(tree, i + 1)),
  )
}

/** "Holm drew criticism for leaving": whoever draws it is not the one who criticises. */
function isDrawn(tree: Tree, words: readonly number[]): boolean {
  return (
    words.some(
      (i) =>
        /^(draw|face|spark|receive|attract|provoke)$/.test(tree.tokens[i]!.lemma.toLowerCase()) &&
        tree.tokens[i]!.upos === 'VERB',
    ) &&
    words.some((i) =>
      /^(criticism|praise|condemnation|outcry|complaints?|questions?|calls?|support|backlash)$/.test(formAt(tree, i)),
    )
  )
}

/** "wrote the bill", "assumed office", "the Senate confirmed the judge": a thing is done to a thing or a person, and nothing is said. */
function isDone(tree: Tree, verb: number, { content, kind }: Proposal, parsed: ParsedReport): boolean {
  const isActing = /^(write|pen|assume|read|sing|open|close|finish|begin)$/.test(tree.tokens[verb]!.lemma.toLowerCase())
  if (!isActing && kind !== 'confirmation') return false
  const object = isPassive(tree, verb) ? childBy(tree, verb, 'nsubj') : childBy(tree, verb, 'obj')
  if (object === undefined || childBy(tree, verb, 'ccomp', 'xcomp') !== undefined) return false
  // "wrote a letter to the council" may well hand on what it says.
  const thing = formAt(tree, object)
  if (parsed.saying.isDocument(thing) || parsed.saying.noun(thing) !== undefined) return false
  if (!content.some((range) => overlaps(range, tree.tokens[object]!))) return false
  if (content.some((range) => quotationsAt(range, parsed).length > 0)) return false
  return (
    isActing ||
    parsed.mentions[tree.sentence.index]?.some((m) => m.headToken === object && m.type === 'person') === true
  )
}

/** "faced criticism since she left": when or why there was criticism is not what it said. */
function isOccasion(
  tree: Tree,
  words: readonly number[],
  { content, source }: Proposal,
  { reading }: ParsedReport,
): boolean {
  return (
    source === null &&
    words.length > 0 &&
    words.every((i) => tree.tokens[i]!.upos !== 'VERB') &&
    content.every(({ start, end }) =>
      /^(since|after|when|while|as|before|until|because)\b/i.test(reading.report.text.slice(start, end)),
    )
  )
}

/** "Holm appeared to be leaving": the report's own impression. */
function seems(tree: Tree, verb: number): boolean {
  return /^(seem|appear)/.test(formAt(tree, verb))
}
