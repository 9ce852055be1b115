import { isDenial } from '../../model/denial.js'
import type { Statement } from '../../model/findings.js'
import type { Profile } from './profiles.js'

/** One statement of a claim. */
interface Member {
  readonly statement: Statement
  readonly profile: Profile | undefined
  /** How like the others of the claim it is, on average: log-odds in thousandths above the least. */
  readonly warmth: number
}

/** Whoever is so much less like the others, in thousandths of log-odds, may not belong, and does not speak for them. */
const mayNotBelong = 1200

/**
 * The clearest way in which a claim is put: a full sentence with a named agent and a date before a shorter one without;
 * neither a heading nor a long-winded one, nor one on the edge of the claim. What the claim is that somebody denies is marked so:
 * "The lamp was out (denied)". Equals go by their words, so that the order of the reports does not count.
 */
export function clearestGist(members: readonly Member[]): string {
  const warmest = Math.max(...members.map(({ warmth }) => warmth))
  const inside = members.filter(({ warmth }) => warmth >= warmest - mayNotBelong)
  const ranked = inside.map(({ statement, profile }) => ({
    gist: isDenial(statement) ? `${statement.gist} (${statement.stance})` : statement.gist,
    points: clarity(statement, profile),
  }))
  ranked.sort((a, b) => b.points - a.points || a.gist.length - b.gist.length || (a.gist < b.gist ? -1 : 1))
  return ranked[0]!.gist
}

function clarity(statement: Statement, profile: Profile | undefined): number {
  const { gist, event, when, because } = statement
  const words = gist.split(' ').length
  let points = 0
  if (because.rule === 'main-clause' || because.rule === 'subordinate-clause') points += 2
  if (profile?.agent?.kind === 'name' || profile?.patient?.kind === 'name') points += 3
  if (event.roles.length >= 2) points += 2
  if (when !== null) points += 1
  if (profile?.isHeading) points -= 2
  if (isDenial(statement)) points -= 2
  if (statement.factuality === 'unreal') points -= 2
  // That somebody said it is not what is claimed, where others tell the thing itself.
  if (profile?.saying) points -= 5
  if (statement.stance === 'stated' || statement.stance === 'confirmed') points += 1
  if (/^(?:I|We|You|He|She|It|They|This|That|These|Those|Who|Which|What|Someone)\b/.test(gist)) points -= 3
  if (/["“”]/.test(gist)) points -= 1
  if (words < 4) points -= 3
  if (words > 22) points -= Math.min(4, Math.floor((words - 18) / 4))
  return points
}
