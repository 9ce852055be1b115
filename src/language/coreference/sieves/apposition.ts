import type { Clusters } from '../clusters.js'
import type { Page } from '../page.js'
import type { Phrase } from '../phrases.js'

/**
 * "Brynjulf Risnes, Medvedev’s Norwegian lawyer, said" and "his lawyer Brynjulf Risnes said" → one person
 *
 * What is set beside a name describes it.
 */
export function apposition(page: Page, clusters: Clusters): void {
  for (const phrase of page.phrases) {
    if (phrase.titleOf >= 0) {
      if (fits(page.phrases[phrase.titleOf]!, phrase)) clusters.join(phrase.titleOf, phrase.index, 'apposition')
      continue
    }
    const { tokens } = page.trees[phrase.sentence]!.sentence
    const token = tokens[phrase.head]!
    if (token.deprel !== 'appos' || phrase.joined) continue
    const governor = page.phraseAt(phrase.sentence, token.head)
    if (governor < 0 || governor === phrase.index) continue
    const other = page.phrases[governor]!
    if (other.kind === 'pronoun' || phrase.kind === 'pronoun') continue
    // "Oslo, Norway" and "Smith, Jones" name two things.
    if (phrase.kind === 'name' && other.kind === 'name') continue
    if (fits(other, phrase)) clusters.join(governor, phrase.index, 'apposition')
  }
}

/** People are described by nouns for people, bodies and places by nouns for bodies and places. */
export function fits(named: Phrase, description: Phrase): boolean {
  if (description.kindOfNoun === undefined && named.kindOfNoun === undefined) return false
  const [a, b] = [named.type, description.type]
  if (a === null || b === null) return a === b
  const person = (type: string) => type === 'person'
  return person(a) === person(b) && (named.number & description.number) !== 0
}
