/** Chance that is the same on every run: mulberry32. */
export interface Random {
  /** From 0 up to 1. */
  readonly next: () => number
  readonly chance: (probability: number) => boolean
  /** A whole number from 0 up to, and without, `n`. */
  readonly below: (n: number) => number
  readonly pick: <T>(list: readonly T[]) => T
  readonly shuffled: <T>(list: readonly T[]) => T[]
}

/** A source of chance from a seed. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const below = (n: number) => Math.floor(next() * n)
  return {
    next,
    chance: (probability) => next() < probability,
    below,
    pick: (list) => list[below(list.length)]!,
    shuffled: (list) => {
      const left = [...list]
      return Array.from({ length: left.length }, () => left.splice(below(left.length), 1)[0]!)
    },
  }
}
