/** A document of a file with one token and its BIO tag a line, blank lines between sentences. */
export interface TaggedDocument {
  readonly id: string
  readonly sentences: readonly { readonly forms: readonly string[]; readonly tags: readonly string[] }[]
}

/** Reads such a file; lines "# doc = …" begin documents, and without any each sentence stands for itself. */
export function readTaggedTsv(file: string): TaggedDocument[] {
  const documents: { id: string; sentences: { forms: string[]; tags: string[] }[] }[] = []
  const marked = file.includes('# doc = ')
  let forms: string[] = []
  let tags: string[] = []
  let document: { id: string; sentences: { forms: string[]; tags: string[] }[] } | undefined
  const close = () => {
    if (forms.length > 0) {
      if (!document || !marked) {
        document = { id: `${documents.length + 1}`, sentences: [] }
        documents.push(document)
      }
      document.sentences.push({ forms, tags })
    }
    forms = []
    tags = []
  }
  for (const line of file.split('\n')) {
    if (line.startsWith('# doc = ')) {
      close()
      document = { id: line.slice(8).trim(), sentences: [] }
      documents.push(document)
    } else if (line.trim() === '') close()
    else {
      const [form, tag] = line.split('\t')
      if (form === undefined || tag === undefined) continue
      forms.push(form)
      tags.push(tag.trim())
    }
  }
  close()
  return documents
}
