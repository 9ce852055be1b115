import type { Clusters } from '../clusters.js'
import type { Page } from '../page.js'
import type { Phrase } from '../phrases.js'
import { baseRelation } from '../trees.js'
import { contrasting, singlePosts } from '../words.js'

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
      const proper = properWords(phrase, page)
      const near = (described.get(phrase.lemma) ?? []).filter(
        (other) =>
          (proper.length > 0 || phrase.sentence - other.sentence <= farthest) &&
          modifiersAllow(other, phrase) &&
          clusters.mayJoin(clusters.of(other.index), clusters.of(phrase.index)),
      )
      const alike = near.filter(
        (other) =>
          phrase.modifiers.every((modifier) => other.modifiers.includes(modifier)) && namesAll(other, proper, page),
      )
      const meant = holderOfPost(phrase, alike, clusters) ?? (proper.length > 0 ? undefined : near.at(-1))
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

/** The last of those described so; for a post that one person holds, the one of them that is spoken of far more. */
function holderOfPost(phrase: Phrase, alike: readonly Phrase[], clusters: Clusters): Phrase | undefined {
  const last = alike.at(-1)
  if (!last || !singlePosts.has(phrase.lemma)) return last
  const spokenOf = (other: Phrase) => clusters.of(other.index).members.length
  const most = alike.reduce((best, other) => (spokenOf(other) > spokenOf(best) ? other : best), last)
  return spokenOf(most) >= farMore * spokenOf(last) ? most : last
}

const farMore = 3

/** "The Israeli prime minister", "the head of the Harbour Office" is not just any prime minister or head spoken of: the names that tell which. */
function properWords(phrase: Phrase, page: Page): string[] {
  const { sentence, kids } = page.trees[phrase.sentence]!
  const { tokens } = sentence
  const proper = (i: number) => /^\p{Lu}\p{Ll}/u.test(tokens[i]!.form) || /^\p{Lu}[\p{Lu}.]+$/u.test(tokens[i]!.form)
  const found: string[] = []
  for (let i = phrase.whole.first + 1; i < phrase.head; i++) if (proper(i)) found.push(tokens[i]!.form.toLowerCase())
  for (const kid of kids[phrase.head]!)
    if (kid > phrase.head && baseRelation(tokens[kid]!) === 'nmod' && proper(kid))
      found.push(tokens[kid]!.form.toLowerCase())
  return found
}

/** Whether a phrase holds all of these words. */
function namesAll({ sentence, whole }: Phrase, words: readonly string[], page: Page): boolean {
  if (words.length === 0) return true
  const own = page.trees[sentence]!.sentence.tokens.slice(whole.first, whole.end)
  return words.every((word) => own.some(({ form }) => form.toLowerCase() === word))
}

function modifiersAllow(earlier: Phrase, later: Phrase): boolean {
  // "The young lawyer" may be "Lingard’s lawyer"; "the second lawyer" may not.
  return later.modifiers.every(
    (modifier) => earlier.modifiers.includes(modifier) || modifier === 'former' || !contrasting.has(modifier),
  )
}
