import { firstWhere } from '../../model/halving.js'
import { contains, overlaps, type Range } from '../../model/span.js'
import type { PlainStatement, VoicedAttribution } from '../../model/statements.js'
import type { TimePhrase } from '../../model/when.js'
import { isNegated } from '../attribution/cues.js'
import type { ParsedReport } from '../parsed-report.js'
import { childrenBy, isVerb, type Tree } from '../trees.js'
import { datesOf, tokensOf, voiceAt } from './placed.js'

/** When something was said. */
export interface DatedSaying {
  /** Index of the attribution. */
  readonly attribution: number
  readonly tree: Tree
  /** The verb of saying. */
  readonly cue: number
  readonly time: TimePhrase
}

/**
 * "Hallbrook said on Saturday that Lindgard had left."  →  said on Saturday
 * "“No warning reached us,” he told journalists on Monday."  →  told on Monday
 *
 * The date that stands beside the verb of saying, outside the words that are said, is that of the saying.
 * "They had been warned in April that …" is dated too, though nobody is known to have warned.
 */
export function findDatedSayings(attributions: readonly VoicedAttribution[], parsed: ParsedReport): DatedSaying[] {
  const trees = treesByPlace(parsed)
  return attributions.flatMap(({ cue, content }, attribution) => {
    const tree = cue[0] && trees(cue[0])
    if (!tree) return []
    const dates = datesOf(tree, parsed).filter((time) => !content.some((range) => overlaps(range, time)))
    if (dates.length === 0) return []
    const verb = tree.tokens.findIndex(
      (token) => isVerb(token) && token.upos === 'VERB' && cue.some((c) => contains(c, token)),
    )
    // "The source says civil servants learned of it in April": what is said now has no date of its own.
    if (verb < 0 || isNegated(tree, verb) || /^VB[ZP]$/.test(tree.tokens[verb]!.xpos)) return []
    const [time] = dates.filter((date) => isOf(tree, verb, date, content))
    return time ? [{ attribution, tree, cue: verb, time }] : []
  })
}

/** The sayings as statements: that it was said is itself a thing that happened. */
export function statementsOfSayings(
  sayings: readonly DatedSaying[],
  statements: readonly PlainStatement[],
  attributions: readonly VoicedAttribution[],
  parsed: ParsedReport,
): PlainStatement[] {
  const { report } = parsed.reading
  const taken = new Set(statements.map(({ because }) => because.spans[0]?.start))
  return sayings.flatMap(({ attribution, tree, cue, time }): PlainStatement[] => {
    const verb = tree.tokens[cue]!
    if (taken.has(verb.start)) return []
    const { source, chain, content, kind } = attributions[attribution]!
    if (kind === 'agentless') return []
    const around = voiceAt(verb, attributions)
    const outer = attributions[around]
    const range = { start: Math.min(verb.start, time.start), end: Math.max(verb.end, time.end) }
    const speaker = chain.at(-1)
    const character = typeof speaker === 'number' && speaker >= 0 ? speaker : null
    const [words] = source
    return [
      {
        report: report.id,
        ...range,
        gist: gistOf(verb.start < time.start ? [range] : [verb, time], words, character, content, parsed),
        attribution: around < 0 ? null : around,
        chain: outer?.chain ?? ['outlet'],
        stance: outer ? 'claimed' : 'stated',
        polarity: 'positive',
        factuality: 'certain',
        predicate: verb.lemma.toLowerCase(),
        roles: words ? [{ role: 'agent', character, start: words.start, end: words.end }] : [],
        when: { edtf: time.edtf!, known: time.known, start: time.start, end: time.end },
        where: null,
        numbers: [],
        because: { rule: 'dated-saying', spans: [{ report: report.id, start: verb.start, end: verb.end }] },
      },
    ]
  })
}

/** "Piers Hallbrook said on Saturday: Mr. Lindgard had left the company" */
function gistOf(
  said: readonly Range[],
  source: Range | undefined,
  character: number | null,
  content: readonly Range[],
  { reading }: ParsedReport,
): string {
  const { text } = reading.report
  const words = ({ start, end }: Range) => text.slice(start, end).replace(/\s+/g, ' ')
  const known = character === null ? undefined : reading.characters[character]
  const name = known?.named ? known.name : source ? words(source) : 'Somebody'
  const [what = ''] = content.map(words).sort((a, b) => b.length - a.length)
  return `${name[0]?.toUpperCase() ?? ''}${name.slice(1)} ${said.map(words).join(', ')}: ${what.slice(0, longestSaid)}`
}

/** So many characters of what was said stand in the gist. */
const longestSaid = 160

/** Whether a date is said of the verb of saying: it hangs on it with no other verb between, or stands right behind it. */
function isOf(tree: Tree, verb: number, time: Range, content: readonly Range[]): boolean {
  const tokens = tokensOf(tree, time)
  const first = tokens[0] ?? 0
  const last = tokens.at(-1) ?? 0
  const between = first > verb ? tree.tokens.slice(verb + 1, first) : tree.tokens.slice(last + 1, verb)
  if (between.length > mostBetween || between.some((token) => content.some((range) => contains(range, token))))
    return false
  if (isOfWhatIsSaid(tree, verb, time, content)) return false
  const above = tokens.map((token) => verbAbove(tree, token))
  if (above.includes(verb)) return true
  const isOpen = between.every(({ upos }) => upos !== 'VERB' && upos !== 'PUNCT')
  // A date that the parser gave to another verb is believed only right behind this one: "said on Monday".
  return isOpen && between.length <= 6 && (first > verb || above.every((other) => other === undefined))
}

/** "The lock gave way at noon on Friday, the keeper said": behind what is said and before who says it, a date is of what is said. */
function isOfWhatIsSaid(tree: Tree, verb: number, time: Range, content: readonly Range[]): boolean {
  const [subject] = childrenBy(tree, verb, 'nsubj')
  return (
    time.end <= tree.tokens[verb]!.start &&
    subject !== undefined &&
    tree.tokens[subject]!.start >= time.end &&
    content.some(({ start, end }) => start >= tree.sentence.start && end <= time.start)
  )
}

/** So many words may stand between a date and its verb: whom it was said to, who said it. */
const mostBetween = 14

/** The nearest verb that a token hangs on. */
function verbAbove(tree: Tree, token: number): number | undefined {
  for (let t = tree.tokens[token]!.head, steps = 0; t >= 0 && steps < 6; t = tree.tokens[t]!.head, steps++)
    if (tree.tokens[t]!.upos === 'VERB') return t
  return undefined
}

function treesByPlace({ trees }: ParsedReport): (range: Range) => Tree | undefined {
  return ({ start }) => {
    const tree = trees[firstWhere(trees, ({ sentence }) => sentence.end > start)]
    return tree && tree.sentence.start <= start && start < tree.sentence.end ? tree : undefined
  }
}
