import type { Sentence } from '../src/model/reading.js'

/** Who acts and who suffers by the relations that hang on a token, verb or noun; −1 where nothing tells. */
export function childTokens({ tokens }: Sentence, head: number): { readonly agent: number; readonly patient: number } {
  const child = (...relations: readonly string[]) =>
    tokens.findIndex(
      (token) => token.head === head && relations.some((r) => token.deprel === r || token.deprel.startsWith(`${r}:`)),
    )
  const passive = child('nsubj:pass')
  const isVerb = tokens[head]?.upos === 'VERB'
  if (!isVerb) return { agent: child('nmod:poss', 'nsubj'), patient: child('nmod', 'compound') }
  if (passive >= 0) return { agent: child('obl:agent'), patient: passive }
  return { agent: child('nsubj'), patient: child('obj', 'ccomp', 'obl') }
}
