import type { Gazetteer } from '../../knowledge/gazetteer.js'
import type { EntityType } from '../../model/reading.js'
import { combine } from '../../weights/hash.js'
import { LinearModel } from '../../weights/linear-model.js'
import type { WordClasses } from '../../weights/word-classes.js'
import type { NameSpan } from '../layers.js'
import { decode } from './decode.js'
import { contextFeatures, mostFeatures, reach, voteFeatures, wordFeatures } from './features.js'
import { buildLexicon, type Lexicon } from './lexicon.js'
import { layOut, type Page } from './page.js'
import { labels, namesFromTags, tagCount } from './tags.js'
import { type Word, wordReader } from './words.js'

/** A token as the names layer needs it. */
export interface NameToken {
  readonly form: string
  readonly xpos: string
  readonly upos: string
}

export interface NameSentence {
  readonly tokens: readonly NameToken[]
}

/** A trained name tagger, ready to be asked. */
export interface NameTagger {
  readonly lexicon: Lexicon
  readonly readWord: (form: string) => Word
  /** Sets one row of tag scores for each token of the page. */
  readonly score: (page: Page) => Int32Array
  /** Adds to these scores what the tags of the first pass say. */
  readonly addVotes: (page: Page, firstTags: Uint8Array, scores: Int32Array) => void
  /** Weights of one tag after another, of either pass. */
  readonly transitions: readonly [Int32Array, Int32Array]
  readonly passes: 1 | 2
}

/** Reads the tagger from the bytes of models/names.bin. Throws when they are something else. */
export function nameTaggerFromBytes(bytes: Uint8Array, classes: WordClasses, gazetteer: Gazetteer): NameTagger {
  const model = LinearModel.fromBytes(bytes)
  const transitionsOf = (pass: 0 | 1) => {
    const transitions = new Int32Array(tagCount * tagCount)
    for (let tag = 0; tag < tagCount; tag++) {
      model.add(transitionFeature(tag, pass), transitions.subarray(tag * tagCount, (tag + 1) * tagCount))
    }
    return transitions
  }
  return {
    lexicon: buildLexicon(gazetteer),
    readWord: wordReader(classes),
    score: pageScorer(model),
    addVotes: voteScorer(model),
    transitions: [transitionsOf(0), transitionsOf(1)],
    passes: model.settings['passes'] === 2 ? 2 : 1,
  }
}

/**
 * All names of one document, in order, not overlapping.
 * Hand it the whole document: what a name is called elsewhere in it helps to tell what it is here.
 */
export function findNames(sentences: readonly NameSentence[], tagger: NameTagger): NameSpan[] {
  const page = layOut(
    sentences.map(({ tokens }) => ({
      words: tokens.map((token) => tagger.readWord(token.form)),
      tags: tokens.map((token) => token.xpos),
    })),
    tagger.lexicon,
  )
  const scores = tagger.score(page)
  const tags = decodePage(page, scores, tagger.transitions[0])
  if (tagger.passes === 2) {
    tagger.addVotes(page, tags, scores)
    tags.set(decodePage(page, scores, tagger.transitions[1]))
  }
  return sentences.flatMap((_, sentence) => {
    const from = page.starts[sentence]!
    const end = page.starts[sentence + 1]!
    return namesFromTags(tags, from, end).map(({ first, end, label }) => ({
      sentence,
      firstToken: first - from,
      endToken: end - from,
      label: labels[label]!,
      type: typeOf(labels[label]!),
      rule: 'tagger',
    }))
  })
}

function decodePage(page: Page, scores: Int32Array, transitions: Int32Array): Uint8Array {
  const tags = new Uint8Array(page.words.length)
  for (let i = 0; i + 1 < page.starts.length; i++) decode(scores, transitions, page.starts[i]!, page.starts[i + 1]!, tags)
  return tags
}

/** Our type for a label of the corpus; null for what is no entity. */
function typeOf(label: (typeof labels)[number]): EntityType | null {
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
    case 'Misc':
      return 'work'
    case 'Money':
    case 'Date':
      return null
  }
}

/** The feature that stands for "the tag before was this one". */
export function transitionFeature(tag: number, pass: 0 | 1): number {
  return combine(900 + pass, tag)
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
      model.score(buffer, contextFeatures(page, i, false, buffer), room)
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

function voteScorer(model: LinearModel): NameTagger['addVotes'] {
  const buffer = new Uint32Array(mostFeatures)
  return (page, firstTags, scores) => {
    for (let i = 0; i < page.words.length; i++) {
      const count = voteFeatures(page, i, firstTags, buffer)
      if (count === 0) continue
      const row = scores.subarray(i * tagCount, (i + 1) * tagCount)
      for (let f = 0; f < count; f++) model.add(buffer[f]!, row)
    }
  }
}
