import type { Entity } from '../model/findings.js'

/** Two entities that speak for one another, or that are one under two names, and count as one witness. */
export type OneVoice = readonly [string, string]

/**
 * "Piers Hallbrook, a spokesman for Beaconmark" – "Beaconmark said"; "the captain of the ferry" – "the captain, Ruben Aske"
 *
 * Who speaks for a body by his office is its voice; whom one report only calls "the captain" is the one captain whom another names;
 * and one name is one voice, whatever kind of thing it was taken for in each report.
 */
export function voicesInOne(entities: readonly Entity[], handles: ReadonlyMap<string, readonly string[]>): OneVoice[] {
  const byName = new Map<string, string[]>()
  for (const { id, names } of entities) for (const name of new Set(names.map(plain))) push(byName, name, id)
  return [...sameName(byName), ...mouthpieces(entities, handles, byName), ...holders(entities, handles)]
}

function sameName(byName: ReadonlyMap<string, readonly string[]>): OneVoice[] {
  return [...byName.values()].flatMap(([first, ...others]) => others.map((other): OneVoice => [first!, other]))
}

/** "a spokesman for Beaconmark", "Beaconmark spokeswoman": a body of the story beside the office. */
function mouthpieces(
  entities: readonly Entity[],
  handles: ReadonlyMap<string, readonly string[]>,
  byName: ReadonlyMap<string, readonly string[]>,
): OneVoice[] {
  return entities.flatMap(({ id }) =>
    (handles.get(id) ?? []).flatMap((handle): OneVoice[] => {
      if (/\b(?:former|ex)\b/i.test(handle)) return []
      const [, before = '', after = ''] = speaksFor.exec(handle) ?? []
      const bodies = [...endings(before), ...beginnings(after)].flatMap((words) => byName.get(plain(words)) ?? [])
      return bodies.filter((body) => body !== id).map((body): OneVoice => [body, id])
    }),
  )
}

const speaksFor =
  /^(.{0,80}?)\b(?:spokes(?:man|woman|person)|press secretary|press officer|chief executive|CEO|campaign manager)\b(?: (?:for|of|at) (.{0,80}))?/i

/** A handle longer than this many words before or after the office names no body there. */
const longestBody = 6

/** The last word, the last two words … of what stands before an office. */
function endings(before: string): string[] {
  const words = before.trim().split(/\s+/)
  return Array.from({ length: Math.min(longestBody, words.length) }, (_, n) => words.slice(-n - 1).join(' '))
}

/** The first word, the first two words … of what stands behind it. */
function beginnings(after: string): string[] {
  const words = after.trim().split(/\s+/)
  return Array.from({ length: Math.min(longestBody, words.length) }, (_, n) => words.slice(0, n + 1).join(' '))
}

/** "the captain of the ferry", whom nobody names in that report, and the only one in the story who is named and called the captain. */
function holders(entities: readonly Entity[], handles: ReadonlyMap<string, readonly string[]>): OneVoice[] {
  const named = new Map<string, string[]>()
  for (const { id, type, names } of entities) {
    if (type !== 'person' || names.length === 0) continue
    for (const office of new Set((handles.get(id) ?? []).flatMap((h) => officeIn(h) ?? []))) push(named, office, id)
  }
  return entities.flatMap(({ id, type, names }): OneVoice[] => {
    if (type !== 'person' || names.length > 0) return []
    const offices = new Set((handles.get(id) ?? []).flatMap((h) => officeIn(h) ?? []))
    const known = new Set([...offices].flatMap((office) => named.get(office) ?? []))
    return known.size === 1 ? [[[...known][0]!, id]] : []
  })
}

/** "the captain", "The captain of the ferry" → captain. What is not said with "the", or with more words before it, may be one of many. */
function officeIn(handle: string): string | undefined {
  return /^the (\p{Ll}{3,})(?:$|,| (?:of|at|in|on) )/iu.exec(handle)?.[1]?.toLowerCase()
}

/** A name for comparing: small letters, no article, no possessive. */
function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/^the /, '')
    .replace(/['’]s?$|[,.;:]+$/, '')
    .trim()
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
