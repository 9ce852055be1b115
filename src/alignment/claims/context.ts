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
  const scores = pairs.map(({ score, isBarred }) => (isBarred ? least : Math.max(least, score)))
  const reportOf = profiles.map(({ passage }) => passage.page.report)
  const partners: Partner[][] = profiles.map(() => [])
  pairs.forEach(({ i, j }, p) => {
    partners[i]!.push({ other: j, score: scores[p]! })
    partners[j]!.push({ other: i, score: scores[p]! })
  })
  const between = pairsBetweenSentences(profiles, pairs)
  const bestBetween = (a: Place, b: Place, without?: SeenPair) => {
    let best = least
    for (const p of between.get(keyOf(a, b)) ?? []) {
      const { i, j } = pairs[p]!
      const isOwn = without && (i === without.i || j === without.j || i === without.j || j === without.i)
      if (!isOwn) best = Math.max(best, scores[p]!)
    }
    return best
  }
  return (p) => {
    const pair = pairs[p]!
    const { i, j, score } = pair
    const one = rivals(partners[i]!, j, score, reportOf)
    const other = rivals(partners[j]!, i, score, reportOf)
    const { like, unlike } = thirds(partners[i]!, partners[j]!, reportOf[i]!, reportOf[j]!, reportOf)
    const [a, b] = [placeOf(profiles[i]!), placeOf(profiles[j]!)]
    let around = least
    for (const [x, y] of steps) around = Math.max(around, bestBetween(moved(a, x), moved(b, y), pair))
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

interface Partner {
  readonly other: number
  readonly score: number
}

interface Place {
  readonly report: number
  readonly sentence: number
}

/** The sentence before, the same, the one after, on either side; not both the same. */
const steps: readonly (readonly [number, number])[] = [-1, 0, 1]
  .flatMap((x) => [-1, 0, 1].map((y) => [x, y] as const))
  .filter(([x, y]) => x !== 0 || y !== 0)

function placeOf({ passage }: Profile): Place {
  return { report: passage.page.report, sentence: passage.sentence.index }
}

function moved({ report, sentence }: Place, by: number): Place {
  return { report, sentence: sentence + by }
}

function keyOf(a: Place, b: Place): string {
  const [x, y] = [`${a.report}.${a.sentence}`, `${b.report}.${b.sentence}`]
  return x < y ? `${x} ${y}` : `${y} ${x}`
}

function pairsBetweenSentences(profiles: readonly Profile[], pairs: readonly SeenPair[]): Map<string, number[]> {
  const found = new Map<string, number[]>()
  pairs.forEach(({ i, j }, p) => {
    const key = keyOf(placeOf(profiles[i]!), placeOf(profiles[j]!))
    const list = found.get(key)
    if (list) list.push(p)
    else found.set(key, [p])
  })
  return found
}

/** Who else in the partner's report is like a passage: the likest, how many are liker, and how many anywhere are likely the same. */
function rivals(partners: readonly Partner[], partner: number, score: number, reportOf: readonly number[]) {
  let best = least
  let ahead = 0
  let likely = 0
  for (const rival of partners) {
    if (rival.other === partner) continue
    if (rival.score > 0) likely++
    if (reportOf[rival.other] !== reportOf[partner]) continue
    best = Math.max(best, rival.score)
    if (rival.score > score) ahead++
  }
  return { best, ahead, likely }
}

/** The passage of a third report that is likest both, and how many there are that are like one and not the other. */
function thirds(
  mine: readonly Partner[],
  others: readonly Partner[],
  oneReport: number,
  otherReport: number,
  reportOf: readonly number[],
) {
  const scoreOf = new Map(mine.map(({ other, score }) => [other, score] as const))
  let like = least
  let unlike = 0
  for (const { other, score } of others) {
    const report = reportOf[other]
    const first = scoreOf.get(other)
    if (first === undefined || report === oneReport || report === otherReport) continue
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
