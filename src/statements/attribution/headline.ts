import { phraseAt } from '../phrases.js'
import type { Tree } from '../trees.js'
import { isVerb } from '../trees.js'
import type { AttributionRule, Proposal } from './proposal.js'

/**
 * "Police: Bridge closed after crack found"  →  outlet < Police
 *
 * In a headline a colon may stand for "says", before the words or after them ("Bridge closed after crack found: police").
 */
export const headline: AttributionRule = {
  name: 'headline',
  propose: (tree) => proposalAt(tree),
  examples: [
    {
      text: 'Beaconmark: Bridge closed after crack found\n\nThe bridge was closed on Monday after a crack was found.',
      voices: ['outlet < Beaconmark | Bridge closed after crack found'],
    },
  ],
}

const longestName = 3

function proposalAt(tree: Tree): Proposal[] {
  if (tree.sentence.kind !== 'heading') return []
  const atEnd = saidAtEnd(tree)
  if (atEnd.length > 0) return atEnd
  const colon = tree.tokens.findIndex(({ form }) => form === ':')
  const last = tree.tokens.length - 1
  if (colon < 1 || colon >= last) return []
  if (colon <= longestName && last - colon >= 3 && isName(tree, 0, colon))
    return proposal(tree, 0, colon, colon, colon + 1, last)
  return last - colon <= longestName && colon >= 4 && isName(tree, colon + 1, last + 1)
    ? proposal(tree, colon + 1, last + 1, colon, 0, colon - 1)
    : []
}

/** "Holm Is to Lead the Harbour Office, Pereth Says": capitals hide the verb from the parser. */
function saidAtEnd(tree: Tree): Proposal[] {
  const last = tree.tokens.findLastIndex(({ upos }) => upos !== 'PUNCT')
  if (!/^Says?$|^Said$/.test(tree.tokens[last]?.form ?? '')) return []
  const comma = tree.tokens.findLastIndex(({ form }, i) => form === ',' && i < last)
  const isSpeaker = comma >= 4 && last - comma > 1 && last - comma <= longestName + 2
  return isSpeaker && tree.tokens.slice(comma + 1, last).every(({ form }) => /^\p{Lu}|^of$|^’s$|^'s$/u.test(form))
    ? proposal(tree, comma + 1, last, last, 0, comma - 1)
    : []
}

// "Report: …" and "Update: …" are no names, and nothing with a verb is.
function isName(tree: Tree, from: number, to: number): boolean {
  const words = tree.tokens.slice(from, to)
  return (
    !words.some((token) => isVerb(token) || token.upos === 'NUM') &&
    words.some(({ upos, xpos }) => upos === 'PROPN' || xpos === 'NNS') &&
    !/^(report|reports|update|updates|live|watch|video|photos|opinion|analysis|exclusive|breaking|explainer)$/i.test(
      words[0]?.form ?? '',
    )
  )
}

function proposal(tree: Tree, from: number, to: number, colon: number, first: number, last: number): Proposal[] {
  const head = tree.tokens.findIndex((token, i) => i >= from && i < to && (token.head < from || token.head >= to))
  const start = tree.tokens[first]
  const end = tree.tokens[last]
  const mark = tree.tokens[colon]
  if (head < 0 || !start || !end || !mark) return []
  const { start: sourceStart } = tree.tokens[from]!
  const { end: sourceEnd } = tree.tokens[to - 1]!
  return [
    {
      rule: 'headline',
      kind: 'indirect',
      stance: 'claimed',
      cue: [{ start: mark.start, end: mark.end }],
      source: { ...phraseAt(tree, head), start: sourceStart, end: sourceEnd },
      through: [],
      content: [{ start: start.start, end: end.end }],
    },
  ]
}
