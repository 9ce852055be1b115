import type { StoryGroup } from '../model/groups.js'
import type { Note } from '../model/note.js'
import type { Report } from '../model/report.js'

/** Reports sorted into stories, with what went wrong in reading them. */
export interface Grouped {
  readonly stemma: string
  readonly groups: readonly StoryGroup[]
  readonly reports: readonly Report[]
  readonly notes: readonly Note[]
}

/** The groups as JSON: each with its reports' ids, sources, titles, outlets and dates, without their texts. */
export function renderGroupsJson({ stemma, groups, reports, notes }: Grouped): string {
  const byId = new Map(reports.map((report) => [report.id, report]))
  const listed = groups.map((group) => ({
    ...group,
    reports: group.reports.flatMap((id) => {
      const report = byId.get(id)
      return report
        ? [{ id, source: report.source, title: report.title, outlet: report.outlet, published: report.published }]
        : []
    }),
  }))
  return `${JSON.stringify({ stemma, groups: listed, notes }, null, 2)}\n`
}

/** The groups for people: the largest story first, its reports by file; reports that stand alone at the end. */
export function renderGroupsText({ groups, reports, notes }: Grouped): string {
  const byId = new Map(reports.map((report) => [report.id, report]))
  const lineOf = (id: string) => {
    const { source = id, outlet = null, published = null } = byId.get(id) ?? {}
    return `    ${[source, outlet, published].filter((part) => part !== null).join(' · ')}`
  }
  const stories = groups.filter((group) => group.reports.length > 1)
  const alone = groups.filter((group) => group.reports.length === 1)
  const parts = stories.map(({ title, reports: ids, from, to }) => {
    const dates = from === null ? '' : from === to || to === null ? `, ${from}` : `, ${from} to ${to}`
    return [`${title} (${ids.length} reports${dates})`, ...ids.map(lineOf)].join('\n')
  })
  if (alone.length > 0)
    parts.push([`Alone (${alone.length})`, ...alone.flatMap((group) => group.reports.map(lineOf))].join('\n'))
  if (notes.length > 0) parts.push(['Notes', ...notes.map(({ code, message }) => `    ${code}: ${message}`)].join('\n'))
  return `${parts.join('\n\n')}\n`
}
