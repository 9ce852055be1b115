import { controlOf, sharedAbove } from './control.js'
import { caseOf, childBy, childrenBy, formAt, isFiniteAt, isRelation, isVerb, subtree, type Tree } from './trees.js'

/** The subject of a predicate, its own or one it shares with the words above it. */
export interface Subject {
  readonly token: number
  /** The subject undergoes what happens: "the man was detained". */
  readonly passive: boolean
  /** It stands with another verb: "he fled, leaving his coat". */
  readonly inherited: boolean
}

/** Who or what the predicate is said of: its subject, the antecedent of "who", or the subject it shares with another verb. */
export function subjectOf(tree: Tree, predicate: number): Subject | undefined {
  return subjectWithin(tree, predicate, 6)
}

/**
 * Whether a second verb goes on with what a verb of saying introduced, by its tense alone:
 * "said it is old and needs paint", "said he had signed but had left".
 */
export function continuesTense(tree: Tree, saying: number, second: number): boolean {
  if (tree.tokens[saying]!.xpos !== 'VBD') return false
  const finite = childBy(tree, second, 'aux', 'cop') ?? second
  return (
    /^(VBZ|VBP)$/.test(tree.tokens[finite]!.xpos) ||
    (finite !== second && /^(had|would|’d|'d)$/.test(formAt(tree, finite)))
  )
}

/** Whether a predicate stands in the passive, by its auxiliaries, its subject or as a bare participle. */
export function isPassive(tree: Tree, predicate: number): boolean {
  if (childBy(tree, predicate, 'nsubj:pass', 'aux:pass', 'csubj:pass') !== undefined) return true
  if (nounDescribed(tree, predicate) !== undefined) return true
  const token = tree.tokens[predicate]!
  if (token.xpos !== 'VBN' || childBy(tree, predicate, 'nsubj') !== undefined) return false
  if (isRelation(token.deprel, 'acl') && childBy(tree, predicate, 'aux', 'nsubj') === undefined)
    return !isActing(tree, predicate) && !isHiddenFinite(tree, predicate)
  // "when asked twice", "faced with a storm"
  if (isRelation(token.deprel, 'advcl') && childBy(tree, predicate, 'aux', 'obj') === undefined)
    return !isActing(tree, predicate)
  return (
    childrenBy(tree, predicate, 'aux').some((aux) => tree.tokens[aux]!.lemma === 'be') &&
    childBy(tree, predicate, 'obj') === undefined
  )
}

/**
 * "the letters sent to her": a bare participle right behind a noun tells of that noun, though the parser may hang it on the verb above.
 * "men armed with hooks" stays where it is, and so does what has an auxiliary, a subject or a conjunction of its own.
 */
function nounDescribed(tree: Tree, predicate: number): number | undefined {
  const { xpos, deprel, head } = tree.tokens[predicate]!
  const noun = tree.tokens[predicate - 1]
  if (xpos !== 'VBN' || !isRelation(deprel, 'advcl', 'xcomp', 'conj', 'parataxis')) return undefined
  if (noun?.upos !== 'NOUN' || head >= predicate || !isVerb(tree.tokens[head]!)) return undefined
  if (childBy(tree, predicate, 'nsubj', 'aux', 'mark', 'cc', 'expl', 'obj') !== undefined) return undefined
  if (!isRelation(noun.deprel, 'nmod', 'obj', 'obl') || childBy(tree, predicate, 'obl') === undefined) return undefined
  if (
    /^(armed|dressed|clad|accompanied|followed|joined|compared|based|given|faced|provided|covered|concerned)$/.test(
      formAt(tree, predicate),
    )
  )
    return undefined
  return predicate - 1
}

/** "…, Ada Holm, who fled": the noun before a "who" that the parser hung elsewhere. */
function antecedentOf(tree: Tree, pronoun: number): number | undefined {
  if (!/^(who|which)$/.test(formAt(tree, pronoun))) return undefined
  let at = beforeBrackets(tree, pronoun - 1)
  // "Ada Holm, 40, who fled": her age stands between.
  while (at >= 0 && /^(PUNCT|NUM)$/.test(tree.tokens[at]!.upos)) at--
  while (at >= 0 && isRelation(tree.tokens[at]!.deprel, 'flat') && tree.tokens[at]!.head < at)
    at = tree.tokens[at]!.head
  // "a man in his 50s, who fled"
  if (/^[’']?\d+s$/.test(formAt(tree, at)) && tree.tokens[at]!.head >= 0 && tree.tokens[at]!.head < at)
    at = tree.tokens[at]!.head
  // "Senator Ada Holm, Republican of Ennet, who fled"
  const holder = tree.tokens[at]?.head ?? -1
  if (
    formAt(tree, pronoun) === 'who' &&
    holder >= 0 &&
    holder < at &&
    caseOf(tree, at) === 'of' &&
    /^(republican|democrat|independent|mayor|governor|senator|president|minister|chief|bishop|archbishop|king|queen|head|chairman|chairwoman|director)$/.test(
      formAt(tree, holder),
    )
  )
    at = isRelation(tree.tokens[holder]!.deprel, 'appos') ? tree.tokens[holder]!.head : holder
  return /^(NOUN|PROPN)$/.test(tree.tokens[at]?.upos ?? '') ? at : undefined
}

/**
 * "a plan which she said had been shelved": the noun that "which" stands for, though the clause about it hangs on "said".
 * Gives that noun for "shelved", as for "received" in "a letter which she said she had received".
 */
export function antecedentThrough(tree: Tree, predicate: number): number | undefined {
  const { deprel, head: saying } = tree.tokens[predicate]!
  if (!isRelation(deprel, 'ccomp') || saying < 0 || saying > predicate) return undefined
  const { deprel: relation, head: noun } = tree.tokens[saying]!
  const subject = childrenBy(tree, saying, 'nsubj').at(-1)
  if (!isRelation(relation, 'acl:relcl') || subject === undefined || subject > saying) return undefined
  const opening = (subtree(tree, subject)[0] ?? subject) - 1
  if (!/^(which|who|whom|that)$/.test(formAt(tree, opening))) return undefined
  // "evidence that she said he lied" lacks nothing.
  if (tree.tokens[opening]!.xpos === 'IN' && childBy(tree, predicate, 'nsubj') !== undefined) return undefined
  return antecedentOf(tree, opening) ?? (noun < opening ? noun : undefined)
}

/** "Ada Holm (R-Ennet), who fled": what stands in brackets belongs to the name before it. */
function beforeBrackets(tree: Tree, from: number): number {
  let at = from
  while (at >= 0 && tree.tokens[at]!.upos === 'PUNCT' && !/^[)\]]$/.test(formAt(tree, at))) at--
  if (!/^[)\]]$/.test(formAt(tree, at))) return from
  for (let i = at - 1; i >= 0 && i > at - 8; i--) if (/^[([]$/.test(formAt(tree, i))) return i - 1
  return from
}

/** "the head of the office, who": both nouns are of one phrase, so the parser may choose; "fears since he left the office, which" are not. */
function isOneNounPhrase(tree: Tree, inner: number, outer: number): boolean {
  for (let t = inner; t >= 0; t = tree.tokens[t]!.head) {
    if (t === outer) return !isVerb(tree.tokens[t]!)
    if (isVerb(tree.tokens[t]!)) return false
    // "the work of two friends: Ada Holm (Ennet), who left": a name that begins anew is nearer than the noun above.
    if (
      tree.tokens[t]!.upos === 'PROPN' &&
      isRelation(tree.tokens[t]!.deprel, 'parataxis', 'dep', 'list', 'dislocated')
    )
      return false
  }
  return false
}

// "the office declined to comment": who declines to do something acts, though the tagger may see a participle.
function isActing(tree: Tree, predicate: number): boolean {
  return (
    /^(declined|refused|agreed|decided|failed|tried|attempted|struggled|hesitated|managed|threatened|vowed|pledged|offered|sought|began|continued|promised|apologi[sz]ed|resigned)$/.test(
      formAt(tree, predicate),
    ) &&
    (formAt(tree, predicate + 1) === 'to' || /^(apologi[sz]ed|resigned)$/.test(formAt(tree, predicate)))
  )
}

/**
 * "a group of men opened fire": a past tense that the parser took for a participle, told by its object;
 * "the man given a coat" and "the boat called Ida" have one in the passive too.
 */
export function isHiddenFinite(tree: Tree, predicate: number): boolean {
  const { xpos, deprel, lemma, head } = tree.tokens[predicate]!
  if (!/^(VBN|VBD)$/.test(xpos) || !isRelation(deprel, 'acl') || head < 0) return false
  if (childBy(tree, predicate, 'aux', 'nsubj', 'aux:pass') !== undefined) return false
  if (xpos === 'VBD' && !isRelation(deprel, 'acl:relcl')) return true
  const object = childBy(tree, predicate, 'obj')
  // A sentence whose root is a bare noun has lost its verb to that noun.
  const rootless = tree.tokens[head]!.head < 0 && childBy(tree, head, 'cop', 'nsubj', 'det') === undefined
  return (
    (object !== undefined &&
      object > predicate &&
      !/^(give|offer|send|award|pay|tell|grant|deny|show|ask|call|name|dub|hand|teach|title)$/.test(lemma)) ||
    (rootless &&
      tree.tokens[head]!.upos === 'PROPN' &&
      tree.sentence.kind === 'prose' &&
      agentOfPassive(tree, predicate) === undefined)
  )
}

function agentOfPassive(tree: Tree, predicate: number): number | undefined {
  return childrenBy(tree, predicate, 'obl').find((oblique) => caseOf(tree, oblique) === 'by')
}

/**
 * "Ada Holm criticised the closure of the bridge, saying it was safe": a participle behind a comma goes with the verb of the sentence,
 * though the parser may hang it on the nearest noun; "three boats, including hers," does not. Gives that verb.
 */
function actorBeforeComma(tree: Tree, participle: number): number | undefined {
  const { xpos, deprel, head } = tree.tokens[participle]!
  if (xpos !== 'VBG' || deprel !== 'acl' || formAt(tree, participle - 1) !== ',') return undefined
  if (
    /^(including|involving|containing|consisting|concerning|regarding|featuring|depicting|showing|totaling|totalling)$/.test(
      formAt(tree, participle),
    )
  )
    return undefined
  for (let t = head; t >= 0; t = tree.tokens[t]!.head) {
    const token = tree.tokens[t]!
    if (isRelation(token.deprel, 'nsubj', 'acl', 'appos', 'conj')) return undefined
    if (isVerb(token)) return t < participle ? t : undefined
  }
  return undefined
}

/** "Several of the boats went down": those that are counted, where the parser lost the verb to the noun behind "of". */
function counted(tree: Tree, noun: number): number {
  const { head } = tree.tokens[noun]!
  const top = tree.tokens[head]
  const isRoot = top !== undefined && top.head < 0 && head < noun && /^(ADJ|NUM|DET|PRON)$/.test(top.upos)
  return isRoot && caseOf(tree, noun) === 'of' ? head : noun
}

/** "saying the mate “reversed the order": a past tense right behind an object is that noun's, where the parser hung it on a verb above. */
function objectBefore(tree: Tree, predicate: number): number | undefined {
  const { xpos, head } = tree.tokens[predicate]!
  if (xpos !== 'VBD' || head < 0 || !isVerb(tree.tokens[head]!)) return undefined
  const at = /^["“”‘]$/.test(formAt(tree, predicate - 1)) ? predicate - 2 : predicate - 1
  return tree.tokens[at]?.upos === 'NOUN' && tree.tokens[at]!.deprel === 'obj' ? at : undefined
}

/** "the office, which leads the inquiry, declined": the outermost noun, where the parser hung the verb on an inner one. */
function topNoun(tree: Tree, noun: number): number {
  let top = noun
  for (let t = noun; t >= 0; t = tree.tokens[t]!.head) if (/^(NOUN|PROPN)$/.test(tree.tokens[t]!.upos)) top = t
  return top
}

function subjectWithin(tree: Tree, predicate: number, steps: number): Subject | undefined {
  if (steps === 0) return undefined
  const passive = isPassive(tree, predicate)
  const token = tree.tokens[predicate]!
  const own = childBy(tree, predicate, 'nsubj', 'csubj') ?? childBy(tree, predicate, 'expl')
  if (own !== undefined) {
    const relative = /^(who|which|that|whom)$/.test(formAt(tree, own)) && isRelation(token.deprel, 'acl')
    const beside = antecedentOf(tree, own)
    return relative && token.head >= 0 && (beside === undefined || isOneNounPhrase(tree, beside, token.head))
      ? { token: token.head, passive, inherited: false }
      : { token: beside ?? own, passive, inherited: false }
  }
  if (token.head < 0) return undefined
  const described = nounDescribed(tree, predicate)
  if (described !== undefined) return { token: described, passive: true, inherited: true }
  const control = controlOf(tree, predicate)
  if (control?.object !== undefined) return { token: control.object, passive, inherited: true }
  const above = control?.verb ?? sharedAbove(tree, predicate)
  if (above !== undefined) {
    const shared = subjectWithin(tree, above, steps - 1)
    return shared && { token: shared.token, passive, inherited: true }
  }
  if (isRelation(token.deprel, 'acl')) {
    if (isActing(tree, predicate)) return { token: topNoun(tree, token.head), passive: false, inherited: true }
    const acting = actorBeforeComma(tree, predicate)
    if (acting !== undefined) {
      const shared = subjectWithin(tree, acting, steps - 1)
      if (shared) return { token: shared.token, passive: false, inherited: true }
    }
    const told = objectBefore(tree, predicate)
    if (told !== undefined) return { token: told, passive: false, inherited: true }
    // The parser may hang a participle on a verb as if it were a noun: "to begin …, followed by".
    if (isVerb(tree.tokens[token.head]!)) {
      const shared = subjectWithin(tree, token.head, steps - 1)
      return shared && { token: shared.token, passive, inherited: true }
    }
    // "the man they caught": the antecedent is what was caught, not who caught.
    return isRelation(token.deprel, 'acl:relcl') && !['VBG', 'VBN'].includes(token.xpos) && !passive
      ? { token: counted(tree, token.head), passive: false, inherited: true }
      : { token: counted(tree, token.head), passive, inherited: true }
  }
  if (isRelation(token.deprel, 'conj', 'xcomp', 'advcl', 'parataxis', 'ccomp', 'obl')) {
    const above = tree.tokens[token.head]!
    // "said it is old and needs paint": the second clause goes on with what was said.
    const said = isRelation(token.deprel, 'conj') ? childBy(tree, token.head, 'ccomp') : undefined
    if (said !== undefined && said < predicate && continuesTense(tree, token.head, predicate))
      return subjectWithin(tree, said, steps - 1)
    const antecedent = antecedentThrough(tree, predicate)
    if (antecedent !== undefined && isFiniteAt(tree, predicate)) return { token: antecedent, passive, inherited: true }
    const object = isRelation(token.deprel, 'xcomp') ? childBy(tree, token.head, 'obj', 'iobj') : undefined
    if (object !== undefined && isVerb(above)) return { token: object, passive, inherited: true }
    const shared = subjectWithin(tree, token.head, steps - 1)
    return shared && { token: shared.token, passive, inherited: true }
  }
  return undefined
}
