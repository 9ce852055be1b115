import { isTensedOrModal } from '../../model/reading.js'
import type { Range } from '../../model/span.js'
import { overlaps } from '../../model/span.js'
import { isQuoted, type ParsedReport, quotationsAt } from '../parsed-report.js'
import { type Phrase, phraseAt } from '../phrases.js'
import type { Quotation } from '../quotations.js'
import { isPassive } from '../subjects.js'
import { childBy, formAt, hangsOn, isRelation, type Tree } from '../trees.js'
import { cueRange, sayingAt } from './cues.js'
import type { AttributionRule, Proposal } from './proposal.js'
import { hearersOf, interrupted, speakerOf } from './speakers.js'

/**
 * "“I heard a crack,” Ada Holm told the Gazette. “Then nothing.”"  →  outlet < the Gazette < Ada Holm
 *
 * A verb of saying right before or right after a quotation gives its speaker.
 * Where words outside the marks belong to the same clause (The bridge “was safe,” he said), they are part of what was said.
 */
export const speakerOfQuotation: AttributionRule = {
  name: 'speaker-of-quotation',
  propose: (tree, parsed) => {
    const verbs = new Map<number, Quotation[]>()
    for (const quotation of quotationsAt(tree.sentence, parsed)) {
      for (const verb of [cueAfter(tree, quotation, parsed), cueBefore(tree, quotation, parsed)]) {
        if (verb === undefined) continue
        verbs.set(verb, [...(verbs.get(verb) ?? []), quotation])
        break
      }
    }
    const asked = questionBefore(tree, parsed)
    const verb = asked && cueOfQuestion(tree, parsed)
    if (asked && verb !== undefined) verbs.set(verb, [asked, ...(verbs.get(verb) ?? [])])
    return [...verbs].map(([verb, quotations]) => proposalOf(tree, verb, quotations, parsed))
  },
  examples: [
    {
      text: '“I heard a loud crack from the bridge,” Ada Holm said.',
      voices: ['outlet < Ada Holm | “I heard a loud crack from the bridge,”'],
    },
    {
      text: 'Ada Holm said: “I heard a loud crack from the bridge.”',
      voices: ['outlet < Ada Holm | “I heard a loud crack from the bridge.”'],
    },
  ],
}

function proposalOf(tree: Tree, verb: number, quotations: readonly Quotation[], parsed: ParsedReport): Proposal {
  const content = quotations.map((quotation) => withLeadIn(tree, verb, quotation, parsed))
  const mixed = content.some((range, i) => range.start < quotations[i]!.start)
  const saying = sayingAt(tree, verb, parsed)!
  return {
    rule: 'speaker-of-quotation',
    kind: saying.kind === 'denial' || saying.kind === 'confirmation' ? saying.kind : mixed ? 'mixed' : 'direct',
    stance: saying.stance === 'speculated' ? 'claimed' : saying.stance,
    cue: cueRange(tree, verb),
    source: speakerBeside(tree, verb, content),
    through: hearersOf(tree, verb, parsed),
    content,
  }
}

/** The subject of the verb, or where the parser looks for it in the quotation itself, the name that stands beside the verb. */
function speakerBeside(tree: Tree, verb: number, content: readonly Range[]): Phrase | null {
  const speaker = speakerOf(tree, verb)
  const isQuotedWord = (range: Range) => content.some((quoted) => overlaps(quoted, range))
  if (speaker && !isQuotedWord(tree.tokens[speaker.head]!)) return speaker
  const isInverted =
    tree.tokens[verb - 1]?.upos === 'PUNCT' && isQuotedWord(tree.tokens[verb - 2] ?? tree.tokens[verb]!)
  const nearby = [1, 2, 3, 4, 5, 6].map((step) => (isInverted ? verb + step : verb - step))
  const name = nearby.find((i) => {
    const token = tree.tokens[i]
    return (
      token !== undefined &&
      /^(PROPN|NOUN|PRON)$/.test(token.upos) &&
      !isQuotedWord(token) &&
      !isRelation(token.deprel, 'compound', 'nmod:poss')
    )
  })
  if (name === undefined) return null
  const { deprel, head } = tree.tokens[name]!
  return phraseAt(tree, interrupted(tree, verb, isRelation(deprel, 'flat') && head >= 0 ? head : name))
}

/** "“…,” Ada Holm said": only the speaker, adverbs and the verb stand after the closing mark. */
function cueAfter(tree: Tree, quotation: Quotation, parsed: ParsedReport): number | undefined {
  if (quotation.end > tree.sentence.end || quotation.end <= tree.sentence.start) return undefined
  if (
    !/[,?!.…—-]["”’»]?$/.test(parsed.reading.report.text.slice(quotation.start, quotation.end)) &&
    formAt(tree, firstFrom(tree, quotation.end)) !== ','
  )
    return undefined
  const from = firstFrom(tree, quotation.end)
  for (let i = from; i < tree.tokens.length && i < from + 30; i++) {
    if (isQuoted(tree.tokens[i]!.start, parsed)) return undefined
    if (!isCue(tree, i, parsed)) continue
    if (i - from <= 12 && !hasFiniteVerb(tree, from, i, i)) return i
    return allHangOn(tree, from, i) ? i : undefined
  }
  return undefined
}

/** "“Could it fall?” Ada Holm asked.": a quotation that ends like a sentence right before this one, in the same paragraph. */
function questionBefore(tree: Tree, parsed: ParsedReport): Quotation | undefined {
  const { start, paragraph } = tree.sentence
  const { sentences, report } = parsed.reading
  const before = sentences[tree.sentence.index - 1]
  if (before?.paragraph !== paragraph) return undefined
  return quotationsAt(before, parsed).find(
    ({ start: from, end }) =>
      end <= start && start - end <= 1 && from < end && /[?!]["”’]$/.test(report.text.slice(from, end)),
  )
}

/** The verb of "Ada Holm asked": nothing but a name or pronoun and words that hang on it stand before it, and nothing said behind it. */
function cueOfQuestion(tree: Tree, parsed: ParsedReport): number | undefined {
  const verb = tree.tokens.findIndex(isTensedOrModal)
  if (verb < 1 || verb > 10 || !isCue(tree, verb, parsed)) return undefined
  const next = tree.tokens[verb + 1]
  if (next && next.upos !== 'PUNCT' && !/^(of|in|on|at|during|about|later|afterwards)$/.test(formAt(tree, verb + 1)))
    return undefined
  if (next && isQuoted(next.start, parsed)) return undefined
  const subject = childBy(tree, verb, 'nsubj')
  const isNamed = subject !== undefined && subject < verb && /^(PROPN|PRON|NOUN)$/.test(tree.tokens[subject]!.upos)
  return isNamed && childBy(tree, verb, 'ccomp', 'obj', 'xcomp') === undefined ? verb : undefined
}

/** "Ada Holm said: “…”": the verb stands before the opening mark, with at most its hearer and circumstances between. */
function cueBefore(tree: Tree, quotation: Quotation, parsed: ParsedReport): number | undefined {
  if (quotation.start < tree.sentence.start || quotation.start >= tree.sentence.end) return undefined
  const to = firstFrom(tree, quotation.start)
  if (!/^(,|:|that|—|–|-)$/.test(formAt(tree, to - 1)) && !isCue(tree, to - 1, parsed)) return undefined
  for (let i = to - 1; i >= 0 && i >= to - 25; i--) {
    if (isQuoted(tree.tokens[i]!.start, parsed)) return undefined
    if (isCue(tree, i, parsed))
      return hasFiniteVerb(tree, i + 1, to, i) && !allHangOn(tree, i + 1, i, to) ? undefined : i
  }
  return undefined
}

function isCue(tree: Tree, token: number, parsed: ParsedReport): boolean {
  if (token < 0 || token >= tree.tokens.length) return false
  const takes = sayingAt(tree, token, parsed)?.takes
  if (takes === undefined || !(takes.has('quotation') || takes.has('clause'))) return false
  // "It could be opened “very quickly”": what is opened does not speak, while who was told or asked may.
  return takes.has('clause') || !isPassive(tree, token)
}

function hasFiniteVerb(tree: Tree, from: number, to: number, but: number): boolean {
  for (let i = from; i < to; i++) {
    const { xpos, head, deprel } = tree.tokens[i]!
    if (isTensedOrModal({ xpos }) && !(head === but && deprel.startsWith('aux'))) return true
  }
  return false
}

function allHangOn(tree: Tree, from: number, verb: number, to = verb): boolean {
  for (let i = from; i < to; i++) if (tree.tokens[i]!.upos !== 'PUNCT' && !hangsOn(tree, i, verb)) return false
  return true
}

function firstFrom(tree: Tree, position: number): number {
  const found = tree.tokens.findIndex((token) => token.start >= position)
  return found < 0 ? tree.tokens.length : found
}

/** The words before the opening mark that belong to the same clause, when the speaker comes after it. */
function withLeadIn(tree: Tree, verb: number, quotation: Quotation, parsed: ParsedReport): Range {
  const { start, end } = quotation
  const cue = tree.tokens[verb]!
  if (cue.start < start || start <= tree.sentence.start) return { start, end }
  const lead = tree.tokens.filter((token) => token.end <= start && token.upos !== 'PUNCT' && token.upos !== 'CCONJ')
  const first = lead[0]
  // "Asked whether it was safe, “No,” he said": words about saying lead up to the quotation, and are not part of it.
  if (tree.tokens.some((token, i) => token.end <= start && sayingAt(tree, i, parsed) !== undefined))
    return { start, end }
  if (!first || lead.some((token) => quotationsAt(token, parsed).length > 0)) return { start, end }
  return { start: first.start, end }
}
