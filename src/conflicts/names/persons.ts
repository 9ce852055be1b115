import type { Mention, Reading } from '../../model/reading.js'
import { nameMentions, type View, wordsAt } from '../view.js'

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
  const names = new Set<string>()
  for (const entity of view.entities.values())
    if (entity.type === 'person') for (const m of nameMentions(entity)) names.add(`${m.report} ${m.start} ${m.end}`)
  return view.readings.flatMap((reading) =>
    reading.mentions.flatMap((mention) => {
      if (mention.kind !== 'name' || !names.has(`${reading.report.id} ${mention.start} ${mention.end}`)) return []
      const entity = view.entityOf(reading, mention)
      const parts = partsOf(reading, mention)
      return entity && parts ? [{ reading, start: mention.start, end: mention.end, entity: entity.id, ...parts }] : []
    }),
  )
}

/** Small letters, no accents: for comparing. */
export function plainName(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N} ]/gu, '')
}

const titles = new Set(
  'mr mrs ms miss dr prof professor president minister prime gen general col colonel sgt sergeant capt captain lt lieutenant officer sir lady lord rep sen senator representative gov governor judge justice rev father sheriff chief mayor king queen prince princess pope secretary ambassador jr sr'.split(
    ' ',
  ),
)

function partsOf(reading: Reading, mention: Mention): { first: string | null; last: string } | null {
  const words = wordsAt(reading, mention)
    .replace(/['’]s?$/, '')
    .split(' ')
    .map((w) => w.replace(/[.,]$/, ''))
    .filter((w) => !titles.has(w.toLowerCase()))
  const last = words.at(-1)
  if (last === undefined || !/^\p{Lu}\p{L}/u.test(last) || words.some((w) => !/^[\p{Lu}‘'“"(]/u.test(w))) return null
  return { first: words.length > 1 ? words[0]! : null, last }
}
