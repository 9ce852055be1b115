import type { Alignment, ReadReport } from '../model/alignment.js'
import type { Attribution, Statement } from '../model/findings.js'
import type { Voice } from '../model/statements.js'
import { joinClaims } from './claims.js'
import { mergeCharacters } from './entities.js'

/** Joins what the reports have in common: their people, bodies and places, and then their claims. */
export function align(reports: readonly ReadReport[]): Alignment {
  const { entities, entityOf } = mergeCharacters(reports.map((r) => r.reading))
  const attributions: Attribution[] = []
  const statements: Statement[] = []
  reports.forEach(({ reading, found }, r) => {
    const ids = entityOf[r]!
    const entity = (character: number | null) => (character === null || character < 0 ? null : (ids[character] ?? null))
    const voices = (chain: readonly Voice[]) =>
      chain.flatMap((voice) => (voice === 'outlet' ? ['outlet'] : (entity(voice) ?? [])))
    const attributionId = (index: number) => `a${attributions.length - found.attributions.length + index + 1}`
    const report = reading.report.id

    for (const { kind, content, cue, source, chain, because } of found.attributions) {
      attributions.push({
        id: `a${attributions.length + 1}`,
        report,
        kind,
        content,
        cue,
        source,
        chain: voices(chain),
        because,
      })
    }
    for (const s of found.statements) {
      statements.push({
        id: `s${statements.length + 1}`,
        report,
        start: s.start,
        end: s.end,
        gist: s.gist,
        attribution: s.attribution === null ? null : attributionId(s.attribution),
        chain: voices(s.chain),
        stance: s.stance,
        polarity: s.polarity,
        event: {
          predicate: s.predicate,
          roles: s.roles.map(({ role, start, end, character }) => ({ role, entity: entity(character), start, end })),
        },
        when: s.when,
        where: entity(s.where),
        numbers: s.numbers,
        because: s.because,
      })
    }
  })
  return { entities, attributions, statements, claims: joinClaims(statements) }
}
