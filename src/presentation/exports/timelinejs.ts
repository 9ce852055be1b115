import { dateInWords, extentOf } from '../dates.js'
import { reportName, reportsOf, type Story, standingWords } from '../story.js'

/** Knight Lab's TimelineJS: one event an entry. TimelineJS reads texts as HTML, so what comes from reports is escaped. */
export function timelinejs(story: Story): string {
  const events = story.findings.timeline.flatMap((entry, i) => {
    const extent = extentOf(entry.when)
    if (extent === null) return []
    const start = Number.isFinite(extent.from) ? extent.from : extent.to - 1
    const claim = story.claims.get(entry.claims[0] ?? '')
    const reports = claim === undefined ? [] : reportsOf(claim, story)
    const exact = extent.precision === 'minute' || extent.precision === 'day'
    return [
      {
        unique_id: `event-${i + 1}`,
        start_date: dateParts(start, extent.precision === 'minute'),
        ...(exact || !Number.isFinite(extent.to) ? {} : { end_date: dateParts(extent.to - 1, false) }),
        display_date: dateInWords(entry.when),
        text: {
          headline: escaped(entry.gist),
          text: escaped(
            [
              ...(entry.disputed ? ['Disputed.'] : []),
              ...(claim === undefined ? [] : [`${standingWords(reports.length, claim.independent)}.`]),
              reports.map((id) => reportName(story.reports.get(id))).join(', '),
            ].join(' '),
          ),
        },
      },
    ]
  })
  const title = { text: { headline: escaped(story.findings.story.title) } }
  return `${JSON.stringify({ title, events }, null, 2)}\n`
}

function dateParts(time: number, clock: boolean) {
  const date = new Date(time)
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    ...(clock ? { hour: date.getUTCHours(), minute: date.getUTCMinutes() } : {}),
  }
}

function escaped(text: string): string {
  const signs: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)
}
