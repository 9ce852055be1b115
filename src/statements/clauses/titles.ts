import type { Mention } from '../../model/reading.js'
import type { ParsedReport } from '../parsed-report.js'
import type { Tree } from '../trees.js'
import type { Clause } from './clauses.js'

/**
 * "his lawyer Brynja Risk", "Prime Minister Ottilie Brandt", "the keeper, Dov Pereth,"  →  Brynja Risk is his lawyer
 *
 * A description right before the name it belongs to asserts a role. `told` remembers what has been said of whom,
 * so that a report's tenth "Prime Minister Brandt" is no tenth statement.
 */
export function findTitles(tree: Tree, parsed: ParsedReport, told: Set<string>): Clause[] {
  const mentions = parsed.mentions[tree.sentence.index] ?? []
  const { text } = parsed.reading.report
  return mentions.flatMap((name) => {
    if (name.kind !== 'name' || name.character < 0 || parsed.reading.characters[name.character]?.type !== 'person') return []
    const title = mentions.find((mention) => isTitleOf(mention, name, text))
    if (!title || title.headToken === name.headToken) return []
    const key = `${name.character} ${tree.tokens[title.headToken]!.lemma.toLowerCase()}`
    if (told.has(key)) return []
    told.add(key)
    const first = firstOfTitle(tree, title)
    const tokens = tree.tokens.flatMap((_, i) => (i >= first && i < name.endToken ? [i] : []))
    return [
      {
        rule: 'title' as const,
        tree,
        predicate: title.headToken,
        subject: { token: name.headToken, passive: false, inherited: true },
        tokens,
        words: tokens.filter((i) => i < title.endToken),
      },
    ]
  })
}

function isTitleOf(title: Mention, name: Mention, text: string): boolean {
  if (title.kind !== 'nominal' || title.character !== name.character || title.type !== 'person') return false
  const gap = text.slice(title.end, name.start)
  // "His lawyer, Brynja Risk,": only with "his" or "the", else the comma may part two people of a list.
  return /^\s*$/.test(gap) || (/^,\s*$/.test(gap) && /^(his|her|its|their|the|our)\s/i.test(text.slice(title.start, title.end)))
}

/** "police News Affairs Officer": words that the mention leaves out though they hang on its head. */
function firstOfTitle(tree: Tree, title: Mention): number {
  let first = title.firstToken
  while (first > 0 && isPartOfTitle(tree, first - 1, title)) first--
  return first
}

function isPartOfTitle(tree: Tree, i: number, title: Mention): boolean {
  const { head, deprel, upos } = tree.tokens[i]!
  if (/^(compound|amod|nmod:poss|det|nummod|case)$/.test(deprel) && head >= title.firstToken && head < title.endToken) return true
  return upos === 'PART' && deprel === 'case' && head >= 0 && head < title.endToken
}
