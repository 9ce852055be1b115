import type { Signature } from './signature.js'
import { cosine, rarityOf, type Vectors } from './vectors.js'

/** What is looked at in a pair of reports, by the places of `weights`. */
export const features = [
  'always',
  'words',
  'head',
  'names',
  'figures',
  'rarest shared name',
  'all shared names',
  'days between',
  'more than a month between',
  'two days at most between',
  'tell of one day',
  'both tell of a day',
  'words and names',
  'names, a month between',
  'root of words',
  'root of names',
] as const

/** Days taken to lie between two reports of which one is undated. */
const unknownDistance = 5

/** The figures of a pair of reports, in the order of `features`; each about between 0 and 1. */
export function featuresOf(a: number, b: number, signatures: readonly Signature[], vectors: Vectors): number[] {
  const [one, other] = [signatures[a]!, signatures[b]!]
  const [x, y] = [vectors.of[a]!, vectors.of[b]!]
  const words = cosine(x.words, y.words)
  const names = cosine(x.names, y.names)
  const shared = rarityOfShared(a, b, signatures.length, vectors)
  const days =
    one.published === null || other.published === null ? unknownDistance : Math.abs(one.published - other.published)
  const far = days > 30 ? 1 : 0
  const sameDay = [...one.told].some((day) => other.told.has(day))
  return [
    1,
    words,
    cosine(x.head, y.head),
    names,
    cosine(x.figures, y.figures),
    shared.rarest / 8,
    Math.min(shared.sum, 60) / 30,
    Math.log1p(days) / 4,
    far,
    days <= 2 ? 1 : 0,
    sameDay ? 1 : 0,
    one.told.size > 0 && other.told.size > 0 ? 1 : 0,
    words * names,
    names * far,
    Math.sqrt(words),
    Math.sqrt(names),
  ]
}

function rarityOfShared(
  a: number,
  b: number,
  reports: number,
  { of, frequency }: Vectors,
): { readonly rarest: number; readonly sum: number } {
  const [x, y] = [of[a]!.names.terms, of[b]!.names.terms]
  let rarest = 0
  let sum = 0
  for (let i = 0, j = 0; i < x.length && j < y.length; ) {
    const difference = x[i]! - y[j]!
    if (difference === 0) {
      const rarity = rarityOf(frequency.names[x[i]!]!, reports)
      sum += rarity
      rarest = Math.max(rarest, rarity)
      i++
      j++
    } else if (difference < 0) i++
    else j++
  }
  return { rarest, sum }
}

/** How likely two reports tell of one event, from 0 to 1: logistic regression, rounded so that every machine says the same. */
export function likeness(figures: readonly number[], weights: readonly number[]): number {
  const sum = figures.reduce((total, figure, i) => total + figure * (weights[i] ?? 0), 0)
  return Math.round(1e6 / (1 + Math.exp(-sum))) / 1e6
}
