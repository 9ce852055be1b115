import { distance } from 'fastest-levenshtein'
import { mayBeOneFirstName } from '../../knowledge/pet-names.js'
import type { Entity, EntityMention } from '../../model/findings.js'
import type { Character, EntityType, Reading } from '../../model/reading.js'
import type { Span } from '../../model/span.js'
import { descriptionKey } from './descriptions.js'
import { acronymOf, asAcronym, folded, knownName, soundKey, surnameOf, withoutDomain } from './name-keys.js'

/** The story's entities, and for each reading the entity id of each of its characters. */
export interface MergedCharacters {
  readonly entities: readonly Entity[]
  readonly entityOf: readonly (readonly string[])[]
}

interface Member {
  readonly reading: Reading
  readonly character: Character
  /** Every form of name in its report. */
  readonly names: readonly string[]
  /** Its type over all reports. */
  readonly type: EntityType
  /** What its pronouns tell; null where they tell too little. */
  readonly gender: 'he' | 'she' | null
}

interface Group {
  readonly members: Member[]
  readonly rules: Set<string>
}

/** One way in which two characters may be known for one: by a key that both have. */
interface MergeRule {
  readonly name: string
  /** Loose rules join no two characters of one report: their author has told them apart. */
  readonly loose: boolean
  readonly keys: (member: Member) => readonly string[]
}

/** Tried in turn, from sure to loose; a rule is believed when it finds one group only. */
const mergeRules: readonly MergeRule[] = [
  {
    name: 'same-name',
    loose: false,
    keys: ({ type, names }) => names.map((name) => `${type} ${folded(name)}`),
  },
  {
    name: 'known-body',
    loose: false,
    keys: ({ names }) => names.flatMap((name) => knownName(name) ?? []).map((name) => `body ${name}`),
  },
  {
    name: 'domain-name',
    loose: false,
    keys: ({ type, names }) => (type === 'organisation' ? names.map((name) => `body ${withoutDomain(name)}`) : []),
  },
  {
    name: 'same-sound',
    loose: true,
    keys: ({ type, names }) => names.map((name) => `${type} sound ${soundKey(name)}`),
  },
  {
    name: 'acronym',
    loose: true,
    keys: ({ type, names }) => (type === 'organisation' ? names.flatMap(acronymKeys) : []),
  },
  {
    name: 'same-surname',
    loose: true,
    keys: ({ type, names }) => (type === 'person' ? names.map((name) => `surname ${soundKey(surnameOf(name))}`) : []),
  },
  {
    name: 'surname-nearly-spelt-so',
    loose: true,
    keys: ({ type, names }) => (type === 'person' ? names.flatMap(nearKeys) : []),
  },
]

/**
 * One entity for each person, body and place over all reports.
 * Named characters merge when a rule finds one group, and one only, that they may be. The unnamed stay apart,
 * but for those whom two reports describe in the same telling words.
 */
export function mergeCharacters(readings: readonly Reading[]): MergedCharacters {
  const groups: Group[] = []
  const byKey = new Map<string, Group[]>()
  const groupOf = new Map<Character, Group>()
  const enter = (key: string, group: Group) => {
    const list = byKey.get(key) ?? []
    if (!list.includes(group)) byKey.set(key, [...list, group])
  }

  // Those with the fullest names come first, so that a bare surname finds its owner whatever the order of the reports.
  const all = settleTypes(
    readings.flatMap((reading) =>
      reading.characters.map(
        (character): Member => ({
          reading,
          character,
          names: namesOf(reading, character),
          type: character.type,
          gender: genderOf(reading, character),
        }),
      ),
    ),
  )
  const order = [...all.keys()].sort(
    (a, b) =>
      wordCount(all[b]!.character.name) - wordCount(all[a]!.character.name) ||
      compareText(all[a]!.character.name, all[b]!.character.name) ||
      compareText(all[a]!.reading.report.sha256, all[b]!.reading.report.sha256) ||
      a - b,
  )
  const described = uniqueDescriptions(all)
  const namesakes = namesOfTwo(all)
  for (const index of order) {
    const member = all[index]!
    const description = described.get(member)
    const found = member.character.named
      ? findGroup(member, byKey, namesakes)
      : description === undefined
        ? undefined
        : describedGroup(description, byKey)
    const group: Group = found?.group ?? { members: [], rules: new Set() }
    if (!found) groups.push(group)
    else group.rules.add(found.rule)
    group.members.push(member)
    groupOf.set(member.character, group)
    if (member.character.named) for (const { keys } of mergeRules) for (const key of keys(member)) enter(key, group)
    if (description !== undefined) enter(description, group)
  }
  for (const group of groups) if (sharesSurname(group, byKey)) group.rules.add('surname-of-another-too')

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
  member: Member,
  byKey: ReadonlyMap<string, readonly Group[]>,
  namesakes: ReadonlySet<string>,
): { group: Group; rule: string } | undefined {
  for (const { name: rule, keys, loose } of mergeRules) {
    const candidates = new Set(keys(member).flatMap((key) => byKey.get(key) ?? []))
    const fitting = [...candidates].filter((group) =>
      group.members.every(
        (other) =>
          compatible(member, other) &&
          !gendersClash(member, other) &&
          !generationsClash(member, other, namesakes) &&
          !(loose && other.reading === member.reading),
      ),
    )
    if (fitting.length === 1) return { group: fitting[0]!, rule }
  }
  return undefined
}

/** Two people with different first names are two; a first name may be spelt a little differently or be an initial. */
function compatible(member: Member, other: Member): boolean {
  if (member.type !== other.type) return false
  if (member.type !== 'person') return true
  return firstNames(member).every((a) => firstNames(other).every((b) => sameFirstName(a, b)))
}

/** Where one of two is called by a bare surname, "she" of one report is not "he" of the other; full names that agree count for more than pronouns. */
function gendersClash(a: Member, b: Member): boolean {
  const bare = [a, b].some(({ character }) => wordCount(character.name) === 1)
  return bare && a.gender !== null && b.gender !== null && a.gender !== b.gender
}

/** The surnames of which some report has two bearers of one name: "Emil Lingard" and "Emil Lingard Jr.". */
function namesOfTwo(all: readonly Member[]): ReadonlySet<string> {
  const found = new Set<string>()
  const fullNames = new Map<string, Set<boolean>>()
  for (const member of all) {
    if (member.type !== 'person') continue
    for (const name of member.names) {
      const plain = folded(name)
      const key = `${member.reading.report.id} ${plain}`
      const seen = fullNames.get(key) ?? new Set()
      fullNames.set(key, seen.add(isJunior(member)))
      if (seen.size > 1 && plain.includes(' ')) found.add(surnameOf(name))
    }
  }
  return found
}

/** Where a report of the story has both, "Emil Lingard Jr." is nobody who goes without "Jr."; elsewhere he may be. */
function generationsClash(member: Member, other: Member, namesakes: ReadonlySet<string>): boolean {
  return (
    member.type === 'person' &&
    isJunior(member) !== isJunior(other) &&
    member.names.some((name) => namesakes.has(surnameOf(name)))
  )
}

function isJunior({ names }: Member): boolean {
  return names.some((name) => /\bjr\.?$/i.test(name))
}

function firstNames({ names }: Member): string[] {
  return names.map(folded).flatMap((name) => (name.includes(' ') ? [name.split(' ')[0]!] : []))
}

function sameFirstName(a: string, b: string): boolean {
  if (a === b || soundKey(a) === soundKey(b) || mayBeOneFirstName(a, b)) return true
  if (a[0] !== b[0]) return false
  return isInitial(a) || isInitial(b) || (Math.min(a.length, b.length) >= 4 && distance(a, b) <= 1)
}

function isInitial(name: string): boolean {
  return /^[a-z]\.?(?:-?[a-z]\.?)?$/.test(name)
}

/** "HRA" – "Harbour Rescue Agency" */
function acronymKeys(name: string): string[] {
  const short = asAcronym(name) || acronymOf(name)
  return short === '' ? [] : [`acronym ${short}`]
}

/** "Lingard" – "Lingaard": every spelling with one letter left out, for surnames of six letters and more, with the first name. */
function nearKeys(name: string): string[] {
  const words = folded(name).split(' ')
  const surname = soundKey(words.at(-1)!)
  if (words.length < 2 || surname.length < 6) return []
  const first = soundKey(words[0]!)
  const spellings = Array.from(surname, (_, i) => surname.slice(0, i) + surname.slice(i + 1))
  return [surname, ...spellings].map((spelling) => `near ${first} ${spelling}`)
}

/** By what words the unnamed may be known again: only where one character alone is so described in its report. */
function uniqueDescriptions(all: readonly Member[]): Map<Member, string> {
  const found = new Map<Member, string>()
  const times = new Map<string, number>()
  for (const member of all) {
    const words = descriptionKey(member.character, member.reading)
    if (words === undefined) continue
    const key = `${member.type} described ${words}`
    const here = `${member.reading.report.id} ${key}`
    times.set(here, (times.get(here) ?? 0) + 1)
    found.set(member, key)
  }
  return new Map([...found].filter(([{ reading }, key]) => times.get(`${reading.report.id} ${key}`) === 1))
}

function describedGroup(
  description: string,
  byKey: ReadonlyMap<string, readonly Group[]>,
): { group: Group; rule: string } | undefined {
  const candidates = byKey.get(description) ?? []
  return candidates.length === 1 ? { group: candidates[0]!, rule: 'same-description' } : undefined
}

/** "Emil Lingard" – "Erik Lingard": two people, or a slip of one report. They stay two, and the evidence says so. */
function sharesSurname(group: Group, byKey: ReadonlyMap<string, readonly Group[]>): boolean {
  return group.members.some(
    ({ character, names, type }) =>
      character.named &&
      type === 'person' &&
      names.some((name) => (byKey.get(`surname ${soundKey(surnameOf(name))}`) ?? []).length > 1),
  )
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
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
    type: group.members[0]!.type,
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

/**
 * "the Grey House" a place in one report and a body in another  →  what it is most often in both.
 *
 * One name is of one type in all reports, unless a report has it as two. A single word may be a person's surname
 * in one report and a town in the next, so these stay two.
 */
function settleTypes(all: readonly Member[]): Member[] {
  const bearers = new Map<string, Member[]>()
  for (const member of all) {
    const key = typeKey(member)
    if (key !== undefined) bearers.set(key, [...(bearers.get(key) ?? []), member])
  }
  const settled = new Map<string, EntityType>()
  for (const [key, members] of bearers) {
    const readings = new Set(members.map(({ reading }) => reading))
    if (readings.size < members.length) continue
    const counts = new Map<EntityType, number>()
    for (const { type, character } of members) counts.set(type, (counts.get(type) ?? 0) + character.mentions.length)
    settled.set(key, [...counts].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]))[0]![0])
  }
  return all.map((member) => ({ ...member, type: settled.get(typeKey(member) ?? '') ?? member.type }))
}

/** Names with the same key are taken for the same kind of thing. */
function typeKey({ character, type }: Member): string | undefined {
  if (!character.named || type === 'event') return undefined
  const name = withoutDomain(character.name)
  return name.includes(' ') || type !== 'person' ? `${name.includes(' ') ? '' : 'no person '}${name}` : undefined
}

/** By its pronouns, where there are three and more and nearly all agree. */
function genderOf(reading: Reading, character: Character): Member['gender'] {
  if (character.type !== 'person') return null
  let he = 0
  let she = 0
  for (const index of character.mentions) {
    const { kind, start, end } = reading.mentions[index]!
    if (kind !== 'pronoun') continue
    const word = reading.report.text.slice(start, end)
    if (/^(?:he|him|his|himself)$/i.test(word)) he++
    else if (/^(?:she|her|hers|herself)$/i.test(word)) she++
  }
  if (he >= 3 && he >= 3 * she) return 'he'
  return she >= 3 && she >= 3 * he ? 'she' : null
}
