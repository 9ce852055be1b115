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
  /** The ending of a file of this form. */
  readonly ending: string
  readonly mediaType: string
  readonly render: (story: Story) => string
}

/** Every form but the page itself, which is made of more than findings. */
export const forms: readonly Form[] = [
  form('json', 'Findings, all of them', 'json', 'application/json', (story) => renderJson(story.findings)),
  form('csv', 'Claims as a table', 'claims.csv', 'text/csv', claimsCsv),
  form('csv-statements', 'Statements as a table', 'statements.csv', 'text/csv', statementsCsv),
  form('csv-conflicts', 'Conflicts as a table', 'conflicts.csv', 'text/csv', conflictsCsv),
  form('csv-attributions', 'Attributions as a table', 'attributions.csv', 'text/csv', attributionsCsv),
  form('markdown', 'Dossier with footnotes', 'md', 'text/markdown', markdown),
  form('web-annotation', 'Web Annotations (W3C)', 'annotations.jsonld', 'application/ld+json', webAnnotation),
  form('prov', 'Provenance (PROV-O)', 'prov.jsonld', 'application/ld+json', prov),
  form('claim', 'Claims for the web (schema.org)', 'claims.jsonld', 'application/ld+json', schemaClaim),
  form('ftm', 'FollowTheMoney entities', 'ftm.json', 'application/json', ftm),
  form('timelinejs', 'TimelineJS', 'timeline.json', 'application/json', timelinejs),
  form('geojson', 'Places (GeoJSON)', 'geojson', 'application/geo+json', geojson),
  form('csl-json', 'Sources (CSL-JSON)', 'csl.json', 'application/json', cslJson),
  form('bibtex', 'Sources (BibTeX)', 'bib', 'text/plain', bibtex),
]

function form(name: string, label: string, ending: string, mediaType: string, render: Form['render']): Form {
  return { name, label, ending, mediaType, render }
}
