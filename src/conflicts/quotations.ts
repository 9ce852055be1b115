import type { Reading, Token } from '../model/reading.js'
import type { Span } from '../model/span.js'
import { type Answer, conflictOf, type FoundConflict } from './sides.js'
import { clauseAt, type View, wordsAt } from './view.js'

/** A passage between quotation marks. */
interface Quotation {
  readonly reading: Reading
  readonly span: Span
  readonly words: readonly string[]
}

/**
 * “We saw a light on the rock,” – “We saw the lamp on the rock,”
 *
 * Two reports quote one utterance, nearly word for word, with different words: not both can be verbatim.
 * Only the sentence of the quotation that differs is shown.
 */
export function differentQuotations(view: View): FoundConflict[] {
  const quotations = view.readings.flatMap(quotationsIn)
  const byRun = new Map<string, number[]>()
  quotations.forEach(({ words }, q) => {
    for (let i = 0; i + 2 < words.length; i++) {
      const run = words.slice(i, i + 3).join(' ')
      const known = byRun.get(run)
      if (!known) byRun.set(run, [q])
      else if (known.at(-1) !== q && known.length < 8) known.push(q)
    }
  })
  const shared = new Map<string, number>()
  for (const list of byRun.values())
    list.forEach((a, i) => {
      for (const b of list.slice(i + 1)) shared.set(`${a} ${b}`, (shared.get(`${a} ${b}`) ?? 0) + 1)
    })
  const told = new Set<string>()
  return [...shared].flatMap(([pair, runs]) => {
    const [a, b] = pair.split(' ').map((i) => quotations[Number(i)]!) as [Quotation, Quotation]
    if (runs < 2 || a.reading === b.reading) return []
    const change = difference(a.words, b.words)
    if (!change) return []
    const answers = [a, b].map((q, i): Answer => {
      const clause = clauseAt(view, q.reading, q.span.start, q.span.end)
      return {
        value: `${i}`,
        label: wordsAt(q.reading, q.span),
        statements: clause ? [clause.statement.id] : [],
        evidence: q.span,
      }
    })
    const [one, other] = change.map((words) => words.join(' '))
    // A report that quotes it at more length does not make it another quarrel.
    const shorter = a.words.length <= b.words.length ? a.words : b.words
    const quarrel = [...change.flat().sort(), '|', ...shorter].join(' ')
    if (told.has(quarrel)) return []
    told.add(quarrel)
    return conflictOf(
      'other',
      'hard',
      'different-quotations',
      answers,
      () => `One utterance is quoted in two wordings, “${one}” and “${other}”: they cannot both be verbatim.`,
    )
  })
}

/** The stretches of a report that are quoted, at least six words long each. */
export function quotedStretches(reading: Reading): Span[] {
  return quotationsIn(reading).map((q) => q.span)
}

/** The sentences of a report that stand between quotation marks, at least six words long. */
function quotationsIn(reading: Reading): Quotation[] {
  const text = reading.report.text
  const alone = loneMarks(reading)
  let open = false
  let paragraph = -1
  return reading.sentences.flatMap((sentence): Quotation[] => {
    if (sentence.kind === 'furniture') return []
    // A quotation may run on into the next paragraph only with a mark of its own.
    if (sentence.paragraph !== paragraph) open = false
    paragraph = sentence.paragraph
    const found: Quotation[] = []
    let tokens: Token[] = []
    let marks = 0
    const close = () => {
      const quotation = quotationOf(reading, tokens)
      if (quotation) found.push(quotation)
      tokens = []
    }
    for (const token of sentence.tokens) {
      if (!/^["“”]$|^``$|^''$/.test(token.form)) {
        if (open || marks === 0) tokens.push(token)
        continue
      }
      const closes = closesHere(text, token, open || alone.has(sentence.paragraph))
      // A closing mark that nothing opened ends a quotation of several sentences.
      if (closes && (open || marks === 0)) close()
      tokens = []
      open = !closes
      marks++
    }
    if (open) close()
    return found
  })
}

/** A mark right after a word or a comma closes; one after a space opens, unless words that may end a quotation stand before it. */
function closesHere(text: string, { start, form }: Token, mayBeOpen: boolean): boolean {
  if (form === '”' || form === '“') return form === '”'
  const before = text.slice(Math.max(0, start - 2), start)
  if (/\S$/.test(before)) return !/[([—–-]$/.test(before)
  return mayBeOpen && /[,.!?] $/.test(before)
}

/** Paragraphs with a single straight mark: it may close words that began without one. */
function loneMarks(reading: Reading): ReadonlySet<number> {
  const counts = new Map<number, number>()
  for (const { paragraph, tokens } of reading.sentences)
    for (const { form } of tokens) if (form === '"') counts.set(paragraph, (counts.get(paragraph) ?? 0) + 1)
  return new Set([...counts].flatMap(([paragraph, count]) => (count === 1 ? [paragraph] : [])))
}

function quotationOf(reading: Reading, tokens: readonly Token[]): Quotation | null {
  // What an editor put in brackets is no part of the words.
  let depth = 0
  const words = tokens.filter((t) => {
    if (/^[[(]$/.test(t.form)) depth++
    if (/^[\])]$/.test(t.form)) depth--
    return depth <= 0 && /[\p{L}\p{N}]/u.test(t.form)
  })
  if (words.length < 6) return null
  return {
    reading,
    span: { report: reading.report.id, start: tokens[0]!.start, end: tokens.at(-1)!.end },
    words: words.map((t) => plainWord(t.form.toLowerCase().replace(/[‘’]/g, "'"))),
  }
}

const contracted: Readonly<Record<string, string>> = {
  "'m": 'am',
  "'ll": 'will',
  "n't": 'not',
  "'re": 'are',
  "'ve": 'have',
  '1': 'one',
  '2': 'two',
  '3': 'three',
  percent: 'per cent',
  '%': 'per cent',
}

function plainWord(word: string): string {
  return contracted[word] ?? word
}

/**
 * The words in which two quotations differ, when they agree in most; null when one only leaves something out at an end,
 * or when they are two utterances. By the longest common subsequence.
 */
function difference(a: readonly string[], b: readonly string[]): [string[], string[]] | null {
  if (a.length > 120 || b.length > 120) return null
  const length: number[][] = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0))
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      length[i]![j] = a[i] === b[j] ? length[i + 1]![j + 1]! + 1 : Math.max(length[i + 1]![j]!, length[i]![j + 1]!)
  const common = length[0]![0]!
  if (common < 6 || common < 0.7 * Math.min(a.length, b.length)) return null
  const only: [string[], string[]] = [[], []]
  let [i, j, matched, run, longest] = [0, 0, 0, 0, 0]
  let gap: [string[], string[]] = [[], []]
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      // A change counts only between words that agree on both sides of it, and where both have other words.
      if (matched > 0 && gap[0].length > 0 && gap[1].length > 0) {
        only[0].push(...gap[0])
        only[1].push(...gap[1])
      }
      gap = [[], []]
      matched++
      run++
      longest = Math.max(longest, run)
      i++
      j++
    } else {
      run = 0
      if (length[i + 1]![j]! >= length[i]![j + 1]!) gap[0].push(a[i++]!)
      else gap[1].push(b[j++]!)
    }
  }
  if (longest < 5 || only[0].length === 0 || only[0].length + only[1].length > 0.5 * (a.length + b.length)) return null
  return only
}
