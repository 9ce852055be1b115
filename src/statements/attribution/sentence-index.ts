import { firstEndingAfter, type Range } from '../../model/span.js'
import type { ParsedReport } from '../parsed-report.js'

/** The sentences of a report that share characters with a range: first and last index. */
export type SentenceIndex = (range: Range) => readonly [first: number, last: number]

/** Finds sentences by their positions, in steps that grow with the logarithm of their number. */
export function sentenceIndex({ reading: { sentences } }: ParsedReport): SentenceIndex {
  return ({ start, end }) => {
    const first = firstEndingAfter(sentences, start)
    let last = firstEndingAfter(sentences, Math.max(start, end - 1))
    if (last >= sentences.length || sentences[last]!.start >= end) last--
    return [first, Math.max(first, last)]
  }
}

/** Things by the sentences they lie in, so that only neighbours are compared with each other. */
export class BySentence<T> {
  private readonly buckets = new Map<number, T[]>()

  constructor(private readonly index: SentenceIndex) {}

  add(thing: T, ranges: readonly Range[]): void {
    for (const range of ranges) {
      const [first, last] = this.index(range)
      for (let s = first; s <= last; s++) {
        const bucket = this.buckets.get(s)
        if (!bucket) this.buckets.set(s, [thing])
        else if (bucket.at(-1) !== thing) bucket.push(thing)
      }
    }
  }

  /** What lies in the sentence where a range begins. */
  at(range: Range): readonly T[] {
    return this.buckets.get(this.index(range)[0]) ?? []
  }

  /** What lies in any sentence of a range; a thing may come more than once. */
  around(range: Range): readonly T[] {
    const [first, last] = this.index(range)
    const found: T[] = []
    for (let s = first; s <= last; s++) found.push(...(this.buckets.get(s) ?? []))
    return found
  }
}
