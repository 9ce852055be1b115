import type { Conflict } from '../../model/findings.js'
import type { Mention, Reading, Sentence, Token } from '../../model/reading.js'
import { groupBy, lyingIn } from '../lists.js'
import { near, plainName, transliterated } from '../names/likeness.js'
import { nameParts } from '../names/persons.js'
import { type Answer, answerAt, conflictOf, type FoundConflict, listed } from '../sides.js'
import type { View } from '../view.js'

/** An age of somebody known by name, as one report gives it. */
interface Aged {
  /** The person as the reports were joined. */
  readonly entity: string
  /** The name in full as the story has it, for the reader. */
  readonly name: string
  readonly first: string | null
  readonly last: string
  readonly age: number
  /** The day of the report, in days; null where it is not known. */
  readonly day: number | null
  readonly answer: Answer
}

/**
 * "Jonas Marrick, 44, is missing" – "Marrick, who is 41"
 *
 * Two ages of one person. A year apart may be a birthday between two reports, so it is soft.
 */
export function differentAges(view: View): FoundConflict[] {
  const ages = view.readings.flatMap((reading) => reading.mentions.flatMap((m) => agedAt(view, reading, m)))
  return personsIn(ages).flatMap((list) => {
    // A report that gives two ages itself speaks of two times, or of two people.
    const clear = [...groupBy(list, (a) => a.answer.evidence.report).values()]
      .filter((own) => new Set(own.map((a) => a.age)).size === 1)
      .flat()
    const values = clear.map((a) => a.age)
    const apart = Math.max(...values) - Math.min(...values)
    if (clear.length === 0 || apart === 0 || hasGrownOlder(clear)) return []
    const severity: Conflict['severity'] = apart === 1 ? 'soft' : 'hard'
    return conflictOf(
      'number',
      severity,
      'different-ages',
      clear.map((a) => a.answer),
      (sides) => `The reports differ on the age of ${clear[0]!.name}: ${listed(sides)}.`,
    )
  })
}

/** One person for each list: one entity, or one surname whose first names agree all through the story. */
function personsIn(ages: readonly Aged[]): Aged[][] {
  return [...groupBy(ages, (a) => a.last).values()].flatMap((bearers) => {
    const firsts = [...new Set(bearers.flatMap((a) => (a.first === null ? [] : [a.first])))]
    const alike = firsts.every((f) => f === firsts[0] || near(f, firsts[0]!) || transliterated(f, firsts[0]!))
    return alike ? [bearers] : [...groupBy(bearers, (a) => a.entity).values()]
  })
}

/** Two ages in reports nearer to one another than this, in days, are not put down to a birthday between them. */
const aWhile = 30

/** "Marrick, 41" in March and "Marrick, 42" in the autumn: the years between the reports explain it. */
function hasGrownOlder(list: readonly Aged[]): boolean {
  const byAge = [...groupBy(list, (a) => `${a.age}`).values()].sort((a, b) => a[0]!.age - b[0]!.age)
  return byAge.slice(1).every((older, i) => {
    const younger = byAge[i]!
    const years = older[0]!.age - younger[0]!.age
    const days = [...younger, ...older].map((a) => a.day)
    if (days.some((day) => day === null)) return false
    const from = Math.max(...younger.map((a) => a.day!))
    const to = Math.min(...older.map((a) => a.day!))
    return to - from >= aWhile && Math.abs((to - from) / 365.25 - years) < 1
  })
}

function agedAt(view: View, reading: Reading, mention: Mention): Aged[] {
  const entity = mention.kind === 'name' ? view.entityOf(reading, mention) : null
  const sentence = reading.sentences[mention.sentence]
  if (entity?.type !== 'person' || entity.names.length === 0 || !sentence) return []
  const said = ageAt(reading, sentence, mention)
  const parts = nameParts(reading, mention)
  if (said === null || parts === null || isOfThePast(reading, said)) return []
  const shown = { start: Math.min(mention.start, said.start), end: Math.max(mention.end, said.end) }
  const day = Date.parse(reading.report.published ?? '')
  return [
    {
      entity: entity.id,
      name: entity.name,
      first: parts.first === null ? null : plainName(parts.first),
      last: plainName(parts.last),
      age: said.value,
      day: Number.isNaN(day) ? null : day / 86_400_000,
      answer: answerAt(view, reading, shown, `${said.value}`, `${said.value}`),
    },
  ]
}

/** "who was 17 at the time", "then 17" */
function isOfThePast({ report: { text } }: Reading, { start, end }: SaidAge): boolean {
  return (
    /^[,\s]*(?:at the time|back then|when)\b/i.test(text.slice(end, end + 20)) ||
    /\bthen[ -]$/i.test(text.slice(start - 5, start))
  )
}

interface SaidAge {
  readonly value: number
  readonly start: number
  readonly end: number
}

/**
 * The age of the one who is named, never that of the next in a list: "16-year-old Ann Poe, 24-year-old Bea Roe" gives Poe 16;
 * "Roe, 24, Lund, 25" gives Lund 25. An age on either side settles nothing where the two differ.
 */
function ageAt(reading: Reading, sentence: Sentence, mention: Mention): SaidAge | null {
  const [ahead, behind] = [ageAhead(reading, sentence, mention), ageBehind(reading, sentence, mention)]
  // What stands ahead of a name is spelt out as an age, so that it cannot belong to the name before.
  if (ahead && behind && ahead.value !== behind.value) return null
  return ahead ?? behind
}

/** "44-year-old Marrick", "the 44-year-old keeper, Jonas Marrick"; also where the name was taken with it. */
function ageAhead(reading: Reading, sentence: Sentence, mention: Mention): SaidAge | null {
  const name = sentence.tokens.slice(mention.firstToken, mention.endToken).find((t) => t.upos === 'PROPN')
  if (!name) return null
  const number = lyingIn(reading.numbers, sentence.start, sentence.end).findLast(
    (n) => n.unit === 'year-old' && n.end <= name.start,
  )
  if (!number || !/year/i.test(reading.report.text.slice(number.start, number.end + 10))) return null
  const between = sentence.tokens.filter((t) => t.start >= number.end && t.end <= name.start)
  // "44-year-old lighthouse keeper Marrick": a word or two of what he is.
  const close = between.length <= 3 && between.every((t) => /^(?:NOUN|ADJ)$/.test(t.upos) || t.form === '-')
  return close ? aged(number.value, number) : null
}

/** "Marrick, 44,", "Marrick (44)", "Marrick, aged 44", "Marrick, who is 44", "Marrick, a 44-year-old keeper". */
function ageBehind(reading: Reading, { tokens }: Sentence, mention: Mention): SaidAge | null {
  let at = mention.endToken
  const form = (i: number) => tokens[i]?.form.toLowerCase() ?? ''
  if (/^(?:jr|sr)\.?$|^i{2,3}$/.test(form(at))) at++
  if (form(at) !== ',' && form(at) !== '(') return null
  at++
  if (form(at) === 'who' && /^(?:is|was)$/.test(form(at + 1))) at += 2
  const spelt = /^(?:aged?)$/.test(form(at))
  if (spelt) at++
  const token = tokens[at]
  if (token && /^\d{1,3}$/.test(token.form)) {
    const after = form(at + 1)
    return spelt || /^(?:[,.;:)—–-]|and|of|from|)$/.test(after)
      ? isDate(tokens, at)
        ? null
        : aged(token.form, token)
      : null
  }
  const article = /^an?$/.test(form(at)) ? 1 : 0
  const first = tokens[at + article]
  const number = first && reading.numbers.find((n) => n.unit === 'year-old' && n.start === first.start)
  if (!number) return null
  const next = tokens.find((t) => t.start >= number.end)
  // "Poe, 24-year-old Roe": the age of the next in the list. "Poe, a 24-year-old keeper": hers.
  return next && !/^(?:PROPN|NUM)$/.test(next.upos) && (article === 1 || !namedSoon(tokens, next))
    ? aged(number.value, number)
    : null
}

/** "24-year-old keeper Roe": a name within the next words, before any mark. */
function namedSoon(tokens: readonly Token[], next: Token): boolean {
  const rest = tokens.slice(tokens.indexOf(next), tokens.indexOf(next) + 4)
  const mark = rest.findIndex((t) => t.upos === 'PUNCT')
  return (mark < 0 ? rest : rest.slice(0, mark)).some((t) => t.upos === 'PROPN')
}

/** "Marrick, 14 June": a day. */
function isDate(tokens: readonly Token[], at: number): boolean {
  return /^(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)/.test(tokens[at + 1]?.form ?? '')
}

function aged(value: string, { start, end }: { readonly start: number; readonly end: number }): SaidAge | null {
  return /^\d{1,3}$/.test(value) && Number(value) < 120 ? { value: Number(value), start, end } : null
}
