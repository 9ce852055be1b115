import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { analyse, loadModels, type Models } from '../src/analyse.js'
import { readReports } from '../src/intake/intake.js'
import type { Findings } from '../src/model/findings.js'
import { renderJson } from '../src/presentation/json.js'
import { readFiles } from '../src/storage/files.js'
import { readModel } from '../src/storage/models.js'

let loaded: Models | undefined

/** The shipped models, read once for all tests of a file. */
export function models(): Models {
  loaded ??= loadModels(readModel)
  return loaded
}

/**
 * Reads a folder of reports as the command line does, compares what is found with `findings.json` in the golden folder,
 * and checks the laws that hold for every story. A mismatch writes `findings-changed.json` beside the golden:
 * read the difference, and copy it over when it is what you meant.
 */
export async function checkStory(reports: string, golden: string): Promise<void> {
  const findings = await read(reports)
  checkLaws(findings)
  checkOrder(findings)

  // Report texts stand in examples/ already; the golden holds what was made of them.
  const written = renderJson({ ...findings, reports: findings.reports.map((r) => ({ ...r, text: '' })) })
  const file = join(golden, 'findings.json')
  const changed = join(golden, 'findings-changed.json')
  if (!existsSync(file) || readFileSync(file, 'utf8') !== written) {
    writeFileSync(changed, written)
    expect.fail(`The findings differ from ${file}: compare it with findings-changed.json beside it`)
  }
  rmSync(changed, { force: true })
}

async function read(folder: string): Promise<Findings> {
  const stored = await readFiles([folder], none())
  // The golden must not depend on where the project lies.
  const inputs = stored.inputs.map((input) => ({ ...input, source: input.source.split(/[\\/]/).at(-1)! }))
  const { reports, notes } = readReports(inputs)
  const found = analyse(reports, models(), stored.title === null ? {} : { title: stored.title })
  return { ...found, notes: [...stored.notes, ...notes, ...found.notes] }
}

/** What is true of the findings of any story. */
export function checkLaws(findings: Findings): void {
  const texts = new Map(findings.reports.map((r) => [r.id, r.text]))
  const check = (report: string, { start, end }: { readonly start: number; readonly end: number }, what: string) => {
    const text = texts.get(report)
    expect(text, `${what}: report ${report}`).toBeDefined()
    expect(start, `${what}: start`).toBeGreaterThanOrEqual(0)
    expect(end, `${what}: end`).toBeLessThanOrEqual(text!.length)
    expect(end, `${what}: not empty`).toBeGreaterThan(start)
  }
  const entities = new Set(findings.entities.map((e) => e.id))
  const statements = new Set(findings.statements.map((s) => s.id))
  const attributions = new Set(findings.attributions.map((a) => a.id))
  const claims = new Set(findings.claims.map((c) => c.id))
  for (const [name, list] of Object.entries({
    entities: findings.entities,
    statements: findings.statements,
    attributions: findings.attributions,
    claims: findings.claims,
    conflicts: findings.conflicts,
  })) {
    expect(new Set(list.map((x) => x.id)).size, `ids of ${name} are unique`).toBe(list.length)
  }
  for (const reading of findings.readings) {
    for (const s of reading.sentences) check(reading.report, s, 'sentence')
    for (const t of [...reading.times, ...reading.numbers]) check(reading.report, t, t.rule)
    const starts = reading.sentences.map((s) => s.start)
    expect(starts, 'sentences stand in text order').toEqual([...starts].sort((a, b) => a - b))
  }
  for (const e of findings.entities) for (const m of e.mentions) check(m.report, m, e.id)
  for (const a of findings.attributions) {
    for (const range of [...a.content, ...a.cue, ...a.source]) check(a.report, range, a.id)
    expect(a.chain[0], `${a.id} begins with the report`).toBe('outlet')
    for (const link of a.chain.slice(1)) expect(entities.has(link), `${a.id} names ${link}`).toBe(true)
  }
  for (const s of findings.statements) {
    check(s.report, s, s.id)
    expect(s.attribution === null || attributions.has(s.attribution), `${s.id} names ${s.attribution}`).toBe(true)
    for (const role of s.event.roles)
      expect(role.entity === null || entities.has(role.entity), `${s.id} names ${role.entity}`).toBe(true)
    expect(s.where === null || entities.has(s.where), `${s.id} names ${s.where}`).toBe(true)
  }
  const inClaims = findings.claims.flatMap((c) => c.statements)
  expect([...inClaims].sort(), 'every statement is in one claim').toEqual([...statements].sort())
  for (const x of findings.conflicts) {
    expect(x.sides.length, `${x.id} has two sides`).toBeGreaterThan(1)
    for (const side of x.sides) {
      for (const id of side.statements) expect(statements.has(id), `${x.id} names ${id}`).toBe(true)
      for (const span of side.evidence) check(span.report, span, x.id)
    }
  }
  for (const t of findings.timeline)
    for (const id of t.claims) expect(claims.has(id), `timeline names ${id}`).toBe(true)
  for (const d of findings.derivations) for (const span of d.evidence) check(span.report, span, `${d.to} < ${d.from}`)
  expect(JSON.parse(renderJson(findings)), 'JSON goes out and comes back').toEqual(JSON.parse(JSON.stringify(findings)))
}

/** Turning the reports round changes nothing but order and ids. */
function checkOrder(findings: Findings): void {
  const turned = analyse([...findings.reports].reverse(), models(), { title: findings.story.title })
  expect(turned.story.id).toBe(findings.story.id)
  expect(spelled(turned)).toEqual(spelled(findings))
}

/** Entities, statements and claims without their ids, sorted. */
function spelled(findings: Findings): string[] {
  const source = new Map(findings.reports.map((r) => [r.id, r.source]))
  const entity = new Map(
    findings.entities.map((e) => [
      e.id,
      e.mentions
        .map((m) => `${source.get(m.report)}:${m.start}-${m.end}`)
        .sort()
        .join(' '),
    ]),
  )
  const statement = new Map(
    findings.statements.map((s) => [
      s.id,
      [
        source.get(s.report),
        s.start,
        s.end,
        s.gist,
        s.stance,
        s.when?.edtf,
        ...s.chain.map((c) => entity.get(c) ?? c),
      ].join(' | '),
    ]),
  )
  return [
    ...entity.values(),
    ...statement.values(),
    ...findings.claims.map(
      (c) =>
        `${c.independent} ${c.statements
          .map((id) => statement.get(id))
          .sort()
          .join(' + ')}`,
    ),
    ...findings.conflicts.map(
      (x) =>
        `${x.kind} ${x.severity} ${x.sides
          .flatMap((s) => s.statements.map((id) => statement.get(id)))
          .sort()
          .join(' + ')}`,
    ),
  ].sort()
}

async function* none(): AsyncGenerator<Uint8Array> {}
