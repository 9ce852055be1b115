import type { Claim, Conflict, Statement } from '../model/findings.js'
import type { Span } from '../model/span.js'
import { dateInWords } from './dates.js'
import { frontOf } from './front.js'
import {
  aboutWords,
  credibilityWords,
  isDisputed,
  reportName,
  reportsOf,
  type Standing,
  type Story,
  standingOf,
  standingWords,
  voiceName,
  weighs,
  wordsAt,
} from './story.js'

/** A story as a paper one can file: what stands on what, what is disputed, and numbered sources. Words only, no marks of any format. */
export interface Dossier {
  readonly title: string
  readonly lede: readonly string[]
  readonly sections: readonly DossierSection[]
  readonly conflicts: readonly DossierConflict[]
  readonly sources: readonly DossierSource[]
}

export interface DossierSection {
  readonly heading: string
  readonly standing: Standing
  readonly claims: readonly DossierClaim[]
}

export interface DossierClaim {
  readonly id: string
  readonly gist: string
  /** "5 reports · 1 witness · 3 possibly true". */
  readonly standing: string
  readonly why: string
  readonly disputed: boolean
  readonly quotations: readonly Quotation[]
}

export interface Quotation {
  /** Number of the source. */
  readonly source: number
  /** "Herald ← Halyard ← Ottilie Brandt". */
  readonly chain: string
  readonly words: string
}

export interface DossierConflict {
  readonly id: string
  readonly note: string
  readonly kind: string
  /** Whether someone must be wrong; else the reports differ in precision or framing, or later ones moved on. */
  readonly weighs: boolean
  readonly sides: readonly { readonly gist: string; readonly quotations: readonly Quotation[] }[]
}

export interface DossierSource {
  readonly number: number
  /** "Herald. Title. By Mila Cordry. 14 June 2024. herald.txt. SHA-256 …" in parts. */
  readonly parts: readonly string[]
}

const headings: readonly (readonly [Standing, string])[] = [
  ['several', 'Stands on two or more independent witnesses'],
  ['one', 'Stands on one witness'],
  ['unknown', 'Witnesses cannot be told'],
]

/** The dossier of a story. */
export function dossierOf(story: Story): Dossier {
  const { findings } = story
  const front = frontOf(story)
  // What the front page has first stands first here too.
  const ordered = [...new Set([...front.firm, ...findings.claims])]
  const number = new Map(findings.reports.map((report, i) => [report.id, i + 1]))
  const quotationOf = (statement: Statement): Quotation => ({
    source: number.get(statement.report) ?? 0,
    chain: chainWords(statement, story),
    words: squeezed(wordsAt(statement, story)),
  })
  const quotationAt = (span: Span): Quotation => ({
    source: number.get(span.report) ?? 0,
    chain: reportName(story.reports.get(span.report)),
    words: squeezed(wordsAt(span, story)),
  })
  const claimOf = (claim: Claim): DossierClaim => ({
    id: claim.id,
    gist: squeezed(claim.gist),
    standing: [
      ...(isCounted(claim) ? [] : [standingWords(reportsOf(claim, story).length, claim.independent)]),
      `grade ${claim.grade.reliability ?? ''}${claim.grade.credibility}, ${credibilityWords[claim.grade.credibility]}`,
    ].join(' · '),
    why: squeezed(claim.why),
    disputed: isDisputed(claim, story),
    quotations: claim.statements.flatMap((id) => {
      const statement = story.statements.get(id)
      return statement === undefined ? [] : [quotationOf(statement)]
    }),
  })
  const conflictOf = (conflict: Conflict): DossierConflict => ({
    id: conflict.id,
    note: squeezed(conflict.note),
    kind: conflict.update ? 'a figure that grew' : `${aboutWords[conflict.kind]}, ${severityWords[conflict.severity]}`,
    weighs: weighs(conflict),
    sides: conflict.sides.map((side) => ({ gist: squeezed(side.gist), quotations: side.evidence.map(quotationAt) })),
  })
  return {
    title: squeezed(findings.story.title),
    lede: front.sentences.map(squeezed),
    sections: headings
      .map(([standing, heading]) => ({
        heading,
        standing,
        claims: ordered.filter((claim) => standingOf(claim) === standing).map(claimOf),
      }))
      .filter((section) => section.claims.length > 0),
    conflicts: findings.conflicts.map(conflictOf),
    sources: findings.reports.map((report, i) => ({
      number: i + 1,
      parts: [
        report.outlet,
        report.title,
        report.byline,
        report.published === null ? 'no date' : dateInWords(report.published),
        report.source,
        ...(report.url === undefined ? [] : [report.url]),
        `SHA-256 ${report.sha256.slice(0, 16)}…`,
      ]
        .filter((part) => part !== null)
        .map(squeezed),
    })),
  }
}

/** Whether the reason of a claim counts its reports and witnesses itself, as it does where a witness is known: they are not counted twice. */
function isCounted({ why, witnesses }: Claim): boolean {
  return why !== '' && witnesses.some(({ known }) => known)
}

const severityWords: Readonly<Record<Conflict['severity'], string>> = {
  hard: 'cannot both be true',
  error: 'a slip',
  soft: 'a difference of precision or framing',
}

/** The conflicts of a dossier under their headings; a heading without any is left out. */
export function conflictGroups({
  conflicts,
}: Dossier): { readonly heading: string; readonly conflicts: readonly DossierConflict[] }[] {
  return [
    { heading: 'Where the reports cannot all be right', conflicts: conflicts.filter((one) => one.weighs) },
    { heading: 'Where they differ, and all may be right', conflicts: conflicts.filter((one) => !one.weighs) },
  ].filter((group) => group.conflicts.length > 0)
}

/** "Herald ← Halyard ← Ottilie Brandt": who has it from whom, from the report inward. */
export function chainWords(statement: Statement, story: Story): string {
  const report = story.reports.get(statement.report)
  return statement.chain.map((link) => squeezed(voiceName(link, report, story))).join(' ← ')
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
