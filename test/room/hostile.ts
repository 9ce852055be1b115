import { analyse } from '../../src/analyse.js'
import { readReports } from '../../src/intake/intake.js'
import type { Findings } from '../../src/model/findings.js'
import { models } from './models.js'

export const hostileTitle = '</script><script>document.title="owned"</script><img src=x onerror=alert(1)>'

const texts = [
  `${hostileTitle}\n\nThe ferry struck the reef on Friday, Ottilie Brandt said. </style><style>body{display:none}</style> The lamp was out, she said.\n\n<a href="javascript:alert(1)">Read more</a> <!-- --> <![CDATA[ The keeper left in June 2023, said \u202eOttilie\u202c Brandt.\n`,
  `${'A'.repeat(10_000)} told the Herald that the ferry struck the reef. Jonas ${'Marrick'.repeat(800)} said the lamp was out.\n\n=cmd|' /C calc'!A0 said the lamp was out on Friday, June 14, 2024.\n`,
  `\u202eThe ferry turned back\u202c on Friday, \u2066Jonas Marrick\u2069 said. مارِك قال إن العبّارة عادت. \u0000\u0007\u200bThe lamp \${alert(1)} {{alert(1)}} was out, Jonas Marrick said.\n`,
]

/** Reports that try to run, to break the layout and to turn the writing round, as the engine reads them; and what a page's own words could carry. */
export function hostileFindings(): Findings {
  const { reports, notes } = readReports(
    texts.map((text, i) => ({
      id: `r${i + 1}`,
      source: `<b>${i}</b>.txt`,
      bytes: new TextEncoder().encode(text),
      outlet: `"><script>alert(${i})</script>`,
    })),
  )
  const found = analyse(reports, models(), { title: hostileTitle })
  return {
    ...found,
    reports: found.reports.map((report) => ({ ...report, url: 'javascript:alert(1)' })),
    notes: [...notes, ...found.notes],
  }
}
