import type { Claim, Conflict, Grade } from '../model/findings.js'

/** A claim before its grade is settled. */
export type UngradedClaim = Omit<Claim, 'grade'>

/**
 * The credibility of each claim on the Admiralty scale (NATO AJP-2.1, FM 2-22.3), derived from its witnesses and its conflicts alone;
 * the rules stand in docs/grades.md. Reliability is never derived: a person sets it.
 */
export function gradeClaims(claims: readonly UngradedClaim[], conflicts: readonly Conflict[]): Claim[] {
  const sidesOf = new Map<string, { conflict: Conflict; side: number }[]>()
  for (const conflict of conflicts)
    conflict.sides.forEach((side, i) => {
      for (const id of side.statements) sidesOf.set(id, [...(sidesOf.get(id) ?? []), { conflict, side: i }])
    })
  const claimOf = new Map(claims.flatMap((claim) => claim.statements.map((id) => [id, claim] as const)))
  return claims.map((claim) => ({ ...claim, grade: gradeOf(claim, disputesOf(claim, sidesOf, claimOf)) }))
}

/** A dispute seen from one claim. */
interface Dispute {
  readonly hard: boolean
  /** Whether the claim itself holds both sides, so that the reports differ within it. */
  readonly within: boolean
  /** Known witnesses of the strongest claim on another side. */
  readonly against: number
}

// A figure that grows with time, a slip and a mere difference of framing are no disputes.
function disputesOf(
  claim: UngradedClaim,
  sidesOf: ReadonlyMap<string, readonly { conflict: Conflict; side: number }[]>,
  claimOf: ReadonlyMap<string, UngradedClaim>,
): Dispute[] {
  const mine = claim.statements.flatMap((id) => sidesOf.get(id) ?? [])
  return mine
    .filter(({ conflict }) => conflict.severity !== 'error' && !conflict.update)
    .map(({ conflict, side }) => {
      const others = conflict.sides.filter((_, i) => i !== side).flatMap((s) => s.statements)
      const claims = [...new Set(others.map((id) => claimOf.get(id)))].filter((c) => c !== undefined)
      return {
        hard: conflict.severity === 'hard',
        within: claims.includes(claim),
        against: Math.max(0, ...claims.filter((c) => c !== claim).map(knownIn)),
      }
    })
}

function knownIn({ witnesses }: Pick<Claim, 'witnesses'>): number {
  return witnesses.filter((w) => w.known).length
}

function gradeOf({ independent, witnesses }: UngradedClaim, disputes: readonly Dispute[]): Grade {
  const hard = disputes.filter((d) => d.hard)
  const known = knownIn({ witnesses })
  const contradicted = hard.find((d) => !d.within && d.against > known)
  if (contradicted) {
    return {
      credibility: 5,
      because: `contradicted by ${number(contradicted.against, 'independent witness', 'independent witnesses')} against ${known === 0 ? 'none that is known' : known}`,
    }
  }
  if (hard.length > 0)
    return { credibility: 4, because: 'disputed: another account in the reports cannot be true at the same time' }
  if (known === 0) {
    return {
      credibility: 6,
      because: independent === null ? 'its witnesses cannot be counted' : 'no report says where it has it from',
    }
  }
  if (known >= 2) {
    return disputes.length === 0
      ? {
          credibility: 1,
          because: `confirmed by ${number(known, 'witness', 'independent witnesses')}, and nothing speaks against it`,
        }
      : {
          credibility: 2,
          because: `${number(known, 'witness', 'independent witnesses')}, but the accounts differ in detail`,
        }
  }
  return disputes.length === 0
    ? { credibility: 3, because: 'one witness only; nothing confirms it and nothing speaks against it' }
    : { credibility: 4, because: 'one witness only, and the accounts differ' }
}

function number(n: number, one: string, many: string): string {
  return n === 1 ? `1 ${one}` : `${n} ${many}`
}
