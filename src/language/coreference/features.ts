import type { EntityType } from '../../model/reading.js'
import type { Cluster, Clusters } from './clusters.js'
import type { Page } from './page.js'
import type { Determiner, Phrase, PhraseRole } from './phrases.js'
import { clauseOf } from './quotations.js'
import { contrasting, feminine, masculine, neuter, sayingVerbs } from './words.js'

/*
 * The ranker's features. Each template has a number of values, and every value has one weight
 * for each column: a column is a sort of word that refers back, such as "he" or "the commander".
 */

/** The sorts of words that refer back; "she" has the weights of "he", with genders swapped. */
const columns = [
  'he',
  'it',
  'they',
  'I',
  'we',
  'you',
  'this',
  'these',
  'self',
  'the',
  'this-noun',
  'his-noun',
  'bare',
  'many',
] as const

const antecedentClasses = [
  ...['he', 'she', 'it', 'they', 'I', 'we', 'you', 'this', 'these', 'who'],
  ...['definite', 'demonstrative', 'possessive', 'indefinite', 'negative', 'quantified', 'bare', 'joined'],
  ...[
    'name-person',
    'name-organisation',
    'name-group',
    'name-place',
    'name-work',
    'name-event',
    'name-null',
    'possessor-name',
  ],
] as const

const roles: readonly PhraseRole[] = [
  'subject',
  'passive-subject',
  'object',
  'oblique',
  'possessor',
  'modifier',
  'apposition',
  'predicate',
  'other',
]
const types: readonly (EntityType | null)[] = ['person', 'organisation', 'group', 'place', 'work', 'event', null]
const wordClasses = 41
const prepositions = [
  'of',
  'by',
  'with',
  'as',
  'to',
  'for',
  'from',
  'in',
  'on',
  'under',
  'like',
  'against',
  'including',
]

/** Number of values of each template, in the order in which the functions below fill them. */
const linkTemplates = {
  sentenceDistance: 8,
  wordDistance: 8,
  antecedent: antecedentClasses.length,
  antecedentNear: antecedentClasses.length * 3,
  rolePair: roles.length * roles.length * 2,
  roleNear: roles.length * 3,
  gender: 64,
  hint: 16 * 2,
  number: 16,
  typePair: types.length * types.length,
  size: 6,
  sizeNear: 18,
  last: 2,
  passed: 10,
  passedClusters: 8,
  quotation: 5,
  clause: 7,
  heads: 8,
  modifiers: 24,
  sameWords: 2,
  embedded: 4,
  firstInSentence: 6,
  governorAndType: wordClasses * types.length,
  sameGovernor: 3,
  paragraph: 2,
  genderKnown: 12,
  told: 12,
  command: roles.length * 4,
  subjects: 4 * 3,
  firstMet: 3,
  saying: 4 * 3,
  preposition: (prepositions.length + 2) * 3,
  conjunct: 4 * 2,
  place: 3 * roles.length * 3 * 3,
  salientRole: 3 * roles.length * 3,
  salient: 3 * 3,
  following: 2,
  followingRole: roles.length,
} as const

const aloneTemplates = {
  always: 1,
  role: roles.length,
  firstInSentence: 2,
  seen: 4,
  governor: wordClasses,
  headClass: wordClasses,
  tail: 4,
  length: 5,
  early: 4,
  quoted: 2,
  type: types.length,
  modified: 4,
  near: 5,
} as const

type Offsets<T> = { readonly [K in keyof T]: number }

let total = 0
function layOutTemplates<T extends Readonly<Record<string, number>>>(templates: T): Offsets<T> {
  const offsets: Record<string, number> = {}
  for (const [name, size] of Object.entries(templates)) {
    offsets[name] = total
    total += size * columns.length
  }
  return offsets as Offsets<T>
}
const link = layOutTemplates(linkTemplates)
const alone = layOutTemplates(aloneTemplates)
/** The pair of word classes of two nouns, the same for all columns. */
const classPair = total
total += wordClasses * wordClasses

/** How many weights there are. */
export const featureCount = total
export const mostFeatures = Object.keys(linkTemplates).length + Object.keys(aloneTemplates).length + 1

/** The column of a phrase; −1 when the ranker has nothing to say of it. */
export function columnOf(phrase: Phrase): number {
  if (phrase.pronoun) {
    if (phrase.pronoun.reflexive) return columns.indexOf('self')
    return (columns as readonly string[]).indexOf(phrase.pronoun.column === 'she' ? 'he' : phrase.pronoun.column)
  }
  if (phrase.kind !== 'nominal' || phrase.joined || phrase.titleOf >= 0) return -1
  const column = columnOfDeterminer[phrase.determiner]
  return column === undefined ? -1 : columns.indexOf(column)
}

const columnOfDeterminer: Readonly<Partial<Record<Determiner, (typeof columns)[number]>>> = {
  definite: 'the',
  demonstrative: 'this-noun',
  possessive: 'his-noun',
  bare: 'bare',
  quantified: 'many',
}

/** What is reckoned once for a phrase that may refer back, and used for each candidate. */
export interface Anaphor {
  readonly phrase: Phrase
  readonly column: number
  readonly role: number
  readonly governorClass: number
  readonly clause: number
  readonly quotation: number
  /** The subject of a verb of saying. */
  readonly speaks: boolean
  readonly words: string
}

/** How a candidate stands among the others. */
export interface Rivals {
  /** Candidates already passed on the way back, and their clusters. */
  readonly candidates: number
  readonly clusters: number
  /** How often the one most spoken of was mentioned. */
  readonly mostPassed: number
}

/** A helper that fills feature numbers into a buffer. */
export interface FeatureReader {
  anaphor(phrase: Phrase, column: number): Anaphor
  /** Features of "these two are one". */
  link(anaphor: Anaphor, candidate: Phrase, cluster: Cluster, rivals: Rivals, buffer: Int32Array): number
  /** Features of "nothing before it is meant". */
  alone(anaphor: Anaphor, candidates: readonly number[], buffer: Int32Array): number
}

/** Reads the features of pairs on one page; what belongs to a single phrase is worked out once. */
export function featureReader(page: Page, _clusters: Clusters): FeatureReader {
  const { phrases, trees, model, quotations } = page
  const firstOfSentence = new Map<number, number>()
  for (const phrase of phrases)
    if (!firstOfSentence.has(phrase.sentence)) firstOfSentence.set(phrase.sentence, phrase.index)
  const wordsCache = new Map<number, string>()
  const wordsOf = (phrase: Phrase): string => {
    let words = wordsCache.get(phrase.index)
    if (words === undefined) {
      const { tokens } = trees[phrase.sentence]!.sentence
      words = ''
      for (let i = phrase.whole.first; i < phrase.whole.end; i++) {
        const token = tokens[i]!
        if (token.upos !== 'DET' && token.upos !== 'PUNCT' && token.xpos !== 'POS')
          words += ` ${token.form.toLowerCase()}`
      }
      wordsCache.set(phrase.index, words)
    }
    return words
  }
  const clauseCache = new Map<number, number>()
  const clause = (phrase: Phrase): number => {
    let found = clauseCache.get(phrase.index)
    if (found === undefined) {
      found = clauseOf(trees[phrase.sentence]!.sentence.tokens, phrase.head)
      clauseCache.set(phrase.index, found)
    }
    return found
  }

  /** 0 without a preposition, then the listed ones, then others. */
  const prepositionOf = (phrase: Phrase): number => {
    const tree = trees[phrase.sentence]!
    const { tokens } = tree.sentence
    const kid = tree.kids[phrase.head]!.find((k) => tokens[k]!.deprel === 'case' && k < phrase.head)
    if (kid === undefined) return 0
    const listed = prepositions.indexOf(tokens[kid]!.lemma.toLowerCase())
    return listed < 0 ? prepositions.length + 1 : listed + 1
  }
  /** 0 alone, 1 the first of several joined, 2 a later one, 3 an apposition. */
  const conjunction = (phrase: Phrase): number => {
    const tree = trees[phrase.sentence]!
    const { tokens } = tree.sentence
    const relation = tokens[phrase.head]!.deprel
    if (relation === 'conj') return 2
    if (relation === 'appos') return 3
    return tree.kids[phrase.head]!.some((kid) => tokens[kid]!.deprel === 'conj') ? 1 : 0
  }
  const speaks = (phrase: Phrase): boolean => {
    if (phrase.role !== 'subject') return false
    const { tokens } = trees[phrase.sentence]!.sentence
    const governor = tokens[tokens[phrase.head]!.head]
    return governor !== undefined && sayingVerbs.has(governor.lemma.toLowerCase())
  }

  return {
    anaphor: (phrase, column) => {
      const { tokens } = trees[phrase.sentence]!.sentence
      const governor = tokens[tokens[phrase.head]!.head]
      return {
        phrase,
        column,
        role: roles.indexOf(phrase.role),
        governorClass: governor ? model.classOf(governor.lemma) : 0,
        clause: clause(phrase),
        quotation: quotations.at(phrase.sentence, phrase.head),
        speaks: speaks(phrase),
        words: phrase.pronoun ? '' : wordsOf(phrase),
      }
    },

    link: (anaphor, candidate, cluster, { candidates: passed, clusters: passedClusters, mostPassed }, buffer) => {
      let n = 0
      const { phrase, column } = anaphor
      const put = (offset: number, size: number, value: number) => {
        buffer[n++] = offset + column * size + value
      }
      const t = linkTemplates
      const sentences = phrase.sentence - candidate.sentence
      const following = candidate.index > phrase.index
      const near = Math.min(sentences, 2)
      const role = roles.indexOf(candidate.role)
      const antecedent = antecedentClass(candidate, phrase)
      const nominal = phrase.kind === 'nominal'
      put(
        link.sentenceDistance,
        t.sentenceDistance,
        sentences < 4 ? sentences : sentences < 7 ? 4 : sentences < 12 ? 5 : sentences < 30 ? 6 : 7,
      )
      const { tokens } = trees[phrase.sentence]!.sentence
      if (sentences === 0) put(link.wordDistance, t.wordDistance, logBucket(Math.abs(phrase.head - candidate.head), 7))
      put(link.antecedent, t.antecedent, antecedent)
      put(link.antecedentNear, t.antecedentNear, antecedent * 3 + near)
      put(link.rolePair, t.rolePair, (role * roles.length + anaphor.role) * 2 + (sentences > 0 ? 1 : 0))
      put(link.roleNear, t.roleNear, role * 3 + near)
      put(link.gender, t.gender, mirrored(cluster.gender, phrase) * 8 + mirrored(phrase.gender, phrase))
      put(
        link.hint,
        t.hint,
        (mirrored(cluster.hint, phrase) * 4 + (mirrored(phrase.gender, phrase) & 3)) * 2 +
          (candidate.words.length === 1 ? 1 : 0),
      )
      put(link.number, t.number, cluster.number * 4 + phrase.number)
      put(link.typePair, t.typePair, types.indexOf(cluster.type) * types.length + types.indexOf(phrase.type))
      const before = cluster.passed
      const size = before < 4 ? before - 1 : before < 7 ? 3 : before < 12 ? 4 : 5
      put(link.size, t.size, Math.max(size, 0))
      put(link.sizeNear, t.sizeNear, Math.max(size, 0) * 3 + near)
      put(link.passed, t.passed, passed < 6 ? passed : passed < 9 ? 6 : passed < 14 ? 7 : passed < 20 ? 8 : 9)
      put(
        link.passedClusters,
        t.passedClusters,
        passedClusters < 5 ? passedClusters : passedClusters < 8 ? 5 : passedClusters < 12 ? 6 : 7,
      )
      put(
        link.quotation,
        t.quotation,
        quotationRelation(anaphor.quotation, quotations.at(candidate.sentence, candidate.head)),
      )
      put(
        link.clause,
        t.clause,
        sentences > 0 ? (sentences === 1 ? 5 : 6) : clauseRelation(anaphor.clause, clause(candidate), tokens),
      )
      put(
        link.embedded,
        t.embedded,
        candidate.role === 'possessor'
          ? 1
          : candidate.role === 'modifier'
            ? 2
            : candidate.role === 'apposition'
              ? 3
              : 0,
      )
      put(
        link.firstInSentence,
        t.firstInSentence,
        (firstOfSentence.get(candidate.sentence) === candidate.index ? 1 : 0) * 3 + near,
      )
      put(link.governorAndType, t.governorAndType, anaphor.governorClass * types.length + types.indexOf(cluster.type))
      put(link.sameGovernor, t.sameGovernor, governorRelation(anaphor, candidate, page))
      const paragraph = trees[phrase.sentence]!.sentence.paragraph === trees[candidate.sentence]!.sentence.paragraph
      put(link.paragraph, t.paragraph, paragraph ? 1 : 0)
      put(
        link.genderKnown,
        t.genderKnown,
        (cluster.gender === 3 ? 0 : cluster.gender < 3 ? 1 : cluster.gender === 4 ? 2 : 3) * 3 + near,
      )
      put(link.told, t.told, (cluster.named ? 2 : cluster.lemmas.size > 0 ? 1 : candidate.joined ? 3 : 0) * 3 + near)
      put(link.command, t.command, role * 4 + (sentences > 0 ? 3 : commandOf(anaphor, candidate, tokens)))
      put(link.subjects, t.subjects, Math.min(cluster.passedSubjects, 3) * 3 + near)
      put(
        link.firstMet,
        t.firstMet,
        phrases[cluster.first]!.sentence === 0 ? (firstOfSentence.get(0) === cluster.first ? 2 : 1) : 0,
      )
      const group =
        phrase.role === 'possessor' ? 0 : phrase.role === 'subject' || phrase.role === 'passive-subject' ? 1 : 2
      put(link.place, t.place, ((Math.min(passedClusters, 2) * roles.length + role) * 3 + near) * 3 + group)
      const salient = cluster.passed < mostPassed ? 0 : mostPassed > 1 ? 2 : 1
      put(link.salientRole, t.salientRole, (salient * roles.length + role) * 3 + near)
      put(link.last, t.last, cluster.lastPassed === candidate.index ? 1 : 0)
      put(link.salient, t.salient, salient * 3 + near)
      put(link.saying, t.saying, ((anaphor.speaks ? 2 : 0) + (speaks(candidate) ? 1 : 0)) * 3 + near)
      put(link.preposition, t.preposition, prepositionOf(candidate) * 3 + near)
      put(link.conjunct, t.conjunct, conjunction(candidate) * 2 + (sentences > 0 ? 1 : 0))
      put(link.following, t.following, following ? 1 : 0)
      if (following) put(link.followingRole, t.followingRole, anaphor.role)
      if (nominal) {
        const heads = headRelation(phrase, candidate, cluster, page)
        put(link.heads, t.heads, heads)
        put(link.modifiers, t.modifiers, heads * 3 + modifierRelation(phrase, candidate))
        if (heads < 3) put(link.sameWords, t.sameWords, wordsOf(candidate) === anaphor.words ? 1 : 0)
        else buffer[n++] = classPair + model.classOf(phrase.lemma) * wordClasses + model.classOf(candidate.lemma)
      }
      return n
    },

    alone: (anaphor, candidates, buffer) => {
      let n = 0
      const { phrase, column } = anaphor
      const put = (offset: number, size: number, value: number) => {
        buffer[n++] = offset + column * size + value
      }
      const t = aloneTemplates
      put(alone.always, 1, 0)
      put(alone.role, t.role, anaphor.role)
      put(alone.firstInSentence, t.firstInSentence, firstOfSentence.get(phrase.sentence) === phrase.index ? 1 : 0)
      put(alone.governor, t.governor, anaphor.governorClass)
      put(alone.quoted, t.quoted, anaphor.quotation >= 0 ? 1 : 0)
      put(alone.early, t.early, phrase.sentence < 2 ? phrase.sentence : phrase.sentence < 8 ? 2 : 3)
      put(
        alone.near,
        t.near,
        candidates.length === 0
          ? 0
          : candidates.length < 3
            ? 1
            : candidates.length < 8
              ? 2
              : candidates.length < 16
                ? 3
                : 4,
      )
      put(alone.tail, t.tail, tailOf(anaphor, page))
      if (phrase.kind === 'nominal') {
        let seen = 0
        for (const index of candidates) {
          const candidate = phrases[index]!
          if (candidate.kind === 'nominal' && candidate.lemma === phrase.lemma) {
            seen = Math.max(seen, wordsOf(candidate) === anaphor.words ? 2 : 1)
          }
        }
        put(alone.seen, t.seen, seen)
        put(alone.headClass, t.headClass, model.classOf(phrase.lemma))
        const length = phrase.whole.end - phrase.whole.first
        put(alone.length, t.length, length < 4 ? length - 1 : length < 8 ? 3 : 4)
        put(alone.type, t.type, types.indexOf(phrase.type))
        put(alone.modified, t.modified, Math.min(phrase.modifiers.length, 3))
      }
      return n
    },
  }
}

/** Gender bits with masculine and feminine swapped where the phrase is a "she". */
function mirrored(gender: number, phrase: Phrase): number {
  return phrase.pronoun?.column === 'she'
    ? (gender & neuter) | ((gender & masculine) << 1) | ((gender & feminine) >> 1)
    : gender
}

function antecedentClass(candidate: Phrase, anaphor: Phrase): number {
  const classes: readonly string[] = antecedentClasses
  const { pronoun } = candidate
  if (pronoun && anaphor.pronoun?.column === 'she')
    return classes.indexOf(pronoun.column === 'she' ? 'he' : pronoun.column === 'he' ? 'she' : pronoun.column)
  if (pronoun) return classes.indexOf(pronoun.column)
  if (candidate.joined) return classes.indexOf('joined')
  if (candidate.kind === 'name') return classes.indexOf(`name-${candidate.type}`)
  return classes.indexOf(candidate.determiner)
}

function logBucket(distance: number, most: number): number {
  return Math.min(most, Math.floor(Math.log2(Math.max(1, distance))))
}

/** 0 both outside, 1 the same quotation, 2 two quotations, 3 only the later one quoted, 4 only the earlier one. */
function quotationRelation(later: number, earlier: number): number {
  if (later < 0 && earlier < 0) return 0
  if (later === earlier) return 1
  if (later >= 0 && earlier >= 0) return 2
  return later >= 0 ? 3 : 4
}

/** In one sentence: 0 the later phrase stands under the candidate's governor and in its clause, 1 under it but in a lower clause, 2 elsewhere. */
function commandOf(
  { phrase, clause }: Anaphor,
  candidate: Phrase,
  tokens: Page['trees'][number]['sentence']['tokens'],
): number {
  const governor = tokens[candidate.head]!.head
  if (governor < 0) return 2
  if (!isUnder(phrase.head, governor, tokens)) return 2
  return clauseOf(tokens, governor) === clause ? 0 : 1
}

/** 0 one clause, 1 the earlier clause governs, 2 the later governs, 3 sisters. */
function clauseRelation(later: number, earlier: number, tokens: Page['trees'][number]['sentence']['tokens']): number {
  if (later === earlier) return 0
  if (isUnder(later, earlier, tokens)) return 1
  if (isUnder(earlier, later, tokens)) return 2
  return 3
}

function isUnder(node: number, above: number, tokens: Page['trees'][number]['sentence']['tokens']): boolean {
  let at = node
  for (let steps = 0; steps < tokens.length && at >= 0; steps++) {
    if (at === above) return true
    at = tokens[at]!.head
  }
  return false
}

function governorRelation(anaphor: Anaphor, candidate: Phrase, page: Page): number {
  const a = page.trees[anaphor.phrase.sentence]!.sentence.tokens
  const b = page.trees[candidate.sentence]!.sentence.tokens
  const headA = a[anaphor.phrase.head]!.head
  const headB = b[candidate.head]!.head
  if (headA < 0 || headB < 0) return 0
  if (anaphor.phrase.sentence === candidate.sentence && headA === headB) return 2
  return a[headA]!.lemma === b[headB]!.lemma ? 1 : 0
}

/** 0 the same head, 1 the head of another description of the character, 2 a word of its name, 3 no more than a like type, 4 other. */
function headRelation(phrase: Phrase, candidate: Phrase, cluster: Cluster, page: Page): number {
  if (candidate.kind === 'nominal' && candidate.lemma === phrase.lemma) return 0
  if (cluster.lemmas.has(phrase.lemma)) return 1
  if (candidate.kind === 'name' && (candidate.words.includes(phrase.lemma) || candidate.lemma === phrase.lemma))
    return 2
  if (candidate.kind === 'name') return phrase.type !== null && phrase.type === cluster.type ? 3 : 4
  if (candidate.pronoun) return 5
  return page.model.classOf(candidate.lemma) === page.model.classOf(phrase.lemma) ? 6 : 7
}

/** 0 nothing new in the later phrase, 1 it adds words, 2 they contradict. */
function modifierRelation(phrase: Phrase, candidate: Phrase): number {
  let adds = 0
  for (const modifier of phrase.modifiers) {
    if (candidate.modifiers.includes(modifier) || candidate.words.includes(modifier)) continue
    if (contrasting.has(modifier) || /^\d/.test(modifier)) return 2
    adds = 1
  }
  for (const modifier of candidate.modifiers)
    if ((contrasting.has(modifier) || /^\d/.test(modifier)) && !phrase.modifiers.includes(modifier)) return 2
  return adds
}

/** For pronouns: 1 an adjective governs it, 2 and a "that" or "to" follows, as in "it is clear that"; for nouns: 3 words stand behind the noun. */
function tailOf({ phrase }: Anaphor, page: Page): number {
  const tree = page.trees[phrase.sentence]!
  const { tokens } = tree.sentence
  if (phrase.kind === 'nominal') return phrase.whole.end > phrase.head + 1 ? 3 : 0
  const governor = tokens[phrase.head]!.head
  if (governor < 0) return 0
  const clause = tree.kids[governor]!.some(
    (kid) =>
      tokens[kid]!.deprel.startsWith('csubj') || tokens[kid]!.deprel === 'ccomp' || tokens[kid]!.deprel === 'xcomp',
  )
  if (tokens[governor]!.upos === 'ADJ') return clause ? 2 : 1
  return 0
}
