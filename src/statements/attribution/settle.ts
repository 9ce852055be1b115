import type { Stance } from '../../model/findings.js'
import type { Range, Span } from '../../model/span.js'
import type { Voice, VoicedAttribution } from '../../model/statements.js'
import { isQuoted, type ParsedReport } from '../parsed-report.js'
import type { Phrase } from '../phrases.js'
import { isCarriedOver } from './carried-over.js'
import { distanceFrom } from './distance.js'
import { carryOn, oneForEachCue, outerOf, quotationsLeft } from './nesting.js'
import { outletMeant } from './outlet-meant.js'
import type { Proposal } from './proposal.js'
import { type SentenceIndex, sentenceIndex } from './sentence-index.js'
import { spokespeople } from './spokespeople.js'
import { characterNamed, whoSpeaks } from './who-speaks.js'
import { wireAgency } from './wire-agency.js'

/** An attribution with the stance its cue gives, before the statements inside it are found. */
export interface SettledAttribution extends VoicedAttribution {
  readonly stance: Stance
}

/** A voice that somebody has and nobody names. */
export const unnamed = -1

/** An attribution and its index among those of the report. */
interface Placed {
  readonly attribution: SettledAttribution
  readonly place: number
}

/** What is known of a report before its chains are made. */
interface Circumstances {
  readonly parsed: ParsedReport
  readonly index: SentenceIndex
  /** The body for which a character speaks. */
  readonly bodies: ReadonlyMap<number, number>
  /** The report itself, and the agency it comes from, if one is credited. */
  readonly outermost: readonly Voice[]
}

/**
 * Believes one proposal for each cue, puts one attribution inside another where its cue lies in the other's words,
 * and makes chains: "He said she had told him" came from her through him.
 * A quotation without a speaker carries on with the last voice, and "he added" with those it came through.
 */
export function settle(proposals: readonly Proposal[], parsed: ParsedReport): SettledAttribution[] {
  const index = sentenceIndex(parsed)
  const agency = wireAgency(parsed)
  const circumstances: Circumstances = {
    parsed,
    index,
    bodies: spokespeople(parsed),
    outermost: agency === undefined || isOwnOutlet(agency, parsed) ? ['outlet'] : ['outlet', agency],
  }
  const believed = oneForEachCue(proposals, index)
  const inOrder = [...believed, ...quotationsLeft(believed, parsed, index)].sort(
    (a, b) => startOf(a) - startOf(b) || endOf(b) - endOf(a),
  )
  const outer = new Map<Proposal, Proposal | undefined>()
  outerOf(inOrder, index).forEach((around, i) => {
    outer.set(inOrder[i]!, around)
  })
  const settled = new Map<Proposal, SettledAttribution>()
  const placeOf = new Map(inOrder.map((proposal, i) => [proposal, i]))
  let last: Placed | undefined
  const settleOne = (proposal: Proposal, depth: number): SettledAttribution => {
    const known = settled.get(proposal)
    if (known) return known
    const around = depth < deepest ? outer.get(proposal) : undefined
    const above = around ? { attribution: settleOne(around, depth + 1), place: placeOf.get(around)! } : undefined
    const attribution = attributionOf(proposal, above, last, circumstances)
    settled.set(proposal, attribution)
    // Somebody whose words are told inside a quotation does not speak the next one, nor do files that only show something.
    const isInQuotation = proposal.cue.some(({ start }) => isQuoted(start, parsed))
    const isSilent = proposal.rule === 'document' && !isSpeaking(proposal, parsed)
    if (
      !above &&
      !isInQuotation &&
      !isSilent &&
      attribution.chain.length > 1 &&
      (proposal.source || proposal.rule === carryOn)
    )
      last = { attribution, place: placeOf.get(proposal)! }
    return attribution
  }
  return inOrder.map((proposal) => settleOne(proposal, 0))
}

/** "said", "read"; not "showed", "proved". */
function isSpeaking({ cue }: Proposal, { reading, saying }: ParsedReport): boolean {
  return cue.some(({ start, end }) =>
    reading.report.text
      .slice(start, end)
      .split(/\s+/)
      .some((word) => saying.verb(word.toLowerCase())?.takes.has('quotation')),
  )
}

/** Sentences between a voice and a quotation that goes on with it, at most. */
const furthest = 2

/** Chains of more voices inside each other are not followed. */
const deepest = 8

function attributionOf(
  proposal: Proposal,
  placedAbove: Placed | undefined,
  placedLast: Placed | undefined,
  circumstances: Circumstances,
): SettledAttribution {
  const above = placedAbove?.attribution
  const last = placedLast?.attribution
  const { parsed, bodies, outermost } = circumstances
  const { kind, stance, cue, content, source } = proposal
  const spans = [
    ...cue,
    ...(source ? [source] : []),
    ...proposal.through.filter((link): link is Phrase => link !== 'unnamed'),
  ]
  const made = (
    chain: readonly Voice[],
    rule: string,
    words: readonly Range[],
    chainFrom: Placed | undefined,
  ): SettledAttribution => ({
    kind,
    stance,
    content,
    cue,
    source: source ? [{ start: source.start, end: source.end }] : [],
    chain,
    chainFrom: chainFrom?.place ?? null,
    because: { rule, spans: words.map(({ start, end }): Span => ({ report: parsed.reading.report.id, start, end })) },
  })
  if (proposal.rule === carryOn) {
    const isNear = last !== undefined && distanceFrom(last, proposal, circumstances.index) <= furthest
    const from = placedAbove ?? (isNear ? placedLast : undefined)
    const carried = from?.attribution
    return made(
      carried?.chain ?? [...outermost, unnamed],
      carryOn,
      carried ? [...carried.cue, ...carried.source] : content,
      from,
    )
  }
  const voice = source ? whoSpeaks(source, proposal, { above, last, ...circumstances }) : unnamed
  const through: Voice[] = proposal.through.flatMap((link) =>
    link === 'unnamed' ? [unnamed] : knownCharacter(link, parsed),
  )
  const isCarried =
    !above && through.length === 0 && isCarriedOver(proposal, voice, last, outermost.length, circumstances)
  const body = bodies.get(typeof voice === 'number' ? voice : unnamed)
  const links: readonly Voice[] = [
    ...(isCarried ? last!.chain : (above?.chain ?? outermost)),
    ...(isCarried ? [] : through),
    ...(body === undefined ? [] : [body]),
    voice,
  ]
  const chain = links.filter((link, i, all) => !isRepeated(link, i, all, parsed))
  return made(
    chain,
    isCarried ? `${proposal.rule}, carried over` : proposal.rule,
    isCarried ? [...spans, ...last!.cue] : spans,
    isCarried ? placedLast : placedAbove,
  )
}

// A hearer that the reading does not know is no step that could be shown,
// and what one told "a lawyer" or "aides" did not reach the report through just them.
function knownCharacter(link: Phrase, parsed: ParsedReport): number[] {
  const character = outletMeant(link, parsed) ?? characterNamed(link, parsed)
  const known = parsed.reading.characters[character]
  if (!known || (!known.named && known.type === 'person') || isCrowd(link, parsed)) return []
  if (
    !known.named &&
    known.type !== 'place' &&
    !isOutletWord(known.name, parsed) &&
    !/\b(police|authorities|prosecutors|investigators|court|guards?|office|committee|commission|inquiry|tribunal)$/i.test(
      known.name,
    )
  )
    return []
  return [character]
}

/** "told Vellamerans", "told Liberals": all of a people or a party hand nothing on. */
function isCrowd({ head, sentence }: Phrase, { trees }: ParsedReport): boolean {
  const xpos = trees[sentence]?.tokens[head]?.xpos
  return xpos === 'NNPS'
}

function isOutletWord(name: string, { saying }: ParsedReport): boolean {
  return name.split(/\s+/).some((word) => saying.isOutlet(word.toLowerCase()))
}

/** A link that stands again further in, or the report's own outlet, adds no step. */
function isRepeated(link: Voice, i: number, all: readonly Voice[], parsed: ParsedReport): boolean {
  if (link === 'outlet') return i > 0
  if (link === unnamed) return i < all.length - 1 && i > 0 && all[i - 1] === unnamed
  if (i < all.length - 1 && isOwnOutlet(link, parsed)) return true
  return all.lastIndexOf(link) > i
}

function isOwnOutlet(character: number, parsed: ParsedReport): boolean {
  const own = plain(parsed.reading.report.outlet ?? '')
  const name = plain(parsed.reading.characters[character]?.name ?? '')
  return own !== '' && name !== '' && (own === name || own.endsWith(` ${name}`) || own.startsWith(`${name} `))
}

function plain(name: string): string {
  return name.toLowerCase().replace(/^the /, '').trim()
}

function startOf(proposal: Proposal): number {
  return Math.min(...[...proposal.content, ...proposal.cue].map(({ start }) => start))
}

function endOf(proposal: Proposal): number {
  return Math.max(...[...proposal.content, ...proposal.cue].map(({ end }) => end))
}
