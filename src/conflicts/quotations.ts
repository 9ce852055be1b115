import { spelledNumber } from '../knowledge/number-words.js'
import type { Reading, Token } from '../model/reading.js'
import type { Span } from '../model/span.js'
import { near, plainName, transliterated } from './names/likeness.js'
import { type Answer, conflictOf, type FoundConflict } from './sides.js'
import { clauseAt, type View, wordsAt } from './view.js'

/** A passage between quotation marks. */
interface Quotation {
  readonly reading: Reading
  readonly span: Span
  readonly words: readonly string[]
}

/**
 * “We saw a light on the rock,” – “We saw the lamp on the rock,”
 *
 * Reports quote one utterance, nearly word for word, with different words: not all can be verbatim.
 * Each wording is a side; a report that quotes less of one wording is on its side.
 * Only the sentence of the quotation that differs is shown.
 */
export function differentQuotations(view: View): FoundConflict[] {
  const quotations = view.readings.flatMap(quotationsIn)
  const differing = new Map<number, number[]>()
  for (const [a, b] of sharingWords(quotations)) {
    const [one, other] = [quotations[a]!, quotations[b]!]
    const change = one.reading === other.reading ? null : difference(one.words, other.words)
    if (!change || voicesApart(view, one, other, change)) continue
    differing.set(a, [...(differing.get(a) ?? []), b])
    differing.set(b, [...(differing.get(b) ?? []), a])
  }
  const done = new Set<number>()
  return [...differing.keys()].flatMap((first) => {
    const group = done.has(first) ? [] : reachable(first, differing)
    for (const q of group) done.add(q)
    const sides: number[][] = []
    for (const q of group) {
      const home = sides.find((side) => oneWording(quotations[side[0]!]!.words, quotations[q]!.words))
      if (home) home.push(q)
      else sides.push([q])
    }
    if (sides.length < 2) return []
    const nearest = differing.get(group[0]!)![0]!
    const [one, other] = inContext(quotations[group[0]!]!.words, quotations[nearest]!.words)
    return conflictOf(
      'other',
      'hard',
      'different-quotations',
      sides.flatMap((side, i) => side.map((q) => answerFor(view, quotations[q]!, `${i}`))),
      () =>
        `One utterance is quoted in ${sides.length === 2 ? 'two' : sides.length} wordings, “${one}” and “${other}”: they cannot both be verbatim.`,
    )
  })
}

/** The first place where two quotations differ, with a word on either side: “was on the reef in”, “was on the rock in”. */
function inContext(a: readonly string[], b: readonly string[]): [string, string] {
  const { first } = compared(a, b)
  const shown = (words: readonly string[], [from, to]: readonly [number, number]) =>
    words
      .slice(Math.max(0, from - 1), to + 1)
      .join(' ')
      .replace(/ (?='|n't)/g, '')
  return [shown(a, first[0]), shown(b, first[1])]
}

/** Words that only one of two quotations has, between words that both have. */
type Change = readonly [readonly string[], readonly string[]]

/** Pairs of quotations that share two runs of three words, by an index. */
function sharingWords(quotations: readonly Quotation[]): [number, number][] {
  const byRun = new Map<string, number[]>()
  quotations.forEach(({ words }, q) => {
    for (let i = 0; i + 2 < words.length; i++) {
      const run = words.slice(i, i + 3).join(' ')
      const known = byRun.get(run)
      if (!known) byRun.set(run, [q])
      else if (known.at(-1) !== q && known.length < 8) known.push(q)
    }
  })
  const shared = new Map<string, number>()
  for (const list of byRun.values())
    list.forEach((a, i) => {
      for (const b of list.slice(i + 1)) shared.set(`${a} ${b}`, (shared.get(`${a} ${b}`) ?? 0) + 1)
    })
  return [...shared].flatMap(([pair, runs]) => (runs < 2 ? [] : [pair.split(' ').map(Number) as [number, number]]))
}

/** What one quotation reaches through differing ones, in order. */
function reachable(first: number, differing: ReadonlyMap<number, readonly number[]>): number[] {
  const found = new Set([first])
  for (const q of found) for (const other of differing.get(q)!) found.add(other)
  return [...found]
}

function answerFor(view: View, { reading, span }: Quotation, value: string): Answer {
  const clause = clauseAt(view, reading, span.start, span.end)
  return { value, label: wordsAt(reading, span), statements: clause ? [clause.statement.id] : [], evidence: span }
}

/** How much two voices may differ in one utterance: a ministry and its minister deny alike, each in his own words. */
const mostChanged = 0.1

/** Two persons known by name may say nearly the same; a person and a body have one utterance only where nearly all words agree. */
function voicesApart(view: View, one: Quotation, other: Quotation, [x, y]: Change): boolean {
  const voiceOf = ({ reading, span }: Quotation) => {
    const root = clauseAt(view, reading, span.start, span.end)?.statement.chain.at(-1)
    const entity = root === undefined ? undefined : view.entities.get(root)
    return entity && entity.names.length > 0 ? entity : null
  }
  const [a, b] = [voiceOf(one), voiceOf(other)]
  if (a === null || b === null || a.id === b.id) return false
  if (a.type === 'person' && b.type === 'person') return true
  return x.length + y.length > mostChanged * (one.words.length + other.words.length)
}

/** The stretches of a report that are quoted, at least six words long each. */
export function quotedStretches(reading: Reading): Span[] {
  return quotationsIn(reading).map((q) => q.span)
}

/** The sentences of a report that stand between quotation marks, at least six words long. */
function quotationsIn(reading: Reading): Quotation[] {
  const text = reading.report.text
  const alone = loneMarks(reading)
  let open = false
  let paragraph = -1
  return reading.sentences.flatMap((sentence): Quotation[] => {
    if (sentence.kind === 'furniture') return []
    // A quotation may run on into the next paragraph only with a mark of its own.
    if (sentence.paragraph !== paragraph) open = false
    paragraph = sentence.paragraph
    const found: Quotation[] = []
    let tokens: Token[] = []
    let marks = 0
    const close = () => {
      const quotation = quotationOf(reading, tokens)
      if (quotation) found.push(quotation)
      tokens = []
    }
    for (const token of sentence.tokens) {
      if (!/^["“”]$|^``$|^''$/.test(token.form)) {
        if (open || marks === 0) tokens.push(token)
        continue
      }
      const closes = closesHere(text, token, open || alone.has(sentence.paragraph))
      // A closing mark that nothing opened ends a quotation of several sentences.
      if (closes && (open || marks === 0)) close()
      tokens = []
      open = !closes
      marks++
    }
    if (open) close()
    return found
  })
}

/** A mark right after a word or a comma closes; one after a space opens, unless words that may end a quotation stand before it. */
function closesHere(text: string, { start, form }: Token, mayBeOpen: boolean): boolean {
  if (form === '”' || form === '“') return form === '”'
  const before = text.slice(Math.max(0, start - 2), start)
  if (/\S$/.test(before)) return !/[([—–-]$/.test(before)
  return mayBeOpen && /[,.!?] $/.test(before)
}

/** Paragraphs with a single straight mark: it may close words that began without one. */
function loneMarks(reading: Reading): ReadonlySet<number> {
  const counts = new Map<number, number>()
  for (const { paragraph, tokens } of reading.sentences)
    for (const { form } of tokens) if (form === '"') counts.set(paragraph, (counts.get(paragraph) ?? 0) + 1)
  return new Set([...counts].flatMap(([paragraph, count]) => (count === 1 ? [paragraph] : [])))
}

function quotationOf(reading: Reading, tokens: readonly Token[]): Quotation | null {
  // What an editor put in brackets is no part of the words.
  let depth = 0
  const words = tokens.filter((t) => {
    if (/^[[(]$/.test(t.form)) depth++
    if (/^[\])]$/.test(t.form)) depth--
    return depth <= 0 && (/[\p{L}\p{N}]/u.test(t.form) || leftOut.test(t.form))
  })
  const span = { report: reading.report.id, start: tokens[0]?.start ?? 0, end: tokens.at(-1)?.end ?? 0 }
  // A word hidden by asterisks is the same word shown.
  if (
    words.filter((t) => !leftOut.test(t.form)).length < 6 ||
    /\*\*/.test(reading.report.text.slice(span.start, span.end))
  )
    return null
  return {
    reading,
    span,
    words: words.map(plainWord),
  }
}

/** Where a report left words out. */
const leftOut = /^(?:…|\.{2,})$/

const contracted: Readonly<Record<string, string>> = {
  "'m": 'am',
  "'ll": 'will',
  "n't": 'not',
  "'re": 'are',
  "'ve": 'have',
  '1': 'one',
  '2': 'two',
  '3': 'three',
  gov: 'governor',
  sen: 'senator',
  rep: 'representative',
  gen: 'general',
  lt: 'lieutenant',
  percent: 'per cent',
  '%': 'per cent',
}

/** A word as it sounds: house style is no other word ("U.S.", "US"; "Gov.", "Governor"; "re-open", "reopen"; "realise", "realize"). */
function plainWord({ form, upos }: Token): string {
  const word = form
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/\(\p{L}*\)?|\p{Cf}|(?<=\p{L})[.-]|\.(?=\p{L})/gu, '')
    .replace(/(?<=\p{L}{3})is(?=e[sd]?$|ing$|ations?$)/u, 'iz')
    .replace(/(?<=\p{L}{3})our(?=s?$|ed$|ing$|able$|ite$)/u, 'or')
  const spoken = contracted[word] ?? word
  // Names of another script are written as each house writes them.
  return upos === 'PROPN' ? plainName(spoken) : spoken
}

/** How much of the shorter of two wordings both have. */
const leastCommon = 0.77

/** Whether different words in one place are only written differently: "re open", "reopen"; "26th", "twenty sixth". */
function onlyWritten(a: readonly string[], b: readonly string[]): boolean {
  // What stands for words left out differs from none.
  if ([...a, ...b].some((word) => leftOut.test(word))) return true
  if (a.join('') === b.join('')) return true
  const [figure, spelt] = /\d/.test(a.join('')) ? [a, b] : [b, a]
  if (/^\d+(?:st|nd|rd|th)?$/.test(figure.join('')) && spelledNumber(spelt) === Number.parseInt(figure.join(''), 10))
    return true
  if (spokenOut(a) === spokenOut(b)) return true
  return a.length === 1 && b.length === 1 && near(a[0]!, b[0]!) && transliterated(a[0]!, b[0]!)
}

/** "he's", "he is"; "I'd", "I would"; "gonna"; "the US", "the United States" */
function spokenOut(words: readonly string[]): string {
  return words
    .join(' ')
    .replace(/^'s$/, 'is')
    .replace(/^has$/, 'is')
    .replace(/^(?:'d|had)$/, 'would')
    .replace(/^gon na$|^gonna$/, 'going to')
    .replace(/^us$/, 'united states')
    .replace(/^uk$/, 'united kingdom')
    .replace(/^un$/, 'united nations')
    .replace(/^eu$/, 'european union')
}

/** More words than this that stand in one place for others are another utterance. */
const mostInOnePlace = 7

/** The words in which two quotations differ, when they agree in most; null when they do not, or are two utterances. */
function difference(a: readonly string[], b: readonly string[]): Change | null {
  if (a.length > longest || b.length > longest) return null
  const { change, common, run, widest } = compared(a, b)
  if (common < 6 || common < leastCommon * Math.min(a.length, b.length)) return null
  const changed = change[0].length + change[1].length
  if (widest > mostInOnePlace || changed > 0.5 * (a.length + b.length)) return null
  return run < 5 || change[0].length === 0 ? null : change
}

/** Whether two quotations have the same words, one of them perhaps more of them. */
function oneWording(a: readonly string[], b: readonly string[]): boolean {
  if (a.length > longest || b.length > longest) return false
  const { change, common } = compared(a, b)
  return change[0].length === 0 && common >= 0.9 * Math.min(a.length, b.length)
}

/** The longest quoted sentence that is compared, in words. */
const longest = 120

interface Comparison {
  readonly change: Change
  readonly common: number
  readonly run: number
  /** The most words of either wording that stand in one place for others. */
  readonly widest: number
  /** Where the first change lies: from … to in either wording. */
  readonly first: readonly [readonly [number, number], readonly [number, number]]
}

/** What two wordings have in common, by their longest common subsequence: how many words, the longest run, and what stands differently between; of the first such place where it lies in both. */
function compared(a: readonly string[], b: readonly string[]): Comparison {
  const length: number[][] = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0))
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      length[i]![j] = a[i] === b[j] ? length[i + 1]![j + 1]! + 1 : Math.max(length[i + 1]![j]!, length[i]![j + 1]!)
  const only: [string[], string[]] = [[], []]
  let [i, j, common, run, longestRun] = [0, 0, 0, 0, 0]
  let widest = 0
  let gap: [string[], string[]] = [[], []]
  let first: Comparison['first'] | undefined
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      // A change counts only between words that agree on both sides of it, and where both have other words.
      if (common > 0 && gap[0].length > 0 && gap[1].length > 0 && !onlyWritten(gap[0], gap[1])) {
        first ??= [
          [i - gap[0].length, i],
          [j - gap[1].length, j],
        ]
        widest = Math.max(widest, gap[0].length, gap[1].length)
        only[0].push(...gap[0])
        only[1].push(...gap[1])
      }
      gap = [[], []]
      common++
      run++
      longestRun = Math.max(longestRun, run)
      i++
      j++
    } else {
      run = 0
      if (length[i + 1]![j]! >= length[i]![j + 1]!) gap[0].push(a[i++]!)
      else gap[1].push(b[j++]!)
    }
  }
  return {
    change: only,
    common,
    run: longestRun,
    widest,
    first: first ?? [
      [0, 0],
      [0, 0],
    ],
  }
}
