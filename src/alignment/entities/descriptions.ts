import type { Character, Reading } from '../../model/reading.js'

/**
 * "the Norwegian lawyer" of two reports  →  "norwegian lawyer" for both.
 *
 * By what words a character who is never named may be known again in another report; undefined for "the man", "a lawyer",
 * and for groups: "the residents" of two reports need not be the same people.
 */
export function descriptionKey(character: Character, reading: Reading): string | undefined {
  if (character.named || (character.type !== 'person' && character.type !== 'organisation')) return undefined
  let best: string | undefined
  for (const index of character.mentions) {
    const mention = reading.mentions[index]!
    if (mention.kind !== 'nominal') continue
    const { tokens } = reading.sentences[mention.sentence]!
    const head = tokens[mention.headToken]!
    if (/^(NNS|NNPS)$/.test(head.xpos)) return undefined
    const own = tokens.slice(mention.firstToken, mention.endToken)
    if (!own.some(({ form, xpos }) => /^the$/i.test(form) || xpos === 'POS')) continue
    const words = own
      .filter(({ upos }) => /^(NOUN|PROPN|ADJ)$/.test(upos))
      .map(({ lemma }) => lemma.toLowerCase())
      .filter((word) => !empty.has(word))
    if (words.length < 2) continue
    const key = words.sort().join(' ')
    if (best === undefined || key.length > best.length) best = key
  }
  return best
}

/** Words that tell nobody from another. */
const empty: ReadonlySet<string> = new Set(
  'same other first second third last next new old young former late local one own very only whole'.split(' '),
)
