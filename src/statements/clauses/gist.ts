import type { Voice } from '../../model/statements.js'
import type { ParsedReport } from '../parsed-report.js'
import { childBy, childrenBy, formAt, isRelation, subtree, type Tree } from '../trees.js'
import type { Clause } from './clauses.js'
import { finiteWords } from './finite.js'
import { gapOf } from './gaps.js'
import { namedThing } from './named-thing.js'
import { type Namer, namerFor } from './pronouns.js'
import { joined, plainWord, printed, type Word } from './words.js'

/**
 * The clause as one plain sentence: the subject supplied where it stands elsewhere, a participle made finite,
 * and pronouns replaced by the names they stand for; one whose name stands in the sentence already stays.
 * What only tells which ones are meant is told as their name: "Electors who break their pledge".
 * `speaker` is who says "I", where that is known.
 */
export function gistOf(clause: Clause, speaker: Voice | null, parsed: ParsedReport): string {
  const { tree, predicate, subject, rule } = clause
  const name = namedThing(clause)
  if (name) {
    const namer = namerFor(tree, name, speaker, parsed)
    return finish(
      name.filter((i) => !isQuotationMark(tree, i)).map((i, at, all) => spaced(tree, all[at - 1], i, namer.word(i))),
    )
  }
  const own = trimmed(
    tree,
    clause.words.filter((i) => !isDropped(tree, i, clause)),
    predicate,
  )
  const subjectInside = subject !== undefined && own.includes(subject.token)
  const namer = namerFor(tree, subject && !subjectInside ? [...own, subject.token] : own, speaker, parsed)
  const supplied = subject && !subjectInside ? [nameOf(tree, subject.token, namer)] : []
  if (rule === 'age') return finish([...supplied, plainWord(`is ${ageOf(clause)} years old`)])
  const words = own.map((i, at) => spaced(tree, own[at - 1], i, wordAt(tree, i, clause, namer)))
  if (rule === 'title' || rule === 'apposition') {
    const one = subject !== undefined && tree.tokens[subject.token]!.xpos === 'NNP' && !isPlural(tree, subject.token)
    const is = rule === 'apposition' && !one && isPlural(tree, predicate) ? 'are' : 'is'
    const said = words.map((word) =>
      one && rule === 'title' && word.token === predicate ? singular(tree, predicate, word) : word,
    )
    return finish([...supplied, plainWord(is), ...withArticle(tree, own, predicate, said)])
  }
  const verbed = finiteWords(clause, own, words, isPlural(tree, subject?.token))
  const condition = conditionOver(tree, predicate).filter((i) => !isQuotationMark(tree, i))
  const first = condition.map((i, at) => spaced(tree, condition[at - 1], i, namer.word(i)))
  return finish([...first, ...supplied, ...withGapFilled(clause, own, verbed, namer)])
}

/** Longer conditions are left to the reader of the words. */
const longestCondition = 25

/** "If the lamp fails, ships will stop and [the town] will starve": what stands over two verbs that lie ahead is told with either. */
function conditionOver(tree: Tree, predicate: number): readonly number[] {
  const { deprel, head } = tree.tokens[predicate]!
  if (!isRelation(deprel, 'conj') || head < 0) return []
  const isAhead = childrenBy(tree, predicate, 'aux').some((aux) => tree.tokens[aux]!.xpos === 'MD')
  if (!isAhead || childrenBy(tree, predicate, 'cc').some((cc) => formAt(tree, cc) === 'but')) return []
  const condition = childrenBy(tree, head, 'advcl').find(
    (child) => child < head && childrenBy(tree, child, 'mark').some((mark) => /^(if|unless)$/.test(formAt(tree, mark))),
  )
  if (condition === undefined) return []
  const words = subtree(tree, condition)
  const comma = words.at(-1)! + 1
  if (words.length > longestCondition) return []
  return formAt(tree, comma) === ',' ? [...words, comma] : words
}

/** "Senators Ada Holm and Jo Pereth": each is one. */
function singular(tree: Tree, noun: number, word: Word): Word {
  return /^NNP?S$/.test(tree.tokens[noun]!.xpos) ? { ...word, text: word.text.replace(/s$/, '') } : word
}

/** "the man they caught": what was caught stands before the clause and is put after its verb. */
function withGapFilled(clause: Clause, own: readonly number[], words: readonly Word[], namer: Namer): Word[] {
  const gap = gapOf(clause)
  if (!gap || own.includes(gap.filler)) return [...words]
  const at = words.findIndex((word) => word.token === gap.after)
  if (at < 0) return [...words]
  return [...words.slice(0, at + 1), nameOf(clause.tree, gap.filler, namer), ...words.slice(at + 1)]
}

/** "lawyer" → "a lawyer"; a title with a capital, with an article or with an owner needs none. */
function withArticle(tree: Tree, own: readonly number[], predicate: number, words: readonly Word[]): Word[] {
  const first = own[0]
  if (first === undefined) return [...words]
  const opens = tree.tokens[first]!
  const head = tree.tokens[predicate]!
  const bare =
    head.xpos === 'NN' &&
    childBy(tree, predicate, 'det', 'nmod:poss') === undefined &&
    !/^(DET|PRON|NUM)$/.test(opens.upos) &&
    !/^(first|second)$/i.test(opens.form) &&
    !own.some((i) => /^(’s|'s|’|')$/.test(tree.tokens[i]!.form) || tree.tokens[i]!.upos === 'DET')
  // "Former Senator" at the head of a sentence: only what is no name begins small.
  const common = /^(former|late|retired|acting|veteran|longtime|then|ex|his|her|their|its|our|the|a|an)$/i.test(
    opens.form,
  )
  const small =
    common || (!/^.+[A-Z]/.test(opens.form) && own.slice(1).every((i) => /^[^A-Z]/.test(tree.tokens[i]!.form)))
  const lowered = first === 0 && small && opens.upos !== 'PROPN' ? opens.form.toLowerCase() : words[0]!.text
  const rest = [{ ...words[0]!, text: lowered }, ...words.slice(1)]
  const described = /^(former|late|retired|acting|veteran|longtime|senior|top)$/.test(lowered)
  return (bare && own.every((i) => tree.tokens[i]!.upos !== 'PROPN')) || (described && head.xpos !== 'NNS')
    ? [plainWord(/^[aeiou]/i.test(lowered) ? 'an' : 'a'), ...rest]
    : rest
}

function wordAt(tree: Tree, i: number, { predicate, rule }: Clause, namer: Namer): Word {
  const token = tree.tokens[i]!
  if (/^whose$/i.test(token.form) && rule === 'relative-clause') {
    const owner = nameOf(tree, tree.tokens[predicate]!.head, namer).text
    return printed(i, `${owner}${owner.endsWith('s') ? '’' : '’s'}`)
  }
  // "the rock on which it stands" → "on the rock it stands"
  if (/^(which|whom)$/i.test(token.form) && rule === 'relative-clause' && childBy(tree, i, 'case') !== undefined)
    return printed(i, nameOf(tree, tree.tokens[predicate]!.head, namer).text)
  return namer.word(i)
}

/** A space stands where the text has one, or had a quotation mark. */
function spaced(tree: Tree, previous: number | undefined, i: number, word: Word): Word {
  if (previous === undefined) return { ...word, space: true }
  return { ...word, space: word.apart === true || tree.tokens[previous]!.end < tree.tokens[i]!.start }
}

/** Words that join, ask or hedge about the saying, and the marks round them. */
function isDropped(tree: Tree, i: number, clause: Clause): boolean {
  const { predicate, words, rule } = clause
  const { upos, deprel, head, form } = tree.tokens[i]!
  if (isQuotationMark(tree, i)) return true
  if (/^(who|which)$/i.test(form) && isRelation(deprel, 'nsubj') && head === predicate && clause.subject?.token !== i)
    return true
  if (
    /^(who|which|that|whom)$/i.test(form) &&
    childBy(tree, i, 'case') === undefined &&
    head === predicate &&
    (isRelation(deprel, 'nsubj') || (isRelation(deprel, 'obj', 'obl') && i < predicate)) &&
    (rule === 'relative-clause' || (i === words[0] && isRelation(tree.tokens[predicate]!.deprel, 'acl', 'ccomp')))
  )
    return true
  // "Ada Holm and her crew left": an "and" inside the clause stays, whatever the parser hangs it on.
  const isInside = isRelation(deprel, 'cc') && words.includes(i - 1) && tree.tokens[i - 1]!.upos !== 'PUNCT'
  if (head === predicate && i < predicate && !isInside && (isJoining(tree, i) || isEven(tree, i, predicate)))
    return true
  // "even though", "as if", "so that": what hangs on a word that is dropped goes with it.
  if (head >= 0 && tree.tokens[head]!.head === predicate && head < predicate && isJoining(tree, head)) return true
  if (
    /^(reportedly|allegedly|also|however|then|though|meanwhile|instead|moreover|furthermore|nevertheless|thus|therefore)$/i.test(
      form,
    )
  )
    return isRelation(deprel, 'advmod', 'discourse') && head === predicate
  if (
    /^(so|and|but)$/i.test(form) &&
    i === words[0] &&
    head === predicate &&
    isRelation(deprel, 'advmod', 'cc', 'mark')
  )
    return true
  if (/^(well|oh|yes|no|look)$/i.test(form) && isRelation(deprel, 'discourse')) return true
  if (upos !== 'PUNCT') return false
  // "The war, which has lasted": the comma goes with the "which".
  if (
    form === ',' &&
    /^(who|which)$/.test(formAt(tree, i + 1)) &&
    tree.tokens[i + 1]?.head === predicate &&
    rule !== 'headline'
  )
    return true
  // A comma beside a clause that is a statement of its own goes with that clause.
  const at = words.indexOf(i)
  const beside = words[at - 1] !== i - 1 || words[at + 1] !== i + 1
  return at === 0 || at === words.length - 1 || (beside && /^([,—–―:;-]|--)$/.test(form))
}

/** A quotation mark. */
function isQuotationMark(tree: Tree, i: number): boolean {
  const { form, upos } = tree.tokens[i]!
  return /^[“”"‘«»„]$|^''$|^``$/.test(form) || (/^[’']$/.test(form) && upos === 'PUNCT')
}

/** "even as she left": goes with the "as". */
function isEven(tree: Tree, i: number, predicate: number): boolean {
  const next = tree.tokens[i + 1]
  return formAt(tree, i) === 'even' && next?.head === predicate && i + 1 < predicate && isJoining(tree, i + 1)
}

/** "when", "although", "that", "and" before the clause. */
function isJoining(tree: Tree, i: number): boolean {
  const { deprel, form, xpos } = tree.tokens[i]!
  if (isRelation(deprel, 'cc')) return !/^neither$/i.test(form)
  if (isRelation(deprel, 'mark')) return !/^(to|if|unless)$/i.test(form)
  return (
    /^(when|where|while|as|though|whenever)$/i.test(form) && isRelation(deprel, 'advmod') && /^(WRB|IN)$/.test(xpos)
  )
}

/** Leaves out what hangs at the end after a clause was cut: "…, because", "and", "of the", "all of". */
function trimmed(tree: Tree, own: readonly number[], predicate: number): number[] {
  const kept = new Set(own)
  let to = own.length
  while (to > 1) {
    const i = own[to - 1]!
    const { upos, xpos, deprel, head, form } = tree.tokens[i]!
    if (i === predicate) break
    const headGone = head >= 0 && !kept.has(head)
    const dangling =
      (/^(CCONJ|SCONJ|PUNCT)$/.test(upos) && !/^[)\]%.]$/.test(form)) ||
      (headGone && /^(ADP|DET|PART|ADV)$/.test(upos)) ||
      (/^(ADP|SCONJ)$/.test(upos) && isRelation(deprel, 'case', 'mark', 'fixed') && head > i) ||
      (isRelation(deprel, 'det') && head > i) ||
      /^(WRB|WDT)$/.test(xpos) ||
      (/^(what|who|whom)$/i.test(form) && head > i)
    if (!dangling) break
    kept.delete(i)
    to--
  }
  return own.slice(0, to)
}

/** Someone or something that stands outside the clause: the name, or the words without the clauses that hang on them. */
function nameOf(tree: Tree, top: number, namer: Namer): Word {
  const token = tree.tokens[top]!
  if (token.upos === 'PRON') return { ...namer.word(top), space: true }
  const name = namer.nameAt(top)
  if (name !== undefined) return plainWord(name)
  const words = subtree(tree, top, (child) => !isOfName(tree, child, top))
  return plainWord(joined(words.map((i, at) => spaced(tree, words[at - 1], i, namer.word(i)))))
}

/** What belongs to the words that name a thing: its article, adjectives, owner, and "of the harbour". */
function isOfName(tree: Tree, child: number, top: number): boolean {
  const { deprel, upos, head, form } = tree.tokens[child]!
  if (upos === 'PUNCT') return /^[-–’'./$]$/.test(form) && child + 1 < tree.tokens.length && head !== top
  if (head !== top) return !isRelation(deprel, 'acl', 'appos', 'parataxis', 'advcl')
  // "Ada Holm, 40": the age is what is said of her.
  if (tree.tokens[top]!.form === '$') return isRelation(deprel, 'nummod', 'det', 'amod', 'nmod')
  if (upos === 'NUM' && child > top) return !isRelation(deprel, 'appos', 'nummod') || form.startsWith('$')
  if (isRelation(deprel, 'conj')) return true
  return isRelation(deprel, 'det', 'amod', 'compound', 'nummod', 'nmod', 'flat', 'fixed', 'goeswith')
}

function isPlural(tree: Tree, subject: number | undefined): boolean {
  if (subject === undefined) return false
  const { xpos, form } = tree.tokens[subject]!
  return (
    /^(NNS|NNPS)$/.test(xpos) ||
    /^(they|we|you|these|those|many|some|most|several|both|few)$/i.test(form) ||
    childBy(tree, subject, 'conj') !== undefined
  )
}

function ageOf({ tree, tokens, predicate }: Clause): string {
  const form = tree.tokens[tokens[0] ?? predicate]!.form
  return /\d+/.exec(form)?.[0] ?? form
}

function finish(words: readonly Word[]): string {
  const sentence = unpaired(joined(words))
    .replace(/ +([,.;:!?)\]])/g, '$1')
    .replace(/([([]) +/g, '$1')
    .replace(/,[, ]*,/g, ',')
    // "a 29-year-old engineer", its age told apart, is an engineer.
    .replace(/(^A|\ba) (?=[aeio](?!u|ne\b|nce\b))/g, '$1n ')
    .replace(/\(\)|\[\]/g, '')
    .replace(/ {2,}/g, ' ')
    .replace(/(^|, )(?:you know|I mean|mind you|you see), /gi, '$1')
    .replace(/^[\s,;:—–―-]*(?:and|but) (?=\S+ \S)/i, '')
    .replace(/^[\s,;:—–―-]+|[\s,;:—–―-]+$/g, '')
    .replace(/([^.])\.$/, (all, before: string) => (/[A-Za-z]/.test(before) ? all : before))
    .trim()
  return sentence === '' ? sentence : sentence[0]!.toUpperCase() + sentence.slice(1)
}

/** A bracket whose partner was left out goes too. */
function unpaired(text: string): string {
  const open = (text.match(/\(/g) ?? []).length
  const close = (text.match(/\)/g) ?? []).length
  return open === close ? text : text.replace(/[()]/g, '')
}
