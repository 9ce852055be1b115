import type { Mention, Reading } from '../../model/reading.js'
import { type View, wordsAt } from '../view.js'

/** A person's name as one mention gives it. */
export interface PersonName {
  readonly reading: Reading
  readonly start: number
  readonly end: number
  /** "Emil"; null for a surname alone. */
  readonly first: string | null
  readonly last: string
  readonly entity: string
}

/** Every mention of a person by name, taken apart; names of one word count as surnames. */
export function personNames(view: View): PersonName[] {
  return view.readings.flatMap((reading) =>
    reading.mentions.flatMap((mention) => {
      const entity = mention.kind === 'name' ? view.entityOf(reading, mention) : null
      const parts = entity?.type === 'person' ? nameParts(reading, mention) : null
      // "the Lingards" are several.
      if (
        /\bthe\s$/i.test(reading.report.text.slice(Math.max(0, mention.start - 4), mention.start)) &&
        /s$/.test(parts?.last ?? '')
      )
        return []
      return entity && parts ? [{ reading, start: mention.start, end: mention.end, entity: entity.id, ...parts }] : []
    }),
  )
}

const titles = new Set(
  'mr mrs ms miss dr prof professor president minister prime gen general col colonel sgt sergeant capt captain lt lieutenant officer sir lady lord rep sen senator representative gov governor judge justice rev father sheriff chief mayor king queen prince princess pope secretary ambassador congressman congresswoman'.split(
    ' ',
  ),
)

/** "Justice Holm", "Justices Holm and Brandt" */
function isTitle(word: string): boolean {
  return titles.has(word) || (word.endsWith('s') && titles.has(word.slice(0, -1)))
}

/** First and last name of a mention; null where it is no plain name of a person. */
export function nameParts(reading: Reading, mention: Mention): { first: string | null; last: string } | null {
  const spelt = wordsAt(reading, mention)
    .replace(/['’]s?$/, '')
    .split(' ')
    .map((w) => w.replace(/[.,]$/, ''))
    .filter((w) => !/^(?:jr|sr|ii|iii|iv)$/i.test(w))
  // What stands before a title is no first name: "Arveny Senator Brandt".
  const words = spelt.slice(spelt.findLastIndex((w) => isTitle(w.toLowerCase())) + 1)
  const last = words.at(-1)
  if (
    last === undefined ||
    !/^\p{Lu}\p{L}/u.test(last) ||
    words.some((w) => !/^[\p{Lu}‘'“"(]/u.test(w) || /\d/.test(w))
  )
    return null
  return { first: words.length > 1 ? words[0]! : null, last }
}
