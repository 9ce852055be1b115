import type { Alignment, Tie } from '../model/alignment.js'
import type { Claim, Derivation, Entity } from '../model/findings.js'
import type { Reading } from '../model/reading.js'
import { findTextTies } from './copying/ties.js'
import { wordLists } from './copying/words.js'
import { findCredits } from './credits/credits.js'
import { fromSharedVoices, fromTies } from './derivations.js'
import { gradeClaims } from './grade.js'
import { rootKey } from './places.js'
import { sourcesOf } from './sources.js'
import { whyOf } from './why.js'
import { countWitnesses, rootsOf, witnessesOf } from './witnesses.js'

/** Claims with their witnesses counted, and who leans on whom. */
export interface Independence {
  /** Graded as if nothing were disputed; `gradeClaims` settles the grade once the conflicts are known. */
  readonly claims: readonly Claim[]
  readonly derivations: readonly Derivation[]
  /** Those of the alignment, and outlets that only a credit line names. */
  readonly entities: readonly Entity[]
}

/**
 * Whether two statements so surely tell the same that a second voice counts. With a likeness of nine in ten and the same event more than
 * nine joins of ten are right (`npm run bench -- claims`).
 */
export function isSure({ likeness, isSameEvent }: Tie): boolean {
  return isSameEvent && likeness >= 0.9
}

/**
 * How many witnesses each claim really has, and on whom each report leans: first the credits, then the texts that reports share,
 * then for every claim its statements' roots, folded where they are one.
 */
export function findIndependence(readings: readonly Reading[], alignment: Alignment): Independence {
  const reports = readings.map((r) => r.report)
  const listWords = wordLists()
  const sources = sourcesOf(readings, alignment, listWords)
  const credits = findCredits(alignment, readings, sources.parties, sources.handles)
  const ties = findTextTies(readings, listWords)
  const textual = fromTies(ties, reports, credits)
  const story = sources.with(textual, ties, credits)

  const claimOf = new Map(alignment.claims.flatMap((c) => c.statements.map((id) => [id, c.id] as const)))
  const voices = fromSharedVoices(
    alignment.statements,
    (s) => rootKey(s, story),
    claimOf,
    readings,
    sources.nameOf,
    listWords,
  )
  const tied = new Set(textual.map((d) => [d.to, d.from].sort().join(' ')))
  const derivations = [
    ...credits.derivations,
    ...textual,
    ...voices.filter((d) => !tied.has([d.to, d.from].sort().join(' '))),
  ]

  const statements = new Map(alignment.statements.map((s) => [s.id, s]))
  const claims = alignment.claims.map(({ ties, ...claim }) => {
    const members = claim.statements.map((id) => statements.get(id)!)
    const weighed = witnessesOf(members, story, ties?.filter(isSure))
    const independent = countWitnesses(weighed)
    const why = whyOf(weighed, independent, sources.naming)
    const witnesses = weighed.map(({ known, voices, statements }) => ({ known, voices, statements }))
    return { ...claim, roots: rootsOf(weighed), independent, why, witnesses }
  })
  return { claims: gradeClaims(claims, []), derivations, entities: [...alignment.entities, ...credits.entities] }
}
