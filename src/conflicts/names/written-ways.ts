import type { Reading } from '../../model/reading.js'
import type { Range } from '../../model/span.js'
import { groupBy } from '../lists.js'
import { answerAt, conflictOf, type FoundConflict } from '../sides.js'
import { nameMentions, type View, wordsAt } from '../view.js'

interface Written extends Range {
  readonly reading: Reading
  /** As it stands: "Supper Club". */
  readonly way: string
}

/**
 * "the Saltgate Supper Club" – "the Saltgate Supperclub"; "Harbourwatch.net" – "Harbourwatch"
 *
 * A capitalised word written together, apart, with a hyphen, or without the ending of its address.
 */
export function writtenWays(view: View): FoundConflict[] {
  const written = view.readings.flatMap(capitalised)
  return [...groupBy(written, (w) => squeezed(w.way)).values()].flatMap((list) => {
    const ways = groupBy(list, (w) => w.way.toLowerCase())
    if (
      ways.size < 2 ||
      !oneIsOnesOnlyWay([...ways.values()]) ||
      (list.some((w) => isPerson(view, w)) && !list.every((w) => isPerson(view, w)))
    )
      return []
    // "Sallow.com" is no way of writing the town.
    if (list.some((w) => /\.(?:net|com|org|info)$/.test(w.way)) && list.some((w) => isPlace(view, w))) return []
    const answers = [...ways].flatMap(([value, places]) =>
      [...groupBy(places, (p) => p.reading.report.id).values()].flatMap((own) =>
        own.slice(0, 2).map((p) => answerAt(view, p.reading, p, value, p.way)),
      ),
    )
    return conflictOf(
      'name',
      'soft',
      'written-ways',
      answers,
      (sides) => `A name is written in ${sides.length} ways: ${sides.map((s) => s.gist).join(', ')}.`,
    )
  })
}

/**
 * "St. Brede Hospital" – "St. Brede Hospital and Health Center"
 *
 * One report never gives more than the beginning of the name that another gives in full.
 */
export function shortenedNames(view: View): FoundConflict[] {
  return [...view.entities.values()].flatMap((entity) => {
    if (entity.type === 'person' || entity.type === 'group') return []
    const fullest = [...groupBy(nameMentions(entity), (m) => m.report)].flatMap(([report, mentions]) => {
      const reading = view.readings.find((r) => r.report.id === report)
      const names = reading ? mentions.map((m) => ({ ...m, reading, way: plainForm(wordsAt(reading, m)) })) : []
      return names.length > 0 ? [names.reduce((a, b) => (b.way.length > a.way.length ? b : a))] : []
    })
    const long = fullest.reduce((a, b) => (b.way.length > a.length ? b.way : a), '')
    const shown = fullest.filter(({ way }) => way === long || long.startsWith(`${way} and `))
    const answers = shown.map((f) => answerAt(view, f.reading, f, f.way.toLowerCase(), f.way))
    return conflictOf(
      'name',
      'soft',
      'shortened-name',
      answers,
      (sides) => `A name is given in full or in part: ${sides.map((s) => s.gist).join(', ')}.`,
    )
  })
}

/** Words with a capital, alone and with the next one, outside headings, where everything may have one. */
function capitalised(reading: Reading): Written[] {
  return reading.sentences.flatMap((sentence) => {
    if (sentence.kind !== 'prose') return []
    const words = sentence.tokens
    return words.flatMap((token, i): Written[] => {
      if (!isName(token.form)) return []
      const next = words[i + 1]
      const alone = { reading, start: token.start, end: token.end, way: token.form }
      if (next === undefined || !isName(next.form) || next.upos !== 'PROPN' || next.start > token.end + 1)
        return [alone]
      const way = wordsAt(reading, { start: token.start, end: next.end })
      return [alone, { reading, start: token.start, end: next.end, way }]
    })
  })
}

/** Senator Whitehall is no way of writing White Hall; "G's Supperclub" is nobody, whatever it was taken for. */
function isPerson(view: View, { reading, start, end }: Written): boolean {
  return reading.mentions.some(
    (m) =>
      m.kind === 'name' &&
      m.start <= start &&
      end <= m.end &&
      !/['’]/.test(wordsAt(reading, m)) &&
      view.entityOf(reading, m)?.type === 'person',
  )
}

function isPlace(view: View, { reading, start, end }: Written): boolean {
  return reading.mentions.some(
    (m) => m.start <= start && end <= m.end && view.entityOf(reading, m)?.place !== undefined,
  )
}

function isName(form: string): boolean {
  return /^\p{Lu}\p{Ll}[\p{L}-]+(?:\.(?:net|com|org|info))?$/u.test(form)
}

function plainForm(name: string): string {
  return name.replace(/^the /i, '').replace(/['’]s?$/, '')
}

/** Both halves of a word written apart must be worth a name: "To Day" is none. */
function squeezed(name: string): string {
  return name
    .toLowerCase()
    .replace(/\.(?:net|com|org|info)$/, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** Whether some report writes it in one way only that another report never uses. */
function oneIsOnesOnlyWay(ways: readonly (readonly Written[])[]): boolean {
  const sets = ways.map((list) => new Set(list.map((w) => w.reading.report.id)))
  return sets.some((a, i) => [...a].some((report) => sets.every((b, j) => i === j || !b.has(report))))
}
