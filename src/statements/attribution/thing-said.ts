import type { SayingVerb } from '../../knowledge/saying.js'
import { overlaps } from '../../model/span.js'
import type { ParsedReport } from '../parsed-report.js'
import { phraseAt } from '../phrases.js'
import { isPassive } from '../subjects.js'
import { caseOf, childBy, childrenBy, formAt, isRelation, rangeOf, subtree, type Tree } from '../trees.js'
import { cueRange, isHypothetical, isNegated, sayingVerbs } from './cues.js'
import { isOnlyPossible } from './doubtful.js'
import type { AttributionRule, Proposal } from './proposal.js'
import { agentOf, hearersOf, speakerOf } from './speakers.js'

/**
 * "Ada Holm confirmed the closure of the bridge."  →  outlet < Ada Holm, confirmed
 *
 * What is confirmed, denied or alleged may be a thing instead of a clause.
 */
export const thingSaid: AttributionRule = {
  name: 'thing-said',
  propose: (tree, parsed) =>
    sayingVerbs(tree, parsed).flatMap(({ token, saying }) => proposalAt(tree, token, saying, parsed)),
  examples: [
    {
      text: 'Ada Holm confirmed the closure of the bridge.',
      voices: ['outlet < Ada Holm | the closure of the bridge'],
    },
  ],
}

/** "denied entry to two keepers" */
function isGivenTo(tree: Tree, verb: number): boolean {
  return childrenBy(tree, verb, 'obl').some((child) => caseOf(tree, child) === 'to')
}

/** "looked for papers to confirm the sale", "did not want to contradict her": an aim, and nothing said. */
function isAimedAt(tree: Tree, verb: number): boolean {
  const { xpos, deprel, head } = tree.tokens[verb]!
  if (xpos !== 'VB' || head < 0 || !childrenBy(tree, verb, 'mark').some((mark) => formAt(tree, mark) === 'to'))
    return false
  if (isRelation(deprel, 'acl', 'advcl')) return true
  return isRelation(deprel, 'xcomp') && /^(want|try|seek|attempt|hope|wish|aim)$/.test(tree.tokens[head]!.lemma)
}

function proposalAt(tree: Tree, verb: number, saying: SayingVerb, parsed: ParsedReport): Proposal[] {
  if (!saying.takes.has('thing') || isHypothetical(tree, verb)) return []
  // "denied them entry" refuses something; it says nothing.
  if (saying.verb === 'deny' && (childBy(tree, verb, 'iobj') !== undefined || isGivenTo(tree, verb))) return []
  if (saying.kind === 'denial' && isOnlyPossible(tree, verb)) return []
  if ((saying.kind === 'denial' || saying.kind === 'confirmation') && isAimedAt(tree, verb)) return []
  const passive = isPassive(tree, verb)
  const thing = passive ? childBy(tree, verb, 'nsubj') : childBy(tree, verb, 'obj')
  if (thing === undefined || tree.tokens[thing]!.upos === 'PRON' || childBy(tree, verb, 'ccomp') !== undefined)
    return []
  // "She will challenge Senator Holm": a person can be dismissed or recognised, but not denied or confirmed.
  const isPerson = parsed.mentions[tree.sentence.index]?.some(
    ({ headToken, type }) => headToken === thing && type === 'person',
  )
  if (isPerson && (saying.kind === 'denial' || saying.kind === 'confirmation')) return []
  const content = rangeOf(tree, subtree(tree, thing))
  const agent = passive ? agentOf(tree, verb) : undefined
  const source = passive ? (agent === undefined ? null : phraseAt(tree, agent)) : speakerOf(tree, verb)
  if (
    !content ||
    (!source && !passive) ||
    parsed.reading.numbers.some((n) => overlaps(n, content) && n.start === content.start && n.end === content.end)
  )
    return []
  if (passive && !source) return []
  const negated = isNegated(tree, verb)
  return [
    {
      rule: 'thing-said',
      kind: negated ? 'refusal' : saying.kind,
      stance: negated ? 'unverified' : saying.stance,
      cue: cueRange(tree, verb),
      source,
      through: hearersOf(tree, verb, parsed),
      content: [content],
    },
  ]
}
