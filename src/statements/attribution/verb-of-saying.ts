import type { SayingVerb } from '../../knowledge/saying.js'
import type { AttributionKind } from '../../model/findings.js'
import { overlaps, type Range } from '../../model/span.js'
import { type ParsedReport, quotationsAt } from '../parsed-report.js'
import { phraseAt } from '../phrases.js'
import { isPassive } from '../subjects.js'
import { childrenBy, formAt, isRelation, rangeOf, subtree, type Tree } from '../trees.js'
import { clauseSaid } from './contents.js'
import { cueRange, isHypothetical, isNegated, sayingVerbs } from './cues.js'
import type { AttributionRule, Proposal } from './proposal.js'
import { agentOf, hearersOf, speakerOf } from './speakers.js'
import { throughDocument } from './through-document.js'

/**
 * "Ada Holm told the Gazette that the bridge had been closed."  →  outlet < the Gazette < Ada Holm
 *
 * The voice is the subject of the verb, the content its clause, or the clause it is slipped into (The bridge, she said, was closed).
 */
export const verbOfSaying: AttributionRule = {
  name: 'verb-of-saying',
  propose: (tree, parsed) =>
    sayingVerbs(tree, parsed).flatMap(({ token, saying }) => proposalAt(tree, token, saying, parsed)),
  examples: [
    {
      text: 'Ada Holm told the Gazette that the bridge had been closed.',
      voices: ['outlet < Gazette < Ada Holm | the bridge had been closed'],
    },
    { text: 'The bridge had been closed, Ada Holm said.', voices: ['outlet < Ada Holm | The bridge had been closed'] },
    { text: 'Ada Holm believes that the bridge was safe.', voices: ['outlet < Ada Holm | the bridge was safe'] },
  ],
}

function proposalAt(tree: Tree, verb: number, saying: SayingVerb, parsed: ParsedReport): Proposal[] {
  if (
    isNounBehindPreposition(tree, verb) ||
    isHypothetical(tree, verb) ||
    !saying.takes.has('clause') ||
    isPurpose(tree, verb, parsed)
  )
    return []
  const passive = isPassive(tree, verb)
  if (passive && !saying.takes.has('hearer')) return []
  const content = contentOf(tree, verb, saying, parsed)
  if (content.length === 0 || content.every(({ start, end }) => end - start < 3)) return []

  const agent = passive ? agentOf(tree, verb) : undefined
  const speaker = passive ? (agent === undefined ? null : phraseAt(tree, agent)) : speakerOf(tree, verb)
  // A speaker found among the words that were said is the parser's mistake.
  const source = speaker && content.some((range) => overlaps(range, tree.tokens[speaker.head]!)) ? null : speaker
  // "The man, who was told by nobody that …": no speaker can be made out, and none is invented.
  if (!passive && source === null && !isRelation(tree.tokens[verb]!.deprel, 'root', 'parataxis', 'ccomp', 'conj'))
    return []
  const document = throughDocument(tree, verb, content, parsed)
  const hearers = passive ? [] : hearersOf(tree, verb, parsed)
  const negated = isNegated(tree, verb)
  return [
    {
      rule: 'verb-of-saying',
      kind: passive && source === null ? 'agentless' : kindOf(saying, content, negated, parsed),
      stance: negated ? (saying.kind === 'opinion' ? 'denied' : 'unverified') : saying.stance,
      cue: cueRange(tree, verb),
      source,
      through: [...hearers, ...document.through.filter((link) => hearers.every(({ head }) => head !== link.head))],
      content: document.content,
    },
  ]
}

/** "despite claims the bridge was safe": a noun, whatever the tagger made of it. */
function isNounBehindPreposition(tree: Tree, verb: number): boolean {
  return (
    /^(?:claims|charges|reports|complaints|promises|warnings)$/.test(formAt(tree, verb)) &&
    /^(?:despite|amid|amidst|over|about|with|by|on|against|after|of|from)$/.test(formAt(tree, verb - 1))
  )
}

/** "tried new ways to persuade the council that …": what a way or a chance is for has not been said. */
function isPurpose(tree: Tree, verb: number, { mentions }: ParsedReport): boolean {
  const { xpos, deprel, head } = tree.tokens[verb]!
  if (xpos !== 'VB' || !isRelation(deprel, 'acl') || head < 0 || tree.tokens[head]!.upos !== 'NOUN') return false
  const isTo = childrenBy(tree, verb, 'mark').some((mark) => formAt(tree, mark) === 'to')
  return isTo && !mentions[tree.sentence.index]?.some((m) => m.headToken === head && m.type === 'person')
}

function contentOf(tree: Tree, verb: number, saying: SayingVerb, parsed: ParsedReport): Range[] {
  const clause = clauseSaid(tree, verb, parsed)
  if (clause.length > 0) return clause
  const infinitive = saying.takes.has('infinitive')
    ? childrenBy(tree, verb, 'xcomp', 'ccomp', 'advcl', 'obl').find((child) =>
        childrenBy(tree, child, 'mark').some((mark) => formAt(tree, mark) === 'to'),
      )
    : undefined
  // "claimed to have fled" asserts the flight; "threatened to flee" does not.
  const reported = childrenBy(tree, verb, 'xcomp', 'ccomp', 'advcl').find((child) => child > verb)
  if (
    reported !== undefined &&
    tree.tokens[reported]!.xpos === 'VBG' &&
    /^(recall|describe|admit|deny|report|mention|confess|remember|recount|acknowledge|confirm)$/.test(saying.verb)
  ) {
    const range = rangeOf(tree, subtree(tree, reported))
    return range ? [range] : []
  }
  if (infinitive === undefined || !/^(claim|allege|purport|profess|deny)/.test(saying.verb)) return []
  const range = rangeOf(tree, subtree(tree, infinitive))
  return range ? [range] : []
}

function kindOf(
  saying: SayingVerb,
  content: readonly Range[],
  negated: boolean,
  parsed: ParsedReport,
): AttributionKind {
  if (negated) return saying.kind === 'opinion' ? 'opinion' : 'refusal'
  if (saying.kind !== 'indirect') return saying.kind
  return content.some((range) => quotationsAt(range, parsed).length > 0) ? 'mixed' : 'indirect'
}
