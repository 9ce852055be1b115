import type { Token } from '../../model/reading.js'

/** Offices that "General" may follow; in "Major General" it is the rank itself. */
const offices = new Set(
  `attorney solicitor surgeon secretary director governor postmaster inspector consul auditor comptroller controller prosecutor procurator advocate
  registrar paymaster`.split(/\s+/),
)

/** What may stand before an office and belongs to it: "Ordania's former deputy", "U.S." */
const before = /^(det|amod|compound|nmod:poss|nummod|nmod:desc)$/

/**
 * "A spokesman for Attorney General Ada Holm"  →  "General" hangs on "Attorney", and that on "Ada"
 *
 * The parser takes the two words of such a title for two things and loses one of them, or the name behind them. A name that follows is
 * what the sentence speaks of, and the title describes it.
 */
export function withTwoWordTitles(tokens: readonly Token[]): readonly Token[] {
  return tokens.reduce<readonly Token[]>((mended, { form }, i) => {
    if (form !== 'General') return mended
    const office = tokens[i - 1]?.form === '-' ? i - 2 : i - 1
    const isOffice = /^\p{Lu}/u.test(tokens[office]?.form ?? '') && offices.has(tokens[office]!.form.toLowerCase())
    return isOffice ? mendedAt(mended, office, i) : mended
  }, tokens)
}

function mendedAt(tokens: readonly Token[], office: number, general: number): readonly Token[] {
  let end = general + 1
  while (tokens[end]?.upos === 'PROPN') end++
  const isInside = (i: number) => i >= office && i < end
  const name = tokens.findIndex(({ head }, i) => i > general && i < end && !(head > general && head < end))
  const top = name < 0 ? office : name
  // The words of the title come first, so that the parser knew better where they belong than where the name does.
  const outside = [office, general, top].filter((i) => !isInside(tokens[i]!.head))
  const from = outside.find((i) => !isUnder(tokens, tokens[i]!.head, top)) ?? outside[0]
  if (from === undefined) return tokens
  const { head, deprel } = tokens[from]!
  const heir = from === top ? -1 : heirOf(tokens, head, tokens[top]!)
  const made = tokens.map((token, i): Token => {
    if (i === top) return { ...token, head, deprel }
    if (i === office) return { ...token, head: top, deprel: 'nmod:desc' }
    if (i === general) return { ...token, head: office, deprel: 'flat', upos: 'PROPN', xpos: 'NNP' }
    if (i === heir) return { ...token, deprel: tokens[top]!.deprel }
    if (token.head !== office && token.head !== general) return token
    const isOfOffice = i < general && (before.test(token.deprel) || isInside(i))
    return { ...token, head: isOfOffice ? office : top }
  })
  return isTree(made) ? made : tokens
}

/** "A spokesman for Attorney General Ada Holm declined": now that it is not Ada Holm, the spokesman is the subject. */
function heirOf(tokens: readonly Token[], noun: number, name: Token): number {
  if (!name.deprel.startsWith('nsubj')) return -1
  let at = noun
  while (at >= 0 && tokens[at]!.head !== name.head && tokens[at]!.head < at) at = tokens[at]!.head
  return at >= 0 && tokens[at]!.upos === 'NOUN' && tokens[at]!.head === name.head ? at : -1
}

function isUnder(tokens: readonly Token[], token: number, top: number): boolean {
  for (let t = token, steps = 0; t >= 0 && steps <= tokens.length; t = tokens[t]!.head, steps++)
    if (t === top) return true
  return false
}

/** Whether every word leads up to the one root. */
function isTree(tokens: readonly Token[]): boolean {
  const leads = new Uint8Array(tokens.length)
  return (
    tokens.filter(({ head }) => head < 0).length === 1 &&
    tokens.every((_, i) => {
      const path: number[] = []
      for (let t = i; t >= 0 && leads[t] === 0 && path.length <= tokens.length; t = tokens[t]!.head) path.push(t)
      if (path.length > tokens.length) return false
      for (const t of path) leads[t] = 1
      return true
    })
  )
}
