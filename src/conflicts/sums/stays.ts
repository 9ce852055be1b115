import type { TimePhrase } from '../../model/when.js'
import { type Deed, isFactual } from '../events/deeds.js'
import { familyOf } from '../events/same-event.js'
import { saidDate } from '../events/when.js'
import { groupBy, lyingIn } from '../lists.js'
import { answerOf, conflictOf, type FoundConflict, listed } from '../sides.js'
import { type Clause, type View, wordsAt } from '../view.js'

/** How long a stay lasted, in months: from … to. */
interface Stay {
  readonly clause: Clause
  readonly low: number
  readonly high: number
  readonly words: string
}

/**
 * "spent at least four years in prison" – "was in prison between 2017 and 2018"
 *
 * One person's time in one kind of place, given as a length that the years given elsewhere cannot hold.
 */
export function stayLengths(view: View): FoundConflict[] {
  const stays = view.clauses.flatMap((clause) => {
    if (/^(?:sentence|face|get|receive|order|expect)\b/.test(clause.statement.event.predicate) || !isFactual(clause))
      return []
    const person = personOf(view, clause)
    const place = placeOf(clause)
    const stay = person !== undefined && place !== undefined ? stayIn(clause) : null
    return stay ? [{ key: `${person} ${place}`, stay }] : []
  })
  return [...groupBy(stays, (s) => s.key).values()].flatMap((list) => {
    const sides = list.map((s) => s.stay)
    const against = sides.filter((a) => sides.some((b) => a.high < b.low || b.high < a.low))
    return conflictOf(
      'number',
      against.some((a) => against.some((b) => a.high * 1.5 < b.low)) ? 'hard' : 'soft',
      'stay-lengths',
      against.map((s) => answerOf(s.clause, `${s.low}..${s.high}`, s.words)),
      (found) => `One stay is given lengths that do not agree: ${listed(found)}.`,
    )
  })
}

/**
 * "deserted in July", "had been hiding for two months", "crossed in January": the sum does not come out.
 *
 * In one report: somebody leaves in one month, hides or travels for some months, and arrives long after that.
 */
export function hidingSums(view: View): FoundConflict[] {
  const told = view.deeds.filter((d) => view.entities.has(d.about) && d.factual)
  return [...groupBy(told, (d) => `${d.about} ${d.clause.reading.report.id}`).values()].flatMap((list) => {
    const left = list.flatMap((d) => monthOf(view, d, 'leave'))
    // The clause that dates the arrival may not say who it was; that the person arrived stands elsewhere in the report.
    const arrived = list.some((d) => d.kind === 'enter')
    const came = arrived
      ? (view.clausesOf.get(list[0]!.clause.reading.report.id) ?? []).flatMap((c) => arrivalMonth(view, c))
      : []
    const hid = list.flatMap((d) => {
      const stay = d.kind === 'hide' || d.kind === 'spend' ? durationIn(d.clause) : null
      return stay ? [stay] : []
    })
    const [from, to, stay] = [left[0], came[0], hid[0]]
    if (!from || !to || !stay || left.length > 1) return []
    const gap = to.month - from.month
    if (gap <= stay.high + 1.5 || gap > 24) return []
    return conflictOf(
      'date',
      'error',
      'hiding-sum',
      [
        answerOf(from.clause, 'left', from.words),
        answerOf(stay.clause, 'then', stay.words),
        answerOf(to.clause, 'then', to.words),
      ],
      () => `${from.words} and ${stay.words} do not reach ${to.words}.`,
    )
  })
}

function arrivalMonth(view: View, clause: Clause): ReturnType<typeof monthOf> {
  return familyOf(clause) === 'enter' ? dated(view, clause) : []
}

function monthOf(view: View, deed: Deed, kind: string): { clause: Clause; month: number; words: string }[] {
  return deed.kind === kind ? dated(view, deed.clause) : []
}

function dated(view: View, clause: Clause): { clause: Clause; month: number; words: string }[] {
  const date = saidDate(view, clause)
  return date?.year !== undefined && date.month !== undefined
    ? [{ clause, month: date.year * 12 + date.month, words: date.words }]
    : []
}

const placeNouns = new Set([
  'prison',
  'jail',
  'captivity',
  'hospital',
  'custody',
  'exile',
  'hiding',
  'army',
  'orphanage',
  'coma',
])
const inPrison = new Set(['imprison', 'jail', 'incarcerate'])

function placeOf({ statement, tokens }: Clause): string | undefined {
  if (inPrison.has(statement.event.predicate)) return 'prison'
  const noun = tokens.find((t) => placeNouns.has(t.lemma.toLowerCase()) && t.upos === 'NOUN')?.lemma.toLowerCase()
  return noun === 'jail' ? 'prison' : noun
}

function personOf(view: View, { statement }: Clause): string | undefined {
  const role = inPrison.has(statement.event.predicate) ? 'patient' : 'agent'
  const roles = statement.event.roles.filter((r) => r.role === role || r.role === 'patient')
  for (const r of roles) {
    const entity = view.entities.get(r.entity ?? '')
    if (entity?.type === 'person' && entity.names.length > 0) return entity.id
  }
  return undefined
}

function stayIn(clause: Clause): Stay | null {
  const own = durationIn(clause)
  if (own) return own
  const years = phrasesIn(clause).flatMap((t) => {
    const range = /^(\d{4})\/(\d{4})$/.exec(t.edtf ?? '')
    return range ? [{ words: wordsAt(clause.reading, t), months: (Number(range[2]) - Number(range[1]) + 1) * 12 }] : []
  })[0]
  return years ? { clause, low: 0, high: years.months, words: years.words } : null
}

function durationIn(clause: Clause): Stay | null {
  for (const t of phrasesIn(clause)) {
    const length = /^P(\d+|X)([YMW])$/.exec(t.duration ?? '')
    if (!length || /\bago\b|\blater\b|\bearlier\b/.test(wordsAt(clause.reading, t))) continue
    const unit = length[2] === 'Y' ? 12 : length[2] === 'M' ? 1 : 0.25
    const words = wordsAt(clause.reading, t)
    if (length[1] === 'X') return { clause, low: 2 * unit, high: Number.POSITIVE_INFINITY, words }
    const months = Number(length[1]) * unit
    return {
      clause,
      low: months,
      high: /\b(?:at least|more than|over)\b/i.test(words) ? Number.POSITIVE_INFINITY : months,
      words,
    }
  }
  return null
}

function phrasesIn({ reading, statement }: Clause): TimePhrase[] {
  return lyingIn(reading.times, statement.start, statement.end)
}
