import { eventFamily } from '../../knowledge/event-families.js'
import type { Clause } from '../view.js'

/** The family of the verb of a clause, or the verb itself; "be" goes with what one is. */
export function familyOf({ statement }: Clause): string {
  const { predicate } = statement.event
  const plain = predicate.split(' ')[0]!
  return eventFamily(predicate)?.name ?? eventFamily(plain)?.name ?? (plain === 'be' ? predicate : plain)
}

/** A sentence of a report. */
type Place = Pick<Clause, 'reading' | 'sentence'>

/** The years that stand in the sentence of a clause: another year is another event. */
export function sentenceYears({ reading, sentence }: Place): string[] {
  return reading.times.flatMap((t) =>
    t.sentence === sentence.index && t.known.includes('year') && t.edtf
      ? (/\d{4}/.exec(t.edtf)?.slice(0, 1) ?? [])
      : [],
  )
}

/** A month, in days: what lies further back than this is another occasion. */
const longAgo = 25

/**
 * "forty died on Monday" – "two more died on Tuesday"; "in December, three people were killed"
 *
 * Whether two clauses or sentences lie on different days by their words, one without a date being of about the day of its report.
 */
export function ofOtherDays(one: Place, other: Place): boolean {
  const [a, b] = [dayOf(one), dayOf(other)]
  if (a !== null && b !== null) return Math.abs(a.day - b.day) > (a.exact && b.exact ? 0 : longAgo)
  const [known, report] = a === null ? [b, publishedOn(one)] : [a, publishedOn(other)]
  return known !== null && report !== null && Math.abs(known.day - report) > longAgo
}

/** The day of the only date in the sentence of a clause, in days; a month counts as its middle. */
function dayOf({ reading, sentence }: Place): { readonly day: number; readonly exact: boolean } | null {
  const dates = new Set(
    reading.times.flatMap((t) => {
      const found = t.sentence === sentence.index ? /^\d{4}-\d{2}(?:-\d{2})?/.exec(t.edtf ?? '') : null
      return found ? [found[0]] : []
    }),
  )
  const [date] = dates
  if (date === undefined || dates.size !== 1) return null
  const exact = date.length === 10
  return { day: Date.parse(exact ? date : `${date}-15`) / 86_400_000, exact }
}

function publishedOn({ reading }: Place): number | null {
  const day = Date.parse(reading.report.published ?? '')
  return Number.isNaN(day) ? null : day / 86_400_000
}
