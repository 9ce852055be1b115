import { eventFamily, nominalFamily } from '../../knowledge/event-families.js'
import type { Range } from '../../model/span.js'
import { lyingIn } from '../lists.js'
import type { Clause, Layout, View } from '../view.js'

/** Two clauses that speak of the same things. */
export interface LikePair {
  readonly one: Clause
  readonly other: Clause
  /** Cosine of their contents, rarer words weighing more: from 0 to 1. */
  readonly likeness: number
  readonly shared: readonly string[]
}

/** The least likeness that any rule asks for. */
export const leastLikeness = 0.25

/** A word that more clauses than this have in common leads to no pair. */
const commonest = 14

/** Pairs of clauses of the story that share rare words or the same people, by an index over their contents. */
export function findLikePairs(
  view: Layout,
  contentOf: (clause: Clause) => ReadonlySet<string>,
  least: number,
): LikePair[] {
  const contents = view.clauses.map(contentOf)
  const clausesWith = new Map<string, number[]>()
  contents.forEach((content, i) => {
    for (const key of content) {
      const list = clausesWith.get(key)
      if (list) list.push(i)
      else clausesWith.set(key, [i])
    }
  })
  const weight = (key: string) => Math.log(1 + view.clauses.length / clausesWith.get(key)!.length)
  const size = contents.map((content) => Math.sqrt([...content].reduce((n, k) => n + weight(k) ** 2, 0)))
  const cosine = (a: number, b: number) =>
    [...contents[a]!].reduce((n, k) => n + (contents[b]!.has(k) ? weight(k) ** 2 : 0), 0) / (size[a]! * size[b]!)
  const pairs = new Map<string, LikePair>()
  // What the alignment takes for one counts as liker than its words are.
  const places = new Map(view.clauses.map((c, i) => [c, i]))
  for (const { one, other, certainty } of view.aligned) {
    const [a, b] = [places.get(one)!, places.get(other)!].sort((x, y) => x - y) as [number, number]
    const shared = [...contents[a]!].filter((k) => contents[b]!.has(k))
    const likeness = Math.min(1, cosine(a, b) + 0.2 * certainty)
    if (likeness >= least && shared.length >= 2)
      pairs.set(`${a} ${b}`, { one: view.clauses[a]!, other: view.clauses[b]!, likeness, shared })
  }
  for (const list of clausesWith.values()) {
    if (list.length > commonest) continue
    list.forEach((a, i) => {
      for (const b of list.slice(i + 1)) {
        const id = `${a} ${b}`
        if (pairs.has(id) || overlapping(view.clauses[a]!, view.clauses[b]!)) continue
        const shared = [...contents[a]!].filter((k) => contents[b]!.has(k))
        const likeness = cosine(a, b)
        if (likeness >= least && shared.length >= 2)
          pairs.set(id, { one: view.clauses[a]!, other: view.clauses[b]!, likeness, shared })
      }
    })
  }
  return [...pairs.values()]
}

/** A clause, or any stretch of a sentence. */
type Content = Omit<Clause, 'statement'> & { readonly statement: Range }

/** What a stretch speaks of: entities by id, verbs by their family, other words of content by lemma. */
function contentWithin(view: Layout, { reading, statement, tokens, sentence }: Content): ReadonlySet<string> {
  const content = new Set<string>()
  const covered = new Set<number>()
  for (const mention of lyingIn(reading.mentions, statement.start, statement.end)) {
    const entity = view.entityOf(reading, mention)
    if (!entity || entity.names.length === 0) continue
    content.add(`@${entity.id}`)
    if (mention.kind !== 'nominal')
      for (let i = mention.firstToken; i < mention.endToken; i++) covered.add(sentence.tokens[i]?.start ?? -1)
  }
  for (const token of tokens) {
    if (covered.has(token.start) || !/^(?:NOUN|PROPN|VERB|ADJ)$/.test(token.upos)) continue
    const lemma = token.lemma.toLowerCase()
    if (token.upos === 'VERB' && empty.has(lemma)) continue
    const family = token.upos === 'VERB' ? eventFamily(lemma) : token.upos === 'NOUN' ? nominalFamily(lemma) : undefined
    content.add(family ? `#${family.name}` : token.upos === 'VERB' ? `#${lemma}` : lemma)
  }
  return content
}

/** What a clause speaks of. */
export function clauseContent(view: Layout, clause: Clause): ReadonlySet<string> {
  return contentWithin(view, clause)
}

/** What a whole sentence speaks of. */
export function sentenceContent(
  view: Layout,
  { reading, sentence }: Pick<Clause, 'reading' | 'sentence'>,
): ReadonlySet<string> {
  return contentWithin(view, { reading, sentence, statement: sentence, tokens: sentence.tokens })
}

/** What two sentences both speak of. */
export function sharedContent(
  view: View,
  one: Pick<Clause, 'reading' | 'sentence'>,
  other: Pick<Clause, 'reading' | 'sentence'>,
): string[] {
  const content = view.contentOfSentence(one)
  return [...view.contentOfSentence(other)].filter((key) => content.has(key))
}

const empty = new Set([
  'say',
  'tell',
  'have',
  'be',
  'do',
  'get',
  'make',
  'go',
  'come',
  'take',
  'give',
  'claim',
  'report',
  'accord',
])

function overlapping(a: Clause, b: Clause): boolean {
  return a.reading === b.reading && a.statement.start < b.statement.end && b.statement.start < a.statement.end
}
