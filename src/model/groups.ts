/** Reports that tell of one event. */
export interface StoryGroup {
  /** The same for the same reports: made of their hashes. */
  readonly id: string
  /** Title of the earliest report that has one; "Untitled" where none has. */
  readonly title: string
  /** Ids of the reports, in the order given. */
  readonly reports: readonly string[]
  /** First and last date of publication, EDTF; null where none is known. */
  readonly from: string | null
  readonly to: string | null
}
