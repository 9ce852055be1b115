import { distance } from 'fastest-levenshtein'
import type { Claim } from '../model/findings.js'
import { firstWhere } from '../model/halving.js'
import type { Story } from '../presentation/story.js'

/** What a search found: how well each claim answers, and which words were read as others. */
export interface Found {
  /** By the place of a claim among the story's claims; the higher, the closer to the words asked for. */
  readonly scores: ReadonlyMap<number, number>
  /** Words that stand nowhere, each with the nearest that does: "fenwrihgt" and "fenwright". */
  readonly respelt: readonly (readonly [asked: string, read: string])[]
}

/**
 * Claims that have every word asked for, in any order: in their gist, in the reports' own words, or in any name of those who
 * say them or take part in them. Case and accents do not matter, nor does the form of a word ("leaves" finds "left"), and the
 * beginning of a word will do. A word that stands nowhere is taken for the nearest that does. Undefined where nothing is asked.
 */
export function searchClaims(story: Story, query: string): Found | undefined {
  const asked = wordsOf(query).filter((word) => word.length > 1 || /\d/.test(word))
  if (asked.length === 0) return undefined
  const index = indexes.get(story) ?? indexOf(story)
  indexes.set(story, index)
  const respelt: (readonly [string, string])[] = []
  let scores: Map<number, number> | undefined
  for (const word of new Set(asked)) {
    let found = claimsWith(word, index)
    if (found.size === 0) {
      const near = nearest(word, index.words)
      if (near !== undefined) {
        respelt.push([word, near])
        found = claimsWith(near, index)
      }
    }
    const before = scores
    scores =
      before === undefined
        ? found
        : new Map(
            [...found].flatMap(([claim, score]) => {
              const so = before.get(claim)
              return so === undefined ? [] : [[claim, so + score] as const]
            }),
          )
  }
  return { scores: scores ?? new Map(), respelt }
}

interface Index {
  /** Claims by the stem of a word in them. */
  readonly stems: ReadonlyMap<string, ReadonlySet<number>>
  /** Every word as it stands, in the order of the alphabet, and the claims it stands in. */
  readonly words: readonly string[]
  readonly claims: ReadonlyMap<string, ReadonlySet<number>>
}

/** No word is longer than this; what is, is no word. */
const longest = 64

const indexes = new WeakMap<Story, Index>()

// The word itself weighs most, then its other forms, then what begins with it.
function claimsWith(word: string, { stems, words, claims }: Index): Map<number, number> {
  const found = new Map<number, number>()
  const add = (some: Iterable<number>, score: number): void => {
    for (const claim of some) found.set(claim, Math.max(found.get(claim) ?? 0, score))
  }
  add(claims.get(word) ?? [], 4)
  add(stems.get(stemOf(word)) ?? [], 3)
  if (word.length > 1)
    for (let i = firstWhere(words, (known) => known >= word); words[i]?.startsWith(word); i++)
      add(claims.get(words[i]!)!, 1)
  return found
}

function indexOf(story: Story): Index {
  const stems = new Map<string, Set<number>>()
  const claims = new Map<string, Set<number>>()
  const names = namesIn(story)
  const stemmed = new Map<string, string>()
  const put = (words: Iterable<string>, claim: number): void => {
    for (const word of words) {
      const stem = stemmed.get(word) ?? stemOf(word)
      stemmed.set(word, stem)
      add(stems, stem, claim)
      add(claims, word, claim)
    }
  }
  story.findings.claims.forEach((claim, i) => {
    put([claim.id, ...wordsOf(claim.gist)], i)
    for (const id of claim.statements) put([id, ...wordsIn(id, story)], i)
    for (const entity of entitiesOf(claim, story)) put(names.get(entity) ?? [], i)
  })
  return { stems, claims, words: [...claims.keys()].sort() }
}

function add(index: Map<string, Set<number>>, key: string, claim: number): void {
  const before = index.get(key)
  if (before === undefined) index.set(key, new Set([claim]))
  else before.add(claim)
}

function wordsIn(id: string, story: Story): string[] {
  const statement = story.statements.get(id)
  if (statement === undefined) return []
  return wordsOf((story.reports.get(statement.report)?.text ?? '').slice(statement.start, statement.end))
}

function entitiesOf(claim: Claim, story: Story): Set<string> {
  return new Set(
    claim.statements.flatMap((id) => {
      const statement = story.statements.get(id)
      return statement === undefined
        ? []
        : [...statement.chain, ...statement.event.roles.flatMap(({ entity }) => entity ?? [])]
    }),
  )
}

// Names only: a description such as "the man" would find everything he did.
function namesIn({ findings }: Story): Map<string, readonly string[]> {
  return new Map(findings.entities.map(({ id, name, names }) => [id, wordsOf([name, ...names].join(' '))]))
}

// The closest word that begins with the same letter: one letter off, from eight letters on two. Short words are not guessed.
function nearest(word: string, words: readonly string[]): string | undefined {
  const most = word.length < 5 ? 0 : word.length < 8 ? 1 : 2
  let best: string | undefined
  let off = most + 1
  for (let i = firstWhere(words, (known) => known >= word[0]!); most > 0 && words[i]?.startsWith(word[0]!); i++) {
    const other = words[i]!
    if (Math.abs(other.length - word.length) >= off) continue
    const d = swapped(word, other) ? 1 : distance(word, other)
    if (d < off) [best, off] = [other, d]
  }
  return best
}

// "fenwrihgt": two letters in the wrong order are one slip, not two.
function swapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  let i = 0
  while (i < a.length && a[i] === b[i]) i++
  return a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2)
}

/** The words of a text in small letters, without accents: "Gdańsk’s" gives "gdansk" and "s". */
export function wordsOf(text: string): string[] {
  return (folded(text).match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.slice(0, longest))
}

/** Small letters without accents. Letters that are not one with an accent (ł, ø, ß) are written as one writes them without. */
export function folded(text: string): string {
  const small = text.toLowerCase()
  // biome-ignore lint/suspicious/noControlCharactersInRegex: most words have none but these
  if (/^[\u0000-\u007f]*$/.test(small)) return small
  return small
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[łøđßæœıþð]/g, (letter) => plain[letter] ?? letter)
}

const plain: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  þ: 'th',
  ð: 'd',
}

// Forms that no ending tells, of verbs that news lives on: "said" is looked up as "say".
const irregular = new Map(
  [
    'say said',
    'tell told',
    'leave left',
    'find found',
    'hold held',
    'go went gone',
    'come came',
    'take took taken',
    'give gave given',
    'get got',
    'make made',
    'know knew known',
    'see saw seen',
    'strike struck',
    'sink sank sunk',
    'shoot shot',
    'fight fought',
    'hear heard',
    'lead led',
    'lose lost',
    'buy bought',
    'bring brought',
    'think thought',
    'speak spoke spoken',
    'write wrote written',
    'break broke broken',
    'steal stole stolen',
    'fall fell fallen',
    'fly flew flown',
    'flee fled',
    'rise rose risen',
    'run ran',
    'begin began begun',
    'meet met',
    'die died dies dying',
    'sell sold',
    'spend spent',
    'send sent',
    'pay paid',
    'build built',
    'win won',
    'become became',
    'man men',
    'woman women',
    'child children',
  ].flatMap((line) => {
    const [base, ...forms] = line.split(' ')
    return forms.map((form) => [form, base!] as const)
  }),
)

/** What is left of a word without its ending: "switched", "switching", "switches" and "switch" have one stem. Only for looking up. */
export function stemOf(word: string): string {
  const base = irregular.get(word) ?? word
  if (base.length < 4 || /\d/.test(base)) return base
  const bare = base
    .replace(/(?:sses|shes|ches|xes|zes)$/, (ending) => ending.slice(0, -2))
    .replace(/ies$/, 'y')
    .replace(/([^su])s$/, '$1')
    .replace(/ied$/, 'y')
  const cut = /(?:ing|[^e]ed)$/.test(bare) ? bare.slice(0, bare.endsWith('g') ? -3 : -2) : bare
  const stem = cut.length > 2 && /[aeiouy]/.test(cut) ? cut : bare
  return stem.length > 3 ? stem.replace(/e$/, '').replace(/([bdgklmnprt])\1$/, '$1') : stem
}
