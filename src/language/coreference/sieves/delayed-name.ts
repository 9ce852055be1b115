import type { Clusters } from '../clusters.js'
import type { Page } from '../page.js'

/**
 * "He had been on the run for a year. Now Smith says he is tired." → "He" is Smith
 *
 * A report may open with a pronoun and name the person a little later: the first person who is
 * named as a subject within a few sentences and can agree. Tried last, when nothing before it was found.
 */
export function delayedName(page: Page, clusters: Clusters): void {
  const done = new Set<number>()
  for (const phrase of page.phrases) {
    const column = phrase.pronoun?.column
    if ((column !== 'he' && column !== 'she') || phrase.pronoun?.reflexive) continue
    const cluster = clusters.of(phrase.index)
    if (cluster.named || cluster.first !== phrase.index || done.has(cluster.id)) continue
    done.add(cluster.id)
    for (let i = phrase.index + 1; i < page.phrases.length; i++) {
      const later = page.phrases[i]!
      if (later.sentence - phrase.sentence > farthest) break
      if (later.kind !== 'name' || later.type !== 'person') continue
      if (later.role !== 'subject' && later.role !== 'passive-subject') continue
      if (clusters.join(i, phrase.index, 'delayed-name')) break
    }
  }
}

const farthest = 4
