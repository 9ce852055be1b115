import type { Clusters } from '../clusters.js'
import type { Page } from '../page.js'
import type { Phrase } from '../phrases.js'
import { bodyEndings, emptyEndings } from '../words.js'

/**
 * "the Beacon Group … Beacon", "Harbour.net … Harbour" → one body
 *
 * A name without its last, empty word is the same name, if only one longer name could be meant.
 */
export function bodyName(page: Page, clusters: Clusters): void {
  const shortened = new Map<string, Phrase[]>()
  for (const phrase of page.phrases) {
    if (!phrase.name || phrase.type === 'person' || phrase.words.length < 2) continue
    const last = phrase.words.at(-1)!
    if (!bodyEndings.has(last)) continue
    const rest = phrase.words.slice(0, -1).join(' ')
    const known = shortened.get(rest) ?? []
    known.push(phrase)
    shortened.set(rest, known)
  }
  for (const phrase of page.phrases) {
    if (!phrase.name || phrase.type === 'person' || phrase.type === 'group') continue
    const sure = shortened
      .get(phrase.words.join(' '))
      ?.filter((other) => emptyEndings.has(other.words.at(-1)!) || phrase.type === 'organisation')
    if (!sure || sure.length === 0) continue
    const clustersMeant = new Set(sure.map((other) => clusters.of(other.index).id))
    if (clustersMeant.size === 1) clusters.join(sure[0]!.index, phrase.index, 'body-name')
  }
}
