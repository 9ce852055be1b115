import type { Claim } from '../model/findings.js'
import { extentOf } from '../presentation/dates.js'
import { isDisputed, type Story, standingOf } from '../presentation/story.js'
import type { Route } from './route.js'
import { type Found, searchClaims } from './search.js'

/** The claims that pass the filters in the address: search, report, person, grade, standing, disputed, from and to. */
export function filterClaims(story: Story, route: Route): Filtered {
  const tests = [
    byReport(story, route['in']),
    byPerson(story, route['who']),
    route['grade'] && ((claim: Claim) => String(claim.grade.credibility) === route['grade']),
    route['standing'] && ((claim: Claim) => standingOf(claim) === route['standing']),
    route['disputed'] && ((claim: Claim) => isDisputed(claim, story)),
    byDate(story, route['from'], route['to']),
  ].filter((test) => typeof test === 'function')
  const found = searchClaims(story, route['q'] ?? '')
  const all = story.findings.claims
  const closeness = new Map([...(found?.scores ?? [])].map(([i, score]) => [all[i]?.id, score]))
  const kept = all.filter(
    (claim) => (found === undefined || closeness.has(claim.id)) && tests.every((test) => test(claim)),
  )
  const respelt = found?.respelt ?? []
  if (route['sort'] === 'text') return { claims: kept, respelt }
  const rank = new Map(
    kept.map((claim) => [claim.id, new Set(claim.statements.map((id) => story.statements.get(id)?.report)).size]),
  )
  const claims = [...kept].sort(
    (a, b) =>
      (closeness.get(b.id) ?? 0) - (closeness.get(a.id) ?? 0) ||
      (rank.get(b.id) ?? 0) - (rank.get(a.id) ?? 0) ||
      (b.independent ?? 0) - (a.independent ?? 0),
  )
  return { claims, respelt }
}

/** The claims that are left, closest to the search first, then those in most reports; and the words that were read as others. */
export interface Filtered {
  readonly claims: readonly Claim[]
  readonly respelt: Found['respelt']
}

/** The names of the filters; each is a key of the address. */
export const filterKeys = ['q', 'in', 'who', 'grade', 'standing', 'disputed', 'from', 'to'] as const

type Test = ((claim: Claim) => boolean) | undefined

function byReport(story: Story, report: string | undefined): Test {
  return report ? (claim) => claim.statements.some((id) => story.statements.get(id)?.report === report) : undefined
}

function byPerson(story: Story, who: string | undefined): Test {
  if (!who) return undefined
  return (claim) =>
    claim.statements.some((id) => {
      const statement = story.statements.get(id)
      return statement?.chain.includes(who) || statement?.event.roles.some((role) => role.entity === who)
    })
}

function byDate(story: Story, from: string | undefined, to: string | undefined): Test {
  const first = from ? extentOf(from)?.from : undefined
  const last = to ? extentOf(to)?.to : undefined
  if (first === undefined && last === undefined) return undefined
  return (claim) =>
    claim.statements.some((id) => {
      const when = story.statements.get(id)?.when
      const extent = when == null ? null : extentOf(when.edtf)
      return (
        extent !== null &&
        extent.to > (first ?? Number.NEGATIVE_INFINITY) &&
        extent.from < (last ?? Number.POSITIVE_INFINITY)
      )
    })
}
