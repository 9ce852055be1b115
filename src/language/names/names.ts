import type { Gazetteer } from '../../knowledge/gazetteer.js'
import type { EntityType } from '../../model/reading.js'
import { combine } from '../../weights/hash.js'
import { LinearModel } from '../../weights/linear-model.js'
import type { WordClasses } from '../../weights/word-classes.js'
import type { NameSpan } from '../layers.js'
import { decode } from './decode.js'
import { type FoundName, settleNames } from './document-pass.js'
import { contextFeatures, mostFeatures, reach, wordFeatures } from './features.js'
import { buildLexicon, type Lexicon } from './lexicon.js'
import { layOut, type Page } from './page.js'
import { labels, namesFromTags, tagCount } from './tags.js'
import { type Word, wordReader } from './words.js'

/** A sentence as the names layer needs it: words alone, for its parts of speech proved to add nothing. */
export interface NameSentence {
  readonly tokens: readonly { readonly form: string }[]
}

/** A trained name tagger, ready to be asked. */
export interface NameTagger {
  readonly lexicon: Lexicon
  readonly readWord: (form: string) => Word
  /** Sets one row of tag scores for each token of the page. */
  readonly score: (page: Page) => Int32Array
  /** Weight of tag b after tag a at a × tagCount + b. */
  readonly transitions: Int32Array
}

/** Reads the tagger from the bytes of models/names.bin. Throws when they are something else. */
export function nameTaggerFromBytes(bytes: Uint8Array, classes: WordClasses, gazetteer: Gazetteer): NameTagger {
  const model = LinearModel.fromBytes(bytes)
  const transitions = new Int32Array(tagCount * tagCount)
  for (let tag = 0; tag < tagCount; tag++) {
    model.score(Uint32Array.of(transitionFeature(tag)), 1, transitions.subarray(tag * tagCount, (tag + 1) * tagCount))
  }
  return {
    lexicon: buildLexicon(gazetteer),
    readWord: wordReader(classes),
    score: pageScorer(model),
    transitions,
  }
}

/**
 * All names of one document, in order, not overlapping.
 * Hand it the whole document: what a name is called elsewhere in it helps to tell what it is here.
 */
export function findNames(sentences: readonly NameSentence[], tagger: NameTagger): NameSpan[] {
  const page = layOut(
    sentences.map(({ tokens }) => tokens.map((token) => tagger.readWord(token.form))),
    tagger.lexicon,
  )
  const tags = decodePage(page, tagger.score(page), tagger.transitions)
  const tagged = namesFromTags(tags, 0, tags.length).map((name) => ({ ...name, rule: 'tagger' }))
  const names = settleNames(tagged, page, tagger.lexicon)

  let sentence = 0
  return names.map((name) => {
    while (page.starts[sentence + 1]! <= name.first) sentence++
    const from = page.starts[sentence]!
    const label = labels[name.label]!
    return {
      sentence,
      firstToken: name.first - from,
      endToken: name.end - from,
      label,
      type: typeOf(name, label, page),
      rule: name.rule,
    }
  })
}

function decodePage(page: Page, scores: Int32Array, transitions: Int32Array): Uint8Array {
  const tags = new Uint8Array(page.words.length)
  for (let i = 0; i + 1 < page.starts.length; i++)
    decode(scores, transitions, page.starts[i]!, page.starts[i + 1]!, tags)
  return tags
}

/** Our type for a label of the corpus; null for what is no entity. */
function typeOf(name: FoundName, label: (typeof labels)[number], page: Page): EntityType | null {
  switch (label) {
    case 'Person':
      return 'person'
    case 'Organization':
      return 'organisation'
    case 'Location':
    case 'Facility':
      return 'place'
    case 'NORP':
      return 'group'
    case 'Product':
      return 'work'
    case 'Misc':
      return typeOfOther(name, page)
    case 'Money':
    case 'Date':
      return null
  }
}

const eventWords = new Set(
  'war cup games olympics olympic paralympics summit election elections referendum conference congress festival championship championships league tournament open prix revolution uprising battle siege operation offensive massacre genocide holocaust day week awards marathon expo exposition fair convention forum crisis pandemic spring carnival'.split(
    ' ',
  ),
)

/** Of the rest: "the World Cup" is an event, "The Quiet Harbour" a work; "GDP" and "Covid" are neither. */
function typeOfOther({ first, end }: FoundName, page: Page): EntityType | null {
  for (let i = first; i < end; i++) if (eventWords.has(page.words[i]!.form.toLowerCase())) return 'event'
  return end - first > 1 || page.quoted[first] === 1 ? 'work' : null
}

/** The feature that stands for "the tag before was this one". */
export function transitionFeature(tag: number): number {
  return combine(900, tag)
}

const rememberedForms = 30_000

/** Scores pages with a model; the part that hangs on a form alone is summed once for each form and place. */
function pageScorer(model: LinearModel): (page: Page) => Int32Array {
  const width = 2 * reach + 1
  const buffer = new Uint32Array(mostFeatures)
  const room = new Int32Array(tagCount)
  let remembered = new Map<Word, Int32Array>()

  const scoresOfWord = (word: Word): Int32Array => {
    const known = remembered.get(word)
    if (known) return known
    const sums = new Int32Array(width * tagCount)
    for (let offset = -reach; offset <= reach; offset++) addWord(word, offset, sums)
    if (remembered.size >= rememberedForms) remembered = new Map()
    remembered.set(word, sums)
    return sums
  }
  const addWord = (word: Word | undefined, offset: number, sums: Int32Array) => {
    const count = wordFeatures(word, offset, buffer)
    model.score(buffer, count, room)
    sums.set(room, (offset + reach) * tagCount)
  }
  const edge = new Int32Array(width * tagCount)
  for (let offset = -reach; offset <= reach; offset++) addWord(undefined, offset, edge)

  return (page) => {
    const scores = new Int32Array(page.words.length * tagCount)
    for (let i = 0; i < page.words.length; i++) {
      const row = i * tagCount
      model.score(buffer, contextFeatures(page, i, buffer), room)
      for (let tag = 0; tag < tagCount; tag++) scores[row + tag] = room[tag]!
      for (let offset = -reach; offset <= reach; offset++) {
        const place = i + offset
        const inside = place >= page.sentenceStart[i]! && place < page.sentenceEnd[i]!
        const sums = inside ? scoresOfWord(page.words[place]!) : edge
        const from = (offset + reach) * tagCount
        for (let tag = 0; tag < tagCount; tag++) scores[row + tag]! += sums[from + tag]!
      }
    }
    return scores
  }
}
