import type { Mention, Token } from '../../model/reading.js'
import type { Voice } from '../../model/statements.js'
import type { ParsedReport } from '../parsed-report.js'
import { isPassive } from '../subjects.js'
import { childBy, childrenBy, isRelation, isVerb, subtree, type Tree } from '../trees.js'
import { type Clause, isFiniteAt } from './clauses.js'
import { pastTense } from './past-tense.js'

/**
 * The clause as one plain sentence: the subject supplied where it stands elsewhere, a participle made finite,
 * and pronouns replaced by the names they stand for. `speaker` is who says "I", where that is known.
 */
export function gistOf(clause: Clause, speaker: Voice | null, parsed: ParsedReport): string {
  const { tree, predicate, subject, tokens, rule } = clause
  const named = new Set<number>()
  const own = tokens.filter((i) => !isDropped(tree, i, clause))
  const subjectInside = subject !== undefined && own.includes(subject.token)
  const supplied =
    subject && !subjectInside ? [{ text: nameOf(tree, subject.token, speaker, named, parsed), space: true }] : []
  const words = own.map((i, at) => spaced(tree, own[at - 1], i, wordAt(tree, i, speaker, named, parsed)))
  if (rule === 'age') return finish([...supplied, plainWord(`is ${ageOf(tree.tokens[predicate]!)} years old`)])
  if (rule === 'apposition')
    return finish([...supplied, plainWord(subjectIsPlural(tree, subject?.token) ? 'are' : 'is'), ...words])
  const insertAt = own.indexOf(predicate)
  const bareCopula = childrenBy(tree, predicate, 'cop').some((copula) =>
    /^(be|being|been)$/.test(tree.tokens[copula]!.form),
  )
  const finite = isFiniteAt(tree, predicate) || (!isVerb(tree.tokens[predicate]!) && !bareCopula)
  const verbed = finite || insertAt < 0 ? words : madeFinite(clause, own, words)
  return finish([...supplied, ...verbed, ...objectLeftOut(clause, speaker, named, parsed)])
}

/** "the man they caught": what was caught stands before the clause and is put after it. */
function objectLeftOut(
  { tree, predicate, subject, rule }: Clause,
  speaker: Voice | null,
  named: Set<number>,
  parsed: ParsedReport,
): Word[] {
  const { head } = tree.tokens[predicate]!
  if (
    rule !== 'relative-clause' ||
    head < 0 ||
    subject === undefined ||
    subject.token === head ||
    !isVerb(tree.tokens[predicate]!)
  )
    return []
  if (isPassive(tree, predicate) || childBy(tree, predicate, 'ccomp', 'xcomp', 'obl') !== undefined) return []
  const object = childBy(tree, predicate, 'obj')
  const isGap =
    object === undefined
      ? childBy(tree, predicate, 'advmod') === undefined
      : /^(that|which|whom|who)$/i.test(tree.tokens[object]!.form)
  return isGap ? [plainWord(nameOf(tree, head, speaker, named, parsed))] : []
}

/** A space stands where the text has one, or had a quotation mark. */
function spaced(tree: Tree, previous: number | undefined, i: number, word: Word): Word {
  return previous === undefined
    ? { ...word, space: true }
    : { ...word, space: tree.tokens[previous]!.end < tree.tokens[i]!.start }
}

interface Word {
  readonly text: string
  /** Whether a space stands before it. */
  readonly space: boolean
}

function plainWord(text: string): Word {
  return { text, space: true }
}

/** "seeing" → "saw"; "hired" in "men hired in Ennet" → "were hired"; "to have fled" → "had fled". */
function madeFinite(clause: Clause, own: readonly number[], words: readonly Word[]): Word[] {
  const { tree, predicate, subject } = clause
  const plural = subjectIsPlural(tree, subject?.token)
  const auxiliaries = childrenBy(tree, predicate, 'aux', 'aux:pass', 'cop')
  const token = tree.tokens[predicate]!
  const first = auxiliaries[0]
  if (first !== undefined) {
    const form = tree.tokens[first]!.form.toLowerCase()
    const made =
      form === 'having' || form === 'have'
        ? 'had'
        : form === 'being' || form === 'be'
          ? plural
            ? 'were'
            : 'was'
          : undefined
    return own.map((i, at) => (i === first && made ? { ...words[at]!, text: made } : words[at]!))
  }
  const passive = isPassive(tree, predicate) || token.xpos === 'VBN'
  return own.flatMap((i, at): Word[] => {
    if (i !== predicate) return [words[at]!]
    if (passive) return [plainWord(plural ? 'were' : 'was'), words[at]!]
    return [
      {
        ...words[at]!,
        text: token.xpos === 'VBG' || token.xpos === 'VB' ? pastTense(token.lemma.toLowerCase()) : token.form,
      },
    ]
  })
}

/** Words that join, ask or hedge about the saying, and the marks round them. */
function isDropped(tree: Tree, i: number, { predicate, tokens, rule }: Clause): boolean {
  const { upos, deprel, head, form } = tree.tokens[i]!
  if (/^[“”"‘«»„]$/.test(form)) return true
  if (
    /^(who|which|that|whom)$/i.test(form) &&
    isRelation(deprel, 'nsubj', 'obj') &&
    (rule === 'relative-clause' || i === tokens[0])
  )
    return true
  if (
    /^(when|where|while|as|after|before|since|because|although|though)$/i.test(form) &&
    isRelation(deprel, 'mark', 'advmod') &&
    head === predicate &&
    i < predicate
  )
    return true
  if (/^(reportedly|allegedly|also|however|then|though)$/i.test(form) && isRelation(deprel, 'advmod', 'discourse'))
    return true
  if (/^to$/i.test(form) && deprel === 'mark' && head === predicate) return true
  if (isRelation(deprel, 'mark', 'cc') && head === predicate) return true
  if (upos !== 'PUNCT') return false
  // A comma beside a clause that is a statement of its own goes with that clause.
  const at = tokens.indexOf(i)
  const beside = tokens[at - 1] !== i - 1 || tokens[at + 1] !== i + 1
  return at === 0 || at === tokens.length - 1 || (beside && /^[,—–:;]$/.test(form))
}

function wordAt(tree: Tree, i: number, speaker: Voice | null, named: Set<number>, parsed: ParsedReport): Word {
  const token = tree.tokens[i]!
  const before = tree.tokens[i - 1]
  const space = before === undefined || before.end < token.start
  if (token.upos !== 'PRON') return { text: agreed(tree, i), space }
  const character = pronounCharacter(tree, i, speaker, parsed)
  if (character === undefined || named.has(character)) return { text: token.form, space }
  const name = parsed.reading.characters[character]?.name
  if (!name || !isReplaceable(token)) return { text: token.form, space }
  named.add(character)
  const possessive = token.xpos === 'PRP$' || /^(mine|ours|hers|theirs)$/i.test(token.form)
  return { text: possessive ? `${name}${name.endsWith('s') ? '’' : '’s'}` : name, space }
}

/** "I am", "I have", "I want" → the third person that the name takes. */
function agreed(tree: Tree, i: number): string {
  const { form, head, xpos, deprel } = tree.tokens[i]!
  const verb = isRelation(deprel, 'aux', 'cop', 'aux:pass') ? head : i
  const subject = verb >= 0 ? childBy(tree, verb, 'nsubj') : undefined
  if (subject === undefined || !/^i$/i.test(tree.tokens[subject]!.form)) return form
  const spoken: Readonly<Record<string, string>> = {
    am: 'is',
    "'m": 'is',
    '’m': 'is',
    have: 'has',
    "'ve": 'has',
    '’ve': 'has',
    do: 'does',
  }
  const known = spoken[form.toLowerCase()]
  if (known) return known
  return xpos === 'VBP' ? `${form}${/(s|sh|ch|x|o)$/.test(form) ? 'es' : 's'}` : form
}

function isReplaceable({ form }: Token): boolean {
  return /^(he|she|it|they|him|her|them|his|its|their|hers|theirs|i|me|my|mine)$/i.test(form)
}

function pronounCharacter(tree: Tree, i: number, speaker: Voice | null, parsed: ParsedReport): number | undefined {
  const mention = mentionAt(tree, i, parsed)
  if (mention && mention.character >= 0) return mention.character
  return /^(i|me|my|mine)$/i.test(tree.tokens[i]!.form) && typeof speaker === 'number' && speaker >= 0
    ? speaker
    : undefined
}

function mentionAt(tree: Tree, i: number, parsed: ParsedReport): Mention | undefined {
  return parsed.mentions[tree.sentence.index]?.find((mention) => mention.headToken === i && mention.kind === 'pronoun')
}

/** A subject that stands outside the clause: its name, or its words without the clauses that hang on them. */
function nameOf(tree: Tree, subject: number, speaker: Voice | null, named: Set<number>, parsed: ParsedReport): string {
  const token = tree.tokens[subject]!
  if (token.upos === 'PRON') return wordAt(tree, subject, speaker, named, parsed).text
  const mention = parsed.mentions[tree.sentence.index]?.find((m) => m.headToken === subject && m.kind === 'name')
  const character = mention && mention.character >= 0 ? parsed.reading.characters[mention.character] : undefined
  if (character?.named) {
    named.add(character.index)
    return character.name
  }
  const words = subtree(tree, subject, (child) => {
    const { deprel, upos, head, form } = tree.tokens[child]!
    // "Ada Holm, 40": the age is what is said of her.
    if (head === subject && upos === 'NUM' && child > subject) return true
    if (upos === 'PUNCT') return !/^[-–’'./]$/.test(form)
    if (isRelation(deprel, 'acl', 'appos', 'parataxis', 'advcl')) return true
    return head === subject && isRelation(deprel, 'case', 'cop', 'nsubj', 'aux', 'mark', 'obl', 'expl')
  })
  return joined(words.map((i, at) => spaced(tree, words[at - 1], i, plainWord(tree.tokens[i]!.form))))
}

function subjectIsPlural(tree: Tree, subject: number | undefined): boolean {
  if (subject === undefined) return false
  const { xpos, form } = tree.tokens[subject]!
  return (
    /^(NNS|NNPS)$/.test(xpos) ||
    /^(they|we|you|these|those|many|some|most|several|both|few)$/i.test(form) ||
    childBy(tree, subject, 'conj') !== undefined
  )
}

function ageOf({ form }: Token): string {
  return /\d+/.exec(form)?.[0] ?? form
}

function finish(words: readonly Word[]): string {
  const sentence = joined(words)
    .replace(/\s+([,.;:!?)\]])/g, '$1')
    .replace(/([([])\s+/g, '$1')
    .replace(/(,\s*)+,/g, ',')
    .replace(/^[\s,;:—–-]+|[\s,;:—–-]+$/g, '')
    .trim()
  return sentence === '' ? sentence : sentence[0]!.toUpperCase() + sentence.slice(1)
}

function joined(words: readonly Word[]): string {
  return words.reduce((text, word) => (text === '' ? word.text : text + (word.space ? ' ' : '') + word.text), '')
}
