import { demonyms } from '../knowledge/demonyms.js'
import { governmentNames, isAnyBody, roleIn } from '../knowledge/roles.js'
import type { Entity } from '../model/findings.js'

/** The bodies a voice speaks for or is: "the police", "the government of Norway". Those of former office are passed over. */
export function bodiesOf(entity: Entity, handles: readonly string[]): string[] {
  const found = handles.flatMap((handle) => bodyIn(handle, entity.names) ?? [])
  const own =
    entity.type === 'organisation' || entity.type === 'place' ? entity.names.flatMap((n) => bodyNamed(n) ?? []) : []
  return [...new Set([...own, ...found])].sort()
}

/** "Coast Guard" → coast guard; "White House" → government of the United States; "Norway" → its government; "the Ennet police" → police. */
function bodyNamed(name: string): string | undefined {
  const words = wordsIn(name)
  if (prosecutes(words)) return 'prosecution'
  const plain = words.join(' ')
  if (platforms.has(plain)) return undefined
  const government = governmentNames.get(plain) ?? (words.length <= 3 ? countries().get(plain) : undefined)
  if (government !== undefined) return `government of ${government}`
  return bodyFrom(words)
}

/** Where anyone may say anything: "posted on Twitter". */
export const platforms: ReadonlySet<string> = new Set([
  'twitter',
  'facebook',
  'instagram',
  'youtube',
  'telegram',
  'tiktok',
  'reddit',
  'vk',
])

/**
 * "Ennet police spokesman" → police; "Coast Guard Commander" → coast guard; "an official at the Transport Ministry" → transport ministry;
 * "Norwegian Prime Minister" → government of Norway. Nothing where somebody once held the office.
 */
function bodyIn(handle: string, names: readonly string[]): string | undefined {
  const all = wordsIn(handle)
  if (all.some((w) => past.has(w))) return undefined
  const known = new Set(names.flatMap(wordsIn))
  if (all.some((w) => policeWords.has(w)) && all.length <= 12 && !all.some((w) => notTheirs.has(w)))
    return policeOf(all)
  if (prosecutes(all) && all.length <= 12) return 'prosecution'
  const role = roleIn(all)
  if (role === undefined) return undefined
  const before = all.slice(0, role.first)
  const after = all.slice(role.end)
  const country = countryIn(before) ?? (links.has(after[0] ?? '') ? countryIn(after.slice(0, 4)) : undefined)
  const title = all.slice(role.first, role.end).join(' ')
  for (const [name, of] of governmentNames)
    if (` ${before.join(' ')} ${title} `.includes(` ${name} `)) return `government of ${of}`
  if (role.capacities.includes('governs') && country !== undefined && onlyCountry(before))
    return `government of ${country}`
  if (!role.capacities.includes('speaks-for') && !role.capacities.includes('serves')) return undefined
  // "director of operations for the Ennet Ferry": what somebody does there, and the body after it.
  const matter = after[0] === 'of' ? after.findIndex((w, i) => i > 1 && i < 5 && (w === 'for' || w === 'at')) : -1
  const of =
    matter > 0 ? untilStop(after.slice(matter + 1)) : links.has(after[0] ?? '') ? untilStop(after.slice(1)) : []
  const body = of.length > 0 ? of : before.filter((w) => !known.has(w))
  return bodyFrom(body)
}

/** A body from the words that modify a role: articles, adjectives and bare "company" tell of none. */
function bodyFrom(words: readonly string[]): string | undefined {
  const kept = words.slice(words.lastIndexOf(',') + 1).filter((w) => !small.has(w))
  if (kept.length === 0 || kept.length > 5 || kept.every(isAnyBody)) return undefined
  if (kept.some((w) => policeWords.has(w))) return policeOf(kept)
  if (kept.every((w) => /^\d/.test(w))) return undefined
  return kept.join(' ').replace(/^us (?=\S+ \S)/, '')
}

/** "prosecutors", "the district attorney’s office", "the special counsel", "the indictment": who brings a charge, and the paper in which it stands. */
function prosecutes(words: readonly string[]): boolean {
  return words.some(
    (w, i) =>
      prosecution.has(w) ||
      (w === 'special' && /^(?:counsel|prosecutor)$/.test(words[i + 1] ?? '')) ||
      (w === 'justice' && (words[i + 1] === 'department' || words[i - 2] === 'department')) ||
      (w === 'attorney' &&
        words[i + 1] !== 'general' &&
        (words[i + 1] === 'office' || attorneysOf.has(words[i - 1] ?? ''))),
  )
}

const prosecution = new Set(['prosecutor', 'prosecutors', 'indictment'])
const attorneysOf = new Set(['us', 'district', 'county'])

// Police of one story are one body, unless the text tells them apart by country.
function policeOf(words: readonly string[]): string {
  // The Arctic is nobody's country: "police in Arctic Norway".
  const country = countryIn(words.filter((w) => w !== 'arctic'))
  return country === undefined ? 'police' : `police of ${country}`
}

const policeWords = new Set(['police', 'policeman', 'policemen', 'policewoman'])
const notTheirs = new Set(['told', 'car', 'lawyer', 'attorney', 'report', 'reports'])
const past = new Set(['former', 'ex', 'onetime', 'retired', 'then', 'late', 'previous'])
const links = new Set(['of', 'for', 'at', 'from', 'with', 'in', 'inside', 'within', 'to'])
const stops = new Set(['who', 'that', 'which', 'said', 'told', 'and', 'in', 'on', 'of', 'for'])
const small = new Set(
  (
    'the a an his her its their our senior special top another one two three some several unnamed local regional national federal state acting deputy chief general ' +
    'high ranking longtime new official press news media affairs public information communications'
  ).split(' '),
)

function untilStop(words: readonly string[]): string[] {
  const at = words.findIndex((w, i) => (i > 0 && stops.has(w)) || w === ',')
  return words.slice(0, at < 0 ? 6 : Math.min(at, 6))
}

function onlyCountry(before: readonly string[]): boolean {
  return before.every(
    (w) => small.has(w) || countries().has(w) || /^(?:u|s|us|uk|prime|vice|foreign|defen[cs]e)$/.test(w),
  )
}

function countryIn(words: readonly string[]): string | undefined {
  for (let i = 0; i < words.length; i++)
    for (const n of [3, 2, 1]) {
      const found = countries().get(words.slice(i, i + n).join(' '))
      if (found !== undefined) return found
    }
  return undefined
}

let byWord: ReadonlyMap<string, string> | undefined

/** Countries by their names, adjectives and people. Demonyms of cities and states are in the same list and do no harm: they govern, too. */
function countries(): ReadonlyMap<string, string> {
  byWord ??= new Map([
    ...demonyms().flatMap(({ of, words }) =>
      [of, ...words, ...words.map((w) => `${w}s`)].map((w) => [w.toLowerCase(), of] as const),
    ),
    ...['us', 'usa', 'united states', 'american', 'u s'].map((w) => [w, 'United States'] as const),
    ...['uk', 'britain', 'british', 'united kingdom', 'u k'].map((w) => [w, 'United Kingdom'] as const),
  ])
  return byWord
}

/** The words of a name or description in small letters, without possessives; commas are kept. */
export function wordsIn(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replace(/['’]s\b/g, '')
      .replace(/\bu\.s\./g, 'us')
      .replace(/\bu\.k\./g, 'uk')
      .replace(/\.(?:com|net|org)\b/g, '')
      .match(/[\p{L}\p{N}]+|,/gu) ?? []
  )
}
