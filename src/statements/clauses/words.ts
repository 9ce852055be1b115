/** A word of a gist. */
export interface Word {
  readonly text: string
  /** Whether a space stands before it. */
  readonly space: boolean
  /** It was written in full, so that a space is needed that the text has not: "I’m" → "Holm is". */
  readonly apart?: boolean
  /** The token it stands for. */
  readonly token?: number
}

/** A word that the text does not have there. */
export function plainWord(text: string): Word {
  return { text, space: true }
}

/** The word for a token, as it stands or as it is resolved. */
export function printed(token: number, text: string): Word {
  return { text, space: true, token }
}

/** The words with the spaces between them. */
export function joined(words: readonly Word[]): string {
  return words.reduce((text, word) => (text === '' ? word.text : text + (word.space ? ' ' : '') + word.text), '')
}
