import { isFullName, namesAgree } from './name-agreement.js'
import type { Phrase } from './phrases.js'
import type { Tree } from './trees.js'

/** Which of two of one name is meant: the one called "Jr.", or the other. */
export type Generation = 'junior' | 'senior'

type NamePhrase = Pick<Phrase, 'index' | 'sentence' | 'whole' | 'core' | 'type' | 'name' | 'words'>

/**
 * "President Emil Lingard left. Emil Lingard Jr. stayed. The younger Mr. Lingard said …"  →  senior, junior, junior
 * "Emil Lingard Jr. left. Lingard said …"  →  one man, and nothing to tell apart
 *
 * A report tells two of one name apart where it calls one "Lingard Jr.", or where it named "Emil Lingard" before the first "Jr.":
 * whoever has no namesake is introduced with his full name. Gives the generation by the index of the phrase; a bare surname has none.
 */
export function generationsOf(phrases: readonly NamePhrase[], trees: readonly Tree[]): ReadonlyMap<number, Generation> {
  const names = phrases.filter(({ name, type, words }) => name !== null && type === 'person' && words.length > 0)
  const isJunior = new Set(names.filter((phrase) => endsWithJunior(phrase, trees)))
  const generations = new Map<number, Generation>()
  const juniors = [...isJunior]
  const apart = new Set(
    juniors
      .filter((junior) => !isFullName(junior.words) || names.some((other) => isNamedBefore(other, junior, isJunior)))
      .map(({ words }) => words.at(-1)!),
  )
  if (apart.size === 0) return generations
  for (const phrase of names) {
    if (!apart.has(phrase.words.at(-1)!)) continue
    if (isJunior.has(phrase) || isCalledYounger(phrase, trees)) generations.set(phrase.index, 'junior')
    else if (isFullName(phrase.words)) generations.set(phrase.index, 'senior')
  }
  return generations
}

function isNamedBefore(other: NamePhrase, junior: NamePhrase, juniors: ReadonlySet<NamePhrase>): boolean {
  return (
    other.index < junior.index &&
    !juniors.has(other) &&
    isFullName(other.words) &&
    namesAgree(other.words, junior.words) &&
    ![...juniors].some((earlier) => earlier.index < other.index && namesAgree(earlier.words, junior.words))
  )
}

/** "Emil Lingard Jr.", "Emil Lingard, Jr.": the ending may stand outside what the name tagger took for the name. */
function endsWithJunior({ sentence, core }: NamePhrase, trees: readonly Tree[]): boolean {
  const { tokens } = trees[sentence]!.sentence
  const after = tokens[core.end]?.form === ',' ? core.end + 1 : core.end
  return [core.end - 1, after].some((i) => /^jr\.?$/i.test(tokens[i]?.form ?? ''))
}

/** "the younger Lingard", "the younger Mr. Lingard" */
function isCalledYounger({ sentence, whole, core }: NamePhrase, trees: readonly Tree[]): boolean {
  const { tokens } = trees[sentence]!.sentence
  return tokens.slice(Math.max(0, whole.first), core.end).some(({ form }) => form.toLowerCase() === 'younger')
}
