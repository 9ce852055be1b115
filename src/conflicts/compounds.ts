import type { Reading } from '../model/reading.js'
import { groupBy } from './lists.js'
import { answerAt, conflictOf, type FoundConflict, listed } from './sides.js'
import type { View } from './view.js'

interface Compound {
  readonly reading: Reading
  readonly start: number
  readonly end: number
  /** "release party" of "record release party". */
  readonly head: string
  readonly kind: string
}

/** Nouns that mean the same before another noun. */
const alike: Readonly<Record<string, string>> = { cd: 'record', album: 'record', film: 'movie' }

/**
 * "a record release party" – "a video release party"
 *
 * One compound noun whose first part each report has differently.
 */
export function differentCompounds(view: View): FoundConflict[] {
  const found = view.readings.flatMap(compoundsIn)
  return [...groupBy(found, (c) => c.head).values()].flatMap((list) => {
    const byReport = [...groupBy(list, (c) => c.reading.report.id).values()]
    // A report that has it in two ways tells of two things.
    if (byReport.length < 2 || byReport.some((own) => new Set(own.map((c) => c.kind)).size > 1)) return []
    return conflictOf(
      'other',
      'soft',
      'different-compounds',
      byReport.flatMap((own) => own.slice(0, 3)).map((c) => answerAt(view, c.reading, c, c.kind)),
      (sides) => `One thing is named differently: ${listed(sides)}.`,
    )
  })
}

function compoundsIn(reading: Reading): Compound[] {
  return reading.sentences.flatMap((sentence) =>
    sentence.kind === 'furniture'
      ? []
      : sentence.tokens.flatMap((first, i): Compound[] => {
          const [second, third] = [sentence.tokens[i + 1], sentence.tokens[i + 2]]
          if (!second || !third || sentence.tokens[i + 3]?.upos === 'NOUN') return []
          if (![first, second, third].every((t) => t.upos === 'NOUN' && /^\p{L}+$/u.test(t.form))) return []
          if (first.deprel !== 'compound' || second.deprel !== 'compound') return []
          const lemma = first.lemma.toLowerCase()
          return [
            {
              reading,
              start: first.start,
              end: third.end,
              head: `${second.lemma.toLowerCase()} ${third.lemma.toLowerCase()}`,
              kind: alike[lemma] ?? lemma,
            },
          ]
        }),
  )
}
