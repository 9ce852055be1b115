import type { ParsedReport } from '../parsed-report.js'
import { isQuoted } from '../parsed-report.js'
import { type Phrase, phraseAt } from '../phrases.js'
import { isPassive, subjectOf } from '../subjects.js'
import { caseOf, childBy, childrenBy, formAt, isRelation, rangeOf, subtree, type Tree } from '../trees.js'
import { clauseSaid } from './contents.js'
import { cueRange, isHypothetical } from './cues.js'
import type { AttributionRule, Proposal } from './proposal.js'

/**
 * "The log shows that the bridge was closed."  →  outlet < The log
 * "Ada Holm’s report says that the bridge was closed in May."  →  outlet < Ada Holm
 *
 * Papers, recordings and evidence show, prove and record things; where the words are somebody's, that person is the voice.
 */
export const document: AttributionRule = {
  name: 'document',
  propose: (tree, parsed) => tree.tokens.flatMap((_, token) => proposalAt(tree, token, parsed)),
  examples: [
    {
      text: 'Ada Holm’s report says that the bridge was closed in May.',
      voices: ['outlet < Ada Holm | the bridge was closed in May'],
    },
  ],
}

const measure = /^(dozens|scores|tens|hundreds|thousands|millions|tons?|pages|piles?|reams|heaps?|lots|sets?|series)$/

const showing =
  /^(show|prov|demonstrat|record|indicat|reveal|suggest|confirm|read|say|said|stat|conclud|describ|detail|list|document|outlin|warn|claim|alleg|not)(e|es|s|d|ed|ing|n)?$/

function proposalAt(tree: Tree, verb: number, parsed: ParsedReport): Proposal[] {
  const { upos, xpos } = tree.tokens[verb]!
  if (
    upos !== 'VERB' ||
    !showing.test(formAt(tree, verb)) ||
    isPassive(tree, verb) ||
    isHypothetical(tree, verb) ||
    (isQuoted(tree.tokens[verb]!.start, parsed) && xpos === 'VB')
  )
    return []
  const subject = subjectOf(tree, verb)
  if (!subject || !isEvidence(tree, subject.token, parsed)) return []
  const said = clauseSaid(tree, verb, parsed)
  const thing = childBy(tree, verb, 'obj')
  const thingRange =
    thing === undefined || !/^(show|record|list|document|detail|outlin|describ|reveal|prov)/.test(formAt(tree, verb))
      ? null
      : rangeOf(tree, subtree(tree, thing))
  const content = said.length > 0 ? said : thingRange ? [thingRange] : []
  if (content.length === 0) return []
  return [
    {
      rule: 'document',
      kind: 'document',
      stance: /^(suggest|indicat)/.test(formAt(tree, verb)) ? 'speculated' : 'claimed',
      cue: cueRange(tree, verb),
      source: writerOf(tree, subject.token, parsed) ?? phraseAt(tree, subject.token),
      through: [],
      content,
    },
  ]
}

function isEvidence(tree: Tree, noun: number, parsed: ParsedReport): boolean {
  // "Tens of thousands of files", "half a ton of evidence": the measure stands for what is measured.
  const measured = measure.test(formAt(tree, noun))
    ? childrenBy(tree, noun, 'nmod').find((child) => caseOf(tree, child) === 'of')
    : undefined
  if (measured !== undefined && measured > noun) return isEvidence(tree, measured, parsed)
  const form = formAt(tree, noun)
  return (
    tree.tokens[noun]!.upos === 'NOUN' &&
    (parsed.saying.isDocument(form) ||
      /^(evidence|intelligence|information|data|figures|statistics|results|findings|documents|records|test|tests|entry|entries|material)$/.test(
        form,
      ))
  )
}

/** Statements, letters and postings speak for whoever made them; a log or a film speaks for itself. */
function writerOf(tree: Tree, noun: number, parsed: ParsedReport): Phrase | null {
  if (parsed.saying.noun(formAt(tree, noun)) === undefined) return null
  const owner =
    childBy(tree, noun, 'nmod:poss') ??
    childrenBy(tree, noun, 'nmod').find((child) => /^(by|from)$/.test(caseOf(tree, child)))
  return owner === undefined || isRelation(tree.tokens[owner]!.deprel, 'case') ? null : phraseAt(tree, owner)
}
