import { dayNumber } from '../../knowledge/calendar.js'
import { type SayingLexicon, sayingLexicon } from '../../knowledge/saying.js'
import type { Note } from '../../model/note.js'
import type { Sentence } from '../../model/reading.js'
import type { Range } from '../../model/span.js'
import type { TimePhrase } from '../../model/when.js'
import { lowerAt, readWords, type Word } from '../numbers/words.js'
import { findProposals } from './find-proposals.js'
import { publicationDays } from './published.js'
import { resolveDates } from './resolve-dates.js'
import { settleDates } from './settle-dates.js'
import { edge } from './spell.js'
import type { Placed, Resolution } from './story-state.js'
import { liesAhead, tenseAt } from './tense.js'

export interface FoundTimes {
  readonly times: TimePhrase[]
  readonly notes: Note[]
}

/** One expression in its place, with what stands before it and whether it opens a range. */
interface Stretch extends Placed {
  readonly rule: string
  readonly bound: 'until' | 'since' | null
  /** Whether the next stretch closes the range that this one opens. */
  readonly opens: boolean
}

/**
 * Finds the dates, times, durations and recurring times of a report and resolves them against its date of publication
 * (EDTF, or null), the date in focus and the tense of the clause. What cannot be resolved stays without EDTF and leaves
 * a note. With `joinRanges: false` the two ends of "between 2017 and 2018" stay apart, as TIMEX3 has them.
 */
export function findTimes(
  text: string,
  sentences: readonly Sentence[],
  published: string | null,
  { joinRanges = true }: { readonly joinRanges?: boolean } = {},
): FoundTimes {
  const saying = sayingLexicon()
  const stretches = sentences.flatMap((sentence) => findStretches(text, sentence, saying))
  const days = publicationDays(published)
  const vague = days !== null && days.last !== days.first
  const resolutions = resolveDates(stretches, days?.first ?? null, vague)
  // A vague date of publication is tried at both its ends; only what both agree on is certain.
  const others = vague ? resolveDates(stretches, days.last, vague) : resolutions
  const times: TimePhrase[] = []
  const notes: Note[] = []
  for (let i = 0; i < stretches.length; i++) {
    const stretch = stretches[i]!
    const phrase = toPhrase(stretch, agreed(stretch, resolutions[i]!, others[i]!))
    const next = stretches[i + 1]
    if (joinRanges && stretch.opens && next) {
      i++
      const closing = toPhrase(next, agree(resolutions[i]!, others[i]!))
      times.push(...join(phrase, closing))
    } else times.push(phrase)
    if (resolutions[i]!.unresolved || others[i]!.unresolved) notes.push(unresolvedNote(text, phrase, published))
  }
  return { times, notes }
}

function findStretches(text: string, sentence: Sentence, saying: SayingLexicon): Stretch[] {
  const words = readWords(text, sentence)
  const { proposals, ranges } = settleDates(words, findProposals(words))
  const opening = new Set(ranges.map(([from]) => from))
  return proposals.map((proposal, i) => {
    const start = words[proposal.first]!.start
    const end = words[proposal.end - 1]!.end
    return {
      start,
      end,
      expression: proposal.expression,
      rule: proposal.rule,
      sentence: sentence.index,
      paragraph: sentence.paragraph,
      tense: tenseAt(sentence, { start, end }),
      ahead: liesAhead(sentence, { start, end }),
      said: isOfSaying(sentence, { start, end }, saying),
      bound: boundBefore(words, proposal.first),
      opens: opening.has(i),
    }
  })
}

/** Whether the verb that a date hangs on is one of saying. */
function isOfSaying({ tokens }: Sentence, range: Range, saying: SayingLexicon): boolean {
  let i = tokens.findIndex((token) => token.start >= range.start)
  for (let steps = 0; i >= 0 && steps < 6; i = tokens[i]!.head, steps++) {
    const { upos, form } = tokens[i]!
    if (upos === 'VERB') return saying.verb(form, null) !== undefined
  }
  return false
}

/** "until November 6" and "since 2017" leave one side open. */
function boundBefore(words: readonly Word[], first: number): 'until' | 'since' | null {
  const before = lowerAt(words, first - 1)
  if (before === 'until' || before === 'till') return 'until'
  return before === 'since' ? 'since' : null
}

function toPhrase(stretch: Stretch, resolution: Resolution): TimePhrase {
  const { start, end, rule, sentence, bound } = stretch
  const { kind, known, duration, value } = resolution
  const edtf =
    resolution.edtf !== null && bound && !resolution.edtf.startsWith('XXXX')
      ? opened(resolution.edtf, bound)
      : resolution.edtf
  return { start, end, sentence, kind, edtf, known, duration, value, rule }
}

function opened(edtf: string, bound: 'until' | 'since'): string {
  return bound === 'until' ? `../${edge(edtf, 'end')}` : `${edge(edtf, 'start')}/..`
}

/** One phrase from the two ends of a range; both apart where one of them is not resolved, or the second lies before the first. */
function join(from: TimePhrase, to: TimePhrase): TimePhrase[] {
  if (from.edtf === null || to.edtf === null || from.edtf.startsWith('XXXX') || to.edtf.startsWith('XXXX'))
    return [from, to]
  const [first, last] = [edge(from.edtf, 'start'), edge(to.edtf, 'end')]
  if (isBefore(last, first)) return [from, to]
  const edtf = interval(first, last)
  const known = [...from.known, ...to.known.filter((part) => !from.known.includes(part))]
  return [{ ...from, end: to.end, edtf, known, value: `${from.value}/${to.value}`, rule: `${from.rule}+range` }]
}

/** "since Friday" begins on one Friday or another: of two, neither is known to be the bound. */
function agreed({ bound }: Stretch, first: Resolution, last: Resolution): Resolution {
  return bound && first.edtf !== last.edtf ? { ...first, edtf: null, unresolved: true } : agree(first, last)
}

/** What the first and the last possible day of publication agree on; an interval over both where they do not, and nothing where a day may be one of many. */
function agree(first: Resolution, last: Resolution): Resolution {
  if (first.edtf === last.edtf && first.value === last.value) return first
  if (first.edtf === null || last.edtf === null) return { ...first, edtf: null, unresolved: true }
  const [from, to] = [edge(first.edtf, 'start'), edge(last.edtf, 'end')]
  const [one, other] = [dayIn(from), dayIn(to)]
  if (one !== null && other !== null && Math.abs(one - other) > mostDays)
    return { ...first, edtf: null, unresolved: true }
  return { ...first, edtf: isBefore(to, from) ? interval(to, from) : interval(from, to) }
}

/** A Friday that may be any of so many days is none that could be told. */
const mostDays = 45

function dayIn(edtf: string): number | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(edtf)
  return match ? dayNumber(Number(match[1]), Number(match[2]), Number(match[3])) : null
}

/** From one date to another; EDTF has no interval whose ends are one date, so that is the date itself. */
function interval(from: string, to: string): string {
  return from === to ? from : `${from}/${to}`
}

/** Whether a date lies before another; marks of doubt do not count, and one that is part of the other is not before it. */
function isBefore(a: string, b: string): boolean {
  const [one, other] = [a.replace(/[~?%]/g, ''), b.replace(/[~?%]/g, '')]
  return one < other && !other.startsWith(one)
}

function unresolvedNote(text: string, { start, end }: TimePhrase, published: string | null): Note {
  const words = text.slice(start, end)
  const remedy = published === null ? 'give the report a date of publication' : 'the text does not tell which is meant'
  return { code: 'unresolved-date', start, end, message: `"${words}" stays unresolved: ${remedy}` }
}
