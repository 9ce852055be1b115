import { isTensedOrModal } from '../../model/reading.js'
import type { Range } from '../../model/span.js'
import type { ParsedReport } from '../parsed-report.js'
import { type Phrase, phraseAt } from '../phrases.js'
import { caseOf, childBy, childrenBy, formAt, isRelation, isVerb, rangesOf, subtree, type Tree } from '../trees.js'
import { withQuotations } from './contents.js'
import type { AttributionRule, Proposal } from './proposal.js'
import { agentOf } from './speakers.js'

/**
 * "The bridge was closed in May, according to Ada Holm."  →  outlet < Ada Holm
 *
 * The voice is what the cue governs; its content is the clause it stands in, or the whole sentence when it opens or ends it.
 * In "according to Ada Holm's account to the Gazette" the voice is hers, and it came through the Gazette.
 */
export const accordingTo: AttributionRule = {
  name: 'according-to',
  propose: (tree, parsed) => tree.tokens.flatMap((_, token) => proposalAt(tree, token, parsed)),
  examples: [
    {
      text: 'The bridge was closed in May, according to Ada Holm.',
      voices: ['outlet < Ada Holm | The bridge was closed in May'],
    },
    {
      text: 'According to Ada Holm, the bridge was closed in May.',
      voices: ['outlet < Ada Holm | the bridge was closed in May'],
    },
  ],
}

function proposalAt(tree: Tree, token: number, parsed: ParsedReport): Proposal[] {
  const cueEnd = cueAt(tree, token)
  if (cueEnd === undefined) return []
  const noun = governedBy(tree, token, cueEnd)
  if (noun === undefined) return []

  const branch = new Set(isOpening(tree, token) ? openingPhrase(tree, cueEnd) : subtree(tree, noun))
  for (let i = token; i <= cueEnd; i++) branch.add(i)
  const around = contentAround(tree, noun, branch, parsed)
  const content = beforeCue(tree, token, around, parsed) ?? around
  if (content.length === 0) return []

  const { source, through, kind } = voiceOf(tree, noun, parsed)
  const cue = { start: tree.tokens[token]!.start, end: tree.tokens[cueEnd]!.end }
  return [{ rule: 'according-to', kind, stance: 'claimed', cue: [cue], source, through, content }]
}

/** The last token of "according to" or "as per" beginning here. */
function cueAt(tree: Tree, token: number): number | undefined {
  const word = formAt(tree, token)
  const next = formAt(tree, token + 1)
  if (word === 'according' && next === 'to') return token + 1
  if (word === 'as' && next === 'per') return token + 1
  if (word === 'per' && formAt(tree, token - 1) !== 'as' && tree.tokens[token + 1]?.upos === 'PROPN') return token
  return undefined
}

function governedBy(tree: Tree, token: number, cueEnd: number): number | undefined {
  for (const cue of [token, cueEnd]) {
    const { head, deprel } = tree.tokens[cue]!
    if (isRelation(deprel, 'case', 'mark') && head > cueEnd) return head
  }
  // The parser may take "according" for a verb with an object of its own.
  const own = childrenBy(tree, token, 'obl', 'obj', 'nmod')[0]
  if (own !== undefined) return own
  return (
    tree.tokens.findIndex(
      (t, i) =>
        i > cueEnd &&
        (t.upos === 'PROPN' || t.upos === 'NOUN' || t.upos === 'PRON') &&
        !isRelation(t.deprel, 'compound', 'nmod:poss'),
    ) || undefined
  )
}

function isOpening(tree: Tree, token: number): boolean {
  return (
    tree.tokens.slice(0, token).every(({ upos }) => /^(PUNCT|CCONJ|ADV)$/.test(upos)) &&
    tree.tokens.some(({ form }, i) => i > token && form === ',')
  )
}

/**
 * "According to Ada Holm, a baker who lives there, the bridge …": at the head of a sentence the voice ends with its comma,
 * or with the second one where an apposition or "who …" lies between.
 */
function openingPhrase(tree: Tree, cueEnd: number): number[] {
  const commas = tree.tokens.flatMap(({ form }, i) => (i > cueEnd && form === ',' ? [i] : []))
  const first = commas[0] ?? tree.tokens.length
  const second = commas[1]
  const next = tree.tokens[first + 1]
  const isAside =
    next !== undefined &&
    (/^(who|which|whose|a|an)$/i.test(next.form) ||
      (next.upos === 'NUM' && second === first + 2) ||
      (tree.tokens[first - 1]?.upos === 'PROPN' && isBareNoun(tree, first + 1, second)))
  const end = isAside && second !== undefined && second - first < 20 ? second : first
  return tree.tokens.flatMap((_, i) => (i > cueEnd && i < end ? [i] : []))
}

// "the founder of the group," after a name describes it when a subject still follows.
function isBareNoun(tree: Tree, from: number, to: number | undefined): boolean {
  if (to === undefined || !/^(the|his|her|their|its)$/i.test(formAt(tree, from))) return false
  const within = tree.tokens.slice(from, to)
  const after = tree.tokens.slice(to + 1)
  const verb = after.findIndex(isTensedOrModal)
  return (
    !within.some(isTensedOrModal) &&
    after.slice(0, Math.max(0, verb)).some(({ upos }) => /^(NOUN|PROPN|PRON)$/.test(upos))
  )
}

function contentAround(tree: Tree, noun: number, branch: ReadonlySet<number>, parsed: ParsedReport): Range[] {
  const words = tree.tokens.flatMap((token, i) => (token.upos === 'PUNCT' ? [] : [i]))
  const cue = tree.tokens[noun]!
  const atEdge = branch.has(words[0]!) || branch.has(words.at(-1)!)
  const top = atEdge ? tree.tokens.findIndex(({ head }) => head < 0) : clauseAbove(tree, noun, branch)
  const leaveOut = (child: number) => branch.has(child)
  const inside = (branch.has(top) ? words : subtree(tree, top, leaveOut)).filter((i) => !branch.has(i))
  const opening = inside.findIndex((i) => !['CCONJ', 'PUNCT'].includes(tree.tokens[i]!.upos))
  return withQuotations(rangesOf(tree, inside.slice(Math.max(0, opening))), cue, parsed)
}

/**
 * "The bridge fell, according to one of the keepers who were there": where the parser leaves only words behind the cue,
 * and a whole clause and a comma stand before it, the clause is what was said.
 */
function beforeCue(tree: Tree, cue: number, content: readonly Range[], parsed: ParsedReport): Range[] | undefined {
  const { start } = tree.tokens[cue]!
  if (formAt(tree, cue - 1) !== ',' || content.some((range) => range.start < start)) return undefined
  const first = tree.tokens.findIndex(({ upos }) => upos !== 'CCONJ' && upos !== 'PUNCT')
  const before = tree.tokens.slice(first, cue)
  if (!before.some(isTensedOrModal)) return undefined
  return withQuotations([{ start: before[0]!.start, end: before.at(-2)!.end }], tree.tokens[cue]!, parsed)
}

/** The nearest clause that the cue hangs on. */
function clauseAbove(tree: Tree, noun: number, branch: ReadonlySet<number>): number {
  let top = tree.tokens[noun]!.head
  while (
    top >= 0 &&
    (branch.has(top) || !(isVerb(tree.tokens[top]!) || childBy(tree, top, 'cop', 'nsubj') !== undefined))
  )
    top = tree.tokens[top]!.head
  return top >= 0 ? top : tree.tokens.findIndex(({ head }) => head < 0)
}

/** "a statement issued on Sunday by Ada Holm": who issued it. */
function issuerOf(tree: Tree, noun: number): number | undefined {
  const issued = childrenBy(tree, noun, 'acl').find((clause) =>
    /^(issued|released|published|made|given|provided|sent|posted|signed|written|read)$/.test(formAt(tree, clause)),
  )
  return issued === undefined ? undefined : agentOf(tree, issued)
}

/** "Ada Holm's account to the Gazette" → Ada Holm, through the Gazette. */
function voiceOf(tree: Tree, noun: number, parsed: ParsedReport): Pick<Proposal, 'source' | 'through' | 'kind'> {
  const form = formAt(tree, noun)
  const owner =
    childBy(tree, noun, 'nmod:poss') ??
    childrenBy(tree, noun, 'nmod').find((child) => /^(by|from|of)$/.test(caseOf(tree, child))) ??
    issuerOf(tree, noun)
  const isWords = parsed.saying.noun(form) !== undefined || parsed.saying.isDocument(form)
  const through: Phrase[] = [
    ...childrenBy(tree, noun, 'nmod').filter((child) => /^(to|with)$/.test(caseOf(tree, child)) && isWords),
    ...childrenBy(tree, noun, 'acl').flatMap((clause) =>
      childrenBy(tree, clause, 'obl').filter(
        (o) =>
          /^(to|with)$/.test(caseOf(tree, o)) &&
          /^(speak|talk)/.test(tree.tokens[clause]!.lemma) &&
          tree.tokens[clause]!.upos === 'VERB',
      ),
    ),
  ].map((child) => phraseAt(tree, child))
  const isDocument = parsed.saying.isDocument(form) && parsed.saying.noun(form) === undefined
  if (isWords && owner !== undefined && !isDocument) return { source: phraseAt(tree, owner), through, kind: 'indirect' }
  if (isDocument && owner !== undefined)
    return { source: phraseAt(tree, noun), through: [phraseAt(tree, owner), ...through], kind: 'document' }
  return { source: phraseAt(tree, noun), through, kind: isDocument ? 'document' : 'indirect' }
}
