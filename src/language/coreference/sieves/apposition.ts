import type { Clusters } from '../clusters.js'
import type { Page } from '../page.js'
import type { Phrase } from '../phrases.js'

/**
 * "Nadia Fenwright, Lingard’s Norwegian lawyer, said" and "his lawyer Nadia Fenwright said" → one person
 *
 * What is set beside a name describes it.
 */
export function apposition(page: Page, clusters: Clusters): void {
  for (const phrase of page.phrases) {
    if (phrase.titleOf >= 0) {
      if (fits(page.phrases[phrase.titleOf]!, phrase)) clusters.join(phrase.titleOf, phrase.index, 'apposition')
      continue
    }
    const next =
      phrase.kind === 'nominal' && phrase.type === 'person' ? page.phraseAt(phrase.sentence, phrase.head + 1) : -1
    if (next >= 0 && standsBefore(phrase, page.phrases[next]!)) {
      clusters.join(next, phrase.index, 'apposition')
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
    if (!fits(other, phrase)) continue
    if (phrase.kind === 'name') clusters.join(phrase.index, governor, 'apposition')
    else clusters.join(governor, phrase.index, 'apposition')
  }
}

/** "actor Jane Doe": a noun for a person right before a person's name, however the two were parsed. */
function standsBefore(noun: Phrase, name: Phrase): boolean {
  return name.type === 'person' && name.name !== null && name.core.first === noun.head + 1 && noun.number === 1
}

/** People are described by nouns for people, bodies and places by nouns for bodies and places. */
export function fits(named: Phrase, description: Phrase): boolean {
  if (description.kindOfNoun === undefined && named.kindOfNoun === undefined) return false
  const [a, b] = [named.type, description.type]
  if (a === null || b === null) return a === b
  const person = (type: string) => type === 'person'
  return person(a) === person(b) && (named.number & description.number) !== 0
}
