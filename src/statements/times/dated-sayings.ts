import { contains, overlaps, type Range } from '../../model/span.js'
import type { PlainStatement, VoicedAttribution } from '../../model/statements.js'
import type { TimePhrase } from '../../model/when.js'
import { isNegated } from '../attribution/cues.js'
import type { ParsedReport } from '../parsed-report.js'
import { isVerb, type Tree } from '../trees.js'
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
 */
export function findDatedSayings(attributions: readonly VoicedAttribution[], parsed: ParsedReport): DatedSaying[] {
  const trees = treesByPlace(parsed)
  return attributions.flatMap(({ cue, content, kind }, attribution) => {
    const tree = cue[0] && trees(cue[0])
    if (!tree || kind === 'agentless') return []
    const dates = datesOf(tree, parsed).filter((time) => !content.some((range) => overlaps(range, time)))
    if (dates.length === 0) return []
    const verb = tree.tokens.findIndex(
      (token) => isVerb(token) && token.upos === 'VERB' && cue.some((c) => contains(c, token)),
    )
    if (verb < 0 || isNegated(tree, verb)) return []
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
    const { source, chain, content } = attributions[attribution]!
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
        gist: gistOf(range, words, character, content, parsed),
        attribution: around < 0 ? null : around,
        chain: outer?.chain ?? ['outlet'],
        stance: outer ? 'claimed' : 'stated',
        polarity: 'positive',
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
  range: Range,
  source: Range | undefined,
  character: number | null,
  content: readonly Range[],
  { reading }: ParsedReport,
): string {
  const { text } = reading.report
  const words = ({ start, end }: Range) => text.slice(start, end).replace(/\s+/g, ' ')
  const known = character === null ? undefined : reading.characters[character]
  const name = known?.named ? known.name : source ? words(source) : 'Somebody'
  const said = content.map(words).join(' … ').slice(0, longestSaid)
  return `${name[0]?.toUpperCase() ?? ''}${name.slice(1)} ${words(range)}: ${said}`
}

/** So many characters of what was said stand in the gist. */
const longestSaid = 160

/** Whether a date is said of the verb of saying: it hangs on it with no other verb between, or stands right beside it. */
function isOf(tree: Tree, verb: number, time: Range, content: readonly Range[]): boolean {
  const tokens = tokensOf(tree, time)
  const hangs = tokens.some((token) => {
    for (let t = tree.tokens[token]!.head, steps = 0; t >= 0 && steps < 4; t = tree.tokens[t]!.head, steps++) {
      if (t === verb) return true
      if (tree.tokens[t]!.upos === 'VERB') return false
    }
    return false
  })
  const first = tokens[0] ?? 0
  const last = tokens.at(-1) ?? 0
  const between = first > verb ? tree.tokens.slice(verb + 1, first) : tree.tokens.slice(last + 1, verb)
  const isOpen = between.every(({ upos }) => upos !== 'VERB' && upos !== 'PUNCT')
  const crossesContent = between.some((token) => content.some((range) => contains(range, token)))
  return !crossesContent && ((hangs && between.length <= 14) || (isOpen && between.length <= 6))
}

function treesByPlace({ trees }: ParsedReport): (range: Range) => Tree | undefined {
  return ({ start }) => {
    let [low, high] = [0, trees.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (trees[middle]!.sentence.end > start) high = middle
      else low = middle + 1
    }
    const tree = trees[low]
    return tree && tree.sentence.start <= start && start < tree.sentence.end ? tree : undefined
  }
}
