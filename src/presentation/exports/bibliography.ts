import type { Report } from '../../model/report.js'
import type { Story } from '../story.js'
import { webAddress } from './iris.js'

/** CSL-JSON: every report as a newspaper article. */
export function cslJson(story: Story): string {
  const items = story.findings.reports.map((report) => {
    const url = webAddress(report)
    const date = dateParts(report)
    return {
      id: report.id,
      type: 'article-newspaper',
      title: report.title ?? report.source,
      ...(report.outlet === null ? {} : { 'container-title': report.outlet }),
      ...(report.byline === null ? {} : { author: [{ literal: report.byline }] }),
      ...(date === null ? {} : { issued: { 'date-parts': [date] } }),
      ...(url === null ? {} : { URL: url }),
      note: `sha256: ${report.sha256}`,
    }
  })
  return `${JSON.stringify(items, null, 2)}\n`
}

/** BibTeX: every report as an article (a misc where no outlet is known). */
export function bibtex(story: Story): string {
  return story.findings.reports
    .map((report) => {
      const url = webAddress(report)
      const date = dateParts(report)
      const fields: [string, string | null][] = [
        ['title', `{${tex(report.title ?? report.source)}}`],
        ['author', report.byline === null ? null : `{${tex(report.byline)}}`],
        ['journal', report.outlet === null ? null : tex(report.outlet)],
        ['year', date === null ? null : String(date[0])],
        ['month', date?.[1] === undefined ? null : String(date[1])],
        ['day', date?.[2] === undefined ? null : String(date[2])],
        ['url', url === null ? null : url.replace(/[{}\\%]/g, (sign) => encodeURIComponent(sign))],
        ['note', `sha256: ${report.sha256}`],
      ]
      const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = {${value}},`]))
      return [`@${report.outlet === null ? 'misc' : 'article'}{${report.id},`, ...lines, '}', ''].join('\n')
    })
    .join('\n')
}

function dateParts({ published }: Report): number[] | null {
  const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(published ?? '')
  return parts === null ? null : parts.slice(1).flatMap((part) => (part === undefined ? [] : [Number(part)]))
}

function tex(text: string): string {
  const signs: Readonly<Record<string, string>> = {
    '\\': '\\textbackslash{}',
    '~': '\\textasciitilde{}',
    '^': '\\textasciicircum{}',
  }
  return text.replace(/\s+/g, ' ').replace(/[\\~^]|[{}$&#_%]/g, (sign) => signs[sign] ?? `\\${sign}`)
}
