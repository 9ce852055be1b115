import type { Stance } from '../../model/findings.js'
import { contains, overlaps, type Range, type Span } from '../../model/span.js'
import type { Voice, VoicedAttribution } from '../../model/statements.js'
import type { ParsedReport } from '../parsed-report.js'
import { characterOf, type Phrase } from '../phrases.js'
import type { Quotation } from '../quotations.js'
import type { Proposal } from './proposal.js'

/** An attribution with the stance its cue gives, before the statements inside it are found. */
export interface SettledAttribution extends VoicedAttribution {
  readonly stance: Stance
}

/** A voice that somebody has and nobody names. */
export const unnamed = -1

/**
 * Believes one proposal for each cue, puts one attribution inside another where its cue lies in the other's words,
 * and makes chains: "He said she had told him" came from her through him.
 * A quotation without a speaker carries on with the last voice, and "he added" with those it came through.
 */
export function settle(proposals: readonly Proposal[], parsed: ParsedReport): SettledAttribution[] {
  const believed = oneForEachCue(proposals)
  const inOrder = [...believed, ...continuedQuotations(believed, parsed)].sort(
    (a, b) => startOf(a) - startOf(b) || endOf(b) - endOf(a),
  )
  const outer = inOrder.map((proposal) => narrowestAround(proposal, inOrder))
  const settled = new Map<Proposal, SettledAttribution>()
  let last: { readonly proposal: Proposal; readonly attribution: SettledAttribution } | undefined
  const settleOne = (proposal: Proposal, depth: number): SettledAttribution => {
    const known = settled.get(proposal)
    if (known) return known
    const around = depth < 8 ? outer[inOrder.indexOf(proposal)] : undefined
    const above = around ? settleOne(around, depth + 1) : undefined
    const attribution = attributionOf(proposal, above, last?.attribution, parsed)
    settled.set(proposal, attribution)
    if (!above && attribution.chain.length > 1 && (proposal.source || proposal.rule === carryOn))
      last = { proposal, attribution }
    return attribution
  }
  return inOrder.map((proposal) => settleOne(proposal, 0))
}

const carryOn = 'continued-quotation'

function oneForEachCue(proposals: readonly Proposal[]): Proposal[] {
  const kept: Proposal[] = []
  for (const proposal of proposals) {
    const taken = kept.some((other) => other.cue.some((a) => proposal.cue.some((b) => overlaps(a, b))))
    if (!taken && proposal.content.length > 0) kept.push(proposal)
  }
  return kept
}

/** Quotations long enough to be speech that no proposal covers, right after one whose voice they go on with. */
function continuedQuotations(believed: readonly Proposal[], parsed: ParsedReport): Proposal[] {
  const covered: Range[] = believed.flatMap(({ content }) => content)
  return parsed.quotations.flatMap((quotation) => {
    if (covered.some((range) => overlaps(range, quotation)) || !isSpeech(quotation, parsed)) return []
    const content = [{ start: quotation.start, end: quotation.end }]
    return [
      {
        rule: carryOn,
        kind: 'direct' as const,
        stance: 'claimed' as const,
        cue: [],
        source: null,
        through: [],
        content,
      },
    ]
  })
}

// A title or a scare quote is short and stands inside a sentence; speech that goes on begins and ends like a sentence.
function isSpeech({ start, end }: Quotation, parsed: ParsedReport): boolean {
  const words = parsed.reading.report.text.slice(start, end).split(/\s+/).length
  return (
    words >= 3 &&
    parsed.reading.sentences.some((sentence) => sentence.kind === 'prose' && Math.abs(sentence.start - start) <= 1)
  )
}

function narrowestAround(proposal: Proposal, all: readonly Proposal[]): Proposal | undefined {
  const cue = proposal.cue[0] ?? proposal.content[0]
  if (!cue) return undefined
  const around = all.filter(
    (other) => other !== proposal && other.content.some((range) => contains(range, cue)) && !isInside(other, proposal),
  )
  return around.reduce<Proposal | undefined>(
    (best, other) => (!best || sizeOf(other) < sizeOf(best) ? other : best),
    undefined,
  )
}

// Two cues may each lie in the other's words ("X, Y said, according to Z"): then the wider content is the outer one.
function isInside(other: Proposal, proposal: Proposal): boolean {
  const cue = other.cue[0]
  return (
    cue !== undefined && proposal.content.some((range) => contains(range, cue)) && sizeOf(other) <= sizeOf(proposal)
  )
}

function attributionOf(
  proposal: Proposal,
  above: SettledAttribution | undefined,
  last: SettledAttribution | undefined,
  parsed: ParsedReport,
): SettledAttribution {
  const { kind, stance, cue, content, source } = proposal
  const spans = [
    ...cue,
    ...(source ? [source] : []),
    ...proposal.through.filter((link): link is Phrase => link !== 'unnamed'),
  ]
  const made = (chain: readonly Voice[], rule: string, words: readonly Range[]): SettledAttribution => ({
    kind,
    stance,
    content,
    cue,
    source: source ? [{ start: source.start, end: source.end }] : [],
    chain,
    because: { rule, spans: words.map(({ start, end }): Span => ({ report: parsed.reading.report.id, start, end })) },
  })
  if (proposal.rule === carryOn) {
    const carried = above ?? last
    return made(carried?.chain ?? ['outlet', unnamed], carryOn, carried ? [...carried.cue, ...carried.source] : content)
  }
  const own: Voice[] = [
    ...proposal.through.flatMap((link) => (link === 'unnamed' ? [unnamed] : knownCharacter(link, parsed))),
    source ? voiceOf(source, above, parsed) : unnamed,
  ]
  const base: readonly Voice[] = above?.chain ?? ['outlet']
  const carried = above ? undefined : carriedOver(proposal, own, last, parsed)
  const chain = [...base, ...(carried ?? []), ...own].filter((link, i, all) => !isRepeated(link, i, all, parsed))
  return made(
    chain,
    carried ? `${proposal.rule}, carried over` : proposal.rule,
    carried && last ? [...spans, ...last.cue] : spans,
  )
}

/** Who speaks; "I" and "we" in somebody's words are that somebody where the reading does not tell. */
function voiceOf(source: Phrase, above: SettledAttribution | undefined, parsed: ParsedReport): Voice {
  const character = characterOf(source, parsed)
  const own = parsed.trees[source.sentence]?.tokens[source.head]?.form ?? ''
  return character < 0 && above && /^(i|we)$/i.test(own) ? (above.chain.at(-1) ?? unnamed) : character
}

// A hearer that the reading does not know is no step that could be shown.
function knownCharacter(link: Phrase, parsed: ParsedReport): number[] {
  const character = characterOf(link, parsed)
  return character < 0 ? [] : [character]
}

/** A link that stands already further out, or the report's own outlet, adds no step. */
function isRepeated(link: Voice, i: number, all: readonly Voice[], parsed: ParsedReport): boolean {
  if (link === 'outlet') return i > 0
  if (link === unnamed) return i < all.length - 1 && i > 0 && all[i - 1] === unnamed
  if (i < all.length - 1 && isOwnOutlet(link, parsed)) return true
  const later = all.lastIndexOf(link)
  return later > i
}

function isOwnOutlet(character: number, parsed: ParsedReport): boolean {
  const own = plain(parsed.reading.report.outlet ?? '')
  const name = plain(parsed.reading.characters[character]?.name ?? '')
  return own !== '' && name !== '' && (own === name || own.endsWith(` ${name}`) || own.startsWith(`${name} `))
}

function plain(name: string): string {
  return name.toLowerCase().replace(/^the /, '').trim()
}

/**
 * "Ada Holm told the Gazette … She said …": what she goes on to say came through the Gazette too.
 * Only for the same voice, soon after, and where the words themselves go on: a pronoun, or "added", "continued".
 */
function carriedOver(
  proposal: Proposal,
  own: readonly Voice[],
  last: SettledAttribution | undefined,
  parsed: ParsedReport,
): readonly Voice[] | undefined {
  if (!last || own.length !== 1 || last.chain.length < 3) return undefined
  const voice = own[0]
  if (voice === unnamed || voice !== last.chain.at(-1) || !proposal.source) return undefined
  const { text } = parsed.reading.report
  const lastEnd = Math.max(...last.content.map(({ end }) => end), ...last.cue.map(({ end }) => end))
  const cueText = proposal.cue.map(({ start, end }) => text.slice(start, end)).join(' ')
  const sourceText = text.slice(proposal.source.start, proposal.source.end)
  const goesOn = /^(he|she|they|it)$/i.test(sourceText) || /\b(add|continu|went on|go(es)? on)/i.test(cueText)
  const between = parsed.reading.sentences.filter(
    ({ start, end }) => start >= lastEnd && end <= startOf(proposal),
  ).length
  return goesOn && between <= 2 ? last.chain.slice(1, -1) : undefined
}

function startOf(proposal: Proposal): number {
  return Math.min(...[...proposal.content, ...proposal.cue].map(({ start }) => start))
}

function endOf(proposal: Proposal): number {
  return Math.max(...[...proposal.content, ...proposal.cue].map(({ end }) => end))
}

function sizeOf(proposal: Proposal): number {
  return proposal.content.reduce((sum, { start, end }) => sum + end - start, 0)
}
