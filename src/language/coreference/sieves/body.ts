import type { Cluster, Clusters } from '../clusters.js'
import type { Page } from '../page.js'
import type { Phrase } from '../phrases.js'
import { isOutlet } from './outlet.js'

/**
 * "He left the Beacon Group. … the group" → the Beacon Group
 *
 * A plain noun for a body goes to the body last named of those that are called or described so;
 * its adjectives choose among them. Where none is, it goes to the only body named in the last sentences.
 */
export function body(page: Page, clusters: Clusters): void {
  const named: Phrase[] = []
  for (const phrase of page.phrases) {
    if (phrase.name) {
      if (phrase.type === 'organisation' && !isOutlet(phrase)) named.push(phrase)
      continue
    }
    if (phrase.kind !== 'nominal' || phrase.joined || phrase.titleOf >= 0 || clusters.of(phrase.index).named) continue
    if (phrase.determiner !== 'definite' && phrase.determiner !== 'demonstrative') continue
    if (!bodies.has(phrase.lemma) || phrase.whole.end > phrase.head + 1) continue
    const near = named.filter((other) => phrase.sentence - other.sentence <= farthest)
    const called = near.filter((other) => answersTo(clusters.of(other.index), phrase, page))
    const chosen = called.filter((other) => hasModifiers(clusters.of(other.index), phrase, page))
    if (phrase.modifiers.length > 0 && chosen.length === 0) {
      if (new Set(called.map((other) => clusters.of(other.index).id)).size === 1)
        clusters.join(called[0]!.index, phrase.index, 'body')
      continue
    }
    const meant =
      chosen.at(-1) ??
      onlyOne(
        near.filter((other) => phrase.sentence - other.sentence <= recently),
        clusters,
      )
    if (meant) clusters.join(meant.index, phrase.index, 'body')
  }
}

const farthest = 12
const recently = 2
const alike: ReadonlySet<string> = new Set(['group', 'organisation', 'organization'])
const bodies: ReadonlySet<string> = new Set([
  ...alike,
  'company',
  'firm',
  'movement',
  'party',
  'agency',
  'charity',
  'union',
  'bank',
  'club',
  'university',
])

/** Called or described by the noun. */
function answersTo(cluster: Cluster, phrase: Phrase, page: Page): boolean {
  if (cluster.lemmas.has(phrase.lemma)) return true
  if (alike.has(phrase.lemma)) for (const lemma of alike) if (cluster.lemmas.has(lemma)) return true
  return cluster.members.some((member) => member < phrase.index && page.phrases[member]!.words.includes(phrase.lemma))
}

/** Each adjective of the noun stands in some name or description before it. */
function hasModifiers(cluster: Cluster, phrase: Phrase, page: Page): boolean {
  return phrase.modifiers.every((modifier) =>
    cluster.members.some((member) => {
      if (member >= phrase.index) return false
      const { whole, sentence } = page.phrases[member]!
      const { tokens } = page.trees[sentence]!.sentence
      for (let i = whole.first; i < whole.end; i++) if (tokens[i]!.lemma.toLowerCase() === modifier) return true
      return false
    }),
  )
}

function onlyOne(phrases: readonly Phrase[], clusters: Clusters): Phrase | undefined {
  return new Set(phrases.map((phrase) => clusters.of(phrase.index).id)).size === 1 ? phrases.at(-1) : undefined
}
