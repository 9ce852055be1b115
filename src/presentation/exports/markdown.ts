import { conflictGroups, dossierOf, type Quotation } from '../dossier.js'
import type { Story } from '../story.js'

/** The dossier in Markdown: every quotation a footnote, sources numbered at the end. Words of reports are escaped: they can make no markup. */
export function markdown(story: Story): string {
  const dossier = dossierOf(story)
  const { title, lede, sections, sources } = dossier
  const notes: string[] = []
  const footnote = ({ source, chain, words }: Quotation): string => {
    notes.push(`[^${notes.length + 1}]: Source ${source}: ${plain(chain)}: “${plain(words)}”`)
    return `[^${notes.length}]`
  }
  const lines = [
    `# ${plain(title)}`,
    '',
    lede.map(plain).join(' '),
    '',
    ...sections.flatMap(({ heading, claims }) => [
      `## ${heading}`,
      '',
      ...claims.map(
        (claim) =>
          `- ${claim.disputed ? '**Disputed:** ' : ''}${plain(claim.gist)}${claim.quotations.map(footnote).join('')}  \n  ${plain(claim.standing)}${claim.why === '' ? '' : `. ${plain(claim.why)}`}`,
      ),
      '',
    ]),
    ...conflictGroups(dossier).flatMap(({ heading, conflicts }) => [
      `## ${heading}`,
      '',
      ...conflicts.flatMap(({ note, kind, sides }) => [
        `- ${plain(note)} (${plain(kind)})`,
        ...sides.map(({ gist, quotations }) => `    - ${plain(gist)}${quotations.map(footnote).join('')}`),
      ]),
      '',
    ]),
    '## Sources',
    '',
    ...sources.map(({ number, parts }) => `${number}. ${parts.map(plain).join('. ')}`),
    '',
    ...notes,
  ]
  return `${lines.join('\n')}\n`
}

// Every character that Markdown or HTML could read as markup, and those that turn the order of writing.
function plain(text: string): string {
  return text
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '·')
    .replace(/[\\`*_{}[\]<>()#+!|~^$&=]/g, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^[-:]/, '\\$&')
    .replace(/:\/\//g, ':\u200b//')
}
