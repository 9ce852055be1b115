import type { Clusters } from '../clusters.js'
import type { Page } from '../page.js'
import type { Phrase } from '../phrases.js'
import { contrasting } from '../words.js'

/**
 * "Smith, a former commander, … The commander said" → Smith
 *
 * A definite noun for a person goes to the named character that was described by the same noun last, if its adjectives do not forbid it.
 */
export function role(page: Page, clusters: Clusters): void {
  const described = new Map<string, Phrase[]>()
  for (const phrase of page.phrases) {
    if (phrase.kind !== 'nominal' || phrase.joined) continue
    const definite = phrase.titleOf < 0 && (phrase.determiner === 'definite' || phrase.determiner === 'demonstrative')
    if (definite && phrase.type === 'person') {
      const meant = described
        .get(phrase.lemma)
        ?.findLast(
          (other) =>
            phrase.sentence - other.sentence <= farthest &&
            modifiersAllow(other, phrase) &&
            clusters.mayJoin(clusters.of(other.index), clusters.of(phrase.index)),
        )
      if (meant) clusters.join(meant.index, phrase.index, 'role')
    }
    if (clusters.of(phrase.index).named) {
      const known = described.get(phrase.lemma)
      if (known) known.push(phrase)
      else described.set(phrase.lemma, [phrase])
    }
  }
}

const farthest = 25

function modifiersAllow(earlier: Phrase, later: Phrase): boolean {
  // "The Norwegian lawyer" may be "Medvedev’s lawyer"; "the second lawyer" may not.
  return later.modifiers.every(
    (modifier) => earlier.modifiers.includes(modifier) || modifier === 'former' || !contrasting.has(modifier),
  )
}
