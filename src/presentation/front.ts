import { unnamedVoice } from '../model/alignment.js'
import type { Claim, Conflict } from '../model/findings.js'
import { onlyDescribes } from './descriptions.js'
import { isDisputed, reportsOf, type Standing, type Story, standingOf, weighs } from './story.js'

/** What a reader must know in thirty seconds, out of the findings and nothing else. */
export interface Front {
  readonly reports: number
  readonly claims: number
  readonly standing: Readonly<Record<Standing, number>>
  readonly disputed: number
  /** Undisputed claims on two or more independent witnesses, those in most reports first. */
  readonly firm: readonly Claim[]
  /** Conflicts in which someone must be wrong, hard ones first. */
  readonly conflicts: readonly Conflict[]
  /** Figures that grew with the time of publication. */
  readonly updates: number
  /** On whom most hangs, first the one with most. */
  readonly hinges: readonly Hinge[]
  /** The same in words, one sentence each. */
  readonly sentences: readonly string[]
}

/** A voice and what would fall without it. */
export interface Hinge {
  readonly voice: string
  /** Claims that go back to it alone. */
  readonly alone: readonly Claim[]
  /** Claims that go back to it and others. */
  readonly shared: number
}

/** The front page of a story. */
export function frontOf(story: Story): Front {
  const { findings } = story
  const standing: Record<Standing, number> = { several: 0, one: 0, unknown: 0 }
  for (const claim of findings.claims) standing[standingOf(claim)] += 1
  const disputed = findings.claims.filter((claim) => isDisputed(claim, story))
  const front = {
    reports: findings.reports.length,
    claims: findings.claims.length,
    standing,
    disputed: disputed.length,
    firm: findings.claims
      .filter((claim) => standingOf(claim) === 'several' && !isDisputed(claim, story))
      .map((claim) => ({ claim, carried: reportsOf(claim, story).length }))
      .sort(
        (a, b) =>
          Number(onlyDescribes(a.claim, story.statements)) - Number(onlyDescribes(b.claim, story.statements)) ||
          (b.claim.independent ?? 0) - (a.claim.independent ?? 0) ||
          b.carried - a.carried,
      )
      .map(({ claim }) => claim),
    conflicts: findings.conflicts
      .filter(weighs)
      .sort((a, b) => weight(b) - weight(a) || b.sides.length - a.sides.length),
    updates: findings.conflicts.filter((conflict) => conflict.update).length,
    hinges: hingesOf(story),
  }
  return { ...front, sentences: sentencesOf(front, story) }
}

/** The sources on which most hangs: named voices by the number of claims that go back to them alone. */
export function hingesOf(story: Story): Hinge[] {
  const alone = new Map<string, Claim[]>()
  const shared = new Map<string, number>()
  for (const claim of story.findings.claims) {
    const [only, other] = claim.roots
    if (only !== undefined && other === undefined)
      alone
        .set(only, alone.get(only) ?? [])
        .get(only)
        ?.push(claim)
    else for (const root of claim.roots) shared.set(root, (shared.get(root) ?? 0) + 1)
  }
  return [...new Set([...alone.keys(), ...shared.keys()])]
    .filter((voice) => voice !== 'outlet' && voice !== unnamedVoice)
    .map((voice) => ({ voice, alone: alone.get(voice) ?? [], shared: shared.get(voice) ?? 0 }))
    .sort((a, b) => b.alone.length - a.alone.length || b.shared - a.shared)
}

function sentencesOf(front: Omit<Front, 'sentences'>, { entities }: Story): string[] {
  const { reports, claims, standing, disputed, conflicts, updates, hinges } = front
  if (reports === 0) return ['Nothing has been read yet.']
  if (claims === 0)
    return [`${capital(counted(reports, 'report'))}, and no claim was found in ${reports === 1 ? 'it' : 'them'}.`]
  const said = [
    `${capital(counted(reports, 'report'))}.`,
    `Of ${counted(claims, 'claim')}, ${inWords(standing.several)} ${stand(standing.several)} on two or more independent witnesses, ${inWords(standing.one)} on one, and for ${inWords(standing.unknown)} the witnesses cannot be told.`,
  ]
  if (reports === 1) said.push('A single report can never confirm itself: add another to compare.')
  if (conflicts.length > 0) {
    said.push(
      `The reports cannot all be right in ${inWords(conflicts.length)} ${conflicts.length === 1 ? 'place' : 'places'}; ${inWords(disputed)} ${disputed === 1 ? 'claim is' : 'claims are'} disputed.`,
    )
  } else if (reports > 1) said.push('No place was found where the reports cannot all be right.')
  if (updates > 0) said.push(`In ${counted(updates, 'place')} later reports merely moved on, which is no quarrel.`)
  const [first, second] = hinges
  if (first !== undefined && first.alone.length > 1) {
    const name = (voice: string): string => entities.get(voice)?.name ?? voice
    const next =
      second !== undefined && second.alone.length > 1
        ? `, and ${counted(second.alone.length, 'claim')} on that of ${name(second.voice)}`
        : ''
    said.push(
      `${capital(counted(first.alone.length, 'claim'))} rest${first.alone.length === 1 ? 's' : ''} on the word of ${name(first.voice)} alone${next}.`,
    )
  }
  return said
}

function weight(conflict: Conflict): number {
  return { hard: 2, error: 1, soft: 0 }[conflict.severity]
}

const small = [
  'none',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]

function inWords(n: number): string {
  return small[n] ?? String(n)
}

function stand(n: number): string {
  return n === 1 ? 'stands' : 'stand'
}

function counted(n: number, one: string): string {
  return `${inWords(n)} ${n === 1 ? one : `${one}s`}`
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
