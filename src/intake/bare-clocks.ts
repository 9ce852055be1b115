import type { Range } from '../model/span.js'

/** A time of day that no day stands beside, in minutes since midnight. */
export interface BareClock extends Range {
  readonly kind: 'clock'
  readonly minute: number
}

const clock = /\b(1[0-2]|0?[1-9])(?::([0-5]\d))? ?([ap])\.?m\b/gi
const day =
  /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:today|tonight|yesterday|tomorrow|morning|afternoon|evening|night|later|earlier|next|every|daily|until|till|updated?|posted|published)\b|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.? \d/i

/** "The two came to blows at about 1:40 a.m.": the clocks of a text in whose sentence no day is named. */
export function findBareClocks(text: string): BareClock[] {
  return [...text.matchAll(clock)].flatMap((match): BareClock[] => {
    const range = { start: match.index, end: match.index + match[0].length }
    return day.test(text.slice(...sentenceAround(text, range)))
      ? []
      : [{ kind: 'clock', minute: minuteOf(match), ...range }]
  })
}

/** The times of day that stand in the sentence of some words, in minutes since midnight. */
export function clocksBeside(text: string, words: Range): number[] {
  return [...text.slice(...sentenceAround(text, words)).matchAll(clock)].map(minuteOf)
}

/** So many characters on either side are looked at. */
const reach = 200

/** Where the sentence of some words begins and ends, as far as stops and line ends tell; "1:40 a.m. " is no end. */
function sentenceAround(text: string, { start, end }: Range): [from: number, to: number] {
  const before = text.slice(Math.max(0, start - reach), start)
  const after = text.slice(end, end + reach)
  const opening = [...before.matchAll(new RegExp(stop, 'g'))].at(-1)
  const closing = stop.exec(after)
  return [
    opening ? start - before.length + opening.index + opening[0].length : start - before.length,
    closing ? end + closing.index : end + after.length,
  ]
}

// "1:40 a.m. " and "E. Quay" end no sentence; a longer abbreviation ("Sgt.") does, and then less is looked at.
const stop = /\n|[a-z\d]{2}[.?!]["”]? /

function minuteOf([, hour, minute, half]: RegExpExecArray | RegExpMatchArray): number {
  return ((Number(hour) % 12) + (half?.toLowerCase() === 'p' ? 12 : 0)) * 60 + Number(minute ?? 0)
}
