import { isTensed, isTensedOrModal } from '../../model/reading.js'
import type { Range } from '../../model/span.js'
import type { ParsedReport } from '../parsed-report.js'
import { isQuoted } from '../parsed-report.js'
import { phraseAt } from '../phrases.js'
import { childBy, formAt, hangsOn, isRelation, isVerb, type Tree } from '../trees.js'
import { cueRange, isNegated, sayingAt } from './cues.js'
import type { AttributionRule, Proposal } from './proposal.js'
import { hearersOf } from './speakers.js'

/**
 * "The bridge was closed in May, Ada Holm told the Gazette on Friday."  →  outlet < the Gazette < Ada Holm
 *
 * A comma, a name or description, a verb of saying and nothing more than hearers and times before the stop:
 * so sure a shape that all before the comma is taken for what was said, whatever the parser made of it.
 */
export const speakerAtEnd: AttributionRule = {
  name: 'speaker-at-end',
  propose: (tree, parsed) => tree.tokens.flatMap((_, verb) => proposalAt(tree, verb, parsed)),
  examples: [
    {
      text: 'The bridge was closed in May, Ada Holm told the Gazette on Friday.',
      voices: ['outlet < Gazette < Ada Holm | The bridge was closed in May'],
    },
    {
      text: 'The bridge was closed in May, said Ada Holm.',
      voices: ['outlet < Ada Holm | The bridge was closed in May'],
    },
  ],
}

function proposalAt(tree: Tree, verb: number, parsed: ParsedReport): Proposal[] {
  const saying = sayingAt(tree, verb, parsed)
  if (
    !saying?.takes.has('clause') ||
    !(isTensed(tree.tokens[verb]!) || tree.tokens[verb]!.xpos === 'VBN') ||
    isQuoted(tree.tokens[verb]!.start, parsed)
  )
    return []
  // "…, said Ada Holm"; but "the council, which …, confirmed the closure" is no such inversion.
  const inverted = formAt(tree, verb - 1) === ','
  if (inverted && (saying.takes.has('thing') || saying.takes.has('hearer') || saying.kind === 'opinion')) return []
  const comma = inverted ? verb - 1 : commaBefore(tree, verb)
  if (comma === undefined) return []
  const halves = inverted ? subjectAndRest(tree, verb) : undefined
  if (!halves && !endsAfter(tree, verb)) return []
  const speaker = inverted
    ? headOfSpan(tree, verb + 1, halves?.comma ?? commaAfter(tree, verb))
    : headOfSpan(tree, comma + 1, verb)
  if (
    speaker === undefined ||
    !(/^(PROPN|NOUN|PRON)$/.test(tree.tokens[speaker]!.upos) || isCalledByAdjective(tree, verb, speaker)) ||
    /^(who|which|that|it)$/.test(formAt(tree, speaker))
  )
    return []
  const before = contentBefore(tree, comma)
  const content = halves?.content ?? (before ? [before] : [])
  if (content.length === 0) return []
  const phrase = phraseAt(tree, speaker)
  const source = halves
    ? { ...phrase, start: tree.tokens[verb + 1]!.start, end: tree.tokens[halves.comma - 1]!.end }
    : phrase
  const bounded = inverted
    ? source
    : {
        ...source,
        start: Math.max(source.start, tree.tokens[comma + 1]!.start),
        end: Math.min(source.end, tree.tokens[verb - 1]!.end),
      }
  return [
    {
      rule: 'speaker-at-end',
      kind: isNegated(tree, verb) ? 'refusal' : saying.kind,
      stance: saying.stance,
      cue: cueRange(tree, verb),
      source: bounded,
      through: hearersOf(tree, verb, parsed).filter((hearer) => hearer.head !== speaker),
      content,
    },
  ]
}

/** "…, said the official": an adjective with an article of its own may be who speaks. */
function isCalledByAdjective(tree: Tree, verb: number, speaker: number): boolean {
  return speaker === verb + 2 && tree.tokens[speaker]!.upos === 'ADJ' && tree.tokens[verb + 1]!.upos === 'DET'
}

/** "Her plans, said Ada Holm, are bold.": a subject, the saying between commas, and then the verb of what was said. */
function subjectAndRest(tree: Tree, verb: number): { readonly comma: number; readonly content: Range[] } | undefined {
  const comma = tree.tokens.findIndex(({ form }, i) => i > verb + 1 && form === ',')
  const rest = tree.tokens[comma + 1]
  if (comma < 0 || comma > verb + 10 || !rest || !isTensedOrModal(rest)) return undefined
  const first = tree.tokens.findIndex(({ upos }) => upos !== 'CCONJ' && upos !== 'PUNCT')
  const subject = tree.tokens.slice(first, verb - 1)
  const last = tree.tokens.findLast(({ upos }) => upos !== 'PUNCT')!
  if (subject.length === 0 || subject.some(isTensedOrModal) || tree.tokens.slice(verb + 1, comma).some(isTensedOrModal))
    return undefined
  if (!subject.some(({ upos }) => /^(NOUN|PROPN|PRON)$/.test(upos))) return undefined
  return {
    comma,
    content: [
      { start: subject[0]!.start, end: subject.at(-1)!.end },
      { start: rest.start, end: last.end },
    ],
  }
}

/** "…, said the keeper, speaking on the quay": the speaker's own words end with the comma. */
function commaAfter(tree: Tree, verb: number): number {
  const comma = tree.tokens.findIndex(({ form }, i) => i > verb + 1 && form === ',')
  return comma < 0 ? tree.tokens.length : comma
}

/** The comma in front of the speaker: no other verb stands between it and the cue. */
function commaBefore(tree: Tree, verb: number): number | undefined {
  for (let i = verb - 1; i > 0 && i >= verb - 14; i--) {
    if (formAt(tree, i) === ',') {
      // "said Ada Holm, 40, a baker": an apposition ends with a comma too, and the one before it is meant.
      const subject = headOfSpan(tree, i + 1, verb)
      if (subject !== undefined && tree.tokens[subject]!.upos !== 'ADP') return i
      continue
    }
    if (isVerb(tree.tokens[i]!) && tree.tokens[i]!.head !== verb) return undefined
    if (/^(that|which|who|where|and|but|if|as|when)$/.test(formAt(tree, i)) && tree.tokens[i]!.upos !== 'PRON')
      return undefined
  }
  return undefined
}

/** Between the verb and the stop stand no clause and no second half of a sentence. */
function endsAfter(tree: Tree, verb: number): boolean {
  for (let i = verb + 1; i < tree.tokens.length; i++) {
    const { xpos, upos } = tree.tokens[i]!
    if (formAt(tree, i - 1) === ',' && /^(who|where|which|whose)$/.test(formAt(tree, i))) return true
    // "…, Ada Holm said, describing it as a dull night": what the speaker did besides.
    if (formAt(tree, i - 1) === ',' && i > verb + 1 && xpos === 'VBG') return true
    if (
      isTensedOrModal({ xpos }) ||
      xpos === 'VBG' ||
      upos === 'CCONJ' ||
      /^(that|which|who|:|;)$/.test(formAt(tree, i))
    )
      return false
    if (upos === 'PUNCT' && /["“”‘]/.test(tree.tokens[i]!.form)) return false
  }
  return childBy(tree, verb, 'ccomp') === undefined || tree.tokens[childBy(tree, verb, 'ccomp')!]!.xpos !== 'VB'
}

function headOfSpan(tree: Tree, from: number, to: number): number | undefined {
  for (let i = from; i < to; i++) {
    const { head, upos, deprel } = tree.tokens[i]!
    if (upos === 'PUNCT' || upos === 'AUX' || upos === 'ADV' || isRelation(deprel, 'case', 'advmod', 'aux')) continue
    if (head < from || head >= to) return i
  }
  return undefined
}

function contentBefore(tree: Tree, comma: number): { readonly start: number; readonly end: number } | undefined {
  let from = 0
  while (from < comma && /^(PUNCT|CCONJ)$/.test(tree.tokens[from]!.upos) && !/["“‘]/.test(tree.tokens[from]!.form))
    from++
  const last = tree.tokens[comma - 1]
  const words = tree.tokens.slice(from, comma)
  // "The lighthouse, a tower that has burnt twice, posted the pictures": a clause that only describes is nothing said.
  const clause = words.some(
    (token, i) =>
      isVerb(token) && (isTensedOrModal(token) || token.xpos === 'VBN') && !isInRelativeClause(tree, i + from),
  )
  if (!last || !clause || words.length < 3) return undefined
  const first = words[0]!
  // "As Ada Holm fell, the boy said …" and "When asked, he said" open with a circumstance of the saying.
  if (
    /^(when|as|while|asked|after|before|if|in|on|at)$/i.test(first.form) &&
    !words.some((token, i) => isTensedOrModal(token) && !hangsOn(tree, i + from, clauseMarked(tree, from)))
  )
    return undefined
  return { start: first.start, end: last.end }
}

function isInRelativeClause(tree: Tree, token: number): boolean {
  for (let t = token; t >= 0; t = tree.tokens[t]!.head) if (tree.tokens[t]!.deprel === 'acl:relcl') return true
  return false
}

function clauseMarked(tree: Tree, marker: number): number {
  const { head, deprel } = tree.tokens[marker]!
  return isRelation(deprel, 'mark', 'advmod', 'case') && head >= 0 ? head : marker
}
