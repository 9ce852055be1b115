import type { Clusters } from '../clusters.js'
import type { Page } from '../page.js'
import { relativeNoun } from '../phrases.js'

/**
 * "the lawyer who defends him" → "who" is the lawyer
 *
 * A relative pronoun stands for the noun its clause belongs to.
 */
export function relative(page: Page, clusters: Clusters): void {
  for (const phrase of page.phrases) {
    if (phrase.pronoun?.column !== 'who') continue
    const noun = relativeNoun(page.trees[phrase.sentence]!, phrase.head)
    const governor = noun < 0 ? -1 : page.phraseAt(phrase.sentence, noun)
    if (governor >= 0) clusters.join(governor, phrase.index, 'relative')
  }
}
