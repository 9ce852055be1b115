import type { Range } from '../../model/span.js'
import { overlaps } from '../../model/span.js'
import type { ParsedReport } from '../parsed-report.js'
import { childBy, childrenBy, formAt, isRelation, rangeOf, subtree, type Tree } from '../trees.js'
import { cueRange, isNegated } from './cues.js'
import type { AttributionRule, Proposal } from './proposal.js'
import { hearersOf, speakerOf } from './speakers.js'

/**
 * "Ada Holm declined to comment on the closure."  →  outlet < Ada Holm, unverified
 * "Ada Holm would not confirm that the bridge was closed."  →  the same
 *
 * Refusing to speak, confirm or explain is an act of the voice; what it was asked about stays unverified.
 */
export const refusal: AttributionRule = {
  name: 'refusal',
  propose: (tree, parsed) =>
    tree.tokens.flatMap((token, i) =>
      token.upos === 'VERB'
        ? [...declined(tree, i, parsed), ...wouldNot(tree, i, parsed), ...notReached(tree, i, parsed)]
        : [],
    ),
  examples: [
    { text: 'Ada Holm declined to comment on the closure.', voices: ['outlet < Ada Holm | the closure'] },
    {
      text: 'Ada Holm would not confirm that the bridge was closed.',
      voices: ['outlet < Ada Holm | the bridge was closed'],
    },
  ],
}

const responding = /^(reached|respond|responded|return|returned)$/
const refusing = /^(declin|refus|fail)(e|ed|es|ing|s)?$/
const speaking =
  /^(comment|elaborate|confirm|say|discuss|explain|answer|respond|disclose|reveal|specify|give|provide|address|deny|identify|name|verify|speak|talk|clarify|acknowledge|release|share|rule|speculate|go)$/

function declined(tree: Tree, verb: number, parsed: ParsedReport): Proposal[] {
  if (!refusing.test(formAt(tree, verb))) return []
  const act = childBy(tree, verb, 'xcomp', 'ccomp', 'advcl')
  const noun = childBy(tree, verb, 'obj')
  const commented = noun !== undefined && /^(comment|request|interview)s?$/.test(formAt(tree, noun)) ? noun : undefined
  // The parser may take "comment" for a noun.
  const besideTo = formAt(tree, verb + 1) === 'to' && speaking.test(formAt(tree, verb + 2)) ? verb + 2 : undefined
  const spoken = act !== undefined && speaking.test(formAt(tree, act)) ? act : (besideTo ?? commented)
  // "failed to provide a ladder" refuses no answer.
  const isSilent =
    !/^fail/.test(formAt(tree, verb)) ||
    /^(comment|respond|answer|say|explain|elaborate|address|interview|request)s?$/.test(formAt(tree, spoken ?? verb))
  return spoken === undefined || !isSilent ? [] : proposalOf(tree, verb, spoken, parsed)
}

/** "could not be reached for comment", "did not respond to a request for comment" */
function notReached(tree: Tree, verb: number, parsed: ParsedReport): Proposal[] {
  if (!responding.test(formAt(tree, verb)) || !isNegated(tree, verb)) return []
  const comment = tree.tokens.findIndex(
    (token, i) => i > verb && i < verb + 9 && /^(comments?|requests?|messages?|calls?|emails?)$/.test(token.form),
  )
  return comment < 0 ? [] : proposalOf(tree, verb, comment, parsed)
}

function wouldNot(tree: Tree, verb: number, parsed: ParsedReport): Proposal[] {
  if (!speaking.test(formAt(tree, verb)) || !isNegated(tree, verb)) return []
  const modal = childrenBy(tree, verb, 'aux').some((aux) =>
    /^(would|will|could|can|did|do|does|has|have|had)$/.test(formAt(tree, aux)),
  )
  return modal &&
    /^(comment|elaborate|confirm|say|disclose|reveal|specify|address|verify|respond|discuss|clarify|explain|identify|answer)$/.test(
      formAt(tree, verb),
    )
    ? proposalOf(tree, verb, verb, parsed)
    : []
}

function proposalOf(tree: Tree, verb: number, spoken: number, parsed: ParsedReport): Proposal[] {
  const source = speakerOf(tree, verb)
  if (!source || isWork(source.head, tree, parsed)) return []
  const asked = topicOf(tree, spoken) ?? { start: tree.tokens[spoken]!.start, end: tree.tokens[spoken]!.end }
  const proposal: Proposal = {
    rule: 'refusal',
    kind: 'refusal',
    stance: 'unverified',
    cue: cueRange(tree, verb).concat(
      spoken === verb ? [] : [{ start: tree.tokens[spoken]!.start, end: tree.tokens[spoken]!.end }],
    ),
    source,
    through: hearersOf(tree, verb, parsed),
    content: [asked],
  }
  const only = admitted(tree, spoken)
  return only && !overlaps(only, asked)
    ? [
        proposal,
        {
          ...proposal,
          rule: 'refusal',
          kind: 'indirect',
          stance: 'confirmed',
          cue: [only.cue],
          content: [{ start: only.start, end: only.end }],
        },
      ]
    : [proposal]
}

/** "Harbour Bill 12 does not address the matter": a bill refuses no answer. */
function isWork(head: number, tree: Tree, parsed: ParsedReport): boolean {
  return (
    /^(bill|act|law|measure|order|legislation|amendment|plan|proposal|treaty|deal)$/.test(formAt(tree, head)) ||
    parsed.mentions[tree.sentence.index]?.some((m) => m.headToken === head && m.type === 'work') === true
  )
}

/** What was asked about: a clause, a thing, or "on the case". */
function topicOf(tree: Tree, spoken: number): Range | null {
  const topic = childBy(tree, spoken, 'ccomp', 'obj') ?? childrenBy(tree, spoken, 'obl', 'nmod', 'advcl')[0]
  if (topic === undefined) return null
  const words = subtree(
    tree,
    topic,
    (child) =>
      (tree.tokens[child]!.head === topic && isRelation(tree.tokens[child]!.deprel, 'case', 'mark')) ||
      startsOnly(tree, child),
  )
  return rangeOf(tree, words)
}

/** "only that a boat was lost": what is granted all the same. */
function admitted(tree: Tree, spoken: number): (Range & { readonly cue: Range }) | null {
  const only = tree.tokens.findIndex(
    (token, i) => i > spoken && token.form === 'only' && formAt(tree, i + 1) === 'that',
  )
  if (only < 0) return null
  const range = rangeOf(
    tree,
    tree.tokens.map((_, i) => i).filter((i) => i > only + 1),
  )
  const { start, end } = tree.tokens[only]!
  return range && { ...range, cue: { start, end } }
}

function startsOnly(tree: Tree, token: number): boolean {
  return subtree(tree, token).some((t) => formAt(tree, t) === 'only' && formAt(tree, t + 1) === 'that')
}
