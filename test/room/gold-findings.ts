import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readGold } from '../../bench/gold.js'
import { analyse } from '../../src/analyse.js'
import { readReports } from '../../src/intake/intake.js'
import type { Attribution, Claim, Conflict, Entity, Findings, Statement } from '../../src/model/findings.js'
import { overlaps, type Span } from '../../src/model/span.js'
import { packageFolder } from '../../src/storage/models.js'
import { models } from './models.js'
import { witnessesOf } from './witnesses.js'

const root = packageFolder()
const kinds = [
  'direct',
  'mixed',
  'indirect',
  'confirmation',
  'denial',
  'refusal',
  'document',
  'nominal',
  'agentless',
  'opinion',
] as const

/**
 * The lighthouse story as a careful reader annotated it, in the shape of findings: what the page would be given by an
 * engine that made no mistake. Reports and readings are the engine's own.
 */
export function goldFindings(): Findings {
  const folder = join(root, 'test/stories/lighthouse')
  const files = JSON.parse(readFileSync(join(folder, 'reports.json'), 'utf8')) as {
    id: string
    file: string
    date: string | null
    outlet: string | null
  }[]
  const { reports } = readReports(
    files.map(({ id, file, date, outlet }) => ({
      id,
      source: file,
      bytes: readFileSync(join(root, 'examples/lighthouse', file)),
      ...(date === null ? {} : { published: date }),
      ...(outlet === null ? {} : { outlet }),
    })),
  )
  const gold = readGold(folder, new Map(reports.map((report) => [report.id, report.text])))
  const base = analyse(reports, models(), { title: 'The lamp on Wether Rock' })
  // Gold calls entities by name; findings number them.
  const ids = new Map(gold.entities.map((entity, i) => [entity.id, `e${i + 1}`]))
  const idOf = (id: string): string => ids.get(id) ?? id
  const because = (spans: readonly Span[]) => ({ rule: 'gold', spans })

  const entities = gold.entities.map((entity): Entity => {
    const { type = 'person', roles = [] } = entity as { type?: Entity['type']; roles?: string[] }
    const names = entity.names ?? []
    const mentions = [...names, ...(entity.descriptions ?? [])].flatMap((form) =>
      reports.flatMap((report) =>
        occurrences(report.text, form).map((start) => ({
          report: report.id,
          start,
          end: start + form.length,
          how: names.includes(form) ? ('name' as const) : ('nominal' as const),
        })),
      ),
    )
    return {
      id: idOf(entity.id),
      type,
      name: entity.name ?? names[0] ?? entity.id,
      names,
      roles,
      descriptions: entity.descriptions ?? [],
      mentions,
      because: because(mentions.slice(0, 3)),
    }
  })
  const ranges = (spans: readonly Span[]) => spans.map(({ start, end }) => ({ start, end }))
  const attributions = gold.voices.map(
    (voice): Attribution => ({
      id: voice.id,
      report: voice.content[0]!.report,
      // Gold knows a kind or two that findings do not.
      kind: kinds.find((kind) => kind === voice.kind) ?? 'indirect',
      content: ranges(voice.content),
      cue: ranges((voice as { cue?: Span[] }).cue ?? []),
      source: ranges(voice.source ?? []),
      chain: voice.chain.map(idOf),
      because: because(voice.content),
    }),
  )
  const statements: Statement[] = []
  const claims = gold.claims.map((claim): Claim => {
    const ids = claim.spans.map((span) => {
      const attribution = attributions
        .filter((one) => one.report === span.report && one.content.some((range) => overlaps(range, span)))
        .sort((a, b) => b.chain.length - a.chain.length)[0]
      const id = `s${statements.length + 1}`
      const near = base.statements.filter((one) => one.report === span.report && overlaps(one, span))
      statements.push({
        ...span,
        id,
        gist: claim.gist,
        attribution: attribution?.id ?? null,
        chain: attribution?.chain ?? ['outlet'],
        stance: attribution === undefined ? 'stated' : 'claimed',
        polarity: 'positive',
        event: { predicate: near[0]?.event.predicate ?? 'be', roles: [] },
        when: near.find((one) => one.when !== null)?.when ?? null,
        where: null,
        numbers: near[0]?.numbers ?? [],
        because: because([span]),
      })
      return id
    })
    const { roots: named = [], why = '' } = claim as { roots?: string[]; why?: string }
    const independent = claim.independent ?? null
    const roots = named.map(idOf)
    return {
      id: claim.id,
      gist: claim.gist,
      statements: ids,
      roots,
      independent,
      witnesses: witnessesOf(statements.filter(({ id }) => ids.includes(id))),
      why,
      grade: { credibility: independent === null ? 6 : independent > 1 ? 2 : 3, because: why },
      because: because(claim.spans),
    }
  })
  const conflicts = gold.conflicts.map(
    (conflict): Conflict => ({
      id: conflict.id,
      kind: conflict.kind as Conflict['kind'],
      severity: conflict.severity as Conflict['severity'],
      update: (conflict as { update?: boolean }).update === true,
      note: conflict.note,
      because: because([]),
      sides: conflict.sides.map((side) => ({
        gist: (side as { gist?: string }).gist ?? '',
        evidence: side.evidence,
        statements: statements
          .filter((s) => side.evidence.some((span) => span.report === s.report && overlaps(span, s)))
          .map((s) => s.id),
      })),
    }),
  )
  return {
    ...base,
    entities,
    attributions,
    statements,
    claims,
    conflicts,
    derivations: (gold.derivations as Findings['derivations']).map((one) => ({ ...one, from: idOf(one.from) })),
    timeline: gold.timeline.flatMap((entry) =>
      entry.when === null
        ? []
        : [
            {
              when: entry.when,
              gist: entry.gist,
              disputed: entry.status === 'disputed',
              claims: claims
                .filter((claim) =>
                  claim.statements.some((id) => {
                    const s = statements.find((one) => one.id === id)!
                    return entry.evidence.some((span) => span.report === s.report && overlaps(span, s))
                  }),
                )
                .map((claim) => claim.id),
            },
          ],
    ),
  }
}

function occurrences(text: string, form: string): number[] {
  const found: number[] = []
  for (let at = text.indexOf(form); at >= 0 && form !== ''; at = text.indexOf(form, at + form.length)) found.push(at)
  return found
}
