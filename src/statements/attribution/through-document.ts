import type { Range } from '../../model/span.js'
import type { ParsedReport } from '../parsed-report.js'
import { type Phrase, phraseAt } from '../phrases.js'
import { caseOf, childBy, childrenBy, formAt, isRelation, subtree, type Tree } from '../trees.js'
import { agentOf } from './speakers.js'

/** What was said, without the words that only tell where, and through whose hands it came. */
export interface ThroughDocument {
  readonly content: readonly Range[]
  readonly through: readonly Phrase[]
}

/**
 * "He recalls falling in a video made by the Gazette."  →  "falling", through the Gazette
 * "In an interview with the Gazette, he said he fell."  →  through the Gazette
 *
 * A film, interview or posting in which somebody speaks is a step when the sentence says whose it is.
 */
export function throughDocument(
  tree: Tree,
  verb: number,
  content: readonly Range[],
  parsed: ParsedReport,
): ThroughDocument {
  for (let noun = 0; noun < tree.tokens.length; noun++) {
    if (!isPlaceOfSpeech(tree, noun)) continue
    const maker = makerOf(tree, noun)
    if (maker === undefined || parsed.saying.isAnyHearer(formAt(tree, maker))) continue
    const branch = subtree(tree, noun)
    const start = tree.tokens[branch[0]!]!.start
    const end = tree.tokens[branch.at(-1)!]!.end
    const through = [phraseAt(tree, maker)]
    if (hangsDirectly(tree, noun, verb)) return { content: withoutTail(content, start, end), through }
    const holder = content.find((range) => range.start < start && end >= range.end - 1 && start < range.end)
    if (holder && noun > verb) return { content: withoutTail(content, start, end), through }
  }
  return { content, through: [] }
}

function isPlaceOfSpeech(tree: Tree, noun: number): boolean {
  return (
    /^(video|film|movie|clip|recording|interview|documentary|podcast|broadcast|programme|footage)s?$/.test(
      formAt(tree, noun),
    ) && /^(in|on|during|via)$/.test(caseOf(tree, noun))
  )
}

/** "made by X", "on X", "with X", "X’s". */
function makerOf(tree: Tree, noun: number): number | undefined {
  const made = childrenBy(tree, noun, 'acl').find((clause) =>
    /^(produced|made|posted|published|released|shared|filmed|aired|broadcast|conducted|recorded|shown)$/.test(
      formAt(tree, clause),
    ),
  )
  const by =
    made === undefined
      ? undefined
      : (agentOf(tree, made) ?? childrenBy(tree, made, 'obl').find((obl) => /^(on|by|to)$/.test(caseOf(tree, obl))))
  const of = childrenBy(tree, noun, 'nmod').find((child) => /^(with|by|on|for|from)$/.test(caseOf(tree, child)))
  const maker = by ?? of ?? childBy(tree, noun, 'nmod:poss')
  if (maker === undefined || tree.tokens[maker]!.upos === 'PRON') return undefined
  // "on the group's networks": they are the group's.
  const owner = childBy(tree, maker, 'nmod:poss')
  return owner !== undefined &&
    /^(network|networks|website|site|channel|page|account|accounts|networks)$/.test(formAt(tree, maker))
    ? owner
    : maker
}

function hangsDirectly(tree: Tree, noun: number, verb: number): boolean {
  return tree.tokens[noun]!.head === verb && isRelation(tree.tokens[noun]!.deprel, 'obl', 'nmod')
}

function withoutTail(content: readonly Range[], start: number, end: number): Range[] {
  return content.flatMap((range) =>
    start > range.start && start < range.end && end >= range.end - 1
      ? [{ start: range.start, end: start - 1 }]
      : [range],
  )
}
