import { embeddingOf, isEvidence, type Outcome } from '../../knowledge/embedding.js'
import { isPerception } from '../../knowledge/perception.js'
import type { Factuality } from '../../model/findings.js'
import { isNegation } from '../attribution/cues.js'
import { keptFrom, yetTo } from '../clauses/predicate.js'
import { type Control, controlOf } from '../control.js'
import { caseOf, childBy, childrenBy, formAt, isRelation, isVerb, subtree, type Tree } from '../trees.js'

/** How sure the words are that an event happened or holds, and whether they say that it did not. */
export interface Commitment {
  readonly factuality: Factuality
  readonly negated: boolean
}

/**
 * "He failed to find her"  →  finding: certain, negated
 *
 * Commitment pushed down the tree, after Saurí and Pustejovsky (2012): the root is asserted; each word below it takes what the word
 * above lets one conclude ("managed to", "refused to", "wants to"), then its own modals and negations.
 * `isCue` tells the words whose content is somebody's own assertion: "denied that she left" says nothing here of the leaving,
 * as the attribution tells it.
 */
export function commitmentAt(tree: Tree, token: number, isCue: (token: number) => boolean = () => false): Commitment {
  return commitmentWithin(tree, token, isCue, 12)
}

/**
 * "The panel did not find that he lied", "… lied or cheated": nobody asserts what a negated verb leaves open,
 * and put alone its words would say the contrary of what was said. "Would not say why he lied" leaves open only why.
 */
export function isLeftOpen(tree: Tree, token: number): boolean {
  const { deprel, head } = tree.tokens[token]!
  if (head < 0) return false
  if (isRelation(deprel, 'conj'))
    return childrenBy(tree, token, 'cc').some((cc) => /^n?or$/.test(formAt(tree, cc))) && isLeftOpen(tree, head)
  if (!isRelation(deprel, 'ccomp', 'csubj') || !isDeclined(tree, head)) return false
  if (subtree(tree, token).some((i) => i < token && /^(WRB|WP|WP\$)$/.test(tree.tokens[i]!.xpos))) return false
  return contextOf(tree, token, () => false, 12).factuality === 'unreal'
}

/** "did not find", "no one has shown", "refused to say": a verb that its own words, or those that govern it, say was not done. */
function isDeclined(tree: Tree, verb: number): boolean {
  const { deprel, head } = tree.tokens[verb]!
  if (withNegation(tree, verb, asserted).negated) return true
  return isRelation(deprel, 'xcomp') && /^(refuse|decline|fail)$/.test(tree.tokens[head]?.lemma ?? '')
}

const asserted: Commitment = { factuality: 'certain', negated: false }
const unreal: Commitment = { factuality: 'unreal', negated: false }

function commitmentWithin(tree: Tree, token: number, isCue: (token: number) => boolean, steps: number): Commitment {
  if (steps === 0) return asserted
  const context = contextOf(tree, token, isCue, steps)
  return withNegation(tree, token, withModal(tree, token, context))
}

/** What the words above let one conclude about an event, before its own modals and negations. */
function contextOf(tree: Tree, token: number, isCue: (token: number) => boolean, steps: number): Commitment {
  const { deprel, head, xpos } = tree.tokens[token]!
  if (head < 0 || isRelation(deprel, 'root')) return asks(tree, token) ? unreal : asserted
  const above = (at: number) => commitmentWithin(tree, at, isCue, steps - 1)
  if (isRelation(deprel, 'conj')) {
    // What two verbs share is what stands over both; the first one's own negation is not the second's.
    const context = contextOf(tree, head, isCue, steps - 1)
    return xpos === 'VB' && childBy(tree, token, 'aux', 'nsubj') === undefined
      ? withNegation(tree, head, withModal(tree, head, context))
      : context
  }
  if (isRelation(deprel, 'parataxis', 'appos', 'list', 'dislocated')) return asserted
  if (isRelation(deprel, 'acl') && isUndoubted(tree, token, head)) return asserted
  if (isRelation(deprel, 'acl:relcl')) return isMissing(tree, head) ? unreal : asserted
  const mark = markOf(tree, token)
  // "refrained from using it"
  if (keptFrom(tree, head) === token) {
    const over = above(head)
    return { ...over, negated: !over.negated }
  }
  const control = controlOf(tree, token)
  if (control) return controlled(tree, control, above(control.verb), isCue)
  if (isRelation(deprel, 'advcl')) return adverbial(tree, token, mark, above(head))
  if (!isVerb(tree.tokens[token]!) && !isRelation(deprel, 'ccomp', 'xcomp', 'csubj', 'acl'))
    return ofNoun(tree, token, above(head))
  const infinitive = xpos === 'VB' || mark === 'to'
  const governor = tree.tokens[head]!
  const embedding = embeddingOf(governor.lemma.toLowerCase(), infinitive)
  if (isRelation(deprel, 'ccomp', 'xcomp', 'csubj', 'acl', 'obl', 'nmod', 'obj')) {
    if (/^(if|whether|unless)$/.test(mark)) return unreal
    if (isMissing(tree, head)) return unreal
    const over = above(head)
    // "denied that she left", "did not think that she left": the stance of the attribution says so already.
    if (isCue(head) && embedding?.affirmed === 'not') return over.negated ? unreal : asserted
    if (isCue(head) && embedding?.negated === 'not' && over.negated) return { ...over, negated: false }
    if (embedding) return concluded(embedding, over)
    if (isRelation(deprel, 'acl')) return infinitive ? { factuality: 'probable', negated: false } : asserted
    // "did not say that it sank" leaves open whether it did.
    return over.negated
      ? unreal
      : infinitive && over.factuality === 'certain'
        ? { ...over, factuality: 'probable' }
        : over
  }
  return asserted
}

/** "accused of sinking it", "kept from leaving": what the verb lets one conclude; of an accusation the attribution tells. */
function controlled(
  tree: Tree,
  { verb, preposition }: Control,
  over: Commitment,
  isCue: (token: number) => boolean,
): Commitment {
  if (isCue(verb)) return over.negated ? unreal : asserted
  const lemma = tree.tokens[verb]!.lemma.toLowerCase()
  const embedding = embeddingOf(`${lemma} ${preposition}`, false) ?? embeddingOf(lemma, false)
  return embedding ? concluded(embedding, over) : { ...over, negated: false }
}

/** "there is no doubt that it sank", "no serious question that"; "no question of its sinking" is another matter. */
function isUndoubted(tree: Tree, token: number, noun: number): boolean {
  return (
    /^(doubt|question)$/.test(formAt(tree, noun)) &&
    childrenBy(tree, noun, 'det').some((det) => formAt(tree, det) === 'no') &&
    childrenBy(tree, token, 'mark').some((mark) => formAt(tree, mark) === 'that')
  )
}

/** "no evidence that it sank", "no sign of its sinking": what nothing shows is left open. */
function isMissing(tree: Tree, noun: number): boolean {
  return isEvidence(formAt(tree, noun)) && childrenBy(tree, noun, 'det').some((det) => formAt(tree, det) === 'no')
}

function concluded(
  { affirmed, negated }: { readonly affirmed: Outcome; readonly negated: Outcome },
  over: Commitment,
): Commitment {
  const outcome = over.negated ? negated : affirmed
  if (affirmed === 'holds' && negated === 'holds') return asserted
  if (outcome === 'open') return unreal
  const factuality = outcome === 'likely' && over.factuality === 'certain' ? 'probable' : over.factuality
  return { factuality, negated: outcome === 'not' }
}

/** "if he is let in", "to join them", "without calling": what a clause beside another is worth. */
function adverbial(tree: Tree, token: number, mark: string, over: Commitment): Commitment {
  if (/^(if|unless|lest|whether|until|till)$/.test(mark)) return unreal
  if (mark === 'instead of' || mark === 'rather than') return { factuality: 'certain', negated: true }
  if (/^(from|against|for)$/.test(mark))
    return { factuality: mark === 'for' ? over.factuality : 'unreal', negated: mark === 'for' && over.negated }
  const { xpos } = tree.tokens[token]!
  if (mark === 'to' || (xpos === 'VB' && childBy(tree, token, 'aux', 'nsubj') === undefined))
    return over.factuality === 'unreal' || over.negated ? unreal : { factuality: 'probable', negated: false }
  // "once the lamp is lit, he will leave": under a future or a wish the lighting is only expected.
  const time = childrenBy(tree, token, 'advmod', 'mark').some((child) =>
    /^(when|once|after|before|as)$/.test(formAt(tree, child)),
  )
  if (time && /^(VBZ|VBP)$/.test(xpos)) return over.factuality === 'certain' ? asserted : { ...over, negated: false }
  // "may have broken the law, using a false name": what goes along with a thing is as sure as it is.
  // "threatened to hit back by closing it": nor is the means surer than the deed.
  if (xpos === 'VBG' && /^(by|while|in|through)$/.test(mark)) return { ...over, negated: false }
  return mark === '' && xpos === 'VBG' ? { ...over, negated: false } : asserted
}

/** "an attack" in "prevent an attack", "seek an attack", "no attack": a noun takes part in what governs it. */
function ofNoun(tree: Tree, noun: number, over: Commitment): Commitment {
  const { head, deprel } = tree.tokens[noun]!
  if (isRelation(deprel, 'obj', 'nsubj:pass', 'xcomp', 'nmod', 'obl')) {
    const marker = caseOf(tree, noun)
    const governor = tree.tokens[head]!
    const lemma = governor.lemma.toLowerCase()
    const embedding =
      (marker === '' ? undefined : embeddingOf(`${lemma} ${marker}`, false)) ?? embeddingOf(lemma, false)
    if (embedding && (embedding.nouns || (isRelation(deprel, 'nmod') && /^(of|for|to)$/.test(marker))))
      return concluded(embedding, over)
    // "has no plan": the "no" negates both words, and counts once.
    if (isRelation(deprel, 'obj', 'nsubj:pass'))
      return over.negated && (!isLight(lemma) || isNobody(tree, noun)) ? { ...over, negated: false } : over
  }
  return isRelation(deprel, 'nsubj', 'nmod', 'compound', 'amod') ? asserted : { ...over, negated: false }
}

function isLight(lemma: string): boolean {
  return /^(have|make|take|give|do|see|find|hold|get|offer|conduct|commit|cause|provide|show)$/.test(lemma)
}

function markOf(tree: Tree, token: number): string {
  const mark = childBy(tree, token, 'mark', 'case')
  if (mark === undefined) return ''
  return [mark, ...childrenBy(tree, mark, 'fixed')].map((i) => formAt(tree, i)).join(' ')
}

function asks(tree: Tree, token: number): boolean {
  return tree.tokens.slice(-2).some(({ form }) => form === '?') && isVerb(tree.tokens[token]!)
}

/** "may leave", "would leave", "will leave", "perhaps left" */
function withModal(tree: Tree, token: number, context: Commitment): Commitment {
  if (context.factuality === 'unreal') return context
  for (const child of childrenBy(tree, token, 'aux', 'advmod', 'cop')) {
    const form = formAt(tree, child)
    if (isRelation(tree.tokens[child]!.deprel, 'aux')) {
      if (
        /^(may|might|could|would|should|can|must|ca|’d|'d|ought|shall)$/.test(form) &&
        tree.tokens[child]!.xpos === 'MD'
      ) {
        // "could not reach her", "would not say": that did not happen.
        const didNot = /^(could|would|can|ca)$/.test(form) && isDenied(tree, token)
        // "hymns could be heard": they were.
        const didPerceive = /^(could|can)$/.test(form) && isPerception(tree.tokens[token]!.lemma.toLowerCase())
        if (didNot || didPerceive) return context
        return { ...context, factuality: isFutureOfPast(tree, token, form) ? 'probable' : 'unreal' }
      }
      if (/^(will|wo|’ll|'ll)$/.test(form)) return { ...context, factuality: 'probable' }
    } else if (/^(perhaps|maybe|possibly|hypothetically)$/.test(form)) return { ...context, factuality: 'unreal' }
    else if (/^(probably|likely|apparently|presumably|supposedly|reportedly|allegedly)$/.test(form))
      return { ...context, factuality: 'probable' }
  }
  return context
}

/** "said he would appeal", "has said he would": what somebody meant to do when it was said, and hangs on no condition. */
function isFutureOfPast(tree: Tree, token: number, modal: string): boolean {
  const { deprel, head, lemma } = tree.tokens[token]!
  if (!/^(would|’d|'d)$/.test(modal) || head < 0 || !isRelation(deprel, 'ccomp')) return false
  if (
    /^(like|prefer|love|hate|be)$/.test(lemma) ||
    childrenBy(tree, token, 'aux').some((aux) => tree.tokens[aux]!.lemma === 'have')
  )
    return false
  const isPast = [head, ...childrenBy(tree, head, 'aux')].some((i) => /^VB[DN]$/.test(tree.tokens[i]!.xpos))
  const subject = childBy(tree, token, 'nsubj')
  const isDoer = subject !== undefined && /^(PRON|PROPN)$/.test(tree.tokens[subject]!.upos)
  const hangs =
    childrenBy(tree, token, 'advcl').some((clause) =>
      childrenBy(tree, clause, 'mark').some((mark) => /^(if|unless)$/.test(formAt(tree, mark))),
    ) || childrenBy(tree, token, 'obl').some((oblique) => /^(without|with)$/.test(caseOf(tree, oblique)))
  return isPast && isDoer && !hangs
}

function withNegation(tree: Tree, token: number, context: Commitment): Commitment {
  const { head } = tree.tokens[token]!
  if (head >= 0 && yetTo(tree, head) === token) return { factuality: 'certain', negated: !isDenied(tree, token) }
  return isDenied(tree, token) ? { ...context, negated: !context.negated } : context
}

/** Whether the event's own words deny it: "did not", "no one", "no longer", "without". */
export function isDenied(tree: Tree, token: number): boolean {
  let negative = false
  for (const child of tree.children[token] ?? []) {
    const form = formAt(tree, child)
    const { deprel } = tree.tokens[child]!
    if ((isNegation(tree, child) || /n[’']t$/.test(form)) && formAt(tree, child + 1) !== 'only') negative = !negative
    if (form === 'no' && isRelation(deprel, 'advmod', 'det') && formAt(tree, child + 1) !== 'longer')
      negative = !negative
    if (form === 'longer' && formAt(tree, child - 1) === 'no') negative = !negative
    if (form === 'neither' && isRelation(deprel, 'cc:preconj', 'cc', 'det', 'advmod')) negative = !negative
    const isAfterNeither = form === 'nor' && (tree.children[token] ?? []).some((i) => formAt(tree, i) === 'neither')
    if (/^(nor|without)$/.test(form) && isRelation(deprel, 'mark', 'cc', 'case') && !isAfterNeither)
      negative = !negative
    if (isRelation(deprel, 'nsubj', 'obj') && isNobody(tree, child)) negative = !negative
  }
  return negative
}

/** "no one", "nothing", "none of them", "neither side"; "no fewer than twenty" are some, and "No Labels" has a name. */
export function isNobody(tree: Tree, noun: number): boolean {
  const isNumber = tree.forms.slice(Math.max(0, noun - 5), noun).some((form) => /^(fewer|less|more)$/.test(form))
  if (isNumber || tree.tokens[noun]!.upos === 'PROPN') return false
  return (
    /^(nobody|nothing|none|neither|no-one)$/.test(formAt(tree, noun)) ||
    (formAt(tree, noun) === 'one' && formAt(tree, noun - 1) === 'no') ||
    childrenBy(tree, noun, 'det', 'cc', 'advmod').some((det) => /^(no|neither)$/.test(formAt(tree, det)))
  )
}
