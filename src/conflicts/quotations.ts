import type { Sentence, Token } from '../model/reading.js'
import type { Reading } from '../model/reading.js'
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
    return conflictOf(
      'other',
      'hard',
      'different-quotations',
      answers,
      () =>
        `One utterance is quoted in two wordings, “${one}” and “${other}”: they cannot both be verbatim.`,
    )
  })
}

/** The sentences of a report that stand between quotation marks, at least six words long. */
function quotationsIn(reading: Reading): Quotation[] {
  let open = false
  return reading.sentences.flatMap((sentence): Quotation[] => {
    if (sentence.kind === 'furniture') return []
    const found: Quotation[] = []
    let tokens: Token[] = []
    const close = () => {
      const quotation = quotationOf(reading, sentence, tokens)
      if (quotation) found.push(quotation)
      tokens = []
    }
    for (const token of sentence.tokens) {
      if (/^["“”]|^``$|^''$/.test(token.form)) {
        if (open) close()
        open = token.form === '“' ? true : token.form === '”' ? false : !open
      } else if (open) tokens.push(token)
    }
    close()
    // A straight mark that was never closed must not turn the rest of the report into a quotation.
    if (sentence.tokens.at(-1)?.form !== '"' && /\n\s*\n/.test(reading.report.text.slice(sentence.end, sentence.end + 3))) open = false
    return found
  })
}

function quotationOf(reading: Reading, _sentence: Sentence, tokens: readonly Token[]): Quotation | null {
  const words = tokens.filter((t) => /[\p{L}\p{N}]/u.test(t.form))
  if (words.length < 6) return null
  return {
    reading,
    span: { report: reading.report.id, start: tokens[0]!.start, end: tokens.at(-1)!.end },
    words: words.map((t) => contracted[t.form.toLowerCase()] ?? t.form.toLowerCase().replace(/[‘’]/g, "'")),
  }
}

const contracted: Readonly<Record<string, string>> = {
  "'m": 'am',
  '’m': 'am',
  "'ll": 'will',
  '’ll': 'will',
  "n't": 'not',
  'n’t': 'not',
  "'re": 'are',
  '’re': 'are',
  "'ve": 'have',
  '’ve': 'have',
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
      length[i]![j] =
        a[i] === b[j] ? length[i + 1]![j + 1]! + 1 : Math.max(length[i + 1]![j]!, length[i]![j + 1]!)
  const common = length[0]![0]!
  if (common < 6 || common < 0.6 * Math.min(a.length, b.length)) return null
  const only: [string[], string[]] = [[], []]
  let [i, j, matched] = [0, 0, 0]
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
      i++
      j++
    } else if (length[i + 1]![j]! >= length[i]![j + 1]!) gap[0].push(a[i++]!)
    else gap[1].push(b[j++]!)
  }
  if (only[0].length === 0 || only[0].length + only[1].length > 0.5 * (a.length + b.length)) return null
  return only
}
