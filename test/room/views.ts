import type { Findings } from '../../src/model/findings.js'

/** The address of every view, and of every kind of apparatus, in a story. */
export function addresses(findings: Findings): Readonly<Record<string, string>> {
  const most = [...findings.claims].sort((a, b) => b.statements.length - a.statements.length)[0]
  const statement = findings.statements.find((s) => s.id === most?.statements[0])
  const voice = findings.entities.find((e) => findings.statements.some((s) => s.chain.at(-1) === e.id))
  const relayed = findings.statements.find((s) => s.chain.length > 1)
  return {
    front: '#view=front',
    claims: '#view=claims',
    claim: `#claim=${most?.id}`,
    conflicts: '#view=conflicts',
    conflict: `#conflict=${findings.conflicts[0]?.id ?? 'none'}`,
    update: `#conflict=${findings.conflicts.find((conflict) => conflict.update)?.id ?? 'none'}&kind=update`,
    stemma: '#view=stemma',
    off: `#view=stemma&off=${voice?.id}&edge=${voice?.id}`,
    edge: `#view=stemma&edge=${encodeURIComponent(`${relayed?.chain[1]}>${relayed?.report}`)}`,
    reader: '#view=reader',
    sentence: `#view=reader&report=${statement?.report}&statement=${statement?.id}`,
    timeline: '#view=timeline',
    map: '#view=map',
    people: '#view=people',
    entity: `#entity=${voice?.id}`,
    take: '#view=take',
    add: '#view=add',
  }
}
