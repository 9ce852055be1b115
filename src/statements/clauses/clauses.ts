import { isLeftOpen } from '../factuality/factuality.js'
import { isHiddenFinite, isPassive, type Subject, subjectOf } from '../subjects.js'
import { childBy, childrenBy, formAt, isFiniteAt, isRelation, isVerb, subtree, type Tree } from '../trees.js'
import { assertsNothing } from './fragments.js'

/** One clause, or one apposition that asserts as much: what a statement is made of. */
export interface Clause {
  /** How it was recognised; the statement's rule. */
  readonly rule:
    | 'main-clause'
    | 'subordinate-clause'
    | 'relative-clause'
    | 'participle'
    | 'apposition'
    | 'title'
    | 'age'
    | 'headline'
  readonly tree: Tree
  /** The verb, or the noun or adjective with a copula or in apposition. */
  readonly predicate: number
  readonly subject: Subject | undefined
  /** Tokens of the clause without the clauses inside it that are statements of their own; the subject is among them only where it stands in the clause. */
  readonly tokens: readonly number[]
  /** Its tokens with those clauses inside it without which its words make no sense: "the lamp [that he had lit]". */
  readonly words: readonly number[]
}

/**
 * The clauses of a sentence in text order.
 * `isCue` tells the words that only say who said the rest: "Ada Holm said" is no statement of its own, nor a part of one;
 * `isSource` tells the words that name those who said it.
 */
export function findClauses(
  tree: Tree,
  isCue: (token: number) => boolean,
  isSource: (token: number) => boolean,
): Clause[] {
  if (tree.sentence.kind === 'furniture' || isQuestion(tree)) return []
  const rules = tree.tokens.map((_, i) => (isLeftOpen(tree, i) ? undefined : ruleFor(tree, i, isCue)))
  const heads = rules.flatMap((rule, i) => (rule ? [i] : []))
  const own = new Set(heads)
  return heads.flatMap((predicate) => {
    const rule = rules[predicate]!
    if (rule === 'age') return [aside(tree, predicate, rule)]
    // The words that only say who spoke bound the other clauses and are none themselves.
    if (isCue(predicate)) return []
    const cutOff = (child: number) => own.has(child) || belongsToCue(tree, child, isCue, isSource)
    const raisedFrom = raisingVerb(tree, predicate, isCue)
    // "He regretted that she left" keeps what was regretted; the leaving is a statement besides.
    const kept = new Set([...childrenBy(tree, predicate, 'ccomp'), ...resultsOf(tree, predicate)])
    const cut: number[] = []
    const tokens = subtree(tree, predicate, (child) => {
      const goes = cutOff(child) && !kept.has(child)
      if (goes) cut.push(child)
      return goes
    })
    const words = cut.some((child) => isRestrictive(tree, child, isCue))
      ? subtree(tree, predicate, (child) => cutOff(child) && !kept.has(child) && !isRestrictive(tree, child, isCue))
      : tokens
    const subject =
      rule === 'apposition'
        ? { token: tree.tokens[predicate]!.head, passive: false, inherited: true }
        : saidOf(tree, predicate, own, isCue)
    // "is said to have swayed": the subject stands with the cue, and belongs to the statement; so does that of "men opened fire".
    const apart = subject && (raisedFrom !== undefined || isHiddenFinite(tree, predicate)) ? subject.token : undefined
    const withSubject = (list: readonly number[]) =>
      apart === undefined
        ? list
        : [...new Set([...subtree(tree, apart, (child) => cutOff(child) || child === predicate), ...list])].sort(
            (x, y) => x - y,
          )
    const edged = contiguous(tree, withSubject(tokens), predicate)
    return [
      {
        rule,
        tree,
        predicate,
        subject,
        tokens: edged,
        words: words === tokens ? edged : contiguous(tree, withSubject(words), predicate),
      },
    ]
  })
}

/** "ordered the lanes closed", "left the town straining": without what becomes of the object the verb says nothing, or something else. */
function resultsOf(tree: Tree, predicate: number): number[] {
  const { lemma } = tree.tokens[predicate]!
  if (!/^(order|leave|have|get|want|keep|render|declare)$/.test(lemma.toLowerCase())) return []
  const object = childBy(tree, predicate, 'obj')
  if (object === undefined || object < predicate) return []
  // "has a bridge built in 1890", "left the scene driving a van": of one not named before it only tells which, and of a doer what else he did.
  const isKnown =
    tree.tokens[object]!.upos === 'PROPN' ||
    childrenBy(tree, object, 'det', 'nmod:poss').some((det) => !/^(a|an|some|any)$/.test(formAt(tree, det)))
  if (!isKnown) return []
  const doing = isThing(tree, predicate) ? childrenBy(tree, predicate, 'advcl') : []
  return [...childrenBy(tree, object, 'acl'), ...childrenBy(tree, predicate, 'xcomp', 'ccomp'), ...doing].filter(
    (i) =>
      i > object &&
      /^VB[NG]$/.test(tree.tokens[i]!.xpos) &&
      childBy(tree, i, 'mark', 'aux') === undefined &&
      !tree.tokens.slice(object + 1, i).some(({ upos }) => upos === 'PUNCT' || upos === 'NOUN' || upos === 'PROPN'),
  )
}

/** "the war", and not "the suspect" or a name: no one who might do what a participle tells. */
function isThing(tree: Tree, predicate: number): boolean {
  const subject = childBy(tree, predicate, 'nsubj')
  return (
    subject !== undefined &&
    /^(war|fire|storm|attack|ruling|decision|crash|strike|blast|order|move|crisis|flood|quake|vote|law|shooting|explosion)s?$/.test(
      formAt(tree, subject),
    )
  )
}

function isResult(tree: Tree, i: number): boolean {
  const { head } = tree.tokens[i]!
  return head >= 0 && [head, tree.tokens[head]!.head].some((verb) => verb >= 0 && resultsOf(tree, verb).includes(i))
}

/**
 * Who a clause is said of. In "All were well after being treated, the doctor said" the parser may hang "treated" on "said",
 * though it is the patients who were: a participle before the cue goes with the clause before it.
 */
function saidOf(
  tree: Tree,
  predicate: number,
  own: ReadonlySet<number>,
  isCue: (token: number) => boolean,
): Subject | undefined {
  const { head, deprel } = tree.tokens[predicate]!
  const isStray =
    isRelation(deprel, 'advcl') && head > predicate && isCue(head) && childBy(tree, predicate, 'nsubj') === undefined
  if (!isStray) {
    // The same for a participle below such a one.
    const goesWith = isRelation(deprel, 'advcl') && childBy(tree, predicate, 'nsubj') === undefined && own.has(head)
    const above = goesWith && head < predicate ? tree.tokens[head]! : undefined
    if (above && isRelation(above.deprel, 'advcl') && above.head > head && isCue(above.head)) {
      const shared = saidOf(tree, head, own, isCue)
      return shared && { token: shared.token, passive: isPassive(tree, predicate), inherited: true }
    }
    return subjectOf(tree, predicate)
  }
  const before = [...own]
    .filter((i) => i < predicate && !isRelation(tree.tokens[i]!.deprel, 'acl', 'advcl', 'appos'))
    .at(-1)
  const shared = before === undefined ? undefined : subjectOf(tree, before)
  return shared && { token: shared.token, passive: isPassive(tree, predicate), inherited: true }
}

/** Longer than this a clause inside a clause is told on its own only. */
const longestInside = 16

/** "the lamp that he had lit", "proof that it burnt": what tells which one is meant, and has no comma before it. */
function isRestrictive(tree: Tree, child: number, isCue: (token: number) => boolean): boolean {
  const { deprel, head } = tree.tokens[child]!
  if (!isRelation(deprel, 'acl', 'ccomp', 'csubj', 'xcomp')) return false
  const inside = subtree(tree, child)
  const first = inside[0]!
  // "There are those who …", "anyone who …": nothing at all without it.
  const most =
    /^(PRON|DET)$/.test(tree.tokens[head]!.upos) || /^(those|anyone|everyone|someone)$/.test(formAt(tree, head))
      ? 40
      : longestInside
  if (inside.length > most || inside.some(isCue)) return false
  if (first < head && !isRelation(deprel, 'csubj')) return false
  return !/^[,–—-]$|^--$|^[(;:]$/.test(formAt(tree, first)) && !/^[,–—-]$|^--$|^[(;:]$/.test(formAt(tree, first - 1))
}

/** "according to the keeper", "…, and some close to her said": words that name who said something else. */
function belongsToCue(
  tree: Tree,
  child: number,
  isCue: (token: number) => boolean,
  isSource: (token: number) => boolean,
): boolean {
  if (!isSource(child)) return false
  return (
    childrenBy(tree, child, 'case').some(isCue) ||
    (isRelation(tree.tokens[child]!.deprel, 'conj', 'parataxis', 'dep') && childrenBy(tree, child, 'acl').some(isCue))
  )
}

/** The age or role that stands beside a name, as a clause of its own. */
function aside(tree: Tree, predicate: number, rule: 'age'): Clause {
  const subject = ageBearer(tree, predicate)
  const age = ageTokens(tree, predicate)
  return {
    rule,
    tree,
    predicate,
    subject: { token: subject, passive: false, inherited: true },
    tokens: age,
    words: age,
  }
}

function ruleFor(tree: Tree, i: number, isCue: (token: number) => boolean): Clause['rule'] | undefined {
  const token = tree.tokens[i]!
  const { deprel, head } = token
  if (token.upos === 'PUNCT') return undefined
  if (isAgeBefore(tree, i)) return isUnborneAge(tree, i) ? undefined : 'age'
  if (isRelation(deprel, 'appos')) return appositionRule(tree, i)
  const verbal = isVerb(token) && !['aux', 'aux:pass', 'cop', 'case', 'mark'].includes(deprel)
  const nominalPredicate = !isVerb(token) && childBy(tree, i, 'cop') !== undefined
  const finiteNoun = !isVerb(token) && childBy(tree, i, 'nsubj') !== undefined && childBy(tree, i, 'aux') !== undefined
  if (!verbal && !nominalPredicate && !finiteNoun) return undefined
  if (assertsNothing(tree, i) || isResult(tree, i)) return undefined
  if (isRelation(deprel, 'root'))
    return isFiniteAt(tree, i) || childBy(tree, i, 'nsubj', 'csubj') !== undefined ? 'main-clause' : undefined
  if (isRelation(deprel, 'acl:relcl')) return 'relative-clause'
  if (isHiddenFinite(tree, i)) return 'subordinate-clause'
  if (isRelation(deprel, 'acl'))
    return isPlainParticiple(tree, i) ? (verbal ? 'participle' : 'subordinate-clause') : undefined
  if (isRelation(deprel, 'ccomp', 'parataxis', 'csubj', 'dep', 'list', 'dislocated'))
    return !isWhClause(tree, i) &&
      !isYetToCome(tree, i) &&
      (isFiniteAt(tree, i) || childBy(tree, i, 'nsubj') !== undefined)
      ? 'subordinate-clause'
      : undefined
  if (isRelation(deprel, 'advcl'))
    return purposeOrCondition(tree, i) || (isNounlike(tree, i) && !isCue(head))
      ? undefined
      : isFiniteAt(tree, i)
        ? 'subordinate-clause'
        : 'participle'
  if (isRelation(deprel, 'conj'))
    return head >= 0 && ruleFor(tree, head, isCue) && (verbal || nominalPredicate) && !sharesInfinitive(tree, i)
      ? conjRule(tree, i)
      : undefined
  // What is said to be so is asserted; what is planned, tried or ordered is part of the planning.
  if (isRelation(deprel, 'xcomp')) return head >= 0 && isCue(head) ? 'subordinate-clause' : undefined
  return undefined
}

// "the crew hired in Ennet" asserts; "the plan to leave" and "the habit of leaving" do not, nor does "talking points";
// in "whether the crew stood by it" the parser has lost the verb of a question.
function isPlainParticiple(tree: Tree, i: number): boolean {
  const { xpos, head } = tree.tokens[i]!
  const isAsked = formAt(tree, (subtree(tree, head)[0] ?? 0) - 1) === 'whether'
  return xpos !== 'VB' && i > head && !isNounlike(tree, i) && !isAsked
}

/** "of leaving", "for leaving": a gerund that stands like a noun. */
function isNounlike(tree: Tree, i: number): boolean {
  const mark = childBy(tree, i, 'mark', 'case')
  return (
    (tree.tokens[i]!.xpos === 'VBG' || childrenBy(tree, i, 'aux').some((aux) => tree.tokens[aux]!.xpos === 'VBG')) &&
    mark !== undefined &&
    /^(of|for|from|in|to|at|about|against|with|than|on|into|over|toward|towards)$/.test(formAt(tree, mark))
  )
}

/** "why he left", "what he did": known or asked, and told elsewhere. */
function isWhClause(tree: Tree, i: number): boolean {
  const first = subtree(tree, i)[0]
  return first !== undefined && /^(WRB|WP|WP\$)$/.test(tree.tokens[first]!.xpos) && formAt(tree, first) !== 'when'
}

function conjRule(tree: Tree, i: number): Clause['rule'] {
  return isFiniteAt(tree, i) ? 'main-clause' : 'participle'
}

// "to find and arrest him": both hang on one infinitive.
function sharesInfinitive(tree: Tree, i: number): boolean {
  return (
    tree.tokens[i]!.xpos === 'VB' &&
    childBy(tree, i, 'aux', 'nsubj') === undefined &&
    isRelation(tree.tokens[tree.tokens[i]!.head]!.deprel, 'xcomp', 'advcl', 'acl', 'ccomp')
  )
}

/** "to join them", "if he is let in": not said to be so. */
function purposeOrCondition(tree: Tree, i: number): boolean {
  const mark = childBy(tree, i, 'mark')
  if (mark !== undefined && /^(if|unless|whether|lest|until)$/.test(formAt(tree, mark))) return true
  if (isYetToCome(tree, i)) return true
  const isInfinitive = tree.tokens[i]!.xpos === 'VB' || (mark !== undefined && formAt(tree, mark) === 'to')
  return isInfinitive && !isFiniteAt(tree, i)
}

/** "When the war is over, we will know": what is to come first has not come yet. */
function isYetToCome(tree: Tree, i: number): boolean {
  const openings = childrenBy(tree, i, 'mark', 'advmod').filter((mark) => mark < i)
  const opens = (words: RegExp) => openings.some((mark) => words.test(formAt(tree, mark)))
  const isBefore = tree.tokens[i]!.head > i
  const hasBeen = childrenBy(tree, i, 'aux').some((aux) => tree.tokens[aux]!.lemma === 'have')
  if (!opens(/^(when|once|before|whenever)$/) && !(opens(/^after$/) && isBefore && !hasBeen)) return false
  const isPresent = [i, ...childrenBy(tree, i, 'aux', 'cop')].some((at) => /^VB[ZP]$/.test(tree.tokens[at]!.xpos))
  const { head } = tree.tokens[i]!
  const isAhead = (verb: number) => childrenBy(tree, verb, 'aux').some((aux) => tree.tokens[aux]!.xpos === 'MD')
  return isPresent && head >= 0 && [head, ...childrenBy(tree, head, 'ccomp')].some(isAhead)
}

/** "Ada Holm, 40," and "Ada Holm, a baker,": ages and roles; other appositions rename and assert little. */
function appositionRule(tree: Tree, i: number): Clause['rule'] | undefined {
  const { upos, xpos, head, form } = tree.tokens[i]!
  if (upos === 'NUM' && /^\d{1,3}$/.test(form) && tree.tokens[head]?.upos === 'PROPN') return 'age'
  if (upos !== 'NOUN' || xpos === 'CD' || childBy(tree, i, 'nsubj', 'aux', 'cop') !== undefined) return undefined
  return childBy(tree, i, 'det', 'nmod:poss', 'nmod', 'amod', 'compound') !== undefined ? 'apposition' : undefined
}

/** "26-year-old" before the name or description of a person, and "Ada Holm, 40," where the parser takes the number for a modifier. */
function isAgeBefore(tree: Tree, i: number): boolean {
  const { form, head, deprel, upos } = tree.tokens[i]!
  if (upos !== 'NUM' && upos !== 'ADJ' && upos !== 'NOUN' && upos !== 'PROPN') return false
  if (/^\d{1,3}-years?-old$/i.test(form)) return head >= 0 && isRelation(deprel, 'amod', 'compound', 'nummod')
  if (isOldOfAge(tree, i)) return true
  return (
    head >= 0 &&
    upos === 'NUM' &&
    /^\d{1,3}$/.test(form) &&
    isRelation(deprel, 'nummod', 'nmod', 'amod', 'dep', 'obl') &&
    tree.tokens[head]!.upos === 'PROPN' &&
    formAt(tree, i - 1) === ',' &&
    /^[,.)]?$/.test(formAt(tree, i + 1))
  )
}

/** The "old" of "26-year-old", written with hyphens in five words. */
function isOldOfAge(tree: Tree, i: number): boolean {
  return (
    formAt(tree, i) === 'old' &&
    /^[-‑–]$/.test(formAt(tree, i - 1)) &&
    /^years?$/.test(formAt(tree, i - 2)) &&
    /^[-‑–]$/.test(formAt(tree, i - 3)) &&
    /^\d{1,3}$/.test(formAt(tree, i - 4))
  )
}

/** Whose age it is: the noun it stands before, the name it stands behind, or "the 26-year-old" itself. */
function ageBearer(tree: Tree, i: number): number {
  const { head, deprel } = tree.tokens[i]!
  if (!isOldOfAge(tree, i)) return head
  return isRelation(deprel, 'amod', 'appos', 'parataxis', 'compound', 'nmod') && head >= 0 ? head : i
}

/** "identified as 66-year-old" whose name the parser hung elsewhere: an age that nobody has. */
function isUnborneAge(tree: Tree, i: number): boolean {
  return ageBearer(tree, i) === i && childBy(tree, i, 'det', 'nmod:poss') === undefined
}

function ageTokens(tree: Tree, i: number): number[] {
  return isOldOfAge(tree, i) ? [i - 4, i - 3, i - 2, i - 1, i] : [i]
}

/** The cue that took the clause's subject: "is thought" in "is thought to be". */
function raisingVerb(tree: Tree, predicate: number, isCue: (token: number) => boolean): number | undefined {
  const { head, deprel } = tree.tokens[predicate]!
  return isRelation(deprel, 'xcomp') && head >= 0 && isCue(head) && isPassive(tree, head) ? head : undefined
}

// "that" before a clause, taken for a pronoun by the parser.
function isStrayThat(tree: Tree, i: number): boolean {
  const next = tree.tokens[i + 1]
  return formAt(tree, i) === 'that' && next !== undefined && !/^(VBD|VBZ|MD|NN)$/.test(next.xpos)
}

function isQuestion(tree: Tree): boolean {
  return tree.tokens.slice(-3).some(({ form }) => form === '?')
}

/** Leaves out the words at the edges that only join the clause to others, and what lies beyond a gap that is not its own. */
function contiguous(tree: Tree, tokens: readonly number[], predicate: number): readonly number[] {
  let from = 0
  let to = tokens.length
  const joins = (i: number) => {
    const { upos, deprel, head } = tree.tokens[i]!
    return (
      upos === 'PUNCT' ||
      (head === predicate && isRelation(deprel, 'cc', 'mark') && i < predicate && formAt(tree, i) !== 'neither') ||
      isStrayThat(tree, i)
    )
  }
  while (from < to - 1 && joins(tokens[from]!)) from++
  while (to > from + 1 && tree.tokens[tokens[to - 1]!]!.upos === 'PUNCT') to--
  return tokens.slice(from, to)
}
