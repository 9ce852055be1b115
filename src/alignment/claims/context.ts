import { combine } from '../../weights/hash.js'
import type { Profile } from './profiles.js'

/** Two passages after the first look, by their indices, with the log-odds in thousandths that they tell the same. */
export interface SeenPair {
  readonly i: number
  readonly j: number
  readonly score: number
  /** Whether they must not be joined however like they are. */
  readonly isBarred: boolean
}

/** What the second look adds to the features of a pair, in this order: models/claims.bin was grown on it. */
export const contextFeatures: readonly string[] = [
  'first look',
  'best other partner in that report, greater side',
  'best other partner in that report, lesser side',
  'ahead of the better rival',
  'ahead of the lesser rival',
  'rivals ahead, lesser side',
  'rivals ahead, greater side',
  'likely partners, lesser side',
  'likely partners, greater side',
  'both like a third report’s',
  'one like a third report’s, the other not',
  'rest of the two sentences',
  'sentences around them',
  'one report',
]

/** As much as nothing in common. */
const least = -6000

/**
 * How each pair stands among all others: whether either side has a better partner in the other's report, whether a third report's
 * passage is like both, whether what is told around them is alike too. Reports tell a story in much the same order,
 * and each thing mostly once, so that the company of a pair tells as much as its words.
 * The cost grows with the number of pairs and how many each passage is in, which `findCandidates` limits.
 */
export function contextOf(profiles: readonly Profile[], pairs: readonly SeenPair[]): (pair: number) => number[] {
  const scores = Int32Array.from(pairs, ({ score, isBarred }) => (isBarred ? least : Math.max(least, score)))
  const reportOf = Int32Array.from(profiles, ({ passage }) => passage.page.report)
  const partnersOf = allPartners(profiles.length, pairs, scores)
  const sentenceOf = sentenceNumbers(profiles)
  const between = pairsBetweenSentences(sentenceOf, pairs)
  const bestBetween = (a: number, b: number, { i, j }: SeenPair) => {
    let best = least
    for (let p = between.first(a, b); p >= 0; p = between.next(p)) {
      const other = pairs[p]!
      const [x, y] = [sentenceOf[other.i]!, sentenceOf[other.j]!]
      if ((x !== a || y !== b) && (x !== b || y !== a)) continue
      const isOwn = other.i === i || other.j === j || other.i === j || other.j === i
      if (!isOwn && scores[p]! > best) best = scores[p]!
    }
    return best
  }
  return (p) => {
    const pair = pairs[p]!
    const { i, j, score } = pair
    const [mine, others] = [partnersOf(i), partnersOf(j)]
    const one = rivals(mine, j, score, reportOf)
    const other = rivals(others, i, score, reportOf)
    const { like, unlike } = thirds(mine, others, reportOf[i]!, reportOf[j]!, reportOf)
    const [a, b] = [sentenceOf[i]!, sentenceOf[j]!]
    let around = least
    for (const [x, y] of steps) around = Math.max(around, bestBetween(a + x, b + y, pair))
    const [ahead, behind] = [Math.max(one.best, other.best), Math.min(one.best, other.best)]
    return [
      scaled(score),
      scaled(ahead),
      scaled(behind),
      byte(128 + (score - ahead) / 40),
      byte(128 + (score - behind) / 40),
      byte(20 * Math.min(one.ahead, other.ahead)),
      byte(20 * Math.max(one.ahead, other.ahead)),
      byte(20 * Math.min(one.likely, other.likely)),
      byte(20 * Math.max(one.likely, other.likely)),
      scaled(like),
      byte(30 * unlike),
      scaled(bestBetween(a, b, pair)),
      scaled(around),
      reportOf[i] === reportOf[j] ? 255 : 0,
    ]
  }
}

/** The passages with which one was compared, from the first to the last of the story, and the scores. */
interface Partners {
  readonly others: Int32Array
  readonly scores: Int32Array
}

/** The partners of each passage, kept in two arrays for all of them. */
function allPartners(count: number, pairs: readonly SeenPair[], scores: Int32Array): (passage: number) => Partners {
  const starts = new Uint32Array(count + 1)
  for (const { i, j } of pairs) {
    starts[i + 1]!++
    starts[j + 1]!++
  }
  for (let i = 0; i < count; i++) starts[i + 1]! += starts[i]!
  const others = new Int32Array(2 * pairs.length)
  const theirs = new Int32Array(2 * pairs.length)
  const filled = starts.slice()
  const put = (i: number, other: number, score: number) => {
    const at = filled[i]!++
    others[at] = other
    theirs[at] = score
  }
  pairs.forEach(({ i, j }, p) => {
    put(i, j, scores[p]!)
    put(j, i, scores[p]!)
  })
  return (i) => ({
    others: others.subarray(starts[i]!, starts[i + 1]!),
    scores: theirs.subarray(starts[i]!, starts[i + 1]!),
  })
}

/** The sentence before, the same, the one after, on either side; not both the same. */
const steps: readonly (readonly [number, number])[] = [-1, 0, 1]
  .flatMap((x) => [-1, 0, 1].map((y) => [x, y] as const))
  .filter(([x, y]) => x !== 0 || y !== 0)

/** For each passage the number of its sentence among all of the story; between two reports one number is left out. */
function sentenceNumbers(profiles: readonly Profile[]): Int32Array {
  const lengths: number[] = []
  for (const { passage } of profiles) lengths[passage.page.report] = passage.page.reading.sentences.length
  const firsts: number[] = []
  let next = 1
  for (let report = 0; report < lengths.length; report++) {
    firsts.push(next)
    next += (lengths[report] ?? 0) + 1
  }
  return Int32Array.from(profiles, ({ passage }) => firsts[passage.page.report]! + passage.sentence.index)
}

/** The pairs between two sentences, by the numbers of these, and some others: the first and, after each, the next; −1 for none. */
interface PairsBetween {
  readonly first: (a: number, b: number) => number
  readonly next: (pair: number) => number
}

function pairsBetweenSentences(sentenceOf: Int32Array, pairs: readonly SeenPair[]): PairsBetween {
  const firsts = new Int32Array(2 ** Math.ceil(Math.log2(pairs.length + 2))).fill(-1)
  const nexts = new Int32Array(pairs.length)
  const placeOf = (a: number, b: number) => (a < b ? combine(a, b) : combine(b, a)) & (firsts.length - 1)
  pairs.forEach(({ i, j }, p) => {
    const place = placeOf(sentenceOf[i]!, sentenceOf[j]!)
    nexts[p] = firsts[place]!
    firsts[place] = p
  })
  return { first: (a, b) => firsts[placeOf(a, b)]!, next: (p) => nexts[p]! }
}

/** Who else in the partner's report is like a passage: the likest, how many are liker, and how many anywhere are likely the same. */
function rivals({ others, scores }: Partners, partner: number, score: number, reportOf: Int32Array) {
  let best = least
  let ahead = 0
  let likely = 0
  for (let k = 0; k < others.length; k++) {
    const rival = others[k]!
    if (rival === partner) continue
    if (scores[k]! > 0) likely++
    if (reportOf[rival] !== reportOf[partner]) continue
    best = Math.max(best, scores[k]!)
    if (scores[k]! > score) ahead++
  }
  return { best, ahead, likely }
}

/** The passage of a third report that is likest both, and how many there are that are like one and not the other. */
function thirds(mine: Partners, theirs: Partners, oneReport: number, otherReport: number, reportOf: Int32Array) {
  let like = least
  let unlike = 0
  // Both lists go from the first passage to the last, so that one walk meets all they share.
  for (let m = 0, t = 0; m < mine.others.length && t < theirs.others.length; ) {
    const passage = mine.others[m]!
    if (passage !== theirs.others[t]) {
      if (passage < theirs.others[t]!) m++
      else t++
      continue
    }
    const [first, score] = [mine.scores[m++]!, theirs.scores[t++]!]
    const report = reportOf[passage]
    if (report === oneReport || report === otherReport) continue
    like = Math.max(like, Math.min(first, score))
    if (Math.max(first, score) > 500 && Math.min(first, score) < -1500) unlike++
  }
  return { like, unlike }
}

/** Log-odds from −6 to about 4 as a whole number from 0 to 255. */
function scaled(score: number): number {
  return byte((score - least) / 40)
}

function byte(value: number): number {
  return Math.max(0, Math.min(255, Math.round(value)))
}
