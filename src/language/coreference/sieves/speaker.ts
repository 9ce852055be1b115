import type { Clusters } from '../clusters.js'
import type { Page } from '../page.js'

/**
 * “I was afraid,” Lingard said. → "I" is Lingard
 *
 * Inside a quotation "I" is its speaker, whoever the parse says that is.
 */
export function speaker(page: Page, clusters: Clusters): void {
  const firstOf = new Map<number, number>()
  for (const phrase of page.phrases) {
    if (phrase.pronoun?.column !== 'I') continue
    const quotation = page.quotations.at(phrase.sentence, phrase.head)
    if (quotation < 0) continue
    const voice = page.quotations.list[quotation]!.speaker
    const known = voice ? page.phraseAt(voice.sentence, voice.token) : (firstOf.get(quotation) ?? -1)
    if (known >= 0) clusters.join(known, phrase.index, 'speaker')
    if (!firstOf.has(quotation)) firstOf.set(quotation, phrase.index)
  }
}
