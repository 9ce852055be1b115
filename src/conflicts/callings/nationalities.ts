import { demonyms } from '../../knowledge/demonyms.js'
import { groupBy } from '../lists.js'
import { answerAt, conflictOf, type FoundConflict, listed } from '../sides.js'
import { dependents, type View } from '../view.js'
import type { Called } from './called.js'

/**
 * "Lingard, a Norwegian citizen" – "Emil Lingard, a Swede"
 *
 * Two nationalities of one person, each given by a noun that says so.
 */
export function differentNationalities(view: View): FoundConflict[] {
  const placeOf = new Map(demonyms().flatMap(({ of, words }) => words.map((w) => [w.toLowerCase(), of] as const)))
  const found = view.callings.flatMap((called) => {
    if (called.entity.type !== 'person' || called.entity.names.length === 0) return []
    const place = nationality(called, placeOf)
    return place === undefined ? [] : [{ called, place }]
  })
  return [...groupBy(found, (f) => f.called.entity.id).values()].flatMap((list) => {
    const reports = groupBy(list, (f) => f.called.reading.report.id)
    if ([...reports.values()].some((own) => new Set(own.map((f) => f.place)).size > 1)) return []
    return conflictOf(
      'role',
      'hard',
      'different-nationalities',
      list.map(({ called, place }) => answerAt(view, called.reading, called, place, place)),
      (sides) => `${list[0]!.called.entity.name} is given different nationalities: ${listed(sides)}.`,
    )
  })
}

const saysSo = new Set([
  'citizen',
  'national',
  'native',
  'man',
  'woman',
  'boy',
  'girl',
  'soldier',
  'mercenary',
  'tourist',
])

function nationality({ sentence, token, noun }: Called, placeOf: ReadonlyMap<string, string>): string | undefined {
  const own = placeOf.get(noun)
  if (own !== undefined) return own
  if (!saysSo.has(noun)) return undefined
  const adjective = dependents(sentence, token).find(
    ({ token: t }) => t.deprel === 'amod' && placeOf.has(t.form.toLowerCase()),
  )
  return adjective ? placeOf.get(adjective.token.form.toLowerCase()) : undefined
}
