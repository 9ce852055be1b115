/** What a bench suite reports: one row a figure. */
export interface SuiteResult {
  readonly suite: string
  readonly split: 'dev' | 'test'
  readonly rows: readonly SuiteRow[]
}

export interface SuiteRow {
  readonly name: string
  /** Percent where nothing else is said in the name; rounded to one decimal. */
  readonly value: number
  /** The bar of the issue, where there is one: the value must reach it. */
  readonly bar?: number
  /** A bar that the value must not pass. */
  readonly atMost?: number
}

export interface SuiteOptions {
  readonly data: string
  readonly gold: string | undefined
  readonly split: 'dev' | 'test'
  readonly flags: readonly string[]
}

/** A share in percent with one decimal. */
export function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((1000 * part) / whole) / 10
}

/** Precision, recall and F1 in percent, from counts. */
export function f1(right: number, found: number, wanted: number): { precision: number; recall: number; f1: number } {
  const f = found + wanted === 0 ? 0 : (2 * right) / (found + wanted)
  return { precision: percent(right, found), recall: percent(right, wanted), f1: Math.round(1000 * f) / 10 }
}
