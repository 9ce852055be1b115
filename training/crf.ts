import { seeded, shuffled } from './random.js'

/** Sequences for a linear-chain model: each token a list of feature numbers and the right tag. */
export interface Sequences {
  /** Features of token i are features[starts[i]] … features[starts[i + 1] − 1]. */
  readonly starts: Uint32Array
  readonly features: Uint32Array
  readonly gold: Uint8Array
  /** First token and end of each sequence. */
  readonly ranges: readonly (readonly [number, number])[]
}

export interface CrfSettings {
  readonly tags: number
  readonly features: number
  readonly mayFollow: (tag: number, next: number) => boolean
  readonly mayBegin: (tag: number) => boolean
  readonly mayEnd: (tag: number) => boolean
  readonly epochs: number
  readonly rate: number
  /** Pull of every weight towards zero, each time its feature is met. */
  readonly shrink: number
  /** Share of features left out at random for each token while training, so that no single one is leant on. */
  readonly dropout: number
  readonly seed: number
  readonly afterEpoch?: (epoch: number, loss: number, crf: Crf) => void
}

/** Weights of a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001). */
export interface Crf {
  readonly tags: number
  /** Weight of tag t for feature f at f × tags + t. */
  readonly emissions: Float32Array
  /** Weight of tag b after tag a at a × tags + b. */
  readonly transitions: Float32Array
}

/**
 * Trains by stochastic gradient descent with a rate of its own for each weight (AdaGrad, Duchi, Hazan and Singer 2011),
 * and gives back the mean of the weights after the later epochs.
 */
export function trainCrf(data: Sequences, settings: CrfSettings): Crf {
  const { tags } = settings
  const emissions = new Float32Array(settings.features * tags)
  const emissionSquares = new Float32Array(settings.features * tags)
  const transitions = new Float32Array(tags * tags)
  const transitionSquares = new Float32Array(tags * tags)
  const crf: Crf = { tags, emissions, transitions }
  const mean = { emissions: new Float32Array(emissions.length), transitions: new Float32Array(transitions.length) }
  const averagedFrom = Math.floor(settings.epochs / 2)

  const longest = data.ranges.reduce((n, [from, end]) => Math.max(n, end - from), 1)
  const lattice = makeLattice(longest, settings)
  const random = seeded(settings.seed)
  const kept = new Uint32Array(4096)
  const keptStarts = new Uint32Array(longest + 1)
  let room = kept

  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    let loss = 0
    for (const [from, end] of shuffled(data.ranges, random)) {
      const most = data.starts[end]! - data.starts[from]!
      if (room.length < most) room = new Uint32Array(most * 2)
      let n = 0
      for (let i = from; i < end; i++) {
        keptStarts[i - from] = n
        for (let f = data.starts[i]!; f < data.starts[i + 1]!; f++) {
          if (settings.dropout === 0 || random() >= settings.dropout) room[n++] = data.features[f]!
        }
      }
      keptStarts[end - from] = n
      loss += lattice.forwardBackward(crf, room, keptStarts, data, from, end - from)
      descend(crf, emissionSquares, transitionSquares, lattice, room, keptStarts, end - from, settings)
    }
    if (epoch >= averagedFrom) {
      addTo(mean.emissions, emissions)
      addTo(mean.transitions, transitions)
    }
    settings.afterEpoch?.(epoch, loss / data.ranges.length, crf)
  }
  const rounds = settings.epochs - averagedFrom
  for (let i = 0; i < mean.emissions.length; i++) mean.emissions[i]! /= rounds
  for (let i = 0; i < mean.transitions.length; i++) mean.transitions[i]! /= rounds
  return { tags, ...mean }
}

function addTo(sum: Float32Array, values: Float32Array): void {
  for (let i = 0; i < sum.length; i++) sum[i]! += values[i]!
}

const tooSmall = 1e-4

function descend(
  crf: Crf,
  emissionSquares: Float32Array,
  transitionSquares: Float32Array,
  lattice: Lattice,
  features: Uint32Array,
  starts: Uint32Array,
  length: number,
  { rate, shrink }: CrfSettings,
): void {
  const { tags, emissions, transitions } = crf
  const { slopes, transitionSlopes } = lattice
  const active = new Uint8Array(tags)
  for (let i = 0; i < length; i++) {
    let count = 0
    for (let t = 0; t < tags; t++) if (Math.abs(slopes[i * tags + t]!) > tooSmall) active[count++] = t
    if (count === 0) continue
    for (let f = starts[i]!; f < starts[i + 1]!; f++) {
      const row = features[f]! * tags
      for (let a = 0; a < count; a++) {
        const t = active[a]!
        const at = row + t
        const slope = slopes[i * tags + t]! + shrink * emissions[at]!
        const square = emissionSquares[at]! + slope * slope
        emissionSquares[at] = square
        emissions[at]! -= (rate * slope) / Math.sqrt(square + 1)
      }
    }
  }
  for (const pair of lattice.pairs) {
    const slope = transitionSlopes[pair]!
    if (Math.abs(slope) <= tooSmall) continue
    transitionSquares[pair]! += slope * slope
    transitions[pair]! -= (rate * slope) / Math.sqrt(transitionSquares[pair]! + 1)
  }
}

interface Lattice {
  /** Expected minus right count, of each token and tag. */
  readonly slopes: Float64Array
  readonly transitionSlopes: Float64Array
  /** a × tags + b for all pairs of tags that may follow each other. */
  readonly pairs: Int32Array
  forwardBackward(
    crf: Crf,
    features: Uint32Array,
    starts: Uint32Array,
    data: Sequences,
    from: number,
    length: number,
  ): number
}

function makeLattice(longest: number, { tags, mayFollow, mayBegin, mayEnd }: CrfSettings): Lattice {
  const pairs: number[] = []
  for (let a = 0; a < tags; a++) for (let b = 0; b < tags; b++) if (mayFollow(a, b)) pairs.push(a * tags + b)
  const pairList = Int32Array.from(pairs)
  const fromTag = Uint8Array.from(pairs, (pair) => Math.floor(pair / tags))
  const toTag = Uint8Array.from(pairs, (pair) => pair % tags)
  const factors = new Float64Array(pairs.length)
  const potentials = new Float64Array(longest * tags)
  const forward = new Float64Array(longest * tags)
  const backward = new Float64Array(longest * tags)
  const scales = new Float64Array(longest)
  const slopes = new Float64Array(longest * tags)
  const transitionSlopes = new Float64Array(tags * tags)
  const scores = new Float64Array(tags)
  const carry = new Float64Array(tags)

  const forwardBackward: Lattice['forwardBackward'] = (crf, features, starts, { gold }, from, length) => {
    let goldScore = 0
    let logSum = 0
    for (let i = 0; i < length; i++) {
      scores.fill(0)
      for (let f = starts[i]!; f < starts[i + 1]!; f++) {
        const row = features[f]! * tags
        for (let t = 0; t < tags; t++) scores[t]! += crf.emissions[row + t]!
      }
      let top = -Infinity
      for (let t = 0; t < tags; t++) if (scores[t]! > top) top = scores[t]!
      for (let t = 0; t < tags; t++) potentials[i * tags + t] = Math.exp(scores[t]! - top)
      logSum += top
      goldScore += scores[gold[from + i]!]!
      if (i > 0) goldScore += crf.transitions[gold[from + i - 1]! * tags + gold[from + i]!]!
    }
    for (let p = 0; p < pairList.length; p++) factors[p] = Math.exp(crf.transitions[pairList[p]!]!)

    for (let i = 0; i < length; i++) {
      const here = i * tags
      if (i === 0) for (let t = 0; t < tags; t++) carry[t] = mayBegin(t) ? 1 : 0
      else {
        carry.fill(0)
        const previous = here - tags
        for (let p = 0; p < pairList.length; p++) carry[toTag[p]!]! += forward[previous + fromTag[p]!]! * factors[p]!
      }
      let sum = 0
      for (let t = 0; t < tags; t++) {
        forward[here + t] = carry[t]! * potentials[here + t]!
        if (i === length - 1 && !mayEnd(t)) forward[here + t] = 0
        sum += forward[here + t]!
      }
      scales[i] = sum
      for (let t = 0; t < tags; t++) forward[here + t]! /= sum
      logSum += Math.log(sum)
    }

    transitionSlopes.fill(0)
    for (let i = length - 1; i >= 0; i--) {
      const here = i * tags
      if (i === length - 1) for (let t = 0; t < tags; t++) backward[here + t] = mayEnd(t) ? 1 : 0
      else {
        const next = here + tags
        for (let t = 0; t < tags; t++) backward[here + t] = 0
        for (let p = 0; p < pairList.length; p++) {
          const b = next + toTag[p]!
          const weight = (factors[p]! * potentials[b]! * backward[b]!) / scales[i + 1]!
          backward[here + fromTag[p]!]! += weight
          transitionSlopes[pairList[p]!]! += forward[here + fromTag[p]!]! * weight
        }
      }
      for (let t = 0; t < tags; t++) slopes[here + t] = forward[here + t]! * backward[here + t]!
      slopes[here + gold[from + i]!]! -= 1
      if (i > 0) transitionSlopes[gold[from + i - 1]! * tags + gold[from + i]!]! -= 1
    }
    return logSum - goldScore
  }
  return { slopes, transitionSlopes, pairs: pairList, forwardBackward }
}
