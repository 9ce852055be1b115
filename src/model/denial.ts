import type { Statement } from './findings.js'

/** Whether whoever speaks denies or disputes what the words tell: "denied that it sank", "disputes the figure". */
export function isDenial({ stance }: Pick<Statement, 'stance'>): boolean {
  return stance === 'denied' || stance === 'disputed'
}

/** Whether whoever speaks holds that it is not so: "it did not sink", "denied that it sank". Who denies that it did not sink holds that it did. */
export function holdsNot(statement: Pick<Statement, 'polarity' | 'stance'>): boolean {
  return (statement.polarity === 'negative') !== isDenial(statement)
}
