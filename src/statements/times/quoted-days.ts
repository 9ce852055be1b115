import type { VoicedAttribution } from '../../model/statements.js'
import type { When } from '../../model/when.js'
import { isQuoted, type ParsedReport } from '../parsed-report.js'
import { voiceAt } from './placed.js'

/**
 * "The captain had said to him, “The light is out tonight.”"  →  no date
 *
 * "Tonight" between quotation marks is that of the speaker. Where the saying has a date of its own, or is told as
 * long past, it is not the report's tonight, and the date is left out.
 */
export function isSpeakersDay(
  when: When,
  attributions: readonly VoicedAttribution[],
  saidOn: (attribution: number) => boolean,
  parsed: ParsedReport,
): boolean {
  const { text } = parsed.reading.report
  if (!deictic.test(text.slice(when.start, when.end)) || !isQuoted(when.start, parsed)) return false
  const voice = voiceAt(when, attributions)
  const attribution = attributions[voice]
  if (!attribution) return false
  const cue = attribution.cue.map(({ start, end }) => text.slice(start, end)).join(' ')
  return saidOn(voice) || /\bhad\b/i.test(cue)
}

const deictic =
  /\b(?:today|tonight|tomorrow|yesterday|last night|this (?:morning|afternoon|evening|week|month|year))\b/i
