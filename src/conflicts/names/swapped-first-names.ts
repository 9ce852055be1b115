import { tellsOfKin } from '../../knowledge/callings.js'
import { isPeople } from '../../knowledge/demonyms.js'
import { isEpithet, mayBeOneFirstName } from '../../knowledge/pet-names.js'
import { sentenceAt, type Token } from '../../model/reading.js'
import { groupBy } from '../lists.js'
import { conflictOf, type FoundConflict } from '../sides.js'
import type { View } from '../view.js'
import { near, plainName, transliterated } from './likeness.js'
import { type PersonName, personNames } from './persons.js'
import { answersFor } from './spellings.js'

/**
 * "Olaf Brandt had signed up in July" – "Hans Brandt joined in July"
 *
 * A first name that one report gives once or twice to a surname that it and the others otherwise give to somebody else,
 * who does the same things: the name was swapped.
 */
export function swappedFirstNames(view: View): FoundConflict[] {
  const byLast = groupBy(personNames(view), (n) => plainName(n.last))
  const kindsOf = new Map<string, Set<string>>()
  for (const d of view.deeds) kindsOf.set(d.about, (kindsOf.get(d.about) ?? new Set()).add(d.kind))
  return [...byLast.values()].flatMap((bearers) => {
    const byFirst = [
      ...groupBy(
        bearers.filter((n) => n.first !== null),
        (n) => plainName(n.first!),
      ),
    ].sort(([a, x], [b, y]) => reportsOf(y).size - reportsOf(x).size || y.length - x.length || (a < b ? -1 : 1))
    const [main, ...others] = byFirst
    if (!main || reportsOf(main[1]).size < 2) return []
    return others.flatMap(([first, odd]) => {
      if (odd.length > 2 || reportsOf(odd).size > 1 || near(first, main[0]) || transliterated(first, main[0])) return []
      // The middle of a fuller name, or a word of a headline before the name, is no first name.
      if (odd.some((n) => isMiddleName(view, n) || inHeading(n))) return []
      // "Lyin' Brandt" is an insult, no name.
      if (odd.some((n) => !/^\p{L}[\p{L}-]+$/u.test(n.first!) || isEpithet(n.first!))) return []
      // "Republican Brandt" is no first name.
      if (isPeople(first)) return []
      // "Holm Brandt", where the story has an Ada Holm, is the firm of two.
      if (byLast.has(first)) return []
      // "Mike" of one report is no slip for the "Michael" of the others.
      if (mayBeOneFirstName(first, main[0])) return []
      const [one] = odd as [PersonName]
      // The report must know the right name as well, and say nothing of a family.
      if (
        !main[1].some((n) => n.reading === one.reading) ||
        [...odd, ...main[1].filter((n) => n.reading === one.reading)].some((n) => tellsOfKin(sentenceOf(n)))
      )
        return []
      const own = kindsOf.get(one.entity) ?? new Set()
      const shared = [...(kindsOf.get(main[1][0]!.entity) ?? [])].filter((k) => own.has(k))
      if (shared.length === 0 && one.entity !== main[1][0]!.entity) return []
      const answers = [...answersFor(view, main[1], main[1][0]!.first!), ...answersFor(view, odd, one.first!)]
      return conflictOf(
        'name',
        'error',
        'swapped-first-name',
        answers,
        () => `One report calls ${main[1][0]!.first} ${one.last} “${one.first} ${one.last}”.`,
      )
    })
  })
}

/** "Ada Holm Brandt": "Holm" is no first name of Brandt's. */
function isMiddleName(view: View, { first, last, reading, start }: PersonName): boolean {
  const before = tokenBefore(reading, start)
  if (before?.upos === 'PROPN' && before.end + 1 === start && !/\.$/.test(before.form)) return true
  return [...view.entities.values()].some(
    (e) =>
      e.type === 'person' && e.names.some((name) => new RegExp(`\\S ${escaped(first!)} ${escaped(last)}`).test(name)),
  )
}

function tokenBefore(reading: PersonName['reading'], start: number): Token | undefined {
  return sentenceAt(reading.sentences, start)?.tokens.findLast((t) => t.end <= start)
}

function escaped(word: string): string {
  return word.replace(/[^\p{L}\p{N}]/gu, '\\$&')
}

/** Where every word has a capital, a verb looks like a first name. */
function inHeading({ reading, start }: PersonName): boolean {
  const sentence = sentenceAt(reading.sentences, start)
  if (sentence?.kind !== 'prose') return true
  const words = sentence.tokens.filter((t) => /^(?:VERB|NOUN|ADJ|PROPN)$/.test(t.upos))
  return words.length > 2 && words.filter((t) => /^\p{Lu}/u.test(t.form)).length > 0.7 * words.length
}

function reportsOf(names: readonly PersonName[]): Set<string> {
  return new Set(names.map((n) => n.reading.report.id))
}

function sentenceOf({ reading, start }: PersonName): string {
  return reading.report.text.slice(Math.max(0, start - 120), start + 120)
}
