/** One word of a CoNLL-U file; `head` is an index into the sentence's words, −1 for the root. */
export interface ConlluWord {
  readonly form: string
  readonly lemma: string
  readonly upos: string
  readonly xpos: string
  readonly feats: string
  readonly head: number
  readonly deprel: string
  readonly misc: string
}

export interface ConlluSentence {
  readonly document: string
  readonly newParagraph: boolean
  /** The text as in the comment "# text = …". */
  readonly text: string
  readonly words: readonly ConlluWord[]
  /** Surface tokens in order: several words in one where the file has a range line such as "3-4". */
  readonly surface: readonly { readonly form: string; readonly words: number; readonly spaceAfter: boolean }[]
}

/** Reads CoNLL-U; empty nodes are left out. */
export function readConllu(file: string): ConlluSentence[] {
  const sentences: ConlluSentence[] = []
  let document = ''
  for (const block of file.split('\n\n')) {
    const words: ConlluWord[] = []
    const surface: { form: string; words: number; spaceAfter: boolean }[] = []
    let newParagraph = false
    let text = ''
    let insideRange = 0
    for (const line of block.split('\n')) {
      if (line.startsWith('#')) {
        if (line.startsWith('# newdoc id =')) document = line.slice(13).trim()
        if (line.startsWith('# newpar') || line.startsWith('# newdoc')) newParagraph = true
        if (line.startsWith('# text =')) text = line.slice(8).trim()
        continue
      }
      const column = line.split('\t')
      if (column.length < 10 || column[0]!.includes('.')) continue
      const spaceAfter = !column[9]!.includes('SpaceAfter=No')
      if (column[0]!.includes('-')) {
        const [from, to] = column[0]!.split('-').map(Number) as [number, number]
        insideRange = to - from + 1
        surface.push({ form: column[1]!, words: insideRange, spaceAfter })
        continue
      }
      if (insideRange > 0) insideRange--
      else surface.push({ form: column[1]!, words: 1, spaceAfter })
      words.push({
        form: column[1]!,
        lemma: column[2]!,
        upos: column[3]!,
        xpos: column[4]!,
        feats: column[5]!,
        head: Number(column[6]) - 1,
        deprel: column[7]!,
        misc: column[9]!,
      })
    }
    if (words.length > 0) sentences.push({ document, newParagraph, text, words, surface })
  }
  return sentences
}
