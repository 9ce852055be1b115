import type { Sentence, Token } from '../../model/reading.js'
import { baseRelation, type Tree } from './trees.js'
import { sayingVerbs } from './words.js'

/** Words between quotation marks. */
export interface Quotation {
  readonly firstSentence: number
  readonly firstToken: number
  readonly lastSentence: number
  /** The last token inside, included. */
  readonly lastToken: number
  readonly words: number
  /** Where its speaker is named: a token in some sentence; null where nobody is. */
  readonly speaker: { readonly sentence: number; readonly token: number } | null
}

/** Quotations of a text, and for each sentence the number of the quotation each token stands in, −1 outside. */
export interface Quotations {
  readonly list: readonly Quotation[]
  readonly at: (sentence: number, token: number) => number
}

/** Finds what stands between quotation marks and, from the parse, who speaks it. */
export function findQuotations(trees: readonly Tree[]): Quotations {
  const { quotations, inside } = findMarks(trees.map((tree) => tree.sentence))
  const at = (sentence: number, token: number) => inside[sentence]?.[token] ?? -1
  const list: Quotation[] = []
  for (const [i, quotation] of quotations.entries()) {
    const own = speakerInSentence(quotation, trees, at)
    list.push({ ...quotation, speaker: own ?? carriedSpeaker(quotation, quotations[i - 1], list[i - 1], trees) })
  }
  // A quotation that comes before the one with "she said" in its own paragraph has the same speaker.
  for (let i = list.length - 2; i >= 0; i--) {
    const next = list[i + 1]!
    const here = list[i]!
    if (here.speaker || !next.speaker || here.words < 4) continue
    if (
      trees[here.lastSentence]!.sentence.paragraph === trees[next.firstSentence]!.sentence.paragraph &&
      next.firstSentence - here.lastSentence <= 1
    ) {
      list[i] = { ...here, speaker: next.speaker }
    }
  }
  return { list, at }
}

type Marked = Omit<Quotation, 'speaker'>

function findMarks(sentences: readonly Sentence[]): { quotations: Marked[]; inside: (Int32Array | undefined)[] } {
  const quotations: Marked[] = []
  const inside: (Int32Array | undefined)[] = sentences.map(() => undefined)
  let open: { sentence: number; token: number } | undefined
  const close = (sentence: number, token: number) => {
    if (!open) return
    const number = quotations.length
    let words = 0
    for (let s = open.sentence; s <= sentence; s++) {
      const from = s === open.sentence ? open.token : 0
      const to = s === sentence ? token : sentences[s]!.tokens.length - 1
      if (to < from) continue
      inside[s] ??= new Int32Array(sentences[s]!.tokens.length).fill(-1)
      inside[s]!.fill(number, from, to + 1)
      words += to + 1 - from
    }
    if (words > 0)
      quotations.push({
        firstSentence: open.sentence,
        firstToken: open.token,
        lastSentence: sentence,
        lastToken: token,
        words,
      })
    open = undefined
  }
  for (const [s, sentence] of sentences.entries()) {
    const before = sentences[s - 1]
    if (open && before && before.paragraph !== sentence.paragraph) close(s - 1, before.tokens.length - 1)
    // Without paragraphs a forgotten mark would swallow the rest.
    if (open && s - open.sentence > 12) close(s - 1, before!.tokens.length - 1)
    for (const [t, token] of sentence.tokens.entries()) {
      const mark = markOf(token.form)
      if (mark === undefined) continue
      if (open && mark !== 'open') close(t === 0 ? s - 1 : s, t === 0 ? (before?.tokens.length ?? 0) - 1 : t - 1)
      else if (mark !== 'close') open = { sentence: s, token: t + 1 }
    }
  }
  if (open) close(sentences.length - 1, sentences.at(-1)!.tokens.length - 1)
  return { quotations, inside }
}

function markOf(form: string): 'open' | 'close' | 'either' | undefined {
  switch (form) {
    case '“':
    case '„':
    case '«':
    case '``':
      return 'open'
    case '”':
    case '»':
    case "''":
      return 'close'
    case '"':
      return 'either'
    default:
      return undefined
  }
}

/** "…," she said; the subject of the verb of saying nearest to the quotation. */
function speakerInSentence(quotation: Marked, trees: readonly Tree[], at: Quotations['at']): Quotation['speaker'] {
  let best: { sentence: number; token: number } | null = null
  let nearest = Number.POSITIVE_INFINITY
  for (const s of new Set([quotation.firstSentence, quotation.lastSentence])) {
    const tree = trees[s]!
    const { tokens } = tree.sentence
    tokens.forEach((_token, t) => {
      if (at(s, t) >= 0 && at(s, t) === at(quotation.firstSentence, quotation.firstToken)) return
      const speaker = speakerOf(tree, t)
      if (speaker === undefined || at(s, speaker) >= 0) return
      const distance = distanceTo(quotation, s, t)
      if (distance < nearest) {
        nearest = distance
        best = { sentence: s, token: speaker }
      }
    })
  }
  return best
}

function distanceTo(quotation: Marked, sentence: number, token: number): number {
  const before =
    sentence === quotation.firstSentence ? Math.abs(quotation.firstToken - token) : Number.POSITIVE_INFINITY
  const after = sentence === quotation.lastSentence ? Math.abs(token - quotation.lastToken) : Number.POSITIVE_INFINITY
  return Math.min(before, after)
}

/** The subject of a verb of saying, or the voice after "according to". */
function speakerOf(tree: Tree, t: number): number | undefined {
  const { tokens } = tree.sentence
  const token = tokens[t]!
  if (token.upos === 'VERB' && sayingVerbs.has(token.lemma.toLowerCase())) {
    const subject = tree.kids[t]!.find((kid) => tokens[kid]!.deprel === 'nsubj')
    if (subject !== undefined) return subject
    // "told reporters and added": the second verb shares the subject of the first.
    if (token.deprel === 'conj' && token.head >= 0)
      return tree.kids[token.head]!.find((kid) => tokens[kid]!.deprel === 'nsubj')
    return undefined
  }
  if (token.form.toLowerCase() === 'according') {
    const voice = tokens[token.head]
    return voice &&
      (voice.upos === 'NOUN' || voice.upos === 'PROPN' || voice.upos === 'PRON') &&
      baseRelation(token) === 'case'
      ? token.head
      : undefined
  }
  return undefined
}

/** Quotations that fill whole sentences take the speaker of the one just before, or of "He said:". */
function carriedSpeaker(
  quotation: Marked,
  before: Marked | undefined,
  speakerBefore: Quotation | undefined,
  trees: readonly Tree[],
): Quotation['speaker'] {
  if (quotation.words < 4) return null
  const paragraph = trees[quotation.firstSentence]!.sentence.paragraph
  if (before && speakerBefore?.speaker) {
    const gap = quotation.firstSentence - before.lastSentence
    const same = trees[before.lastSentence]!.sentence.paragraph === paragraph
    if (same && gap <= 1) return speakerBefore.speaker
    // A paragraph that opens a new mark while the last one was never closed goes on with the same voice.
    const lastTokens = trees[before.lastSentence]!.sentence.tokens
    if (gap === 1 && !same && before.lastToken === lastTokens.length - 1) return speakerBefore.speaker
  }
  const sentence = trees[quotation.firstSentence - 1]
  if (sentence && quotation.firstToken <= 1 && quotation.firstSentence > 0) {
    const { tokens } = sentence.sentence
    if (tokens.at(-1)?.form === ':') return lastSpeaker(sentence)
  }
  return null
}

function lastSpeaker(tree: Tree): Quotation['speaker'] {
  for (let t = tree.sentence.tokens.length - 1; t >= 0; t--) {
    const speaker = speakerOf(tree, t)
    if (speaker !== undefined) return { sentence: tree.sentence.index, token: speaker }
  }
  return null
}

/** The head of the clause a token stands in: two words of one clause have the same. */
export function clauseOf(tokens: readonly Token[], token: number): number {
  let at = token
  for (let steps = 0; steps < tokens.length && tokens[at]!.head >= 0; steps++) {
    const relation = baseRelation(tokens[at]!)
    if (clauseHeads.has(relation)) return at
    if (relation === 'conj' && tokens[at]!.upos === 'VERB') return at
    at = tokens[at]!.head
  }
  return at
}

const clauseHeads = new Set(['root', 'ccomp', 'xcomp', 'advcl', 'acl', 'parataxis', 'csubj'])
