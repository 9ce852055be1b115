import { contains, overlaps } from '../../model/span.js'
import { isQuoted, type ParsedReport } from '../parsed-report.js'
import { childrenBy, formAt, isRelation, rangeOf, type Tree } from '../trees.js'
import type { Proposal } from './proposal.js'
import type { SentenceIndex } from './sentence-index.js'

/**
 * "They argue that it pays, while others fear the cost", "Holm said he wants a vote, but Holm has few friends",
 * "told them to look – and a writer stood up": where the report goes on in its own words, what was said ends.
 * Empty where nothing is left of it.
 */
export function untilOwnAgain(proposal: Proposal, parsed: ParsedReport, index: SentenceIndex): Proposal[] {
  const { cue, content, source } = proposal
  const tree = cue[0] && parsed.trees[index(cue[0])[0]]
  if (!tree) return [proposal]
  const name = source?.sentence === tree.sentence.index ? surnameAt(tree, source.head) : undefined
  const kept = content.flatMap((range) => {
    if (range.start < cue[0]!.end || !contains(tree.sentence, range)) return [range]
    const end = tree.tokens.findIndex(
      (token, t) =>
        overlaps(token, range) &&
        !isQuoted(token.start, parsed) &&
        ((token.start > range.start && (othersHold(tree, t, parsed) || isNamedAgain(tree, t, name))) ||
          isBehindDash(tree, t)),
    )
    if (end < 0) return [range]
    const before = tree.tokens.flatMap((token, t) => (t < end && overlaps(token, range) ? [t] : []))
    return rangeOf(tree, before) ?? []
  })
  if (kept.length === content.length && kept.every((range, i) => range === content[i])) return [proposal]
  return kept.length === 0 ? [] : [{ ...proposal, content: kept }]
}

/** "Holm" of "Ada Holm"; undefined where no name speaks. */
function surnameAt(tree: Tree, head: number): string | undefined {
  if (tree.tokens[head]!.upos !== 'PROPN') return undefined
  return tree.tokens[childrenBy(tree, head, 'flat').at(-1) ?? head]!.form
}

/** ", while others fear the cost": what some say, set against what others say. */
function othersHold(tree: Tree, t: number, { saying }: ParsedReport): boolean {
  if (!/^(while|whereas)$/.test(formAt(tree, t)) || formAt(tree, t - 1) !== ',') return false
  const verb = verbBehind(tree, t)
  if (verb === undefined) return false
  const { lemma } = tree.tokens[verb]!
  return saying.verb(formAt(tree, verb)) !== undefined || /^(fear|hope|doubt|worry|believe|think|oppose)$/.test(lemma)
}

/** "Holm said …, but Holm": nobody calls himself by his name. */
function isNamedAgain(tree: Tree, t: number, name: string | undefined): boolean {
  const next = tree.tokens[t + 1]
  return formAt(tree, t) === 'but' && name !== undefined && next?.form === name && isRelation(next.deprel, 'nsubj')
}

/** "… – and a writer stood up", to the end, and not an aside between two dashes. */
function isBehindDash(tree: Tree, t: number): boolean {
  const isDash = (at: number) => /^(–|—|--)$/.test(formAt(tree, at))
  if (!isDash(t - 1) || !/^(and|but)$/.test(formAt(tree, t)) || verbBehind(tree, t) === undefined) return false
  return !tree.tokens.some((_, at) => at > t && isDash(at)) && !tree.tokens.some((_, at) => at < t - 1 && isDash(at))
}

/** The verb of a clause whose subject, no pronoun, stands right behind a word: "while others fear", not "while rowing". */
function verbBehind(tree: Tree, t: number): number | undefined {
  const subject = tree.tokens.findIndex((token, i) => i > t && i < t + 8 && isRelation(token.deprel, 'nsubj'))
  const verb = tree.tokens[subject]?.head ?? -1
  if (subject < 0 || verb < subject || isRelation(tree.tokens[verb]!.deprel, 'acl')) return undefined
  return tree.tokens[subject]!.upos === 'PRON' && /^(he|she|they|it|i|we|you)$/.test(formAt(tree, subject))
    ? undefined
    : verb
}
