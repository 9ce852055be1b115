import { type ParsedReport, quotationsAt } from '../parsed-report.js'
import { type Phrase, phraseAt } from '../phrases.js'
import { isPassive, subjectOf } from '../subjects.js'
import { caseOf, childBy, childrenBy, formAt, hangsOn, rangeOf, subtree, type Tree } from '../trees.js'
import { hostClause, withQuotations } from './contents.js'
import { sayingVerbs } from './cues.js'
import type { AttributionRule, Proposal } from './proposal.js'
import { agentOf } from './speakers.js'

/**
 * "The Gazette quoted Ada Holm as saying that the bridge was safe."  →  outlet < the Gazette < Ada Holm
 * "Ada Holm was quoted by the Gazette as saying that the bridge was safe."  →  the same
 *
 * Who quotes stands between the report and who is quoted; where nobody quotes, somebody unnamed does.
 */
export const quotedAsSaying: AttributionRule = {
  name: 'quoted-as-saying',
  propose: (tree, parsed) => sayingVerbs(tree, parsed).flatMap(({ token }) => proposalAt(tree, token, parsed)),
  examples: [
    {
      text: 'The Gazette quoted Ada Holm as saying that the bridge was safe.',
      voices: ['outlet < Gazette < Ada Holm | the bridge was safe'],
    },
    {
      text: 'Ada Holm was quoted as saying that the bridge was safe.',
      voices: ['outlet < unnamed < Ada Holm | the bridge was safe'],
    },
  ],
}

function proposalAt(tree: Tree, quoting: number, parsed: ParsedReport): Proposal[] {
  if (!/^(quoted|quotes|quoting|cited|cites|citing)$/.test(formAt(tree, quoting))) return []
  const saying = tree.tokens.findIndex(
    (token, i) =>
      i > quoting &&
      token.xpos === 'VBG' &&
      parsed.saying.verb(token.form) !== undefined &&
      formAt(tree, i - 1) === 'as',
  )
  if (saying < 0 || !hangsOn(tree, saying, quoting) || saying - quoting > 15) return []

  const passive = isPassive(tree, quoting)
  const subject = subjectOf(tree, quoting)?.token
  const agent = agentOf(tree, quoting) ?? (passive ? agentOf(tree, saying) : undefined)
  const quoted = passive ? subject : childBy(tree, quoting, 'obj')
  if (quoted === undefined || quoted === saying) return []
  const quoter: Phrase | 'unnamed' = passive
    ? agent === undefined
      ? 'unnamed'
      : phraseAt(tree, agent)
    : subject === undefined
      ? 'unnamed'
      : phraseAt(tree, subject)
  const content = contentOf(tree, quoting, saying, agent, parsed)
  if (content.length === 0) return []
  const cue = { start: tree.tokens[quoting]!.start, end: tree.tokens[quoting]!.end }
  const asSaying = { start: tree.tokens[saying - 1]!.start, end: tree.tokens[saying]!.end }
  return [
    {
      rule: 'quoted-as-saying',
      kind: 'indirect',
      stance: 'claimed',
      cue: [cue, asSaying],
      source: phraseAt(tree, quoted),
      through: [quoter],
      content,
    },
  ]
}

/** The clause after "saying", the quotation beside it, or the clause the whole aside is slipped into. */
function contentOf(tree: Tree, quoting: number, saying: number, agent: number | undefined, parsed: ParsedReport) {
  const beside = quotationsAt({ start: tree.sentence.start, end: tree.sentence.end + 2 }, parsed).filter(
    ({ start, end }) =>
      (start >= tree.tokens[saying]!.end && start <= tree.sentence.end + 1) ||
      (end <= tree.tokens[quoting]!.start && end > tree.sentence.start),
  )
  const clause = childBy(tree, saying, 'ccomp', 'parataxis')
  if (clause !== undefined) {
    const words = subtree(
      tree,
      clause,
      (child) => child === agent || (tree.tokens[child]!.head === clause && formAt(tree, child) === 'that'),
    )
    const range = rangeOf(tree, words)
    return range ? withQuotations([range], tree.tokens[quoting]!, parsed) : []
  }
  if (beside[0]) return [beside[0]]
  const rest = rangeOf(
    tree,
    tree.tokens.flatMap((_, i) =>
      i > saying && i !== agent && !(childrenBy(tree, saying, 'obl').includes(i) && caseOf(tree, i) === 'by')
        ? [i]
        : [],
    ),
  )
  return tree.tokens.length - saying > 4 && rest ? [rest] : hostClause(tree, quoting, parsed)
}
