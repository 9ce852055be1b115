import type { Clusters } from '../clusters.js'
import type { Page } from '../page.js'
import type { Phrase } from '../phrases.js'

/**
 * "Nadia Fenwright, Lingard’s lawyer, said his client was safe." → "his client" is Lingard
 *
 * Some words for people come in pairs: whose lawyer he is, that is his client.
 */
export function client(page: Page, clusters: Clusters): void {
  const served: { readonly server: number; readonly served: number }[] = []
  for (const phrase of page.phrases) {
    if (phrase.kind !== 'nominal') continue
    if (servers.has(phrase.lemma)) {
      const owner = ownerOf(phrase, page)
      if (owner >= 0) served.push({ server: phrase.index, served: owner })
    } else if (phrase.lemma === 'client' && phrase.determiner === 'possessive') {
      const owner = ownerOf(phrase, page)
      if (owner < 0) continue
      // With one lawyer about, "his client" is clear even before it is settled who "he" is.
      const pairs = served.filter(
        (pair) => clusters.of(pair.server) === clusters.of(owner) || page.phrases[owner]!.pronoun !== null,
      )
      const meant = new Set(pairs.map((pair) => clusters.of(pair.served).id))
      if (meant.size === 1) clusters.join(pairs[0]!.served, phrase.index, 'client')
    }
  }
}

const servers: ReadonlySet<string> = new Set([
  'lawyer',
  'attorney',
  'counsel',
  'barrister',
  'solicitor',
  'agent',
  'publicist',
])

/** The phrase that owns another: "Lingard’s" in "Lingard’s lawyer"; −1 where none does. */
export function ownerOf(phrase: Phrase, page: Page): number {
  const tree = page.trees[phrase.sentence]!
  const governor = phrase.titleOf >= 0 ? page.phrases[phrase.titleOf]!.head : phrase.head
  for (const head of [phrase.head, governor]) {
    const kid = tree.kids[head]!.find((k) => tree.sentence.tokens[k]!.deprel === 'nmod:poss')
    if (kid !== undefined) return page.phraseAt(phrase.sentence, kid)
  }
  return -1
}
