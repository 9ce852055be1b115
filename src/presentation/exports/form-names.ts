/** The names of all forms, for the command line: it must answer `--help` without loading what makes them. */
export const formNames = [
  'json',
  'csv',
  'csv-statements',
  'csv-conflicts',
  'csv-attributions',
  'markdown',
  'html',
  'web-annotation',
  'prov',
  'claim',
  'ftm',
  'timelinejs',
  'geojson',
  'csl-json',
  'bibtex',
]
