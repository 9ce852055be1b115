import type { Clusters } from '../clusters.js'
import type { Page } from '../page.js'
import type { Phrase } from '../phrases.js'
import { contrasting } from '../words.js'

/**
 * "Smith, a former commander, … The commander said" → Smith
 *
 * A definite noun for a person goes to the named character that was described by the same noun and adjectives last,
 * or else by the same noun, if its adjectives do not forbid it.
 */
export function role(page: Page, clusters: Clusters): void {
  const described = new Map<string, Phrase[]>()
  for (const phrase of page.phrases) {
    if (phrase.kind !== 'nominal' || phrase.joined) continue
    const definite = phrase.titleOf < 0 && (phrase.determiner === 'definite' || phrase.determiner === 'demonstrative')
    if (definite && phrase.type === 'person') {
      const near = (described.get(phrase.lemma) ?? []).filter(
        (other) =>
          phrase.sentence - other.sentence <= farthest &&
          modifiersAllow(other, phrase) &&
          clusters.mayJoin(clusters.of(other.index), clusters.of(phrase.index)),
      )
      const meant =
        near.findLast((other) => phrase.modifiers.every((modifier) => other.modifiers.includes(modifier))) ??
        (hasProperModifier(phrase, page) ? undefined : near.at(-1))
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

/** "The Israeli prime minister" is not just any prime minister spoken of. */
function hasProperModifier(phrase: Phrase, page: Page): boolean {
  const { tokens } = page.trees[phrase.sentence]!.sentence
  for (let i = phrase.whole.first + 1; i < phrase.head; i++) if (/^\p{Lu}\p{Ll}/u.test(tokens[i]!.form)) return true
  return false
}

function modifiersAllow(earlier: Phrase, later: Phrase): boolean {
  // "The young lawyer" may be "Lingard’s lawyer"; "the second lawyer" may not.
  return later.modifiers.every(
    (modifier) => earlier.modifiers.includes(modifier) || modifier === 'former' || !contrasting.has(modifier),
  )
}
