import { outlets } from '../../knowledge/outlets.js'
import type { ParsedReport } from '../parsed-report.js'

/**
 * "VELLAMERE (Halyard) — …" with "Halyard" an agency  →  the agency's character, or undefined
 *
 * An agency named in the dateline or the byline is where the whole report comes from:
 * whatever it says, and whoever it quotes, came to this outlet through the agency.
 */
export function wireAgency({ reading }: ParsedReport): number | undefined {
  const { report, mentions, characters } = reading
  const credits = report.furniture.filter(({ kind }) => kind === 'dateline' || kind === 'byline')
  if (credits.length === 0) return undefined
  const agencies = agencyNames()
  const inCredits = mentions.find(
    ({ start, end, character, kind }) =>
      kind === 'name' &&
      character >= 0 &&
      credits.some((credit) => credit.start <= start && end <= credit.end) &&
      agencies.has(report.text.slice(start, end).toLowerCase()),
  )
  if (inCredits) return inCredits.character
  // Names are not always looked for in furniture: then the agency must be known from elsewhere in the report.
  const words = credits.map(({ start, end }) => report.text.slice(start, end)).join('\n')
  return characters.find(({ name, named }) => named && agencies.has(name.toLowerCase()) && words.includes(name))?.index
}

function agencyNames(): ReadonlySet<string> {
  made ??= new Set(
    outlets()
      .filter(({ kind }) => kind === 'agency')
      .flatMap(({ name, aliases }) => [name, ...aliases])
      .map((name) => name.toLowerCase()),
  )
  return made
}

// The same for every report, and never changed once it is made.
let made: ReadonlySet<string> | undefined
