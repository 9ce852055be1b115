import type { Clusters } from '../clusters.js'
import { isFullName, isMisspelling, namesAgree } from '../name-agreement.js'
import type { Page } from '../page.js'
import type { Phrase } from '../phrases.js'

/**
 * "Emil Lingard crossed the border. … Lingard said … Mr Lingard, …" → one person
 *
 * Full names that agree are one person; a surname or given name goes to the bearer of a full name,
 * of several to the one spoken of most so far. A surname one letter off goes to its bearer too.
 */
export function personName(page: Page, clusters: Clusters): void {
  const full: Phrase[] = []
  for (const phrase of page.phrases) {
    if (phrase.type !== 'person' || !phrase.name || !isFullName(phrase.words)) continue
    const twin = full.find((other) => namesAgree(other.words, phrase.words))
    if (twin) clusters.join(twin.index, phrase.index, 'full-name')
    if (!twin || twin.words.join(' ') !== phrase.words.join(' ')) full.push(phrase)
  }
  const count = new Map<number, number>()
  for (const phrase of page.phrases) {
    if (phrase.type !== 'person' || !phrase.name) continue
    const own = clusters.of(phrase.index)
    const word = phrase.words[0] ?? ''
    if (phrase.words.length === 1 && word !== '') {
      const bearer =
        bearerOf(
          full.filter((other) => other.words.at(-1) === word),
          phrase,
          clusters,
          count,
        ) ??
        bearerOf(
          full.filter((other) => other.words.includes(word)),
          phrase,
          clusters,
          count,
        ) ??
        bearerOf(
          full.filter((other) => isMisspelling(other.words.at(-1)!, word)),
          phrase,
          clusters,
          count,
        )
      if (bearer) clusters.join(bearer.index, phrase.index, 'short-name')
    }
    const id = clusters.of(phrase.index).id
    count.set(id, (count.get(id) ?? 0) + 1)
    if (own.id !== id) count.set(own.id, 0)
  }
}

/** Of several bearers of a name the one most spoken of before the phrase, else the first to come. */
function bearerOf(
  bearers: readonly Phrase[],
  phrase: Phrase,
  clusters: Clusters,
  count: ReadonlyMap<number, number>,
): Phrase | undefined {
  let best: Phrase | undefined
  let most = -1
  for (const bearer of bearers) {
    if (
      !clusters.mayJoin(clusters.of(bearer.index), clusters.of(phrase.index)) &&
      clusters.of(bearer.index) !== clusters.of(phrase.index)
    )
      continue
    // "Mr Smith" is not Mary.
    if ((phrase.gender & clusters.of(bearer.index).hint) === 0 && clusters.of(bearer.index).hint !== 0) continue
    const times = bearer.index < phrase.index ? (count.get(clusters.of(bearer.index).id) ?? 0) : 0
    if (times > most) {
      most = times
      best = bearer
    }
  }
  return best
}
