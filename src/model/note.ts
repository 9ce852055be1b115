/**
 * Trouble met on the way, as data: one bad report never stops a story.
 * Every code is explained in docs/notes.md; the tidy test keeps that true.
 */
export interface Note {
  readonly code: NoteCode
  readonly report?: string
  readonly start?: number
  readonly end?: number
  /** What came, where, and what would do. */
  readonly message: string
}

export const noteCodes = [
  'ambiguous-date',
  'binary-file',
  'broken-story-file',
  'empty-folder',
  'empty-report',
  'file-not-found',
  'file-not-readable',
  'file-too-large',
  'guessed-encoding',
  'invalid-encoding',
  'line-too-long',
  'no-publication-date',
  'not-a-date',
  'not-english',
  'page-simplified',
  'same-report-twice',
  'sentence-too-long',
  'unknown-report',
  'unresolved-date',
  'unsupported-format',
] as const

export type NoteCode = (typeof noteCodes)[number]
