import type { Frame } from '../../../knowledge/saying.js'
import type { ParsedReport } from '../../parsed-report.js'
import { childBy } from '../../trees.js'
import type { Word } from './words.js'

/** One report as the tagger sees it: all words of its prose in one row, sentences as stretches of it. */
export interface Page {
  readonly words: readonly Word[]
  readonly start: Int32Array
  readonly end: Int32Array
  readonly lemma: Int32Array
  readonly tag: Int32Array
  readonly relation: Int32Array
  /** The relation without its subtype. */
  readonly plainRelation: Int32Array
  /** Place of the governor in the row, −1 for a root. */
  readonly head: Int32Array
  /** First and last place of the words that hang on each word. */
  readonly leftmost: Int32Array
  readonly rightmost: Int32Array
  /** First dependant of each word and next dependant of the same governor, −1 where there is none. */
  readonly firstChild: Int32Array
  readonly nextChild: Int32Array
  /** 0 for no word of saying, else its kind and frames. */
  readonly saying: Int32Array
  /** Quotation that a word stands in, from 1; 0 for none. */
  readonly quotation: Int32Array
  /** 1 on the opening mark, 2 on the closing mark. */
  readonly mark: Uint8Array
  /** Type of the name or description that the word heads, from 1; 0 for none; names count 8 more. */
  readonly mention: Uint8Array
  /** 1 for names, numbers, articles, pronouns and marks but the colon, which are seldom part of a cue. */
  readonly isBystander: Uint8Array
  /** Sentence of each word, as an index into `starts`. */
  readonly sentence: Int32Array
  /** First word of each sentence, and one more for the end. */
  readonly starts: readonly number[]
  /** Sentence of the report, by sentence of the page. */
  readonly sentences: readonly number[]
  /** Whether a sentence begins a line, so that no quotation goes on into it. */
  readonly opensLine: readonly boolean[]
  /** Whether a sentence ends with a colon, which opens what comes after. */
  readonly opens: readonly boolean[]
  readonly isHeading: readonly boolean[]
}

/** How words and labels become numbers; one for each tagger, because it remembers. */
export interface Readers {
  readonly word: (form: string) => Word
  readonly label: (label: string) => number
}

const frames: readonly Frame[] = ['clause', 'quotation', 'infinitive', 'thing', 'hearer']
const kinds = ['indirect', 'confirmation', 'denial', 'opinion']
const mentionTypes = ['person', 'organisation', 'group', 'place', 'work', 'event']

const bystanders = new Set([
  'DT',
  'CD',
  'NNP',
  'NNPS',
  'PRP',
  'PRP$',
  'POS',
  'EX',
  'WP',
  '.',
  ',',
  '``',
  "''",
  '-LRB-',
  '-RRB-',
  '$',
])

/** Lays out a report; furniture is left out. */
export function layOut(parsed: ParsedReport, { word, label }: Readers): Page {
  const trees = parsed.trees.filter(({ sentence, tokens }) => sentence.kind !== 'furniture' && tokens.length > 0)
  const count = trees.reduce((n, { tokens }) => n + tokens.length, 0)
  const row = () => new Int32Array(count)
  const words: Word[] = new Array(count)
  const starts = [0]
  const [start, end, lemma, tag, relation, plainRelation] = [row(), row(), row(), row(), row(), row()]
  const [head, leftmost, rightmost, saying, quotation, sentence] = [row(), row(), row(), row(), row(), row()]
  const firstChild = row().fill(-1)
  const nextChild = row().fill(-1)
  const mark = new Uint8Array(count)
  const mention = new Uint8Array(count)
  const isBystander = new Uint8Array(count)
  let from = 0
  let open = 0
  trees.forEach((tree, s) => {
    tree.tokens.forEach((token, i) => {
      const at = from + i
      words[at] = word(token.form)
      start[at] = token.start
      end[at] = token.end
      lemma[at] = label(token.lemma)
      tag[at] = label(token.xpos)
      relation[at] = label(token.deprel)
      const colon = token.deprel.indexOf(':')
      plainRelation[at] = colon < 0 ? relation[at]! : label(token.deprel.slice(0, colon))
      head[at] = token.head < 0 ? -1 : from + token.head
      leftmost[at] = at
      rightmost[at] = at
      sentence[at] = s
      isBystander[at] = bystanders.has(token.xpos) ? 1 : 0
      saying[at] = sayingCode(tree, i, parsed)
      while (open < parsed.quotations.length && parsed.quotations[open]!.end <= token.start) open++
      const around = parsed.quotations[open]
      if (around && around.start < token.end) {
        quotation[at] = open + 1
        if (around.start === token.start) mark[at] = 1
        else if (around.closed && around.end === token.end) mark[at] = 2
      }
    })
    for (let i = tree.tokens.length - 1; i >= 0; i--) {
      const above = head[from + i]!
      if (above < 0) continue
      nextChild[from + i] = firstChild[above]!
      firstChild[above] = from + i
    }
    widen(head, leftmost, rightmost, from, from + tree.tokens.length)
    for (const { headToken, kind, type } of parsed.mentions[tree.sentence.index] ?? []) {
      mention[from + headToken] = 1 + mentionTypes.indexOf(type ?? '') + (kind === 'name' ? 8 : 0)
    }
    from += tree.tokens.length
    starts.push(from)
  })
  const { text } = parsed.reading.report
  return {
    words,
    start,
    end,
    lemma,
    tag,
    relation,
    plainRelation,
    head,
    leftmost,
    rightmost,
    firstChild,
    nextChild,
    saying,
    quotation,
    mark,
    mention,
    isBystander,
    sentence,
    starts,
    sentences: trees.map((tree) => tree.sentence.index),
    opensLine: trees.map(
      (tree, s) => s === 0 || /\n/.test(text.slice(trees[s - 1]!.sentence.end, tree.sentence.start)),
    ),
    opens: trees.map(({ forms }) => forms.at(-1) === ':'),
    isHeading: trees.map((tree) => tree.sentence.kind === 'heading'),
  }
}

function sayingCode(tree: ParsedReport['trees'][number], token: number, parsed: ParsedReport): number {
  const { upos, form } = tree.tokens[token]!
  if (upos === 'NOUN') {
    const noun = parsed.saying.noun(form)
    return noun ? 200 + kinds.indexOf(noun.kind) : parsed.saying.isDocument(form) ? 199 : 0
  }
  if (upos === 'ADV') return parsed.saying.hearsayAdverb(form) ? 198 : 0
  if (upos !== 'VERB') return 0
  const particle = childBy(tree, token, 'compound:prt')
  const verb = parsed.saying.verb(form, particle === undefined ? null : tree.forms[particle]!)
  if (!verb) return 0
  return (
    1 + (kinds.indexOf(verb.kind) + 1) + 6 * frames.reduce((code, f, i) => code + (verb.takes.has(f) ? 1 << i : 0), 0)
  )
}

/** Carries the edges of each word's words up to all it hangs on. */
function widen(head: Int32Array, leftmost: Int32Array, rightmost: Int32Array, from: number, to: number): void {
  for (let i = from; i < to; i++) {
    for (let h = head[i]!; h >= 0; h = head[h]!) {
      if (i < leftmost[h]!) leftmost[h] = i
      if (i > rightmost[h]!) rightmost[h] = i
    }
  }
}
