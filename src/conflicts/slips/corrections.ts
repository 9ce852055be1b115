import type { Reading, Sentence, Token } from '../../model/reading.js'
import type { Span } from '../../model/span.js'
import { type Answer, conflictOf, type FoundConflict } from '../sides.js'
import { clauseAt, type View, wordsAt } from '../view.js'

/** A wording that a report says was put right, as a run of words. */
interface Correction {
  readonly reading: Reading
  readonly sentence: Sentence
  readonly words: readonly Token[]
  readonly span: Span
}

/** The fewest words of a corrected wording that can be looked up, and the most. */
const fewest = 4
const most = 12

/**
 * "The ministry later said that it should have read “Arveny had a large fleet”." – "“Arveny has a large fleet,” the ministry said."
 *
 * A wording that was put right, against the places where it stands as it was before: the same words but for one.
 */
export function uncorrectedWordings(view: View): FoundConflict[] {
  return view.readings
    .flatMap((reading) => correctionsIn(reading))
    .flatMap((correction) => {
      const before = view.readings.flatMap((reading) => unlike(reading, correction))
      if (before.length === 0) return []
      const right = answer(view, correction.reading, correction.span, 'corrected')
      return conflictOf(
        'other',
        'error',
        'uncorrected-wording',
        [right, ...before.map(({ reading, span }) => answer(view, reading, span, 'as first given'))],
        () =>
          `“${wordsAt(correction.reading, correction.span)}” is the wording as put right; elsewhere it stands as it was first given.`,
      )
    })
}

function answer(view: View, reading: Reading, span: Span, value: string): Answer {
  const clause = clauseAt(view, reading, span.start, span.end)
  return { value, label: wordsAt(reading, span), statements: clause ? [clause.statement.id] : [], evidence: span }
}

/** "should have said “…”", "was corrected to read “…”": the words between the marks. */
function correctionsIn(reading: Reading): Correction[] {
  return reading.sentences.flatMap((sentence): Correction[] => {
    if (sentence.kind === 'furniture') return []
    const text = reading.report.text.slice(sentence.start, sentence.end)
    const cue =
      /\b(?:should have (?:said|read|been)|corrected (?:it |that )?to (?:say|read)|meant to (?:say|write)|changed (?:it |that )?to (?:say|read))\b/i.exec(
        text,
      )
    if (!cue) return []
    const from = sentence.start + cue.index + cue[0].length
    const open = sentence.tokens.findIndex((t) => t.start >= from && t.start <= from + 3 && isMark(t))
    if (open < 0) return []
    const close = sentence.tokens.findIndex((t, i) => i > open && isMark(t))
    const words = sentence.tokens.slice(open + 1, close < 0 ? undefined : close).filter(isWord)
    if (words.length < fewest || words.length > most) return []
    return [
      { reading, sentence, words, span: { report: reading.report.id, start: words[0]!.start, end: words.at(-1)!.end } },
    ]
  })
}

/** Places with the same words but for one, which is not the first: a correction changes a word, no subject. */
function unlike(reading: Reading, { sentence, words }: Correction): { reading: Reading; span: Span }[] {
  return reading.sentences.flatMap((other) => {
    if (other === sentence || other.kind === 'furniture') return []
    const tokens = other.tokens.filter(isWord)
    return tokens.flatMap((_, i) => {
      const run = tokens.slice(i, i + words.length)
      if (run.length < words.length) return []
      const differ = run.filter((t, k) => t.form.toLowerCase() !== words[k]!.form.toLowerCase())
      return differ.length === 1 && run[0] !== differ[0]
        ? [{ reading, span: { report: reading.report.id, start: run[0]!.start, end: run.at(-1)!.end } }]
        : []
    })
  })
}

function isMark({ form }: Token): boolean {
  return /^["“”]$|^``$|^''$/.test(form)
}

function isWord({ form }: Token): boolean {
  return /[\p{L}\p{N}]/u.test(form)
}
