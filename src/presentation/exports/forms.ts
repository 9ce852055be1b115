import { renderJson } from '../json.js'
import type { Story } from '../story.js'
import { bibtex, cslJson } from './bibliography.js'
import { attributionsCsv, claimsCsv, conflictsCsv, statementsCsv } from './csv.js'
import { ftm } from './ftm.js'
import { geojson } from './geojson.js'
import { markdown } from './markdown.js'
import { prov } from './prov.js'
import { schemaClaim } from './schema-claim.js'
import { timelinejs } from './timelinejs.js'
import { webAnnotation } from './web-annotation.js'

/** A form in which findings leave Stemma. */
export interface Form {
  /** As `stemma export --as` has it. */
  readonly name: string
  readonly label: string
  /** What one does with it, for those who do not know its name. */
  readonly use: string
  /** The ending of a file of this form. */
  readonly ending: string
  readonly mediaType: string
  readonly render: (story: Story) => string
}

/** Every form but the page itself, which is made of more than findings. */
export const forms: readonly Form[] = [
  form('json', 'Findings, all of them', 'everything, for programs', 'json', 'application/json', (story) =>
    renderJson(story.findings),
  ),
  form('csv', 'Claims as a table', 'for a spreadsheet', 'claims.csv', 'text/csv', claimsCsv),
  form(
    'csv-statements',
    'Statements as a table',
    'every sentence’s claim with its words and chain, for a spreadsheet',
    'statements.csv',
    'text/csv',
    statementsCsv,
  ),
  form(
    'csv-conflicts',
    'Conflicts as a table',
    'the sides of every conflict, for a spreadsheet',
    'conflicts.csv',
    'text/csv',
    conflictsCsv,
  ),
  form(
    'csv-attributions',
    'Attributions as a table',
    'who is quoted where, for a spreadsheet',
    'attributions.csv',
    'text/csv',
    attributionsCsv,
  ),
  form('markdown', 'Dossier with footnotes', 'to read, edit and send', 'md', 'text/markdown', markdown),
  form(
    'web-annotation',
    'Web Annotations (W3C)',
    'notes fastened to the reports’ words, for annotation tools',
    'annotations.jsonld',
    'application/ld+json',
    webAnnotation,
  ),
  form(
    'prov',
    'Provenance (PROV-O)',
    'what was derived from what, for archives',
    'prov.jsonld',
    'application/ld+json',
    prov,
  ),
  form(
    'claim',
    'Claims for the web (schema.org)',
    'to put beside a story on the web',
    'claims.jsonld',
    'application/ld+json',
    schemaClaim,
  ),
  form(
    'ftm',
    'FollowTheMoney entities',
    'people, bodies and documents, for Aleph and its kin',
    'ftm.json',
    'application/json',
    ftm,
  ),
  form('timelinejs', 'TimelineJS', 'a timeline to show on the web', 'timeline.json', 'application/json', timelinejs),
  form('geojson', 'Places (GeoJSON)', 'places, for a map', 'geojson', 'application/geo+json', geojson),
  form(
    'csl-json',
    'Sources (CSL-JSON)',
    'the reports as references, for Zotero and its kin',
    'csl.json',
    'application/json',
    cslJson,
  ),
  form('bibtex', 'Sources (BibTeX)', 'the reports as references, for LaTeX', 'bib', 'text/plain', bibtex),
]

function form(
  name: string,
  label: string,
  use: string,
  ending: string,
  mediaType: string,
  render: Form['render'],
): Form {
  return { name, label, use, ending, mediaType, render }
}
