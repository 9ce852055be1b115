import type { Line } from '../lines.js'
import { atTheEdge, type FurnitureRule, wholeLine } from './rule.js'

const name = "[\\p{Lu}][\\p{L}.'’-]{0,30}"
const person = `${name}(?: (?:de |van |von |bin |al-|el-|di |da )?${name}){1,4}`
const body =
  '(?:Admin|Staff|Agenc(?:y|ies)|Reuters|AFP|AP|PTI|ANI|UPI|Bloomberg|Web Desk|News Desk|Newsroom|Correspondent)'
const who = `(?:${person}|${body})`
const several = `(?:\\p{Lu}+['’]s )?${person}(?:(?:,| and|, and) ${person}){0,6}`
const reportedFrom = `(?:reported|wrote|reported and wrote) from (?:the )?${name}(?: ${name}){0,3}`
const andHelp = '(?:[;.] [^.!?]{3,300} contributed to this (?:report|story|article))?'
const job =
  '(?:(?:\\p{L}+ ){0,3}(?:writer|reporter|correspondent|editor|columnist|journalist|contributor|producer|bureau chief)|associated press|the associated press|reuters|afp|ap|cnn|bbc news|usa today|fox news)'

/** Who wrote, edited or compiled the report. */
export const bylines: readonly FurnitureRule[] = [
  {
    name: 'by-name',
    kind: 'byline',
    marks: [
      'By Jane Doe',
      'By JANE DOE and John Q. Roe',
      'By Herald Staff and Halyard',
      'By Jane Doe, Staff Writer',
      'By Admin',
      'By Jane Doe | March 3, 2021',
      'By Jane Doe in Oslo',
    ],
    leaves: ['By Monday Night', 'By Train to the Border', 'By then the boat had sunk.', 'By January Thaw'],
    find: (line) => (atTheEdge(line) && isByline(line) ? { start: 0, end: line.text.length } : null),
  },
  {
    name: 'written-by',
    kind: 'byline',
    marks: [
      'Written by Jane Doe',
      '(Reporting by Jane Doe in Oslo; Editing by John Roe)',
      'Edited by: Jane Doe',
      '(Editing by Jane Doe and John Roe)',
    ],
    leaves: ['Written by hand, the letter named three officers.', 'Reported by neighbours, the blast woke the town'],
    find: wholeLine(
      new RegExp(
        `^\\(?(?:Additional )?(?:[Ww]riting|[Rr]eporting|[Ee]diting|[Cc]ompiled|[Tt]ranslation|[Ww]ritten|[Pp]osted|[Ee]dited)(?: and (?:writing|reporting|editing|edited))? by:? ${who}[^.!?]{0,200}[.)]{0,2}$`,
        'u',
      ),
    ),
  },
  {
    name: 'reported-from',
    kind: 'byline',
    marks: [
      'Jane Doe reported from Oslo.',
      'Jane Doe reported from Port Aldane; John Q. Roe and Ada Roe reported and wrote from Oslo.',
      'Jane Doe reported from Oslo. Herald’s John Roe and Ada Roe contributed to this report.',
    ],
    leaves: [
      'Jane Doe reported from Oslo that the boat had sunk.',
      'Jane Doe reported from Oslo on Friday. The boat had sunk by then.',
      'Jane Doe contributed to this report.',
    ],
    find: wholeLine(
      new RegExp(`^${several} ${reportedFrom}(?:[;.] ${several} ${reportedFrom}){0,3}${andHelp}\\.?$`, 'u'),
    ),
  },
  {
    name: 'name-and-job',
    kind: 'byline',
    marks: ['Jane Doe, Staff Writer', 'JANE DOE, Associated Press', 'Jane Doe, Senior Political Correspondent'],
    leaves: ['Jane Doe, a staff writer, was held for two days.', 'Jane Doe, mayor of the town'],
    find: (line) =>
      atTheEdge(line) && line.text.length <= 100 && nameAndJob.test(line.text) && /^\p{Lu}/u.test(line.text)
        ? { start: 0, end: line.text.length }
        : null,
  },
  {
    name: 'author',
    kind: 'byline',
    marks: ['Author', 'About the author', 'Author: Jane Doe', '@janedoe'],
    leaves: ['Author of nine books', 'The author'],
    find: wholeLine(
      /^(?:author|about the authors?|written by|posted by|admin)\s?:?$/i,
      new RegExp(`^(?:Author|AUTHOR)\\s?: ${person}$`, 'u'),
      /^@\w{2,30}$/,
    ),
  },
]

const nameAndJob = new RegExp(`^${person}, (?:the )?${job}$`, 'iu')
const byline = new RegExp(
  `^(?:By|BY|by):? ${who}(?:(?:,| and| &|,? and| with| for) (?:${who}|${name})){0,4}(?:,? (?:for|in|at|of) (?:the )?${name}(?: ${name}){0,4})?(?:,? ${job})?(?:\\s*[|•·,–—-]\\s*.{0,60})?$`,
  'u',
)
const notPeople =
  /^by:? (?:\w+ )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|the|noon|midnight|night|day|train|bus|boat|sea|air|land)\b/i

function isByline(line: Line): boolean {
  if (line.text.length > 160 || /[.!?]$/.test(line.text.replace(/\b(?:Jr|Sr)\.$/, ''))) return false
  return byline.test(line.text) && !notPeople.test(line.text)
}
