import type { Cluster, Clusters } from '../clusters.js'
import type { Page } from '../page.js'
import type { Phrase } from '../phrases.js'

/**
 * "Lingard fled. Lingard crossed the border. The young man …" → Lingard
 *
 * "The man", "the 26-year-old", "the soldier" alone goes to the one person a report is mostly about:
 * spoken of at least three times before, named lately, and more than twice as often as anybody else.
 */
export function plainPerson(page: Page, clusters: Clusters): void {
  const lastNamed = new Map<Cluster, Phrase>()
  for (const phrase of page.phrases) {
    if (phrase.name && phrase.type === 'person') lastNamed.set(clusters.of(phrase.index), phrase)
    if (!isPlain(phrase)) continue
    const own = clusters.of(phrase.index)
    if (own.named || own.members.some((member) => member < phrase.index)) continue
    let hero: Cluster | undefined
    let most = 0
    let second = 0
    for (const cluster of lastNamed.keys()) {
      const count = spokenOf(cluster, phrase.index)
      if (count > most) {
        second = most
        most = count
        hero = cluster
      } else if (count > second) second = count
    }
    if (!hero || most < 3 || most <= 2 * second) continue
    const named = lastNamed.get(hero)!
    if (phrase.sentence - named.sentence <= lately) clusters.join(named.index, phrase.index, 'plain-person')
  }
}

const lately = 6

function spokenOf(cluster: Cluster, before: number): number {
  let count = 0
  for (const member of cluster.members) if (member < before) count++
  return count
}

function isPlain(phrase: Phrase): boolean {
  if (phrase.kind !== 'nominal' || phrase.joined || phrase.titleOf >= 0 || phrase.type !== 'person') return false
  if (phrase.determiner !== 'definite' || phrase.whole.end > phrase.head + 1 || phrase.role === 'predicate')
    return false
  return plainNouns.has(phrase.lemma) && phrase.modifiers.length <= 2
}

const plainNouns: ReadonlySet<string> = new Set(
  (
    'man woman person boy girl teenager youth soldier mercenary fighter commander defector deserter suspect fugitive prisoner ' +
    'actor actress singer politician candidate billionaire millionaire businessman tycoon activist dissident journalist player'
  ).split(' '),
)
