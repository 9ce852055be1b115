import type { Clusters } from '../clusters.js'
import type { Page } from '../page.js'
import { fits } from './apposition.js'

/**
 * "Lingard is a former commander of the group." → one person
 *
 * A noun that is said to be the subject describes it, unless the saying is denied, asked or only possible.
 */
export function copula(page: Page, clusters: Clusters): void {
  for (const phrase of page.phrases) {
    if (phrase.kind !== 'nominal' || phrase.joined || phrase.type === null) continue
    if (phrase.determiner === 'negative') continue
    const tree = page.trees[phrase.sentence]!
    const { tokens } = tree.sentence
    const kids = tree.kids[phrase.head]!
    const verb = kids.find((kid) => tokens[kid]!.deprel === 'cop')
    if (verb === undefined) continue
    const doubtful = kids.some((kid) => {
      const word = tokens[kid]!.lemma.toLowerCase()
      return (
        word === 'not' ||
        word === "n't" ||
        word === 'never' ||
        (tokens[kid]!.deprel === 'aux' && modal.has(word)) ||
        (tokens[kid]!.deprel === 'mark' && word === 'if')
      )
    })
    // "within reach", "in charge": no description.
    if (kids.some((kid) => tokens[kid]!.deprel === 'case')) continue
    if (doubtful || tokens.at(-1)?.form === '?') continue
    const subjectToken = kids.find((kid) => tokens[kid]!.deprel === 'nsubj')
    if (subjectToken === undefined) continue
    const subject = page.phraseAt(phrase.sentence, subjectToken)
    if (subject < 0) continue
    const other = page.phrases[subject]!
    const agrees =
      other.kind === 'pronoun'
        ? personal.has(other.lemma) && (phrase.type === 'person') === (other.lemma !== 'it')
        : fits(other, phrase)
    if (agrees) clusters.join(subject, phrase.index, 'copula')
  }
}

const modal = new Set(['would', 'could', 'may', 'might', 'should', 'can', 'must'])
const personal = new Set(['he', 'she', 'I'])
