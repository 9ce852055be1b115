import type { AlignedClaim } from '../model/alignment.js'
import type { Statement } from '../model/findings.js'

/**
 * Statements that assert the same thing, joined. This first version joins statements that share
 * predicate, polarity, agent and patient, with at least one of the two known and no differing date.
 */
export function joinClaims(statements: readonly Statement[]): AlignedClaim[] {
  const groups = new Map<string, Statement[]>()
  for (const statement of statements) {
    const key = joinKey(statement)
    groups.set(key, [...(groups.get(key) ?? []), statement])
  }
  return [...groups.values()].map((members, i) => ({
    id: `c${i + 1}`,
    gist: [...members].sort((a, b) => a.gist.length - b.gist.length)[0]!.gist,
    statements: members.map((s) => s.id),
    because: {
      rule: members.length > 1 ? 'same-event' : 'single',
      spans: members.map(({ report, start, end }) => ({ report, start, end })),
    },
  }))
}

function joinKey(statement: Statement): string {
  const entityIn = (role: string) => statement.event.roles.find((r) => r.role === role)?.entity ?? null
  const agent = entityIn('agent')
  const patient = entityIn('patient') ?? entityIn('recipient') ?? entityIn('place') ?? statement.where
  if (agent === null || patient === null) return statement.id
  return [statement.event.predicate, statement.polarity, agent, patient].join(' ')
}
