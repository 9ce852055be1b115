import { groupBy } from '../lists.js'
import { answerOf, conflictOf, type FoundConflict, listed } from '../sides.js'
import type { View } from '../view.js'
import { type Deed, isNamed } from './deeds.js'
import { doneOften } from './kinds.js'
import { hasOther } from './verbs.js'
import { compareDates, type SaidDate, saidDate } from './when.js'

interface Dated {
  readonly deed: Deed
  readonly date: SaidDate
}

/** A kind of event told more often than this of one person is no single event. */
const mostTellings = 40

/**
 * "Lingard left the company in July." – "He quit in November."
 *
 * One event of one person, dated differently. Hard where the words themselves differ in a part that both give,
 * soft where one is only less exact.
 */
export function differentDates(view: View): FoundConflict[] {
  const dated = view.deeds.flatMap((deed): Dated[] => {
    const date =
      deed.factual && deed.clause.statement.polarity === 'positive' && !hasOther(deed.clause)
        ? saidDate(view, deed.clause)
        : null
    return date ? [{ deed, date }] : []
  })
  return [...groupBy(dated, ({ deed }) => `${deed.kind} ${deed.about}`).values()].flatMap((list) => {
    if (list.length < 2 || list.length > mostTellings || new Set(list.map((d) => d.deed.clause.reading)).size < 2)
      return []
    const clear = list.filter((d) => !severalInReport(d, list))
    const pairs = clear.flatMap((a, i) =>
      clear.slice(i + 1).flatMap((b) => {
        if (a.deed.clause.reading === b.deed.clause.reading || !sameThing(a.deed, b.deed)) return []
        return [{ a, b, verdict: compareDates(a.date, b.date) }]
      }),
    )
    const against = pairs.filter((p) => p.verdict === 'against' && bothTellWhat(p.a.deed, p.b.deed))
    const finer = pairs.filter((p) => p.verdict === 'finer')
    // Things that only share a noun may be many.
    if (against.length > 0 && !view.entities.has(list[0]!.deed.about)) return []
    const chosen = against.length > 0 ? against : finer
    if (chosen.length === 0) return []
    const involved = new Set(chosen.flatMap(({ a, b }) => [a, b]))
    const answers = clear
      .filter((d) => involved.has(d))
      .map((d) => answerOf(d.deed.clause, spelled(d.date), d.date.words))
    return conflictOf(
      'date',
      against.length > 0 ? 'hard' : 'soft',
      against.length > 0 ? 'different-dates' : 'less-exact-dates',
      answers,
      (sides) =>
        `${against.length > 0 ? 'One event is dated differently' : 'One event is dated more and less exactly'}: ${listed(sides)}.`,
    )
  })
}

/** A report that itself dates two such events differently tells of two. */
function severalInReport(d: Dated, list: readonly Dated[]): boolean {
  return list.some(
    (other) =>
      other !== d &&
      other.deed.clause.reading === d.deed.clause.reading &&
      compareDates(other.date, d.date) === 'against',
  )
}

/** Many things are announced by one person: both clauses must say what. */
function bothTellWhat(a: Deed, b: Deed): boolean {
  return !doneOften.has(a.kind) || (a.patient !== null && b.patient !== null)
}

/** What is left, joined, found must be the same, where both say. */
function sameThing(a: Deed, b: Deed): boolean {
  const thing = (d: Deed) => [d.agent, d.patient].find((p) => p && (p.entity?.id ?? p.noun) !== d.about) ?? null
  const [x, y] = [thing(a), thing(b)]
  if (!x || !y) return true
  if (isNamed(x) && isNamed(y))
    return x.entity.id === y.entity.id || x.entity.name.toLowerCase() === y.entity.name.toLowerCase()
  return x.noun === y.noun || x.noun === '' || y.noun === ''
}

function spelled(d: SaidDate): string {
  return [
    d.year ?? 'XXXX',
    d.month ?? 'XX',
    d.day ?? 'XX',
    d.weekday ?? d.stretch ?? '',
    d.hour ?? '',
    d.minute ?? '',
  ].join('-')
}
