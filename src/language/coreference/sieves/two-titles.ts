import type { Clusters } from '../clusters.js'
import type { Page } from '../page.js'
import type { Phrase } from '../phrases.js'
import { baseRelation, type Tree } from '../trees.js'

/**
 * "Ordania’s harbour minister and chief negotiator, Pell Varga, left" → all one person
 *
 * Of two nouns for a person that are joined by "and", the second, without an article or owner of its own, describes whomever the first does,
 * where commas set a name beside both. "The minister and negotiator Pell Varga" may be two, and so are those who "have left".
 */
export function twoTitles(page: Page, clusters: Clusters): void {
  for (const phrase of page.phrases) {
    if (!isOnePerson(phrase) || (phrase.determiner !== 'definite' && phrase.determiner !== 'possessive')) continue
    const tree = page.trees[phrase.sentence]!
    const second = secondTitle(phrase, tree, page)
    if (!second || isPluralBehind(phrase, tree)) continue
    const name = nameBehind(second, tree, page) ?? nameBefore(phrase, tree, page)
    if (name && clusters.join(name.index, phrase.index, 'two-titles'))
      clusters.join(name.index, second.index, 'two-titles')
  }
}

function isOnePerson({ kind, type, number, joined, titleOf }: Phrase): boolean {
  return kind === 'nominal' && type === 'person' && number === 1 && !joined && titleOf < 0
}

function secondTitle(phrase: Phrase, { sentence, kids }: Tree, page: Page): Phrase | undefined {
  const [kid, more] = kids[phrase.head]!.filter((i) => baseRelation(sentence.tokens[i]!) === 'conj')
  if (kid === undefined || more !== undefined) return undefined
  const isAnd = kids[kid]!.some((i) => sentence.tokens[i]!.form.toLowerCase() === 'and')
  const second = page.phrases[page.phraseAt(phrase.sentence, kid)]
  return isAnd && second && isOnePerson(second) && second.determiner === 'bare' ? second : undefined
}

/** "…, Pell Varga, left": the name between the first commas behind both titles. */
function nameBehind(second: Phrase, { sentence }: Tree, page: Page): Phrase | undefined {
  const { tokens } = sentence
  const comma = tokens.findIndex((token, i) => i > second.head && /^(VERB|AUX|PUNCT|CCONJ)$/.test(token.upos))
  if (tokens[comma]?.form !== ',') return undefined
  const name = page.phrases[page.phraseAt(second.sentence, comma + 1)]
  const isAside = name?.kind === 'name' && name.type === 'person' && name.core.first === comma + 1
  return isAside && tokens[name.core.end]?.form === ',' ? name : undefined
}

/** "Pell Varga, the harbour minister and chief negotiator, left" */
function nameBefore({ head, sentence: index }: Phrase, { sentence }: Tree, page: Page): Phrase | undefined {
  const token = sentence.tokens[head]!
  const name = token.deprel === 'appos' ? page.phrases[page.phraseAt(index, token.head)] : undefined
  return name?.kind === 'name' && name.type === 'person' ? name : undefined
}

/** "… have left", "… were there": more than one. */
function isPluralBehind({ head }: Phrase, { sentence, kids }: Tree): boolean {
  const { tokens } = sentence
  const { head: verb, deprel } = tokens[head]!
  if (verb < 0 || !deprel.startsWith('nsubj')) return false
  const isPlural = (i: number) => tokens[i]!.xpos === 'VBP' || /^(were|are|have|’re|’ve)$/i.test(tokens[i]!.form)
  return isPlural(verb) || kids[verb]!.some((i) => i > head && /^(aux|cop)/.test(tokens[i]!.deprel) && isPlural(i))
}
