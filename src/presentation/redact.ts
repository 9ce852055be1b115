import { distance } from 'fastest-levenshtein'
import type { Entity, Findings } from '../model/findings.js'

/** A stretch of a report's text that goes, and what stands in its place. */
interface Cut {
  readonly start: number
  readonly end: number
  readonly by: string
}

/**
 * Findings in which some names are replaced everywhere: in the reports' texts and titles, in gists and notes, in names and
 * addresses, and so in everything made of them. With a name go all forms of that name, each of its distinctive words, and
 * the descriptions by which the reports point to it. Positions are moved so that every span still points at its words.
 * Fingerprints of redacted reports are blanked: they would lead back to the text. What is left can still give someone away: a person reads it.
 */
export function redact(findings: Findings, names: readonly string[]): Findings {
  const wanted = names.map((name) => name.trim()).filter((name) => name !== '')
  if (wanted.length === 0) return findings
  const hidden = withMisspellings(hiddenOf(findings, wanted), findings)
  const find = finderOf(hidden.flatMap(({ words, by }) => words.map((word) => [word, by] as const)))
  const said = (text: string): string => replaced(text, find(text))
  const byEntity = new Map(hidden.flatMap(({ entity, by }) => (entity === null ? [] : [[entity.id, by] as const])))

  const cuts = new Map<string, Cut[]>()
  for (const report of findings.reports) {
    const nominal = findings.entities.flatMap((entity) => {
      const by = byEntity.get(entity.id)
      if (by === undefined) return []
      return entity.mentions
        .filter((mention) => mention.report === report.id && mention.how !== 'pronoun')
        .map(({ start, end }) => ({ start, end, by }))
    })
    cuts.set(report.id, merged([...find(report.text), ...nominal]))
  }
  const touched = new Set([...cuts].filter(([, list]) => list.length > 0).map(([id]) => id))

  // Every object with `report`, `start` and `end`, or ranges below an object that names its report, is moved.
  const move = (value: unknown, report: string | null, key: string): unknown => {
    if (typeof value === 'string') return keepers.has(key) ? value : said(value)
    if (Array.isArray(value)) return value.map((item) => move(item, report, key))
    if (typeof value !== 'object' || value === null) return value
    const own = 'report' in value && typeof value.report === 'string' ? value.report : report
    const out: Record<string, unknown> = {}
    for (const [name, inner] of Object.entries(value)) out[name] = move(inner, own, name)
    const list = own === null ? undefined : cuts.get(own)
    if (list !== undefined && typeof out['start'] === 'number' && typeof out['end'] === 'number') {
      out['start'] = moved(out['start'], list, 'start')
      out['end'] = moved(out['end'], list, 'end')
    }
    return out
  }
  const rest = move({ ...findings, reports: [], readings: [], entities: [] }, null, '') as Findings
  return {
    ...rest,
    reports: findings.reports.map((report) => ({
      ...(move({ ...report, text: '', furniture: [] }, null, '') as typeof report),
      source: address(report.source, said, report.id),
      ...(report.url === undefined ? {} : { url: address(report.url, said, report.id) }),
      sha256: touched.has(report.id) ? '0'.repeat(64) : report.sha256,
      text: replaced(report.text, cuts.get(report.id) ?? []),
      furniture: report.furniture.map((range) => movedRange(range, cuts.get(report.id) ?? [])),
    })),
    readings: findings.readings.map((reading) => move(reading, reading.report, '') as typeof reading),
    entities: findings.entities.map((entity) => {
      const by = byEntity.get(entity.id)
      const open = move(entity, null, '') as Entity
      if (by === undefined) return open
      const { place: _, ...closed } = open
      return { ...closed, name: by, names: [by], descriptions: [], roles: [] }
    }),
  }
}

/** Fields whose strings are the program's own words or codes, never words of a report. */
const keepers = new Set([
  'id',
  'stemma',
  'sha256',
  'report',
  'statements',
  'statement',
  'claims',
  'attribution',
  'chain',
  'roots',
  'entity',
  'where',
  'rule',
  'kind',
  'how',
  'type',
  'stance',
  'polarity',
  'role',
  'edtf',
  'known',
  'value',
  'code',
  'published',
  'severity',
  'to',
  'from',
  'when',
  'precision',
  'gazetteer',
  'language',
  'duration',
  'credibility',
  'reliability',
])

interface Hidden {
  readonly entity: Entity | null
  readonly words: readonly string[]
  readonly by: string
}

function hiddenOf(findings: Findings, wanted: readonly string[]): Hidden[] {
  const labels: Readonly<Record<Entity['type'], string>> = {
    person: 'Person',
    organisation: 'Body',
    group: 'Group',
    place: 'Place',
    work: 'Work',
    event: 'Event',
  }
  const count = new Map<string, number>()
  const label = (type: Entity['type']): string => {
    const n = count.get(type) ?? 0
    count.set(type, n + 1)
    return `[${labels[type]} ${letters(n)}]`
  }
  const taken = new Map<string, Hidden>()
  const alone: Hidden[] = []
  for (const name of wanted) {
    const lower = name.toLowerCase()
    const meant = findings.entities.filter(
      (entity) => entity.id === name || [entity.name, ...entity.names].some((one) => one.toLowerCase() === lower),
    )
    const also =
      meant.length > 0 ? meant : findings.entities.filter((e) => e.names.some((n) => wordsOf(n).includes(lower)))
    for (const entity of also) {
      if (taken.has(entity.id)) continue
      const forms = [...entity.names, ...(entity.names.length > 0 ? [entity.name] : [])]
      const single = entity.type === 'person' ? forms.flatMap((form) => form.split(/\s+/).filter(distinctive)) : []
      const words = [...forms, ...single, ...entity.descriptions.filter((d) => d.includes(' '))]
      taken.set(entity.id, { entity, words, by: label(entity.type) })
    }
    if (also.length === 0) {
      const parts = name.split(/\s+/).filter(distinctive)
      alone.push({ entity: null, words: [name, ...parts], by: label('person') })
    } else if (!findings.entities.some((entity) => entity.id === name)) {
      alone.push({ entity: null, words: [name], by: taken.get(also[0]!.id)!.by })
    }
  }
  return [...taken.values(), ...alone]
}

/** A report that misspells a name gives it away all the same: long words with a capital that are one letter off go too. */
function withMisspellings(hidden: readonly Hidden[], findings: Findings): Hidden[] {
  const seen = new Set(findings.reports.flatMap((report) => report.text.match(/\p{Lu}[\p{L}’']{5,40}/gu) ?? []))
  return hidden.map((one) => {
    const long = [...new Set(one.words.flatMap((word) => word.split(/\s+/)))].filter(
      (word) => word.length >= 6 && distinctive(word),
    )
    const near = [...seen].filter((word) =>
      long.some(
        (known) => Math.abs(known.length - word.length) < 2 && distance(known.toLowerCase(), word.toLowerCase()) === 1,
      ),
    )
    return { ...one, words: [...one.words, ...near] }
  })
}

// "Brandt" gives Ottilie Brandt away; "the", "Mr.", "de" and "II" do not.
function distinctive(word: string): boolean {
  return (
    /^\p{Lu}[\p{L}'’-]{2,}$/u.test(word) &&
    !/^(?:the|mrs|miss|sir|dame|lord|lady|captain|commander|general|major|doctor|president|minister|judge|professor|inspector|sergeant|officer|saint)$/i.test(
      word,
    )
  )
}

function wordsOf(name: string): string[] {
  return name.toLowerCase().split(/\s+/)
}

/** Finds the words wherever they stand as whole words, whatever their case; the longest first. One pass over the text by the words' first letters. */
function finderOf(pairs: readonly (readonly [string, string])[]): (text: string) => Cut[] {
  const by = new Map<string, string>()
  for (const [word, label] of pairs) if (!by.has(word.toLowerCase())) by.set(word.toLowerCase(), label)
  const words = [...by.keys()].filter((word) => word.length > 1).sort((a, b) => b.length - a.length)
  if (words.length === 0) return () => []
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.map(literal).join('|')})(?![\\p{L}\\p{N}])`, 'giu')
  return (text) =>
    [...text.matchAll(pattern)].map((found) => ({
      start: found.index,
      end: found.index + found[0].length,
      by: by.get(found[0].toLowerCase().replace(/\s+/g, ' ')) ?? '[name]',
    }))
}

function literal(word: string): string {
  return word
    .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    .replace(/\s+/g, '\\s+')
    .replace(/['’]/g, "['’]")
}

function merged(cuts: readonly Cut[]): Cut[] {
  const out: Cut[] = []
  for (const cut of [...cuts].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = out.at(-1)
    if (last === undefined || cut.start >= last.end) out.push(cut)
    else if (cut.end > last.end) out[out.length - 1] = { ...last, end: cut.end }
  }
  return out
}

function replaced(text: string, cuts: readonly Cut[]): string {
  let out = ''
  let at = 0
  for (const { start, end, by } of cuts) {
    out += text.slice(at, start) + by
    at = end
  }
  return out + text.slice(at)
}

// Where a position of the old text lies in the new one; inside a cut it goes to the edge that keeps the whole label in the span.
function moved(position: number, cuts: readonly Cut[], side: 'start' | 'end'): number {
  let shift = 0
  for (const { start, end, by } of cuts) {
    if (position >= end) shift += by.length - (end - start)
    else if (position > start) return side === 'start' ? start + shift : start + shift + by.length
    else break
  }
  return position + shift
}

function movedRange<T extends { readonly start: number; readonly end: number }>(range: T, cuts: readonly Cut[]): T {
  return { ...range, start: moved(range.start, cuts, 'start'), end: moved(range.end, cuts, 'end') }
}

// A path or address that holds a name in whatever spelling is not kept in part.
function address(text: string, said: (text: string) => string, id: string): string {
  const spelled = text.replace(/[-_+./\\]|%20/g, ' ')
  return said(spelled) === spelled && said(text) === text ? text : `redacted-${id}`
}

function letters(n: number): string {
  return n < 26
    ? String.fromCharCode(65 + n)
    : `${letters(Math.floor(n / 26) - 1)}${String.fromCharCode(65 + (n % 26))}`
}
