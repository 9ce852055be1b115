import type { Derivation, Statement } from '../model/findings.js'
import type { Reading } from '../model/reading.js'
import type { Report } from '../model/report.js'
import { firstFrom, type Span } from '../model/span.js'
import { directionOf } from './copying/direction.js'
import type { TextTie } from './copying/ties.js'
import { type Word, wordLists } from './copying/words.js'
import type { Credits } from './credits/credits.js'

/**
 * Text ties as derivations: with a direction "rewrites"; without one "same-source", which has no direction (docs/grades.md).
 * Where two sources of a report are tied to each other, too, it has its text from the one that it shares more with;
 * with the other it only has that text in common.
 */
export function fromTies(ties: readonly TextTie[], reports: readonly Report[], credits: Credits): Derivation[] {
  const byId = new Map(reports.map((r) => [r.id, r]))
  const directed = ties.map((tie) => ({
    tie,
    direction: tie.how === 'passage' ? undefined : directionOf(tie, byId, credits),
  }))
  const tied = new Set(ties.map((t) => t.reports.join(' ')))
  const areTied = (a: string, b: string) => tied.has(`${a} ${b}`) || tied.has(`${b} ${a}`)
  return directed.map(({ tie, direction }): Derivation => {
    const nearer =
      direction && direction.because !== 'credit'
        ? directed.find(
            (other) =>
              other.direction?.to === direction.to &&
              other.direction.from !== direction.from &&
              areTied(other.direction.from, direction.from) &&
              strength(other.tie) > strength(tie),
          )
        : undefined
    const believed = nearer ? undefined : direction
    const note = [
      noteOf(tie),
      ...(believed ? [`direction from ${believed.because}`] : []),
      ...(nearer ? [`nearer to ${nearer.direction!.from}`] : []),
    ].join('; ')
    const [to, from] = believed ? [believed.to, believed.from] : tie.reports
    return { to, from, kind: believed ? 'rewrites' : 'same-source', evidence: tie.evidence, note }
  })
}

/** How much of a text two reports share: first word for word, then by order. */
function strength({ containment, order }: TextTie): number {
  return Math.max(...containment) + order.surprise / 100
}

function noteOf({ how, containment, order, slips }: TextTie): string {
  const percent = (share: number) => `${Math.round(100 * share)} %`
  const slip = slips.length > 0 ? `; both write ${[...new Set(slips.map((s) => `"${s.words}"`))].join(', ')}` : ''
  if (how === 'copy') return `word for word: ${percent(Math.max(...containment))} of the shorter${slip}`
  if (how === 'passage') return `a passage word for word in both${slip}`
  return `the same facts in the same order: ${order.inOrder} of ${order.shared} shared words${slip}`
}

/**
 * How alike two statements of one voice must be to go back to one occasion: words of content they share, how many of these are no names,
 * and the cosine of those words. That the voice is one says most of it already.
 */
const alike = [
  { words: 2, noNames: 2, cosine: 0.4 },
  { words: 3, noNames: 1, cosine: 0.3 },
] as const

/** Words in more of the story's statements than this share are what the story is about, and link any two of them. */
const commonIn = { share: 0.04, least: 8 } as const

/**
 * Both reports have it from the same voice: statements with one root that stand in one claim, or share most of their words.
 * Without a direction; `to` is the report with the lesser id.
 */
export function fromSharedVoices(
  statements: readonly Statement[],
  rootOf: (statement: Statement) => string | null,
  claimOf: ReadonlyMap<string, string>,
  readings: readonly Reading[],
  nameOf: (root: string) => string,
  listWords = wordLists(),
): Derivation[] {
  const contents = contentsOf(statements, readings, listWords)
  const byRoot = new Map<string, Statement[]>()
  for (const statement of statements) {
    const root = rootOf(statement)
    if (root === null) continue
    const list = byRoot.get(root)
    if (list) list.push(statement)
    else byRoot.set(root, [statement])
  }
  const edges = new Map<string, { to: string; from: string; evidence: Span[]; voices: Set<string> }>()
  for (const [root, members] of byRoot) {
    for (const [a, b] of pairsAcross(members, claimOf, contents)) {
      const [to, from] = a.report < b.report ? [a, b] : [b, a]
      const key = `${to.report} ${from.report}`
      const edge = edges.get(key) ?? { to: to.report, from: from.report, evidence: [], voices: new Set<string>() }
      edges.set(key, edge)
      edge.voices.add(nameOf(root))
      if (edge.evidence.length < 12) edge.evidence.push(spanOf(to), spanOf(from))
    }
  }
  return [...edges.values()].map(({ to, from, evidence, voices }) => ({
    to,
    from,
    kind: 'same-source',
    evidence,
    note: `both have it from ${[...voices].sort().slice(0, 4).join(', ')}`,
  }))
}

/** Pairs of statements of different reports that are one claim, or alike in their words; found by an index of rare words. */
function pairsAcross(
  members: readonly Statement[],
  claimOf: ReadonlyMap<string, string>,
  contents: ReadonlyMap<string, Contents>,
): [Statement, Statement][] {
  const pairs: [Statement, Statement][] = []
  const byClaim = new Map<string, Statement[]>()
  const byWord = new Map<string, Statement[]>()
  for (const b of members) {
    const words = contents.get(b.id)!
    const shared = new Map<Statement, { all: number; noNames: number }>()
    for (const [word, isName] of words) {
      for (const a of (byWord.get(word) ?? []).slice(0, 20)) {
        const count = shared.get(a) ?? { all: 0, noNames: 0 }
        shared.set(a, { all: count.all + 1, noNames: count.noNames + (isName ? 0 : 1) })
      }
    }
    for (const [a, { all, noNames }] of shared) {
      const cosine = all / Math.sqrt(words.size * contents.get(a.id)!.size)
      const near = alike.some((least) => all >= least.words && noNames >= least.noNames && cosine >= least.cosine)
      if (near && a.report !== b.report) pairs.push([a, b])
    }
    const claim = claimOf.get(b.id) ?? b.id
    for (const a of (byClaim.get(claim) ?? []).slice(0, 20)) if (a.report !== b.report) pairs.push([a, b])
    push(byClaim, claim, b)
    for (const word of words.keys()) push(byWord, word, b)
  }
  return pairs
}

/** The rarer words of content inside a statement, each with whether it is a name. */
type Contents = ReadonlyMap<string, boolean>

function contentsOf(
  statements: readonly Statement[],
  readings: readonly Reading[],
  listWords: (reading: Reading) => readonly Word[],
): Map<string, Contents> {
  const words = new Map(readings.map((r) => [r.report.id, listWords(r)]))
  const found = statements.map(({ id, report, start, end }) => {
    const list = words.get(report)!
    const inside = new Map<string, boolean>()
    for (let i = firstFrom(list, start); i < list.length && list[i]!.start < end; i++) {
      const { content, isName } = list[i]!
      if (content !== null) inside.set(content, isName)
    }
    return [id, inside] as const
  })
  const frequency = new Map<string, number>()
  for (const [, inside] of found) for (const word of inside.keys()) frequency.set(word, (frequency.get(word) ?? 0) + 1)
  const common = Math.max(commonIn.least, commonIn.share * statements.length)
  for (const [, inside] of found)
    for (const [word, isName] of inside) if (!isName && frequency.get(word)! > common) inside.delete(word)
  return new Map(found)
}

function spanOf({ report, start, end }: Statement): Span {
  return { report, start, end }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
