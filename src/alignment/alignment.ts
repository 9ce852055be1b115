import { type Alignment, type ReadReport, unnamedVoice } from '../model/alignment.js'
import type { Attribution, Entity, Statement } from '../model/findings.js'
import type { PlainStatement, Voice, VoicedAttribution } from '../model/statements.js'
import { compareStatements } from './claims/claims.js'
import { type Page, pageOf } from './claims/passages.js'
import { mergeCharacters } from './entities/entities.js'
import { placesOnMap } from './entities/places.js'
import type { AlignmentModels } from './models.js'
import { unnamedVoices } from './unnamed-voices.js'

/** Joins what the reports have in common: their people, bodies and places, and then their claims. */
export function align(reports: readonly ReadReport[], models: AlignmentModels): Alignment {
  const { entities, attributions, statements, pages } = gather(reports)
  const { claims, neighbours } = compareStatements(statements, pages, models)
  const texts = new Map(reports.map(({ reading }) => [reading.report.id, reading.report.text] as const))
  const placed = placesOnMap(entities, models.gazetteer, (report) => texts.get(report) ?? '')
  return { entities: placed, attributions, statements, claims, neighbours }
}

/** Everything the reports tell, numbered through the story, its people and places joined; the pages are for comparing statements. */
export interface GatheredStory {
  readonly entities: readonly Entity[]
  readonly attributions: readonly Attribution[]
  readonly statements: readonly Statement[]
  readonly pages: readonly Page[]
}

/** Joins the people, bodies and places of the reports and numbers their attributions and statements. */
export function gather(reports: readonly ReadReport[]): GatheredStory {
  const { entities, entityOf } = mergeCharacters(reports.map((r) => r.reading))
  const unnamed = unnamedVoices(reports)
  const attributions: Attribution[] = []
  const statements: Statement[] = []
  reports.forEach(({ reading, found }, r) => {
    const report = reading.report.id
    const entity = (character: number | null) =>
      character === null || character < 0 ? null : (entityOf[r]![character] ?? null)
    const chainOf = (chain: readonly Voice[], attribution: number | null) => {
      const links = [...(attribution === null ? [] : unnamed.linksOf(r, attribution))]
      return chain.map((voice) =>
        voice === 'outlet' ? voice : ((voice < 0 ? links.shift() : entity(voice)) ?? unnamedVoice),
      )
    }
    const first = attributions.length

    found.attributions.forEach((attribution, i) => {
      attributions.push(toAttribution(attribution, `a${first + i + 1}`, report, chainOf(attribution.chain, i)))
    })
    for (const statement of found.statements) {
      const id = `s${statements.length + 1}`
      const attribution = statement.attribution === null ? null : `a${first + statement.attribution + 1}`
      statements.push(
        toStatement(statement, id, report, attribution, chainOf(statement.chain, statement.attribution), entity),
      )
    }
  })
  const pages = reports.map(({ reading }, r) => pageOf(reading, r, entityOf[r]!))
  return { entities: [...entities, ...unnamed.entities], attributions, statements, pages }
}

function toAttribution(
  { kind, content, cue, source, because }: VoicedAttribution,
  id: string,
  report: string,
  chain: readonly string[],
): Attribution {
  return { id, report, kind, content, cue, source, chain, because }
}

function toStatement(
  statement: PlainStatement,
  id: string,
  report: string,
  attribution: string | null,
  chain: readonly string[],
  entity: (character: number | null) => string | null,
): Statement {
  const { start, end, gist, stance, polarity, factuality, predicate, roles, when, where, numbers, because } = statement
  return {
    id,
    report,
    start,
    end,
    gist,
    attribution,
    chain,
    stance,
    polarity,
    factuality,
    event: {
      predicate,
      roles: roles.map(({ role, start, end, character }) => ({ role, entity: entity(character), start, end })),
    },
    when,
    where: entity(where),
    numbers,
    because,
  }
}
