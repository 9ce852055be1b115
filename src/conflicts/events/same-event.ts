import { eventFamily } from '../../knowledge/event-families.js'
import type { Clause } from '../view.js'

/** The family of the verb of a clause, or the verb itself; "be" goes with what one is. */
export function familyOf({ statement }: Clause): string {
  const { predicate } = statement.event
  const plain = predicate.split(' ')[0]!
  return eventFamily(predicate)?.name ?? eventFamily(plain)?.name ?? (plain === 'be' ? predicate : plain)
}

/** The years that stand in the sentence of a clause: another year is another event. */
export function sentenceYears({ reading, sentence }: Clause): string[] {
  return reading.times.flatMap((t) =>
    t.sentence === sentence.index && t.known.includes('year') && t.edtf
      ? (/\d{4}/.exec(t.edtf)?.slice(0, 1) ?? [])
      : [],
  )
}
