import { distance } from 'fastest-levenshtein'
import type { Entity, EntityMention } from '../model/findings.js'
import type { Character, Reading } from '../model/reading.js'
import type { Span } from '../model/span.js'

/** The story's entities, and for each reading the entity id of each of its characters. */
export interface MergedCharacters {
  readonly entities: readonly Entity[]
  readonly entityOf: readonly (readonly string[])[]
}

interface Group {
  readonly members: { readonly reading: Reading; readonly character: Character; readonly names: readonly string[] }[]
  readonly rules: Set<string>
}

/**
 * One entity for each person, body and place over all reports.
 * Named characters merge when a rule finds one group, and one only, that they may be; the unnamed stay apart.
 */
export function mergeCharacters(readings: readonly Reading[]): MergedCharacters {
  const groups: Group[] = []
  const byKey = new Map<string, Group[]>()
  const groupOf = new Map<Character, Group>()

  // Those with the fullest names come first, so that a bare surname finds its owner whatever the order of the reports.
  const all = readings.flatMap((reading) =>
    reading.characters.map((character) => ({ reading, character, names: namesOf(reading, character) })),
  )
  const order = [...all.keys()].sort(
    (a, b) => wordCount(all[b]!.character.name) - wordCount(all[a]!.character.name) || a - b,
  )
  for (const index of order) {
    const member = all[index]!
    const found = member.character.named ? findGroup(member, byKey) : undefined
    const group: Group = found?.group ?? { members: [], rules: new Set() }
    if (!found) groups.push(group)
    else group.rules.add(found.rule)
    group.members.push(member)
    groupOf.set(member.character, group)
    if (!member.character.named) continue
    for (const key of keysOf(member.character, member.names)) {
      const list = byKey.get(key) ?? []
      if (!list.includes(group)) byKey.set(key, [...list, group])
    }
  }

  // Ids follow the text of the reports, not the order in which the groups were made.
  const ids = new Map<Group, string>()
  for (const { character } of all) {
    const group = groupOf.get(character)!
    if (!ids.has(group)) ids.set(group, `e${ids.size + 1}`)
  }
  return {
    entities: [...ids].map(([group, id]) => toEntity(id, group)),
    entityOf: readings.map((reading) => reading.characters.map((character) => ids.get(groupOf.get(character)!)!)),
  }
}

function findGroup(
  { character, names }: Group['members'][number],
  byKey: ReadonlyMap<string, readonly Group[]>,
): { group: Group; rule: string } | undefined {
  for (const [rule, keys] of [
    ['same-name', names.map((name) => exactKey(character, name))],
    ['same-surname', character.type === 'person' ? names.map((name) => surnameKey(name)) : []],
  ] as const) {
    const candidates = new Set(keys.flatMap((key) => byKey.get(key) ?? []))
    const fitting = [...candidates].filter((group) => group.members.every((m) => compatible(character, names, m)))
    if (fitting.length === 1) return { group: fitting[0]!, rule }
  }
  return undefined
}

/** Two people with different first names are two; a first name may be spelt a little differently (Andrey, Andrei). */
function compatible(character: Character, names: readonly string[], other: Group['members'][number]): boolean {
  if (character.type !== other.character.type) return false
  if (character.type !== 'person') return true
  const firsts = (list: readonly string[]) =>
    list.map(folded).flatMap((n) => (n.includes(' ') ? [n.split(' ')[0]!] : []))
  return firsts(names).every((a) => firsts(other.names).every((b) => a === b || (a[0] === b[0] && distance(a, b) <= 1)))
}

function keysOf(character: Character, names: readonly string[]): string[] {
  const keys = names.map((name) => exactKey(character, name))
  return character.type === 'person' ? [...keys, ...names.map(surnameKey)] : keys
}

function exactKey(character: Character, name: string): string {
  return `${character.type} ${folded(name)}`
}

function surnameKey(name: string): string {
  return `surname ${folded(name).split(' ').at(-1)}`
}

const titles = /^(?:the|mr|mrs|ms|dr|president|prime minister|gen|col|sir|lady)\.?\s/i
const suffixes = /\s(?:group|company|corporation|corp|inc|ltd|plc|limited)\.?$/i

/** A name for comparing: small letters, no accents, no title, no possessive, no company suffix. */
function folded(name: string): string {
  let plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s$/, '')
  while (titles.test(plain)) plain = plain.replace(titles, '')
  return plain.replace(suffixes, '').trim()
}

function namesOf(reading: Reading, character: Character): string[] {
  const names = character.mentions
    .map((m) => reading.mentions[m]!)
    .filter((m) => m.kind === 'name')
    .map((m) => reading.report.text.slice(m.start, m.end).replace(/\s+/g, ' '))
  return [...new Set(names)]
}

function toEntity(id: string, group: Group): Entity {
  const names: string[] = []
  const descriptions: string[] = []
  const mentions: EntityMention[] = []
  const first: Span[] = []
  for (const { reading, character } of group.members) {
    const report = reading.report.id
    for (const index of character.mentions) {
      const { start, end, kind } = reading.mentions[index]!
      mentions.push({ report, start, end, how: kind })
      const words = reading.report.text.slice(start, end).replace(/\s+/g, ' ')
      if (kind === 'name') names.push(words)
      if (kind === 'nominal') descriptions.push(words)
    }
    const opening = reading.mentions[character.mentions[0]!]
    if (opening) first.push({ report, start: opening.start, end: opening.end })
  }
  const fullest = [...names].sort((a, b) => wordCount(b) - wordCount(a) || b.length - a.length)[0]
  return {
    id,
    type: group.members[0]!.character.type,
    name: fullest ?? group.members[0]!.character.name,
    names: [...new Set(names)],
    descriptions: [...new Set(descriptions)],
    roles: [],
    mentions,
    because: { rule: [...group.rules].sort().join('+') || 'one-report', spans: first },
  }
}

function wordCount(name: string): number {
  return name.split(/\s+/).length
}
