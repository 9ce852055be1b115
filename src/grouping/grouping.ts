import type { StoryGroup } from '../model/groups.js'
import type { Report } from '../model/report.js'
import { findCandidates } from './candidates.js'
import { featuresOf, likeness } from './likeness.js'
import { type Link, mergeByAverage } from './merge.js'
import { signatureOf } from './signature.js'
import { vectorsOf } from './vectors.js'
import { leastLikeness, weights } from './weights.js'

/**
 * Sorts reports into stories by rare names, words, figures and the days they tell of, without parsing them
 * (after Miranda et al. 2018: sparse vectors a field each, time, and a learned decision whether to join).
 * The largest story first. The order in which reports are given does not matter.
 */
export function groupReports(reports: readonly Report[]): StoryGroup[] {
  const sorted = [...reports].sort((a, b) => compare(a.sha256, b.sha256) || compare(a.id, b.id))
  const sets = mergeByAverage(sorted.length, linksBetween(sorted), leastLikeness)
  const place = new Map(reports.map(({ id }, i) => [id, i]))
  return sets
    .map((set) => groupOf(set.map((i) => sorted[i]!).sort((a, b) => place.get(a.id)! - place.get(b.id)!)))
    .sort((a, b) => b.reports.length - a.reports.length || compare(a.from ?? '~', b.from ?? '~') || compare(a.id, b.id))
}

/** Two reports worth comparing, by their indices, with the figures of their likeness. */
export interface ScoredPair {
  readonly one: number
  readonly other: number
  readonly figures: readonly number[]
}

/** The pairs of reports that may be of one story; what training learns from. */
export function pairsOf(reports: readonly Report[]): ScoredPair[] {
  const signatures = reports.map(signatureOf)
  const vectors = vectorsOf(signatures)
  return findCandidates(vectors).map(([one, other]) => ({
    one,
    other,
    figures: featuresOf(one, other, signatures, vectors),
  }))
}

function linksBetween(reports: readonly Report[]): Link[] {
  return pairsOf(reports).map(({ one, other, figures }) => [one, other, likeness(figures, weights)] as const)
}

function groupOf(reports: readonly Report[]): StoryGroup {
  const dated = reports
    .filter(({ published }) => published !== null)
    .sort((a, b) => compare(a.published!, b.published!))
  const titled = [...dated, ...reports].find(({ title }) => title !== null)
  return {
    id: [...reports.map(({ sha256 }) => sha256.slice(0, 4))].sort().join('').slice(0, 16) || 'empty',
    title: titled?.title ?? 'Untitled',
    reports: reports.map(({ id }) => id),
    from: dated[0]?.published ?? null,
    to: dated.at(-1)?.published ?? null,
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
