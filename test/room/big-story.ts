import type { Attribution, Claim, Conflict, Entity, Findings, Statement } from '../../src/model/findings.js'
import type { Report } from '../../src/model/report.js'
import { witnessesOf } from './witnesses.js'

const verbs = ['struck', 'left', 'warned', 'found', 'repaired', 'saw', 'denied', 'carried', 'closed', 'signed']
const things = ['the reef', 'the lamp', 'the ferry', 'the harbour log', 'the contract', 'the causeway', 'the batteries']

/** A story of any size with everything in it: for the speed of the page. Each report has `per` sentences, each a statement; three quarters of the claims are carried by several reports. */
export function bigStory(reportCount: number, per: number): Findings {
  const because = { rule: 'made', spans: [] }
  const voices = Math.max(4, Math.round(reportCount / 4))
  const entities: Entity[] = Array.from({ length: voices }, (_, i) => ({
    id: `e${i + 1}`,
    type: i % 3 === 0 ? 'organisation' : 'person',
    name: `Voice ${i + 1} of Port Aldane`,
    names: [`Voice ${i + 1}`],
    descriptions: ['a witness'],
    roles: ['witness'],
    mentions: [],
    because,
    ...(i % 9 === 0
      ? { place: { lat: 40 + (i % 20), lon: (i * 7) % 60, precision: 'point' as const, gazetteer: 'cities' } }
      : {}),
  }))
  const reports: Report[] = []
  const readings: Findings['readings'][number][] = []
  const statements: Statement[] = []
  const attributions: Attribution[] = []
  const members = new Map<number, string[]>()
  for (let r = 0; r < reportCount; r++) {
    const id = `r${r + 1}`
    const sentences: { start: number; end: number; kind: 'prose' }[] = []
    let text = `Report ${r + 1} on the ferry\n\n`
    for (let i = 0; i < per; i++) {
      const claim = (i * 7 + r * 259) % Math.max(1, Math.round((reportCount * per) / 5))
      const voice = entities[(claim + (r % 3)) % voices]!
      const said = `${things[claim % 7]} ${claim} ${verbs[claim % 10]} ${things[(claim + 2) % 7]} that night`
      const whole = `According to ${voice.names[0]}, ${said}.`
      const start = text.length
      const at = start + whole.indexOf(said)
      text += `${whole}${i % 5 === 4 ? '\n\n' : ' '}`
      sentences.push({ start, end: start + whole.length, kind: 'prose' })
      const chain =
        claim % 4 === 0 ? ['outlet'] : claim % 7 === 0 ? ['outlet', entities[0]!.id, voice.id] : ['outlet', voice.id]
      const sid = `s${statements.length + 1}`
      attributions.push({
        id: `a${sid}`,
        report: id,
        kind: 'indirect',
        content: [{ start: at, end: at + said.length }],
        cue: [{ start, end: start + 12 }],
        source: [{ start: start + 13, end: start + 13 + voice.names[0]!.length }],
        chain,
        because,
      })
      statements.push({
        id: sid,
        report: id,
        start: at,
        end: at + said.length,
        gist: said,
        attribution: chain.length > 1 ? `a${sid}` : null,
        chain,
        stance: 'claimed',
        polarity: 'positive',
        event: { predicate: 'strike', roles: [] },
        when: { edtf: `2024-06-${String((claim % 28) + 1).padStart(2, '0')}`, known: ['day'], start: at, end: at + 4 },
        where: null,
        numbers: [],
        because,
      })
      members.set(claim, [...(members.get(claim) ?? []), sid])
    }
    reports.push({
      id,
      source: `report-${r + 1}.txt`,
      text,
      sha256: 'a'.repeat(64),
      title: `Report ${r + 1} on the ferry`,
      outlet: `Outlet ${r + 1}`,
      byline: null,
      published: `2024-06-${String((r % 28) + 1).padStart(2, '0')}`,
      publishedBecause: 'given',
      furniture: [],
    })
    readings.push({ report: id, sentences, times: [], numbers: [] })
  }
  const byId = new Map(statements.map((s) => [s.id, s]))
  const claims: Claim[] = [...members].map(([n, ids]) => {
    const roots = [...new Set(ids.map((id) => byId.get(id)!.chain.at(-1)!))].sort()
    const independent = roots.includes('outlet') ? null : roots.length
    return {
      id: `c${n + 1}`,
      gist: byId.get(ids[0]!)!.gist,
      statements: ids,
      roots,
      independent,
      witnesses: witnessesOf(ids.map((id) => byId.get(id)!)),
      why: 'made for a test',
      grade: { credibility: independent === null ? 6 : independent > 1 ? 2 : 3, because: 'made for a test' },
      because,
    }
  })
  const conflicts: Conflict[] = claims.slice(0, 200).flatMap((claim, i) => {
    const [first, second] = claim.statements.map((id) => byId.get(id)!)
    if (first === undefined || second === undefined) return []
    return [
      {
        id: `x${i + 1}`,
        kind: 'date' as const,
        severity: i % 2 === 0 ? ('hard' as const) : ('soft' as const),
        update: false,
        note: `They differ on ${claim.gist}.`,
        because,
        sides: [first, second].map((s) => ({
          gist: s.when!.edtf,
          statements: [s.id],
          evidence: [{ report: s.report, start: s.start, end: s.end }],
        })),
      },
    ]
  })
  return {
    stemma: '0.1.0',
    story: { id: 'big', title: `A story of ${reportCount} reports` },
    reports,
    readings,
    entities,
    attributions,
    statements,
    claims,
    conflicts,
    derivations: reports
      .slice(1, 60)
      .map((report, i) => ({ to: report.id, from: reports[i % 7]!.id, kind: 'rewrites', evidence: [], note: 'made' })),
    timeline: claims.map((claim) => ({
      when: byId.get(claim.statements[0]!)!.when!.edtf,
      gist: claim.gist,
      claims: [claim.id],
      disputed: false,
    })),
    notes: [],
  }
}
