import type { Mention } from '../../model/reading.js'
import type { ParsedReport } from '../parsed-report.js'
import { formAt, isRelation, subtree } from '../trees.js'
import type { Clause } from './clauses.js'

/**
 * "Ada Holm, sister of Jo Holm, a baker, left"  →  Jo Holm is a baker
 *
 * Of two names before a description, the parser takes the first and a reader the nearer,
 * unless only the first can be what is described: "Ada Holm, head of the Harbour Office, a baker by trade".
 */
export function withNearestBearer(clause: Clause, parsed: ParsedReport): Clause {
  const { rule, tree, predicate, subject } = clause
  if (rule !== 'apposition' || subject === undefined) return clause
  const comma = (subtree(tree, predicate)[0] ?? 0) - 1
  const open = formAt(tree, comma) === ',' ? comma : comma + 1
  if (formAt(tree, open) !== ',' || formAt(tree, open - 1) === ',') return clause
  const mentions = parsed.mentions[tree.sentence.index] ?? []
  const nearer = mentions.find(
    (m) => m.kind === 'name' && m.endToken === open && m.firstToken > subject.token && m.character >= 0,
  )
  const first = mentions.find((m) => m.kind === 'name' && m.headToken === subject.token)
  if (!nearer || first?.character === nearer.character) return clause
  const type = mentions.find((m) => m.kind === 'nominal' && m.headToken === predicate)?.type ?? null
  const fits = (mention: Mention | undefined) => mention !== undefined && mention.type === type
  if (type === null ? nearer.type !== first?.type : !fits(nearer)) return clause
  return { ...clause, subject: { ...subject, token: nearer.headToken } }
}

/** "Ada Holm, the former mate Jo Marrick and …": in a list of names a description belongs to the name behind it, not to the one before. */
export function describesAnother({ tree, predicate, subject }: Clause, parsed: ParsedReport): boolean {
  const mentions = parsed.mentions[tree.sentence.index] ?? []
  const own = mentions.find((m) => m.headToken === subject?.token && m.kind === 'name')
  return mentions.some(
    (m) =>
      m.kind === 'name' &&
      m.type === 'person' &&
      m.character !== own?.character &&
      m.headToken > predicate &&
      tree.tokens[m.headToken]!.head === predicate &&
      isRelation(tree.tokens[m.headToken]!.deprel, 'appos', 'flat', 'compound', 'nmod:desc') &&
      formAt(tree, m.firstToken - 1) !== ',',
  )
}
