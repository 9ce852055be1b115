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
    !/^(VBD|VBZ|VBP|VBN)$/.test(tree.tokens[verb]!.xpos) ||
    isQuoted(tree.tokens[verb]!.start, parsed)
  )
    return []
  // "…, said Ada Holm"; but "the council, which …, confirmed the closure" is no such inversion.
  const inverted = formAt(tree, verb - 1) === ','
  if (inverted && (saying.takes.has('thing') || saying.takes.has('hearer') || saying.kind === 'opinion')) return []
  const comma = inverted ? verb - 1 : commaBefore(tree, verb)
  if (comma === undefined || !endsAfter(tree, verb)) return []
  const speaker = inverted ? headOfSpan(tree, verb + 1, tree.tokens.length) : headOfSpan(tree, comma + 1, verb)
  if (
    speaker === undefined ||
    !/^(PROPN|NOUN|PRON)$/.test(tree.tokens[speaker]!.upos) ||
    /^(who|which|that|it)$/.test(formAt(tree, speaker))
  )
    return []
  const content = contentBefore(tree, comma)
  if (!content) return []
  const source = phraseAt(tree, speaker)
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
      content: [content],
    },
  ]
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
    if (/^(VBD|VBZ|VBP|MD|VBG)$/.test(xpos) || upos === 'CCONJ' || /^(that|which|who|:|;)$/.test(formAt(tree, i)))
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
    (token, i) => isVerb(token) && /^(VBD|VBZ|VBP|VBN|MD)$/.test(token.xpos) && !isInRelativeClause(tree, i + from),
  )
  if (!last || !clause || words.length < 3) return undefined
  const first = words[0]!
  // "As Ada Holm fell, the boy said …" and "When asked, he said" open with a circumstance of the saying.
  if (
    /^(when|as|while|asked|after|before|if|in|on|at)$/i.test(first.form) &&
    !words.some(
      (token, i) => /^(VBD|VBZ|VBP|MD)$/.test(token.xpos) && !hangsOn(tree, i + from, clauseMarked(tree, from)),
    )
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
