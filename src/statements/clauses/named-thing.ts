import { commitmentAt } from '../factuality/factuality.js'
import { childBy, childrenBy, formAt, isRelation, isVerb, subtree, type Tree } from '../trees.js'
import type { Clause } from './clauses.js'

/**
 * "(can punish) electors who break their pledge", "(not in) a way that harms the keeper", "the page of a book showing a man standing by a lamp"
 *
 * Words that only tell which ones are meant, of nobody in particular, or of one of several that stand before them: made into a sentence
 * they would say what nobody said. Such a clause is told as the name it is part of; the tokens of that, or undefined
 * where the clause tells of somebody or something in particular.
 */
export function namedThing({ tree, predicate, words, rule }: Clause): readonly number[] | undefined {
  if (rule !== 'relative-clause' && rule !== 'participle' && rule !== 'main-clause') return undefined
  let top = predicate
  while (isRelation(tree.tokens[top]!.deprel, 'conj')) top = tree.tokens[top]!.head
  const { deprel, head } = tree.tokens[top]!
  if (!isRelation(deprel, 'acl') || head < 0 || head > top) return undefined
  const first = subtree(tree, top)[0]!
  // "answered in a letter that held a threat", the clause hung on the verb.
  const noun = isVerb(tree.tokens[head]!) ? first - 1 : head
  if (!/^(NOUN|PROPN|PRON|DET)$/.test(tree.tokens[noun]?.upos ?? '')) return undefined
  if (/^([,;:(–—-]|--)$/.test(formAt(tree, first - 1)) || /^([,;:(–—-]|--)$/.test(formAt(tree, first))) return undefined
  if (tree.tokens[noun]!.upos === 'PROPN' || (isSettled(tree, noun, top) && !isOneOfSeveral(tree, noun, top, first)))
    return undefined
  const name = wholeName(tree, noun)
  const begin = subtree(tree, name, (child) => isOutside(tree, child, name))[0]!
  const end = words.at(-1)!
  return end - begin < longestName ? tree.tokens.flatMap((_, i) => (begin <= i && i <= end ? [i] : [])) : undefined
}

/** In words; what is longer is told as a sentence after all. */
const longestName = 45

/** "a page of a book showing a man", "the plan of a mayor, shown to …": a participle may belong to another noun that stands there. */
function isOneOfSeveral(tree: Tree, noun: number, top: number, first: number): boolean {
  const isBetween = tree.tokens
    .slice(noun + 1, first)
    .some(({ upos }) => upos === 'NOUN' || upos === 'PROPN' || upos === 'VERB')
  return isBetween || (wholeName(tree, noun) !== noun && !isRelation(tree.tokens[top]!.deprel, 'acl:relcl'))
}

/** "the keeper", "his boat", "two men", "a man who was seen": somebody in particular. */
function isSettled(tree: Tree, noun: number, top: number): boolean {
  const { upos, xpos, form } = tree.tokens[noun]!
  if (upos === 'PRON' || upos === 'DET' || /^(ones?|way|ways|kind|sort)$/i.test(form)) return false
  const article = childBy(tree, noun, 'det')
  const which = article === undefined ? '' : formAt(tree, article)
  if (/^(any|every|each|no|all|either|neither|what|whatever|most)$/.test(which)) return false
  if (which !== '' && !/^(a|an|some)$/.test(which)) return true
  if (childBy(tree, noun, 'nmod:poss', 'nummod') !== undefined) return true
  const verb = verbOver(tree, noun)
  if (verb < 0) return true
  const { factuality, negated } = commitmentAt(tree, verb)
  if (negated) return false
  // What has happened to them has happened to some in particular: "police want to find a driver who hit a child".
  if ([top, ...childrenBy(tree, top, 'aux', 'cop')].some((i) => tree.tokens[i]!.xpos === 'VBD')) return true
  if (factuality === 'unreal') return false
  // "Men hired in Ennet repaired the lamp" tells of some men; "men hired in Ennet repair lamps" of whoever is hired.
  const isBarePlural = which === '' && xpos === 'NNS'
  return !isBarePlural || /^(VBD|VBN|VBG)$/.test(tree.tokens[verb]!.xpos)
}

function verbOver(tree: Tree, noun: number): number {
  let at = tree.tokens[noun]!.head
  while (at >= 0 && !isVerb(tree.tokens[at]!)) at = tree.tokens[at]!.head
  return at
}

/** "some of the news", "a part of the bills", "the page of a book": all of it. */
function wholeName(tree: Tree, noun: number): number {
  let name = noun
  for (;;) {
    const { deprel, head } = tree.tokens[name]!
    if (!isRelation(deprel, 'nmod') || isRelation(deprel, 'nmod:poss') || head < 0 || head > name) return name
    const preposition = childBy(tree, name, 'case')
    if (preposition === undefined || formAt(tree, preposition) !== 'of' || isVerb(tree.tokens[head]!)) return name
    name = head
  }
}

/** "never [was] a man", "in [a boat]": what stands before a name without being part of it. */
function isOutside(tree: Tree, child: number, name: number): boolean {
  const { deprel, head, upos } = tree.tokens[child]!
  if (head !== name || child > name) return false
  return upos === 'PUNCT' || !isRelation(deprel, ...partsOfName)
}

const partsOfName = ['det', 'amod', 'compound', 'nummod', 'nmod', 'flat', 'fixed', 'goeswith']
