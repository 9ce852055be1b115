import type { Claim, Conflict } from '../model/findings.js'
import { describingClaims } from './descriptions.js'
import { isDisputed, reportsOf, type Standing, type Story, standingOf, voiceName, weighs } from './story.js'

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
  /** The same in words, one sentence each. */
  readonly sentences: readonly string[]
}

/** The front page of a story. */
export function frontOf(story: Story): Front {
  const { findings } = story
  const standing: Record<Standing, number> = { several: 0, one: 0, unknown: 0 }
  for (const claim of findings.claims) standing[standingOf(claim)] += 1
  const describing = describingClaims(findings.claims, story.statements)
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
          Number(describing.has(a.claim)) - Number(describing.has(b.claim)) ||
          (b.claim.independent ?? 0) - (a.claim.independent ?? 0) ||
          b.carried - a.carried,
      )
      .map(({ claim }) => claim),
    conflicts: findings.conflicts
      .filter(weighs)
      .sort((a, b) => weight(b) - weight(a) || b.sides.length - a.sides.length),
    updates: findings.conflicts.filter((conflict) => conflict.update).length,
  }
  return { ...front, sentences: sentencesOf(front, describing, story) }
}

function sentencesOf(front: Omit<Front, 'sentences'>, describing: ReadonlySet<Claim>, story: Story): string[] {
  const { reports, claims, standing, firm, disputed, conflicts, updates } = front
  if (reports === 0) return ['Nothing has been read yet.']
  if (claims === 0)
    return [`${capital(counted(reports, 'report'))}, and no claim was found in ${reports === 1 ? 'it' : 'them'}.`]
  const said = [
    `${capital(counted(reports, 'report'))} ${reports === 1 ? 'makes' : 'make'} ${counted(claims, 'claim')}.`,
    standingWords(standing, standing.several - firm.length, firm.filter((claim) => describing.has(claim)).length),
  ]
  if (reports === 1) said.push('A single report can never confirm itself: add another to compare.')
  if (conflicts.length > 0) {
    said.push(
      `The reports cannot all be right in ${inWords(conflicts.length)} ${conflicts.length === 1 ? 'place' : 'places'}; ${inWords(disputed)} ${disputed === 1 ? 'claim is' : 'claims are'} disputed.`,
    )
  } else if (reports > 1) said.push('No place was found where the reports cannot all be right.')
  if (updates > 0) said.push(`In ${counted(updates, 'place')} later reports merely moved on, which is no quarrel.`)
  const [first, second] = story.hinges.filter(({ falls }) => falls > 1)
  if (first !== undefined) {
    const next =
      second === undefined ? '' : `, and without ${voiceName(second.source, undefined, story)} ${inWords(second.falls)}`
    said.push(
      `Without ${voiceName(first.source, undefined, story)} ${counted(first.falls, 'claim')} would fall${next}.`,
    )
  }
  return said
}

function standingWords({ several, one, unknown }: Front['standing'], disputed: number, describing: number): string {
  const some = (n: number, isOne: string, areMany: string) =>
    n === 0 ? [] : [n === 1 ? `one of these claims ${isOne}` : `${inWords(n)} of these ${areMany}`]
  const asides = [
    ...some(describing, 'only tells who somebody is', 'only tell who somebody is'),
    ...some(disputed, 'is disputed', 'are disputed'),
  ]
  const but = asides.length === 0 ? '' : ` (${asides.join(', ')})`
  const parts = [
    `${capital(inWords(several))} ${stand(several)} on two or more independent witnesses${but}`,
    `${inWords(one)} on one witness`,
    ...(unknown === 0 ? [] : [`for ${inWords(unknown)} the witnesses cannot be told`]),
  ]
  return `${parts.slice(0, -1).join(', ')}${parts.length > 2 ? ',' : ''} and ${parts.at(-1)}.`
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
  return n < 2 ? 'stands' : 'stand'
}

function counted(n: number, one: string): string {
  return `${inWords(n)} ${n === 1 ? one : `${one}s`}`
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
