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
      const parts = entity?.type === 'person' ? partsOf(reading, mention) : null
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

function partsOf(reading: Reading, mention: Mention): { first: string | null; last: string } | null {
  const spelt = wordsAt(reading, mention)
    .replace(/['’]s?$/, '')
    .split(' ')
    .map((w) => w.replace(/[.,]$/, ''))
    .filter((w) => !/^(?:jr|sr)$/i.test(w))
  // What stands before a title is no first name: "Arveny Senator Brandt".
  const words = spelt.slice(spelt.findLastIndex((w) => titles.has(w.toLowerCase())) + 1)
  const last = words.at(-1)
  if (
    last === undefined ||
    !/^\p{Lu}\p{L}/u.test(last) ||
    words.some((w) => !/^[\p{Lu}‘'“"(]/u.test(w) || /\d/.test(w))
  )
    return null
  return { first: words.length > 1 ? words[0]! : null, last }
}
