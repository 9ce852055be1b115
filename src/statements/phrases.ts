import type { Mention } from '../model/reading.js'
import type { Range } from '../model/span.js'
import type { ParsedReport } from './parsed-report.js'
import { childrenBy, isRelation, rangeOf, subtree, type Tree } from './trees.js'

/** The words that name somebody, with the token that heads them. */
export interface Phrase extends Range {
  readonly sentence: number
  readonly head: number
}

/** "Brynja Risk, a lawyer who knows him," → the noun phrase headed by a token, without the clauses that hang on it when `short`. */
export function phraseAt(tree: Tree, head: number): Phrase {
  const range = rangeOf(
    tree,
    subtree(tree, head, (child) => {
      const { deprel, upos } = tree.tokens[child]!
      return (
        isRelation(
          deprel,
          'acl',
          'parataxis',
          'conj',
          'case',
          'cc',
          'advcl',
          'ccomp',
          'cop',
          'nsubj',
          'mark',
          'list',
          'dep',
          'obj',
          'obl',
          'xcomp',
        ) ||
        (isRelation(deprel, 'punct') && child > head && upos === 'PUNCT' && tree.tokens[child]!.form !== ',')
      )
    }),
  )
  const token = tree.tokens[head]!
  // "“The bridge was safe": an opening mark before the subject is no part of what is said of it.
  const subject = Math.max(-1, ...childrenBy(tree, head, 'nsubj', 'cop', 'aux', 'expl').filter((child) => child < head))
  const start = subject < 0 ? range?.start : Math.max(range?.start ?? 0, tree.tokens[subject + 1]!.start)
  return { sentence: tree.sentence.index, head, start: start ?? token.start, end: range?.end ?? token.end }
}

/** The phrase that a stretch of text makes: its head is the token whose governor lies outside. */
export function phraseOf(tree: Tree, range: Range): Phrase | null {
  const inside = tree.tokens.flatMap((token, i) => (token.start >= range.start && token.end <= range.end ? [i] : []))
  const head =
    inside.find((i) => !inside.includes(tree.tokens[i]!.head) && tree.tokens[i]!.upos !== 'PUNCT') ?? inside[0]
  return head === undefined ? null : { sentence: tree.sentence.index, head, start: range.start, end: range.end }
}

/** Who is meant by a phrase: index of the character, or −1. */
export function characterOf(phrase: Phrase, parsed: ParsedReport): number {
  const tree = parsed.trees[phrase.sentence]
  if (!tree) return -1
  const mentions = (parsed.mentions[phrase.sentence] ?? []).filter(({ character }) => character >= 0)
  const own = longest(mentions.filter(({ headToken }) => headToken === phrase.head))
  if (own) return own.character
  // "lawyer Brynja Risk": the name may hang on the description, or the description on the name.
  const near = new Set(childrenBy(tree, phrase.head, 'appos', 'flat', 'compound', 'nmod:desc'))
  const { head, deprel } = tree.tokens[phrase.head]!
  if (isRelation(deprel, 'appos', 'flat', 'compound', 'nmod:desc')) near.add(head)
  const beside = mentions.filter((mention) => near.has(mention.headToken) && mention.kind === 'name')
  const person =
    longest(beside.filter(({ type }) => type === 'person')) ??
    longest(beside.filter((m) => isApposition(tree, m.headToken)))
  if (person) return person.character
  const around = longest(
    mentions.filter(
      ({ firstToken, endToken, kind }) => kind !== 'pronoun' && firstToken <= phrase.head && phrase.head < endToken,
    ),
  )
  return around?.character ?? -1
}

function isApposition(tree: Tree, token: number): boolean {
  return isRelation(tree.tokens[token]!.deprel, 'appos', 'flat')
}

function longest(mentions: readonly Mention[]): Mention | undefined {
  return mentions.reduce<Mention | undefined>(
    (best, mention) => (!best || mention.end - mention.start > best.end - best.start ? mention : best),
    undefined,
  )
}
