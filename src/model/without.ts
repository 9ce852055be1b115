/** What becomes of a claim when a source is taken away. */
export interface Change {
  readonly claim: string
  readonly gist: string
  /** Independent witnesses before and after; null where they cannot be counted. */
  readonly before: number | null
  readonly after: number | null
  /** Statements that are left. */
  readonly left: number
}

/** The story with a source taken away. */
export interface Without {
  /** Ids of what was taken away: entities and reports. */
  readonly source: readonly string[]
  /** Claims it bears on that stand as they did. */
  readonly stands: readonly Change[]
  /** Claims that had several witnesses and keep one. */
  readonly toOne: readonly Change[]
  /** Claims that lose witnesses and keep more than one, or that can no longer be counted. */
  readonly weaker: readonly Change[]
  /** Claims with no known witness left, or with no statement at all. */
  readonly falls: readonly Change[]
  /** Ids of the statements that go with the source. */
  readonly lost: readonly string[]
}

/** A source and how much hangs on it. */
export interface Bearing {
  readonly source: string
  readonly name: string
  /** Claims that would fall, fall to one witness, or lose a witness. */
  readonly falls: number
  readonly toOne: number
  readonly weaker: number
}
