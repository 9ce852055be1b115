import { contains, overlaps, type Range } from '../../model/span.js'
import { isQuoted, type ParsedReport } from '../parsed-report.js'
import { formAt, type Tree } from '../trees.js'
import type { Proposal } from './proposal.js'
import type { SentenceIndex } from './sentence-index.js'

/**
 * "They argue that it pays, while others fear the cost", "Holm said he wants a vote, but Holm has few friends",
 * "told them to look – and a writer stood up": where the report goes on in its own words, what was said ends.
 * Empty where nothing is left of it.
 */
export function untilOwnAgain(proposal: Proposal, parsed: ParsedReport, index: SentenceIndex): Proposal[] {
  const { cue, content, source } = proposal
  const tree = cue[0] && parsed.trees[index(cue[0])[0]]
  if (!tree) return [proposal]
  const names = source ? namesIn(parsed.reading.report.text.slice(source.start, source.end)) : []
  const kept = content.flatMap((range) => {
    if (range.start < cue[0]!.end || !contains(tree.sentence, range)) return [range]
    const end = tree.tokens.findIndex(
      (token, t) => overlaps(token, range) && !isQuoted(token.start, parsed) && opens(tree, t, names),
    )
    if (end < 0) return [range]
    return tree.tokens[end]!.start <= range.start ? [] : [upTo(tree, range, end)]
  })
  if (kept.length === content.length && kept.every((range, i) => range === content[i])) return [proposal]
  return kept.length === 0 ? [] : [{ ...proposal, content: kept }]
}

function opens(tree: Tree, t: number, names: readonly string[]): boolean {
  const word = formAt(tree, t)
  const before = formAt(tree, t - 1)
  if (/^(while|whereas)$/.test(word)) return before === ',' && isClause(tree, t)
  if (/^(–|—|--|-)$/.test(before)) return /^(and|but|while|though|although)$/.test(word) && isClause(tree, t)
  return word === 'but' && names.includes(tree.tokens[t + 1]?.form ?? '')
}

/** A subject stands right behind it, and a verb of its own: "while others fear", not "while rowing". */
function isClause(tree: Tree, t: number): boolean {
  const subject = tree.tokens.findIndex((token, i) => i > t && i < t + 8 && token.deprel.startsWith('nsubj'))
  return (
    subject > 0 &&
    (tree.tokens[subject]?.head ?? -1) > subject &&
    !/^(he|she|they|it|i|we)$/.test(formAt(tree, subject))
  )
}

/** The range up to the words before a token, without the comma or dash that parts them. */
function upTo(tree: Tree, range: Range, token: number): Range {
  let last = token - 1
  while (last > 0 && tree.tokens[last]!.upos === 'PUNCT' && tree.tokens[last]!.start > range.start) last--
  return { start: range.start, end: tree.tokens[last]!.end }
}

function namesIn(source: string): string[] {
  return source.split(/[^\p{L}’'-]+/u).filter((word) => /^\p{Lu}/u.test(word))
}
