import type { EntityType, MentionKind, Sentence, Token } from '../../model/reading.js'
import type { NameSpan } from '../layers.js'
import { type Generation, generationsOf } from './generations.js'
import type { CoreferenceModel } from './model.js'
import { nameWords } from './name-words.js'
import { baseRelation, type Extent, nounPhrase, type Tree, treeOf } from './trees.js'
import {
  feminine,
  genderedNouns,
  knownNouns,
  masculine,
  type NounKind,
  neuter,
  type PronounKind,
  plural,
  pronouns,
  singular,
  titles,
} from './words.js'

/** A stretch of text that may stand for someone or something: what the sieves work on. */
export interface Phrase {
  readonly index: number
  readonly sentence: number
  /** The longest phrase, with relative clauses and appositions. */
  readonly whole: Extent
  /** The name alone, or the phrase without appositions. */
  readonly core: Extent
  readonly head: number
  readonly kind: MentionKind
  readonly name: NameSpan | null
  /** The folded words of a name, without titles, "the" and a final 's; empty for other phrases. */
  readonly words: readonly string[]
  readonly pronoun: PronounKind | null
  readonly type: EntityType | null
  /** Bits of `masculine`, `feminine`, `neuter`: those it may be. */
  readonly gender: number
  /** What a first name suggests of the gender, as bits; 0 where it suggests nothing. Unlike `gender` it may be wrong. */
  readonly hint: number
  /** Bits of `singular` and `plural`. */
  readonly number: number
  /** Lemma of the head noun in small letters. */
  readonly lemma: string
  readonly kindOfNoun: NounKind | undefined
  readonly determiner: Determiner
  /** Lemmas of adjectives, nouns and numbers that narrow the head noun. */
  readonly modifiers: readonly string[]
  readonly role: PhraseRole
  /** "A and B" as one. */
  readonly joined: boolean
  /** Where the report tells two of one name apart: which one a name means; null elsewhere. */
  readonly generation: Generation | null
  /** "his lawyer" in "his lawyer Nadia Fenwright": part of the phrase of the name. */
  readonly titleOf: number
}

export type Determiner = 'definite' | 'demonstrative' | 'possessive' | 'indefinite' | 'negative' | 'quantified' | 'bare'

export type PhraseRole =
  | 'subject'
  | 'passive-subject'
  | 'object'
  | 'oblique'
  | 'possessor'
  | 'modifier'
  | 'apposition'
  | 'predicate'
  | 'other'

/** All candidates of one text, in order of their first token, longer ones first; each knows its place in the list. */
export function findPhrases(
  sentences: readonly Sentence[],
  names: readonly NameSpan[],
  model: CoreferenceModel,
): { phrases: Phrase[]; trees: Tree[] } {
  const trees = sentences.map(treeOf)
  const namesOf: NameSpan[][] = sentences.map(() => [])
  for (const name of names) namesOf[name.sentence]?.push(name)
  const phrases: Omit<Phrase, 'generation'>[] = []
  for (const tree of trees) {
    const drafts = phrasesOfSentence(tree, namesOf[tree.sentence.index]!, model)
    drafts.sort((a, b) => a.whole.first - b.whole.first || b.whole.end - a.whole.end || a.head - b.head)
    const base = phrases.length
    const ofHead = new Map<number, number>()
    drafts.forEach((draft, i) => {
      if (draft.name) ofHead.set(draft.head, base + i)
    })
    drafts.forEach((draft, i) => {
      const { titleOfHead, ...rest } = draft
      phrases.push({ ...rest, index: base + i, titleOf: titleOfHead < 0 ? -1 : (ofHead.get(titleOfHead) ?? -1) })
    })
  }
  const generations = generationsOf(phrases, trees)
  return {
    phrases: phrases.map((phrase) => ({ ...phrase, generation: generations.get(phrase.index) ?? null })),
    trees,
  }
}

/** A phrase before its place in the list is known. */
type Draft = Omit<Phrase, 'index' | 'titleOf' | 'generation'> & { readonly titleOfHead: number }

function phrasesOfSentence(tree: Tree, names: readonly NameSpan[], model: CoreferenceModel): Draft[] {
  const { tokens } = tree.sentence
  const drafts: Draft[] = []
  const taken = new Uint8Array(tokens.length)
  for (const name of names) {
    const head = headOfName(tree, name)
    for (let i = name.firstToken; i < name.endToken; i++) taken[i] = 1
    taken[head] = 1
    if (isAdjective(name, tokens[head]!)) continue
    const found = namePhrases(tree, name, head, model)
    for (const draft of found) taken[draft.head] = 1
    drafts.push(...found)
  }
  tokens.forEach((_token, i) => {
    const pronoun = taken[i] === 1 ? null : pronounAt(tree, i)
    if (pronoun) drafts.push(pronounPhrase(tree, i, pronoun))
    else if (taken[i] === 0 && headsPhrase(tree, i)) {
      const name = untaggedName(tree, i, taken)
      if (name) drafts.push(...namePhrases(tree, name, i, model))
      else drafts.push(nominalPhrase(tree, i, model))
    }
    const joined = joinedPhrase(tree, i)
    if (joined) drafts.push(joined)
  })
  return drafts
}

/** A proper noun that the name tagger passed over: a name of it knows not what, until a pronoun or a like name tells. */
function untaggedName(tree: Tree, head: number, taken: Uint8Array): NameSpan | undefined {
  const { tokens } = tree.sentence
  const isProper = (i: number) => tokens[i]?.xpos === 'NNP' && taken[i] === 0
  if (!isProper(head) || titles.has(tokens[head]!.lemma.toLowerCase()) || !/^\p{Lu}\p{L}/u.test(tokens[head]!.form))
    return undefined
  let firstToken = head
  let endToken = head + 1
  while (isProper(firstToken - 1) && tokens[firstToken - 1]!.head === head) firstToken--
  while (isProper(endToken) && tokens[endToken]!.head === head) endToken++
  return { sentence: tree.sentence.index, firstToken, endToken, label: '', type: null, rule: 'proper-noun' }
}

/** "Norwegian police": an adjective describes, it names nobody. */
function isAdjective(name: NameSpan, head: Token): boolean {
  return name.label === 'NORP' && (head.xpos === 'JJ' || (head.upos === 'ADJ' && head.xpos !== 'NNPS'))
}

/** The token of a name that is governed from outside it; for "President Putin" with Putin flat, the title that governs it. */
function headOfName(tree: Tree, name: NameSpan): number {
  const { tokens } = tree.sentence
  let head = name.endToken - 1
  for (let i = name.firstToken; i < name.endToken; i++) {
    const governor = tokens[i]!.head
    if (governor >= name.firstToken && governor < name.endToken) continue
    if (tokens[i]!.upos === 'PUNCT') continue
    head = i
    break
  }
  const token = tokens[head]!
  const governor = tokens[token.head]
  if (
    governor &&
    token.head < head &&
    isNoun(governor) &&
    (baseRelation(token) === 'flat' || (token.deprel === 'appos' && token.head === head - 1))
  )
    return token.head
  return head
}

function namePhrases(tree: Tree, name: NameSpan, head: number, model: CoreferenceModel): Draft[] {
  const { tokens } = tree.sentence
  const whole = nounPhrase(tree, head)
  let first = Math.min(whole.first, name.firstToken)
  const end = Math.max(whole.end, name.endToken)
  // A genitive 's belongs to the noun phrase in OntoNotes, and to no name; a "Jr." that the name tagger left out belongs to it.
  const isPossessive = tokens[name.endToken - 1]?.xpos === 'POS'
  const isBeforeJunior = name.type === 'person' && /^jr\.?$/i.test(tokens[name.endToken]?.form ?? '')
  const core = {
    first: name.firstToken,
    end: name.endToken + (isPossessive ? -1 : isBeforeJunior ? 1 : 0),
  }
  const forms = tokens.slice(core.first, core.end).map((t) => t.form)
  const { words, gender: titleGender } = nameWords(forms, name.type)
  let gender = titleGender
  for (let i = first; i < core.first; i++) {
    const lemma = tokens[i]!.lemma.toLowerCase()
    gender = gender || (titles.get(lemma.replace(/\.$/, '')) ?? genderedNouns.get(lemma) ?? 0)
  }
  const hint = name.type === 'person' && gender === 0 ? model.genderOfName(words[0] ?? '') : gender
  // "Sellers said" is one man, "the Sellers" are a family.
  const many =
    tokens[head]!.xpos === 'NNPS' &&
    name.type !== 'place' &&
    name.type !== 'organisation' &&
    (name.type !== 'person' || determinerOf(tree, head) === 'definite')
  if (name.type === 'group' || many) gender = masculine | feminine | neuter
  else if (name.type === 'person') gender = gender || masculine | feminine
  // "Madison" may have been taken for a place: a "she" will tell.
  else
    gender =
      name.label !== 'Date' &&
      name.label !== 'Money' &&
      words.length > 0 &&
      words.length < 4 &&
      (name.rule === 'proper-noun' || model.genderOfName(words[0]!) !== 0)
        ? masculine | feminine | neuter
        : neuter
  const drafts: Draft[] = []
  const title = titlePhrase(tree, head, { first, end: core.first }, model)
  if (title) drafts.push(title)
  if (whole.first < name.firstToken && tokens[whole.first]!.upos === 'PUNCT') first = name.firstToken
  drafts.push({
    sentence: tree.sentence.index,
    whole: { first, end },
    core,
    head,
    kind: 'name',
    name,
    words,
    pronoun: null,
    type: name.type,
    gender,
    hint,
    number: name.type === 'group' || many ? plural : name.type === 'organisation' ? singular | plural : singular,
    lemma: tokens[head]!.lemma.toLowerCase(),
    kindOfNoun: undefined,
    determiner: determinerOf(tree, head),
    modifiers: [],
    role: roleOf(tree, head),
    joined: false,
    titleOfHead: -1,
  })
  return drafts
}

/** "his lawyer" before "Nadia Fenwright", "Russian human rights organisation" before "Harbour.net". */
function titlePhrase(tree: Tree, head: number, before: Extent, model: CoreferenceModel): Draft | undefined {
  const { tokens } = tree.sentence
  const last = before.end - 1
  if (last < before.first) return undefined
  const noun = tokens[last]!
  if (noun.upos !== 'NOUN' && !(noun.upos === 'PROPN' && titles.has(noun.lemma.toLowerCase()) && noun.form.length > 4))
    return undefined
  const kind = kindOfNoun(noun.lemma.toLowerCase(), model)
  if (kind === undefined || kind === 'thing') return undefined
  const type = typeOfKind(kind, false)
  // "Attorney General": of the two words the first is the noun.
  const top = noun.deprel === 'flat' && noun.head >= before.first && noun.head < last ? noun.head : last
  return {
    sentence: tree.sentence.index,
    whole: before,
    core: before,
    head: top,
    kind: 'nominal',
    name: null,
    words: [],
    pronoun: null,
    type,
    gender: genderOfNoun(noun.lemma.toLowerCase(), kind),
    hint: 0,
    number: singular,
    lemma: tokens[top]!.lemma.toLowerCase(),
    kindOfNoun: kind,
    determiner: 'bare',
    modifiers: tokens
      .slice(before.first, last + 1)
      .flatMap((t, i) =>
        t.upos === 'DET' || t.upos === 'PUNCT' || before.first + i === top ? [] : [t.lemma.toLowerCase()],
      ),
    role: 'modifier',
    joined: false,
    titleOfHead: head,
  }
}

function pronounAt(tree: Tree, i: number): PronounKind | null {
  const token = tree.sentence.tokens[i]!
  if (token.upos !== 'PRON' && token.upos !== 'DET') return null
  if (token.deprel === 'expl' || token.xpos === 'EX' || token.xpos === 'IN') return null
  if (token.xpos === 'WDT' || token.xpos === 'WP' || token.xpos === 'WP$')
    return relativeNoun(tree, i) < 0 ? null : pronouns.get('who')!
  const kind = pronouns.get(token.form.toLowerCase().replace('’', "'"))
  if (!kind || kind.column === 'who') return null
  if (kind.column === 'this' || kind.column === 'these') {
    if (token.xpos !== 'DT' || token.deprel === 'det' || token.upos !== 'PRON') return null
    if (tree.kids[i]!.some((kid) => baseRelation(tree.sentence.tokens[kid]!) === 'acl')) return null
  }
  return kind
}

/** The noun that the relative clause of a "who", "which" or "that" belongs to; −1 where it is no relative pronoun. */
export function relativeNoun(tree: Tree, i: number): number {
  const { tokens } = tree.sentence
  let at = i
  for (let steps = 0; steps < 6 && at >= 0; steps++) {
    if (tokens[at]!.deprel === 'acl:relcl') return tokens[at]!.head < i ? tokens[at]!.head : -1
    at = tokens[at]!.head
  }
  return -1
}

function pronounPhrase(tree: Tree, i: number, pronoun: PronounKind): Draft {
  return {
    sentence: tree.sentence.index,
    whole: { first: i, end: i + 1 },
    core: { first: i, end: i + 1 },
    head: i,
    kind: 'pronoun',
    name: null,
    words: [],
    pronoun,
    type: null,
    gender: pronoun.gender,
    hint: 0,
    number: pronoun.number,
    lemma: pronoun.column,
    kindOfNoun: undefined,
    determiner: 'bare',
    modifiers: [],
    role: roleOf(tree, i),
    joined: false,
    titleOfHead: -1,
  }
}

function headsPhrase(tree: Tree, i: number): boolean {
  const { tokens } = tree.sentence
  const token = tokens[i]!
  const relation = baseRelation(token)
  if (shortTitle.test(token.form)) return false
  if (relation === 'flat' || relation === 'fixed' || relation === 'goeswith' || relation === 'reparandum') return false
  if (isNoun(token)) return relation !== 'compound' || token.upos === 'PROPN'
  // "the 26-year-old", "the accused", "the two".
  const nominal = token.upos === 'ADJ' || token.upos === 'NUM' || (token.upos === 'VERB' && token.xpos !== 'VB')
  return (
    nominal &&
    (nominalRelations.has(relation) || token.deprel === 'root') &&
    tree.kids[i]!.some((kid) => tokens[kid]!.deprel === 'det' && tokens[kid]!.lemma.toLowerCase() === 'the')
  )
}

const shortTitle = /^(?:mr|mrs|ms|dr|sir|prof|gen|lt|col|sgt|capt|sen|rep|gov)\.?$/i
const nominalRelations = new Set(['nsubj', 'obj', 'iobj', 'obl', 'nmod'])

function nominalPhrase(tree: Tree, i: number, model: CoreferenceModel): Draft {
  const { tokens } = tree.sentence
  const token = tokens[i]!
  const lemma = /-year-olds?$|^year-old$/.test(token.form) ? 'person' : token.lemma.toLowerCase()
  const kind = kindOfNoun(lemma, model)
  const many = token.xpos === 'NNS' || token.xpos === 'NNPS' || kind === 'group'
  const type = typeOfKind(kind, many)
  let number = many ? plural : singular
  if (type === 'organisation' || kind === 'group') number |= singular | plural
  return {
    sentence: tree.sentence.index,
    whole: nounPhrase(tree, i),
    core: nounPhrase(tree, i, 'without-appositions'),
    head: i,
    kind: 'nominal',
    name: null,
    words: [],
    pronoun: null,
    type,
    gender: many ? masculine | feminine | neuter : genderOfNoun(lemma, kind),
    hint: 0,
    number,
    lemma,
    kindOfNoun: kind,
    determiner: determinerOf(tree, i),
    modifiers: modifiersOf(tree, i),
    role: roleOf(tree, i),
    joined: false,
    titleOfHead: -1,
  }
}

function joinedPhrase(tree: Tree, i: number): Draft | undefined {
  const { tokens } = tree.sentence
  const token = tokens[i]!
  if (!isNoun(token) && token.upos !== 'PRON') return undefined
  if (
    !tree.kids[i]!.some(
      (kid) => tokens[kid]!.deprel === 'conj' && (isNoun(tokens[kid]!) || tokens[kid]!.upos === 'PRON'),
    )
  )
    return undefined
  return {
    sentence: tree.sentence.index,
    whole: nounPhrase(tree, i, 'with-conjuncts'),
    core: nounPhrase(tree, i, 'with-conjuncts'),
    head: i,
    kind: 'nominal',
    name: null,
    words: [],
    pronoun: null,
    type: null,
    gender: masculine | feminine | neuter,
    hint: 0,
    number: plural,
    lemma: '&',
    kindOfNoun: undefined,
    determiner: 'bare',
    modifiers: [],
    role: roleOf(tree, i),
    joined: true,
    titleOfHead: -1,
  }
}

/** What a noun stands for, by our own list first. */
export function kindOfNoun(lemma: string, model: CoreferenceModel): NounKind | undefined {
  if (genderedNouns.has(lemma)) return 'person'
  const known = knownNouns.get(lemma) ?? model.kindOfNoun(lemma)
  if (known !== undefined) return known
  const hyphen = lemma.lastIndexOf('-')
  return hyphen > 0 ? kindOfNoun(lemma.slice(hyphen + 1), model) : undefined
}

function genderOfNoun(lemma: string, kind: NounKind | undefined): number {
  const known = genderedNouns.get(lemma)
  if (known !== undefined) return known
  if (kind === 'person') return masculine | feminine
  return kind === 'group' || kind === undefined ? masculine | feminine | neuter : neuter
}

/** Our type for what a noun stands for. */
function typeOfKind(kind: NounKind | undefined, many: boolean): EntityType | null {
  switch (kind) {
    case undefined:
    case 'thing':
      return null
    case 'person':
      return many ? 'group' : 'person'
    default:
      return kind
  }
}

function determinerOf(tree: Tree, head: number): Determiner {
  const { tokens } = tree.sentence
  for (const kid of tree.kids[head]!) {
    const token = tokens[kid]!
    const relation = baseRelation(token)
    if (relation === 'det') {
      const word = token.lemma.toLowerCase()
      if (word === 'the') return 'definite'
      if (word === 'a' || word === 'an') return 'indefinite'
      if (word === 'no' || word === 'any' || word === 'neither') return 'negative'
      if (word === 'this' || word === 'that' || word === 'these' || word === 'those') return 'demonstrative'
      return 'quantified'
    }
    if (token.deprel === 'nmod:poss') return 'possessive'
    if (relation === 'nummod') return 'quantified'
  }
  return 'bare'
}

function modifiersOf(tree: Tree, head: number): string[] {
  const { tokens } = tree.sentence
  const modifiers: string[] = []
  for (const kid of tree.kids[head]!) {
    const relation = baseRelation(tokens[kid]!)
    if (relation === 'amod' || relation === 'compound' || relation === 'nummod' || relation === 'flat')
      modifiers.push(tokens[kid]!.lemma.toLowerCase())
  }
  return modifiers
}

function roleOf(tree: Tree, head: number): PhraseRole {
  const { tokens } = tree.sentence
  let token = tokens[head]!
  // The second of two joined subjects is a subject too.
  for (let steps = 0; token.deprel === 'conj' && token.head >= 0 && steps < 4; steps++) token = tokens[token.head]!
  if (token.deprel === 'nsubj:pass' || token.deprel === 'csubj:pass') return 'passive-subject'
  if (token.deprel === 'nmod:poss') return 'possessor'
  switch (baseRelation(token)) {
    case 'nsubj':
      return 'subject'
    case 'obj':
    case 'iobj':
      return 'object'
    case 'obl':
      return 'oblique'
    case 'nmod':
    case 'compound':
    case 'amod':
      return 'modifier'
    case 'appos':
      return 'apposition'
    default:
      return tree.kids[head]!.some((kid) => tokens[kid]!.deprel === 'cop') ? 'predicate' : 'other'
  }
}

function isNoun(token: Token): boolean {
  return token.upos === 'NOUN' || token.upos === 'PROPN'
}
