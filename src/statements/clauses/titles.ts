import type { Mention } from '../../model/reading.js'
import type { ParsedReport } from '../parsed-report.js'
import { childBy, formAt, isRelation, subtree, type Tree } from '../trees.js'
import type { Clause } from './clauses.js'

/**
 * "his lawyer Brynja Risk", "Prime Minister Ottilie Brandt", "the keeper, Dov Pereth,"  →  Brynja Risk is his lawyer
 *
 * A description right before the name it belongs to asserts a role. `told` remembers what has been said of whom,
 * so that a report's tenth "Prime Minister Brandt" is no tenth statement.
 */
export function findTitles(tree: Tree, parsed: ParsedReport, told: Set<string>): Clause[] {
  const mentions = parsed.mentions[tree.sentence.index] ?? []
  if (!mentions.some(({ kind }) => kind === 'name')) return []
  const { text } = parsed.reading.report
  return mentions.flatMap((name) => {
    if (name.kind !== 'name' || name.character < 0 || parsed.reading.characters[name.character]?.type !== 'person')
      return []
    const title = titleAmong(tree, name, mentions, text) ?? describedBefore(tree, name, mentions)
    if (!title || title.headToken === name.headToken) return []
    const key = `${name.character} ${tree.tokens[title.headToken]!.lemma.toLowerCase()}`
    if (told.has(key)) return []
    told.add(key)
    const first = firstOfBody(tree, firstOfTitle(tree, title), name, mentions)
    const tokens = tree.tokens.flatMap((_, i) => (i >= first && i < name.endToken ? [i] : []))
    // "the party's chairman, Sen. Ada Holm": what follows the comma is of the name.
    const comma = tokens.find((i) => i > title.headToken && formAt(tree, i) === ',') ?? title.endToken
    return [
      {
        rule: 'title' as const,
        tree,
        predicate: title.headToken,
        subject: { token: name.headToken, passive: false, inherited: true },
        tokens,
        words: tokens.filter((i) => i < Math.min(title.endToken, comma)),
      },
    ]
  })
}

/**
 * "The keeper of the lamp on Wether Rock, Dov Pereth, …": the name in apposition hangs on the noun beside it,
 * and belongs to the one with the article, if that names a person.
 * "Ordania’s harbour minister and chief negotiator, Pell Varga, …": both nouns describe the name, and make one title.
 */
function describedBefore(tree: Tree, name: Mention, mentions: readonly Mention[]): TitleWords | undefined {
  const { deprel, head } = tree.tokens[name.headToken]!
  if (deprel !== 'appos' || head < 0 || formAt(tree, name.firstToken - 1) !== ',') return undefined
  const isOfName = (i: number) =>
    mentions.some((m) => m.headToken === i && m.kind === 'nominal' && m.character === name.character)
  const goesUp = (i: number) =>
    isRelation(tree.tokens[i]!.deprel, 'nmod') ||
    (isRelation(tree.tokens[i]!.deprel, 'conj') && isOfName(tree.tokens[i]!.head))
  let top = head
  while (goesUp(top) && tree.tokens[top]!.head >= 0 && tree.tokens[top]!.head < top) top = tree.tokens[top]!.head
  if ((tree.tokens[top]!.upos !== 'NOUN' && !isOfName(top)) || childBy(tree, top, 'det', 'nmod:poss') === undefined)
    return undefined
  const type = mentions.find(({ headToken, kind }) => headToken === top && kind === 'nominal')?.type
  const isPerson = type === 'person' || (type === undefined && /(er|or|ist|ant|ian|man|woman)$/.test(formAt(tree, top)))
  const first = Math.min(
    ...subtree(tree, top, (child) => child > top || isRelation(tree.tokens[child]!.deprel, 'case', 'cc', 'punct')),
  )
  return isPerson ? { headToken: top, firstToken: first, endToken: name.firstToken - 1 } : undefined
}

function titleAmong(tree: Tree, name: Mention, mentions: readonly Mention[], text: string): TitleWords | undefined {
  const title = mentions.find((mention) => isTitleOf(mention, name, text))
  if (!title || title.end <= name.start) return title
  // "the first mate, Jonas Marrick, 44": the description was read as one with the name.
  const endToken = formAt(tree, name.firstToken - 1) === ',' ? name.firstToken - 1 : name.firstToken
  return { headToken: title.headToken, firstToken: title.firstToken, endToken }
}

function isTitleOf(title: Mention, name: Mention, text: string): boolean {
  if (title.kind !== 'nominal' || title.character !== name.character || title.type !== 'person') return false
  if (title.end > name.start)
    return title.start < name.start && title.end >= name.end && title.headToken < name.firstToken
  const gap = text.slice(title.end, name.start)
  // "His lawyer, Brynja Risk,": only with "his" or "the", else the comma may part two people of a list.
  return (
    /^\s*$/.test(gap) ||
    (/^,\s*$/.test(gap) && /^(his|her|its|their|the|our)\s/i.test(text.slice(title.start, title.end)))
  )
}

/** The words of a description, and the noun that heads them. */
type TitleWords = Pick<Mention, 'headToken' | 'firstToken' | 'endToken'>

/** "police News Affairs Officer": words that the mention leaves out though they hang on its head. */
function firstOfTitle(tree: Tree, title: TitleWords): number {
  let first = title.firstToken
  while (first > 0 && isPartOfTitle(tree, first - 1, title)) first--
  // "first lady Ada Holm": the parser hangs both words on the name.
  if (
    /^(first|second)$/.test(formAt(tree, first - 1)) &&
    /^(lady|gentleman|mate|officer|secretary)$/.test(formAt(tree, first))
  )
    first--
  return first
}

/** "Harbour Watch President Ada Holm": the body in front of the title is named whole, or the title says another thing. */
function firstOfBody(tree: Tree, title: number, name: Mention, mentions: readonly Mention[]): number {
  const body = mentions.find(
    ({ kind, type, firstToken, endToken }) =>
      kind === 'name' && type === 'organisation' && firstToken < title && endToken === title,
  )
  let first = body?.firstToken ?? title
  // "Rights Watch President": words of a name that the parser counts as parts of one word.
  const verb = tree.tokens[name.headToken]!.head
  const isSecondSubject = (i: number) =>
    verb >= 0 && tree.tokens[i]?.head === verb && tree.tokens[i]!.deprel === 'nsubj'
  const goesOn = (i: number) =>
    tree.tokens[i]?.xpos === 'GW' || (tree.tokens[i + 1]?.xpos === 'GW' && i + 1 >= first) || isSecondSubject(i)
  while (first > 0 && goesOn(first - 1) && /^\p{Lu}/u.test(tree.tokens[first - 1]!.form)) first--
  return first
}

function isPartOfTitle(tree: Tree, i: number, title: TitleWords): boolean {
  const { head, deprel, upos } = tree.tokens[i]!
  if (/^(compound|amod|nmod:poss|det|nummod)$/.test(deprel) && head >= title.firstToken && head < title.endToken)
    return true
  return upos === 'PART' && deprel === 'case' && head >= 0 && head < title.endToken
}
