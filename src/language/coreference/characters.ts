import { namingWords } from '../../knowledge/description-name.js'
import type { Character, EntityType, Mention } from '../../model/reading.js'
import type { Cluster, Clusters } from './clusters.js'
import type { Page } from './page.js'
import type { Phrase } from './phrases.js'

/** Turns clusters of phrases into the mentions and characters of a reading. */
export function charactersOf(
  text: string,
  page: Page,
  clusters: Clusters,
): { mentions: Mention[]; characters: Character[] } {
  const numbers = new Map<number, number>()
  const mentionsOf: number[][] = []
  const typeOf: EntityType[] = []
  const mentions: Mention[] = []
  const kept: Phrase[] = []
  for (const phrase of inTextOrder(page.phrases)) {
    if (phrase.joined) continue
    const cluster = clusters.of(phrase.index)
    const type = typeOfCharacter(cluster, page)
    if (type === null && !(phrase.pronoun && personal.has(phrase.pronoun.column))) continue
    let character = -1
    if (type !== null) {
      character = numbers.get(cluster.id) ?? -1
      if (character < 0) {
        character = mentionsOf.length
        numbers.set(cluster.id, character)
        mentionsOf.push([])
        typeOf.push(type)
      }
      mentionsOf[character]!.push(mentions.length)
    }
    const { tokens } = page.trees[phrase.sentence]!.sentence
    const { first, end } = phrase.core
    mentions.push({
      start: tokens[first]!.start,
      end: tokens[end - 1]!.end,
      sentence: phrase.sentence,
      firstToken: first,
      endToken: end,
      headToken: Math.min(Math.max(phrase.head, first), end - 1),
      kind: phrase.kind,
      type: type ?? (phrase.pronoun ? phrase.type : null),
      character,
      rule: character < 0 ? 'unresolved' : ruleOf(phrase, clusters),
    })
    kept.push(phrase)
  }
  const characters = mentionsOf.map((indices, index): Character => {
    const named = indices.filter((i) => mentions[i]!.kind === 'name')
    return {
      index,
      type: typeOf[index]!,
      name: named.length > 0 ? fullestName(named, text, mentions, kept) : descriptionOf(indices, text, mentions, page),
      named: named.length > 0,
      mentions: indices,
    }
  })
  return { mentions, characters }
}

/** The rule that tied a phrase to its character; the first to speak of one is tied to nothing. */
function ruleOf(phrase: Phrase, clusters: Clusters): string {
  const rule = clusters.ruleOf(phrase.index)
  if (rule !== 'alone') return rule
  return phrase.kind === 'name' ? 'name' : 'first-mention'
}

/** Pronouns that are told of even where nobody answers to them. */
const personal: ReadonlySet<string> = new Set(['he', 'she', 'they', 'I', 'we'])

/** What a cluster is, or null where it is no character: only pronouns, or a thing that bears no name. */
function typeOfCharacter(cluster: Cluster, page: Page): EntityType | null {
  if (cluster.named) return cluster.type
  const told = cluster.members.some(
    (member) => page.phrases[member]!.kind === 'nominal' && !page.phrases[member]!.joined,
  )
  if (!told || cluster.type === 'work' || cluster.type === 'event') return null
  return cluster.type
}

/** The first description, without the clauses that hang on it. */
function descriptionOf(indices: readonly number[], text: string, mentions: readonly Mention[], page: Page): string {
  const first = mentions[indices.find((i) => mentions[i]!.kind === 'nominal') ?? indices[0]!]!
  const tokens = page.trees[first.sentence]!.sentence.tokens.slice(first.firstToken, first.endToken)
  return text.slice(first.start, namingWords(tokens, first.headToken - first.firstToken).at(-1)!.end)
}

/** The name with most words; of several the one that stands most often, then the first. */
function fullestName(
  named: readonly number[],
  text: string,
  mentions: readonly Mention[],
  phrases: readonly Phrase[],
): string {
  const counts = new Map<string, number>()
  const words = new Map<string, number>()
  for (const i of named) {
    const name = text.slice(mentions[i]!.start, mentions[i]!.end).replace(/\s+/g, ' ')
    counts.set(name, (counts.get(name) ?? 0) + 1)
    words.set(name, phrases[i]!.words.length)
  }
  let best = ''
  for (const [name, count] of counts) {
    const [w, bestW] = [words.get(name)!, words.get(best) ?? -1]
    if (w > bestW || (w === bestW && count > counts.get(best)!)) best = name
  }
  return best
}

/** Phrases by their own words: "the keeper of the rock" before "the rock", and "Ada Holm" in "the late Ada Holm" where she is named. */
function inTextOrder(phrases: readonly Phrase[]): Phrase[] {
  return [...phrases].sort(
    (a, b) => a.sentence - b.sentence || a.core.first - b.core.first || b.core.end - a.core.end || a.index - b.index,
  )
}
