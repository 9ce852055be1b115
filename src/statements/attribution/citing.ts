import type { ParsedReport } from '../parsed-report.js'
import { phraseAt } from '../phrases.js'
import { childBy, formAt, hangsOn, isRelation, isVerb, rangesOf, subtree, type Tree } from '../trees.js'
import { clauseSaid, withQuotations } from './contents.js'
import { cueRange, sayingAt } from './cues.js'
import type { AttributionRule, Proposal } from './proposal.js'
import { speakerOf } from './speakers.js'

/**
 * "The bridge was closed in May, the Gazette reported, citing Ada Holm."  →  outlet < the Gazette < Ada Holm
 *
 * Who cites hands on; who is cited speaks. Without a verb of saying above it, the report itself cites.
 */
export const citing: AttributionRule = {
  name: 'citing',
  propose: (tree, parsed) => tree.tokens.flatMap((_, token) => proposalAt(tree, token, parsed)),
  examples: [
    {
      text: 'The Gazette reported that the bridge was closed, citing Ada Holm.',
      voices: ['outlet < Gazette < Ada Holm | the bridge was closed'],
    },
  ],
}

function proposalAt(tree: Tree, token: number, parsed: ParsedReport): Proposal[] {
  if (
    !/^(citing|quoting)$/.test(formAt(tree, token)) ||
    !isRelation(tree.tokens[token]!.deprel, 'advcl', 'acl', 'xcomp', 'parataxis', 'conj')
  )
    return []
  const cited = childBy(tree, token, 'obj')
  const host = tree.tokens[token]!.head
  if (cited === undefined || host < 0) return []
  const verb = cueAbove(tree, host, parsed)
  const own = new Set(subtree(tree, token))
  if (verb === undefined) {
    if (!isVerb(tree.tokens[host]!)) return []
    const content = withQuotations(
      rangesOf(
        tree,
        subtree(tree, host, (child) => own.has(child)),
      ),
      tree.tokens[token]!,
      parsed,
    )
    return [
      {
        rule: 'citing',
        kind: 'indirect',
        stance: 'claimed',
        cue: [range(tree, token)],
        source: phraseAt(tree, cited),
        through: [],
        content,
      },
    ]
  }
  const said = clauseSaid(tree, verb, parsed)
  const content = said
    .map(({ start, end }) => ({
      start,
      end: Math.min(end, tree.tokens[token]!.start > start ? clipBefore(tree, token) : end),
    }))
    .filter(({ start, end }) => end > start)
  const speaker = speakerOf(tree, verb)
  if (content.length === 0 || !speaker) return []
  return [
    {
      rule: 'citing',
      kind: 'indirect',
      stance: 'claimed',
      cue: [...cueRange(tree, verb), range(tree, token)],
      source: phraseAt(tree, cited),
      through: [speaker],
      content,
    },
  ]
}

/** The verb of saying that the citation hangs on, though the parser may hang it on what was said. */
function cueAbove(tree: Tree, host: number, parsed: ParsedReport): number | undefined {
  for (let t = host; t >= 0; t = tree.tokens[t]!.head) {
    if (sayingAt(tree, t, parsed)?.takes.has('clause')) return t
    const aside = tree.tokens.findIndex(
      (token, i) =>
        token.head === t && isRelation(token.deprel, 'parataxis') && sayingAt(tree, i, parsed) !== undefined,
    )
    if (aside >= 0 && !hangsOn(tree, host, aside)) return aside
  }
  return undefined
}

function clipBefore(tree: Tree, token: number): number {
  const before = tree.tokens[token - 1]
  return before && before.upos === 'PUNCT' ? before.start : tree.tokens[token]!.start
}

function range(tree: Tree, token: number) {
  const { start, end } = tree.tokens[token]!
  return { start, end }
}
