import { isPassive } from '../subjects.js'
import { childBy, childrenBy, formAt, isRelation, isVerb, subtree, type Tree } from '../trees.js'
import type { Clause } from './clauses.js'
import { objectGapOf } from './gaps.js'

/**
 * "what they found", "those who live there", "as clear as I can be", "you know", "as she put it", "when you need it"
 *
 * Words with a verb that say nothing that could be true or false: they name a thing, stand for a verb told elsewhere,
 * fill a pause, or speak of nobody in particular.
 */
export function assertsNothing(tree: Tree, predicate: number): boolean {
  return (
    namesThing(tree, predicate) ||
    isElliptic(tree, predicate) ||
    isFiller(tree, predicate) ||
    isInverted(tree, predicate) ||
    isAsKnown(tree, predicate) ||
    isActingTitle(tree, predicate) ||
    isOfAnyone(tree, predicate)
  )
}

/** "what they found": the clause is the name of a thing, and the verb above tells what is so of it. */
function namesThing(tree: Tree, predicate: number): boolean {
  const { deprel, head } = tree.tokens[predicate]!
  if (!isRelation(deprel, 'acl') || head < 0) return false
  const noun = formAt(tree, head)
  if (/^(what|whatever|whoever|whichever|whatsoever)$/.test(noun)) return true
  // "those who live there", "anyone born in the valley": a kind of people is named, and of nobody is anything told.
  return (
    /^(those|ones?|anyone|anybody|everyone|everybody|nobody|anything|everything|nothing)$/.test(noun) &&
    childBy(tree, head, ...(/^ones?$/.test(noun) ? ['nmod', 'nummod', 'amod'] : ['det', 'nmod', 'nummod'])) ===
      undefined &&
    formAt(tree, (subtree(tree, predicate)[0] ?? predicate) - 1) !== ','
  )
}

/** "I hope he can", "as soon as he could", "more than she did": an auxiliary alone stands for a verb said before. */
function isElliptic(tree: Tree, predicate: number): boolean {
  const { xpos, lemma } = tree.tokens[predicate]!
  if (childBy(tree, predicate, 'cop', 'ccomp', 'xcomp', 'obj', 'aux') !== undefined) {
    const isBare = childBy(tree, predicate, 'cop', 'ccomp', 'xcomp', 'obj') === undefined && lemma === 'be'
    return isBare && isComparison(tree, predicate)
  }
  if (xpos === 'MD') return true
  if (lemma === 'do' && childBy(tree, predicate, 'obl', 'nsubj:pass', 'compound:prt') === undefined)
    return !/^(done|doing)$/.test(formAt(tree, predicate))
  return /^(do|have|be)$/.test(lemma.toLowerCase()) && isComparison(tree, predicate) && isShort(tree, predicate, 3)
}

/** "as he was", "than they did", "the way it is" */
function isComparison(tree: Tree, predicate: number): boolean {
  const first = subtree(tree, predicate)[0] ?? predicate
  return /^(as|than)$/.test(formAt(tree, first)) || /^(as|than)$/.test(formAt(tree, first - 1))
}

/** In words: "the way that he put it". */
const longestFiller = 6

/** "you know", "I mean", "as she put it", "let's face it", "so to speak": a pause in speech. */
function isFiller(tree: Tree, predicate: number): boolean {
  const { head, deprel } = tree.tokens[predicate]!
  if (head < 0) return false
  const own = subtree(tree, predicate).filter((i) => tree.tokens[i]!.upos !== 'PUNCT')
  if (own.length > longestFiller) return false
  const words = own.map((i) => formAt(tree, i)).join(' ')
  if (/^(as )?(you know|i mean|you see|as you know|as we know|mind you|i guess|let [’']?s face it)$/.test(words))
    return true
  if (/^(as|the way) \S+( \S+)? (put|puts|phrased|phrases) it$/.test(words)) return true
  return isRelation(deprel, 'parataxis', 'discourse', 'advcl') && /^(so to speak|that is|if you will)$/.test(words)
}

/** "had she been there, she would have seen it": a condition without "if". */
function isInverted(tree: Tree, predicate: number): boolean {
  const first = childrenBy(tree, predicate, 'aux', 'cop')[0] ?? predicate
  if (!/^(had|were|should)$/.test(formAt(tree, first))) return false
  const opens = first === 0 || /^[,;–—“"]$|^(but|and)$/.test(formAt(tree, first - 1))
  return opens && tree.tokens[first + 1]?.upos === 'PRON' && /^VB[ND]$|^RB$/.test(tree.tokens[first + 2]?.xpos ?? '')
}

/** "compared with last year", "given that it is late", "based on the figures", "as deemed necessary", "as expected", "when it comes to boats" */
function isAsKnown(tree: Tree, predicate: number): boolean {
  const { xpos, deprel, lemma } = tree.tokens[predicate]!
  // Whatever the parser makes of it: "that is unlikely, given that both are ill".
  const isGiven =
    formAt(tree, predicate) === 'given' &&
    formAt(tree, predicate + 1) === 'that' &&
    tree.tokens[predicate + 1]!.upos === 'SCONJ'
  if (isGiven && childBy(tree, predicate, 'aux', 'nsubj') === undefined) return true
  if (!isRelation(deprel, 'advcl')) return false
  const marks = childrenBy(tree, predicate, 'mark', 'advmod').map((mark) => formAt(tree, mark))
  if (
    xpos === 'VBN' &&
    marks.some((mark) => /^(as|than)$/.test(mark)) &&
    childBy(tree, predicate, 'nsubj', 'aux') === undefined
  )
    return true
  if (
    /^(compared|given|based)$/.test(formAt(tree, predicate)) &&
    childBy(tree, predicate, 'nsubj', 'aux') === undefined
  )
    return true
  const subject = childBy(tree, predicate, 'nsubj', 'expl')
  return lemma === 'come' && marks.includes('when') && subject !== undefined && formAt(tree, subject) === 'it'
}

/** "acting chief of staff Ada Holm": a title. */
function isActingTitle(tree: Tree, predicate: number): boolean {
  const next = tree.tokens[predicate + 1]
  return formAt(tree, predicate) === 'acting' && next !== undefined && /^(NOUN|PROPN|ADJ)$/.test(next.upos)
}

/** "when you need it", "if you like": what anyone may do at any time, in a clause that hangs on another. */
function isOfAnyone(tree: Tree, predicate: number): boolean {
  const subject = childBy(tree, predicate, 'nsubj')
  if (subject === undefined || !/^(you|one)$/.test(formAt(tree, subject))) return false
  if (childrenBy(tree, subject, 'det', 'nummod', 'amod', 'nmod').length > 0) return false
  const mark = childrenBy(tree, predicate, 'mark', 'advmod').map((i) => formAt(tree, i))
  if (formAt(tree, (subtree(tree, predicate)[0] ?? 0) - 1) === 'matter') return true
  return (
    isRelation(tree.tokens[predicate]!.deprel, 'advcl') &&
    isVerb(tree.tokens[predicate]!) &&
    mark.some((form) => /^(when|whenever|if|as|where|wherever|once|unless)$/.test(form)) &&
    isShort(tree, predicate, 5)
  )
}

function isShort(tree: Tree, predicate: number, most: number): boolean {
  return subtree(tree, predicate).filter((i) => tree.tokens[i]!.upos !== 'PUNCT').length <= most
}

/** Verbs of which nothing is told without the thing they are about. */
const needsThing: ReadonlySet<string> = new Set(
  (
    'abuse acquire address afford bring cause comprise concern constitute contain create deserve discover ' +
    'enjoy ensure expose find get give handle have impose include involve lack make mean mention need obtain ' +
    'possess present prevent produce provide put receive recommend release represent require reveal seek ' +
    'send show suggest undermine use violate want'
  ).split(' '),
)

/**
 * "(the change) we need", "(what) he will be releasing": a verb cut off from the thing it is about,
 * where the noun it belongs to could not be told.
 */
export function isCutOff(clause: Clause): boolean {
  const { tree, predicate, subject, rule } = clause
  const { lemma, upos } = tree.tokens[predicate]!
  if (rule === 'headline' || upos !== 'VERB' || !needsThing.has(lemma.toLowerCase())) return false
  if (subject?.passive || isPassive(tree, predicate) || objectGapOf(clause) !== undefined) return false
  const shared = childrenBy(tree, predicate, 'conj').some(
    (verb) => childBy(tree, verb, 'obj', 'ccomp', 'xcomp') !== undefined,
  )
  return (
    !shared &&
    !isElided(tree, predicate) &&
    childBy(tree, predicate, 'obj', 'iobj', 'ccomp', 'xcomp', 'csubj', 'expl', 'cop', 'compound:prt', 'advmod') ===
      undefined
  )
}

/** "give to the poor", "look for work": what follows behind a preposition may stand for the thing. */
function isElided(tree: Tree, predicate: number): boolean {
  return childrenBy(tree, predicate, 'obl').some((oblique) => childBy(tree, oblique, 'case') !== undefined)
}
