import { overlaps, type Range } from '../../model/span.js'
import type { Voice } from '../../model/statements.js'
import type { ParsedReport } from '../parsed-report.js'
import { distanceFrom } from './distance.js'
import type { Proposal } from './proposal.js'
import type { SentenceIndex } from './sentence-index.js'
import type { SettledAttribution } from './settle.js'

/**
 * "Ada Holm told the Gazette … She said …": what she goes on to say came through the Gazette too.
 *
 * Only for the same voice, soon after, and where the words themselves go on: a pronoun, "added", "continued",
 * or the name again in the next sentence.
 */
export function isCarriedOver(
  proposal: Proposal,
  voice: Voice,
  last: SettledAttribution | undefined,
  own: number,
  { parsed, index }: { readonly parsed: ParsedReport; readonly index: SentenceIndex },
): boolean {
  if (!last || !proposal.source || last.chain.length < own + 2 || voice === -1 || voice !== last.chain.at(-1))
    return false
  // What aides or rivals were told is told to reporters in another way; an outlet, a police force or a court goes on hearing.
  const handedOn = last.chain.slice(own, -1)
  if (!handedOn.every((link) => typeof link === 'number' && parsed.reading.characters[link]?.type === 'organisation'))
    return false
  const { text } = parsed.reading.report
  const cueText = proposal.cue.map((range) => text.slice(range.start, range.end)).join(' ')
  const sourceText = text.slice(proposal.source.start, proposal.source.end)
  // What one writes oneself, or says at another time, nobody has handed on.
  if (elsewhere.test(cueText) || isOnAnotherOccasion(proposal, parsed, index)) return false
  const goesOn = /^(he|she|they|it)$/i.test(sourceText) || goingOn.test(cueText)
  return distanceFrom(last, proposal, index) <= (goesOn ? 2 : 0)
}

/**
 * "Dov Pereth told the Gazette that … In 2008 he said …", "Pereth said during a rally that …", "said on “Harbour Hour” that …":
 * words of the sentence outside what is said give another time or place of saying.
 */
function isOnAnotherOccasion(
  { cue, source, content }: Proposal,
  { reading, mentions }: ParsedReport,
  index: SentenceIndex,
): boolean {
  const at = index(cue[0]!)[0]
  const { start, end } = reading.sentences[at] ?? cue[0]!
  const isBeside = (range: Range) => ![...content, source!].some((taken) => overlaps(taken, range))
  if (reading.times.some((time) => time.sentence === at && isBeside(time))) return true
  if (mentions[at]?.some((mention) => mention.kind === 'name' && mention.type === 'work' && isBeside(mention)))
    return true
  return [...reading.report.text.slice(start, end).matchAll(occasion)].some((found) =>
    isBeside({ start: start + found.index, end: start + found.index + found[0].length }),
  )
}

const occasion = /\b(?:remarks|speech|address|debate|rally|hearing|testimony|conference|Twitter|tweet|podcast)\b/g

const elsewhere =
  /\b(?:later|(?:re)?tweet(?:s|ed|ing)?|post(?:s|ed|ing)?|blog(?:s|ged|ging)?|wrote|writes|written|writing)\b/i

const goingOn = /\b(?:add(?:s|ed|ing)?|continu(?:e|es|ed|ing)|(?:go|goes|going|gone|went) on)\b/i
