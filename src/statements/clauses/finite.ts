import { embeddingOf } from '../../knowledge/embedding.js'
import { isPassive } from '../subjects.js'
import { childBy, childrenBy, formAt, isFiniteAt, isRelation, isVerb, type Tree } from '../trees.js'
import type { Clause } from './clauses.js'
import { pastTense } from './past-tense.js'
import { thirdOf } from './pronouns.js'
import { plainWord, type Word } from './words.js'

/**
 * The words of a clause with a verb that can stand alone: "seeing" → "saw", "hired" in "men hired in Ennet" → "were hired",
 * "to have fled" → "had fled", "(is expected) to close" → "would close", "(has tried and) failed" → "has failed".
 */
export function finiteWords(clause: Clause, own: readonly number[], words: readonly Word[], plural: boolean): Word[] {
  const { tree, predicate } = clause
  const token = tree.tokens[predicate]!
  const copula = childBy(tree, predicate, 'cop')
  const bareCopula = copula !== undefined && /^(be|being|been)$/.test(formAt(tree, copula))
  const shared = sharedAuxiliaries(tree, predicate)
  if (shared.length > 0)
    return before(
      predicate,
      words,
      shared.map((i) => plainWord(written(tree, i))),
    )
  if (isFiniteAt(tree, predicate) || (!isVerb(token) && !bareCopula) || !own.includes(predicate)) return [...words]
  return madeFinite(clause, words, plural)
}

function madeFinite({ tree, predicate, rule }: Clause, words: readonly Word[], plural: boolean): Word[] {
  const over = tenseOver(tree, predicate)
  // "will help the men carrying the lamp": they carry it, whatever will be.
  const tense =
    (over === 'will' || over === 'would') && isRelation(tree.tokens[predicate]!.deprel, 'acl') ? 'present' : over
  const be = tense === 'present' ? (plural ? 'are' : 'is') : plural ? 'were' : 'was'
  const first = childrenBy(tree, predicate, 'aux', 'aux:pass', 'cop')[0]
  const infinitive = tree.tokens[predicate]!.xpos === 'VB' || (first !== undefined && formAt(tree, first) === 'be')
  const noTo = words.filter(({ token }) => token === undefined || !isToOf(tree, token, predicate))
  if (infinitive && isOnlyExpected(tree, predicate)) return before(first ?? predicate, noTo, [plainWord('would')])
  if (infinitive && rule === 'main-clause') return [...words]
  if (first !== undefined) {
    const form = formAt(tree, first)
    const made = form === 'having' || form === 'have' ? 'had' : form === 'being' || form === 'be' ? be : undefined
    return noTo.map((word) => (word.token === first && made ? { ...word, text: made } : word))
  }
  const { xpos, lemma } = tree.tokens[predicate]!
  // "by not asking"; "not only asking" is asking.
  const not = childrenBy(tree, predicate, 'advmod').find(
    (i) => i < predicate && formAt(tree, i) === 'not' && !/^(only|just|merely)$/.test(formAt(tree, i + 1)),
  )
  if (xpos === 'VBG' && (not !== undefined || isWithout(tree, predicate))) {
    const does = tense === 'present' ? (plural ? 'do' : 'does') : tense === 'will' || tense === 'would' ? tense : 'did'
    const bare = noTo
      .filter(({ token }) => token === undefined || token !== not)
      .map((word) => (word.token === predicate ? { ...word, text: lemma.toLowerCase() } : word))
    return before(predicate, bare, [plainWord(`${does} not`)])
  }
  if (isPassive(tree, predicate)) return before(predicate, noTo, [plainWord(be)])
  const verb = lemma.toLowerCase()
  const text =
    xpos === 'VBN' || tense === 'past' || tense === undefined
      ? pastTense(verb)
      : tense === 'present'
        ? plural
          ? verb === 'be'
            ? 'are'
            : verb
          : thirdOf(verb)
        : `${tense} ${verb}`
  return noTo.map((word) => (word.token === predicate ? { ...word, text } : word))
}

/** "left without asking", "left instead of asking": did not ask. */
function isWithout(tree: Tree, predicate: number): boolean {
  return childrenBy(tree, predicate, 'mark', 'case').some((mark) =>
    /^(without|instead|rather)$/.test(formAt(tree, mark)),
  )
}

function before(token: number, words: readonly Word[], added: readonly Word[]): Word[] {
  // "was never seen": what stands between auxiliary and verb stays behind the auxiliary.
  const at = words.findIndex((word) => word.token === token)
  return at < 0 ? [...words] : [...words.slice(0, at), ...added, ...words.slice(at)]
}

function isToOf(tree: Tree, token: number, predicate: number): boolean {
  const { form, deprel, head } = tree.tokens[token]!
  return /^to$/i.test(form) && deprel === 'mark' && head === predicate
}

/** "’s" in "he’s rowing and singing" → "is" */
function written(tree: Tree, auxiliary: number): string {
  const { form, lemma, xpos } = tree.tokens[auxiliary]!
  if (!/^[’']/.test(form)) return form
  if (/m$/i.test(form)) return 'is'
  if (/ve$/i.test(form) || lemma === 'have') return /ve$/i.test(form) ? 'have' : /d$/i.test(form) ? 'had' : 'has'
  if (/ll$/i.test(form)) return 'will'
  if (/d$/i.test(form)) return xpos === 'MD' ? 'would' : 'had'
  return /re$/i.test(form) ? 'are' : 'is'
}

/** "could close and reopen", "has tried and failed", "was seen and caught": the second verb's auxiliaries stand with the first. */
function sharedAuxiliaries(tree: Tree, predicate: number): number[] {
  const { deprel, head, xpos } = tree.tokens[predicate]!
  if (!isRelation(deprel, 'conj') || head < 0 || !/^(VB|VBN|VBG)$/.test(xpos)) return []
  if (childBy(tree, predicate, 'aux', 'cop', 'nsubj', 'mark') !== undefined || !isVerb(tree.tokens[head]!)) return []
  const auxiliaries = childrenBy(tree, head, 'aux').filter((i) => i < head)
  const fits = auxiliaries.filter((i) => {
    const { lemma, xpos: tag } = tree.tokens[i]!
    if (xpos === 'VB') return tag === 'MD' || lemma === 'do'
    return lemma === 'be' || lemma === 'have' || tag === 'MD'
  })
  // An auxiliary that is itself no finite one has nothing to lend: "having left and closed".
  return fits.length > 0 && /^(VBD|VBZ|VBP|MD)$/.test(tree.tokens[fits[0]!]!.xpos)
    ? [
        ...fits,
        ...childrenBy(tree, head, 'advmod').filter((i) => i < head && /^(not|n't|n’t|never)$/.test(formAt(tree, i))),
      ].sort((a, b) => a - b)
    : []
}

/** "is expected to close", "plans to": not said to happen, only expected or wished. */
function isOnlyExpected(tree: Tree, predicate: number): boolean {
  const { head, deprel } = tree.tokens[predicate]!
  if (head < 0 || !isRelation(deprel, 'xcomp', 'ccomp', 'acl')) return false
  const lemma = tree.tokens[head]!.lemma.toLowerCase()
  if (/^(believe|think|suppose|presume|estimate|appear|seem|consider|claim|allege)$/.test(lemma)) return false
  const embedding = embeddingOf(lemma, true)
  return embedding?.affirmed === 'likely' || embedding?.affirmed === 'open'
}

/** The tense of the nearest finite verb above: a participle happens when its governor does. */
function tenseOver(tree: Tree, predicate: number): 'past' | 'present' | 'will' | 'would' | undefined {
  // "threatened to hit back by closing it"
  const isMeans = childrenBy(tree, predicate, 'mark').some((i) => formAt(tree, i) === 'by')
  for (let t = tree.tokens[predicate]!.head; t >= 0; t = tree.tokens[t]!.head) {
    const finite = childrenBy(tree, t, 'aux', 'cop').find((i) => /^(VBD|VBZ|VBP|MD)$/.test(tree.tokens[i]!.xpos))
    const verb = finite ?? t
    const { xpos, lemma, form } = tree.tokens[verb]!
    if (xpos === 'MD' && childrenBy(tree, t, 'aux').some((i) => tree.tokens[i]!.lemma === 'have')) return 'past'
    if (isMeans && xpos === 'VB' && childrenBy(tree, t, 'mark').some((i) => formAt(tree, i) === 'to')) return 'would'
    if (xpos === 'MD') return /^(will|’ll|'ll|wo|shall)$/i.test(form) ? 'will' : 'would'
    if (xpos === 'VBD' || (/^(VBZ|VBP)$/.test(xpos) && lemma === 'have' && verb !== t)) return 'past'
    if (/^(VBZ|VBP)$/.test(xpos)) return 'present'
  }
  return undefined
}
