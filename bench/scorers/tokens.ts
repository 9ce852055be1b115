import type { ConlluSentence } from '../conllu.js'

/** One syntactic word; positions count the characters of the text without its white space. */
export interface ScoredWord {
  readonly start: number
  readonly end: number
  readonly form: string
  /** Whether it shares its surface token with other words; then `start` and `end` are those of the token. */
  readonly shared: boolean
}

/** A text cut into words and sentences, by one hand or the other. */
export interface Cut {
  readonly words: readonly ScoredWord[]
  readonly sentences: readonly { readonly start: number; readonly end: number }[]
}

/** How much of what was found is right, and of how much that was wanted. */
export interface Counts {
  readonly right: number
  readonly found: number
  readonly wanted: number
}

/**
 * Words and sentences by the definitions of the CoNLL-2018 shared task: a word is right when a gold word has its very span,
 * and inside a gold token of several words when the longest common subsequence of the forms pairs them;
 * a sentence is right when its span is.
 */
export function scoreCuts(gold: Cut, found: Cut): { words: Counts; sentences: Counts } {
  return {
    words: { right: alignedWords(gold.words, found.words), found: found.words.length, wanted: gold.words.length },
    sentences: {
      right: sameSpans(gold.sentences, found.sentences),
      found: found.sentences.length,
      wanted: gold.sentences.length,
    },
  }
}

/** The raw text of a CoNLL-U file as the shared task gave it, and the gold cut of it. */
export function goldCut(sentences: readonly ConlluSentence[]): { text: string; cut: Cut } {
  const words: ScoredWord[] = []
  const spans: { start: number; end: number }[] = []
  let text = ''
  let at = 0
  let gap = ''
  for (const sentence of sentences) {
    if (text !== '') text += sentence.newParagraph ? '\n\n' : gap
    const start = at
    let next = 0
    sentence.surface.forEach((token, i) => {
      const length = withoutSpace(token.form).length
      for (let w = 0; w < token.words; w++) {
        words.push({ start: at, end: at + length, form: sentence.words[next++]!.form, shared: token.words > 1 })
      }
      at += length
      gap = token.spaceAfter ? ' ' : ''
      text += token.form + (i < sentence.surface.length - 1 ? gap : '')
    })
    spans.push({ start, end: at })
  }
  return { text, cut: { words, sentences: spans } }
}

/** The cut that a tokeniser made, its positions in `text` turned into positions without white space. */
export function foundCut(
  text: string,
  sentences: readonly { readonly tokens: readonly { readonly start: number; readonly end: number }[] }[],
): Cut {
  const visible = new Uint32Array(text.length + 1)
  for (let i = 0, n = 0; i < text.length; i++) {
    if (!/\s/.test(text.charAt(i))) n++
    visible[i + 1] = n
  }
  return {
    words: sentences.flatMap((s) =>
      s.tokens.map((t) => ({
        start: visible[t.start]!,
        end: visible[t.end]!,
        form: text.slice(t.start, t.end),
        shared: false,
      })),
    ),
    sentences: sentences.map((s) => ({ start: visible[s.tokens[0]!.start]!, end: visible[s.tokens.at(-1)!.end]! })),
  }
}

function withoutSpace(form: string): string {
  return form.replace(/\s/g, '')
}

function sameSpans(gold: Cut['sentences'], found: Cut['sentences']): number {
  const spans = new Set(gold.map((s) => `${s.start} ${s.end}`))
  return found.filter((s) => spans.has(`${s.start} ${s.end}`)).length
}

/** Number of aligned words; `align_words` of the shared task's script. */
function alignedWords(gold: readonly ScoredWord[], found: readonly ScoredWord[]): number {
  let aligned = 0
  let g = 0
  let f = 0
  while (g < gold.length && f < found.length) {
    if (gold[g]!.shared || found[f]!.shared) {
      const span = sharedSpan(gold, found, g, f)
      const length = commonLength(gold.slice(span.goldFrom, span.goldTo), found.slice(span.foundFrom, span.foundTo))
      aligned += length
      g = span.goldTo
      f = span.foundTo
    } else if (gold[g]!.start === found[f]!.start && gold[g]!.end === found[f]!.end) {
      aligned++
      g++
      f++
    } else if (gold[g]!.start <= found[f]!.start) g++
    else f++
  }
  return aligned
}

/** The stretch around a token of several words in which both sides are compared by form; `find_multiword_span`. */
function sharedSpan(
  gold: readonly ScoredWord[],
  found: readonly ScoredWord[],
  goldFrom: number,
  foundFrom: number,
): { goldFrom: number; goldTo: number; foundFrom: number; foundTo: number } {
  let g = goldFrom
  let f = foundFrom
  let end: number
  if (gold[g]!.shared) {
    end = gold[g]!.end
    if (!found[f]!.shared && found[f]!.start < gold[g]!.start) f++
  } else {
    end = found[f]!.end
    if (!gold[g]!.shared && gold[g]!.start < found[f]!.start) g++
  }
  const from = { gold: g, found: f }
  const beyond = (words: readonly ScoredWord[], i: number) =>
    i >= words.length || (words[i]!.shared ? words[i]!.start >= end : words[i]!.end > end)
  while (!beyond(gold, g) || !beyond(found, f)) {
    const nextGold = gold[g]
    const nextFound = found[f]
    if (nextGold && (!nextFound || nextGold.start <= nextFound.start)) {
      if (nextGold.shared && nextGold.end > end) end = nextGold.end
      g++
    } else {
      if (nextFound!.shared && nextFound!.end > end) end = nextFound!.end
      f++
    }
  }
  return { goldFrom: from.gold, goldTo: g, foundFrom: from.found, foundTo: f }
}

/** Length of the longest common subsequence of the forms, in small letters. */
function commonLength(gold: readonly ScoredWord[], found: readonly ScoredWord[]): number {
  let row = new Array<number>(found.length + 1).fill(0)
  for (const word of gold) {
    const next = [0]
    found.forEach((other, j) => {
      const same = word.form.toLowerCase() === other.form.toLowerCase()
      next.push(same ? row[j]! + 1 : Math.max(row[j + 1]!, next[j]!))
    })
    row = next
  }
  return row[found.length]!
}
