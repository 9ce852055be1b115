import { outletNamed } from '../../knowledge/outlet-names.js'
import { groupBy } from '../lists.js'
import { answerAt, conflictOf, type FoundConflict, listed } from '../sides.js'
import type { View } from '../view.js'
import { amountsIn } from './amounts.js'
import { voucher } from './attributions.js'
import { listing } from './numbers.js'

/**
 * "20-30 men, police said" – "20-30 men, according to a friend"
 *
 * One odd figure, credited to different voices.
 */
export function vouchedFigures(view: View): FoundConflict[] {
  const figures = view.clauses.flatMap((clause) => {
    const who = voucher(view, clause)
    // What a report says on its own word it may have from the same voice.
    if (!who || who.key === 'outlet' || outletNamed(who.label)) return []
    return amountsIn(clause.reading, clause.statement.start, clause.statement.end).flatMap((amount) =>
      /^~?\d+\.\.\d+$/.test(amount.phrase.value) ||
      (amount.low >= 40 &&
        !amount.round &&
        amount.low % 10 !== 0 &&
        !listing.has(amount.unit) &&
        !/^(?:year|month|week|day|hour|minute|%|time)$/.test(amount.unit))
        ? [
            {
              figure: `${amount.phrase.value.replace('~', '')}`,
              answer: answerAt(view, clause.reading, amount.phrase, who.key, who.label),
            },
          ]
        : [],
    )
  })
  return [...groupBy(figures, (f) => f.figure).values()].flatMap((list) => {
    if (new Set(list.map((f) => f.answer.evidence.report)).size < 2) return []
    return conflictOf(
      'attribution',
      'soft',
      'vouched-figures',
      list.map((f) => f.answer),
      (sides) => `Who stands for the figure differs: ${listed(sides)}.`,
    )
  })
}
