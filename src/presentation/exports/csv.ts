import type { Range } from '../../model/span.js'
import { csvCell } from '../csv-cell.js'
import { isDisputed, reportsOf, type Story, voiceName, wordsAt } from '../story.js'

/** One claim a row. */
export function claimsCsv(story: Story): string {
  return table(
    [
      'id',
      'gist',
      'reports',
      'report ids',
      'independent',
      'roots',
      'grade',
      'disputed',
      'conflicts',
      'why',
      'statements',
    ],
    story.findings.claims.map((claim) => {
      const reports = reportsOf(claim, story)
      return [
        claim.id,
        claim.gist,
        reports.length,
        reports.join(' '),
        claim.independent ?? '',
        claim.roots.map((root) => voiceName(root, undefined, story).replace('unknown report', 'outlet')).join('; '),
        `${claim.grade.reliability ?? ''}${claim.grade.credibility}`,
        isDisputed(claim, story) ? 'yes' : 'no',
        (story.conflictsOf.get(claim.id) ?? []).map((conflict) => conflict.id).join(' '),
        claim.why,
        claim.statements.join(' '),
      ]
    }),
  )
}

/** One statement a row, with its exact words and position in UTF-16 code units. */
export function statementsCsv(story: Story): string {
  return table(
    [
      'id',
      'claim',
      'report',
      'start',
      'end',
      'words',
      'gist',
      'chain',
      'stance',
      'polarity',
      'predicate',
      'when',
      'where',
      'numbers',
      'rule',
    ],
    story.findings.statements.map((s) => [
      s.id,
      story.claimOf.get(s.id)?.id ?? '',
      s.report,
      s.start,
      s.end,
      wordsAt(s, story),
      s.gist,
      s.chain.map((link) => voiceName(link, story.reports.get(s.report), story)).join(' < '),
      s.stance,
      s.polarity,
      s.event.predicate,
      s.when?.edtf ?? '',
      s.where === null ? '' : voiceName(s.where, undefined, story),
      s.numbers.map((n) => (n.unit === null ? n.value : `${n.value} ${n.unit}`)).join('; '),
      s.because.rule,
    ]),
  )
}

/** One side of a conflict a row. */
export function conflictsCsv(story: Story): string {
  return table(
    ['id', 'kind', 'severity', 'update', 'note', 'side', 'gist', 'statements', 'report', 'start', 'end', 'words'],
    story.findings.conflicts.flatMap((conflict) =>
      conflict.sides.flatMap((side, i) =>
        side.evidence.map((span) => [
          conflict.id,
          conflict.kind,
          conflict.severity,
          conflict.update ? 'yes' : 'no',
          conflict.note,
          i + 1,
          side.gist,
          side.statements.join(' '),
          span.report,
          span.start,
          span.end,
          wordsAt(span, story),
        ]),
      ),
    ),
  )
}

/** One attribution a row. */
export function attributionsCsv(story: Story): string {
  return table(
    ['id', 'report', 'kind', 'chain', 'content', 'cue', 'source', 'start', 'end', 'rule'],
    story.findings.attributions.map((a) => {
      const words = (ranges: readonly Range[]): string =>
        ranges.map((range) => wordsAt({ report: a.report, ...range }, story)).join(' … ')
      return [
        a.id,
        a.report,
        a.kind,
        a.chain.map((link) => voiceName(link, story.reports.get(a.report), story)).join(' < '),
        words(a.content),
        words(a.cue),
        words(a.source),
        a.content[0]?.start ?? '',
        a.content.at(-1)?.end ?? '',
        a.because.rule,
      ]
    }),
  )
}

function table(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return `${[header, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`
}
