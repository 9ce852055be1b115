import { sayingLexicon } from '../../knowledge/saying.js'
import type { Sentence } from '../../model/reading.js'
import { combine, hashString } from '../../weights/hash.js'
import type { Passage } from './passages.js'
import type { SentenceWords, Vocabulary, Word } from './vocabulary.js'

/** What two passages are compared by. */
export interface Profile {
  readonly passage: Passage
  /** Its words of content, each once, with how much each tells in this story: 0 … 1. */
  readonly words: readonly Word[]
  readonly weights: readonly number[]
  /** For each word the phrase it stands in, as the token at the top of that: a verb alone, or a noun with all that hangs on it. */
  readonly phrases: readonly number[]
  readonly total: number
  /** Words of content of the whole sentence. */
  readonly sentence: SentenceWords
  readonly head: Word
  readonly headUpos: string
  readonly agent: Word | null
  readonly patient: Word | null
  /** Entities named or meant in it. */
  readonly entities: ReadonlySet<string>
  /** Lower-case forms, in order, for runs of words. */
  readonly forms: readonly string[]
  /** Runs of one to four words, by their length, and of three letters; as numbers, each once, the least first. */
  readonly runs: readonly (readonly number[])[]
  readonly letters: readonly number[]
  /** Pairs of a word of content and the one it hangs on, as numbers of the vocabulary, each once, the least first. */
  readonly ties: readonly number[]
  /** Mean company of its words. */
  readonly meaning: Float64Array
  readonly saying: boolean
  readonly quoted: boolean
  /** Where in its report it stands, from 0 (heading and first sentence) to 1. */
  readonly place: number
  readonly isHeading: boolean
}

const nobody: ReadonlySet<string> = new Set()

/** So many words of a sentence or passage are compared at most: what is longer is a list. */
const longestSentence = 60

/** Profiles of all passages of a story. A word that many passages share tells little; so the weights need them all. */
export function profilesOf(passages: readonly Passage[], vocabulary: Vocabulary): Profile[] {
  const sentences = new Map<Sentence, SentenceWords>()
  const sentenceOf = (passage: Passage) => {
    const known = sentences.get(passage.sentence)
    if (known) return known
    const words = contentWords(passage, 0, passage.sentence.tokens.length, vocabulary)
    const made = { words, marks: new Set(words.flatMap(({ marks }) => marks)) }
    sentences.set(passage.sentence, made)
    return made
  }
  const drafts = passages.map((passage) => ({
    passage,
    ...ownWords(passage, vocabulary),
    sentence: sentenceOf(passage),
  }))
  const counts = new Map<string, number>()
  for (const { words } of drafts) {
    for (const key of new Set(words.map(countKey))) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const most = Math.log2(1 + drafts.length)
  // In a story of two sentences every word is as good as the other.
  const storyShare = drafts.length < 20 ? 0 : 1
  const weightOf = (word: Word) => {
    const telling = Math.log2(1 + drafts.length / (counts.get(countKey(word)) ?? 1)) / most
    return word.rarity * (storyShare === 0 ? 1 : telling)
  }
  return drafts.map(({ passage, words, phrases, sentence }) => {
    const weights = words.map(weightOf)
    const { tokens } = passage.sentence
    const wordAt = (token: number) => (token < 0 ? null : tokenWord(passage, token, vocabulary))
    const head = wordAt(passage.head)!
    const text = passage.page.reading.report.text
    const forms = tokens
      .slice(passage.first, passage.end)
      .filter((token) => token.upos !== 'PUNCT')
      .map((token) => token.form.toLowerCase())
    const start = tokens[passage.first]!.start
    return {
      passage,
      words,
      weights,
      phrases,
      total: weights.reduce((sum, weight) => sum + weight, 0),
      sentence,
      head,
      headUpos: tokens[passage.head]!.upos,
      agent: wordAt(passage.agent),
      patient: wordAt(passage.patient),
      entities: words.some(({ entity }) => entity !== null)
        ? new Set(words.flatMap(({ entity }) => entity ?? []))
        : nobody,
      forms,
      runs: runsOf(forms),
      letters: letterRuns(forms.join(' ')),
      ties: tiesOf(passage, vocabulary),
      meaning: vocabulary.meaningOf(words, weights),
      saying: sayingLexicon().verb(tokens[passage.head]!.form.toLowerCase()) !== undefined,
      quoted: /["“”]/.test(text.slice(Math.max(0, start - 1), tokens[passage.end - 1]!.end + 1)),
      place: Math.min(1, start / Math.max(1, text.length)),
      isHeading: passage.sentence.kind === 'heading',
    }
  })
}

/** Two names of one entity count as one word, and a form of a lemma as the lemma. */
function countKey(word: Word): string {
  return word.entity ?? word.lemma
}

/** The words of a passage, with those who act and suffer where they stand outside it: "Lingard, who had fled"; and the phrase of each. */
function ownWords(passage: Passage, vocabulary: Vocabulary): Pick<Profile, 'words' | 'phrases'> {
  const found = new Map<Word, number>()
  const add = (t: number) => {
    if (t >= 0 && isContent(passage, t)) found.set(tokenWord(passage, t, vocabulary), phraseAt(passage, t))
  }
  for (let t = passage.first; t < passage.end; t++) add(t)
  for (const t of [passage.agent, passage.patient]) if (t < passage.first || t >= passage.end) add(t)
  const all = [...found].slice(0, longestSentence)
  return { words: all.map(([word]) => word), phrases: all.map(([, phrase]) => phrase) }
}

/** "the keeper of the old lamp lit it": the keeper for "lamp" and "old"; a verb, and what happens, for itself. */
function phraseAt({ sentence: { tokens }, head }: Passage, token: number): number {
  let top = token
  while (top !== head && tokens[top]!.upos !== 'VERB') {
    const above = tokens[top]!.head
    if (above < 0 || above === head || tokens[above]!.upos === 'VERB') return top
    top = above
  }
  return top
}

function contentWords(passage: Passage, first: number, end: number, vocabulary: Vocabulary): Word[] {
  const found = new Set<Word>()
  for (let t = first; t < end; t++) if (isContent(passage, t)) found.add(tokenWord(passage, t, vocabulary))
  return [...found]
}

function runsOf(forms: readonly string[]): number[][] {
  const hashes = forms.map(hashString)
  return [1, 2, 3, 4].map((length) => {
    const runs = new Float64Array(Math.max(0, hashes.length - length + 1))
    for (let i = 0; i < runs.length; i++) {
      let run = hashes[i]!
      for (let k = 1; k < length; k++) run = combine(run, hashes[i + k]!)
      runs[i] = run
    }
    return eachOnce(runs)
  })
}

function letterRuns(text: string): number[] {
  const runs = new Float64Array(Math.max(0, text.length - 2))
  for (let i = 0; i < runs.length; i++)
    runs[i] = (text.charCodeAt(i) * 0x10000 + text.charCodeAt(i + 1)) * 0x10000 + text.charCodeAt(i + 2)
  return eachOnce(runs)
}

function tiesOf(passage: Passage, vocabulary: Vocabulary): number[] {
  const { tokens } = passage.sentence
  const ties: number[] = []
  for (let t = passage.first; t < passage.end; t++) {
    const { head, lemma } = tokens[t]!
    if (head >= 0 && isContent(passage, t) && isContent(passage, head))
      ties.push(vocabulary.tie(vocabulary.plain(tokens[head]!.lemma), vocabulary.plain(lemma)))
  }
  return eachOnce(Float64Array.from(ties))
}

/** Numbers from the least to the greatest, each once; short plain arrays take less room than typed ones. */
function eachOnce(numbers: Float64Array): number[] {
  numbers.sort()
  const once: number[] = []
  for (let i = 0; i < numbers.length; i++) if (i === 0 || numbers[i] !== numbers[i - 1]) once.push(numbers[i]!)
  return once.slice()
}

function isContent({ page, sentence }: Passage, t: number): boolean {
  const { upos, lemma } = sentence.tokens[t]!
  if (page.isInsideName(sentence.index, t)) return false
  if (upos === 'PRON') return page.entityAt(sentence.index, t) !== undefined
  if (upos === 'ADV') return !lightAdverbs.has(lemma.toLowerCase())
  return /^(NOUN|PROPN|VERB|ADJ|NUM)$/.test(upos) && !lightWords.has(lemma.toLowerCase())
}

const lightWords: ReadonlySet<string> = new Set('be have do get such other same own'.split(' '))
const lightAdverbs: ReadonlySet<string> = new Set(
  'not also then there here so very too just even only still now well more most as how when where why however'.split(
    ' ',
  ),
)

function tokenWord({ page, sentence }: Passage, t: number, vocabulary: Vocabulary): Word {
  const token = sentence.tokens[t]!
  const entity = page.entityAt(sentence.index, t)
  const form = vocabulary.plain(entity?.surname ?? token.form)
  if (token.upos === 'PRON') return vocabulary.intern(form, form, 'pronoun', entity?.id ?? null)
  // "seven" and "7" are one number.
  if (token.upos === 'NUM')
    return vocabulary.intern(form, page.numberAt(sentence.index, token.start) ?? form, 'number', null)
  const isName = entity?.how === 'name' || token.upos === 'PROPN'
  return vocabulary.intern(
    form,
    vocabulary.plain(entity?.surname ?? token.lemma),
    isName ? 'name' : 'word',
    entity?.id ?? null,
  )
}
