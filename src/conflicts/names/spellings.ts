import { mayBeOneFirstName } from '../../knowledge/pet-names.js'
import { groupBy } from '../lists.js'
import { type Answer, answerAt, conflictOf, type FoundConflict } from '../sides.js'
import type { View } from '../view.js'
import { near, plainName, transliterated } from './likeness.js'
import { type PersonName, personNames } from './persons.js'

/**
 * "Emil Lingard" – "Emil Lindgard"; "Mr. Brandt" – "Hans Brant"
 *
 * One surname in two spellings: a slip, or soft where the two differ as transliterations do.
 * Proof that one person is meant: the same first name, or a bare surname that nobody else of the story bears.
 */
export function surnameSpellings(view: View): FoundConflict[] {
  const names = personNames(view)
  const byLast = groupBy(names, (n) => plainName(n.last))
  return clusters([...byLast.keys()].sort()).flatMap((forms) => {
    const used = forms.map((form) => byLast.get(form)!).sort((a, b) => weightOf(b) - weightOf(a) || order(a, b))
    const main = used[0]!
    const others = used.slice(1).filter((other) => samePerson(main, other) && !isGlued(main[0]!.last, other[0]!.last))
    if (others.length === 0) return []
    const slip = others.some((o) => !transliterated(plainName(main[0]!.last), plainName(o[0]!.last)))
    const inOneReport = new Set(others.flatMap((o) => o.map((n) => n.reading.report.id))).size === 1
    const answers = [main, ...others].flatMap((list) => answersFor(view, list, list[0]!.last))
    return conflictOf('name', slip ? 'error' : 'soft', 'surname-spelling', answers, (sides) => {
      const spelt = sides.map((s) => s.gist)
      return slip && inOneReport
        ? `A name is spelt ${spelt.slice(1).map(quoted).join(' and ')} in one report, ${quoted(main[0]!.last)} otherwise.`
        : `A name is spelt in ${spelt.length} ways: ${spelt.join(', ')}.`
    })
  })
}

/**
 * "Andrei Brandt" – "Andrey Brandt"
 *
 * One first name before one surname in two spellings that transliteration explains, or that differ by a letter.
 */
export function firstNameSpellings(view: View): FoundConflict[] {
  const full = personNames(view).filter((n) => n.first !== null && n.first.length > 2)
  return [...groupBy(full, (n) => plainName(n.last)).values()].flatMap((bearers) => {
    const byFirst = groupBy(bearers, (n) => plainName(n.first!))
    return clusters([...byFirst.keys()].sort()).flatMap((forms) => {
      const used = forms.map((form) => byFirst.get(form)!).sort((a, b) => weightOf(b) - weightOf(a) || order(a, b))
      if (
        used.length < 2 ||
        sameReport(used) ||
        used
          .slice(1)
          .every(
            (u) =>
              mayBeOneFirstName(plainName(u[0]!.first!), plainName(used[0]![0]!.first!)) &&
              !transliterated(plainName(u[0]!.first!), plainName(used[0]![0]!.first!)),
          )
      )
        return []
      const answers = used.flatMap((list) => answersFor(view, list, list[0]!.first!))
      return conflictOf(
        'name',
        'soft',
        'first-name-spelling',
        answers,
        (sides) => `A first name is spelt in ${sides.length} ways: ${sides.map((s) => s.gist).join(', ')}.`,
      )
    })
  })
}

/** "BrandtOn Friday": a word of the next line stuck to the name is no spelling. */
function isGlued(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return long.startsWith(short) && /^\p{Lu}/u.test(long.slice(short.length))
}

/** At most this many places of one report stand for a spelling. */
const placesShown = 2

/** The places where a name stands so, a few for each report. */
export function answersFor(view: View, names: readonly PersonName[], value: string): Answer[] {
  return [...groupBy(names, (n) => n.reading.report.id).values()].flatMap((list) =>
    list.slice(0, placesShown).map((n) => ({ ...answerAt(view, n.reading, n, plainName(value)), label: value })),
  )
}

/** Spellings that lie a letter or two apart, put together; each bucket shares its first letter. */
function clusters(forms: readonly string[]): string[][] {
  const done: string[][] = []
  for (const form of forms) {
    const home = done.find((list) => list.some((other) => near(form, other)))
    if (home) home.push(form)
    else done.push([form])
  }
  return done.filter((list) => list.length > 1)
}

/** Bearers of two near surnames are one person when their first names agree, or when one is never given any. */
function samePerson(main: readonly PersonName[], other: readonly PersonName[]): boolean {
  const firsts = (list: readonly PersonName[]) => [
    ...new Set(list.flatMap((n) => (n.first === null ? [] : [plainName(n.first)]))),
  ]
  const [a, b] = [firsts(main), firsts(other)]
  if (b.length > 0) return b.every((first) => a.some((x) => x === first || transliterated(x, first)))
  // One report that has both for one person knows it.
  if (other.every((n) => main.some((m) => m.entity === n.entity && m.reading === n.reading))) return true
  // A surname alone: only where the better known bearer is one person, and the odd spelling is rare.
  return a.length === 1 && other.length <= 2 && main.length >= 3 * other.length
}

function sameReport(used: readonly (readonly PersonName[])[]): boolean {
  const reports = used.map((list) => new Set(list.map((n) => n.reading.report.id)))
  return [...reports[0]!].some((r) => reports.slice(1).some((set) => set.has(r)))
}

/** How many reports, then how many places, have a form. */
function weightOf(list: readonly PersonName[]): number {
  return new Set(list.map((n) => n.reading.report.id)).size * 1000 + list.length
}

function order(a: readonly PersonName[], b: readonly PersonName[]): number {
  return a[0]!.last < b[0]!.last ? -1 : 1
}

function quoted(words: string): string {
  return `“${words}”`
}
